"""The briefing: the JSON contract between Conspectus and whoever reads its output."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from functools import cached_property
from typing import Literal, cast

from pydantic import AwareDatetime, Field, NonNegativeFloat, PositiveInt

from conspectus.model.article import Article
from conspectus.model.base import Frozen
from conspectus.model.evidence import CitedSentence, Claim, Translation
from conspectus.model.ledger import LedgerEntry
from conspectus.model.rendering import PageRenderer, Renderable, renderer_for
from conspectus.model.usage import Usage

SCHEMA_VERSION: Literal["1.0"] = "1.0"


class Standing(StrEnum):
    """How a point stands, counted by independent origin, never by number of articles."""

    CORROBORATED = "corroborated"
    SINGLE_ORIGIN = "single_origin"
    DISPUTED = "disputed"


class Status(StrEnum):
    """What became of an article that was given."""

    USED = "used"
    DUPLICATE = "duplicate"
    FAILED = "failed"


class Copy(Frozen):
    """An article that is a longer one of the same origin, cut or reworded.

    `adds` are the numbers of its body's sentences that the longer article, `of`, does not have.
    """

    article_id: str
    of: str
    adds: tuple[PositiveInt, ...] = ()


class Origin(Frozen):
    """Where reporting comes from: the outlet, or the wire or outlet it took it from.

    `copies` are those of its articles that are mostly the words of another of them.
    """

    id: str
    name: str
    article_ids: tuple[str, ...] = Field(min_length=1)
    copies: tuple[Copy, ...] = ()


class BriefedArticle(Article):
    """An article with what became of it; one that could not be read has empty text and no hash."""

    status: Status
    origin: str | None = None


class Shared(Frozen):
    """A part of a point that other origins tell as well, whatever else it says: a number, an hour, a day, an act.

    `words` stand in the point as they are ("31 reports", "the mill will close"), with " … " between stretches of them
    where others are left out ("34 people … hospital"); `claim_ids` are claims of these other origins, one each.
    """

    words: str = Field(min_length=1)
    claim_ids: tuple[str, ...] = Field(min_length=1)
    origins: tuple[str, ...] = Field(min_length=1)


class Point(CitedSentence):
    """A cited sentence with its standing and the ids of the origins that carry it, all of it.

    `refined_by` are claims, cited elsewhere in the event, that say the same more precisely: "at least 340" where
    this says "hundreds". They are linked, never merged. `shared` are parts of it that more origins tell.
    `beside` is a claim of another point or sentence of the lead, of other origins, that is likely to tell of the same,
    whether it agrees or not: this one stands below that one. `alongside` are claims of further origins of which the
    same is likely, and which are no point themselves. Likely means just that: nothing of it is verified.
    """

    standing: Standing
    origins: tuple[str, ...] = Field(min_length=1)
    refined_by: tuple[str, ...] = ()
    shared: tuple[Shared, ...] = ()
    beside: str | None = None
    alongside: tuple[str, ...] = ()


class ConflictKind(StrEnum):
    """What the sides of a conflict disagree about."""

    NUMBER = "number"
    DATE = "date"
    PLACE = "place"
    ACTOR = "actor"
    CAUSE = "cause"
    OCCURRENCE = "occurrence"
    CHARACTERISATION = "characterisation"


AT_WHAT_TIME = "At what time was it?"
"""The question of a conflict over a date whose sides agree on the day."""


class Relation(StrEnum):
    """Why statements that look like a conflict are none."""

    UPDATE = "update"
    """The later one replaces the earlier one."""
    CORRECTION = "correction"
    """One says of the other that it was a mistake."""
    OTHER_PERIOD = "other_period"
    """They are about different times."""
    NARROWER = "narrower"
    """One is about a part of what the other is about."""
    ROUNDING = "rounding"
    """One gives roughly what the other gives exactly."""
    REPORTED_ERROR = "reported_error"
    """One quotes somebody who is said to be wrong."""


class Side(Frozen):
    """One position, in words that its claims' evidence carries.

    `as_of` is the day for which it speaks, None where neither its words nor its article tell; `origins` are the
    ids of the origins that carry it. `at` is the moment at which the last of its articles was published or updated,
    where one side follows another and their days do not tell which.
    """

    position: str = Field(min_length=1)
    claim_ids: tuple[str, ...] = Field(min_length=1)
    as_of: date | None = None
    at: AwareDatetime | None = None
    origins: tuple[str, ...] = ()


class Conflict(Frozen):
    """A question on which two or more sides, each with evidence, can't all be right."""

    question: str = Field(min_length=1)
    kind: ConflictKind
    sides: tuple[Side, ...] = Field(min_length=2)


class Reconciled(Frozen):
    """Statements that look like a conflict and are none, with the reason; in an update, the earliest comes first."""

    question: str = Field(min_length=1)
    relation: Relation
    sides: tuple[Side, ...] = Field(min_length=2)


class TimelineEntry(CitedSentence):
    """A cited sentence and when it happened: `start` to `end` inclusive, as precise as it is known."""

    when: str
    start: date
    end: date


class Event(Frozen):
    """What happened, where and when; everything that is prose is cited.

    `title` rests on `title_claim_ids`. `article_ids` are the articles whose news the event is; its claims
    may also come from articles that only recall it. `context` holds what the articles recall from other times:
    it is about the event's background, not the event. `unknown` is what the articles themselves say is not known.
    `certainty` (0–1) says how sure it is that these articles report this one event, None where nobody asked.
    """

    id: str = Field(pattern=r"^e[1-9][0-9]*$")
    title: str = Field(min_length=1)
    title_claim_ids: tuple[str, ...] = Field(min_length=1)
    when: str | None = None
    where: str | None = None
    article_ids: tuple[str, ...] = Field(min_length=1)
    lead: tuple[Point, ...] = Field(min_length=1)
    points: tuple[Point, ...] = ()
    context: tuple[Point, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    reconciled: tuple[Reconciled, ...] = ()
    unknown: tuple[Point, ...] = ()
    certainty: float | None = Field(default=None, ge=0, le=1)
    timeline: tuple[TimelineEntry, ...] = ()


class RunRecord(Frozen):
    """What varies from run to run: time, model, prompts, usage, cost. Nothing else in a briefing does.

    `stages` are seconds by stage, `usage_by_stage` what its calls used; together they are `usage`.
    """

    conspectus_version: str
    started: datetime
    seconds: NonNegativeFloat
    stages: Mapping[str, NonNegativeFloat] = Field(default_factory=dict)
    model: str
    endpoint: str | None = None
    profile: str
    prompts: Mapping[str, str] = Field(default_factory=dict)
    usage: Usage = Usage()
    usage_by_stage: Mapping[str, Usage] = Field(default_factory=dict)


class Briefing(Renderable):
    """A single cited account of several articles.

    `conspectus verify` re-checks it with neither model nor network: it holds the articles' text. `language` is
    the one that it is written in (ISO 639-1), None where nobody said: quotes and questions stay as they are, and
    what Conspectus says itself is put into it when it is shown. `seals` are digests of all its parts but
    `run`, by field, empty where it was made before there were any.
    """

    schema_version: Literal["1.0"] = SCHEMA_VERSION
    title: str = Field(min_length=1)
    language: str | None = None
    articles: tuple[BriefedArticle, ...]
    origins: tuple[Origin, ...]
    events: tuple[Event, ...]
    translations: tuple[Translation, ...] = ()
    claims: tuple[Claim, ...]
    ledger: tuple[LedgerEntry, ...]
    seals: Mapping[str, tuple[str, ...]] = Field(default_factory=dict)
    run: RunRecord

    def to_terminal(
        self, *, width: int | None = None, color: bool = False, evidence: bool = True, beside: bool = False
    ) -> str:
        """The briefing as text of at most `width` columns (80 where None).

        Without `color` there is no control character but the newline. `evidence=False` leaves the quotes
        out and says only where they stand; `beside` puts them below the sentences that rest on them.
        """
        renderer = cast(PageRenderer, renderer_for(type(self)))
        return renderer.terminal(self, width=width, color=color, evidence=evidence, beside=beside)

    def to_html(self) -> str:
        """The briefing as one self-contained HTML page; text from articles is escaped, and nothing is fetched."""
        return cast(PageRenderer, renderer_for(type(self))).html(self)

    @cached_property
    def _claims(self) -> dict[str, Claim]:
        return {claim.id: claim for claim in self.claims}

    @cached_property
    def _articles(self) -> dict[str, BriefedArticle]:
        # A duplicate has the id of the article it repeats, which is the one that is meant.
        return {article.id: article for article in reversed(self.articles)}

    def claim(self, claim_id: str) -> Claim:
        """The claim of that id; KeyError where the briefing has none."""
        return self._claims[claim_id]

    def article(self, article_id: str) -> BriefedArticle:
        """The article of that id; KeyError where the briefing has none."""
        return self._articles[article_id]
