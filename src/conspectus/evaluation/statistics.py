"""Figures with their uncertainty: balanced accuracy, AUROC, bootstrap intervals, and a small logistic fit."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Hashable, Sequence
from typing import NamedTuple, TypeVar

T = TypeVar("T")


class Interval(NamedTuple):
    """A figure and the interval that holds it with 95 % confidence."""

    value: float
    low: float
    high: float

    def __str__(self) -> str:
        if math.isnan(self.value):
            return "–"
        return f"{self.value:.1%} ({self.low:.1%}–{self.high:.1%})"


def balanced_accuracy(passed: Sequence[bool], true: Sequence[bool]) -> float:
    """The mean of the share of true ones passed and of false ones refused; NaN where either is missing."""
    positives = [got for got, wanted in zip(passed, true, strict=True) if wanted]
    negatives = [not got for got, wanted in zip(passed, true, strict=True) if not wanted]
    if not positives or not negatives:
        return math.nan
    return (sum(positives) / len(positives) + sum(negatives) / len(negatives)) / 2


def auroc(scores: Sequence[float], true: Sequence[bool]) -> float:
    """How often a true one scores above a false one, ties counting half; NaN where either is missing.

    By ranks (Mann and Whitney 1947), in time n log n.
    """
    count = sum(true)
    if not 0 < count < len(true):
        return math.nan
    ordered = sorted(range(len(scores)), key=lambda index: scores[index])
    ranks = [0.0] * len(scores)
    start = 0
    while start < len(ordered):
        end = start
        while end < len(ordered) and scores[ordered[end]] == scores[ordered[start]]:
            end += 1
        for index in ordered[start:end]:
            ranks[index] = (start + end + 1) / 2
        start = end
    total = sum(rank for rank, wanted in zip(ranks, true, strict=True) if wanted)
    return (total - count * (count + 1) / 2) / (count * (len(true) - count))


def bootstrap(
    items: Sequence[T],
    figure: Callable[[Sequence[T]], float],
    *,
    stratum: Callable[[T], Hashable] = lambda _: None,
    resamples: int = 2000,
    seed: int = 7,
) -> Interval:
    """The figure with its 95 % percentile interval (Efron 1979), resampled within each stratum.

    The same items and seed always give the same interval.
    """
    generator = random.Random(seed)  # noqa: S311 - reproducible on purpose
    strata: dict[Hashable, list[T]] = {}
    for item in items:
        strata.setdefault(stratum(item), []).append(item)
    groups = list(strata.values())
    values = sorted(
        figure([item for group in groups for item in generator.choices(group, k=len(group))])
        for _ in range(resamples)
    )
    return Interval(figure(items), values[int(0.025 * resamples)], values[int(0.975 * resamples)])


def wilson(hits: int, count: int) -> Interval:
    """A share with its 95 % score interval (Wilson 1927), which holds up for a handful of cases."""
    if not count:
        return Interval(math.nan, 0.0, 1.0)
    z = 1.959964
    share = hits / count
    middle = (share + z * z / (2 * count)) / (1 + z * z / count)
    half = z * math.sqrt(share * (1 - share) / count + z * z / (4 * count * count)) / (1 + z * z / count)
    return Interval(share, max(0.0, middle - half), min(1.0, middle + half))


def fit_logistic(
    rows: Sequence[Sequence[float]], true: Sequence[bool], *, ridge: float = 1.0
) -> tuple[float, ...]:
    """Coefficients of a logistic regression, the intercept last; found by Newton's method.

    `ridge` is the L2 penalty, which the intercept is spared. Both classes weigh the same, whatever their numbers.
    """
    size = len(rows[0]) + 1
    full = [[*row, 1.0] for row in rows]
    count = sum(true)
    weight = {True: len(true) / (2 * count), False: len(true) / (2 * (len(true) - count))}
    beta = [0.0] * size
    for _ in range(50):
        gradient = [-ridge * b for b in beta[:-1]] + [0.0]
        hessian = [[ridge if i == j < size - 1 else 0.0 for j in range(size)] for i in range(size)]
        for row, wanted in zip(full, true, strict=True):
            chance = sigmoid(sum(b * x for b, x in zip(beta, row, strict=True)))
            for i in range(size):
                gradient[i] += weight[wanted] * (wanted - chance) * row[i]
                for j in range(size):
                    hessian[i][j] += weight[wanted] * chance * (1 - chance) * row[i] * row[j]
        step = _solve(hessian, gradient)
        beta = [b + s for b, s in zip(beta, step, strict=True)]
        if max(map(abs, step)) < 1e-9:
            break
    return tuple(beta)


def sigmoid(value: float) -> float:
    """1 / (1 + e^-value), without overflow."""
    if value >= 0:
        return 1 / (1 + math.exp(-value))
    return math.exp(value) / (1 + math.exp(value))


def _solve(matrix: list[list[float]], vector: list[float]) -> list[float]:
    """The x with matrix · x = vector, by Gaussian elimination with pivoting."""
    rows = [[*row, value] for row, value in zip(matrix, vector, strict=True)]
    size = len(rows)
    for column in range(size):
        pivot = max(range(column, size), key=lambda row: abs(rows[row][column]))
        rows[column], rows[pivot] = rows[pivot], rows[column]
        for row in range(size):
            if row != column:
                factor = rows[row][column] / rows[column][column]
                rows[row] = [x - factor * y for x, y in zip(rows[row], rows[column], strict=True)]
    return [rows[row][size] / rows[row][row] for row in range(size)]
