"""What a reader of one format hands on: the text, what is known about it, and what was passed over."""

from __future__ import annotations

from dataclasses import dataclass, field

from conspectus.model.article import Junk, SourceSpan
from conspectus.reading.metadata import Known


@dataclass(frozen=True, slots=True)
class Extracted:
    """The text of one article.

    The article begins at character `start`; what stands before is `junk`. `passed_over` says in words what
    the input holds besides (an attachment, say), a sentence each for the ledger. `source_spans` tells where
    the text stood in a page's source.
    """

    text: str
    known: Known
    start: int = 0
    junk: tuple[Junk, ...] = ()
    passed_over: tuple[str, ...] = ()
    source_spans: tuple[SourceSpan, ...] = field(default=())
