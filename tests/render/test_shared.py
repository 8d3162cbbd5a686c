"""A figure that other origins give stands behind its sentence in every format for reading."""

from __future__ import annotations

import re

import pytest

from conspectus import render
from tests.support.shared import HERALD, shared_briefing


def test_markdown_and_the_terminal_name_the_figure_and_who_gives_it() -> None:
    """With the number of the other origin's quote."""
    assert re.search(
        r"\(“34 people … hospital” also in Gazette\[\^\d+\]\)", render.markdown(shared_briefing())
    )
    page = " ".join(render.terminal(shared_briefing(), width=100).split())
    assert re.search(r"\(“34 people … hospital” also in Gazette\[\d+\]\)", page)


def test_a_point_in_a_list_has_a_mark_of_its_own() -> None:
    """Half a dot: neither one origin alone nor two that agree."""
    briefing = shared_briefing()
    event = briefing.events[0]
    moved = event.model_copy(update={"lead": event.points or event.lead[1:], "points": event.lead[:1]})
    changed = briefing.model_copy(update={"events": (moved,)})
    assert re.search(
        rf"^- ◐ “{HERALD}”\[\^\d+\] \*Olm Herald\*; “34 people … hospital” also in Gazette",
        render.markdown(changed),
        re.M,
    )
    page = " ".join(render.terminal(changed, width=100).split())
    assert re.search(r"◐ “The ambulance .* — Olm Herald; “34 people … hospital” also in Gazette\[\d+\]", page)


@pytest.mark.parametrize("language", ["de", "fr", "es"])
def test_every_language_of_the_page_says_so(language: str) -> None:
    """The words are quoted as they stand."""
    changed = shared_briefing().model_copy(update={"language": language})
    assert "34 people … hospital" in render.markdown(changed).split("Gazette", 1)[0]


def test_the_page_fills_half_of_the_other_origins_dot() -> None:
    """And names figure, origin and quote beside the sentence; both sentences with the figure are counted."""
    page = render.html(shared_briefing())
    assert "<s></s>" in page
    assert "“34 people … hospital” also in Gazette" in page
    assert "2 in part" in page


def test_below_a_sentence_nothing_says_again_what_both_have_in_common() -> None:
    """The reader sees both; what a third outlet gives of it is said."""
    briefing = shared_briefing()
    event = briefing.events[0]
    below = next(each for each in event.points if each.shared).model_copy(
        update={"beside": event.lead[0].claim_ids[0]}
    )
    changed = briefing.model_copy(update={"events": (event.model_copy(update={"points": (below,)}),)})
    page = " ".join(render.terminal(changed, width=100).split())
    assert "also in Gazette" in page
    assert "also in Olm Herald" in " ".join(render.terminal(briefing, width=100).split())
    assert "also in Olm Herald" not in page
    third = below.shared[0].model_copy(update={"origins": ("o9", *below.shared[0].origins)})
    told = below.model_copy(update={"shared": (third,)})
    other = briefing.model_copy(update={"events": (event.model_copy(update={"points": (told,)}),)})
    assert "also in o9, Olm Herald" in " ".join(render.terminal(other, width=100).split())


def test_what_stands_below_one_of_two_opening_sentences_stands_right_there() -> None:
    """In every format the reader sees below which of them."""
    briefing = shared_briefing()
    event = briefing.events[0]
    first, second, *_ = (*event.lead, *event.points)
    below = second.model_copy(update={"beside": first.claim_ids[0], "text": first.text})
    opened = event.model_copy(update={"lead": (first, second), "points": (below,)})
    changed = briefing.model_copy(update={"events": (opened,)})
    page = " ".join(render.terminal(changed, width=100).split()).split("Sources ──")[0]
    pages = (page, render.markdown(changed).split("[^1]:")[0], render.html(changed))
    for each in pages:
        sign = "class=beside" if "class=event" in each else "⇄ “"
        told = each.partition("class=event")[2] or each
        assert told.index(first.text) < told.index(sign) < told.index(second.text)
    joined = briefing.model_copy(update={"events": (opened.model_copy(update={"points": ()}),)})
    assert re.search(rf"“{re.escape(first.text)}”.*“{re.escape(second.text)}”", render.markdown(joined))
