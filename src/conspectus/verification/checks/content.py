"""Content: a claim that has next to no words in common with its evidence is not about it.

Mechanics can't judge a paraphrase, so the bar is low: it refuses what is foreign to the evidence, and of whose words
only names and offices are there, and leaves everything else to the entailment check.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from conspectus.caching import kept
from conspectus.text.concepts import NO_SUBJECT
from conspectus.text.facts.names import Name
from conspectus.text.facts.operators import OperatorKind
from conspectus.text.facts.tokens import CLAUSE_MARKS
from conspectus.text.facts.words import stem
from conspectus.text.senses import LIGHT, meant, phrases
from conspectus.verification.checks.case import Analysis, Case, pairs
from conspectus.verification.checks.deeds import told_otherwise
from conspectus.verification.checks.office_words import offices_in
from conspectus.verification.checks.same_days import matching
from conspectus.verification.verdict import Mismatch, MismatchKind

_JUDGEABLE = 3
_NONE: frozenset[str] = frozenset()
_NO_TOKENS: frozenset[int] = frozenset()


def _amounts(analysis: Analysis) -> frozenset[Decimal]:
    return frozenset(quantity.low for quantity in analysis.quantities if quantity.low > 1)


def carried(case: Case) -> float:
    """The share (0–1) of the claim's content words that the evidence or what is known has in some form."""
    wanted = case.claim.stem_set
    return 1 - len(case.foreign) / len(wanted) if wanted else 1.0


def strange(case: Case) -> frozenset[int]:
    """The tokens of the claim that the evidence has in no form and no sense; names and amounts are others' business."""
    claim, senses = case.claim, meant(case.claim.text)
    # A capital that opens a sentence makes no name of what the evidence does not have.
    named = {
        stem(word) for name in claim.names if len(name.words) > 1 or not name.initial for word in name.words
    }
    counted = set(claim.counted)
    roots = {
        root
        for root in case.foreign - named - NO_SUBJECT - LIGHT
        if not senses.get(root, _NONE) & case.senses
    }
    if not roots:
        return _NO_TOKENS
    for start, end, means in phrases(claim.text):
        if any(not sense.isdisjoint(case.senses) for sense in means.values()):
            counted.update(
                at for at in range(len(claim.stems)) if start <= claim.reading.raw_range(at, at)[0] < end
            )
    return frozenset([at for at, root in enumerate(claim.stems) if root in roots and at not in counted])


def unmatched(case: Case) -> tuple[str, ...]:
    """The claim's words that the evidence has in no form and no sense, those that stand together as one piece."""
    found: list[tuple[int, int]] = []
    odd = strange(case) if case.foreign else _NO_TOKENS
    joined = False
    for at, root in enumerate(case.claim.stems):
        if at in odd:
            found.append((found.pop()[0] if joined else at, at))
            joined = True
        elif root is not None or case.claim.reading.words[at] in CLAUSE_MARKS:
            joined = False
    spans = (case.claim.reading.raw_range(first, last) for first, last in found)
    return tuple([case.claim.text[start:end] for start, end in spans])


def check(case: Case) -> Iterator[Mismatch]:
    """A mismatch where the evidence has none of the claim's content words and numbers, or none but who it speaks of."""
    wanted = case.claim.stem_set
    foreign = case.foreign
    if not foreign:
        return
    if len(wanted) >= _JUDGEABLE and len(foreign) == len(wanted):
        if not (_amounts(case.claim) & frozenset().union(*map(_amounts, case.pieces)) or _on_the_day(case)):
            listed = _listed(case.claim, foreign)
            yield Mismatch(
                kind=MismatchKind.CONTENT,
                in_claim=listed,
                message=f"The evidence is about something else: it has no “{listed}”.",
            )
    elif told := _told_of_one_alone(case):
        listed = _listed(case.claim, told)
        yield Mismatch(
            kind=MismatchKind.CONTENT,
            in_claim=listed,
            message=f"The evidence tells who is meant, and has no word for “{listed}”.",
        )


def _on_the_day(case: Case) -> bool:
    """True where a day of the claim is one of the evidence: "no lessons on 10 March" where school is shut on Monday."""
    known = [(mention, piece, published) for piece, published in pairs(case) for mention in piece.mentions]
    return any(matching(case, wanted, known) for wanted in case.claim.mentions)


def _is_a_word(name: Name, case: Case) -> bool:
    """True where a text of the evidence has the name in lower case: a capital begins a sentence."""
    return len(name.words) == 1 and any(name.words[0] in text.reading.words for text in case.texts)


def _listed(claim: Analysis, roots: frozenset[str]) -> str:
    words = [word for word, root in zip(claim.reading.words, claim.stems, strict=True) if root in roots]
    return ", ".join(dict.fromkeys(words))


def _told_of_one_alone(case: Case) -> frozenset[str]:
    """What the claim says of the one whom it names, where the evidence has none of it in any sense; else empty.

    Empty also where the claim has an amount, a day or a word of time that the evidence has, or denies something: these
    are compared, and tie the claim to its evidence; and where it names two, who may stand to each other in other words.
    """
    claim = case.claim
    if claim.quantities or claim.mentions or claim.of_kind(OperatorKind.NEGATION):
        return frozenset()
    called = [name for name in claim.names if not (name.initial and _is_a_word(name, case))]
    offices = offices_in(claim.text)
    if len(called) + len(offices) > 1:
        return frozenset()
    who = kept([stem(word) for name in called for word in name.words])
    who = who.union(*[claim.stems_in(first, last + 1) for first, last, _ in offices])
    told = claim.stem_set - who - LIGHT
    if not told <= case.foreign or any(
        told_otherwise(case, at) for root in told for at in claim.places(root)
    ):
        return frozenset()
    senses = meant(claim.text)
    return frozenset() if any(not senses.get(root, _NONE).isdisjoint(case.senses) for root in told) else told
