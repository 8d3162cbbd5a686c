"""Many articles in, one briefing out: every sentence opens the exact words that support it.

    from conspectus import brief
    print(brief(["articles/"]).to_markdown())

Names are imported on first use, so that `import conspectus` costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from conspectus.checking import Report, Support, SupportVerdict, acheck, acheck_claim, check, check_claim
    from conspectus.errors import ConspectusError
    from conspectus.grouping import agroup_events, group_events
    from conspectus.model.article import Article
    from conspectus.model.briefing import Briefing, Event
    from conspectus.model.summary import ArticleSummary
    from conspectus.pipeline import abrief, asummarize, brief, summarize, verify
    from conspectus.reading.feeds import Feed
    from conspectus.reading.texts import read_text
    from conspectus.settings import Settings
    from conspectus.verification.audit import Finding

__version__ = "0.1.0"

__all__ = [
    "Article",
    "ArticleSummary",
    "Briefing",
    "ConspectusError",
    "Event",
    "Feed",
    "Finding",
    "Report",
    "Settings",
    "Support",
    "SupportVerdict",
    "abrief",
    "acheck",
    "acheck_claim",
    "agroup_events",
    "asummarize",
    "brief",
    "check",
    "check_claim",
    "group_events",
    "read_text",
    "summarize",
    "verify",
]

# `pipeline` brings the renderers along, without which a briefing could not show itself.
_HOMES = {
    "Article": "conspectus.model.article",
    "ArticleSummary": "conspectus.pipeline",
    "Briefing": "conspectus.pipeline",
    "ConspectusError": "conspectus.errors",
    "Event": "conspectus.model.briefing",
    "Feed": "conspectus.reading.feeds",
    "Finding": "conspectus.verification.audit",
    "Report": "conspectus.checking",
    "Settings": "conspectus.settings",
    "Support": "conspectus.checking",
    "SupportVerdict": "conspectus.checking",
    "abrief": "conspectus.pipeline",
    "acheck": "conspectus.checking",
    "acheck_claim": "conspectus.checking",
    "agroup_events": "conspectus.grouping",
    "asummarize": "conspectus.pipeline",
    "brief": "conspectus.pipeline",
    "check": "conspectus.checking",
    "check_claim": "conspectus.checking",
    "group_events": "conspectus.grouping",
    "read_text": "conspectus.reading.texts",
    "summarize": "conspectus.pipeline",
    "verify": "conspectus.pipeline",
}


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
