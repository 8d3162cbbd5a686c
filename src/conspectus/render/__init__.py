"""A briefing, a summary or a report as terminal text, Markdown or JSON, a briefing as HTML too; pure.

Importing this package makes `Briefing`, `ArticleSummary` and `Report` render themselves. rich is loaded only
when something is shown in a terminal.
"""

from __future__ import annotations

from conspectus.model.article import Article
from conspectus.model.briefing import Briefing
from conspectus.model.rendering import register
from conspectus.model.summary import ArticleSummary
from conspectus.render.as_json import json
from conspectus.render.as_json import json as summary_json
from conspectus.verification.report import Report

__all__ = [
    "html",
    "json",
    "markdown",
    "report_markdown",
    "report_terminal",
    "summary_json",
    "summary_markdown",
    "summary_terminal",
    "terminal",
]


def terminal(
    briefing: Briefing,
    *,
    width: int | None = None,
    color: bool = False,
    evidence: bool = True,
    beside: bool = False,
) -> str:
    """The briefing as lines of at most `width` columns (80 where None), ending in one newline.

    Without `color` there is no control character but the newline. `evidence=False` gives the places of
    the quotes without their words. `beside` puts the quotes below the sentences that rest on them.
    """
    from conspectus.render.as_terminal import terminal as render  # noqa: PLC0415 - rich is slow to import

    return render(briefing, width=width, color=color, evidence=evidence, beside=beside)


def markdown(briefing: Briefing) -> str:
    """The briefing as CommonMark with footnotes, ending in one newline."""
    from conspectus.render.as_markdown import markdown as render  # noqa: PLC0415 - only where it is needed

    return render(briefing)


def html(briefing: Briefing) -> str:
    """The briefing as one self-contained HTML page, ending in one newline."""
    from conspectus.render.as_html import html as render  # noqa: PLC0415 - only where it is needed

    return render(briefing)


def summary_markdown(summary: ArticleSummary, article: Article | None = None) -> str:
    """The summary as CommonMark with footnotes; without its article, ids stand for names."""
    from conspectus.render.as_summary import summary_markdown as render  # noqa: PLC0415 - as above

    return render(summary, article)


def summary_terminal(
    summary: ArticleSummary,
    article: Article | None = None,
    *,
    width: int | None = None,
    color: bool = False,
    evidence: bool = True,
) -> str:
    """The summary as lines of at most `width` columns (80 where None), ending in one newline.

    Without its article, ids stand for names. `color` and `evidence` as in `terminal`.
    """
    from conspectus.render.as_summary import summary_terminal as render  # noqa: PLC0415 - as above

    return render(summary, article, width=width, color=color, evidence=evidence)


def report_markdown(report: Report, *, unsupported: bool = False) -> str:
    """The report as CommonMark with footnotes; with `unsupported` without the sentences that are supported."""
    from conspectus.render.as_report import report_markdown as render  # noqa: PLC0415 - as above

    return render(report, unsupported=unsupported)


def report_terminal(
    report: Report,
    *,
    width: int | None = None,
    color: bool = False,
    evidence: bool = True,
    unsupported: bool = False,
) -> str:
    """The report as lines of at most `width` columns (80 where None); `color` and `evidence` as in `terminal`.

    With `unsupported` the sentences that are supported are left out.
    """
    from conspectus.render.as_report import report_terminal as render  # noqa: PLC0415 - as above

    return render(report, width=width, color=color, evidence=evidence, unsupported=unsupported)


class _BriefingRenderer:
    html = staticmethod(html)
    markdown = staticmethod(markdown)
    json = staticmethod(json)
    terminal = staticmethod(terminal)


class _SummaryRenderer:
    markdown = staticmethod(summary_markdown)
    json = staticmethod(summary_json)
    terminal = staticmethod(summary_terminal)


class _ReportRenderer:
    markdown = staticmethod(report_markdown)
    json = staticmethod(json)
    terminal = staticmethod(report_terminal)


register(Briefing, _BriefingRenderer())
register(ArticleSummary, _SummaryRenderer())
register(Report, _ReportRenderer())
