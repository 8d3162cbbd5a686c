"""Fits the weights of `conflicts/rivals.py` anew and prints them, with what they are worth on cases left out.

`python scripts/fit_rivals.py`, from the project's root; takes half a minute, no model and no network. Read are the
cases on which rules may be written: `eval/plain/dev*.yaml` and the suite's cases marked `developed_on`. A logistic
regression with a ridge (Newton's method, over standardised features); what is left out are whole cases, in eight
parts, five times over.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np

import conspectus.consolidate.early as consolidation
from conspectus.consolidate.conflicts import finding
from conspectus.consolidate.conflicts.numbers.counts import compared, stated
from conspectus.consolidate.conflicts.numbers.rivals import WEIGHTS, candidates, features
from conspectus.consolidate.conflicts.scene import Scene
from conspectus.consolidate.conflicts.statements import Statement, leading_names, statements
from conspectus.evaluation.cases import Anchor
from conspectus.evaluation.loading import LoadedCase, load_cases
from conspectus.evaluation.matching import cites, cites_words
from conspectus.evaluation.plain import PlainCase, articles_of, load_plain
from conspectus.model.article import Article
from conspectus.pipeline import brief
from conspectus.settings import Settings

RIDGE, PARTS, TIMES = 2.0, 8, 5
AT = (0.4, 0.5, 0.55, 0.6, 0.7)
Row = tuple[str, bool, dict[str, float]]
Against = Callable[[Statement, Statement], bool]


def scenes(articles: Sequence[Article]) -> list[Scene]:
    """What is compared of each event of the articles, as a briefing without a model compares it."""
    seen: list[Scene] = []

    def keep(weighed, published, known=None, recalled=()):  # type: ignore[no-untyped-def]
        said = statements(weighed, published, known or {})
        members = [known[each] for each in dict.fromkeys(one.article_id for one in said) if each in known]
        seen.append(Scene(said, leading_names(tuple(members))))
        return finding.differences(weighed, published, known, recalled)

    before = vars(consolidation)["differences"]
    setattr(consolidation, "differences", keep)  # noqa: B010 - the name is imported there, and not its own
    try:
        brief(tuple(articles), settings=Settings(model="none"))
    finally:
        setattr(consolidation, "differences", before)  # noqa: B010
    return seen


def rows(name: str, articles: Sequence[Article], against: Against) -> Iterator[Row]:
    """Of each pair that no rule settles, whether it is a labelled conflict, and its features."""
    for scene in scenes(articles):
        found = stated(scene)
        conflicting, others = compared(found, scene)
        settled = {frozenset(map(id, pair)) for pairs in (conflicting, *others.values()) for pair in pairs}
        for first, second in candidates(found):
            if frozenset((id(first), id(second))) not in settled:
                yield name, against(first.statement, second.statement), features(first, second, found, scene)


def in_plain(case: PlainCase, articles: Sequence[Article]) -> Against:
    """Whether two statements are the two stretches of a labelled conflict."""

    def against(one: Statement, other: Statement) -> bool:
        return any(
            all(
                cites_words(said.item.claim.evidence, words.quote, articles[words.article - 1])
                for said, words in zip((one, other), pair, strict=True)
            )
            for each in case.relations
            if each.relation == "conflict"
            for pair in ((each.a, each.b), (each.b, each.a))
        )

    return against


def in_suite(case: LoadedCase) -> Against:
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


def fitted(features: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """The weights of the standardised features."""
    weights = np.zeros(features.shape[1])
    for _ in range(60):
        likely = 1 / (1 + np.exp(-features @ weights))
        bend = (features.T * (likely * (1 - likely))) @ features + RIDGE * np.eye(len(weights))
        weights -= np.linalg.solve(bend, features.T @ (likely - labels) + RIDGE * weights)
    return weights


def main() -> int:
    """Prints the weights and the table; the exit code."""
    known: list[Row] = []
    for path in sorted(Path("eval/plain").glob("dev*.yaml")):
        for plain in load_plain(path):
            articles = articles_of(plain)
            known += rows(f"plain {plain.id}", articles, in_plain(plain, articles))
    for case in load_cases(Path("eval/cases")):
        if case.case.developed_on:
            known += rows(case.case.id, tuple(case.articles.values()), in_suite(case))
    names = list(WEIGHTS)
    raw = np.array([[each[2][name] for name in names] for each in known])
    labels = np.array([float(each[1]) for each in known])
    cases = np.array([each[0] for each in known])
    middle, spread = raw.mean(0), raw.std(0) + 1e-9
    middle[names.index("always")], spread[names.index("always")] = 0.0, 1.0
    scaled = (raw - middle) / spread
    weights = fitted(scaled, labels) / spread
    weights[names.index("always")] -= float((weights * middle).sum())
    out = sys.stdout
    out.write(f"{len(known)} pairs, {int(labels.sum())} of them labelled conflicts\n")
    out.writelines(f'    "{name}": {weight:.2f},\n' for name, weight in zip(names, weights, strict=True))
    counts = np.zeros((len(AT), 2, 2))
    short = np.char.startswith(cases, "plain ")
    for seed in range(TIMES):
        order = np.random.default_rng(seed).permutation(np.unique(cases))
        likely = np.zeros(len(labels))
        for part in np.array_split(order, PARTS):
            out_of = np.isin(cases, part)
            likely[out_of] = 1 / (1 + np.exp(-scaled[out_of] @ fitted(scaled[~out_of], labels[~out_of])))
        for row, at in enumerate(AT):
            for column, group in enumerate((short, ~short)):
                shown = group & (likely >= at)
                counts[row, column] += labels[shown].sum() / TIMES, shown.sum() / TIMES
    out.write("likely | short reports: right of shown | the suite's: right of shown\n")
    for at, ((a, b), (c, d)) in zip(AT, counts, strict=True):
        out.write(f"{at} | {a:.1f} of {b:.1f} | {c:.1f} of {d:.1f}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
