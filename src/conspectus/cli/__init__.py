"""The command line: `conspectus brief|summarize|verify|model|schema|doctor`."""

from __future__ import annotations

import signal
import sys
from typing import Annotated

import typer

from conspectus import __version__
from conspectus.cli import commands, model
from conspectus.cli.console import emit, fail, tell
from conspectus.cli.doctor import doctor
from conspectus.errors import ConspectusError

_INTERRUPTED = 130

app = typer.Typer(
    name="conspectus",
    help="Many articles in, one briefing out: every sentence opens the exact words that support it.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)
for command in (commands.brief, commands.summarize, commands.verify, commands.schema, doctor):
    app.command()(command)
app.add_typer(model.app, name="model")


def _version(wanted: bool) -> None:
    if wanted:
        emit(f"conspectus {__version__}\n")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Many articles in, one briefing out: every sentence opens the exact words that support it."""


def main() -> None:
    """The program: exit codes as README documents them, and no traceback for what a user can cause."""
    # A killed run ends like an interrupted one: calls cancelled, finished answers kept.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        app()
    except ConspectusError as error:
        fail(error)
    except KeyboardInterrupt:
        tell("interrupted: finished answers are in the cache, and the next run goes on from there")
        sys.exit(_INTERRUPTED)
