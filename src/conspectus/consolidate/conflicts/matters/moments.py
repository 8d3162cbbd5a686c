"""One happening at two times."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from conspectus.consolidate.conflicts.matters.counterparts import (
    BREAK,
    HARDLY,
    clause_at,
    counterparts,
    tied,
)
from conspectus.consolidate.conflicts.matters.whens import DAY, When, whens
from conspectus.consolidate.conflicts.numbers.measure import compatible
from conspectus.consolidate.conflicts.numbers.measures import measures
from conspectus.consolidate.conflicts.scene import Scene
from conspectus.consolidate.conflicts.statements import Dispute, Statement, different_voices
from conspectus.consolidate.language.acts import BEGINS, ENDS, REOPENS, act_keys, acts
from conspectus.consolidate.language.contrasts import other_part, side_by_side
from conspectus.consolidate.language.senses import keys
from conspectus.model.briefing import AT_WHAT_TIME, ConflictKind
from conspectus.text.caseless import Caseless

_ZONE = re.compile(
    r"\b(?:GMT|UTC|[A-Z]{1,2}ST|[A-Z]DT|local time|Central|Eastern|Pacific|Mountain) ?(?:time)?\b"
)
_REVISED = Caseless(
    r"\b(?:correct(?:ed|ion)\w*|revis\w+|lowered|raised|upgraded|downgraded|wrongly|mistaken\w*|"
    r"earlier report|had been moved|postponed|delayed|brought forward|originally)\b"
)
_NEGATED = Caseless(
    r"\b(?:not|no|never|none|nobody|neither|nor|without|denied|denies|rejected|ruled out)\b|n[’']t\b"
)
# What is one of several of its sort, happens over and over, or may never have been.
_ODD = re.compile(
    r"\b(?:[Mm]ore|[Aa]nother|again|second|third|[Ff]urther|next|also|[Ll]ater|[Tt]hen|the rest|remaining|all but|"
    r"last of|most of|some of|part of|"
    r"ha[sd] until|have until|may|might|could|[Ii]f|whether|perhaps|possibly|(?:every|each) \w+|weekends|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun|week|work)days)\b"
)
_SORTS = re.compile(
    r"\b(?:men|women|boys?|girls?|juniors?|seniors?|youth|under-\d+s?|reserves|veterans|amateurs?)\b"
)
_SHUT = re.compile(
    r"\b(?:clos\w+|shut|suspend\w*|cancel\w*|halt\w*|block\w*|off|out|banned|without|unavailable)\b"
)
_AGO = Caseless(r"\b(?:years?|winters?|summers?|seasons?|decades?|months) ago\b")
_PLANNED = re.compile(
    r"\b(?:will|shall|would|due|set|to be|is to|are to|was to|were to|plans?|planned|expect\w*|hopes?|hoped|intends?|"
    r"scheduled|should|likely|may|might)\b"
)
# "The rower who fell in on Friday has …": so far nothing has been told but who is meant.
_OF_WHOM = re.compile(r"(?<![,;:—] )\b(?:who|which|that) (?:[\w’'-]+ ){1,6}$")
_GOES_ON = re.compile(r" (?:has|have|had|is|are|was|were|will|would|can|could|[a-z]+ed)\b")
_POSSESSED = re.compile(r"[’']s? ((?:[\w-]+ ?){1,3})")
_SAME_STORY = 60 * DAY


class _Time(NamedTuple):
    """A time of a statement, and what happened then: `clause` tells it, with `acts` and things it is `about`.

    `planned` is True where it was still to come; `odd` where it is one of several or was never sure.
    """

    statement: Statement
    when: When
    clause: str
    acts: frozenset[int]
    about: frozenset[str]
    named: frozenset[str]
    planned: bool
    denied: bool
    odd: bool


def moments(scene: Scene) -> Iterator[Dispute]:
    """Pairs of statements that put one thing at two times, those that share most first."""
    times = [time for each in scene.said if _plain(each) for time in _times(each, scene)]

    def tie(first: _Time, second: _Time) -> float:
        # Of one person, or in one place, an event tells of many acts.
        named_alone = not first.acts & second.acts and first.about & second.about <= scene.name_keys
        close = 0.0 if named_alone else tied(first, second, scene)
        return 0.0 if close and _told_apart(first, second) else close

    def given(first: _Time, second: _Time) -> bool:
        one, other = first.when, second.when
        if one.hour != other.hour or one.relation != other.relation:
            return False
        tied_at_all = (
            one.hour
            or not first.acts.isdisjoint(second.acts)
            or scene.weight(first.about & second.about) >= HARDLY
        )
        return tied_at_all and one.comparable(other) and one.meets(other)

    for first, second in counterparts(times, scene, tie, given):
        if _at_odds(first, second) and different_voices(first.statement, second.statement):
            yield ConflictKind.DATE, _asked(first.when, second.when), first.statement, second.statement


def _asked(first: When, second: When) -> str:
    """What a reader would ask: the time of a day that both are of, else when it was."""
    one, other = ({start // DAY for start, _ in each.spans} for each in (first, second))
    of_a_day = not (first.dated and second.dated) or not one.isdisjoint(other)
    return AT_WHAT_TIME if first.hour and second.hour and of_a_day else "When was it?"


def _plain(statement: Statement) -> bool:
    return not _REVISED.search(statement.text) and not _AGO.search(statement.text)


def _times(statement: Statement, scene: Scene) -> Iterator[_Time]:
    found = whens(statement.text, statement.published)
    for when in found:
        clause = _aside(statement.text, when) or clause_at(statement.text, when.start, when.end)
        told = acts(clause) if (noun := _dated_noun(statement.text, when)) is None else acts(noun) - {BEGINS}
        denied = _NEGATED.search(clause) is not None
        if when.relation == "until" and denied:  # "not restored until Monday"
            denied = False
        elif when.relation == "until":
            told = frozenset((REOPENS,) if _SHUT.search(clause) else (ENDS,))
        about = scene.wide(statement)
        if len(found) > 1:
            about &= keys(_alone(statement.text, when, found), statement.language)
        day = statement.published
        ahead = when.dated and day is not None and when.spans[0][0] >= (day.toordinal() + 1) * DAY
        yield _Time(
            statement,
            when,
            clause,
            told,
            about - act_keys(clause),
            scene.named(statement),
            planned=ahead or _PLANNED.search(clause) is not None,
            denied=denied,
            odd=any(REOPENS not in told or one[0] != "again" for one in _ODD.finditer(clause)),
        )


def _aside(text: str, when: When) -> str | None:
    """The relative clause of a subject that ends with the time, None where it stands in none.

    Of "the rower who fell in on Friday has drowned" it tells when he fell in.
    """
    found = _OF_WHOM.search(text, 0, when.start)
    return f"{found[0]}{text[when.start : when.end]}" if found and _GOES_ON.match(text, when.end) else None


def _dated_noun(text: str, when: When) -> str | None:
    """The noun that the time stands before: of "after Monday's attack" it tells of the attack, and of nothing else."""
    found = _POSSESSED.match(text, when.end)
    return found[1] if found else None


def _alone(text: str, when: When, others: tuple[When, ...]) -> str:
    """What stands around a time up to the breaks that part it from the text's other times."""
    start, end = 0, len(text)
    for other in others:
        if other.end <= when.start:
            breaks = [each.start() for each in BREAK.finditer(text, other.end, when.start)]
            start = max(start, breaks[0] if breaks else other.end)
        elif other.start >= when.end:
            breaks = [each.start() for each in BREAK.finditer(text, when.end, other.start)]
            end = min(end, breaks[0] if breaks else other.start)
    return text[start:end]


def _told_apart(first: _Time, second: _Time) -> bool:
    """True where something says that both are times of two things."""
    one, other = first.when, second.when
    if first.odd or second.odd or first.denied != second.denied or not one.comparable(other):
        return True
    if first.acts.isdisjoint(second.acts) and (
        (first.acts and second.acts) or first.about.isdisjoint(second.about)
    ):
        return True
    if first.named and second.named and first.named.isdisjoint(second.named):
        return True
    # By when something is to be done is at odds with another deadline for it, or with what it will not be done until.
    relations, same = {one.relation, other.relation}, first.acts & second.acts
    # "By the end of April" ends nothing.
    if "by" in relations and (not relations <= {"by", "until"} or not same - {ENDS}):
        return True
    # What had been done by one hour is no less true of a later one.
    if relations == {"by"} and not (first.planned and second.planned):
        return True
    sorts = [frozenset(_SORTS.findall(each.clause)) for each in (first, second)]
    until = "until" in (one.relation, other.relation)
    return (
        one.since != other.since
        or one.loose != other.loose
        or (first.planned != second.planned and not until)
        or side_by_side(first.clause, second.clause)
        or other_part(first.clause, second.clause)
        or _other_amounts(first, second)
        or (all(sorts) and sorts[0].isdisjoint(sorts[1]))
    )


def _other_amounts(first: _Time, second: _Time) -> bool:
    """True where both give amounts of a sort and none that they share: 40 jobs here and 90 there are two facts."""
    one, other = (measures(each.clause, each.statement.language)[1] for each in (first, second))
    alike = [(a, b) for a in one for b in other if a.dimension == b.dimension]
    return bool(alike) and not any(compatible(a, b) for a, b in alike)


def _at_odds(first: _Time, second: _Time) -> bool:
    one, other = first.when, second.when
    if (
        _names(second.statement, one)
        or _names(first.statement, other)
        or (one.apart(other) > _SAME_STORY and not first.planned)
    ):
        return False
    zoned = _ZONE.search(first.statement.text) or _ZONE.search(second.statement.text)
    if zoned and one.hour and other.hour:
        return False
    return not (one.today and other.today and first.statement.published != second.statement.published)


def _names(statement: Statement, when: When) -> bool:
    """True where the statement has that time as well, of whatever it is there."""
    known = whens(statement.text, statement.published)
    return any(when.comparable(each) and when.loose == each.loose and when.meets(each) for each in known)
