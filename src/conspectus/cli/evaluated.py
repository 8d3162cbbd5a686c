"""What a run of the suite says, to files and to the output, in the format that was asked for."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from conspectus.cli.delivery import delivered
from conspectus.cli.options import Format
from conspectus.evaluation.comparison import Comparison, as_markdown
from conspectus.evaluation.comparison import as_text as comparison_as_text
from conspectus.evaluation.controls import Verdict
from conspectus.evaluation.page import page
from conspectus.evaluation.report import Report
from conspectus.evaluation.results import results
from conspectus.evaluation.terminal import shown as report_as_text
from conspectus.render.safe import plain_json


@dataclass(frozen=True)
class Made:
    """Everything there is to show; `by_hand` is a file that a person adds about weaknesses, where there is one."""

    report: Report
    verdicts: tuple[Verdict, ...]
    comparison: Comparison | None
    command: str
    by_hand: Path


def deliver_made(
    made: Made, targets: list[tuple[Path, Format]], shown: Format | None, *, quiet: bool
) -> None:
    """What was made is in every file that can be written, and on the output, as `delivered` says."""
    delivered(lambda form, _: _rendered(made, form), targets, shown, quiet=quiet)


def _rendered(made: Made, form: Format) -> str:
    match form:
        case Format.TERMINAL:
            return comparison_as_text(made.comparison) if made.comparison else report_as_text(made.report)
        case Format.JSON:
            value = made.comparison or made.report
            return plain_json(value.model_dump_json(indent=2)) + "\n"
        case Format.HTML:
            return page(made.report, command=made.command, comparison=made.comparison)
        case Format.MARKDOWN:
            if made.comparison is not None:
                return as_markdown(made.comparison, command=made.command)
            system = next((name for name in made.report.titles if name.startswith("conspectus")), "")
            by_hand = made.by_hand.read_text(encoding="utf-8") if made.by_hand.is_file() else ""
            return results(made.report, made.verdicts, command=made.command, system=system, by_hand=by_hand)
