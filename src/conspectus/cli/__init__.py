"""The command line: parses, calls the pipeline, renders, and ends with the exit codes of `conspectus.errors`."""

from __future__ import annotations

import logging
import re
import signal
import sys
from collections.abc import Sequence
from types import FrameType
from typing import Annotated, NoReturn

import typer
from typer.exceptions import TyperException

from conspectus import __version__
from conspectus.cli import cache, commands, model
from conspectus.cli.collecting import collecting_seldom, leave_the_rest
from conspectus.cli.console import discard_output, emit, tell, use_utf8
from conspectus.cli.doctor import doctor
from conspectus.cli.evaluate import evaluate
from conspectus.cli.events import events
from conspectus.cli.plain import PlainCommand, PlainGroup, help_where_nothing_is_asked
from conspectus.cli.show import show
from conspectus.errors import ConspectusError, OutputError
from conspectus.lazy_imports import have_the_process

_INTERRUPTED = 128 + signal.SIGINT
_TERMINATED = 128 + signal.SIGTERM

_POSSIBLE = re.compile(r" \(Possible options: (.*)\)$")

_log = logging.getLogger(__name__)

app = typer.Typer(
    name="conspectus",
    cls=PlainGroup,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    add_completion=False,
)
app.command(cls=PlainCommand, short_help="Read articles and write one cited briefing.")(commands.brief)
app.command(cls=PlainCommand, short_help="Summarise one article as verified claims.")(commands.summarize)
app.command(cls=PlainCommand, short_help="Hold any text against articles.")(commands.check)
app.command(cls=PlainCommand, short_help="Re-check a saved briefing, offline.")(commands.verify)
app.command(cls=PlainCommand, short_help="Group articles by event, without a model.")(events)
app.command("eval", cls=PlainCommand, short_help="Measure what systems make of cases.")(evaluate)
app.command(cls=PlainCommand, short_help="Show a saved briefing again.")(show)
app.command(cls=PlainCommand, short_help="Print a JSON Schema.")(commands.schema)
app.command(cls=PlainCommand, short_help="Show settings, and what works.")(doctor)
app.add_typer(cache.app, name="cache", short_help="Show and empty the cache of answers.")
app.add_typer(model.app, name="model", short_help="Fetch and list the embedded model's weights.")


def _version(wanted: bool) -> None:
    if wanted:
        emit(f"conspectus {__version__}\n")
        raise typer.Exit


@app.callback()
def options(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Many articles in, one briefing out: every sentence opens the exact words that support it."""
    help_where_nothing_is_asked(context)


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """The program: SystemExit with a documented code, and never a traceback for what a user can cause.

    `arguments` are those of the process where None.
    """
    if arguments is None:
        have_the_process()
    terminated = False

    def terminate(number: int, frame: FrameType | None) -> None:
        nonlocal terminated
        terminated = True
        # A killed run ends like an interrupted one: calls cancelled, finished answers kept. A run in the
        # background of a script ignores interrupts, and must end all the same.
        if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
            signal.signal(signal.SIGINT, signal.default_int_handler)
        signal.raise_signal(signal.SIGINT)

    before = signal.signal(signal.SIGTERM, terminate)
    try:
        use_utf8()
        with collecting_seldom():
            code = _run(arguments)
    except KeyboardInterrupt:
        # It came before typer was there to make an exit code of it.
        code = _INTERRUPTED
    finally:
        signal.signal(signal.SIGTERM, before)
    if code == _INTERRUPTED:
        tell("terminated" if terminated else "interrupted")
        code = _TERMINATED if terminated else code
    if arguments is None:
        leave_the_rest()
    sys.exit(code)


def _run(arguments: Sequence[str] | None) -> int:
    """The exit code; what went wrong is told in one line."""
    try:
        # typer turns an interrupt into its exit code.
        code = app(arguments, prog_name="conspectus", standalone_mode=False)
    except ConspectusError as error:
        tell(f"error: {error}")
        return error.exit_code
    except TyperException as error:
        tell(f"error: {_misuse(error)}")
        return error.exit_code
    except OSError as error:
        discard_output()
        tell(f"error: {f'{error.filename}: ' if error.filename else ''}{error.strerror or error}")
        return OutputError.exit_code
    except Exception as error:  # whatever it is, a user is owed a sentence
        _log.info("where it happened:", exc_info=error)
        tell(
            f"error: {type(error).__name__}: {error} "
            "(this is a defect of Conspectus: please report it with what --verbose says)"
        )
        return ConspectusError.exit_code
    return int(code or 0)


def _misuse(error: TyperException) -> str:
    said = error.format_message().replace("Value error, ", "").rstrip(".")
    said = _POSSIBLE.sub(r"; did you mean \1?", said)
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "conspectus"
    return f"{said[:1].lower()}{said[1:]} (see `{command} --help`)"
