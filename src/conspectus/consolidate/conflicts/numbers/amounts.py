"""Amounts as an event's articles give them: how many of what, where, when, and whose count."""

from __future__ import annotations

import re
from dataclasses import dataclass

from conspectus.caching import cached_property
from conspectus.consolidate.conflicts.numbers.measure import COUNT, MONEY, Measure
from conspectus.consolidate.conflicts.numbers.measures import measures
from conspectus.consolidate.conflicts.numbers.nouns import OF_ALL, noun_behind
from conspectus.consolidate.conflicts.numbers.places import places
from conspectus.consolidate.conflicts.numbers.running import goes_on, only_grows
from conspectus.consolidate.conflicts.scene import Scene
from conspectus.consolidate.conflicts.statements import Statement
from conspectus.consolidate.language.roles import LASTING, LIFELESS, MOVING, PARTS, role_of, roles, words_of
from conspectus.consolidate.language.senses import family, keys, plain
from conspectus.text.caseless import Caseless

# "Two of the five", "three more", "another six": not the amount of a whole.
_PARTIAL_AFTER = re.compile(
    r"\s*(?:\w+ )?(?:of (?:the|them|these|those|its|his|her|my|our|your|whom)|among them|davon|d['’]entre|parmi|dont|"
    r"de (?:los|las|l[oa]s)|des?|der|dei|delle|dos|das)\b",
    re.IGNORECASE,
)
_PARTIAL_BEFORE = re.compile(
    r"\b(?:of whom|including|among them|of them|of which|davon|darunter|dont|entre eles|entre ellos)\s+$",
    re.IGNORECASE,
)
# "Six passengers and the driver": not the amount of all of them.
_WITH_MORE = re.compile(
    r"(?:\s+[\w’'-]+){0,3}?\s+(?:and|et|und|y|e|sowie|as well as|along with|together with)\s+"
    r"(?:an?|the|one|another|his|her|their|its|un|une|la|le|son|sa|leur|l['’]|ein\w*|der|die|das|ihr\w*|sein\w*|una|el|su|"
    r"um|uma|o|il|lo)\s+[^\W\d_]{2,}(?:\s+[^\W\d_]+){0,2}?\s+"
    r"(?:was|were|are|have|had|died|escaped|suffered|ont|sont|wurden|sind|haben|fueron|están|han|foram|sono|hanno)\b",
    re.IGNORECASE,
)
_MORE_AFTER = re.compile(
    r"\s*(?:more|other|others|further|additional|new|weitere\w*|autres|otros|outr[oa]s|altri|altre)\b",
    re.IGNORECASE,
)
_MORE_BEFORE = re.compile(
    r"\b(?:another|further|additional|other|weitere|autres|otros|outros)\s+$", re.IGNORECASE
)
_REVISION = Caseless(
    r"\b(?:revis\w+|correct(?:ed|ion|s)\w*|updat(?:ed|es)\w*|lowered|raised its|since put|misstat\w+|wrongly|"
    r"mistaken\w*|now (?:stands|expects?|puts?|estimates?|forecasts?|reckons?)|rather than|instead of|"
    r"earlier (?:count|figure|report|version|estimate)|initial(?:ly)?|at first|originally|"
    r"first (?:spoke|given|put|figure|count|estimate|reports?))\b",
)
# A toll that rises is counted anew; sales that rise are not.
_MOVED = Caseless(
    r"\b(?:rose|risen|rises|raised|raises|grew|climb(?:s|ed|ing)|widen(?:s|ed)|extend(?:s|ed)|expand(?:s|ed)|"
    r"up from|down from|previous\w*|so far|"
    r"still|now|remain\w*|"
    r"since (?:yesterday|\w+day)|had risen|ha(?:s|ve|d) grown|had reached (?=\d)|noch|encore|ainda|todavía|ancora)\b",
)
_CLAUSE_BREAK = re.compile(
    r"[,;:]\s|\s[–—-]\s|\s(?:but|while|whereas|although|and that|when|after|before|as well as|aber|"
    r"während|mais|alors que|"
    r"mas|enquanto|pero|mientras)\s"
)
_STUFF = re.compile(r"\s*(?:of|de|d['’]|di)\s*((?!the|its|their|this)[^\W\d_]{3,})")
# Whom a reporter asked says nothing of how many there were.
_ASKED = re.compile(
    r"\b(?:asked|interviewed|polled|surveyed|(?:spoke|spoken|talked) (?:to|with)|befragten?|preguntamos a|entrevistó a|"
    r"entrevistamos a|interrogé)\s+(?:(?!for\b)\w+ )?$",
    re.IGNORECASE,
)
# "143 coins with a hole": some of the coins.
_OF_SUCH = re.compile(r" (?:with (?!no\b)|containing )")
_THERE = re.compile(
    r"\b(?:there (?:is|are|was|were|have been)|il y a|hay|es gibt|há|ci sono)\W+(?:\w+\W+)?$", re.IGNORECASE
)
_FIGURE = re.compile(
    r"\b(?:figure|count(?:ed|s)?|number|total|estimate|tally|put it|spoke|speaks?)s?\b", re.IGNORECASE
)
_SUPPOSED = re.compile(
    r"\b(?:would|will|could|may|might|should|means? to|intends?|"
    r"(?:is|are) (?:to|due|set)|plans?|hopes?|expects?|expected|forecasts?|wants?|demands?|offers?)\b",
    re.IGNORECASE,
)
_UNSURE = re.compile(r"\b(?:would|could|may|might|hopes?|wants?|demands?|asks?|offers?)\b", re.IGNORECASE)
_NOT_FOUND = re.compile(
    r"\b(?:ha(?:ve|s|d) not (?:yet )?been found|(?:is|are|was|were) (?:still )?unaccounted)\b"
)
# What is counted by its own noun, and not by what happened to it.
_THINGS = frozenset({"jobs"})
_SUCH, _WHOLE = "with", "whole"
SCOPES = frozenset({_SUCH, _WHOLE})
"""Limits of which an amount that has not the same one is an amount of something else."""
# "600 of its 2,400 jobs": what happens to a part does not happen to the whole.
_PART_OF = re.compile(
    r"\d[ \xa0]?(?:of|out of|von|sur|de|di|van|su)\s"
    r"(?:(?:the|a total of|its|their|insgesamt|den|seinen|ihren|les|ses|leurs|los|las|sus|os|as|seus|i|gli|le|suoi|de|"
    r"zijn)\s)?$",
    re.IGNORECASE,
)
_ACROSS_AND = 4
_FAR_ROLE = 12


@dataclass(frozen=True, eq=False)
class Amount:
    """One amount of one statement, like no other, of `head` (a family) in one of `roles`, within the places in `where`.

    `noun` is the head as it is written, `qualified` the families of the words between the number and it, or, behind a
    unit, of what follows its "of" (tonnes of cod). `there` is true where no more is said than that there
    are so many. `limits` are words that make it a count of a part ("officers", "seriously");
    `about` is what its sentence is about. `partial` is true where it is said of a part ("two of the five"),
    `revised` where the statement replaces, quotes or moves on from an earlier figure, `supposed` where the amount is
    of what may be; `running` and `growing` are as `running` tells of what is no count of people.
    """

    statement: Statement
    measure: Measure
    head: str
    noun: str
    roles: frozenset[str]
    limits: frozenset[str]
    about: frozenset[str]
    where: frozenset[str]
    named: frozenset[str]
    where_names: frozenset[str]
    fronted: frozenset[str] = frozenset()
    apart: frozenset[str] = frozenset()
    qualified: frozenset[str] = frozenset()
    there: bool = False
    clause: str = ""
    partial: bool = False
    revised: bool = False
    supposed: bool = False
    running: bool = False
    growing: bool = False

    @property
    def moving(self) -> bool:
        """True where the amount is one that is counted again as the story goes on."""
        return self.running or bool(self.roles & MOVING)

    @property
    def lasting(self) -> bool:
        """True where later counts of it are larger, unless somebody was wrong."""
        return self.growing or bool(self.roles & LASTING)

    @property
    def dimension(self) -> str:
        """What is measured: a count, money of some currency, a share, a length …"""
        return self.measure.dimension

    @cached_property
    def what(self) -> frozenset[str]:
        """Keys under which amounts meet that may be of one thing."""
        if self.dimension != COUNT:
            return frozenset({self.dimension})
        return frozenset(f"#{role}" for role in self.roles) | ({self.head} if self.head else frozenset())


def is_on_top(text: str, measure: Measure) -> bool:
    """True for what comes on top of another amount: "five more", "another five"."""
    return bool(_MORE_AFTER.match(text, measure.end) or _MORE_BEFORE.search(text, 0, measure.start))


def amounts(statement: Statement, scene: Scene) -> list[Amount]:
    """The amounts that the statement gives."""
    text, stated = measures(plain(statement.text), statement.language)
    if not stated:
        return []
    about = keys(text, statement.language) - scene.spoken(statement)
    revised, moved = _REVISION.search(text) is not None, _MOVED.search(text) is not None
    found: list[Amount] = []
    for number, measure in enumerate(stated):
        first, last = _clause(text, measure.start, measure.end)
        until = min(last, stated[number + 1].start if number + 1 < len(stated) else last)
        since = max(first, stated[number - 1].end if number else first)
        if _MORE_AFTER.match(text, measure.end) and not _missing(text, measure.end, last):
            continue
        if _MORE_BEFORE.search(text, 0, measure.start) or _ASKED.search(text, 0, measure.start):
            continue
        noun, head, said = _counted(text, measure, since, until, last, statement)
        partial = measure.dimension == COUNT and _is_partial(text, measure, counted=noun)
        if measure.dimension == COUNT and not said and not head:
            if not (partial and number + 1 < len(stated)):
                continue
            # "Two of the five dead": two are what five are.
            noun, head, said = _counted(text, stated[number + 1], until, last, last, statement)
        clause = text[first:last]
        where, named, placed, front = places(clause, statement, scene)
        # What will be is as firm as what is where jobs and prices are counted.
        unsure = _UNSURE if measure.dimension.startswith(MONEY) or "jobs" in said else _SUPPOSED
        running = goes_on(measure, noun, clause, statement.text)
        moving = running or bool(said & MOVING)
        found.append(
            Amount(
                statement, measure, head, noun, said,
                limits=_limits(text, measure, since, until, noun, said, statement.language),
                where=where, named=named, where_names=placed, fronted=front, about=about, partial=partial,
                revised=revised or (moved and "missing" not in said and (moving or measure.dimension == COUNT)),
                supposed=unsure.search(clause) is not None,
                qualified=_qualified(text[measure.end : until], noun, statement.language),
                clause=clause, running=running, growing=only_grows(measure, noun, statement.text),
                there=_THERE.search(text, 0, measure.start) is not None,
            )
        )  # fmt: skip
    return found


def _clause(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the clause begins and ends in which the amount stands."""
    first, last = 0, len(text)
    for found in _CLAUSE_BREAK.finditer(text):
        if found.end() <= start:
            first = found.end()
        elif found.start() >= end:
            return first, found.start()
    return first, last


def _missing(text: str, start: int, end: int) -> bool:
    return bool(_NOT_FOUND.search(text, start, end)) or "missing" in text[start:end]


def _counted(
    text: str, measure: Measure, since: int, until: int, last: int, statement: Statement
) -> tuple[str, str, frozenset[str]]:
    """The noun behind the amount, its family, and what the words beside it say is counted."""
    language = statement.language
    after = words_of(text[measure.end : until], language)
    before = words_of(text[since : measure.start], language)
    if measure.dimension != COUNT:
        if not measure.dimension.startswith(MONEY):
            return "", "", frozenset()
        return "", "", _nearest(before, after, language, money=True)
    if after[:2] in (["bodies", "that"], ["bodies", "which"]):
        return "", "", frozenset()
    noun = noun_behind(text[measure.end : until], language)
    head = "" if not noun or role_of(noun, language) else family(noun)
    if _NOT_FOUND.search(text, measure.end, last):
        return noun, head, frozenset({"missing"})
    # A number that stands alone counts what the words before it say; a noun of its own needs a verb near it.
    said = _nearest(before, after, language)
    if head and (said <= _THINGS or noun in LIFELESS):
        said = frozenset()  # "the posts were cut at two levels": two are the levels
    if not said and not noun and _FIGURE.search(text[since : measure.end]) and statement.before:
        # "The ministry's figure was 112": of what, the sentence before has said.
        said = frozenset(roles(reversed(words_of(statement.before, language)), language)[:1])
    return noun, head, said


def _is_partial(text: str, measure: Measure, *, counted: str) -> bool:
    if counted and OF_ALL.match(text, measure.end):
        return False
    return bool(
        _PARTIAL_AFTER.match(text, measure.end)
        or _PARTIAL_BEFORE.search(text, 0, measure.start)
        or _WITH_MORE.match(text, measure.end)
    )


def _qualified(text: str, noun: str, language: str) -> frozenset[str]:
    if not noun:
        stuff = _STUFF.match(text)
        return keys(stuff[1], language) if stuff else frozenset()
    before, found, _ = text.lower().partition(noun)
    return keys(before, language) if found else frozenset()


def _limits(
    text: str, measure: Measure, since: int, until: int, noun: str, said: frozenset[str], language: str
) -> frozenset[str]:
    """Words that make the count one of a part: before its noun, as its noun, or before what happened to them.

    A noun to which nothing happened is one of a part where "with" follows it.
    """
    if measure.dimension != COUNT:
        return frozenset()
    if _PART_OF.search(text, 0, measure.start):
        return frozenset({_WHOLE})
    after = words_of(text[measure.end : until], language)
    upto = after.index(noun) + 1 if noun in after else 0
    close = {
        *after[:upto],
        *(word for word in after if word.endswith("ly")),
        *words_of(text[since : measure.start], language)[-1:],
    }
    _, counted, behind = text[measure.end : until].lower().partition(noun) if noun else ("", "", "")
    such = counted and not said and _OF_SUCH.match(behind)
    return frozenset((PARTS & close) | ({_SUCH} if such else set()))


def _nearest(before: list[str], after: list[str], language: str, *, money: bool = False) -> frozenset[str]:
    """The role whose word stands nearest to the amount."""
    places: list[tuple[int, str]] = []
    crossed = 0
    for distance, word in enumerate(after[:_FAR_ROLE]):
        crossed += _ACROSS_AND if word in {"and", "und", "et", "y", "e", "en"} else 0
        if role := role_of(word, language, money=money):
            places.append((distance + crossed, role))
    for distance, word in enumerate(reversed(before[-_FAR_ROLE:])):
        if role := role_of(word, language, money=money):
            places.append((distance + 1, role))
    return frozenset([min(places)[1]]) if places else frozenset()
