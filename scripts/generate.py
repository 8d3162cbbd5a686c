"""Writes what follows from the code: schemas/ and docs/commands.md; `--check` says what is out of step."""

from __future__ import annotations

import sys
from pathlib import Path

import typer.cli
import typer.main

from conspectus.cli import app
from conspectus.schemas import PUBLISHED, generated

ROOT = Path(__file__).resolve().parents[1]


def files() -> dict[Path, str]:
    """Every generated file, with the text that it should have."""
    command = typer.main.get_command(app)
    context = typer.Context(command, info_name="conspectus")
    commands = typer.cli.get_docs_for_click(obj=command, ctx=context, name="conspectus")
    return {
        **{ROOT / "schemas" / f"{name}.json": generated(name) for name in PUBLISHED},
        ROOT / "docs" / "commands.md": commands.strip() + "\n",
    }


def main() -> int:
    """Write the files, or with --check name those that differ; the number of these is the exit code."""
    stale = [path for path, text in files().items() if not path.is_file() or path.read_text("utf-8") != text]
    for path in stale:
        if "--check" in sys.argv:
            sys.stderr.write(f"out of step with the code: {path.relative_to(ROOT)} (run `make generate`)\n")
        else:
            path.parent.mkdir(exist_ok=True)
            path.write_text(files()[path], encoding="utf-8")
    return len(stale) if "--check" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
