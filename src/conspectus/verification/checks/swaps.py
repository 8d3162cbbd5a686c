# ruff: noqa: SIM905 — a word list reads best as words
"""Who did what to whom: doer and done-to that have changed places."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from conspectus.caching import kept
from conspectus.text.facts.lexicon import PLACE_OF
from conspectus.text.facts.tokens import Reading
from conspectus.text.facts.words import IRREGULAR_FORMS, stem
from conspectus.verification.checks.case import KEPT, Analysis, Case
from conspectus.verification.checks.kinds import kinds_of_stems
from conspectus.verification.checks.office_words import OFFICE_WORDS
from conspectus.verification.checks.speakers import same_initials
from conspectus.verification.verdict import Mismatch, MismatchKind

_SHARED_TARGET = 2
_REACH = 6
_OPENING = 3
_ASIDE = 18
_BE = frozenset("is are was were be been being get got".split())
_FINITE_BE = frozenset(("is", "are"))
_AUXILIARIES = frozenset("will would to may might can could shall should must did does do".split())
PLACE_STEMS = {stem(word): place for word, place in PLACE_OF.items()}
_AGREE = frozenset(stem(w) for w in "agree plan offer want decide seek promise hope".split())
_CONTROL = 9
_OPENS_ROLE = frozenset("the a an its his her their".split())
_SIDES = frozenset(("from", "against", "over"))
_UNCHANGED = frozenset(("beat", "hit", "cut", "put", "bet", "let", "shut"))
SYMMETRIC = frozenset(
    stem(w) for w in "meet merge marry talk discuss agree join share play draw tie compete".split()
)
_PREPOSITIONS = frozenset("in on at over for from with to into against about under during by".split())
_BREAKS = frozenset(
    ", ; : – ( ) . ! ? and but while as after before when because which who that said says told".split()
)
_STOPS = _BREAKS | _PREPOSITIONS
_BEFORE_NOUNS = frozenset(("the", "a", "an", "its", "their", "his", "our", "my", "your"))
_OF_NOUNS = ("or", "ors", "ion", "ions", "ment", "ments", "ness", "ity", "ss")
_OF_SOMETHING = frozenset(
    map(
        stem,
        "accuse convict acquit clear absolve suspect rob strip deprive relieve inform notify assure".split(),
    )
)
"""Verbs of doing something to somebody of which "of" tells more: "accused the ministry of haste"."""
_AGAINST = frozenset(
    map(
        stem,
        "accuse sue criticise criticize condemn attack fine arrest charge convict acquit warn rebuke scold praise "
        "thank beat defeat bribe threaten insult".split(),
    )
)
"""Verbs of what one party does to another."""
_LABILE = frozenset(
    stem(w)
    for w in (
        "close open begin start end stop change move increase rise drop grow double burn break sink spread reopen "
        "resume continue shut turn improve collapse crash develop form"
    ).split()
)
"""Verbs whose doer, where they have no target, is the target of another doer: a library closes, a council closes it."""


class _Act(NamedTuple):
    """A verb with the content words of who does it and of whom it is done to."""

    doer: frozenset[str]
    target: frozenset[str]
    words: str
    passive: bool = False
    other: frozenset[str] = frozenset()
    """Whom it is done to or for besides: "from the rebels"."""


def check(case: Case) -> Iterator[Mismatch]:
    """A verb of the claim whose doer and target are the evidence's target and doer."""
    claim = case.claim
    shared = (claim.stem_set & case.stems) - SYMMETRIC
    if not shared:
        return
    named: frozenset[str] = frozenset()
    for index, root in enumerate(claim.stems):
        if root not in shared or not _verbal(claim, index):
            continue
        mine = _act(claim, index)
        if not mine.target:
            continue
        acts = [
            _act(analysis, at)
            for analysis in case.wider
            for at in analysis.places(root)
            if _verbal(analysis, at)
        ]
        if not acts:
            continue
        named = named or _all_named(case)
        if root in _LABILE:
            acts = [act for act in acts if act.target or act.passive]
        turned = [
            act
            for act in acts
            if _turned(named, mine, act)
            or _another(case, named, mine, act)
            or (root in _AGAINST and _suffered(mine, act))
        ]
        if turned and len(turned) == len(acts):
            yield Mismatch(
                kind=MismatchKind.ROLE,
                in_claim=mine.words,
                in_evidence=turned[0].words,
                message=f"The claim turns round who did it: it says “{mine.words}”, "
                f"the evidence “{turned[0].words}”.",
            )
            return


def _suffered(mine: _Act, theirs: _Act) -> bool:
    """True where the claim's doer is whom it was done to, though the claim has it done to a third."""
    return (
        bool(mine.doer & theirs.target)
        and not theirs.passive
        and not mine.doer & theirs.doer
        and not mine.target & (theirs.target | theirs.doer)
    )


def _another(case: Case, named: frozenset[str], mine: _Act, theirs: _Act) -> bool:
    """True where the same was done to the same, but by somebody else of whom the evidence speaks by name."""
    if not mine.doer and not theirs.doer and theirs.target:
        sides = [{PLACE_STEMS.get(s, s) for s in target & named} for target in (mine.target, theirs.target)]
        return all(sides) and not sides[0] & sides[1] and mine.target <= case.stems
    kinds = kinds_of_stems(mine.doer), kinds_of_stems(theirs.doer)
    if all(kinds) and not kinds[0] & kinds[1] and not (mine.doer | theirs.doer) & named:
        return len(mine.target & theirs.target) >= _SHARED_TARGET
    places = [{PLACE_STEMS.get(s, s) for s in doer & named} for doer in (mine.doer, theirs.doer)]
    return (
        bool(mine.target & theirs.target)
        and all(places)
        and not places[0] & places[1]
        and not same_initials(places[0], places[1])
        and not mine.doer & (theirs.doer | theirs.target)
        and mine.doer <= case.stems
    )


def _all_named(case: Case) -> frozenset[str]:
    """The stems of all names but those that begin the claim with a word which the evidence has in small letters."""
    common = {
        stem(name.words[0])
        for name in case.claim.names
        if name.initial
        and len(name.words) == 1
        and any(name.words[0] in text.reading.words for text in case.texts)
    }
    return _named(case.claim).difference(common).union(*map(_named, case.wider))


@lru_cache(maxsize=KEPT)
def _named(analysis: Analysis) -> frozenset[str]:
    """The stems of the words of the names in the text, offices aside."""
    return kept(stem(word) for name in analysis.names for word in name.words if word not in OFFICE_WORDS)


def _verbal(analysis: Analysis, index: int) -> bool:
    """True for what looks like a verb: a past or third-person form with words on both sides."""
    word, before = analysis.reading.words[index], analysis.reading.padded[index - 1]
    if not word.islower() or word.endswith(_OF_NOUNS):
        return False
    if before in _AUXILIARIES:
        return True
    if before in _BEFORE_NOUNS:
        # "Over the purchase of a flat": a noun.
        return False
    if word.endswith("ing") and before != ",":
        return False
    if word.endswith("s") and analysis.reading.padded[index + 1] in _FINITE_BE:
        # "Tubs are recalled": a plural noun.
        return False
    return (
        word.endswith(("ed", "s"))
        or analysis.stems[index] != word
        or word in IRREGULAR_FORMS
        or word in _UNCHANGED
    )


@lru_cache(maxsize=256)
def _act(analysis: Analysis, index: int) -> _Act:
    reading = analysis.reading
    before, after = _left(analysis, index), _right(analysis, index)
    whom = after
    if analysis.stems[index] in _OF_SOMETHING:
        whom = next((i for i in range(index + 1, after) if reading.lows[i] == "of"), after)
    left, right = _doer(analysis, before, index), analysis.stems_in(index + 1, whom)
    lows = reading.padded
    near = reading.lows[index + 1 : index + _REACH]
    by = index + 1 + near.index("by") if "by" in near else None
    passive = lows[index - 1] in _BE or lows[index - 2] in _BE or _reduced(reading, index)
    words = " ".join(reading.words[before:after])
    if passive and by is not None:
        after = _right(analysis, by)
        after = next((i for i in range(by + 1, after) if reading.lows[i] in _BE), after)
        if reading.low(after) == "," and reading.word(after + 1)[:1].isupper():
            # "By a colleague, Ina Holt"
            after = _right(analysis, after)
        return _Act(analysis.stems_in(by + 1, after), left, " ".join(reading.words[before:after]), True)
    if passive:
        giver = (
            analysis.stems_in(after + 1, _right(analysis, after)) if lows[after] == "from" else frozenset()
        )
        return _Act(frozenset(), left, words, other=giver)
    other = analysis.stems_in(after + 1, _right(analysis, after)) if lows[after] in _SIDES else frozenset()
    return _Act(left, right, words, other=other)


def _reduced(reading: Reading, index: int) -> bool:
    """True for the "owned" of "two satellites owned by Ravello", not for "learned by email"."""
    if reading.padded[index + 1] != "by" or not _past(reading, index):
        return False
    return reading.word(index + 2 + (reading.low(index + 2) in _OPENS_ROLE))[:1].isupper()


def _doer(analysis: Analysis, before: int, index: int) -> frozenset[str]:
    """The words before the verb; across an aside ("Ortega, 29, won") or, for ", overtaking", from the beginning."""
    reading = analysis.reading
    if reading.padded[index - 1] == "to":
        index = next(
            (i for i in range(index - 2, max(-1, index - _CONTROL), -1) if stem(reading.lows[i]) in _AGREE),
            index,
        )
        before = _left(analysis, index)
    verb = index
    lows = reading.padded
    while lows[index - 1] in _AUXILIARIES or lows[index - 1] in _BE:
        index -= 1
    before_it = lows[index - 1]
    if before_it in ("who", "which"):
        # "Tarnside, who had beaten Rovers": who did it stands before the pronoun.
        before = index - 1 - (reading.low(index - 2) == ",")
        start = _left(analysis, before)
        if start < before and reading.low(start - 1) == "," and reading.low(start)[:1].isdecimal():
            # "Rua, 23, who beat Brandt"
            before, start = start - 1, _left(analysis, start - 1)
        return analysis.stems_in(start, before)
    if index < verb and before_it != ",":
        return analysis.stems_in(_left(analysis, index), verb)
    if before_it == "and" and index == verb:
        return _joint_doer(analysis, index)
    if before_it != ",":
        return analysis.stems_in(before, index)
    start = analysis.sentence_bounds(index)[0]
    if reading.lows[index].endswith("ing"):
        return analysis.stems_in(start, min(index, start + _OPENING))
    opening = next(
        (i for i in range(index - 2, max(start, index - _ASIDE), -1) if reading.lows[i] == ","), None
    )
    if opening is None:
        return frozenset()
    if reading.word(opening + 1)[:1].isupper() or reading.low(opening + 1) in _OPENS_ROLE:
        # "The engineer on call, Kwabena Stirk, suspected", "Ndiaye, a neurophysiologist, calls": that is who did it.
        return analysis.stems_in(_left(analysis, opening), index)
    return analysis.stems_in(_left(analysis, opening), opening)


def _joint_doer(analysis: Analysis, index: int) -> frozenset[str]:
    """Who "ordered an inquiry and defended Sunde": the doer of the verb before, where that one is active."""
    reading = analysis.reading
    start, _ = analysis.sentence_bounds(index)
    for at in range(index - 2, start, -1):
        if reading.low(at) in (",", ";"):
            break
        if _past(reading, at) and _verbal(analysis, at):
            passive = reading.low(at - 1) in _BE or reading.low(at - 1) == "and"
            return frozenset() if passive else _doer(analysis, _left(analysis, at), at)
    return frozenset()


def _past(reading: Reading, index: int) -> bool:
    return reading.lows[index].endswith("ed") or reading.lows[index] in IRREGULAR_FORMS


def _left(analysis: Analysis, index: int) -> int:
    lows, first = analysis.reading.lows, max(0, index - _REACH)
    start = index
    while start > first and lows[start - 1] not in _BREAKS:
        start -= 1
    return start


def _right(analysis: Analysis, index: int) -> int:
    lows = analysis.reading.lows
    end, limit = index + 1, min(len(lows), index + 1 + _REACH)
    while end < limit and lows[end] not in _STOPS:
        end += 1
    return end


def _turned(named: frozenset[str], mine: _Act, theirs: _Act) -> bool:
    doers, targets = (mine.doer & named, theirs.doer & named), (mine.target & named, theirs.target & named)
    if doers[0] and targets[0] and doers[1] and not doers[0] & doers[1] and not targets[0] & targets[1]:
        # Those who are named have changed places, whatever else stands beside them.
        if targets[1] and doers[0] & targets[1] and targets[0] & doers[1]:
            return True
        if not theirs.target and targets[0] & doers[1]:
            return True
    if not theirs.doer and mine.doer & theirs.other and mine.target & theirs.target:
        # "The library bought the bus" where it "was bought from the library".
        return not mine.other
    if mine.other & theirs.doer and mine.doer & theirs.other and mine.target & theirs.target:
        return not mine.doer & theirs.doer
    if theirs.passive and not theirs.target:
        return bool(mine.target & theirs.doer) and not mine.doer & theirs.doer
    crossed = bool(mine.doer & theirs.target) and bool(mine.target & theirs.doer)
    return crossed and not (mine.doer & theirs.doer) and not (mine.target & theirs.target)
