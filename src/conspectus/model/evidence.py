"""Verified statements: a claim, and the exact words that support it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from enum import StrEnum

from pydantic import Field, NonNegativeInt

from conspectus.model.article import Span
from conspectus.model.base import Frozen


class Match(StrEnum):
    """How a quote was found in its article."""

    EXACT = "exact"
    """Character for character."""
    FOLDED = "folded"
    """After folding typography and whitespace (`conspectus.text.normalise`); never by similarity."""


class Evidence(Frozen):
    """Verbatim words of an article: `article.text[start:end] == quote`, always."""

    article_id: str
    start: NonNegativeInt
    end: NonNegativeInt
    quote: str = Field(min_length=1)
    match: Match = Match.EXACT

    @property
    def span(self) -> Span:
        """Where the quote stands in its article, in characters."""
        return Span(start=self.start, end=self.end)


class ClaimKind(StrEnum):
    """What sort of statement a claim is."""

    FACT = "fact"
    FIGURE = "figure"
    QUOTE = "quote"
    CAUSE = "cause"
    OUTLOOK = "outlook"
    OPINION = "opinion"


class Verification(StrEnum):
    """The strongest check that a text has passed."""

    QUOTED = "quoted"
    """It is the source's own words."""
    MECHANICAL = "mechanical"
    """Its numbers, dates, names, negations and hedges were found in its evidence."""
    ENTAILMENT = "entailment"
    """It also passed the model's support check."""


def claim_id(text: str, attributed_to: str | None, evidence: Iterable[Evidence]) -> str:
    """The id that a claim of this wording, speaker and evidence has, always: `c` and ten hex digits.

    It is made of what it names (SHA-256 over canonical JSON), so that an altered claim shows.
    """
    places = [[piece.article_id, piece.start, piece.end] for piece in evidence]
    canonical = json.dumps([text, attributed_to, places], ensure_ascii=False, separators=(",", ":"))
    return "c" + hashlib.sha256(canonical.encode()).hexdigest()[:10]


class Claim(Frozen):
    """One atomic, checkable statement with at least one piece of evidence.

    `score` is the support that the entailment check gave it (0–1, higher is better supported), or
    None where that check was not made.
    """

    id: str = Field(pattern=r"^c[0-9a-f]{10}$")
    text: str = Field(min_length=1)
    kind: ClaimKind = ClaimKind.FACT
    attributed_to: str | None = None
    evidence: tuple[Evidence, ...] = Field(min_length=1)
    verified: Verification
    score: float | None = Field(default=None, ge=0, le=1)

    @property
    def article_ids(self) -> tuple[str, ...]:
        """The articles that its evidence comes from, in order, each once."""
        if len(self.evidence) == 1:
            return (self.evidence[0].article_id,)
        return tuple(dict.fromkeys(piece.article_id for piece in self.evidence))


class Translation(Frozen):
    """A sentence of the briefing in the briefing's language; the sentence itself stays what is cited and checked.

    `of` is that sentence, word for word, in the language `source` (ISO 639-1). Numbers, dates, names and negation of
    both were compared as far as these languages allow; `score` is the support that the model gave it (0–1), None
    where it was not asked.
    """

    of: str = Field(min_length=1)
    source: str
    text: str = Field(min_length=1)
    score: float | None = Field(default=None, ge=0, le=1)


class CitedSentence(Frozen):
    """A sentence of Conspectus's own, or the source's, that names the claims it rests on."""

    text: str = Field(min_length=1)
    claim_ids: tuple[str, ...] = Field(min_length=1)
    verified: Verification
