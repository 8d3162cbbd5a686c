"""What the articles themselves call disputed: a sentence that denies the one before it, or says that accounts differ.

Two sides of a quarrel hardly share a word, but whoever reports both sets them beside each other and says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from conspectus.consolidate.conflicts.numbers.measures import compatible, measures
from conspectus.consolidate.conflicts.statements import Dispute, Statement
from conspectus.consolidate.conflicts.told.side_by_side import figures_side_by_side, rival_figures
from conspectus.consolidate.conflicts.unknown import states_unknown
from conspectus.consolidate.language.reply_words import (
    AT_ODDS,
    DENIED,
    ELSE,
    NAMED,
    OTHERWISE,
    RUMOUR,
)
from conspectus.consolidate.language.senses import keys
from conspectus.consolidate.language.voices import PRONOUNS, speaker
from conspectus.model.briefing import ConflictKind
from conspectus.text.concepts import concepts

_PLACE = re.compile(
    r"\b(?:kilomet(?:re|er)s?|km|miles?) (?:to the )?(?:north|south|east|west)\S* of\b"
    r"|\b(?:beneath|under|near|off|outside|in|at) (?!(?:January|February|March|April|May|June|July|August|September|"
    r"October|November|December)\b)[A-Z][\w’-]+",
)
_MAYBE = re.compile(r"\b(?:may|might|could|would|should|if|whether|unless)\b[^.;:]{0,25}$", re.IGNORECASE)
_AHEAD = re.compile(r"\b(?:will|shall|would|going to|by this time|is expected|are expected)\b", re.IGNORECASE)
_QUESTION = re.compile(r"\?\W*$")
_ABOUT = re.compile(r"\W*(?:with [\w’' ]+ )?(?:about|on|over|as to|sobre|sur|über|su) (?P<what>[^,.;:]+)")
_DOUBT = re.compile(
    r"(?:^|[.!?”\"“»])\s*(?:(?:Did|Was|Is|Were|Has|Have|Had|Are|Do|Does|Can) (?:it|they|he|she|that|this|there)|"
    r"Really|Wirklich|Stimmt das|Vraiment|Est-ce vrai|De verdad|Es así)\?\s*$"
)
_DIALOGUE = re.compile(r"\W*[—–-]\s?\w")
_CUT_SHORT = re.compile(r"(?: not|n[’']t)\W*$")
_LEANS = re.compile(r"(?:It|This|That|These|Those)\b")
_ACCOUNT = re.compile(r"\b(?:account|version|explanation|theory|story|st(?:ood|ands?) by)\b", re.IGNORECASE)
_BUT = re.compile(
    r"(?:But|Yet|However|By contrast|Not so|Pero|Sin embargo|En cambio|Mais|En revanche|Aber|Dagegen|Mas|Ma|Maar)\b"
)
# "Nannte dagegen einen Fehler", "for her part": not only at the beginning does a sentence turn against another.
_TURN = re.compile(
    r"\b(?:however|by contrast|on the other hand|for (?:his|her|its|their) part|dagegen|hingegen|demgegenüber|"
    r"en revanche|au contraire|pour (?:sa|leur) part|en cambio|por el contrario|por su (?:parte|lado)|por sua vez|"
    r"invece|daarentegen)\b"
    r"|^(?:In (?:his|her|its|their|the [\w’']+) (?:account|version|telling|view)|The (?:story|version|account) of)\b",
    re.IGNORECASE,
)
_SPEECH = re.compile(r"[“\"„«]")
_ALL_SPEECH = re.compile(r"\W*[“\"„«][^“”\"„«»]*[”\"“»]\W*")
_ASKED = "Which account is right?"
_SHARED = 3
_BACK = 3
_FAR_BACK = 8
_ON = 4
_PREFIX = 5
_LEFT_OVER = 3


def replies(said: Sequence[Statement]) -> Iterator[Dispute]:
    """Pairs of statements of one article that its own words set against each other."""
    lines = _lines(said)
    for article, line in sorted(lines.items()):
        for place in sorted(line):
            # What several articles carry is read where it stands first.
            if line[place].places[0] != (article, place):
                continue
            for first, second, denies in _pairs(line, place):
                if not _unowned(first):
                    kind = _kind(first, second, denies=denies)
                    told = line[place]
                    # What stands for a denial is shown with it.
                    stands_for = told is not first and told is not second and not _announces(told)
                    answer = [told] if stands_for and _named(told) else []
                    yield kind, _ASKED, _with_passage(line, first), _with_passage(line, second, answer)
    yield from figures_side_by_side(lines)


def _lines(said: Sequence[Statement]) -> dict[str, dict[int, Statement]]:
    """The statements of each article by their place in it."""
    lines: dict[str, dict[int, Statement]] = {}
    for each in said:
        for article, place in each.places:
            lines.setdefault(article, {}).setdefault(place, each)
    return lines


def _pairs(line: dict[int, Statement], place: int) -> Iterator[tuple[Statement, Statement, bool]]:
    """What the statement at the place sets against each other: itself and an earlier one, or the two behind it."""
    told = line[place]
    text, language = told.text, told.language
    if _DOUBT.search(told.before):
        yield from ((*pair, False) for pair in _doubted(line, place))
    if _QUESTION.search(text) or _DIALOGUE.match(text) or language not in DENIED:
        return
    if _said(AT_ODDS[language], text):
        yield from ((*pair, False) for pair in _next_two(line, place))
    elif found := _said(NAMED[language], text):
        earlier = _naming(line, place, found["noun"])
        if earlier is not None:
            yield earlier, told, True
    elif found := _said(DENIED[language], text):
        earlier = _earlier(line, place)
        # "It has not" answers somebody's word, and nothing that was still to come.
        short = _CUT_SHORT.search(found[0])
        if earlier is not None and not (short and (_AHEAD.search(earlier.text) or not earlier.voice)):
            yield earlier, _substance(line, place, found, earlier), True
    elif found := _said(OTHERWISE[language], text):
        earlier, topic = _earlier(line, place), _topic(text, found, language)
        if earlier is None or (topic and not topic & keys(earlier.text, language)):
            return
        tied = bool(keys(text, language) & keys(earlier.text, language))
        if tied or earlier.voice or _ACCOUNT.search(earlier.text):
            yield earlier, _substance(line, place, found, earlier), False


def _announces(told: Statement) -> bool:
    return _said(AT_ODDS[told.language], told.text) is not None


def _said(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """Where the text says so as a fact."""
    found = pattern.search(text)
    return None if found is None or _MAYBE.search(text, 0, found.start()) else found


def _topic(text: str, found: re.Match[str], language: str) -> frozenset[str]:
    """What it says that they differ about, empty where it doesn't."""
    about = _ABOUT.match(text, found.end())
    return keys(about["what"], language) if about else frozenset()


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


def _naming(line: dict[int, Statement], place: int, noun: str) -> Statement | None:
    """The nearest statement before it that uses the noun's word: who "estimated" gave "the estimate"."""
    told, begins = line[place], noun.lower()[:_PREFIX]
    for back in range(1, _FAR_BACK):
        other = line.get(place - back)
        if other is None or other is told or not _stands(other) or _one_voice(other, told):
            continue
        if any(word.lower().startswith(begins) for word in other.text.split()):
            return other
    return None


def _next_two(line: dict[int, Statement], place: int) -> Iterator[tuple[Statement, Statement]]:
    """The statement behind it and the next one that gives another amount, or is set against it."""
    first = line.get(place + 1)
    if first is None or not (_stands(first) or (first.voice and concepts(first.text))):
        return
    for on in range(2, _ON + 1):
        second = line.get(place + on)
        if second is not None and _said(DENIED[second.language], second.text):
            return  # it is read by itself
        if second is None or not _stands(second):
            continue
        counted = measures(first.text, first.language)[1]
        if rival_figures(first, second) or (not counted and _turns(first, second)):
            yield first, second
            return


def _doubted(line: dict[int, Statement], place: int) -> Iterator[tuple[Statement, Statement]]:
    """Somebody's words that are asked about at once, and the first answer that says something by itself."""
    first = line.get(place - 2) or line.get(place - 1)
    if first is None or not (_ALL_SPEECH.fullmatch(first.text) or first.voice) or not _stands(first):
        return
    for on in range(_ON):
        second = line.get(place + on)
        if second is not None and second is not first and _stands(second):
            yield first, second
            return


def _turns(first: Statement, second: Statement) -> bool:
    """True where the second turns against the first, or each has a speaker of its own."""
    if _BUT.match(second.text) or _TURN.search(second.text):
        return True
    named = _named(first), _named(second)
    # What begins with somebody's own words goes on as often as it turns.
    return bool(named[0] and named[1]) and not named[0] & named[1] and not _SPEECH.match(second.text)


def _rivals(first: Statement, second: Statement) -> bool:
    """True where both give an amount of one dimension that the other's does not fit."""
    one, other = (measures(each.text, each.language)[1] for each in (first, second))
    return any(a.dimension == b.dimension and not compatible(a, b) for a in one for b in other)


def _substance(line: dict[int, Statement], place: int, found: re.Match[str], earlier: Statement) -> Statement:
    """What it says instead: the speech behind it where it says no more than that it is not so."""
    told = line[place]
    rest = told.text[: found.start()] + told.text[found.end() :]
    leads = ":" not in told.text[found.end() :]
    silent = not _SPEECH.search(told.text)
    bare = len(concepts(rest) - told.spoken) < _LEFT_OVER or bool(ELSE.match(told.text, found.end()))
    for on in (1, 2):
        behind = line.get(place + on)
        if behind is None or behind is told or _one_voice(earlier, behind):
            break
        quoted = _SPEECH.match(behind.text) is not None
        if not _counts(told) and rival_figures(earlier, behind):
            return behind
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
    return not statement.voice and RUMOUR.search(statement.text) is not None


def _counts(statement: Statement) -> bool:
    return bool(measures(statement.text, statement.language)[1])


def _one_voice(first: Statement, second: Statement) -> bool:
    return bool(first.voice & _named(second))


def _kind(first: Statement, second: Statement, *, denies: bool) -> ConflictKind:
    if _rivals(first, second):
        return ConflictKind.NUMBER
    if _PLACE.search(first.text) and _PLACE.search(second.text) and not denies:
        return ConflictKind.PLACE
    return ConflictKind.OCCURRENCE if denies else ConflictKind.CHARACTERISATION
