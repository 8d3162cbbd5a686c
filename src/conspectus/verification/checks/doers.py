"""Whom it is said of: what the evidence tells of one, the claim of another whom the evidence names elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from conspectus.text.facts.words import stem
from conspectus.text.senses import LIGHT, meant
from conspectus.verification.checks.case import SHARED_BEGINNING, Case
from conspectus.verification.checks.parts import Deed, Part, is_name, own_words, parts
from conspectus.verification.checks.speakers import same_initials
from conspectus.verification.verdict import Mismatch, MismatchKind

_LEAST_TOLD = 2
_LEAST_SHARE = 0.6
"""The share of what the claim tells of somebody that one sentence of the evidence has to tell."""
_MOST_AT_HOME = 0.5
"""The share of this that the sentences which name whom the claim means may tell as well."""
TIMES = frozenset(
    map(
        stem,
        str.split(
            "january february march april may june july august september october november december monday tuesday "
            "wednesday thursday friday saturday sunday day week month year hour minute"
        ),
    )
)
_NONE: frozenset[str] = frozenset()


def check(case: Case) -> Iterator[Mismatch]:
    """Somebody of whom the claim tells what a sentence of the evidence tells, which names another and not them."""
    for part in parts(case.claim):
        for name, deed in part.deeds:
            if not deed.words or not is_name(name, case, _NONE):
                continue
            for other in others(case, deed, at_home=True):
                yield said_of_another(deed.called, other.called)
                return


def said_of_another(called: str, other: str) -> Mismatch:
    """The mismatch of what the claim tells of somebody, and the evidence of another."""
    return Mismatch(
        kind=MismatchKind.NAME,
        in_claim=called,
        in_evidence=other,
        message=f"The evidence says this of “{other}”, not of “{called}”.",
    )


def others(
    case: Case,
    deed: Deed,
    *,
    at_home: bool = False,
    names: frozenset[str] = _NONE,
    behind: Mapping[str, Deed] | None = None,
) -> Iterator[Deed]:
    """Of whom else the evidence tells the claim's deed: by name, in the sentence that tells most of it.

    None where that sentence names the doer, or where its pronoun may mean them; `behind` tells of some pieces whom
    their pronoun means. `at_home` none either where no sentence names the doer, or one that does tells about as much.
    `names` are words that are surely names, whatever sentence they open.
    """
    claim = case.claim
    told = deed.told - LIGHT - TIMES
    sentences = [(text, part) for text in case.wider for part in parts(text)]
    if len(told) < _LEAST_TOLD or not sentences:
        return
    senses = meant(claim.text)
    shares = {part: [root for root in told if _has(part, root, senses)] for _, part in sentences}
    text, best = max(sentences, key=lambda each: _weight(shares[each[1]]))
    most = _weight(shares[best])
    if most < max(_LEAST_TOLD, _LEAST_SHARE * _weight(told)) or deed.words & best.words:
        return
    homes = [part for _, part in sentences if deed.words & part.words]
    if at_home and (not homes or any(_weight(shares[part]) > _MOST_AT_HOME * most for part in homes)):
        return
    said = claim.lows.union(*map(own_words, claim.names))
    if best.left_open:
        before = (behind or {}).get(text.text) if parts(text)[0] is best else None
        if before is None or best.unnamed is None or not deed.words.isdisjoint(before.words):
            return
        candidates = [best.unnamed._replace(called=before.called, words=before.words)]
    else:
        candidates = [other for name, other in best.deeds if is_name(name, case, names)]
    for other in candidates:
        told_here = _weight(
            [root for root in shares[best] if _in(other.told | other.aside, root) or not _in(best.told, root)]
        )
        if (
            other.words
            and other.words.isdisjoint(said)
            and not same_initials(other.words, deed.words)
            and other.speaks <= deed.speaks
            and told_here >= _LEAST_SHARE * most
        ):
            yield other


def _weight(told: Iterable[str]) -> int:
    """How much is told: a figure counts twice, because few things share one."""
    return sum(2 if root[0].isdecimal() else 1 for root in told)


def _has(part: Part, root: str, senses: Mapping[str, frozenset[str]]) -> bool:
    return _in(part.told, root) or not senses.get(root, _NONE).isdisjoint(part.senses)


def _in(stems: frozenset[str], root: str) -> bool:
    beginning = root[:SHARED_BEGINNING]
    return root in stems or (
        len(beginning) == SHARED_BEGINNING and any(other.startswith(beginning) for other in stems)
    )
