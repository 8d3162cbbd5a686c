"""A briefing, a summary or a report as terminal text, Markdown or JSON, a briefing as HTML too; pure.

Importing this package makes `Briefing` and `ArticleSummary` render themselves, `render.reports` a `Report`. What makes
them text is imported on first use: rich, which a terminal needs, is slow to import.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from conspectus.model.briefing import Briefing
from conspectus.model.rendering import register
from conspectus.model.summary import ArticleSummary
from conspectus.render.as_json import json

if TYPE_CHECKING:
    from conspectus.render.as_html import html
    from conspectus.render.as_markdown import markdown
    from conspectus.render.as_report import report_markdown, report_terminal
    from conspectus.render.as_summary import summary_markdown, summary_terminal
    from conspectus.render.as_terminal import terminal

__all__ = [
    "html",
    "json",
    "markdown",
    "report_markdown",
    "report_terminal",
    "summary_markdown",
    "summary_terminal",
    "terminal",
]

_ON_FIRST_USE = {
    "html": "as_html",
    "markdown": "as_markdown",
    "terminal": "as_terminal",
    **dict.fromkeys(("report_markdown", "report_terminal"), "as_report"),
    **dict.fromkeys(("summary_markdown", "summary_terminal"), "as_summary"),
}


def __getattr__(name: str) -> Any:
    if name in _ON_FIRST_USE:
        return getattr(import_module(f"{__name__}.{_ON_FIRST_USE[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


class ByName:
    """Renders by the functions above whose names begin so."""

    json = staticmethod(json)

    def __init__(self, prefix: str = "") -> None:
        self._prefix = prefix

    def html(self, value: Any, /) -> str:
        return str(__getattr__(f"{self._prefix}html")(value))

    def markdown(self, value: Any, /) -> str:
        return str(__getattr__(f"{self._prefix}markdown")(value))

    def terminal(self, value: Any, /, **how: Any) -> str:
        return str(__getattr__(f"{self._prefix}terminal")(value, **how))


register(Briefing, ByName())
register(ArticleSummary, ByName("summary_"))
