"""What was left out, and why: nothing is lost silently."""

from __future__ import annotations

from enum import StrEnum

from pydantic import PositiveInt

from conspectus.model.base import Frozen


class Reason(StrEnum):
    """Why an article, sentence or claim does not stand in the briefing."""

    FAILED = "failed_article"
    """The article could not be read, or the model gave no usable answer for it."""
    DUPLICATE = "duplicate"
    """The same words already count through another article."""
    BOILERPLATE = "boilerplate"
    """It is on the page but is not the article."""
    TRUNCATED = "truncated"
    """The model's answer was cut off, or the article did not fit."""
    UNSUPPORTED = "unsupported"
    """The evidence does not carry it."""
    REPEATED = "repeated"
    """It is supported, but says little that the briefing does not say already."""
    OVER_BUDGET = "over_budget"
    """It is supported, but others told more or took the room; or the run's limit had no call left for it."""
    LANGUAGE = "language"
    """The model can't do the article's language: its own sentences stand, in no other words."""
    TRANSLATION = "translation"
    """A translation was refused: the sentence stands in its own language."""


class Subject(StrEnum):
    """What a ledger entry is about."""

    ARTICLE = "article"
    SENTENCES = "sentences"
    CLAIM = "claim"


class LedgerEntry(Frozen):
    """One thing that was left out.

    `sentence_ids` are the numbers of the article's sentences concerned; `text` is the wording of a
    claim that was dropped or replaced; `detail` is a sentence for a person.
    """

    subject: Subject
    reason: Reason
    article_id: str
    detail: str
    sentence_ids: tuple[PositiveInt, ...] = ()
    claim_id: str | None = None
    text: str | None = None
