"""Help as plain text: no colours, no boxes, and no names of Python types."""

from __future__ import annotations

import re
import shutil
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.exceptions import TyperException

from conspectus.cli.console import emit

_EXIT_CODES = (
    "Exit codes: 0 done, 1 a defect of Conspectus, 2 wrong call or setting, 3 nothing readable, "
    "4 a result can't be written, 5 a promise is broken, 6 weights missing or wrong, "
    "7 no usable answer from the model, 8 a checked text is not supported throughout, "
    "9 a figure is beneath its floor, 130 interrupted, 143 terminated."
)
_MISUSED = 2
_NARROW, _NARROWEST = 52, 30
_BRACES = re.compile(r"\{(.*?)(?:\.\.\.)?\}|(?<=\.\.\.\])\.\.\.")
_TYPE = re.compile(r" <[^>]*>$")


class _Help:
    """Help that is written like any other result, wherever the output goes."""

    def get_help_option(self, ctx: Any) -> Any:
        """The option --help."""
        option = super().get_help_option(ctx)  # type: ignore[misc]  # of the command that this is mixed into
        option.callback = _helped
        return option


def _helped(context: Any, _: Any, wanted: bool) -> None:
    if wanted and not context.resilient_parsing:
        _show_help(context)
        raise typer.Exit


def _show_help(context: Any) -> None:
    columns = shutil.get_terminal_size().columns
    if columns < _NARROW:
        # click never writes less than fifty columns, which a narrower terminal breaks in the middle of words.
        context.terminal_width = max(columns - 1, _NARROWEST)
    emit(f"{context.get_help()}\n")


class PlainCommand(_Help, TyperCommand):
    """A command whose arguments are shown by their names alone, and which every misuse of it names."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """As typer does; an option without its value, which typer tells of no command, is told of this one."""
        try:
            return super().parse_args(ctx, args)
        except TyperException as error:
            if getattr(error, "ctx", ctx) is None:
                vars(error)["ctx"] = ctx
            raise

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        """The usage line's words: `PATH...` where typer has `{PATH...}...`, and no hidden arguments."""
        pieces = super().collect_usage_pieces(ctx)
        return [
            _BRACES.sub(lambda found: found[1] or "", piece) for piece in pieces if not piece.startswith("[]")
        ]

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Arguments by name and help, then options as typer has them."""
        arguments, options = [], []
        for parameter in self.get_params(ctx):
            record = parameter.get_help_record(ctx)
            if record is None:
                continue
            if parameter.param_type_name == "argument":
                arguments.append((_TYPE.sub("", record[0]), record[1].replace("  [required]", "")))
            else:
                options.append(record)
        for title, records in (("Arguments", arguments), ("Options", options)):
            if records:
                with formatter.section(title):
                    formatter.write_dl(records)


class PlainGroup(_Help, TyperGroup):
    """A group whose help ends with the exit codes; subcommands in the order in which they were added."""

    def format_epilog(self, ctx: Any, formatter: Any) -> None:
        """The exit codes, under the program's own help only."""
        if ctx.parent is None:
            formatter.write_paragraph()
            formatter.write_text(_EXIT_CODES)


def help_where_nothing_is_asked(context: typer.Context) -> None:
    """Shows the help and ends with the exit code of a wrong call, where no subcommand was named."""
    if context.invoked_subcommand is None:
        _show_help(context)
        raise typer.Exit(_MISUSED)
