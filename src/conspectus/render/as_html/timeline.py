"""A timeline, drawn to scale: a day is a dot, and what is known less precisely a bar of that length."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from conspectus.render.as_html.desk import Desk
from conspectus.render.as_html.speech import direction
from conspectus.render.as_html.tags import NOTHING, Html, element, named
from conspectus.render.event_view import Moment
from conspectus.render.wording import ENGLISH, Wording

# Labels beyond this many would run into each other in the width of a margin.
_TICKS = 4
# In percent of that width: how much a label takes, and from where on it would leave the page.
_WIDTH = 18.0
_EDGE = 100 - _WIDTH
# In days: up to here days are the ticks, and up to there months.
_SHORT = 31
_LONG = 1100


@dataclass(frozen=True)
class Scale:
    """Days as percentages of a width that holds `first` to `last` inclusive."""

    first: date
    last: date

    def at(self, day: date, part: float = 0.0) -> str:
        """Where the day begins, or that `part` of it later."""
        days = (self.last - self.first).days + 1
        return f"{((day - self.first).days + part) / days * 100:.2f}%"

    def ticks(self, say: Wording = ENGLISH) -> list[tuple[date, str]]:
        """A few round days with their labels: years, months or days, as the scale is long."""
        days = (self.last - self.first).days + 1
        if days > _LONG:
            years = range(self.first.year + (self.first > date(self.first.year, 1, 1)), self.last.year + 1)
            return [(date(year, 1, 1), str(year)) for year in _thinned(years)]
        if days > _SHORT:
            months = range(_month_of(self.first) + (self.first.day > 1), _month_of(self.last) + 1)
            firsts = [date(month // 12, month % 12 + 1, 1) for month in _thinned(months)]
            return [(day, say.month(day, short=True)) for day in firsts]
        return [
            (day, say.day_of_month(day)) for day in (self.first + timedelta(n) for n in _thinned(range(days)))
        ]


def _thinned(values: range) -> range:
    return values[:: max(1, -(-len(values) // _TICKS))]


def _month_of(day: date) -> int:
    return day.year * 12 + day.month - 1


def scale_of(moments: Sequence[Moment]) -> Scale:
    """The scale that holds all moments, and a little more, so that nothing lies on its edge."""
    first, last = min(m.start for m in moments), max(m.end for m in moments)
    margin = max(1, (last - first).days // 20)
    return Scale(_moved(first, -margin), _moved(last, margin))


def _moved(day: date, days: int) -> date:
    try:
        return day + timedelta(days)
    except OverflowError:
        return day


def timeline(moments: Sequence[Moment], desk: Desk) -> Html:
    """The moments in order; those of one date are one row, beside the mark that shows where it lies."""
    scale, name = scale_of(moments), desk.unique("t", *(moment.when for moment in moments))
    grid = element("use", href=f"#{name}")
    rows = [
        _row(when, list(group), scale, grid, desk) for when, group in groupby(moments, key=lambda m: m.when)
    ]
    axis = element("div", _axis(scale, name, desk.say), aria_hidden="true")
    return element("div", axis, element("ol", Html("\n".join(rows))), class_="timeline")


def _row(when: str, group: Sequence[Moment], scale: Scale, grid: Html, desk: Desk) -> Html:
    said = (desk.sentence(moment.line, "p", dir=direction(moment.line.text)) for moment in group)
    mark = element("svg", grid, _mark(group[0], scale), aria_hidden="true")
    return element("li", element("p", named(when)), *said, mark)


def _mark(moment: Moment, scale: Scale) -> Html:
    """The moment on the scale: a dot in the middle of its day, or a bar over all the days that it may mean."""
    if moment.start == moment.end:
        return element("circle", cx=scale.at(moment.start, 0.5))
    start, end = scale.at(moment.start), scale.at(moment.end, 1)
    width = _percent(end) - _percent(start)
    return element("rect", x=start, width=f"{width:.2f}%")


def _axis(scale: Scale, name: str, say: Wording) -> Html:
    """The labelled ticks, and the grid that every row repeats, drawn once under that name."""
    places = [(scale.at(day), label) for day, label in scale.ticks(say)]
    ticks = element("path", d="".join(f"M{_percent(x) * 10:.0f} 0v16" for x, _ in places))
    labels = (
        _label(x, text, before=_percent(places[number - 1][0]) if number else None)
        for number, (x, text) in enumerate(places)
    )
    grid = element("symbol", ticks, id=name, viewBox="0 0 1000 16", preserveAspectRatio="none")
    return element("svg", grid, element("use", href=f"#{name}"), *labels)


def _label(x: str, text: str, *, before: float | None) -> Html:
    """The tick's label behind it, or near the right edge in front of it; none where it would run into that `before`."""
    at = _percent(x)
    if at <= _EDGE:
        return element("text", text, x=x)
    if before is not None and at - before < 2 * _WIDTH:
        return NOTHING
    return element("text", text, x=x, text_anchor="end")


def _percent(said: str) -> float:
    return float(said.rstrip("%"))
