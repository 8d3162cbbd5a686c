"""What the model is asked to answer; nothing here is believed until it is verified.

Their JSON Schemas stand in `schemas/` and go to the endpoint with the call.
"""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from conspectus.model.briefing import ConflictKind
from conspectus.model.evidence import ClaimKind
from conspectus.summarise.compact import inlined


class Draft(BaseModel):
    """Part of an answer; unknown fields are refused, as strict JSON Schema demands."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Large(Draft):
    """A whole answer of a large model: its schema goes out with every call, and so as short as it can be said."""

    @classmethod
    def model_json_schema(cls, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """As usual, with what is used once where it is used."""
        return inlined(super().model_json_schema(*args, **kwargs))


class ClaimDraft(Draft):
    """One claim as the model words it."""

    text: str
    kind: ClaimKind
    attributed_to: str | None
    sentence_ids: list[int]
    quote: str


class EventDraft(Draft):
    """One event as the model words it; `claims` are positions in the list of claims, from 0."""

    what: str
    when: str | None
    where: str | None
    who: list[str]
    claims: list[int]


class SummaryDraft(Large):
    """The whole answer of the one call per article that a large model gets; the prompt says what the fields are."""

    claims: list[ClaimDraft]
    events: list[EventDraft]
    headline: str
    gist: str


class ShortenedDraft(Draft):
    """One sentence of the article, shortened: the narrow call that a small model gets."""

    sentence: str = Field(description="The shortened sentence, complete, in the original's words.")


class CommonDraft(Draft):
    """What sentences of several articles have in common, as one sentence."""

    sentence: str = Field(description="One short, complete sentence that every given sentence supports.")


class ComposedSentence(Draft):
    """One sentence of an event's account, with the ids of the claims that say all of it."""

    text: str
    claims: list[str]


class ComposedSide(Draft):
    """One side of a conflict."""

    claims: list[str]


class ComposedConflict(Draft):
    """Claims that can't all be right: the question that the sides answer differently, and what it is about."""

    question: str
    kind: ConflictKind
    sides: list[ComposedSide]


class ComposedEvent(Large):
    """The account of one event as the model words it."""

    event: str
    sentences: list[ComposedSentence]
    conflicts: list[ComposedConflict]


class ComposedDraft(Large):
    """The accounts of all events: the one call for a whole briefing that a large model gets.

    The schema that goes out lists the ids that there are.
    """

    events: list[ComposedEvent]


class SameEventDraft(Large):
    """Which reports are of one event: each event as the ids of its reports.

    The schema that goes out lists the ids that there are.
    """

    events: list[list[str]]
