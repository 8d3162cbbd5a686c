"""What a run of the suite says, to files and to the output, in the format that was asked for."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from conspectus.cli.console import emit, tell
from conspectus.cli.files import check_writable, write_whole
from conspectus.cli.options import Format
from conspectus.errors import UsageError
from conspectus.evaluation.comparison import Comparison, as_markdown
from conspectus.evaluation.comparison import as_text as comparison_as_text
from conspectus.evaluation.controls import Verdict
from conspectus.evaluation.page import page
from conspectus.evaluation.report import Report
from conspectus.evaluation.results import results
from conspectus.evaluation.terminal import shown as report_as_text
from conspectus.render.safe import plain_json

_BY_SUFFIX = {".md": Format.MARKDOWN, ".json": Format.JSON, ".html": Format.HTML, ".txt": Format.TERMINAL}


@dataclass(frozen=True)
class Made:
    """Everything there is to show; `by_hand` is a file that a person adds about weaknesses, where there is one."""

    report: Report
    verdicts: tuple[Verdict, ...]
    comparison: Comparison | None
    command: str
    by_hand: Path


def targets_of(output: list[Path] | None, shown: Format | None) -> list[tuple[Path, Format]]:
    """The files to write and their formats; raises UsageError or OutputError before any work is done."""
    targets = []
    for path in output or ():
        form = _BY_SUFFIX.get(path.suffix.lower(), shown)
        if form is None:
            raise UsageError(
                "its suffix does not say which format it is",
                where=str(path),
                hint="name it .json, .md, .txt or .html, or add --format",
            )
        check_writable(path)
        targets.append((path, form))
    return targets


def deliver_made(
    made: Made, targets: list[tuple[Path, Format]], shown: Format | None, *, quiet: bool
) -> None:
    """Every file is written; without one, or unless --quiet or --format is given, the output has it too."""
    for path, form in targets:
        write_whole(path, _rendered(made, form))
        if not quiet:
            tell(f"written: {path}")
    if not targets or (shown is None and not quiet):
        emit(_rendered(made, shown or Format.TERMINAL))


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
