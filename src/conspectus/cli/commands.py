"""brief, summarize, check, verify, schema: parse, call the pipeline, render; no logic."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from conspectus.cli.console import (
    color_wanted,
    emit,
    progress_shown,
    set_up_logging,
    tell,
    width,
)
from conspectus.cli.files import check_writable, write_whole
from conspectus.cli.inputs import check_apart, resumable, standard_input
from conspectus.errors import AuditError, OutputError, UnsupportedError, UsageError

if TYPE_CHECKING:
    from conspectus.model.rendering import Renderable
    from conspectus.settings import Settings


class Format(StrEnum):
    """How a result is shown."""

    TERMINAL = "terminal"
    MARKDOWN = "markdown"
    JSON = "json"


class Profile(StrEnum):
    """How much the model is trusted with."""

    AUTO = "auto"
    LARGE = "large"
    SMALL = "small"


_BY_SUFFIX = {".json": Format.JSON, ".md": Format.MARKDOWN, ".txt": Format.TERMINAL}

Paths = Annotated[
    list[str],
    typer.Argument(metavar="PATH...", help="Files (.txt .md .html), directories, or - for standard input."),
]
Output = Annotated[
    list[Path] | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Write to this file, in the format of its suffix (.json .md .txt). Repeatable. "
        "The result is shown as well, unless --quiet or --format is given.",
    ),
]
Shown = Annotated[
    Format | None,
    typer.Option(
        "--format", metavar="FORMAT", help="terminal, markdown or json: for the output, and other suffixes."
    ),
]
Model = Annotated[
    str | None,
    typer.Option(
        metavar="NAME", help="A hosted model's name, embedded:1.5b, embedded:0.5b, a .gguf file, or none."
    ),
]
BaseUrl = Annotated[str | None, typer.Option(metavar="URL", help="An OpenAI-compatible endpoint, up to /v1.")]
Trust = Annotated[
    Profile | None,
    typer.Option(
        "--profile",
        metavar="PROFILE",
        help="large: one rich call an article; small: narrow calls; auto: by model.",
    ),
]
NoCache = Annotated[bool, typer.Option("--no-cache", help="Ask again even what was answered before.")]
NoEntailment = Annotated[
    bool,
    typer.Option("--no-entailment", help="Don't have the model check its own wording: faster, less sure."),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no warnings.")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Tell each step on the error stream.")]


def brief(
    paths: Paths,
    output: Output = None,
    shown: Shown = None,
    title: Annotated[str | None, typer.Option(metavar="TEXT", help="The briefing's title.")] = None,
    model: Model = None,
    base_url: BaseUrl = None,
    profile: Trust = None,
    no_entailment: NoEntailment = False,
    no_cache: NoCache = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Read articles and write one briefing, in which every sentence cites its evidence."""
    from conspectus import pipeline  # noqa: PLC0415 - it loads what --help has no use for

    set_up_logging(quiet=quiet, verbose=verbose)
    targets = _targets(output, shown, paths)
    settings = _settings(model, base_url, no_cache, profile, no_entailment=no_entailment)
    with resumable(settings), progress_shown(quiet=quiet, verbose=verbose) as listener:
        stdin = standard_input(paths, settings)
        briefing = pipeline.brief(paths, settings=settings, title=title, listener=listener, stdin=stdin)
    _deliver(briefing, targets, shown, quiet=quiet)


def summarize(
    path: Annotated[str, typer.Argument(metavar="PATH", help="A file, or - for standard input.")],
    output: Output = None,
    shown: Shown = None,
    model: Model = None,
    base_url: BaseUrl = None,
    profile: Trust = None,
    no_entailment: NoEntailment = False,
    no_cache: NoCache = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Read one article and write its structured summary: verified claims, each with its evidence."""
    from conspectus import pipeline  # noqa: PLC0415 - it loads what --help has no use for

    set_up_logging(quiet=quiet, verbose=verbose)
    targets = _targets(output, shown, [path])
    settings = _settings(model, base_url, no_cache, profile, no_entailment=no_entailment)
    with resumable(settings), progress_shown(quiet=quiet, verbose=verbose) as listener:
        stdin = standard_input([path], settings)
        summary = pipeline.summarize(path, settings=settings, listener=listener, stdin=stdin)
    _deliver(summary, targets, shown, quiet=quiet)


def check(
    text: Annotated[
        str, typer.Argument(metavar="TEXT", help="The text to check: a file, or - for standard input.")
    ],
    against: Annotated[
        list[str],
        typer.Option(
            "--against",
            metavar="PATH...",
            help="The articles to hold it against: files (.txt .md .html), directories, or -.",
        ),
    ],
    more: Annotated[list[str] | None, typer.Argument(metavar="", hidden=True)] = None,
    output: Output = None,
    shown: Shown = None,
    no_entailment: Annotated[
        bool, typer.Option("--no-entailment", help="Ask no model: the mechanical gate decides alone.")
    ] = False,
    model: Model = None,
    base_url: BaseUrl = None,
    no_cache: NoCache = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Hold any text against articles, sentence by sentence: supported, contradicted, overstated, not found.

    Ends with 0 where every sentence is supported, with 8 where one is not.
    """
    from conspectus import checking  # noqa: PLC0415 - it loads what --help has no use for
    from conspectus.running import read  # noqa: PLC0415 - as above

    set_up_logging(quiet=quiet, verbose=verbose)
    paths = [*against, *(more or ())]
    if text in paths:
        raise UsageError("is the text and one of its articles at once", where=text, hint="name others")
    targets = _targets(output, shown, [text, *paths])
    settings = _settings(model, base_url, no_cache)
    with resumable(settings), progress_shown(quiet=quiet, verbose=verbose) as listener:
        stdin = standard_input([text, *paths], settings)
        report = checking.check(
            read(text, settings, stdin).articles[0],
            paths,
            settings=settings,
            entailment="off" if no_entailment else "on",
            listener=listener,
            stdin=stdin,
        )
    _deliver(report, targets, shown, quiet=quiet)
    if not report.supported:
        count = sum(not sentence.support.supported for sentence in report.sentences)
        raise UnsupportedError(
            f"{count} of {len(report.sentences)} sentences not supported by the articles", where=text
        )


def verify(
    path: Annotated[Path, typer.Argument(metavar="BRIEFING.json", help="A briefing saved as JSON.")],
    quiet: Quiet = False,
) -> None:
    """Re-check a saved briefing with neither model nor network: grounded, cited, faithful, nothing lost."""
    from conspectus import pipeline  # noqa: PLC0415 - it loads what --help has no use for
    from conspectus.render.safe import visible  # noqa: PLC0415 - as above

    findings = pipeline.verify(path)
    for finding in findings:
        emit(visible(f"{finding.promise}: {finding.where}: {finding.message}") + "\n")
    if findings:
        count = "1 place breaks" if len(findings) == 1 else f"{len(findings)} places break"
        raise AuditError(f"{count} a promise", where=str(path))
    if not quiet:
        emit(f"{visible(str(path))}: every promise is kept\n")


def schema(
    name: Annotated[
        str,
        typer.Argument(
            metavar="NAME",
            help="briefing, article, article-summary or report, which Conspectus puts out; summary-draft, "
            "shortened-draft or common-draft, which it asks a model for.",
        ),
    ],
) -> None:
    """Print the JSON Schema of that name."""
    from conspectus.schemas import published  # noqa: PLC0415 - it loads what --help has no use for

    emit(published(name))


def _settings(
    model: str | None,
    base_url: str | None,
    no_cache: bool,
    profile: Profile | None = None,
    *,
    no_entailment: bool = False,
) -> Settings:
    from conspectus.settings import Settings  # noqa: PLC0415 - it loads what --help has no use for

    settings = Settings.load(
        model=model,
        base_url=base_url,
        profile=profile,
        cache=False if no_cache else None,
        entailment=False if no_entailment else None,
    )
    # A contradiction between the settings is told before anything is read.
    _ = settings.target
    return settings


def _targets(output: list[Path] | None, shown: Format | None, paths: list[str]) -> list[tuple[Path, Format]]:
    targets = [(path, _format_of(path, shown)) for path in output or ()]
    for path, _ in targets:
        check_writable(path)
        check_apart(path, paths)
    return targets


def _format_of(path: Path, shown: Format | None) -> Format:
    form = _BY_SUFFIX.get(path.suffix.lower(), shown)
    if form is None:
        raise UsageError(
            "its suffix does not say which format it is",
            where=str(path),
            hint="name it .json, .md or .txt, or add --format",
        )
    return form


def _deliver(
    value: Renderable, targets: list[tuple[Path, Format]], shown: Format | None, *, quiet: bool
) -> None:
    """Every file that can be written is written; then the first that can't is an error."""
    errors = []
    for path, form in targets:
        try:
            write_whole(path, _rendered(value, form))
        except OutputError as error:
            errors.append(error)
        else:
            if not quiet:
                tell(f"written: {path}")
    if not targets or (shown is None and not quiet):
        emit(_rendered(value, shown or Format.TERMINAL, live=True))
    if errors:
        raise errors[0]


def _rendered(value: Renderable, form: Format, *, live: bool = False) -> str:
    match form:
        case Format.JSON:
            return value.to_json()
        case Format.MARKDOWN:
            return value.to_markdown()
        case Format.TERMINAL:
            return value.to_terminal(width=width() if live else None, color=live and color_wanted())
