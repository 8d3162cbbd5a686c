"""Articles written for a test, read as files are; all that happens in them is invented."""

from __future__ import annotations

from pathlib import Path

from conspectus.model.article import Article
from conspectus.model.evidence import Claim, ClaimKind, Verification
from conspectus.reading.article import read_article
from conspectus.reading.files import read_inputs
from conspectus.summarise.admit import make_claim
from conspectus.verification.grounding import ground

ROOT = Path(__file__).parents[2]


def written(
    body: str, *, outlet: str | None = None, day: str | None = None, title: str | None = None, name: str = ""
) -> Article:
    """The article that a Markdown file of this body has, with what is given as its front matter."""
    known = {"title": title, "publisher": outlet, "date": day}
    front = "".join(f"{key}: {value}\n" for key, value in known.items() if value)
    text = f"---\n{front}---\n\n{body}\n" if front else f"{body}\n"
    path = name or f"{(outlet or 'nobody').lower().replace(' ', '-')}-{day or 'undated'}.md"
    return read_article(text.encode(), name=path, media="markdown")


def kept(*parts: str) -> tuple[Article, ...]:
    """The articles of a directory of this repository."""
    return read_inputs([ROOT.joinpath(*parts)]).articles


def named(articles: tuple[Article, ...]) -> dict[str, Article]:
    """The articles by file name."""
    return {Path(article.name).name: article for article in articles}


def number_of(article: Article, words: str) -> int:
    """The number of the sentence that has these words."""
    (number,) = [s.id for s in article.sentences if words in article.sentence_text(s)]
    return number


def said(
    article: Article,
    quote: str,
    text: str | None = None,
    *,
    kind: ClaimKind = ClaimKind.FACT,
    speaker: str | None = None,
) -> Claim:
    """A claim resting on the quote; it says the quote where no other text is given."""
    evidence = ground(quote, article).evidence
    assert evidence is not None, quote
    verified = Verification.QUOTED if text is None else Verification.MECHANICAL
    return make_claim(
        text or " ".join(evidence.quote.split()),
        [evidence],
        verified=verified,
        kind=kind,
        attributed_to=speaker,
    )


DAM = written(
    "The sluice gates of the Orle dam were opened again on Monday after an inspection that took nine days.\n\n"
    "Engineers had found a crack of 14 centimetres in the second pillar. "
    '"It does not reach the core," said Bruno Fasel, who led the inspection. '
    "At least 60 farms below the dam were without water for a week.\n\n"
    "The river authority reportedly plans to replace the pillar in 2027.",
    outlet="Orle Gazette",
    day="2025-05-12",
    title="Orle dam opened again after inspection",
)
"""Five sentences, numbered from the title on; no two of its facts look alike."""
