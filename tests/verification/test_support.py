from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conspectus.verification.faithfulness import examine
from conspectus.verification.readable import readable
from conspectus.verification.support import SUPPORTED, SupportVerdict, combine, missing
from conspectus.verification.verdict import Mismatch, MismatchKind, Verdict

_TWO = ("The 3 mills in Varn, which had 40 workers, closed on Monday.", "A school in Oulsk got desks.")
_LYING_WELL_AND_ILL = (
    "The 3 mills in Varn, with 40 workers, closed.",
    "The council in Oulsk fell, glad and merry.",
)
_PASSES = Verdict()
_WRONG_NUMBER = Mismatch(kind=MismatchKind.NUMBER, in_claim="five", in_evidence="six", message="It says six.")
_UNKNOWN_NAME = Mismatch(kind=MismatchKind.NAME, in_claim="Bern", message="It names nobody.")

_mismatches = st.builds(
    Mismatch,
    kind=st.sampled_from(MismatchKind),
    in_claim=st.text(max_size=5),
    in_evidence=st.none() | st.text(max_size=5),
    message=st.just("It says otherwise."),
)
_verdicts = st.builds(Verdict, reasons=st.lists(_mismatches, max_size=4).map(tuple))
_probabilities = st.none() | st.floats(0, 1)


@given(_verdicts, _probabilities)
def test_the_verdict_follows_the_score_and_the_reasons(mechanical: Verdict, entailment: float | None) -> None:
    """A claim is supported exactly from a score of 0.5 on, exactly where there is no reason against it."""
    support = combine(mechanical, entailment)
    assert support.supported == (support.score >= SUPPORTED) == (not support.reasons)
    assert 0 <= support.score <= 1


@given(_verdicts.filter(lambda verdict: not verdict.supported), _probabilities)
def test_the_model_never_overrules_the_mechanical_gate(mechanical: Verdict, entailment: float | None) -> None:
    """What mechanics refuse stays refused, for their reasons as a person reads them, however sure the model is."""
    support = combine(mechanical, entailment)
    assert not support.supported
    assert support.reasons == tuple(map(readable, mechanical.reasons))


@given(_verdicts, st.floats(0, 1), st.floats(0, 1))
def test_a_surer_model_never_lowers_the_score(mechanical: Verdict, one: float, other: float) -> None:
    """With the same mechanical verdict, the score rises with the model's probability."""
    low, high = sorted((one, other))
    assert combine(mechanical, low).score <= combine(mechanical, high).score


def test_a_claim_that_only_the_model_doubts_is_not_found() -> None:
    """It is refused, with what both gates make it together as the reason."""
    support = combine(_PASSES, 0.2)
    assert support.verdict is SupportVerdict.NOT_FOUND
    assert [reason.kind for reason in support.reasons] == [MismatchKind.ENTAILMENT]
    assert "43%" in support.reasons[0].message
    assert support.entailment == 0.2


@pytest.mark.parametrize(
    ("claim", "evidence", "verdict"),
    [
        ("Six people died.", "Five people died in the fire.", SupportVerdict.CONTRADICTED),
        ("The mayor did not resign.", "The mayor resigned.", SupportVerdict.CONTRADICTED),
        ("Five people died.", "At least five people died.", SupportVerdict.OVERSTATED),
        ("The mayor resigned.", "The mayor resigned, two councillors said.", SupportVerdict.OVERSTATED),
        ("Five people died.", "Five people died in the fire.", SupportVerdict.SUPPORTED),
    ],
)
def test_what_the_evidence_does_for_a_claim(claim: str, evidence: str, verdict: SupportVerdict) -> None:
    """Another number or a negation contradicts; a dropped bound or speaker overstates."""
    assert combine(examine(claim, [evidence]), claim=claim).verdict is verdict


def test_what_the_evidence_does_not_have_is_not_found() -> None:
    """A name that it lacks contradicts nothing."""
    assert combine(Verdict(reasons=(_UNKNOWN_NAME,))).verdict is SupportVerdict.NOT_FOUND


def test_more_mismatches_score_lower() -> None:
    """Two faults are worse than one, and no evidence at all is worst."""
    one, two = (combine(Verdict(reasons=(_WRONG_NUMBER,) * count)).score for count in (1, 2))
    assert one > two > missing("Nothing is about this.").score == 0


def test_a_pass_that_says_little_is_still_a_pass() -> None:
    """How unlikely its evidence makes a claim that passed lowers the score, but not beneath the bar."""
    evidence = ["The mill in Varn closed in May.", "A school in Oulsk got 40 new desks from a fund."]
    near = combine(_PASSES, claim="In May a mill in Varn closed.", evidence=evidence)
    far = combine(_PASSES, claim="The school in Varn closed, glad and merry.", evidence=evidence)
    assert near.supported
    assert far.supported
    assert near.score > far.score >= SUPPORTED


@given(st.floats(0, 1))
def test_what_a_pass_is_worth_makes_a_model_that_answers_refuse_nothing(entailment: float) -> None:
    """The evidence moves the score of what is supported; the verdict is the model's and the gate's."""
    evidence = ["A school in Oulsk got 40 new desks from a fund."]
    bare = combine(_PASSES, entailment, claim="The mill in Varn closed.")
    told = combine(_PASSES, entailment, claim="The mill in Varn closed.", evidence=evidence)
    assert told.verdict is bare.verdict
    assert told.score <= bare.score


@given(st.floats(0, 1))
def test_what_lies_ill_on_its_evidence_needs_more_of_a_head(entailment: float) -> None:
    """Of two claims of which it is as sure, the one whose words lie together in the evidence scores higher."""
    well, ill = [
        combine(_PASSES, entailment, claim=claim, evidence=_TWO, read=True) for claim in _LYING_WELL_AND_ILL
    ]
    assert well.score >= ill.score
    assert ill.supported <= well.supported


def test_how_a_claim_lies_on_its_evidence_can_turn_what_a_head_reads() -> None:
    """Where that is unsure, and only there: what it finds likely or most unlikely stays so."""
    verdicts = [
        [
            combine(_PASSES, sure, claim=claim, evidence=_TWO, read=True).supported
            for claim in _LYING_WELL_AND_ILL
        ]
        for sure in (0.05, 0.3, 0.9)
    ]
    assert verdicts == [[False, False], [True, False], [True, True]]
