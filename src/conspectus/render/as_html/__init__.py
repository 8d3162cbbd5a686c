"""A briefing as one HTML page that needs nothing else: no network, no other file, no script to be read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from conspectus.model.briefing import Briefing
from conspectus.render.as_html.page import page
from conspectus.render.as_html.room import Cut, fitting
from conspectus.render.view import arranged

# Enough for whoever looks for one sentence; a page must not grow with all that a large run left out.
_DETAILS_SHOWN = 20


def html(briefing: Briefing) -> str:
    """The briefing as one self-contained HTML page, the same bytes each time, ending in one newline.

    Everything that an article or a model wrote is escaped; the page's policy allows nothing but its own
    style and script, and fetches nothing. It holds every sentence of the briefing where that takes no more than
    150,000 bytes besides the articles' text; else as many of each event as fit, and how many more there are,
    and of the list of articles what a reader can't do without.
    """
    return fitting(briefing, _page)


def _page(briefing: Briefing, cuts: Mapping[str, Cut] | None, bare: bool) -> str:
    if cuts is None:
        return page(arranged(briefing, details=_DETAILS_SHOWN), None, bare=bare)
    view = arranged(briefing)
    # Which of its sentences a copy adds, hundreds of articles would say: that they are copies, their group says.
    groups = tuple(replace(group, copied={}) for group in view.origins)
    return page(replace(view, origins=groups), cuts, bare=bare)
