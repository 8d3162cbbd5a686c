# ruff: noqa: SIM905 — a word list reads best as words
"""Who did what to whom: doer and done-to that have changed places."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from conspectus.caching import kept
from conspectus.text.facts.lexicon import PLACE_OF
from conspectus.text.facts.words import stem
from conspectus.verification.checks.actions import Act, act_of, verbal
from conspectus.verification.checks.case import KEPT, Analysis, Case
from conspectus.verification.checks.kinds import kinds_of_stems
from conspectus.verification.checks.office_words import OFFICE_WORDS
from conspectus.verification.checks.speakers import same_initials
from conspectus.verification.verdict import Mismatch, MismatchKind

_SHARED_TARGET = 2
PLACE_STEMS = {stem(word): place for word, place in PLACE_OF.items()}
SYMMETRIC = frozenset(
    stem(w) for w in "meet merge marry talk discuss agree join share play draw tie compete".split()
)
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


def check(case: Case) -> Iterator[Mismatch]:
    """A verb of the claim whose doer and target are the evidence's target and doer."""
    claim = case.claim
    shared = (claim.stem_set & case.stems) - SYMMETRIC
    if not shared:
        return
    named: frozenset[str] = frozenset()
    for index, root in enumerate(claim.stems):
        if root not in shared or not verbal(claim, index):
            continue
        mine = act_of(claim, index)
        if not mine.target:
            continue
        acts = [
            act_of(analysis, at)
            for analysis in case.wider
            for at in analysis.places(root)
            if verbal(analysis, at)
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


def _suffered(mine: Act, theirs: Act) -> bool:
    """True where the claim's doer is whom it was done to, though the claim has it done to a third."""
    return (
        bool(mine.doer & theirs.target)
        and not theirs.passive
        and not mine.doer & theirs.doer
        and not mine.target & (theirs.target | theirs.doer)
    )


def _another(case: Case, named: frozenset[str], mine: Act, theirs: Act) -> bool:
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


def _turned(named: frozenset[str], mine: Act, theirs: Act) -> bool:
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
