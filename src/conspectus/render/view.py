"""A briefing arranged for reading: what every renderer shows, before it is known how.

Nothing here is escaped: the strings are an article's or a model's, and each renderer makes them safe.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from conspectus.model.article import Article
from conspectus.model.briefing import (
    Briefing,
    Conflict,
    Event,
    Origin,
    Point,
    Reconciled,
    RunRecord,
    Side,
    Standing,
    Status,
)
from conspectus.model.ledger import LedgerEntry, Reason, Subject
from conspectus.render import words
from conspectus.render.notes import Line, Note, Notebook, described, publisher

# More lines than this under one reason are folded to a count; the JSON has them all.
DETAILS_SHOWN = 6


@dataclass(frozen=True)
class PointView:
    """A line with its standing: a mark, and who carries it; `single` where that is one undisputed origin.

    `refined` are the numbers of the quotes that say the same more precisely.
    """

    mark: str
    label: str
    line: Line
    single: bool
    refined: tuple[int, ...] = ()


@dataclass(frozen=True)
class SideView:
    """One side of a conflict, who published it, and the numbered quotes behind it with who published each.

    A quote that the line already gives word for word is not repeated. `as_of` is the day for which it speaks.
    """

    who: tuple[str, ...]
    line: Line
    quotes: tuple[tuple[str, str, int], ...]
    as_of: str | None = None


@dataclass(frozen=True)
class ConflictView:
    """A question and its sides; `about` says what they differ on, or why they only seem to differ."""

    question: str
    about: str
    sides: tuple[SideView, ...]


@dataclass(frozen=True)
class EventView:
    """An event, ready to read."""

    number: int
    title: Line
    setting: str
    lead: tuple[PointView, ...]
    points: tuple[PointView, ...]
    conflicts: tuple[ConflictView, ...]
    reconciled: tuple[ConflictView, ...]
    unknown: tuple[PointView, ...]
    context: tuple[PointView, ...]
    timeline: tuple[tuple[str, Line], ...]


@dataclass(frozen=True)
class OriginGroup:
    """The articles that count as one origin; without a heading where one article speaks for itself."""

    heading: str | None
    articles: tuple[str, ...]


@dataclass(frozen=True)
class LeftOut:
    """What was left out for one reason; `folded` more details are not listed."""

    reason: str
    amount: str
    details: tuple[str, ...]
    folded: int


@dataclass(frozen=True)
class BriefingView:
    """A whole briefing, ready to read."""

    title: str
    counts: str
    events: tuple[EventView, ...]
    notes: tuple[Note, ...]
    origins: tuple[OriginGroup, ...]
    left_out: tuple[LeftOut, ...]
    made: tuple[tuple[str, str], ...]


def arranged(briefing: Briefing) -> BriefingView:
    """The briefing as a reader meets it, notes numbered by first citation; facts come from it alone."""
    # A copy may share its id with the article that is used: the used one speaks for both.
    by_use = sorted(briefing.articles, key=lambda article: article.status is Status.USED)
    book = Notebook(
        articles={article.id: article for article in by_use},
        claims={claim.id: claim for claim in briefing.claims},
    )
    copies = {a.id: a for a in briefing.articles if a.status is Status.DUPLICATE}
    names = {origin.id: _name(origin, book) for origin in briefing.origins}
    events = tuple(
        _event(event, number, book, names) for number, event in enumerate(briefing.events, start=1)
    )
    return BriefingView(
        title=briefing.title,
        counts=_counts(briefing),
        events=events,
        notes=tuple(book.notes()),
        origins=tuple(_origins(briefing)),
        left_out=tuple(left_out(briefing.ledger, book.articles, copies)),
        made=tuple(_made(briefing)),
    )


def _speaks_for_itself(origin: Origin, article: Article) -> bool:
    """True where the origin's name is made of the one article that it has."""
    return len(origin.article_ids) == 1 and (origin.name == article.publisher or article.name in origin.name)


def _name(origin: Origin, book: Notebook) -> str:
    article = book.articles.get(origin.article_ids[0])
    return publisher(article) if article and _speaks_for_itself(origin, article) else origin.name


def _counts(briefing: Briefing) -> str:
    given = words.count(len(briefing.articles), "article")
    used = sum(article.status is Status.USED for article in briefing.articles)
    some = f", {used} used" if used != len(briefing.articles) else ""
    return f"{given}{some}, {words.count(len(briefing.origins), 'independent origin')}"


def _event(event: Event, number: int, book: Notebook, names: dict[str, str]) -> EventView:
    return EventView(
        number=number,
        title=book.line(event.title, event.title_claim_ids),
        setting=" · ".join(part for part in (words.period(event.when or ""), event.where) if part),
        lead=tuple(_point(point, book, names) for point in event.lead),
        points=tuple(_point(point, book, names) for point in event.points),
        conflicts=tuple(_question(each, words.CONFLICTS[each.kind], book) for each in event.conflicts),
        reconciled=tuple(_question(each, words.RELATIONS[each.relation], book) for each in event.reconciled),
        unknown=tuple(_point(point, book, names) for point in event.unknown),
        context=tuple(_point(point, book, names) for point in event.context),
        timeline=tuple((words.period(entry.when), book.sentence(entry)) for entry in event.timeline),
    )


def _point(point: Point, book: Notebook, names: dict[str, str]) -> PointView:
    line = book.sentence(point)
    carried_by = [names.get(origin, origin) for origin in point.origins]
    label = carried_by[0] if len(carried_by) == 1 else words.count(len(carried_by), "origin")
    if point.standing is Standing.DISPUTED:
        label = f"{label}, disputed"
    if line.voice and carried_by != [line.voice]:
        label = f"{label}, in the words of {line.voice}"
    single = point.standing is Standing.SINGLE_ORIGIN
    return PointView(words.MARKS[point.standing], label, line, single, book.cited(point.refined_by))


def _question(asked: Conflict | Reconciled, about: str, book: Notebook) -> ConflictView:
    return ConflictView(asked.question, about, tuple(_side(side, book) for side in asked.sides))


def _side(side: Side, book: Notebook) -> SideView:
    quotes = book.quotes(side.claim_ids)
    unsaid = tuple(quote for quote in quotes if quote[1] != side.position)
    who = tuple(dict.fromkeys(quote[0] for quote in quotes))
    as_of = words.day(side.as_of) if side.as_of else None
    return SideView(who, book.uncertified(side.position, side.claim_ids), unsaid, as_of)


def _origins(briefing: Briefing) -> Iterator[OriginGroup]:
    used = [article for article in briefing.articles if article.status is Status.USED]
    placed: set[str] = set()
    for origin in briefing.origins:
        members = [article for article in used if article.id in origin.article_ids]
        placed.update(article.id for article in members)
        alone = len(members) == 1 and _speaks_for_itself(origin, members[0])
        shared = f": {words.count(len(members), 'article')}, 1 origin"
        yield OriginGroup(None if alone else origin.name + shared, tuple(described(a) for a in members))
    loose = tuple(described(article) for article in used if article.id not in placed)
    if loose:
        yield OriginGroup("Without a known origin", loose)
    for status, heading in ((Status.DUPLICATE, "Duplicates, not counted"), (Status.FAILED, "Not used")):
        others = tuple(described(a) for a in briefing.articles if a.status is status)
        if others:
            yield OriginGroup(heading, others)


def left_out(
    ledger: Sequence[LedgerEntry], articles: Mapping[str, Article], copies: Mapping[str, Article]
) -> Iterator[LeftOut]:
    """The ledger by reason: how much, and the first details in words.

    `copies` are the articles that were set aside as duplicates, which may share an id with a used one.
    """
    for reason in Reason:
        entries = [entry for entry in ledger if entry.reason is reason]
        if not entries:
            continue
        known = {**articles, **copies} if reason is Reason.DUPLICATE else articles
        details = list(dict.fromkeys(_detail(entry, known) for entry in entries))
        yield LeftOut(
            reason=words.REASONS[reason],
            amount=_amount(entries),
            details=tuple(details[:DETAILS_SHOWN]),
            folded=max(0, len(details) - DETAILS_SHOWN),
        )


def _amount(entries: Sequence[LedgerEntry]) -> str:
    amounts = {
        "article": sum(entry.subject is Subject.ARTICLE for entry in entries),
        "claim": sum(entry.subject is Subject.CLAIM for entry in entries),
        "sentence": sum(len(e.sentence_ids) for e in entries if e.subject is Subject.SENTENCES),
    }
    return ", ".join(words.count(number, noun) for noun, number in amounts.items() if number)


def _detail(entry: LedgerEntry, articles: Mapping[str, Article]) -> str:
    article = articles.get(entry.article_id)
    place = article.name if article else entry.article_id
    if entry.sentence_ids:
        noun = "sentence" if len(entry.sentence_ids) == 1 else "sentences"
        place = f"{place}, {noun} {words.numbers(entry.sentence_ids)}"
    if not entry.text:
        return f"{place}: {entry.detail}"
    # Of a claim that only lacked room, the heading has said all that there is to say.
    detail = "" if entry.reason is Reason.OVER_BUDGET else f"{entry.detail} "
    return f"{place}: {detail}{words.quoted(entry.text)}"


def _model(run: RunRecord) -> str:
    if run.model == "none":
        return "none: code chose and arranged the sources’ own sentences"
    return f"{run.model}, {run.profile} profile" + (f", at {run.endpoint}" if run.endpoint else "")


def _made(briefing: Briefing) -> Iterator[tuple[str, str]]:
    run = briefing.run
    yield "Model", _model(run)
    if run.prompts:
        yield "Prompts", ", ".join(f"{name} {fingerprint}" for name, fingerprint in run.prompts.items())
    yield "Calls", words.calls(run.usage)
    yield "Tokens", words.tokens(run.usage)
    yield "Cost", words.cost(run.usage)
    stages = ", ".join(f"{stage} {words.seconds(value)}" for stage, value in run.stages.items())
    yield "Time", words.seconds(run.seconds) + (f" ({stages})" if stages else "")
    yield "Made", f"{words.day(run.started.date())}, with Conspectus {run.conspectus_version}"
