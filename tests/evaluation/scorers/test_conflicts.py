"""Conflicts shown, missed and imagined."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from conspectus.evaluation.loading import LoadedCase
from conspectus.evaluation.scorers.conflicts import DECOYS, F1, PRECISION, RECALL, Kind, by_kind
from conspectus.model.briefing import ConflictKind
from tests.support.outputs import FIFTEEN, OPENED, THURSDAY, TWELVE, VARN, bridge, output, shown

REAL = ([("echo.txt", TWELVE)], [("herald.md", FIFTEEN)])
FALSE = ([("echo.txt", THURSDAY)], [("page.html", OPENED)])


def test_the_real_conflict_alone_is_one(case: LoadedCase) -> None:
    """With its sides in either order."""
    for sides in (REAL, REAL[::-1]):
        made = output(conflicts=(shown(case, *sides),))
        assert [scorer(case, made).value for scorer in (PRECISION, RECALL, F1, DECOYS)] == [1, 1, 1, 0]
    assert by_kind(case, made) == {"number": (1, 1, 1, 1)}
    assert "number 1/1" in RECALL(case, made).explanation


def test_a_decoy_alone_is_zero(case: LoadedCase) -> None:
    """It is no conflict, and the conflict there is has not been shown."""
    made = output(conflicts=(shown(case, *FALSE),))
    assert [scorer(case, made).value for scorer in (PRECISION, RECALL, F1, DECOYS)] == [0, 0, 0, 1]
    assert RECALL(case, made).details == ("missed hurt (number): How many were hurt?",)


def test_both_are_in_between(case: LoadedCase) -> None:
    """Precision 1/2, recall 1: F1 2/3."""
    made = output(conflicts=(shown(case, *REAL), shown(case, *FALSE)))
    assert PRECISION(case, made).value == 0.5
    assert RECALL(case, made).value == 1
    assert F1(case, made).value == pytest.approx(2 / 3)


def test_two_sides_of_one_position_are_no_conflict(case: LoadedCase) -> None:
    """Citing one side twice is not disagreement."""
    made = output(conflicts=(shown(case, [("echo.txt", TWELVE)], [("echo.txt", TWELVE)]),))
    assert (PRECISION(case, made).value, RECALL(case, made).value) == (0, 0)


def test_silence_has_no_precision_and_no_recall(case: LoadedCase) -> None:
    """Nothing shown where there is something: F1 is 0."""
    made = output(conflicts=())
    assert (PRECISION(case, made).value, RECALL(case, made).value, F1(case, made).value) == (None, 0, 0)
    assert DECOYS(case, made).value == 0


def test_silence_where_there_is_no_conflict_is_not_measured(tmp_path: Path) -> None:
    """And one that is imagined there is 0."""
    case = bridge(tmp_path, lambda content: content.update(conflicts=[]))
    assert F1(case, output(conflicts=())).value is None
    assert F1(case, output(conflicts=(shown(case, *REAL),))).value == 0


def test_what_editors_differ_on_counts_for_neither(tmp_path: Path) -> None:
    """Shown or not, precision is the same."""

    def either(content: dict[str, Any]) -> None:
        content["decoys"][0]["about"] = content["decoys"][0].pop("looks_like")
        content["decoys"][0].pop("reason")
        content["either_way"], content["decoys"] = content["decoys"], []

    case = bridge(tmp_path, either)
    made = output(conflicts=(shown(case, *REAL), shown(case, *FALSE)))
    assert PRECISION(case, made).value == 1
    assert DECOYS(case, made).value is None


def test_who_shows_no_conflicts_at_all_is_not_measured(case: LoadedCase) -> None:
    """A system that makes none is told from one that found none."""
    assert [scorer(case, output()).value for scorer in (PRECISION, RECALL, F1, DECOYS)] == [None] * 4


def test_a_side_that_cites_neither_position_matches_nothing(case: LoadedCase) -> None:
    """One right side is half a conflict."""
    made = output(conflicts=(shown(case, [("echo.txt", TWELVE)], [("page.html", VARN)]),))
    assert PRECISION(case, made).value == 0


def test_kinds_are_counted_apart(case: LoadedCase) -> None:
    """A date shown wrongly costs dates their precision, and numbers nothing."""
    false = shown(case, *FALSE).model_copy(update={"kind": ConflictKind.DATE})
    kinds = by_kind(case, output(conflicts=(shown(case, *REAL), false)))
    assert kinds == {"date": Kind(0, 0, 0, 1), "number": Kind(1, 1, 1, 1)}
    assert (kinds["date"].f1, kinds["number"].f1) == (0, 1)
    assert (kinds["date"] + kinds["number"]).f1 == pytest.approx(2 / 3)
    assert Kind(0, 0, 0, 0).f1 is None
