"""Which articles call themselves opinion."""

from __future__ import annotations

import pytest

from conspectus.consolidate.prose.columns import gives_opinion
from conspectus.reading.article import read_article

BODY = "The dam at Orle will hold until somebody asks whether it does. Ministers like it that way."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"---\ntitle: A dam on trust\nsection: Opinion\n---\n\n{BODY}", True),
        (f"Orle Echo\nOpinion\n3 May 2024\n\nA dam on trust\n\n{BODY}", True),
        (f"Kommentar: Ein Damm auf Vertrauen\n\n{BODY}", True),
        (f"# A dam on trust\n\n*Ada Finch is a columnist.*\n\n{BODY}", True),
        (f"# Opinion polls put Brandt ahead\n\n{BODY}", False),
        (f"# Column of tanks reaches Orle\n\n{BODY}", False),
        (f"# A dam on trust\n\nBy Ada Finch\n\n{BODY} The editorial board met. Ilse is a columnist.", False),
        (f"---\ntitle: A dam on trust\nsection: News\n---\n\n{BODY}", False),
    ],
)  # fmt: skip
def test_a_label_tells_opinion_from_news(text: str, expected: bool) -> None:
    """A section, a line of its own, what stands before the headline, a line about the author; no mere word."""
    assert gives_opinion(read_article(text.encode(), name="a.md", media="text")) is expected
