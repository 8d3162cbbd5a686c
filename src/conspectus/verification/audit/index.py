"""A briefing with its claims, articles and sentences looked up by id, even where ids are wrong."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import cached_property
from typing import NamedTuple

from conspectus.model.article import Span
from conspectus.model.briefing import (
    BriefedArticle,
    Briefing,
    Conflict,
    Event,
    Point,
    Reconciled,
    Shared,
    Side,
    Status,
)
from conspectus.model.evidence import CitedSentence, Claim, Evidence, Verification
from conspectus.text.facts import periods
from conspectus.text.language import detect_language


class Statement(NamedTuple):
    """Something that a briefing says and cites claims for; `verified` is None where it carries no check."""

    where: str
    text: str
    claim_ids: tuple[str, ...]
    verified: Verification | None
    cites_at: str
    """The name of the field that holds the claim ids."""


class Index:
    """Look-ups over one briefing."""

    def __init__(self, briefing: Briefing) -> None:
        self.briefing = briefing
        self._languages: dict[str, str] = {}

    @cached_property
    def articles(self) -> dict[str, BriefedArticle]:
        """Articles by id; a used one stands before a copy that shares its id."""
        by_use = sorted(self.briefing.articles, key=lambda article: article.status is Status.USED)
        return {article.id: article for article in by_use}

    @cached_property
    def claims(self) -> dict[str, Claim]:
        """Claims by id."""
        return {claim.id: claim for claim in self.briefing.claims}

    @cached_property
    def origin_of(self) -> dict[str, str]:
        """The id of the origin that each article belongs to, by article id."""
        return {each: origin.id for origin in self.briefing.origins for each in origin.article_ids}

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """Everything in the events that cites claims, in order."""
        return tuple(
            statement
            for number, event in enumerate(self.briefing.events)
            for statement in _statements(event, f"events[{number}]")
        )

    @cached_property
    def cited(self) -> frozenset[str]:
        """The ids of all claims that are cited, for a sentence, for a figure in it, or alongside."""
        events = enumerate(self.briefing.events)
        figures = (each for number, event in events for _, _, each in shared_of(event, f"events[{number}]"))
        said = frozenset(each for statement in self.statements for each in statement.claim_ids)
        alongside = (
            point.alongside for event in self.briefing.events for point in (*event.lead, *event.points)
        )
        return said.union(*(figure.claim_ids for figure in figures), *alongside)

    def evidence(self, claim_ids: Iterable[str]) -> tuple[Evidence, ...]:
        """The evidence of those claims that exist, in order, each piece once."""
        known = [self.claims[each] for each in claim_ids if each in self.claims]
        return tuple(dict.fromkeys(piece for claim in known for piece in claim.evidence))

    def told(self, pieces: Iterable[Evidence]) -> set[tuple[date | None, date | None]]:
        """Every period that the evidence gives, relative dates counted from its own article's day."""
        return {
            (period.start, period.end)
            for piece in pieces
            for period in periods(piece.quote, self.published(piece))
        }

    def published(self, piece: Evidence) -> date | None:
        """When the evidence's article was published, None where that is not known."""
        article = self.articles.get(piece.article_id)
        return article.published if article else None

    def language(self, article_id: str) -> str:
        """The language of the article's text; English where it can't be told."""
        if article_id not in self._languages:
            article = self.articles.get(article_id)
            self._languages[article_id] = (article and detect_language(article.text)) or "en"
        return self._languages[article_id]

    def days(self, claim_ids: Iterable[str]) -> set[date | None]:
        """The days that the claims' evidence names, and those on which its articles were published."""
        pieces = self.evidence(claim_ids)
        return {end for _, end in self.told(pieces)} | {self.published(piece) for piece in pieces}

    def moments(self, claim_ids: Iterable[str]) -> set[datetime | None]:
        """The moments at which the articles of the claims' evidence were published and updated."""
        articles = [self.articles.get(piece.article_id) for piece in self.evidence(claim_ids)]
        return {at for each in articles if each for at in (each.published_at, each.updated_at)}

    @cached_property
    def spans(self) -> Mapping[str, Sequence[Span]]:
        """Every stretch of an article that a claim rests on, by article id, in order and each once."""
        found: defaultdict[str, set[tuple[int, int]]] = defaultdict(set)
        for claim in self.briefing.claims:
            for piece in claim.evidence:
                if piece.start < piece.end:
                    found[piece.article_id].add((piece.start, piece.end))
        return {
            key: [Span(start=start, end=end) for start, end in sorted(places)]
            for key, places in found.items()
        }


def _statements(event: Event, place: str) -> Iterator[Statement]:
    yield Statement(f"{place}.title", event.title, event.title_claim_ids, None, f"{place}.title_claim_ids")
    for name in ("lead", "points", "context", "unknown", "timeline"):
        sentences: tuple[CitedSentence, ...] = getattr(event, name)
        for number, sentence in enumerate(sentences):
            where = f"{place}.{name}[{number}]"
            yield Statement(where, sentence.text, sentence.claim_ids, sentence.verified, f"{where}.claim_ids")
    for where, side in sides_of(event, place):
        yield Statement(f"{where}.position", side.position, side.claim_ids, None, f"{where}.claim_ids")


def shared_of(event: Event, place: str) -> Iterator[tuple[str, Point, Shared]]:
    """Every figure that is said to be given by other origins, the point in which it stands, and where."""
    for name, points in (("lead", event.lead), ("points", event.points)):
        for number, point in enumerate(points):
            for order, shared in enumerate(point.shared):
                yield f"{place}.{name}[{number}].shared[{order}]", point, shared


def questions_of(event: Event, place: str) -> Iterator[tuple[str, Conflict | Reconciled]]:
    """Every question on which articles differ, or only seem to, and where it stands."""
    for number, conflict in enumerate(event.conflicts):
        yield f"{place}.conflicts[{number}]", conflict
    for number, reconciled in enumerate(event.reconciled):
        yield f"{place}.reconciled[{number}]", reconciled


def sides_of(event: Event, place: str) -> Iterator[tuple[str, Side]]:
    """Every side of these questions, and where it stands."""
    for where, question in questions_of(event, place):
        for number, side in enumerate(question.sides):
            yield f"{where}.sides[{number}]", side
