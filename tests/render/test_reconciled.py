"""What only looks like a conflict, what is unknown and what is refined is shown in every format for reading."""

from __future__ import annotations

import json
import re
from datetime import date

import pytest

from conspectus import render
from tests.support.briefings import POST_CHIEF, RADIO_HURT, reconciled_briefing, updated_briefing


def test_markdown_shows_an_update_with_its_days_and_what_is_not_known() -> None:
    """Sides stand below each other with the day each speaks for; what is unknown has a heading of its own."""
    source = render.markdown(reconciled_briefing())
    assert "**How many people were injured?** The later report replaces the earlier one." in source
    assert re.search(rf"^- 4 March 2025: “{re.escape(RADIO_HURT)}” — Coast Radio\[\^\d+\]$", source, re.M)
    assert re.search(r"^- 5 March 2025: At least twelve .*\[\^\d+\]$", source, re.M)
    assert re.search(rf"### Not known\n\n- ● ‘{re.escape(POST_CHIEF)}’\[\^\d+\]", source)
    assert "≠" not in source.partition("## 1")[2]


def test_an_agencys_story_is_the_agencys_here_too() -> None:
    """With the file that has it, where nobody knows its outlet."""
    briefing = reconciled_briefing()
    changed = briefing.model_copy(
        update={
            "articles": tuple(
                each.model_copy(update={"publisher": None}) if each.publisher == "Coast Radio" else each
                for each in briefing.articles
            ),
            "origins": tuple(
                each.model_copy(update={"name": "Coast Agency"}) if each.name == "Coast Radio" else each
                for each in briefing.origins
            ),
        }
    )
    page = " ".join(render.terminal(changed, width=100).split())
    assert f"“{RADIO_HURT}” — Coast Agency (coast-radio.html)[" in page


def test_a_page_that_was_updated_on_a_later_day_may_speak_of_either() -> None:
    """Nobody can tell which of its entries are of the first."""
    briefing = reconciled_briefing()
    live = {"published": date(2025, 3, 4), "updated": date(2025, 3, 5)}
    articles = tuple(
        each.model_copy(update=live) if each.publisher == "Coast Radio" else each
        for each in briefing.articles
    )
    page = " ".join(render.terminal(briefing.model_copy(update={"articles": articles}), width=100).split())
    assert f"4 March 2025, updated 5 March 2025: “{RADIO_HURT}”" in page


def test_the_terminal_shows_the_same() -> None:
    """The days, the reason and what is unknown stand on the page."""
    page = " ".join(render.terminal(reconciled_briefing(), width=100).split())
    assert "~ How many people were injured? The later report replaces the earlier one. 4 March 2025:" in page
    assert "5 March 2025: At least twelve people were injured, the port authority said." in page
    assert f"Not known ● ‘{POST_CHIEF}’" in page


@pytest.mark.parametrize(
    ("language", "times"),
    [
        ("en", ("5 March 2025, 10:05 UTC", "5 March 2025, 16:40 UTC")),
        ("de", ("5. März 2025, 10.05 Uhr (UTC)", "5. März 2025, 16.40 Uhr (UTC)")),
        ("fr", ("5 mars 2025 à 10 h 05 (UTC)", "5 mars 2025 à 16 h 40 (UTC)")),
        ("es", ("5 de marzo de 2025, 10:05 (UTC)", "5 de marzo de 2025, 16:40 (UTC)")),
    ],
)
def test_an_update_within_a_day_has_both_times(language: str, times: tuple[str, str]) -> None:
    """In every format and language, in one zone where the articles have two; the JSON has each in its own."""
    briefing = updated_briefing().model_copy(update={"language": language})
    for source in (render.markdown(briefing), render.terminal(briefing, width=200), render.html(briefing)):
        page = " ".join(source.split())
        assert page.index(times[0]) < page.index(times[1])
    sides = json.loads(render.json(briefing))["events"][0]["reconciled"][0]["sides"]
    assert [each["at"] for each in sides] == ["2025-03-05T10:05:00Z", "2025-03-05T17:40:00+01:00"]


def test_articles_have_their_hours_in_the_list() -> None:
    """Where they are known, in the article's own zone."""
    listed = render.markdown(updated_briefing()).partition("## Articles")[2]
    assert re.search(r"Harbour Post, .*, 5 March 2025, 17:40 UTC\+1 \(", listed)
    page = render.terminal(updated_briefing(), width=200).partition("Articles")[2]
    assert "5 March 2025, 10:05 UTC" in page


def test_a_refined_point_leads_to_what_is_more_precise() -> None:
    """The numbers of the more precise quotes stand behind a point that has them."""
    briefing = reconciled_briefing()
    event = briefing.events[0]
    vague = event.points[0].model_copy(update={"refined_by": event.points[1].claim_ids})
    events = (event.model_copy(update={"points": (vague, *event.points[1:])}),)
    changed = briefing.model_copy(update={"events": events})
    assert re.search(r"more precisely in (\[\^\d+\])+$", render.markdown(changed), re.M)
    assert re.search(r"more precisely in (\[\d+\])+", " ".join(render.terminal(changed).split()))


def test_how_sure_the_grouping_is_stands_with_the_event() -> None:
    """Every format for reading says it where it is known, and nothing where it is not."""
    briefing = reconciled_briefing()
    known, unknown = (
        briefing.model_copy(update={"events": (briefing.events[0].model_copy(update={"certainty": value}),)})
        for value in (0.874, None)
    )
    for render_as in (render.markdown, render.terminal, render.html):
        assert "certainty of the grouping 0.87 of 1" in " ".join(render_as(known).split())
        assert "certainty" not in render_as(unknown)


def test_what_a_title_rests_on_stands_with_the_title() -> None:
    """Behind the day of an event its notes would read as if they bore that out."""
    briefing = reconciled_briefing()
    event = briefing.events[0].model_copy(update={"when": "2025-03-08", "where": None, "certainty": 0.5})
    changed = briefing.model_copy(update={"events": (event,)})
    assert re.search(r"^1\. \w.*\w(\[\d\])+\n8 March 2025 · certainty", render.terminal(changed), re.M)
    assert re.search(r"^\*8 March 2025\* · Reported in \[\^1\]", render.markdown(changed), re.M)


def test_nothing_is_said_of_how_sure_the_grouping_of_one_article_is() -> None:
    """There was nothing to group."""
    briefing = reconciled_briefing()
    event = briefing.events[0].model_copy(update={"certainty": 1.0})
    alone = briefing.model_copy(update={"events": (event,), "articles": briefing.articles[:1]})
    for render_as in (render.markdown, render.terminal, render.html):
        assert "certainty" not in render_as(alone)
