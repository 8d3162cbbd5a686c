"""The drawn timeline: to scale, and as precise as what is known."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from conspectus.render import html
from conspectus.render.as_html.desk import Desk
from conspectus.render.as_html.timeline import Scale, scale_of, timeline
from conspectus.render.event_view import Moment
from conspectus.render.notes import Line
from conspectus.render.view import arranged
from tests.support.briefings import harbour_briefing
from tests.support.pages import Node, parsed, sentences
from tests.support.wide import wide_briefing


def moment(start: date, end: date) -> Moment:
    """Something that happened then."""
    return Moment("then", Line("It happened.", ()), start, end)


def percent(node: Node, name: str) -> float:
    """A length in percent of the width."""
    return float(node.attributes[name].removesuffix("%"))


def test_a_day_is_a_dot_and_a_month_a_bar() -> None:
    """A day is a circle in the middle of its day; a month is as long as its thirty days, where they are."""
    page = parsed(html(wide_briefing()))
    month, day = list(page.one("div", "timeline").one("ol").all("li"))
    assert month.one("p").text == "September 2024"
    (bar,) = month.all("rect")
    (dot,) = day.all("circle")
    scale = scale_of(
        [moment(date(2024, 9, 1), date(2024, 9, 30)), moment(date(2025, 3, 4), date(2025, 3, 4))]
    )
    days = (scale.last - scale.first).days + 1
    assert abs(percent(bar, "width") - 30 / days * 100) < 0.02
    assert abs(percent(bar, "x") - (date(2024, 9, 1) - scale.first).days / days * 100) < 0.02
    assert abs(percent(dot, "cx") - ((date(2025, 3, 4) - scale.first).days + 0.5) / days * 100) < 0.02
    assert [*month.all("circle"), *day.all("rect")] == []


def test_moments_of_one_date_share_a_row() -> None:
    """A date is said and drawn once, with all that happened on it."""
    briefing = wide_briefing()
    event = briefing.events[0]
    twice = event.model_copy(update={"timeline": (*event.timeline, event.timeline[-1])})
    page = parsed(html(briefing.model_copy(update={"events": (twice,)})))
    rows = page.one("div", "timeline").one("ol").all("li")
    assert [len(sentences(li)) for li in rows] == [1, 2]


def test_ticks_are_days_months_or_years() -> None:
    """The longer the scale, the rounder its ticks; never more than fit."""
    said = {
        (date(2025, 3, 1), date(2025, 3, 9)): ["1 March", "4 March", "7 March"],
        (date(2025, 5, 20), date(2025, 7, 28)): ["Jun 2025", "Jul 2025"],
        (date(2024, 1, 1), date(2024, 12, 31)): ["Jan 2024", "Apr 2024", "Jul 2024", "Oct 2024"],
        (date(2003, 6, 1), date(2025, 1, 1)): ["2004", "2010", "2016", "2022"],
    }
    for (first, last), labels in said.items():
        assert [label for _, label in Scale(first, last).ticks()] == labels


@settings(deadline=None)
@given(st.lists(st.tuples(st.dates(), st.dates()).map(sorted), min_size=1, max_size=4))
def test_everything_is_on_the_scale(times: list[list[date]]) -> None:
    """Whatever the dates, up to the calendar's ends, marks and ticks lie between 0 and 100 percent."""
    scale = scale_of([moment(start, end) for start, end in times])
    ticks = scale.ticks()
    assert len(ticks) <= 4
    places = [scale.at(day) for day, _ in ticks] + [scale.at(end, 1) for _, end in times]
    assert all(0 <= float(place.removesuffix("%")) <= 100 for place in places)


@given(st.dates(date(2000, 1, 1), date(2030, 1, 1)), st.integers(0, 4000))
def test_no_label_runs_into_another(first: date, days: int) -> None:
    """Each has room of its own, before or behind its tick, and none leaves the page."""
    moments = [Moment("", Line("", ()), day, day) for day in (first, first + timedelta(days))]
    axis = parsed(str(timeline(moments, Desk(arranged(harbour_briefing()))))).one("svg")
    taken = 0.0
    for label in axis.all("text"):
        at, ends = float(label.attributes["x"].rstrip("%")), label.attributes.get("text-anchor") == "end"
        start = at - 18 if ends else at
        assert taken <= start + 0.01
        taken = start + 18
    assert taken <= 100.01
