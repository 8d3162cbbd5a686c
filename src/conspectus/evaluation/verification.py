"""How well the gates tell supported claims from others: `python -m conspectus.evaluation.verification`.

Without options the report is written from the labelled pairs, summaries and recorded answers in `eval/verification`,
with neither model nor network: the same files give the same bytes. `--record` asks the model in force about every pair
that it was not asked about; `--fit` prints the calibration that the dev pairs give, `--ablate` what each check alone
refuses of the sets that are developed on.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import get_args

from conspectus.entailment import PROMPT, Calibration, log_odds
from conspectus.errors import ConspectusError
from conspectus.evaluation import ablation, gates, searching, summarised
from conspectus.evaluation.gates_report import SPLITS, is_whole, report, table
from conspectus.evaluation.loading import load_cases
from conspectus.evaluation.pairs import Pair, load_pairs
from conspectus.evaluation.recorded import Answers, load_answers
from conspectus.evaluation.recording import record
from conspectus.evaluation.statistics import fit_logistic
from conspectus.evaluation.summaries import SummarySplit, load_summaries

ROOT = Path("eval/verification")


def fitted(pairs: Sequence[Pair], answers: Answers) -> Calibration:
    """The Platt scaling that the dev pairs give for the model's answers, both labels weighing the same."""
    dev = [pair for pair in pairs if pair.split == "dev"]
    rows = [[log_odds(gates.told(pair, answers))] for pair in dev]
    slope, offset = fit_logistic(rows, [pair.label == "supported" for pair in dev], ridge=0.1)
    return Calibration(slope=round(slope, 3), offset=round(offset, 3))


def _ablated(root: Path, pairs: Sequence[Pair], splits: Sequence[SummarySplit]) -> str:
    """The table of what each check costs and buys on the sets for development."""
    chosen = [pair for pair in pairs if pair.split.startswith("dev")]
    summaries = load_summaries(root, tuple(split for split in splits if split.startswith("dev")))
    head = ("check", "true claims that it alone refuses", "false ones that it alone catches")
    return table(head, ablation.rows(ablation.ablated(chosen, summaries, root)))


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit code; the report goes to `results.md`, or what was recorded or fitted to the output."""
    parser = argparse.ArgumentParser(prog="python -m conspectus.evaluation.verification", description=__doc__)
    parser.add_argument("--root", type=Path, default=ROOT, help="where pairs*.yaml and recorded/ are")
    parser.add_argument("--record", action="store_true", help="ask the model about every pair")
    parser.add_argument("--split", choices=SPLITS, help="with --record: ask about these pairs only")
    parser.add_argument("--model", help="with --record: the model to ask")
    parser.add_argument("--head", action="store_true", help="with --record: have the model's head judge them")
    parser.add_argument("--fit", action="store_true", help="print the calibration that the dev pairs give")
    parser.add_argument(
        "--ablate", action="store_true", help="print what each check costs and buys, on the dev sets"
    )
    given = parser.parse_args(arguments)
    try:
        pairs = load_pairs(given.root)
        if given.record:
            chosen = [pair for pair in pairs if given.split in (None, pair.split)]
            path = asyncio.run(record(chosen, given.root / "recorded", model=given.model, head=given.head))
            sys.stdout.write(f"{path}\n")
            return 0
        recorded = [load_answers(path) for path in sorted((given.root / "recorded").glob("*.jsonl"))]
        if given.fit:
            for answers in recorded:
                if answers.asked.prompt != PROMPT or not is_whole(pairs, answers):
                    continue
                sys.stdout.write(f"{answers.asked.model}: {fitted(pairs, answers)}\n")
            return 0
        splits = [
            split for split in get_args(SummarySplit) if (given.root / f"summaries-{split}.yaml").exists()
        ]
        if given.ablate:
            sys.stdout.write(f"{_ablated(given.root, pairs, splits)}\n")
            return 0
        reports = summarised.checked(given.root, load_summaries(given.root, tuple(splits)))
        folder = given.root.parent / "cases"
        cases = load_cases(folder) if folder.exists() else ()
        text = report(pairs, recorded, searching.pair_articles(given.root, pairs), reports, cases)
        (given.root / "results.md").write_text(text, encoding="utf-8")
    except ConspectusError as error:
        sys.stderr.write(f"error: {error}\n")
        return error.exit_code
    return 0


if __name__ == "__main__":
    sys.exit(main())
