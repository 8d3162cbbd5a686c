"""Fits the head of `llm/heads.py` anew, prints what it is worth on sets left out, and with `--write` puts it in place.

`python scripts/fit_head.py WEIGHTS STATES [--write | --held]`, from the project's root: the weights of the embedded
1.5B, and a file (.npz) that keeps the states of texts, which take some twenty minutes the first time. Needs `pip
install torch gguf tokenizers`. With `--held` nothing is fitted: the head in place is applied to the held-out sets, of
which totals are printed. They are not read otherwise.

A ridge logistic regression over the states; then Platt scaling (Platt 1999) on what it says of sets left out, for
claims that the mechanical gate lets pass, so that its log-odds add to those of a pass (`verification.support`); then
the same for both together, by how these claims lie on their evidence: `BESIDE_A_HEAD` there has what is printed.
"""

from __future__ import annotations

import base64
import hashlib
import json
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from head_claims import Row, held_out, rows

from conspectus.entailment import log_odds
from conspectus.evaluation.statistics import auroc, balanced_accuracy
from conspectus.llm.heads import head_of, question
from conspectus.verification.likelihood import likelihood
from conspectus.verification.support import BESIDE_A_HEAD, PASSED, combine
from conspectus.verification.verdict import Verdict

LAYERS = 18
RIDGE = 333.0
WORTH = {"summary": 2.0, "verbatim": 1.5, "mismatch": 1.5, "near": 1.5, "plain": 0.7}
"""What a claim weighs in fitting, by its kind; 1 where nothing is said."""
TARGET = Path("src/conspectus/data/heads.json")


def states_of(texts: Sequence[str], weights: Path, kept: Path) -> np.ndarray:
    """A row for each text, of length 1; those that `kept` has are not computed again."""
    known: dict[str, np.ndarray] = {}
    if kept.exists():
        with np.load(kept) as file:
            known = dict(zip(file["keys"].tolist(), file["states"], strict=True))
    keys = [hashlib.sha256(f"{LAYERS}\n{text}".encode()).hexdigest() for text in texts]
    waiting = {key: text for key, text in zip(keys, texts, strict=True) if key not in known}
    if waiting:
        from states import States  # noqa: PLC0415 - it needs torch

        names, done = list(waiting), 0
        for places, found in States(weights, LAYERS).of([waiting[name] for name in names]):
            known |= {names[place]: state.astype("f2") for place, state in zip(places, found, strict=True)}
            done += len(places)
            sys.stderr.write(f"\r{done} of {len(names)} ")
        np.savez(kept, keys=np.array(list(known)), states=np.array(list(known.values())))
    return np.array([known[key] for key in keys], dtype="f8")


def regression(
    states: np.ndarray, true: np.ndarray, worth: np.ndarray, ridge: float
) -> tuple[np.ndarray, float]:
    """Weights and offset for states as they come, fitted over standardised ones; the offset is not held back."""
    middle, spread = states.mean(0), states.std(0) + 1e-9
    scaled = np.hstack([(states - middle) / spread, np.ones((len(states), 1))])
    held = np.append(np.full(states.shape[1], ridge), 0.0)
    found = np.zeros(scaled.shape[1])
    for _ in range(12):
        likely = 1 / (1 + np.exp(-scaled @ found))
        bend = (scaled.T * (worth * likely * (1 - likely))) @ scaled + np.diag(held)
        step = np.linalg.solve(bend, scaled.T @ (worth * (likely - true)) + held * found)
        found -= step
        if np.abs(step).max() < 1e-6:
            break
    weights = found[:-1] / spread
    return weights, float(found[-1] - weights @ middle)


def main(arguments: Sequence[str]) -> int:
    """Prints the table; the exit code."""
    weights, kept = Path(arguments[0]).expanduser(), Path(arguments[1])
    if "--held" in arguments:
        return _held(weights, kept)
    known = rows()
    states = states_of([question(row.claim, row.evidence) for row in known], weights, kept)
    true = np.array([row.true for row in known], dtype=float)
    worth = np.array([WORTH.get(row.kind, 1.0) for row in known])
    split, kind = np.array([row.split for row in known]), np.array([row.kind for row in known])
    passes = np.array([bool(row.passes) for row in known])
    real = np.isin(kind, ["pair", "summary"])
    odds = np.zeros(len(known))
    for name in np.unique(split):
        out = split == name
        fit, offset = regression(states[~out], true[~out], worth[~out], RIDGE)
        odds[out] = states[out] @ fit + offset
    chosen = real & passes
    (slope,), offset = regression(odds[chosen, None], true[chosen], np.ones(int(chosen.sum())), 0.0)
    # The pass brings odds of its own.
    scaled = slope * odds + offset - float(np.log(PASSED / (1 - PASSED)))
    lies = np.array([log_odds(likelihood(row.claim, row.evidence)) for row in known])
    both = np.column_stack([scaled, lies])[chosen]
    (near_one, share), added = regression(both, true[chosen], np.ones(int(chosen.sum())), 0.0)
    sys.stdout.write(
        f"beside the head, whose own weight is {near_one:.2f}: added {added:.2f}, share {share:.2f}\n"
    )
    _tell(known, scaled + worth_beside(lies), true, split, real, passes)
    if "--write" in arguments:
        fit, begin = regression(states, true, worth, RIDGE)
        _write(fit * slope, begin * slope + offset - float(np.log(PASSED / (1 - PASSED))), weights)
    return 0


def worth_beside(lies: np.ndarray) -> np.ndarray:
    """The log-odds of a pass beside a head's, of claims that lie so on their evidence."""
    added, share = BESIDE_A_HEAD
    return added + share * lies


def _held(weights: Path, kept: Path) -> int:
    head = head_of(weights.stem)
    assert head is not None  # noqa: S101 - the embedded model has one
    known = held_out()
    states = states_of([question(row.claim, row.evidence) for row in known], weights, kept)
    out = sys.stdout
    out.write(
        "set | balanced accuracy: mechanical, both | true refused | false ones that pass | AUROC of passes\n"
    )
    for name in dict.fromkeys(row.split for row in known):
        of = [
            (row, head.likelihood(state))
            for row, state in zip(known, states, strict=True)
            if row.split == name
        ]
        before = [bool(row.passes) for row, _ in of]
        after = [
            bool(row.passes)
            and combine(Verdict(), found, claim=row.claim, evidence=row.evidence, read=True).supported
            for row, found in of
        ]
        true = [row.true for row, _ in of]
        ranks = [(found, row.true) for row, found in of if row.passes]
        cells = [
            ", ".join(f"{100 * balanced_accuracy(said, true):.1f} %" for said in (before, after)),
            " → ".join(
                str(sum(not yes for yes, is_so in zip(said, true, strict=True) if is_so))
                for said in (before, after)
            )
            + f" of {sum(true)}",
            " → ".join(
                str(sum(yes for yes, is_so in zip(said, true, strict=True) if not is_so))
                for said in (before, after)
            )
            + f" of {len(true) - sum(true)}",
            f"{auroc(*map(list, zip(*ranks, strict=True))):.3f}",
        ]
        out.write(f"{name} | {' | '.join(cells)}\n")
    return 0


def _tell(
    known: Sequence[Row],
    odds: np.ndarray,
    true: np.ndarray,
    split: np.ndarray,
    real: np.ndarray,
    passes: np.ndarray,
) -> None:
    out = sys.stdout
    refused = odds < 0
    out.write("left out | AUROC | of passes | true ones that pass: refused | false ones that pass: refused\n")
    for name in np.unique(split[real]):
        of = real & (split == name)
        passed = of & passes
        cells = [f"{auroc(odds[each].tolist(), (true[each] == 1).tolist()):.3f}" for each in (of, passed)]
        for label in (1, 0):
            those = passed & (true == label)
            cells.append(f"{int(refused[those].sum())} of {int(those.sum())}")
        out.write(f"{name} | {' | '.join(cells)}\n")
    kinds = np.array([row.kind for row in known])
    for kind in np.unique(kinds):
        for label in (1, 0):
            those = (kinds == kind) & (true == label)
            if those.any():
                out.write(
                    f"{kind}, {'true' if label else 'false'}: {int(refused[those].sum())} of {those.sum()} refused\n"
                )


def _write(weights: np.ndarray, offset: float, source: Path) -> None:
    encoded = base64.b64encode(weights.astype("<f4").tobytes()).decode()
    head = {"layers": LAYERS, "offset": round(float(offset), 6), "weights": encoded}
    fingerprint = hashlib.sha256(json.dumps([head, question("{claim}", ["{evidence}"])]).encode()).hexdigest()
    record = {source.stem: {"fingerprint": fingerprint[:12], **head}}
    TARGET.write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
