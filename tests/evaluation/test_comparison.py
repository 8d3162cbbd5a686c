"""Paired differences, and when they are more than chance."""

from __future__ import annotations

from pathlib import Path

import pytest

from conspectus.evaluation.comparison import as_markdown, as_text, compared, signed
from conspectus.evaluation.loading import LoadedCase
from tests.support.reports import Figures, made_cases, made_report

NAMES = ("c1", "c2", "c3", "c4")


@pytest.fixture
def cases(tmp_path: Path) -> tuple[LoadedCase, ...]:
    """Four cases."""
    return made_cases(tmp_path, *NAMES)


def figures(a: list[float | None], b: list[float | None], scorer: str = "coverage") -> Figures:
    """One scorer's figures for A and B, case by case."""
    return {
        name: {case: {scorer: value} for case, value in zip(NAMES, values, strict=False)}
        for name, values in (("A", a), ("B", b))
    }


@pytest.mark.parametrize(
    ("scorer", "a", "b", "verdict"),
    [
        ("coverage", [0.1, 0.2, 0.3, 0.4], [0.3, 0.5, 0.5, 0.7], "better"),
        ("coverage", [0.3, 0.5, 0.5, 0.7], [0.1, 0.2, 0.3, 0.4], "worse"),
        ("decoys", [0.1, 0.2, 0.3, 0.4], [0.3, 0.5, 0.5, 0.7], "worse"),
        ("words", [10.0, 20.0, 30.0, 40.0], [30.0, 50.0, 50.0, 70.0], "differs"),
        ("coverage", [0.1, 0.9, 0.1, 0.9], [0.9, 0.1, 0.9, 0.2], "no finding"),
        ("coverage", [0.5, 0.5, 0.5, 0.5], [0.5, 0.5, 0.5, 0.5], "same"),
        ("coverage", [0.1, 0.2], [0.9, 0.9], "too few cases"),
    ],
)
def test_the_verdict_is_that_of_the_interval(
    cases: tuple[LoadedCase, ...], scorer: str, a: list[float | None], b: list[float | None], verdict: str
) -> None:
    """A direction only where 0 is outside, and where there are cases enough to say so."""
    comparison = compared(made_report(cases, figures(a, b, scorer)), "A", "B")
    assert comparison.changes[0].verdict == verdict


def test_differences_are_paired(cases: tuple[LoadedCase, ...]) -> None:
    """Cases that differ much from each other and alike between A and B leave a narrow interval."""
    report = made_report(cases, figures([0.0, 0.3, 0.6, 0.9], [0.1, 0.4, 0.7, 1.0]))
    change = compared(report, "A", "B").changes[0]
    assert change.difference.value == pytest.approx(0.1)
    assert change.difference.high - change.difference.low < 1e-9
    assert change.verdict == "better"


def test_a_case_that_one_of_them_lacks_is_named_and_left_out(cases: tuple[LoadedCase, ...]) -> None:
    """So is one that has no figure there."""
    report = made_report(cases, figures([0.1, 0.2, 0.3, 0.4], [0.1, None, 0.4]))
    comparison = compared(report, "A", "B")
    assert comparison.missing == ("c4",)
    assert comparison.changes[0].difference.count == 2
    assert [one.case for one in comparison.changes[0].gains] == ["c3"]


def test_what_changed_is_told_case_by_case(cases: tuple[LoadedCase, ...]) -> None:
    """In both formats: what got better, what got worse."""
    report = made_report(cases, figures([0.1, 0.5, 0.3, 0.4], [0.4, 0.2, 0.3, 0.6]))
    comparison = compared(report, "A", "B")
    for text in (as_text(comparison), as_markdown(comparison, command="conspectus eval")):
        assert "better: c1 10 % → 40 %, c4 40 % → 60 %" in text
        assert "worse: c2 50 % → 20 %" in text


def test_differences_have_signs() -> None:
    """Shares in percentage points; nothing is plus or minus nothing."""
    assert [signed(0.25, "share"), signed(-3, "tokens"), signed(0.0, "share"), signed(0.0, "usd")] == [
        "+25 pp",
        "−3",
        "±0 pp",
        "±$0",
    ]
