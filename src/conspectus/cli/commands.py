"""brief, summarize, verify, schema: parse, call the pipeline, render; no logic."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from conspectus.cli.console import color_wanted, emit, set_up_logging, tell, width
from conspectus.cli.files import check_writable, write_whole
from conspectus.errors import AuditError, UsageError
from conspectus.settings import Settings

if TYPE_CHECKING:
    from conspectus.model.rendering import Renderable


class Format(StrEnum):
    """How a result is shown."""

    TERMINAL = "terminal"
    MARKDOWN = "markdown"
    JSON = "json"


_BY_SUFFIX = {".json": Format.JSON, ".md": Format.MARKDOWN, ".txt": Format.TERMINAL}

Paths = Annotated[
    list[str],
    typer.Argument(metavar="PATH...", help="Files (.txt .md .html), directories, or - for standard input."),
]
Output = Annotated[
    list[Path] | None,
    typer.Option(
        "--output", "-o", help="Write to this file, in the format of its suffix (.json .md .txt). Repeatable."
    ),
]
Shown = Annotated[
    Format | None, typer.Option("--format", help="Format of the output, and of files with another suffix.")
]
Model = Annotated[
    str | None,
    typer.Option(help="A hosted model's name, embedded:1.5b, embedded:0.5b, a .gguf file, or none."),
]
BaseUrl = Annotated[str | None, typer.Option(help="An OpenAI-compatible endpoint, up to /v1.")]
NoCache = Annotated[bool, typer.Option("--no-cache", help="Ask again even what was answered before.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no warnings.")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Tell each step on the error stream.")]


def brief(
    paths: Paths,
    output: Output = None,
    shown: Shown = None,
    title: Annotated[str | None, typer.Option(help="The briefing's title.")] = None,
    model: Model = None,
    base_url: BaseUrl = None,
    no_cache: NoCache = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Read articles and write one briefing, in which every sentence cites its evidence."""
    from conspectus import pipeline, progress  # noqa: PLC0415 - they load what --help has no use for

    set_up_logging(quiet=quiet, verbose=verbose)
    targets = [(path, _format_of(path, shown)) for path in output or ()]
    for path, _ in targets:
        check_writable(path)
    settings = _settings(model, base_url, no_cache)
    with progress.shown(quiet=quiet, verbose=verbose) as listener:
        briefing = pipeline.brief(paths, settings=settings, title=title, listener=listener)
    for path, form in targets:
        write_whole(path, _rendered(briefing, form))
    if not targets or (shown is None and not quiet):
        emit(_rendered(briefing, shown or Format.TERMINAL, live=True))
    if targets and not quiet:
        tell(f"written: {', '.join(str(path) for path, _ in targets)}")


def summarize(
    path: Annotated[str, typer.Argument(metavar="PATH", help="A file, or - for standard input.")],
    output: Output = None,
    shown: Shown = None,
    model: Model = None,
    base_url: BaseUrl = None,
    no_cache: NoCache = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Read one article and write its structured summary: verified claims, each with its evidence."""
    from conspectus import pipeline, progress  # noqa: PLC0415 - they load what --help has no use for

    set_up_logging(quiet=quiet, verbose=verbose)
    targets = [(target, _format_of(target, shown)) for target in output or ()]
    for target, _ in targets:
        check_writable(target)
    settings = _settings(model, base_url, no_cache)
    with progress.shown(quiet=quiet, verbose=verbose) as listener:
        summary = pipeline.summarize(path, settings=settings, listener=listener)
    for target, form in targets:
        write_whole(target, _rendered(summary, form))
    if not targets or (shown is None and not quiet):
        emit(_rendered(summary, shown or Format.TERMINAL, live=True))


def verify(
    path: Annotated[Path, typer.Argument(metavar="BRIEFING.json", help="A briefing saved as JSON.")],
    quiet: Quiet = False,
) -> None:
    """Re-check a saved briefing with neither model nor network: grounded, cited, faithful, nothing lost."""
    from conspectus import pipeline  # noqa: PLC0415 - it loads what --help has no use for

    findings = pipeline.verify(path)
    for finding in findings:
        emit(f"{finding.promise}: {finding.where}: {finding.message}\n")
    if findings:
        raise AuditError(f"{len(findings)} places break a promise", where=str(path))
    if not quiet:
        emit(f"{path}: every promise is kept\n")


def schema(
    name: Annotated[str, typer.Argument(metavar="NAME", help="briefing, article, article-summary, …")],
) -> None:
    """Print the JSON Schema of that name."""
    from conspectus.schemas import published  # noqa: PLC0415 - it loads what --help has no use for

    emit(published(name))


def _settings(model: str | None, base_url: str | None, no_cache: bool) -> Settings:
    return Settings.load(model=model, base_url=base_url, cache=False if no_cache else None)


def _format_of(path: Path, shown: Format | None) -> Format:
    form = _BY_SUFFIX.get(path.suffix.lower(), shown)
    if form is None:
        raise UsageError(
            "its suffix does not say which format it is",
            where=str(path),
            hint="add --format, or .md",
        )
    return form


def _rendered(value: Renderable, form: Format, *, live: bool = False) -> str:
    match form:
        case Format.JSON:
            return value.to_json()
        case Format.MARKDOWN:
            return value.to_markdown()
        case Format.TERMINAL:
            return value.to_terminal(width=width() if live else None, color=live and color_wanted())
