"""What a scorer gives: a value with its explanation, and what stands behind it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from conspectus.evaluation.loading import LoadedCase
from conspectus.evaluation.output import Output
from conspectus.model.base import Frozen


class Score(Frozen):
    """One figure about one output.

    `value` is None where there is nothing to measure; `explanation` says in words what was counted; `details` name
    what was missed or is wrong, one line each.
    """

    value: float | None
    explanation: str
    details: tuple[str, ...] = ()


Better = Literal["higher", "lower", "neither"]
Unit = Literal["share", "count", "words", "tokens", "usd", "seconds"]


@dataclass(frozen=True)
class Scorer:
    """A named way of scoring an output against its case; `better` says which direction is good."""

    name: str
    title: str
    better: Better
    unit: Unit
    score: Callable[[LoadedCase, Output], Score]

    def __call__(self, case: LoadedCase, output: Output) -> Score:
        """The output's score."""
        return self.score(case, output)

    @property
    def says(self) -> str:
        """What it measures: the first sentence of its docstring."""
        return " ".join((self.score.__doc__ or "").split("\n\n")[0].split())


def share(hits: int, count: int, of: str, details: Sequence[str] = ()) -> Score:
    """The share of hits, None where there is nothing to hit; `of` says in words of what."""
    value = hits / count if count else None
    return Score(value=value, explanation=f"{hits} of {count} {of}", details=tuple(details))


def absent(why: str) -> Score:
    """No value, with the reason."""
    return Score(value=None, explanation=why)


def excerpt(text: str, characters: int = 90) -> str:
    """The beginning of a text, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= characters else f"{line[: characters - 1]}…"
