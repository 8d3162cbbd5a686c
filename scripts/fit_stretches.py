"""Fits the weights of `conflicts/stretches.py` anew and prints them, with what they are worth on sets left out.

`python scripts/fit_stretches.py`, from the project's root; takes a minute, no model and no network. Read are
`eval/plain/dev.yaml` to `dev5.yaml` and the cases that somebody has opened. Two sentences are of one thing where a
label
says that they say the same, or where they are anchors of one nugget. Where nothing is labelled, they are not only in
dev4 and dev5, whose labels are complete, and between sentences that are anchors of other nuggets.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
from fitting import AT, fitted, in_plain, scenes

from conspectus.consolidate.conflicts.scene import Scene
from conspectus.consolidate.conflicts.statements import Statement
from conspectus.consolidate.conflicts.stretches import pairs
from conspectus.evaluation.loading import LoadedCase, load_cases
from conspectus.evaluation.matching import cites
from conspectus.evaluation.plain import RELATIONS, articles_of, load_plain

PLAIN = ("dev", "dev2", "dev3", "dev4", "dev5")
COMPLETE = ("dev4", "dev5")
Known = Callable[[Statement, Statement], bool | None]
"""Whether two statements are of one thing, None where nobody says."""


class Row(NamedTuple):
    """The set that a pair is of, whether it is of one thing, whether that could be shown, and its features."""

    group: str
    same: bool
    shown: bool
    features: dict[str, float]


def rows(group: str, found: list[Scene], known: Known) -> Iterator[Row]:
    """Of each pair of statements about which somebody says something."""
    for scene in found:
        for pair in pairs(scene, fewest=1):
            if (same := known(pair.first, pair.second)) is not None:
                yield Row(group, same, bool(pair.tellings()), dict(pair.features))


def in_case(case: LoadedCase) -> Known:
    """What the case's nuggets say: of two sentences that are anchors of none in common, but of others, they differ."""
    nuggets: defaultdict[str, set[str]] = defaultdict(set)

    def of(statement: Statement) -> set[str]:
        key = statement.item.claim.id
        if key not in nuggets:
            evidence = statement.item.claim.evidence
            nuggets[key] |= {
                each.id
                for each in case.case.nuggets
                if any(cites(evidence, anchor, case) for anchor in each.anchors)
            }
        return nuggets[key]

    def known(one: Statement, other: Statement) -> bool | None:
        return bool(of(one) & of(other)) if of(one) and of(other) else None

    return known


def everything() -> Iterator[Row]:
    """The rows of all sets that rules may be written on."""
    for name in PLAIN:
        for case in load_plain(Path(f"eval/plain/{name}.yaml")):
            articles = articles_of(case)
            same, labelled = in_plain(case, articles, {"same"}), in_plain(case, articles, RELATIONS)

            def known(one: Statement, other: Statement, same=same, labelled=labelled, name=name):  # type: ignore[no-untyped-def]
                return same(one, other) if name in COMPLETE or labelled(one, other) else None

            yield from rows(name, scenes(articles), known)
    for loaded in load_cases(Path("eval/cases")):
        if loaded.case.developed_on:
            yield from rows(loaded.id, scenes(tuple(loaded.articles.values())), in_case(loaded))


def main() -> int:
    """Prints the weights and the table; the exit code."""
    found = list(everything())
    names = list(found[0].features)
    raw = np.array([[each.features[name] for name in names] for each in found])
    labels = np.array([float(each.same) for each in found])
    groups, shown = np.array([each.group for each in found]), np.array([each.shown for each in found])
    middle, spread = raw.mean(0), raw.std(0) + 1e-9
    middle[names.index("always")], spread[names.index("always")] = 0.0, 1.0
    scaled = (raw - middle) / spread
    weights = fitted(scaled, labels) / spread
    weights[names.index("always")] -= float((weights * middle).sum())
    likely = np.zeros(len(labels))
    for group in np.unique(groups):
        out = groups == group
        likely[out] = 1 / (1 + np.exp(-scaled[out] @ fitted(scaled[~out], labels[~out])))
    write = sys.stdout.write
    write(f"{len(found)} pairs, {int(labels.sum())} of them of one thing\n")
    for name, weight in zip(names, weights, strict=True):
        write(f'    "{name}": {weight:.2f},\n')
    complete, plain = np.isin(groups, COMPLETE), np.isin(groups, PLAIN)
    write("likely | dev4, dev5: right of shown | the suite's: right of shown\n")
    for at in AT:
        told = [chosen & shown & (likely >= at) for chosen in (complete, ~plain)]
        write(f"{at} | {' | '.join(f'{int(labels[each].sum())} of {each.sum()}' for each in told)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
