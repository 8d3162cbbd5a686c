"""cache info|clear|path: the answers that were paid for."""

from __future__ import annotations

import asyncio
from typing import Annotated

import typer

from conspectus.cli.console import emit, set_up_logging, tell
from conspectus.cli.plain import PlainCommand, PlainGroup, help_where_nothing_is_asked
from conspectus.errors import OutputError

app = typer.Typer(cls=PlainGroup, invoke_without_command=True, rich_markup_mode=None)


@app.callback()
def options(context: typer.Context) -> None:
    """Show, empty and find the cache of answers."""
    help_where_nothing_is_asked(context)


@app.command(cls=PlainCommand, short_help="Say how many answers are kept.")
def info() -> None:
    """Say how many answers are kept, how many bytes they take, and how many they may."""
    from conspectus.llm import cache_info  # noqa: PLC0415 - it loads diskcache
    from conspectus.settings import Settings  # noqa: PLC0415 - it loads what --help has no use for

    set_up_logging(quiet=False, verbose=False)
    settings = Settings.load()
    found = asyncio.run(cache_info(settings.cache_dir))
    most = settings.cache_bytes / 1e6
    emit(
        f"{found.answers} answers and briefings, {found.bytes / 1e6:.1f} MB of {most:.0f} MB: {found.directory}\n"
    )


@app.command(cls=PlainCommand, short_help="Throw all answers away.")
def clear(
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing.")] = False,
) -> None:
    """Throw all answers away; what they cost is paid again when it is asked again."""
    from conspectus.llm.cache import cache_cleared  # noqa: PLC0415 - it loads diskcache
    from conspectus.settings import Settings  # noqa: PLC0415 - as above

    set_up_logging(quiet=quiet, verbose=False)
    directory = Settings.load().cache_dir
    count = asyncio.run(cache_cleared(directory))
    if count is None:
        raise OutputError(
            "can't be emptied", where=str(directory), hint="delete the directory, or set cache_dir to another"
        )
    if not quiet:
        tell(f"{count} answers and briefings thrown away")


@app.command(cls=PlainCommand, short_help="Print where answers are kept.")
def path() -> None:
    """Print the directory in which answers are kept, whether it is there or not."""
    from conspectus.settings import Settings  # noqa: PLC0415 - it loads what --help has no use for

    emit(f"{Settings.load().cache_dir}\n")
