"""Strivings: what somebody looks for, asks for or is supposed to do is not reported as had or done.

Plans and demands are `modality`'s business. Here it is verbs that name what is striven for: "is looking for a buyer".
"""

from __future__ import annotations

from collections.abc import Iterator

from conspectus.text.caseless import Caseless
from conspectus.text.facts.operators import OperatorKind as K
from conspectus.text.facts.tokens import CLAUSE_MARKS
from conspectus.text.facts.words import stem
from conspectus.text.senses import LIGHT
from conspectus.verification.checks.case import Analysis, Case
from conspectus.verification.verdict import Mismatch, MismatchKind

_VERBS = "look|search|hunt|bid|push|lobby|campaign|negotiat|apply|appli|press|appeal"
_STRIVES = Caseless(
    rf"\b(?:(?:{_VERBS})(?:e?s|e?d|ing)? (?:for|over|about|with)(?: permission to)?|"
    r"sought|seeks?|seeking|ask(?:s|ed|ing)? (?:[\w'’]+ ){1,4}for|(?:is|are|was|were) (?:meant|supposed) to|"
    r"(?:made|makes|put in|submitted|tabled) (?:an?|its|his|her|their) (?:\w+ )?"
    r"(?:offer|bid|request|application|proposal) (?:of|for|to))\b",
)
_WISHES = frozenset(
    map(
        stem,
        str.split(
            "want seek ask look search hunt bid push lobby campaign negotiate negotiation apply application offer "
            "request propose proposal hope aim plan demand try talk call plea wish intend mean suppose design goal "
            "target purpose appeal need press"
        ),
    )
)
"""What keeps it in the claim."""
_HAD = frozenset(
    map(
        stem,
        str.split(
            "get grant receive win approve agree give obtain secure find succeed accept buy sign award allow gain land"
        ),
    )
)
"""What tells, behind the striving, that it was had after all."""
_KEPT = (K.NEGATION, K.POSSIBILITY, K.EXPECTATION, K.FUTURE, K.OBLIGATION, K.CONDITION, K.HEDGE)
_ENDS = CLAUSE_MARKS | {",", "and", "but", "which", "who", "because", "while"}
_LEAST_SHARED = 2


def check(case: Case) -> Iterator[Mismatch]:
    """What the claim tells as done, and the evidence only of somebody who strives for it."""
    claim = case.claim
    if claim.of_kind(*_KEPT) or not claim.stem_set.isdisjoint(_WISHES):
        return
    for place, analysis in enumerate(case.wider):
        for match in _STRIVES.finditer(analysis.reading.text):
            start, end = _scope(analysis, match.end())
            roots = [root for root in analysis.stems[start:end] if root is not None and root not in LIGHT]
            shared = claim.stem_set.intersection(roots)
            if not roots or roots[0] not in shared or len(shared) < min(_LEAST_SHARED, len(set(roots))):
                continue
            behind = [
                *analysis.stems[end:],
                *(root for text in case.wider[place + 1 :] for root in text.stems),
            ]
            others = [text.stem_set for text in case.wider if text is not analysis]
            before = analysis.stems_in(0, start)
            if _HAD.isdisjoint(behind) and not any(roots[0] in known for known in (before, behind, *others)):
                yield Mismatch(
                    kind=MismatchKind.MODALITY,
                    in_claim=claim.text,
                    in_evidence=match[0],
                    message=f"The evidence says “{match[0]}”; the claim tells it as done.",
                )
                return


def _scope(analysis: Analysis, at: int) -> tuple[int, int]:
    """The tokens from that character of the plain text to the end of its clause."""
    reading = analysis.reading
    start = next((i for i, begin in enumerate(reading.starts) if begin >= at), len(reading))
    end = start
    while end < len(reading) and reading.lows[end] not in _ENDS:
        end += 1
    return start, end
