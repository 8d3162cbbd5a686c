"""Whether copies of one report are told from independent ones."""

from __future__ import annotations

from collections.abc import Iterable

from conspectus.evaluation.loading import LoadedCase
from conspectus.evaluation.output import Output
from conspectus.evaluation.scorers.score import Score, Scorer, absent, share


def accuracy(case: LoadedCase, output: Output) -> Score:
    """The share of articles whose origin holds exactly the articles that it should."""
    if output.origins is None:
        return absent("makes no origins")
    gold = _companions(origin.articles for origin in case.case.origins)
    made = _companions(output.origins)
    wrong = [file for file in case.case.files if made.get(file) != gold[file]]
    details = [
        f"{file} is with {_named(made.get(file), file)}, not {_named(gold[file], file)}" for file in wrong
    ]
    return share(len(gold) - len(wrong), len(gold), "articles", details)


def _companions(groups: Iterable[tuple[str, ...]]) -> dict[str, frozenset[str]]:
    return {file: frozenset(group) for group in groups for file in group}


def _named(group: frozenset[str] | None, file: str) -> str:
    return ", ".join(sorted((group or frozenset()) - {file})) or "nobody"


ACCURACY = Scorer("origins", "origin accuracy", "higher", "share", accuracy)
