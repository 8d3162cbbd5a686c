"""Fits the weights of `conflicts/alignment.py` anew and prints them, with what they are worth on cases left out.

`python scripts/fit_alignment.py`, from the project's root; takes a minute, no model and no network. Read are
`eval/plain/dev4.yaml` and `dev5.yaml`, whose authors labelled all pairs that tell of one thing: those that say the
same, and those that differ on it. With `--vectors` it fits `WITH_VECTORS`, on `dev6.yaml` and `dev7.yaml` as well.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path

from fitting import Row, in_plain, report, scenes

from conspectus.consolidate.conflicts.alignment import Alignment
from conspectus.evaluation.plain import RELATIONS, PlainCase, articles_of, load_plain
from conspectus.model.article import Article
from conspectus.vectors import Likeness, sentence_likeness

COMPLETE = ("dev4", "dev5")
LATER = ("dev6", "dev7")


def rows(case: PlainCase, articles: tuple[Article, ...], likeness: Likeness | None) -> Iterator[Row]:
    """Of each pair of statements of two origins, whether a label holds between them, and its features."""
    labelled = in_plain(case, articles, RELATIONS)
    for scene in scenes(articles):
        alignment = Alignment(scene, likeness)
        for first, second in combinations(scene.said, 2):
            if not set(first.item.origins) & set(second.item.origins):
                yield f"plain {case.id}", labelled(first, second), alignment.features(first, second)


def main(arguments: Sequence[str] = ()) -> int:
    """Prints the weights and the table; the exit code."""
    likeness = sentence_likeness() if "--vectors" in arguments else None
    names = (*COMPLETE, *LATER) if likeness else COMPLETE
    cases = [each for name in names for each in load_plain(Path(f"eval/plain/{name}.yaml"))]
    report([row for case in cases for row in rows(case, articles_of(case), likeness)], "plain")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
