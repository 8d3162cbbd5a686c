"""A briefing arranged for reading: what every renderer shows, before it is known how.

Nothing here is escaped: the strings are an article's or a model's, and each renderer makes them safe.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from textwrap import shorten
from types import MappingProxyType

from conspectus.model.article import Article
from conspectus.model.briefing import BriefedArticle, Briefing, Origin, RunRecord, Status
from conspectus.model.evidence import Translation
from conspectus.render.event_view import EventView, event_view
from conspectus.render.ledger_view import DETAILS_SHOWN, LeftOut, left_out
from conspectus.render.notes import Note, Notebook, Translated, described, publisher
from conspectus.render.wording import Wording, wording
from conspectus.text.outlets import one_outlet
from conspectus.translate import in_other_languages
from conspectus.verification.translation import checked

_ADDED_SHOWN, _ADDED_LENGTH = 2, 90
_LISTED_FROM = 3
_TOP, _FIRST_LINES = 400, 4


@dataclass(frozen=True)
class OriginGroup:
    """The articles that count as one origin; without a heading where one article speaks for itself.

    `articles` are `members` in words. `origin` is the origin's id, None where they have none. `copied` says, by an
    article's id, whose words it mostly has and what it adds to them. `name` is the origin's, where the heading begins
    with it.
    """

    origin: str | None
    heading: str | None
    members: tuple[BriefedArticle, ...]
    articles: tuple[str, ...]
    copied: Mapping[str, str]
    name: str = ""


@dataclass(frozen=True)
class BriefingView:
    """A whole briefing, ready to read; `names` are those of the origins, by id, `say` the words of its language.

    `languages` says what was translated, and what stands in another language than the briefing's, None where nothing
    does. `stages` are the rows of a table, its head first, none where no model was asked.
    """

    say: Wording
    title: str
    counts: str
    languages: str | None
    events: tuple[EventView, ...]
    notes: tuple[Note, ...]
    names: Mapping[str, str]
    origins: tuple[OriginGroup, ...]
    left_out: tuple[LeftOut, ...]
    made: tuple[tuple[str, str], ...]
    stages: tuple[tuple[str, ...], ...]

    @property
    def contents(self) -> tuple[EventView, ...]:
        """The events, where they are more than are seen at a glance: a reader wants to know first what there is."""
        return self.events if len(self.events) >= _LISTED_FROM else ()


def arranged(briefing: Briefing, *, details: int = DETAILS_SHOWN) -> BriefingView:
    """The briefing as a reader meets it, notes numbered by first citation; facts come from it alone.

    Of what was left out for one reason, the first `details` are listed.
    """
    # A copy may share its id with the article that is used: the used one speaks for both.
    by_use = sorted(briefing.articles, key=lambda article: article.status is Status.USED)
    say = wording(briefing.language)
    book = Notebook(
        say=say,
        translations={each.of: _translated(each, say) for each in briefing.translations},
        articles={article.id: article for article in by_use},
        claims={claim.id: claim for claim in briefing.claims},
        agencies=dict(_agencies(briefing)),
        signed=dict(_signed(briefing)),
    )
    names = {origin.id: _name(origin, book) for origin in briefing.origins}
    events = tuple(
        event_view(event, number, book, names) for number, event in enumerate(briefing.events, start=1)
    )
    return BriefingView(
        say=say,
        title=_titled(briefing, say),
        counts=_counts(briefing, say),
        languages=_languages(briefing, say),
        events=events,
        notes=tuple(book.notes()),
        names=names,
        origins=tuple(_origins(briefing, say)),
        left_out=tuple(left_out(briefing.ledger, book.articles, details, say)),
        made=tuple(_made(briefing, say)),
        stages=tuple(_stages(briefing.run, say)),
    )


def _agencies(briefing: Briefing) -> Iterator[tuple[str, str]]:
    """For each article of an outlet that nobody knows, the name of the origin that it is of, where it has its own."""
    articles = {article.id: article for article in briefing.articles}
    for origin in briefing.origins:
        members = [articles[key] for key in origin.article_ids if key in articles]
        # Copies of one text that nobody signed have no agency: the origin's name is made of one of their files' names.
        if any(not member.publisher and member.name in origin.name for member in members):
            continue
        for article in members:
            if not article.publisher and not _speaks_for_itself(origin, article):
                yield article.id, origin.name


def _signed(briefing: Briefing) -> Iterator[tuple[str, str]]:
    """For each article of an outlet that only its first lines name, that name."""
    articles = {article.id: article for article in briefing.articles}
    for origin in briefing.origins:
        article = articles.get(origin.article_ids[0])
        if article and len(origin.article_ids) == 1 and _is_signed(origin, article):
            yield article.id, origin.name


def _is_signed(origin: Origin, article: Article) -> bool:
    """True where the first lines of an article that has no publisher sign it with the origin's name.

    It stands alone there, in front of a headline ("The Rack: ten years on") or explained behind an author ("Jane Doe,
    Stallholder: the traders' weekly").
    """
    lines = (line.strip("#*_ \t") for line in article.text[:_TOP].splitlines()[:_FIRST_LINES])
    signed = re.compile(rf"{re.escape(origin.name)}(?:$|: )|.*, {re.escape(origin.name)}\s?[:(–—-]")
    return not article.publisher and any(map(signed.match, lines))


def _speaks_for_itself(origin: Origin, article: Article) -> bool:
    """True where the origin's name is made of the one article that it has."""
    own = article.publisher is not None and one_outlet(origin.name, article.publisher)
    return len(origin.article_ids) == 1 and (
        own or article.name in origin.name or _is_signed(origin, article)
    )


def _name(origin: Origin, book: Notebook) -> str:
    article = book.articles.get(origin.article_ids[0])
    return book.who(article.id) if article and _speaks_for_itself(origin, article) else origin.name


def _counts(briefing: Briefing, say: Wording) -> str:
    used = sum(article.status is Status.USED for article in briefing.articles)
    return say(
        "counts" if used == len(briefing.articles) else "counts_used",
        given=say.count(len(briefing.articles), "article"),
        used=used,
        origins=say.count(len(briefing.origins), "independent"),
    )


def _titled(briefing: Briefing, say: Wording) -> str:
    translated = {each.of: each.text for each in briefing.translations}
    return translated.get(briefing.title) or say.told(briefing.title)


def _translated(translation: Translation, say: Wording) -> Translated:
    kinds = [say(f"checked.{kind}") for kind in checked(say.language, translation.source)]
    told = f" {say('and')} ".join(part for part in (", ".join(kinds[:-1]), kinds[-1]) if part)
    key = "translated_from" if translation.score is None else "translated_backed"
    language = say.language_name(translation.source)
    return Translated(translation.text, say(key, language=language, checked=told), translation.source)


def _languages(briefing: Briefing, say: Wording) -> str | None:
    """What was translated and what was not, in a line each; None where all is in the briefing's language."""
    if briefing.language is None:
        return None

    def listed(codes: Iterable[str]) -> str:
        return ", ".join(sorted({say.language_name(code) for code in codes}))

    done = {each.of: each.source for each in briefing.translations}
    left = [own for said, own in in_other_languages(briefing, briefing.language) if said.text not in done]
    told = []
    if done:
        count = say.count(len(done), "sentence")
        told.append(say("translated", count=count, languages=listed(done.values())))
    if left:
        told.append(say("untranslated", languages=listed(left)))
    return " ".join(told) or None


def _origins(briefing: Briefing, say: Wording) -> Iterator[OriginGroup]:
    def group(
        origin: str | None,
        heading: str | None,
        members: tuple[BriefedArticle, ...],
        copied: Mapping[str, str] = MappingProxyType({}),
        name: str = "",
    ) -> OriginGroup:
        lines = (
            (described(each, say, name, signed.get(each.id, "")), copied.get(each.id)) for each in members
        )
        told = tuple(f"{line}; {more}" if more else line for line, more in lines)
        return OriginGroup(origin, heading, members, told, copied, name)

    signed = dict(_signed(briefing))
    used = [article for article in briefing.articles if article.status is Status.USED]
    placed: set[str] = set()
    for origin in briefing.origins:
        members = [article for article in used if article.id in origin.article_ids]
        placed.update(article.id for article in members)
        alone = len(members) == 1 and _speaks_for_itself(origin, members[0])
        shared = say("shared_origin", name=origin.name, articles=say.count(len(members), "article"))
        copied = dict(_copied(origin, {article.id: article for article in used}, say))
        yield group(
            origin.id, None if alone else shared, tuple(members), copied, "" if alone else origin.name
        )
    loose = tuple(article for article in used if article.id not in placed)
    if loose:
        yield group(None, say("no_origin"), loose)
    for status, heading in ((Status.DUPLICATE, "duplicates"), (Status.FAILED, "not_used")):
        others = tuple(a for a in briefing.articles if a.status is status)
        if others:
            yield group(None, say(heading), others)


def _copied(
    origin: Origin, articles: Mapping[str, BriefedArticle], say: Wording
) -> Iterator[tuple[str, str]]:
    """For each copy its id, and in words whose text it mostly is and which sentences it adds."""
    for copy in origin.copies:
        article, longer = articles.get(copy.article_id), articles.get(copy.of)
        if article is None or longer is None:
            continue
        added = [" ".join(article.sentence_text(s).split()) for s in article.body if s.id in copy.adds]
        said = [say.quoted(shorten(text, _ADDED_LENGTH, placeholder=" …")) for text in added[:_ADDED_SHOWN]]
        if len(added) > _ADDED_SHOWN:
            said += [say("and"), say.count(len(added) - _ADDED_SHOWN, "more_sentence")]
        key = "copy_adds" if added else "copy_adds_nothing"
        yield copy.article_id, say(key, longer=publisher(longer), added=" ".join(said))


def _model(run: RunRecord, say: Wording) -> str:
    if run.model == "none":
        return say("no_model")
    model = say("profile", model=run.model, profile=run.profile)
    return say("at_endpoint", model=model, endpoint=run.endpoint) if run.endpoint else model


def _made(briefing: Briefing, say: Wording) -> Iterator[tuple[str, str]]:
    run = briefing.run
    yield say("made.model"), _model(run, say)
    if run.prompts:
        used = ", ".join(f"{name} {fingerprint}" for name, fingerprint in run.prompts.items())
        yield say("made.prompts"), used
    yield say("made.calls"), say.calls(run.usage)
    yield say("made.tokens"), say.tokens(run.usage)
    yield say("made.cost"), say.cost(run.usage)
    listed = not run.usage_by_stage and run.stages
    stages = ", ".join(f"{_stage(name, say)} {say.seconds(value)}" for name, value in run.stages.items())
    yield say("made.time"), say.seconds(run.seconds) + (f" ({stages})" if listed else "")
    day = say.day(run.started.date())
    yield say("made.made"), say("made_with", day=day, version=run.conspectus_version)


def _stage(name: str, say: Wording) -> str:
    key = f"stage.{name}"
    return say(key) if say.has(key) else name


def _stages(run: RunRecord, say: Wording) -> Iterator[tuple[str, ...]]:
    """What each stage took; waiting is for the endpoint, summed over calls that may have waited together."""
    if not run.usage_by_stage:
        return
    columns = ("stage", "time", "waiting", "calls", "tokens", "cost")
    yield tuple(say(f"made.{column}") for column in columns)
    for stage, seconds in run.stages.items():
        used = run.usage_by_stage.get(stage)
        told = (_stage(stage, say), say.seconds(seconds))
        if used is None:
            yield (*told, *["–"] * (len(columns) - len(told)))
            continue
        waited = say.seconds(used.waiting_seconds)
        yield (*told, waited, say.calls(used), say.tokens(used), say.cost(used))
