"""Writes what follows from the code: schemas/ and docs/commands.md; `--check` says what is out of step."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer
import typer.main

from conspectus.cli import app
from conspectus.schemas import PUBLISHED, generated

ROOT = Path(__file__).resolve().parents[1]
COLUMNS = 80


def files() -> dict[Path, str]:
    """Every generated file, relative to the root, with the text that it should have."""
    schemas = {Path("schemas", f"{name}.json"): generated(name) for name in PUBLISHED}
    sections = "\n".join(_sections(typer.main.get_command(app), "conspectus", None))
    return {**schemas, Path("docs", "commands.md"): f"# The command line\n\n{sections}"}


def _sections(command: Any, name: str, parent: typer.Context | None) -> Iterator[str]:
    """A heading and the help for the command, then for each command beneath it."""
    # The width of whoever generates must not show.
    context = typer.Context(
        command,
        info_name=name,
        parent=parent,
        terminal_width=COLUMNS,
        max_content_width=COLUMNS,
        **command.context_settings,
    )
    path = context.command_path
    yield f"## `{path}`\n\n```console\n$ {path} --help\n{context.get_help()}\n```\n"
    for subcommand in command.list_commands(context) if hasattr(command, "list_commands") else ():
        yield from _sections(command.get_command(context, subcommand), subcommand, context)


def stale(root: Path) -> list[Path]:
    """The generated files that are missing or differ, and the schemas that nothing generates any more."""
    wanted = files()
    differing = [
        path
        for path, text in wanted.items()
        if not (root / path).is_file() or (root / path).read_text("utf-8") != text
    ]
    found = {path.relative_to(root) for path in (root / "schemas").glob("*.json")}
    return differing + sorted(found - set(wanted))


def write(root: Path) -> None:
    """All generated files are under the root, as they should be, and no schema besides."""
    wanted = files()
    for path in stale(root):
        if path in wanted:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(wanted[path], encoding="utf-8", newline="\n")
        else:
            (root / path).unlink()


def main() -> int:
    """Write the files; with --check name those that are out of step instead, and exit with 1."""
    if "--check" not in sys.argv:
        write(ROOT)
        return 0
    paths = stale(ROOT)
    for path in paths:
        sys.stderr.write(f"out of step with the code: {path} (run `make generate`)\n")
    return 1 if paths else 0


if __name__ == "__main__":
    sys.exit(main())
