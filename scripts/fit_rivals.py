"""Fits the weights of `conflicts/rivals.py` anew and prints them, with what they are worth on cases left out.

`python scripts/fit_rivals.py`, from the project's root; takes half a minute, no model and no network. Read are the
cases on which rules may be written: `eval/plain/dev*.yaml` and the suite's cases marked `developed_on`.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from fitting import Holds, Row, in_plain, report, scenes

from conspectus.consolidate.conflicts.numbers.counts import compared, stated
from conspectus.consolidate.conflicts.numbers.rivals import candidates, explained
from conspectus.consolidate.conflicts.statements import Statement
from conspectus.evaluation.cases import Anchor
from conspectus.evaluation.loading import LoadedCase, load_cases
from conspectus.evaluation.matching import cites
from conspectus.evaluation.plain import articles_of, load_plain
from conspectus.model.article import Article


def rows(name: str, articles: Sequence[Article], against: Holds) -> Iterator[Row]:
    """Of each pair that no rule settles, whether it is a labelled conflict, and its features."""
    for scene in scenes(articles):
        found = stated(scene)
        conflicting, others = compared(found, scene)
        settled = {frozenset(map(id, pair)) for pairs in (conflicting, *others.values()) for pair in pairs}
        for first, second, told in candidates(found, scene):
            if frozenset((id(first), id(second))) not in settled and not explained(first, second):
                yield name, against(first.statement, second.statement), told


def in_suite(case: LoadedCase) -> Holds:
    """Whether two statements stand on two sides of a labelled conflict."""

    def on(statement: Statement, anchors: Sequence[Anchor]) -> bool:
        return any(cites(statement.item.claim.evidence, anchor, case) for anchor in anchors)

    def against(one: Statement, other: Statement) -> bool:
        return any(
            on(one, a.anchors) and on(other, b.anchors)
            for conflict in case.case.conflicts
            for a in conflict.sides
            for b in conflict.sides
            if a is not b
        )

    return against


def main() -> int:
    """Prints the weights and the table; the exit code."""
    known: list[Row] = []
    for path in sorted(Path("eval/plain").glob("dev*.yaml")):
        for plain in load_plain(path):
            articles = articles_of(plain)
            known += rows(f"plain {plain.id}", articles, in_plain(plain, articles, {"conflict"}))
    for case in load_cases(Path("eval/cases")):
        if case.case.developed_on:
            known += rows(case.case.id, tuple(case.articles.values()), in_suite(case))
    report(known, "plain")
    return 0


if __name__ == "__main__":
    sys.exit(main())
