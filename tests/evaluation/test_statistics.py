from __future__ import annotations

import math
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conspectus.evaluation.statistics import (
    auroc,
    balanced_accuracy,
    bootstrap,
    fit_logistic,
    sigmoid,
    wilson,
)

_labelled = st.lists(st.tuples(st.sampled_from([0.0, 0.25, 0.5, 0.75, 1.0]), st.booleans()), max_size=30)


def test_both_labels_weigh_the_same() -> None:
    """Nine of ten true ones passed and one of two false ones refused make 70 %."""
    passed = [True] * 9 + [False] + [True, False]
    assert balanced_accuracy(passed, [True] * 10 + [False] * 2) == pytest.approx(0.7)


def test_without_one_of_the_labels_there_is_no_figure() -> None:
    """NaN, rather than a figure about nothing."""
    assert math.isnan(balanced_accuracy([True], [True]))
    assert math.isnan(balanced_accuracy([], []))
    assert math.isnan(auroc([0.1, 0.2], [False, False]))


@given(_labelled)
def test_auroc_is_the_share_of_pairs_in_order(scored: list[tuple[float, bool]]) -> None:
    """It is what counting all pairs gives, ties counting half."""
    true = [score for score, wanted in scored if wanted]
    false = [score for score, wanted in scored if not wanted]
    found = auroc([score for score, _ in scored], [wanted for _, wanted in scored])
    if not true or not false:
        assert math.isnan(found)
        return
    counted = sum((one > other) + 0.5 * (one == other) for one in true for other in false)
    assert found == pytest.approx(counted / (len(true) * len(false)))


def test_an_interval_holds_the_figure_and_repeats() -> None:
    """The same seed gives the same interval, and more items a narrower one."""
    small = bootstrap([0, 1] * 10, lambda items: sum(items) / len(items), resamples=400)
    large = bootstrap([0, 1] * 400, lambda items: sum(items) / len(items), resamples=400)
    assert small.low < small.value == 0.5 < small.high
    assert large.high - large.low < small.high - small.low
    assert small == bootstrap([0, 1] * 10, lambda items: sum(items) / len(items), resamples=400)
    assert str(large).startswith("50.0% (")


def test_the_interval_leaves_as_much_out_on_either_side() -> None:
    """Of 400 coins, 1.96 standard errors below and above, which are 2.5 % each."""
    found = bootstrap([0, 1] * 200, lambda items: sum(items) / len(items))
    assert found.value - found.low == pytest.approx(1.96 * 0.025, abs=0.004)
    assert found.high - found.value == pytest.approx(1.96 * 0.025, abs=0.004)


def test_resampling_keeps_the_strata() -> None:
    """Each sample has as many of each stratum as the items have."""
    interval = bootstrap([1, 1, 0], lambda items: sum(items) / 3, stratum=lambda item: item, resamples=50)
    assert interval.low == interval.high == pytest.approx(2 / 3)


def test_a_handful_of_cases_leaves_much_open() -> None:
    """Five of five is not certainty, and nothing of nothing says nothing."""
    assert wilson(5, 5).low == pytest.approx(0.5655, abs=1e-3)
    assert wilson(5, 5).high == 1
    assert (wilson(0, 0).low, wilson(0, 0).high) == (0, 1)


def test_the_fit_finds_the_coefficients_that_made_the_data() -> None:
    """Labels drawn with slope 2 and no offset are fitted to about these."""
    generator = random.Random(3)  # noqa: S311 - reproducible on purpose
    rows = [[generator.uniform(-3, 3)] for _ in range(4000)]
    chances = [sigmoid(2 * row[0]) for row in rows]
    slope, offset = fit_logistic(rows, [generator.random() < chance for chance in chances], ridge=0.0)
    assert slope == pytest.approx(2, abs=0.2)
    assert offset == pytest.approx(0, abs=0.2)


def test_the_penalty_spares_the_intercept() -> None:
    """Where every row is moved by as much, the slope stays, and the intercept takes it up."""
    true = [False, False, True, False, True, True]
    slope, offset = fit_logistic([[float(x)] for x in range(6)], true)
    moved, other = fit_logistic([[x + 50.0] for x in range(6)], true)
    assert moved == pytest.approx(slope)
    assert other == pytest.approx(offset - 50 * slope)


def test_a_fit_weighs_both_labels_the_same() -> None:
    """Where a column says nothing, the chance is a half, however rare one label is."""
    _, offset = fit_logistic([[0.0]] * 10, [True] + [False] * 9)
    assert sigmoid(offset) == pytest.approx(0.5)


@given(st.floats(-1000, 1000))
def test_the_sigmoid_never_overflows(value: float) -> None:
    """It is a probability, and symmetric."""
    assert sigmoid(value) + sigmoid(-value) == pytest.approx(1)
