"""Fits the weights of `verification/likelihood.py` anew and prints them, with what they are worth on sets left out.

`python scripts/fit_likelihood.py`, from the project's root; takes half a minute, no model and no network. Fitted is on
claims that pass the gate and that nobody made from their evidence by one change: sentences of summaries (dev8, dev9),
inventions (dev7), and what one report of `eval/plain` says against the other reports. The other pairs are only judged.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from fitting import fitted

from conspectus.evaluation import searching, summarised
from conspectus.evaluation.pairs import load_pairs
from conspectus.evaluation.plain import articles_of, load_plain
from conspectus.evaluation.statistics import auroc
from conspectus.evaluation.summaries import load_summaries
from conspectus.verification.checks.case import is_verbatim
from conspectus.verification.evidence_search import EvidenceIndex
from conspectus.verification.likelihood import features
from conspectus.verification.support import PASSED
from conspectus.verification.telling import told_by

PAIRS = ("dev", "dev2", "dev3", "dev4", "dev5", "dev6", "dev7")
SUMMARIES = ("dev8", "dev9")
PLAIN = ("dev", "dev2", "dev3", "dev4", "dev5")
SAYS = {"same": True, "conflict": False, "update": False}
ROOT = Path("eval/verification")


class Row(NamedTuple):
    """A claim that the gate lets pass: its set, whether it is fitted on, its label and its features."""

    split: str
    fitted: bool
    true: bool
    features: dict[str, float]


def passed(split: str, claim: str, index: EvidenceIndex, *, true: bool, fit: bool) -> Iterator[Row]:
    """The claim's row, where the gate lets it pass in other words than its evidence's."""
    found, verdict = told_by(claim, index)
    if found is None or verdict is None or not verdict.supported or verdict.notes:
        return
    texts = [place.text for place in found.places]
    if not is_verbatim(claim, texts):
        yield Row(split, fit, true, features(claim, texts))


def in_pairs() -> Iterator[Row]:
    """The labelled pairs that are developed on, with what is found for them in all articles of their split."""
    pairs = [pair for pair in load_pairs(ROOT) if pair.split in PAIRS]
    articles = searching.pair_articles(ROOT, pairs)
    for split in PAIRS:
        chosen = [pair for pair in pairs if pair.split == split]
        index = EvidenceIndex([articles[slug] for slug in sorted({pair.article for pair in chosen})])
        for pair in chosen:
            yield from passed(split, pair.claim, index, true=pair.label == "supported", fit=split == "dev7")


def in_summaries() -> Iterator[Row]:
    """The sentences of the labelled summaries that `check` calls supported."""
    for summary, report in summarised.checked(ROOT, load_summaries(ROOT, SUMMARIES)):
        said = summarised.said_of(summary, report)
        articles = searching.labelled_articles(ROOT, summary.articles)
        index = EvidenceIndex([articles[slug] for slug in summary.articles])
        for sentence, verdict in zip(summary.sentences, said, strict=True):
            if verdict == "supported" and sentence.label != "no_claim":
                true = sentence.label == "supported"
                yield from passed(summary.split, sentence.text, index, true=true, fit=True)


def in_plain() -> Iterator[Row]:
    """What one report says, against each other report that says the same, or something else about it."""
    for name in PLAIN:
        for case in load_plain(Path(f"eval/plain/{name}.yaml")):
            indices = [EvidenceIndex([article]) for article in articles_of(case)]
            for each in case.relations:
                if each.relation not in SAYS or each.a.article == each.b.article:
                    continue
                for said, other in ((each.a, each.b), (each.b, each.a)):
                    index = indices[other.article - 1]
                    yield from passed(f"plain {name}", said.quote, index, true=SAYS[each.relation], fit=True)


def weighed(rows: Sequence[Row]) -> np.ndarray:
    """The weights that the rows give, the first so that a pass with features as usual is as likely as `PASSED`."""
    raw = np.array([list(row.features.values()) for row in rows])
    labels = np.array([float(row.true) for row in rows])
    middle, spread = raw.mean(0), raw.std(0) + 1e-9
    middle[0], spread[0] = 0.0, 1.0
    weights = fitted((raw - middle) / spread, labels) / spread
    weights[0] -= float((weights * middle).sum())
    weights[0] += math.log(PASSED / (1 - PASSED)) - math.log(labels.sum() / (1 - labels).sum())
    return weights


def main() -> int:
    """Prints the weights and the table; the exit code."""
    rows = [*in_pairs(), *in_summaries(), *in_plain()]
    out = sys.stdout
    weights = weighed([row for row in rows if row.fitted])
    out.writelines(
        f'    "{name}": {weight:.2f},\n' for name, weight in zip(rows[0].features, weights, strict=True)
    )
    out.write("left out | true | false | AUROC | true ones less likely than one in two | false ones\n")
    for split in dict.fromkeys(row.split for row in rows):
        others = weighed([row for row in rows if row.fitted and row.split != split])
        chosen = [row for row in rows if row.split == split]
        odds = [float(np.dot(others, list(row.features.values()))) for row in chosen]
        labels = [row.true for row in chosen]
        low = [
            sum(o < 0 for o, true in zip(odds, labels, strict=True) if true is kind) for kind in (True, False)
        ]
        true = sum(labels)
        out.write(
            f"{split} | {true} | {len(labels) - true} | {auroc(odds, labels):.2f} | {low[0]} | {low[1]}\n"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
