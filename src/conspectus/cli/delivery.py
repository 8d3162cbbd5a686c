"""Results to files and to the output, in the format that was asked for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, cast

from conspectus.cli.console import color_wanted, emit, tell, width
from conspectus.cli.files import check_writable, write_whole
from conspectus.cli.inputs import check_apart
from conspectus.cli.options import Format
from conspectus.errors import OutputError, UsageError

if TYPE_CHECKING:
    from conspectus.model.article import Article
    from conspectus.model.briefing import Briefing
    from conspectus.model.rendering import Renderable
    from conspectus.model.summary import ArticleSummary
    from conspectus.verification.report import Report

_BY_SUFFIX = {
    ".json": Format.JSON,
    ".md": Format.MARKDOWN,
    ".txt": Format.TERMINAL,
    ".html": Format.HTML,
    ".htm": Format.HTML,
}


def targets_of(
    output: list[Path] | None, shown: Format | None, paths: list[str], *, page: bool = False
) -> list[tuple[Path, Format]]:
    """The files to write and their formats; raises UsageError or OutputError before any work is done.

    `page` says that the result can be an HTML page.
    """
    targets = [(path, _format_of(path, shown)) for path in output or ()]
    if not page and Format.HTML in {shown, *(form for _, form in targets)}:
        raise UsageError("only a briefing can be shown as html", hint="choose terminal, markdown or json")
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
            hint="name it .json, .md, .txt or .html, or add --format",
        )
    return form


def deliver(
    value: Renderable,
    targets: list[tuple[Path, Format]],
    shown: Format | None,
    *,
    quiet: bool,
    evidence: bool = False,
) -> None:
    """The result is in every file that can be written, and on the output, as `delivered` says.

    `evidence` puts a briefing's quotes below its sentences where it is shown as for a terminal.
    """
    delivered(lambda form, live: _rendered(value, form, evidence, live=live), targets, shown, quiet=quiet)


def deliver_summary(
    summary: ArticleSummary,
    article: Article,
    targets: list[tuple[Path, Format]],
    shown: Format | None,
    *,
    quiet: bool,
) -> None:
    """As `deliver`, with the article called by its name, where a summary knows only its id."""
    from conspectus.render import summary_markdown, summary_terminal  # noqa: PLC0415 - --help has no use for it

    def rendered(form: Format, live: bool) -> str:
        if form is Format.MARKDOWN:
            return summary_markdown(summary, article)
        if form is Format.TERMINAL:
            return summary_terminal(
                summary, article, width=width() if live else None, color=live and color_wanted()
            )
        return _rendered(summary, form, False, live=live)

    delivered(rendered, targets, shown, quiet=quiet)


def deliver_report(
    report: Report,
    targets: list[tuple[Path, Format]],
    shown: Format | None,
    *,
    quiet: bool,
    unsupported: bool,
) -> None:
    """As `deliver`; with `unsupported`, what is to be read has only the sentences that are not supported."""
    from conspectus.render import report_markdown, report_terminal  # noqa: PLC0415 - --help has no use for it

    def rendered(form: Format, live: bool) -> str:
        if form is Format.MARKDOWN:
            return report_markdown(report, unsupported=unsupported)
        if form is Format.TERMINAL:
            columns, color = (width() if live else None), live and color_wanted()
            return report_terminal(report, width=columns, color=color, unsupported=unsupported)
        return _rendered(report, form, False, live=live)

    delivered(rendered, targets, shown, quiet=quiet)


def delivered(
    rendered: Callable[[Format, bool], str],
    targets: list[tuple[Path, Format]],
    shown: Format | None,
    *,
    quiet: bool,
) -> None:
    """Every file that can be written is written; then the first that can't is an error.

    The output has the result where there are no files, or neither --quiet nor --format was given. `rendered` is told
    the format, and whether it is for the output.
    """
    errors = []
    for path, form in targets:
        try:
            write_whole(path, rendered(form, False))
        except OutputError as error:
            errors.append(error)
        else:
            if not quiet:
                tell(f"written: {path}")
    if not targets or (shown is None and not quiet):
        emit(rendered(shown or Format.TERMINAL, True))
    if errors:
        raise errors[0]


def _rendered(value: Renderable, form: Format, evidence: bool, *, live: bool = False) -> str:
    match form:
        case Format.JSON:
            return value.to_json()
        case Format.MARKDOWN:
            return value.to_markdown()
        case Format.HTML:
            return cast("Briefing", value).to_html()
        case Format.TERMINAL:
            columns, color = (width() if live else None), live and color_wanted()
            if evidence:
                return cast("Briefing", value).to_terminal(width=columns, color=color, beside=True)
            return value.to_terminal(width=columns, color=color)
