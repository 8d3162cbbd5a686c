"""Dates and periods as a sentence names them, resolved against the publication date and nothing else.

Own grammar instead of dateparser: that library takes 0.7 milliseconds an expression, gives "last month" a
day instead of a month, and has to be told where an expression begins and ends. Weeks run from Monday to
Sunday. What can't be resolved (no publication date, an ambiguous 3/4/2025) keeps its parts and says so.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from operator import attrgetter

from conspectus.caching import WHILE_RUNNING, kept
from conspectus.model.article import Span
from conspectus.text.facts import calendar_words as words
from conspectus.text.facts import date_anchors as anchors
from conspectus.text.facts.date_parts import parts_of
from conspectus.text.facts.marks import DATE
from conspectus.text.facts.resolving import Parts, extent
from conspectus.text.facts.tokens import Reading, read


class Relation(StrEnum):
    """How a statement stands to the period it names."""

    IN = "in"
    SINCE = "since"
    UNTIL = "until"
    BY = "by"
    BEFORE = "before"
    AFTER = "after"


class Grain(StrEnum):
    """How precise a period is."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    LONGER = "longer"


_YEAR_LENGTH = 4
_DAY_LENGTH = 2
_BEFORE_A_DATE = ("the", "early", "late", "mid", "about", "around", "of", "-")
_FILLERS = re.compile(
    r"(?:\b(?:the|early|late|mid|about|around|end of|start of|middle of|beginning of)|[ -])+$"
)
_QUALIFIED = 14
_DIVISIBLE = ("months", "month", "year", "decade", "near", "season")
_LONE = ("year", "month")
"""Kinds that are wanted for every token that one of them may match."""
_THIRDS = {"early": 0, "mid": 1, "late": 2}
_QUALIFIER = re.compile(r"\b(?P<third>early|mid|late)[ -](?:in )?(?:the )?$", re.IGNORECASE)
_NAMED_BY_YEAR = re.compile(r" [A-Za-z]")
_WEEK = timedelta(days=7)
_CLAUSE_REACH = 160
_OPENING = re.compile(r"\s*(?:(?:then|only|not until|by|from|on)\s*)*", re.IGNORECASE)
_CLAUSE = re.compile(
    r"[.;:!?“”\"()]|,(?! (?:he|she|they|it)\b)"
    r"|\b(?:that|who|which|whose|where|because|before|after|when|while|until|if|and|but|or)\b"
)
_WILL = re.compile(
    r"\b(?:will|shall|won['’]t|would(?! have\b)|(?:is|are) (?:\w+ )?(?:to|due|set|scheduled|expected|going|"
    r"planned|meant)\b(?! have\b)"
    r"|(?<!was )(?<!were )(?:plans?|intends?|means?|hopes?|expects?|wants?|due|set|scheduled) to\b)",
    re.IGNORECASE,
)
# What somebody "said it hoped to" do was ahead when it was said; what somebody "had hoped to" may be long past.
_HOPED = re.compile(
    r"(?<!had )(?<!have )(?<!has )\b(?:hoped|aimed|expected|planned|intended|promised|pledged|vowed) to\b"
    r"(?! have been\b)",
    re.IGNORECASE,
)
# A timetable and a forecast are told in the present: "the fair opens on Friday", "warn of ice from Thursday to Sunday".
_TIMETABLE = re.compile(
    r"\b(?:opens|closes|begins|starts|resumes|runs|lasts|takes place|goes on (?:sale|show|trial|strike)) "
    r"(?:[^\W\d_]+ ){0,5}?(?:on|from|until|to) $"
    r"|[^\W\d_] warns? of\b[^,]*\b(?:on|from|until|to|for) $|\b(?:is|are) forecast\b",
    re.IGNORECASE,
)
_SAID = re.compile(r"\b(?:said|says|told|adds|added|announced)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Period:
    """A date or period: `start` to `end`, both included, or None for both where it is not resolved.

    `parts` is what the words say by themselves; `text` and `span` are the words as they stand.
    """

    start: date | None
    end: date | None
    text: str
    span: Span
    relation: Relation
    parts: Parts

    @property
    def grain(self) -> Grain | None:
        """How precise the period is, None where it is not resolved."""
        if self.start is None or self.end is None:
            return None
        days = (self.end - self.start).days + 1
        limits = ((1, Grain.DAY), (7, Grain.WEEK), (31, Grain.MONTH), (92, Grain.QUARTER), (366, Grain.YEAR))
        return next((grain for most, grain in limits if days <= most), Grain.LONGER)


@dataclass(slots=True, unsafe_hash=True)
class Mention:
    """A period as it stands in the plain text, before it is resolved: offsets count in `Reading.text`.

    Never changed, and not declared frozen, for speed.
    """

    start: int
    end: int
    parts: Parts
    relation: Relation


def periods(text: str, published: date | None = None) -> tuple[Period, ...]:
    """The dates and periods that the text names, in order, resolved against `published` where they need it."""
    return _resolved(text, published) if mentions(text) else ()


@WHILE_RUNNING.keep(most=16384)
def _resolved(text: str, published: date | None) -> tuple[Period, ...]:
    reading = read(text)
    return tuple(resolved(mention, reading, published) for mention in mentions(text))


def resolved(mention: Mention, reading: Reading, published: date | None) -> Period:
    """The period that a mention names for an article of that date."""
    span = reading.folded.raw_span(mention.start, mention.end)
    limits = extent(mention.parts, published)
    if limits and published and limits[1] < published and _is_ahead(mention, reading.text):
        limits = limits[0] + _WEEK, limits[1] + _WEEK
    start, end = limits or (None, None)
    return Period(
        start=start,
        end=end,
        text=span.of(reading.folded.raw),
        span=span,
        relation=mention.relation,
        parts=mention.parts,
    )


def _is_ahead(mention: Mention, text: str) -> bool:
    """True for a bare weekday on which something is still to happen: "will vote on Thursday", "on Thursday it will"."""
    if mention.parts.weekday is None or mention.parts.relative is not None or mention.parts.month is not None:
        return False
    behind = text[max(0, mention.start - _CLAUSE_REACH) : mention.start]
    before = _CLAUSE.split(behind)[-1]
    if _WILL.search(before) or _TIMETABLE.search(before) or (_HOPED.search(before) and _SAID.search(behind)):
        return True
    after = text[mention.end : mention.end + _CLAUSE_REACH].lstrip(" ,")
    return _OPENING.fullmatch(before) is not None and _WILL.search(_CLAUSE.split(after)[0]) is not None


@WHILE_RUNNING.keep(most=16384)
def mentions(text: str) -> tuple[Mention, ...]:
    """The periods that a text names, unresolved, in order and without overlap."""
    reading = read(text)
    wanted = _wanted(reading)
    if not wanted:
        return ()
    plain = reading.text
    found: list[Mention] = []
    for at in sorted(wanted):
        kind, pattern = words.PATTERNS[at]
        first, last = wanted[at]
        if first == last and kind in _LONE and _overlaps(found, first, first + 1):
            # The year, or month, of a date that is found already.
            continue
        behind, ahead = anchors.AROUND[at]
        for match in pattern.finditer(plain, first - behind if first > behind else 0, last + ahead):
            start, end = _limits(match) if kind == "month" else match.span()
            if kind == "year" and _is_counted(plain, start):
                continue
            if _overlaps(found, start, end):
                continue
            parts = parts_of(at, match.groups())
            if parts is not None:
                named = kind == "year" and _NAMED_BY_YEAR.match(plain, end) and plain[:start].endswith("the ")
                relation = Relation.IN if named else _relation(plain, start)
                if kind in _DIVISIBLE and (
                    qualifier := _QUALIFIER.search(plain, max(0, start - _QUALIFIED), start)
                ):
                    start = qualifier.start()
                    parts = parts._replace(third=_THIRDS[qualifier["third"].lower()])
                found.append(Mention(start, end, parts, relation))
    return tuple(sorted(found, key=attrgetter("start")) if len(found) > 1 else found)


def _overlaps(found: list[Mention], start: int, end: int) -> bool:
    """True where one that is found already has some of these characters."""
    for other in found:  # noqa: SIM110 - most often there is none, and any() makes a generator first
        if start < other.end and other.start < end:
            return True
    return False


@WHILE_RUNNING.keep(most=16384)
def dated(text: str) -> frozenset[int]:
    """The tokens that are part of a date."""
    found = mentions(text)
    if not found:
        return kept(())
    starts = read(text).starts
    return kept([at for m in found for at in range(bisect_left(starts, m.start), bisect_left(starts, m.end))])


def _wanted(reading: Reading) -> dict[int, tuple[int, int]]:
    """The patterns that may match, by place, with the offsets of the first and last token that call for each."""
    wanted: dict[int, tuple[int, int]] = {}
    for at in reading.marked(DATE):
        low, start = reading.lows[at], reading.starts[at]
        found = anchors.BY_ANCHOR.get(low)
        if found is None:
            found = _with_year(reading, at)
        elif low in words.MONTHS:
            found = _with_month(reading, at)
        elif low in anchors.NEARNESS:
            found = _beside(found, reading.padded[at + 1])
        for place in found:
            wanted[place] = wanted[place][0] if place in wanted else start, start
    return wanted


def _with_year(reading: Reading, at: int) -> tuple[int, ...]:
    """The patterns that four digits may belong to: a year, or a date that dots, dashes or slashes join."""
    low, by_anchor = reading.lows[at], anchors.BY_ANCHOR
    found = by_anchor[anchors.YEAR] if low.startswith(anchors.CENTURIES) else ()
    if "." in (reading.low(at - 1), low[-5:-4]):
        found += by_anchor[anchors.DOTTED_YEAR]
    if not _JOINERS.isdisjoint(reading.lows):
        found += by_anchor[anchors.JOINED_YEAR]
    return found


def _with_month(reading: Reading, at: int) -> tuple[int, ...]:
    """The patterns that the words beside a month leave possible: a day may stand before or after, a year after."""
    if not reading.words[at][0].isupper():
        return ()
    before, after = reading.low(at - 1), reading.low(at + 1)
    found = anchors.MONTH_ALONE
    if before in _BEFORE_MONTH or before[:1].isdecimal():
        found += anchors.DAY_MONTH
    if after.isdecimal():
        if len(after) <= _DAY_LENGTH:
            found += anchors.MONTH_DAY
        elif len(after) == _YEAR_LENGTH:
            found += anchors.MONTHS_OF_YEAR
    elif after in _AFTER_MONTH or after[:1].isdecimal():
        found += anchors.MONTH_AND_MORE
    return found


def _beside(found: tuple[int, ...], after: str) -> tuple[int, ...]:
    """The patterns that the word after "last" or "next" leaves possible: a unit of time, or a count of them."""
    if after.startswith(anchors.NEAR_UNITS):
        return anchors.NEAR
    counted = after in words.SMALL or after == "couple" or after[:1].isdecimal()
    return found if counted else ()


_JOINERS = frozenset(("-", "–", "/"))
_BEFORE_MONTH = frozenset(("st", "nd", "rd", "th", "of"))
_AFTER_MONTH = frozenset((".", ",", "-", "–", "to", "through", "of", "the", "last", "this", "next"))


def _limits(match: re.Match[str]) -> tuple[int, int]:
    return match.span("month" if match["month"] else "month_alone")


def _is_counted(plain: str, start: int) -> bool:
    """True for the 2000 of "rund 2000 Bewohner"."""
    first = max(0, start - _QUALIFIED)
    ends = plain[first:start].casefold().endswith(words.COUNTED_ENDS)
    return ends and words.COUNTED.search(plain, first, start) is not None


# A member of an enum that is looked up in its class takes ten times as long as a name of the module.
_IN = Relation.IN
_RELATIONS = tuple((cue, Relation(relation)) for cue, relation in words.RELATIONS)


def _relation(plain: str, start: int) -> Relation:
    before = plain[start - 24 if start > 24 else 0 : start].lower().rstrip()
    if before.endswith(_BEFORE_A_DATE):
        before = _FILLERS.sub("", before)
    if before.rpartition(" ")[2] not in words.RELATION_ENDS:
        return _IN
    for cue, relation in _RELATIONS:
        if before.endswith(cue) and not before[: -len(cue)][-1:].isalpha():
            return relation
    return _IN
