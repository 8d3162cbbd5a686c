"""When an article's event happened, and which of its sentences recall another time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from conspectus.model.article import Article, Sentence
from conspectus.text.caseless import Caseless
from conspectus.text.facts.dates import Grain, Period, Relation, periods
from conspectus.text.facts.words import content_words

LEAD = 3
"""Body sentences at the start that say what the news is."""

NEWS_LASTS = timedelta(days=30)
"""How far apart two dates of one event may be: reporting follows what it reports by days, not months."""

RECALLED = timedelta(days=180)
"""How long before the event something lies that is recalled rather than reported."""

_OPENING = 12

# What is said of a time to come, or only supposed, dates nothing.
_NOT_PAST = re.compile(
    r"\b(?:will|would|expects?|expected|plans?|planned|due|forecasts?|by the end of|until|outlook|next)\b",
    re.I,
)
_REASON = Caseless(r"\b(?:because|due to|owing to|caused by|after)\b")
_ANEW = re.compile(
    r"\b(?:again|another|once more|second|third|fourth|fifth|erneut|wieder(?:um)?|abermals|zweite[nrs]?|dritte[nrs]?|"
    r"(?:à|de) nouveau|nouvelles?|nouveaux?|deuxième|seconde?|troisième|de nuevo|otra vez|nuev[ao]s?|segund[ao]|"
    r"tercer[ao]?|di nuovo|nuov[aoie]|second[ao]|terz[ao]|de novo|novamente|nov[ao]s?|terceir[ao])\b",
    re.IGNORECASE,
)
_PARAGRAPH = re.compile(r"\n\s*\n")
_LINE = re.compile(r"\n")


@dataclass(frozen=True)
class Window:
    """A stretch of days, both ends included."""

    start: date
    end: date

    def gap(self, other: Window) -> timedelta:
        """How far apart two windows are; zero where they touch or overlap."""
        return max(self.start - other.end, other.start - self.end, timedelta(0))


@dataclass(frozen=True)
class Chronology:
    """What an article says about time.

    `main` is when its event happened, None where it does not say. `not_before` is the latest past day
    that it names, so it was written no earlier. `recalled` gives the window of each body sentence that is
    about an earlier time, by number. `days` are the days that it names, to come or past; `anew` says that something
    happened once more, in its title or first sentences.
    """

    main: Window | None
    not_before: date | None
    recalled: dict[int, Window] = field(default_factory=dict)
    days: frozenset[date] = frozenset()
    anew: bool = False


def chronology(article: Article) -> Chronology:
    """When the article's event happened, as far as its own words and its publication date tell."""
    dated = [(sentence, _past(article, sentence)) for sentence in article.body]
    lead = [period for _, found in dated[:LEAD] for period in found]
    explicit = [period for _, found in dated for period in found if period.parts.year is not None]
    not_before = max((known for period in explicit if (known := _known_by(period))), default=None)
    main = _main(article, dated, relative_lead=any(_is_recent(period) for period in lead))
    return Chronology(
        main=main,
        not_before=article.published or not_before,
        recalled=_recalled(article, dated, main, not_before),
        days=frozenset(
            period.start
            for sentence in article.body
            for period in periods(article.sentence_text(sentence), article.published)
            if period.start is not None and period.start == period.end
        ),
        anew=any(
            _ANEW.search(text)
            for text in (article.title or "", *map(article.sentence_text, article.body[:LEAD]))
        ),
    )


def recalled_from(article: Article, time: Chronology, event: Window | None) -> dict[int, Window]:
    """What `time` has as recalled; of an article that tells no day, what opens with a time long before its event."""
    if event is None or time.main is not None or article.published is not None:
        return time.recalled
    told = [(sentence, _past(article, sentence)) for sentence in article.body]
    opened = [
        (sentence, found if any(each.span.start <= _OPENING for each in found) else [])
        for sentence, found in told
    ]
    return _recalled(article, opened, event, None)


Dated = list[tuple[Sentence, list[Period]]]


def _past(article: Article, sentence: Sentence) -> list[Period]:
    text = article.sentence_text(sentence)
    return [
        period
        for period in periods(text, article.published)
        if period.relation in {Relation.IN, Relation.SINCE, Relation.AFTER}
        and not _NOT_PAST.search(text[max(0, period.span.start - 40) : period.span.start])
    ]


def _window(period: Period) -> Window | None:
    if period.start is None or period.end is None:
        return None
    return Window(period.start, period.end)


def _known_by(period: Period) -> date | None:
    """The day on which an article that speaks of the period in the past was written, at the earliest."""
    # A quarter's figures exist only when it is over; a month or a year is spoken of while it lasts.
    return period.end if period.grain is Grain.QUARTER else period.start


def _is_recent(period: Period) -> bool:
    """A day or week named without a date: news, seen from a day that the reader is taken to know."""
    return period.parts.year is None and (
        period.parts.weekday is not None or period.parts.relative in {("day", 0), ("day", -1), ("week", 0)}
    )


def _main(article: Article, dated: Dated, *, relative_lead: bool) -> Window | None:
    if article.published is not None:
        return _main_of_dated(article.published, dated)
    # An article that says "on Thursday" of its news and spells out other dates in full recalls those.
    if relative_lead:
        return None
    about = {word for sentence, _ in dated[:LEAD] for word in content_words(article.sentence_text(sentence))}
    for sentence, found in dated:
        close = len(about & set(content_words(article.sentence_text(sentence)))) >= 2
        for period in found:
            window = _window(period)
            if close and window and period.relation is Relation.IN and dates_news(period):
                return window
    return None


def dates_news(period: Period) -> bool:
    """True where the period dates what its sentence says, not something that it mentions in passing."""
    # A year in passing dates something else ("its grocers, opened in 2020"); one that opens the sentence
    # dates the sentence.
    return period.grain in {Grain.DAY, Grain.WEEK, Grain.MONTH, Grain.QUARTER} or (
        period.grain is Grain.YEAR and period.span.start <= _OPENING
    )


def _main_of_dated(published: date, dated: Dated) -> Window:
    for _, found in dated[:LEAD]:
        for period in found:
            window = _window(period)
            if window and window.start <= published and published - window.start <= NEWS_LASTS:
                return Window(window.start, min(window.end, published))
    return Window(published - timedelta(days=7), published)


# A verb of now, before any clause that leans on it; elsewhere than in English and Spanish "has" tells of then, too.
_NOW = re.compile(
    r"[^,;:.“”\"]{1,60}?\b(?:(?:has|have) (?:now |since |already |also )?(?:been|begun|made|taken|found|opened|\w+ed)|"
    r"(?:is|are|remains?) now|now (?:is|are|has|have)|(?:ha|han) \w+(?:ado|ido|ierto|echo|icho|uesto))\b"
)


# "The November notice", "Tuesday's blast": which one, not when.
_WHICH = re.compile(r"\b(?:the|its|his|her|their|that)\s$", re.I)
_NAMED = re.compile(r"(?:['’]s)?\s[a-z]")


def _dating(text: str, found: list[Period]) -> list[Period]:
    """The periods without those that only tell which notice is meant, where another opens the sentence."""
    if not any(period.span.start <= _OPENING for period in found):
        return found
    return [
        period
        for period in found
        if period.span.start <= _OPENING
        or not (_WHICH.search(text, 0, period.span.start) and _NAMED.match(text, period.span.end))
    ]


def _recalled(
    article: Article, dated: Dated, main: Window | None, not_before: date | None
) -> dict[int, Window]:
    horizon = main.start if main else not_before
    if horizon is None:
        return {}
    recalled: dict[int, Window] = {}
    known = {sentence.id: found for sentence, found in dated}
    for paragraph in paragraphs(article):
        current: Window | None = None
        for sentence in paragraph:
            found = _dating(article.sentence_text(sentence), known[sentence.id])
            because = _REASON.search(article.sentence_text(sentence))
            windows = [
                window
                for period in found
                if period.relation is Relation.IN
                and (window := _window(period))
                # A reason may be old where what came of it is the news.
                and not (because and because.end() <= period.span.start)
            ]
            if not windows and _NOW.match(article.sentence_text(sentence)):
                current = None
            if windows:
                latest = max(windows, key=lambda window: window.end)
                current = latest if horizon - latest.end > RECALLED else None
            # What follows a recalled date in the same paragraph goes on about that time, unless it says that it is now.
            if current is not None:
                recalled[sentence.id] = current
    return recalled


def paragraphs(article: Article) -> Iterator[list[Sentence]]:
    """The article's body sentences, a list for each paragraph."""
    # Blank lines part paragraphs; a text without any has one paragraph a line.
    boundary = _PARAGRAPH if _PARAGRAPH.search(article.text) else _LINE
    paragraph: list[Sentence] = []
    for sentence in article.body:
        if paragraph and boundary.search(article.text, paragraph[-1].span.end, sentence.span.start):
            yield paragraph
            paragraph = []
        paragraph.append(sentence)
    if paragraph:
        yield paragraph
