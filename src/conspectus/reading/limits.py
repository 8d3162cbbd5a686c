"""What one input may cost at most, so that a hostile one is refused instead of waited for.

Bytes of a file are limited by the setting `max_file_bytes`; these are the limits behind it. None of them is
near what an article needs.
"""

from __future__ import annotations

from typing import Final

MOST_UNPACKED_BYTES: Final = 50_000_000
"""Bytes that the parts of an office document may have together once unpacked."""
MOST_PACKED_PARTS: Final = 2_000
"""Files that an office document may consist of."""
MOST_ELEMENTS: Final = 20_000
"""Elements of a page. The extractor needs time quadratic in the number of inline ones: at this many, some 20 s.
Beyond a quarter of it a page is read in a process of its own, within `MOST_SECONDS`."""
MOST_PARAGRAPHS: Final = 20_000
"""Paragraphs and table cells of an office document."""
MOST_PAGES: Final = 300
"""Pages of a PDF."""
MOST_CHARACTERS: Final = 4_000_000
"""Characters that a document's text may have."""
MOST_SECONDS: Final = 20.0
"""Seconds that a PDF or a large page may take to read."""
MOST_MEMORY_BYTES: Final = 1_500_000_000
"""Bytes of address space that reading a PDF or a large page may take, where the system can limit it."""
MOST_PARTS: Final = 200
"""Parts of an email, those of its parts included."""
MOST_ROWS: Final = 10_000
"""Articles that one JSON or JSONL file may hold."""
MOST_ENTRIES: Final = 5_000
"""Entries of a feed that are looked at."""
MOST_TEXT: Final = 1_000_000
"""Characters of one article: that of a long novel."""
MOST_LINES: Final = 20_000
"""Lines of one article; each is looked at on its own."""
