"""What the scripts that fit weights share: the events of cases, a logistic regression, and what it is worth on others.

A logistic regression with a ridge (Newton's method, over standardised features); what is left out are whole cases, in
eight parts, five times over.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Sequence

import numpy as np

from conspectus.consolidate.conflicts import finding
from conspectus.consolidate.conflicts.scene import Scene
from conspectus.consolidate.conflicts.statements import Statement, leading_names, statements
from conspectus.consolidate.early import differing
from conspectus.evaluation.matching import cites_words
from conspectus.evaluation.plain import PlainCase
from conspectus.model.article import Article
from conspectus.pipeline import brief
from conspectus.settings import Settings

RIDGE, PARTS, TIMES = 2.0, 8, 5
AT = (0.4, 0.5, 0.55, 0.6, 0.7, 0.8)
Row = tuple[str, bool, dict[str, float]]
"""A case's name, whether the pair is what is sought, and its features."""
Holds = Callable[[Statement, Statement], bool]
"""Whether what is sought holds between two statements."""


def scenes(articles: Sequence[Article]) -> list[Scene]:
    """What is compared of each event of the articles, as a briefing without a model compares it."""
    seen: list[Scene] = []

    def keep(weighed, published, known=None, recalled=()):  # type: ignore[no-untyped-def]
        said = statements(weighed, published, known or {})
        members = [known[each] for each in dict.fromkeys(one.article_id for one in said) if each in known]
        seen.append(Scene(said, leading_names(tuple(members))))
        return finding.differences(weighed, published, known, recalled)

    # Where what compares an event's claims looks it up.
    names = differing.__globals__
    before = names["differences"]
    names["differences"] = keep
    try:
        brief(tuple(articles), settings=Settings(model="none"))
    finally:
        names["differences"] = before
    return seen


def in_plain(case: PlainCase, articles: Sequence[Article], relations: Collection[str]) -> Holds:
    """Whether two statements are the two stretches of one of the case's labels that are among these."""

    def holds(one: Statement, other: Statement) -> bool:
        return any(
            all(
                cites_words(said.item.claim.evidence, words.quote, articles[words.article - 1])
                for said, words in zip((one, other), pair, strict=True)
            )
            for each in case.relations
            if each.relation in relations
            for pair in ((each.a, each.b), (each.b, each.a))
        )

    return holds


def fitted(features: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """The weights of the standardised features."""
    weights = np.zeros(features.shape[1])
    for _ in range(60):
        likely = 1 / (1 + np.exp(-features @ weights))
        bend = (features.T * (likely * (1 - likely))) @ features + RIDGE * np.eye(len(weights))
        weights -= np.linalg.solve(bend, features.T @ (likely - labels) + RIDGE * weights)
    return weights


def report(known: Sequence[Row], group: str) -> None:
    """Prints the weights, and how many of those that would be shown are right, of a group's cases and of the others.

    The names of a group's cases begin with it.
    """
    names = list(known[0][2])
    raw = np.array([[each[2][name] for name in names] for each in known])
    labels = np.array([float(each[1]) for each in known])
    cases = np.array([each[0] for each in known])
    middle, spread = raw.mean(0), raw.std(0) + 1e-9
    middle[names.index("always")], spread[names.index("always")] = 0.0, 1.0
    scaled = (raw - middle) / spread
    weights = fitted(scaled, labels) / spread
    weights[names.index("always")] -= float((weights * middle).sum())
    out = sys.stdout
    out.write(f"{len(known)} pairs, {int(labels.sum())} of them labelled so, of {int(labels.sum())}\n")
    out.writelines(f'    "{name}": {weight:.2f},\n' for name, weight in zip(names, weights, strict=True))
    counts = np.zeros((len(AT), 2, 2))
    short = np.char.startswith(cases, group)
    for seed in range(TIMES):
        order = np.random.default_rng(seed).permutation(np.unique(cases))
        likely = np.zeros(len(labels))
        for part in np.array_split(order, PARTS):
            out_of = np.isin(cases, part)
            likely[out_of] = 1 / (1 + np.exp(-scaled[out_of] @ fitted(scaled[~out_of], labels[~out_of])))
        for row, at in enumerate(AT):
            for column, chosen in enumerate((short, ~short)):
                shown = chosen & (likely >= at)
                counts[row, column] += labels[shown].sum() / TIMES, shown.sum() / TIMES
    out.write(f"likely | {group}: right of shown | others: right of shown\n")
    for at, ((a, b), (c, d)) in zip(AT, counts, strict=True):
        out.write(f"{at} | {a:.1f} of {b:.1f} | {c:.1f} of {d:.1f}\n")
