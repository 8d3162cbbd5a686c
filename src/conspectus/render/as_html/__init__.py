"""A briefing as one HTML page that needs nothing else: no network, no other file, no script to be read."""

from __future__ import annotations

from conspectus.model.briefing import Briefing
from conspectus.render.as_html.page import page
from conspectus.render.view import arranged

# Enough for whoever looks for one sentence; a page must not grow with all that a large run left out.
_DETAILS_SHOWN = 20


def html(briefing: Briefing) -> str:
    """The briefing as one self-contained HTML page, the same bytes each time, ending in one newline.

    Everything that an article or a model wrote is escaped; the page's policy allows nothing but its own
    style and script, and fetches nothing.
    """
    return page(arranged(briefing, details=_DETAILS_SHOWN))
