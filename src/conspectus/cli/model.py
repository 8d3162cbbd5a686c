"""model fetch|list|path: the embedded model's weights."""

from __future__ import annotations

from typing import Annotated

import typer

from conspectus.cli.console import emit, set_up_logging, tell
from conspectus.cli.plain import PlainCommand, PlainGroup, help_where_nothing_is_asked

app = typer.Typer(cls=PlainGroup, invoke_without_command=True, rich_markup_mode=None)

Name = Annotated[str, typer.Argument(metavar="NAME", help="1.5b or 0.5b.")]


@app.callback()
def options(context: typer.Context) -> None:
    """Fetch and list the embedded model's weights."""
    help_where_nothing_is_asked(context)


@app.command(cls=PlainCommand, short_help="Fetch and verify weights.")
def fetch(
    name: Name = "1.5b",
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress.")] = False,
) -> None:
    """Fetch and verify weights; what is there already is not fetched again, what was begun goes on."""
    from conspectus.cli.fetching import shown  # noqa: PLC0415 - rich is slow to import
    from conspectus.llm.fetch import fetch as fetch_weights  # noqa: PLC0415 - only where it is needed
    from conspectus.llm.weights import known  # noqa: PLC0415 - as above
    from conspectus.settings import Settings  # noqa: PLC0415 - as above

    set_up_logging(quiet=quiet, verbose=False)
    settings = Settings.load()
    model = known(name)
    try:
        with shown(quiet=quiet) as progress:
            path = fetch_weights(model.name, settings, progress)
    except KeyboardInterrupt:
        tell("what has arrived is kept: the same command goes on from there")
        raise
    if not quiet:
        tell(f"{model.name} is there and verified: {path}")


@app.command("list", cls=PlainCommand, short_help="List what can be fetched, and what is there.")
def list_models() -> None:
    """List the weights that can be fetched, and whether they are there."""
    from conspectus.llm.weights import is_fetched, known_models  # noqa: PLC0415 - only where it is needed
    from conspectus.settings import Settings  # noqa: PLC0415 - as above

    settings = Settings.load()
    for model in known_models():
        there = "fetched" if is_fetched(model, settings) else "not fetched"
        emit(f"{model.name}  {model.bytes / 1e9:.1f} GB  {there:<11}  {model.file}\n")


@app.command(cls=PlainCommand, short_help="Print where the weights are.")
def path(name: Name = "1.5b") -> None:
    """Print where the weights are; fails where they are missing or wrong."""
    from conspectus.llm import known, locate  # noqa: PLC0415 - only where it is needed
    from conspectus.settings import Settings  # noqa: PLC0415 - as above

    emit(f"{locate(known(name).name, Settings.load())}\n")
