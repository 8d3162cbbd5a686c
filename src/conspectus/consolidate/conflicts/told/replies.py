"""What the articles themselves call disputed: a sentence that denies the one before it.

Two sides of a quarrel hardly share a word, but whoever reports both sets them beside each other and says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from conspectus.consolidate.conflicts.numbers.measures import measures
from conspectus.consolidate.conflicts.statements import Dispute, Statement
from conspectus.consolidate.conflicts.unknown import states_unknown
from conspectus.consolidate.language.denials import DENIED
from conspectus.consolidate.language.voices import PRONOUNS, speaker
from conspectus.model.briefing import ConflictKind
from conspectus.text.concepts import concepts

_MAYBE = re.compile(r"\b(?:may|might|could|would|should|if|whether|unless)\b[^.;:]{0,25}$", re.IGNORECASE)
_AHEAD = re.compile(r"\b(?:will|shall|would|going to|by this time|is expected|are expected)\b", re.IGNORECASE)
_QUESTION = re.compile(r"\?\W*$")
_DIALOGUE = re.compile(r"\W*[—–-]\s?\w")
_CUT_SHORT = re.compile(r"(?: not|n[’']t)\W*$")
_LEANS = re.compile(r"(?:It|This|That|These|Those)\b")
_SPEECH = re.compile(r"[“\"„«]")
_ALL_SPEECH = re.compile(r"\W*[“\"„«][^“”\"„«»]*[”\"“»]\W*")
# What follows where nothing more is said.
_ELSE = re.compile(r"\W*$|,? and so do(?:es)?\b")
# What is told and nobody stands by.
_RUMOUR = re.compile(
    r"\b(?:rumou?rs?|gossip|speculation|there (?:is|was|has been) (?:some |much )?talk|it (?:is|was) being said|"
    r"word (?:is|was|spread)|Gerüchte?|Gerede|gemunkelt|rumeurs?|on dit que|rumor(?:es)?|se rumorea|se dice que|"
    r"boatos?|diz-se que|voci|si dice|si vocifera|geruchten?)\b",
    re.IGNORECASE,
)
_ASKED = "Which account is right?"
_SHARED = 3
_BACK = 3
_LEFT_OVER = 3


def replies(said: Sequence[Statement]) -> Iterator[Dispute]:
    """Pairs of statements of one article that its own words set against each other."""
    lines = _lines(said)
    for article, line in sorted(lines.items()):
        for place in sorted(line):
            # What several articles carry is read where it stands first.
            if line[place].places[0] != (article, place):
                continue
            pair = _pair(line, place)
            if pair is not None and not _unowned(pair[0]):
                first, second = pair
                # What stands for a denial is shown with it.
                answer = [line[place]] if line[place] is not second and _named(line[place]) else []
                sides = _with_passage(line, first), _with_passage(line, second, answer)
                yield ConflictKind.OCCURRENCE, _ASKED, *sides


def _lines(said: Sequence[Statement]) -> dict[str, dict[int, Statement]]:
    """The statements of each article by their place in it."""
    lines: dict[str, dict[int, Statement]] = {}
    for each in said:
        for article, place in each.places:
            lines.setdefault(article, {}).setdefault(place, each)
    return lines


def _pair(line: dict[int, Statement], place: int) -> tuple[Statement, Statement] | None:
    """What the statement at the place denies, and itself or what is said instead; None where it denies nothing."""
    told = line[place]
    if _QUESTION.search(told.text) or _DIALOGUE.match(told.text) or told.language not in DENIED:
        return None
    found = _said(DENIED[told.language], told.text)
    earlier = _earlier(line, place) if found else None
    if found is None or earlier is None:
        return None
    # "It has not" answers somebody's word, and nothing that was still to come.
    if _CUT_SHORT.search(found[0]) and (_AHEAD.search(earlier.text) or not earlier.voice):
        return None
    return earlier, _substance(line, place, found, earlier)


def _said(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """Where the text says so as a fact."""
    found = pattern.search(text)
    return None if found is None or _MAYBE.search(text, 0, found.start()) else found


def _earlier(line: dict[int, Statement], place: int) -> Statement | None:
    """The nearest statement before it that somebody else may have made; what "it" did is told of what comes before."""
    told = line[place]
    leaning: Statement | None = None
    for back in range(1, _BACK + 1):
        other = line.get(place - back)
        if other is None or _one_voice(other, told):
            return leaning
        if other is told or not _stands(other):
            continue
        if other.voice or not _LEANS.match(other.text):
            return _told_first(line, place - back, other)
        leaning = leaning or other
    return leaning


def _with_passage(
    line: dict[int, Statement], statement: Statement, answer: Sequence[Statement] = ()
) -> Statement:
    """The statement with what its speaker says right before and behind it, and the sentence that sets it against."""
    place = next(number for number, each in line.items() if each is statement)
    around = [line.get(place - 1), line.get(place + 1)]
    spoken = statement.voice - PRONOUNS
    beside = [each for each in around if each and each is not statement and spoken and spoken == each.voice]
    return replace(statement, beside=tuple(dict.fromkeys((*answer, *beside))))


def _told_first(line: dict[int, Statement], place: int, other: Statement) -> Statement:
    """The sentence that says what is claimed, where nothing but the claimant's own words stand behind it."""
    before = line.get(place - 1)
    if before is None or not _stands(before) or not _SPEECH.match(other.text) or _SPEECH.match(before.text):
        return other
    goes_on = _ALL_SPEECH.fullmatch(other.text) or other.voice - PRONOUNS == before.voice - PRONOUNS
    return before if goes_on and _named(before) else other


def _substance(line: dict[int, Statement], place: int, found: re.Match[str], earlier: Statement) -> Statement:
    """What it says instead: the speech behind it where it says no more than that it is not so."""
    told = line[place]
    rest = told.text[: found.start()] + told.text[found.end() :]
    leads = ":" not in told.text[found.end() :]
    silent = not _SPEECH.search(told.text)
    bare = len(concepts(rest) - told.spoken) < _LEFT_OVER or bool(_ELSE.match(told.text, found.end()))
    for on in (1, 2):
        behind = line.get(place + on)
        if behind is None or behind is told or _one_voice(earlier, behind):
            break
        quoted = _SPEECH.match(behind.text) is not None
        if silent and bare and (on == 1 or quoted or _named(behind)):
            return behind
        if silent and on == 1 and quoted and leads:
            return behind
        if not bare:
            break
    return told


def _named(statement: Statement) -> frozenset[str]:
    """The speaker whom its own words name."""
    return speaker(statement.text, statement.language) - PRONOUNS


def _stands(statement: Statement) -> bool:
    """True where it says something by itself."""
    return (
        (_counts(statement) or len(concepts(statement.text)) >= _SHARED)
        and not _QUESTION.search(statement.text)
        and not states_unknown(statement.text)
    )


def _unowned(statement: Statement) -> bool:
    """True for a rumour: who denies it denies nobody's word."""
    return not statement.voice and _RUMOUR.search(statement.text) is not None


def _counts(statement: Statement) -> bool:
    return bool(measures(statement.text, statement.language)[1])


def _one_voice(first: Statement, second: Statement) -> bool:
    return bool(first.voice & _named(second))
