"""A briefing arranged for reading: what every renderer shows, before it is known how.

Nothing here is escaped: the strings are an article's or a model's, and each renderer makes them safe.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from textwrap import shorten

from conspectus.model.article import Article
from conspectus.model.briefing import BriefedArticle, Briefing, Origin, RunRecord, Status
from conspectus.model.ledger import LedgerEntry, Reason, Subject
from conspectus.render import words
from conspectus.render.event_view import EventView, event_view
from conspectus.render.notes import Note, Notebook, described, publisher

# More lines than this under one reason are folded to a count; the JSON has them all.
DETAILS_SHOWN = 6
_ADDED_SHOWN, _ADDED_LENGTH = 2, 90


@dataclass(frozen=True)
class OriginGroup:
    """The articles that count as one origin; without a heading where one article speaks for itself.

    `articles` are `members` in words. `origin` is the origin's id, None where they have none. `copied` says, by an
    article's id, whose words it mostly has and what it adds to them.
    """

    origin: str | None
    heading: str | None
    members: tuple[BriefedArticle, ...]
    copied: Mapping[str, str] = field(default_factory=dict)

    @property
    def articles(self) -> tuple[str, ...]:
        """Each article in one line."""
        lines = ((described(article), self.copied.get(article.id)) for article in self.members)
        return tuple(f"{line}; {copied}" if copied else line for line, copied in lines)


@dataclass(frozen=True)
class LeftOut:
    """What was left out for one reason; `folded` more details are not listed."""

    reason: str
    amount: str
    details: tuple[str, ...]
    folded: int


@dataclass(frozen=True)
class BriefingView:
    """A whole briefing, ready to read; `names` are those of the origins, by id.

    `stages` are rows beneath `words.STAGE_COLUMNS`, none where no model was asked.
    """

    title: str
    counts: str
    events: tuple[EventView, ...]
    notes: tuple[Note, ...]
    names: Mapping[str, str]
    origins: tuple[OriginGroup, ...]
    left_out: tuple[LeftOut, ...]
    made: tuple[tuple[str, str], ...]
    stages: tuple[tuple[str, ...], ...]


def arranged(briefing: Briefing, *, details: int = DETAILS_SHOWN) -> BriefingView:
    """The briefing as a reader meets it, notes numbered by first citation; facts come from it alone.

    Of what was left out for one reason, the first `details` are listed.
    """
    # A copy may share its id with the article that is used: the used one speaks for both.
    by_use = sorted(briefing.articles, key=lambda article: article.status is Status.USED)
    book = Notebook(
        articles={article.id: article for article in by_use},
        claims={claim.id: claim for claim in briefing.claims},
    )
    copies = {a.id: a for a in briefing.articles if a.status is Status.DUPLICATE}
    names = {origin.id: _name(origin, book) for origin in briefing.origins}
    events = tuple(
        event_view(event, number, book, names) for number, event in enumerate(briefing.events, start=1)
    )
    return BriefingView(
        title=briefing.title,
        counts=_counts(briefing),
        events=events,
        notes=tuple(book.notes()),
        names=names,
        origins=tuple(_origins(briefing)),
        left_out=tuple(left_out(briefing.ledger, book.articles, copies, details)),
        made=tuple(_made(briefing)),
        stages=tuple(_stages(briefing.run)),
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


def _origins(briefing: Briefing) -> Iterator[OriginGroup]:
    used = [article for article in briefing.articles if article.status is Status.USED]
    placed: set[str] = set()
    for origin in briefing.origins:
        members = [article for article in used if article.id in origin.article_ids]
        placed.update(article.id for article in members)
        alone = len(members) == 1 and _speaks_for_itself(origin, members[0])
        shared = f": {words.count(len(members), 'article')}, 1 origin"
        copied = dict(_copied(origin, {article.id: article for article in used}))
        yield OriginGroup(origin.id, None if alone else origin.name + shared, tuple(members), copied)
    loose = tuple(article for article in used if article.id not in placed)
    if loose:
        yield OriginGroup(None, "Without a known origin", loose)
    for status, heading in ((Status.DUPLICATE, "Duplicates, not counted"), (Status.FAILED, "Not used")):
        others = tuple(a for a in briefing.articles if a.status is status)
        if others:
            yield OriginGroup(None, heading, others)


def _copied(origin: Origin, articles: Mapping[str, BriefedArticle]) -> Iterator[tuple[str, str]]:
    """For each copy its id, and in words whose text it mostly is and which sentences it adds."""
    for copy in origin.copies:
        article, longer = articles.get(copy.article_id), articles.get(copy.of)
        if article is None or longer is None:
            continue
        added = [" ".join(article.sentence_text(s).split()) for s in article.body if s.id in copy.adds]
        said = " ".join(
            f"“{shorten(text, _ADDED_LENGTH, placeholder=' …')}”" for text in added[:_ADDED_SHOWN]
        )
        more = (
            f" and {words.count(len(added) - _ADDED_SHOWN, 'more sentence')}"
            if len(added) > _ADDED_SHOWN
            else ""
        )
        yield copy.article_id, f"mostly as {publisher(longer)}, adds {said or 'nothing'}{more}"


def left_out(
    ledger: Sequence[LedgerEntry],
    articles: Mapping[str, Article],
    copies: Mapping[str, Article],
    shown: int = DETAILS_SHOWN,
) -> Iterator[LeftOut]:
    """The ledger by reason: how much, and the first `shown` details in words.

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
            details=tuple(details[:shown]),
            folded=max(0, len(details) - shown),
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
    listed = not run.usage_by_stage and run.stages
    stages = ", ".join(f"{stage} {words.seconds(value)}" for stage, value in run.stages.items())
    yield "Time", words.seconds(run.seconds) + (f" ({stages})" if listed else "")
    yield "Made", f"{words.day(run.started.date())}, with Conspectus {run.conspectus_version}"


def _stages(run: RunRecord) -> Iterator[tuple[str, ...]]:
    for stage, seconds in run.stages.items() if run.usage_by_stage else ():
        used = run.usage_by_stage.get(stage)
        if used is None:
            yield (stage, words.seconds(seconds), *["–"] * (len(words.STAGE_COLUMNS) - 2))
            continue
        waited = words.seconds(used.waiting_seconds)
        yield (
            stage,
            words.seconds(seconds),
            waited,
            words.calls(used),
            words.tokens(used),
            words.cost(used),
        )
