"""model fetch|list|path: the embedded model's weights."""

from __future__ import annotations

from typing import Annotated

import typer

from conspectus.cli.console import emit, set_up_logging, tell
from conspectus.settings import Settings

app = typer.Typer(help="The embedded model's weights.", no_args_is_help=True)

Name = Annotated[str, typer.Argument(metavar="NAME", help="1.5b (the default) or 0.5b.")]


@app.command()
def fetch(name: Name = "1.5b", quiet: Annotated[bool, typer.Option("--quiet", "-q")] = False) -> None:
    """Fetch and verify weights; what is there already is not fetched again."""
    from conspectus.cli.fetching import shown  # noqa: PLC0415 - rich is slow to import
    from conspectus.llm.fetch import fetch as fetch_weights  # noqa: PLC0415 - only where it is needed

    set_up_logging(quiet=quiet, verbose=False)
    with shown(quiet=quiet) as progress:
        path = fetch_weights(name, Settings.load(), progress)
    if not quiet:
        tell(f"{name} is there and verified: {path}")


@app.command("list")
def list_models() -> None:
    """List the weights that can be fetched, and whether they are there."""
    from conspectus.llm import known_models  # noqa: PLC0415 - only where it is needed

    directory = Settings.load().models_dir
    for model in known_models():
        there = "fetched" if (directory / model.file).is_file() else "not fetched"
        emit(f"{model.name}\t{model.bytes / 1e9:.1f} GB\t{there}\t{model.file}\n")


@app.command()
def path(name: Name = "1.5b") -> None:
    """Print where the weights are; fails where they are missing or wrong."""
    from conspectus.llm import locate  # noqa: PLC0415 - only where it is needed

    emit(f"{locate(name, Settings.load())}\n")
