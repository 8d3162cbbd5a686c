"""What some articles tell of a claim: the evidence that is found for it, and what the mechanical gate makes of that."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from conspectus.verification.antecedents import antecedent, may_mean
from conspectus.verification.checks.case import Case, analyse
from conspectus.verification.checks.doers import others, said_of_another
from conspectus.verification.checks.parts import parts
from conspectus.verification.crossed import crossed
from conspectus.verification.evidence_search import EvidenceIndex, Found, Place, terms
from conspectus.verification.faithfulness import MismatchKind, Verdict, examine
from conspectus.verification.readable import readable
from conspectus.verification.support import Support, SupportVerdict, combine, missing
from conspectus.verification.ties import torn
from conspectus.verification.verdict import Mismatch

NOTHING = "No sentence of the articles is about this."
FAR = "No sentence of the articles is about this; the closest only shares words with it."
APART = "The articles say parts of this in sentences that have nothing to do with each other."
OTHERWISE = "No sentence of the articles says this. The closest may be about something else:"

_COVERED = 0.9
"""The share of all that a claim is found by which connected sentences have that are about it."""
_NEAR = 2
"""How many sentences further on in its article a sentence still has to do with another."""
_REPORTS = r"(?:reported|reports|has reported|writes|wrote|says|said)"
_CLAUSES = re.compile(
    r"[,;:]|\b(?:and|but|while|as|when|und|aber|während|et|mais|y|pero|mientras|ma|mas|en|maar)\b"
)
"""What a claim has that joins several statements."""


def told_by(
    claim: str, index: EvidenceIndex, before: Sequence[str] = ()
) -> tuple[Found | None, Verdict | None]:
    """The evidence that bears a claim out best, and the gate's verdict; no verdict where nothing is about the claim.

    What is only close to a claim may support it, and contradicts nothing; `unsaid` tells what it says otherwise. Nor is
    a clause borne out that takes sentences for it which have nothing to do with each other. The sentences `before` the
    claim, the last first, tell whom its "he" or "she" means.
    """
    candidates = index.search(claim)
    if not candidates or not (candidates[0].close or _all_said(candidates[0])):
        return (candidates[0] if candidates else None), None
    examined = [(found, _told(claim, found, index)) for found in candidates]
    found, verdict = min(examined, key=lambda pair: len(pair[1].reasons))
    if verdict.supported and (other := _of_another(claim, before, found, index)) is not None:
        verdict = Verdict(reasons=(other,))
    told = combine(verdict, claim=claim).verdict
    if told is SupportVerdict.SUPPORTED:
        return _untorn(claim, *_held_together(claim, found, verdict, index), index)
    return found, None if told is not SupportVerdict.NOT_FOUND and not found.same else verdict


def _all_said(found: Found) -> bool:
    """True where sentences that have to do with each other have all that the claim is found by, common words or not."""
    return found.coverage >= _COVERED and len(_connected(found.places)) == 1


def _of_another(claim: str, before: Sequence[str], found: Found, index: EvidenceIndex) -> Mismatch | None:
    """What is wrong where the evidence tells of another by name what the claim tells of a "he" or "she"."""
    case = _case(claim, found)
    behind = {
        place.text: who
        for place in found.places
        if (who := antecedent(place.earlier)) is not None
        and may_mean(place.text, who.called, place.article.text)
    }
    for part in parts(case.claim):
        for _, deed in part.deeds:
            for other in others(case, deed, at_home=True, names=index.names, behind=behind):
                return said_of_another(deed.called, other.called)
        if part.unnamed is None or (who := antecedent(before)) is None:
            continue
        for other in others(case, part.unnamed._replace(words=who.words), names=index.names, behind=behind):
            if not (who.told and index.together(other.words, who.told)):
                called = f"{part.unnamed.called}”, which is “{who.called}"
                return said_of_another(called, other.called)
    return None


def _case(claim: str, found: Found) -> Case:
    pieces = tuple(analyse(place.text) for place in found.places)
    known = [analyse(text) for text in _known(found)]
    days = tuple(place.article.published for place in found.places)
    return Case(analyse(claim), pieces, pieces, tuple(known), days, None)


def _held_together(
    claim: str, found: Found, verdict: Verdict, index: EvidenceIndex
) -> tuple[Found, Verdict | None]:
    """What bears the claim out without sentences that have nothing to do with the rest, where it needs none of them."""
    groups = _connected(found.places)
    if len(groups) == 1 or _unspliced(claim, [_terms(group) for group in groups]):
        return found, verdict
    asked = terms(claim)
    for group in sorted(groups, key=lambda group: -len(asked & _terms(group))):
        part = replace(found, places=tuple(group))
        alone = _told(claim, part, index)
        if alone.supported:
            return part, alone
    return found, None


def _untorn(
    claim: str, found: Found, verdict: Verdict | None, index: EvidenceIndex
) -> tuple[Found, Verdict | None]:
    """What bears the claim out, or what is wrong where a fact of it is told of something else or in another's place."""
    if verdict is None or verdict.notes:
        return found, verdict
    taken = torn(claim, index) or crossed(claim, index)
    if taken is None:
        return found, verdict
    shown = (taken.place, *(place for place in found.places if place is not taken.place))
    return replace(found, places=shown), Verdict(reasons=(taken.mismatch,))


def _unspliced(claim: str, groups: Sequence[frozenset[str]]) -> bool:
    """True of several clauses, each of which one of the groups has as much of as all of them together."""
    known = frozenset().union(*groups)
    clauses = [terms(clause) & known for clause in _CLAUSES.split(claim)]
    return len(clauses) > 1 and all(any(clause <= group for group in groups) for clause in clauses)


def _terms(places: Sequence[Place]) -> frozenset[str]:
    return frozenset().union(*(terms(place.text) for place in places))


def _connected(places: Sequence[Place]) -> list[list[Place]]:
    """The places in groups, each of which hangs together by words, names, numbers or neighbourhood; in their order."""
    groups: list[list[Place]] = []
    for place in places:
        tied = [group for group in groups if any(_have_to_do(place, other) for other in group)]
        groups = [group for group in groups if group not in tied]
        groups.append([*(other for group in tied for other in group), place])
    return [sorted(group, key=places.index) for group in groups]


def _have_to_do(one: Place, other: Place) -> bool:
    near = one.article.id == other.article.id and abs(one.sentence.id - other.sentence.id) <= _NEAR
    return near or not _terms([one]).isdisjoint(_terms([other]))


def unsaid(claim: str, found: Found | None) -> Support:
    """The support of a claim for which `told_by` has no verdict: not found, with what is otherwise in what is close."""
    verdict = _examined(claim, found) if found is not None and found.close else None
    if verdict is None:
        return missing(NOTHING if found is None else FAR)
    if verdict.supported:
        return missing(APART)
    return missing(" ".join((OTHERWISE, *dict.fromkeys(readable(each).message for each in verdict.reasons))))


def _told(claim: str, found: Found, index: EvidenceIndex) -> Verdict:
    """The gate's verdict; what it takes for somebody's word another sentence may state."""
    verdict = _examined(claim, found)
    if {each.kind for each in verdict.reasons} != {MismatchKind.ATTRIBUTION}:
        return verdict
    for outlet in dict.fromkeys(place.article.publisher for place in found.places):
        if outlet is not None and (reported := _reported(claim, outlet)) is not None:
            own = tuple(place for place in found.places if place.article.publisher == outlet)
            if (told := _examined(reported, replace(found, places=own))).supported:
                return told
    return _examined(claim, found, index.nearest(claim))


def _reported(claim: str, outlet: str) -> str | None:
    """What the claim says that the outlet reports, without saying that; None where it does not say it of this one.

    "According to The Lantern, the hospitals counted 171 dead" has a second speaker, whose word the outlet prints.
    """
    name = rf"(?:the\s+)?{re.escape(re.sub(r'^the ', '', outlet, flags=re.IGNORECASE))}"
    behind = re.fullmatch(rf"(.+), according to {name}([.!?]?)", claim, re.IGNORECASE)
    if behind is not None:
        return "".join(behind.groups())
    before = re.match(rf"(?:according to {name},|{name} {_REPORTS}(?: that)?)\s+", claim, re.IGNORECASE)
    return None if before is None else claim[before.end() :]


def _examined(claim: str, found: Found, around: Sequence[str] = ()) -> Verdict:
    return examine(
        claim,
        [place.text for place in found.places],
        published=[place.article.published for place in found.places],
        known=[*_known(found), *around],
    )


def _known(found: Found) -> list[str]:
    """What stands around the evidence: a pronoun in it often means somebody whom the sentence before names."""
    articles = [place.article for place in found.places]
    told = (name for article in articles for name in (article.title, article.publisher))
    around = (*(place.before for place in found.places), *told)
    return [text for text in dict.fromkeys(around) if text]
