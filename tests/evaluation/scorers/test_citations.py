"""Sentences and their citations, judged together and one by one."""

from __future__ import annotations

from conspectus.evaluation.loading import LoadedCase
from conspectus.evaluation.scorers.citations import PRECISION, RECALL
from tests.support.outputs import BURNED, FIFTEEN, THURSDAY, TWELVE, VARN, output, said


def test_borne_out_sentences_are_one(case: LoadedCase) -> None:
    """Each sentence is its evidence's own."""
    made = output(said(case, FIFTEEN, ("herald.md", FIFTEEN)), said(case, VARN, ("page.html", VARN)))
    assert (RECALL(case, made).value, PRECISION(case, made).value) == (1, 1)


def test_shuffled_citations_are_zero(case: LoadedCase) -> None:
    """True sentences that cite each other's evidence."""
    made = output(said(case, FIFTEEN, ("page.html", VARN)), said(case, VARN, ("herald.md", FIFTEEN)))
    assert (RECALL(case, made).value, PRECISION(case, made).value) == (0, 0)


def test_a_sentence_without_citation_costs_recall_only(case: LoadedCase) -> None:
    """It has no citation that could be wrong."""
    made = output(said(case, FIFTEEN, ("herald.md", FIFTEEN)), said(case, VARN))
    assert (RECALL(case, made).value, PRECISION(case, made).value) == (0.5, 1)


def test_a_citation_for_nothing_costs_precision_only(case: LoadedCase) -> None:
    """The sentence is borne out without it."""
    made = output(said(case, FIFTEEN, ("herald.md", FIFTEEN), ("echo.txt", THURSDAY)))
    assert (RECALL(case, made).value, PRECISION(case, made).value) == (1, 0.5)
    assert "expects to open" in PRECISION(case, made).details[0]


def test_two_citations_that_are_needed_together_are_one(case: LoadedCase) -> None:
    """Each half of the sentence has its own."""
    text = "A lorry burned on the bridge at Orlen on Monday, and twelve people were taken to hospital, the police said."
    made = output(said(case, text, ("herald.md", BURNED), ("echo.txt", TWELVE)))
    assert (RECALL(case, made).value, PRECISION(case, made).value) == (1, 1)


def test_nothing_said_is_not_measured(case: LoadedCase) -> None:
    """Silence has no citations, good or bad."""
    assert (RECALL(case, output()).value, PRECISION(case, output()).value) == (None, None)
