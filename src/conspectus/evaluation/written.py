"""The way from a directory of labelled data to the `results.md` beside it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from conspectus.errors import ConspectusError


def write_results(
    arguments: Sequence[str] | None,
    *,
    program: str,
    says: str | None,
    root: Path,
    report: Callable[[Path], str],
) -> int:
    """The exit code, 0 where what the report says of the directory stands in its `results.md`.

    `--root` names another directory than `root`. Data that can't be read is told on the error stream.
    """
    parser = argparse.ArgumentParser(prog=f"python -m {program}", description=says)
    parser.add_argument("--root", type=Path, default=root, help="the directory of the labelled data")
    given = parser.parse_args(arguments)
    try:
        text = report(given.root)
    except ConspectusError as error:
        sys.stderr.write(f"error: {error}\n")
        return error.exit_code
    (given.root / "results.md").write_text(text, encoding="utf-8")
    return 0
