"""Fits the weights of `conflicts/alignment.py` anew and prints them, with what they are worth on cases left out.

`python scripts/fit_alignment.py`, from the project's root; takes a minute, no model and no network. Read are
`eval/plain/dev4.yaml` and `dev5.yaml`, whose authors labelled all pairs that tell of one thing: those that say the
same, and those that differ on it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

from fitting import Row, in_plain, report, scenes

from conspectus.consolidate.conflicts.alignment import Alignment
from conspectus.evaluation.plain import RELATIONS, PlainCase, articles_of, load_plain
from conspectus.model.article import Article

COMPLETE = ("dev4", "dev5")


def rows(case: PlainCase, articles: tuple[Article, ...]) -> Iterator[Row]:
    """Of each pair of statements of two origins, whether a label holds between them, and its features."""
    labelled = in_plain(case, articles, RELATIONS)
    for scene in scenes(articles):
        alignment = Alignment(scene)
        for first, second in combinations(scene.said, 2):
            if not set(first.item.origins) & set(second.item.origins):
                yield f"plain {case.id}", labelled(first, second), alignment.features(first, second)


def main() -> int:
    """Prints the weights and the table; the exit code."""
    cases = [each for name in COMPLETE for each in load_plain(Path(f"eval/plain/{name}.yaml"))]
    report([row for case in cases for row in rows(case, articles_of(case))], "plain")
    return 0


if __name__ == "__main__":
    sys.exit(main())
