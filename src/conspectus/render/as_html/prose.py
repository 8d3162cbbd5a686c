"""An event on the page: its sentences with their standing beside them, conflicts side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from conspectus.model.briefing import Point, Standing
from conspectus.render.as_html.desk import Desk, names
from conspectus.render.as_html.room import Cut
from conspectus.render.as_html.speech import direction
from conspectus.render.as_html.tags import NOTHING, Html, element, joined, named
from conspectus.render.as_html.timeline import timeline
from conspectus.render.conflict_view import ConflictView, SideView
from conspectus.render.event_view import EventView, PointView

_Disputes = list[tuple[frozenset[int], str]]

_LONG_TITLE = 64
# Sides of which one is longer than this, when there are two, may go over to the next page on paper: kept together, they
# would leave half a page white.
_LONG_SIDE = 240


def event(view: EventView, desk: Desk) -> Html:
    """The event as a section."""
    return element("section", *_parts(view, desk), id=view.id, class_="event")


def _parts(view: EventView, desk: Desk) -> Iterator[Html]:
    disputes = _disputes(view, desk)
    yield element("header", element("div", *_heading(view, desk)), class_="row")
    for number, (lead, below) in enumerate(view.openings):
        standings = (_standing(point, desk, disputes) for point in lead)
        yield element(
            "div",
            _lead(lead, desk),
            # Beside the title it would part it from the text below.
            element("div", NOTHING if number else _tally(view, desk), *standings, class_="m"),
            class_="row",
        )
        yield _points(below, desk, disputes)
    yield _points(view.further, desk, disputes)
    for conflict, (_, name) in zip(view.conflicts, disputes, strict=True):
        yield _conflict(conflict, desk, name)
    if view.reconciled:
        yield element("h3", desk.say("reconciled"))
        yield from (_reconciled(each, desk) for each in view.reconciled)
    if view.unknown:
        yield element("h3", desk.say("unknown"))
        yield _points(view.unknown, desk, disputes)
    if view.context:
        yield element("h3", desk.say("earlier"))
        yield _points(view.context, desk, disputes)
    if view.timeline:
        yield element("h3", desk.say("timeline"))
        yield timeline(view.timeline, desk)
    if cut := desk.cuts.get(view.id):
        yield element("p", _in_json(cut, desk), class_="more")


def _lead(points: Sequence[PointView], desk: Desk) -> Html:
    first, *more = points
    way = direction(first.line.text)
    if not more:
        return desk.sentence(first.line, "p", class_="lead", dir=way)
    told = Html(" ".join(desk.sentence(point.line, "span") for point in points))
    return element("p", told, class_="lead", dir=way)


def _in_json(cut: Cut, desk: Desk) -> str:
    counted = ((cut.conflicts, "more_conflict"), (cut.more, "more_sentence"))
    more = [desk.say.count(number, noun) for number, noun in counted if number]
    return desk.say("in_json", entries=f" {desk.say('and')} ".join(more))


def _heading(view: EventView, desk: Desk) -> Iterator[Html]:
    if desk.one_title:
        # The page's own heading says it already, and opens what it rests on.
        yield element("h2", named(view.setting or desk.say("what_is_reported")), class_="kicker")
        return
    if view.setting:
        yield element("p", named(view.setting), class_="kicker")
    heading = view.title.heading
    yield desk.sentence(view.title, "h2", class_=size(heading), dir=direction(heading))


def size(title: str) -> str | None:
    """The class of a heading that has many words: it is set smaller."""
    return "long" if len(title) > _LONG_TITLE else None


def _disputes(view: EventView, desk: Desk) -> _Disputes:
    """For every conflict the notes that its sides rest on, and the id of its section; several may rest on the same."""
    return [
        (frozenset(n for side in each.sides for n in _notes(side)), desk.unique("d", each.question))
        for each in view.conflicts
    ]


def _notes(side: SideView) -> tuple[int, ...]:
    return (*side.line.notes, *(number for _, _, number in side.quotes))


def _points(points: Sequence[PointView], desk: Desk, disputes: _Disputes) -> Html:
    if not points:
        return NOTHING
    rows = [
        element(
            "li",
            desk.sentence(point.line, "p", _refined(point, desk), bare=True, dir=direction(point.line.text)),
            _standing(point, desk, disputes),
            class_="beside" if point.beside else None,
        )
        for point in points
    ]
    return element("ul", Html("\n".join(rows)), class_="points")


def _refined(point: PointView, desk: Desk) -> Html:
    if not point.refined:
        return NOTHING
    return element("small", f" {desk.say('more_precisely')} ", desk.numbers(point.refined))


def _shared(point: PointView, desk: Desk) -> list[Html]:
    return [joined(Html("; "), named(each.said), desk.numbers(each.notes)) for each in point.also]


def _tally(view: EventView, desk: Desk) -> Html:
    """How the event's sentences stand, and which origins carry any of them."""
    cut = desk.cuts.get(view.id)
    points: Sequence[Point | PointView] = cut.points if cut else (*view.lead, *view.points)
    carriers = dict.fromkeys(origin for point in points for origin in point.origins)
    known = [desk.view.names.get(origin, origin) for origin in carriers]
    several = sum(point.standing is Standing.CORROBORATED for point in points)
    partly = sum(point.standing is Standing.SINGLE_ORIGIN and bool(point.shared) for point in points)
    disputed = sum(point.standing is Standing.DISPUTED for point in points)
    told = [
        desk.say.count(len(points), "sentence"),
        desk.say("carried_by_several", number=several) if several else None,
        desk.say("carried_in_part", number=partly) if partly else None,
        desk.say("number_disputed", number=disputed) if disputed else None,
    ]
    return element(
        "div",
        element(
            "p",
            desk.strip(carriers),
            element("span", element("b", desk.say.count(len(carriers), "origin")), " ", names(known)),
        ),
        element("p", ", ".join(part for part in told if part)),
        element("p", view.certainty) if view.certainty else NOTHING,
        class_="tally",
    )


def _standing(point: PointView, desk: Desk, disputes: _Disputes) -> Html:
    """Who carries the point, as a row of dots and by name; a disputed one leads to its conflict."""
    disputed = NOTHING
    if point.standing is Standing.DISPUTED:
        target = next((name for notes, name in disputes if notes & {*point.line.notes}), None)
        disputed = joined(
            element("a", desk.say("disputed"), class_="d", href=f"#{target}" if target else None), " "
        )
    several = (
        joined(element("b", desk.say.count(len(point.carried_by), "origin")), " ")
        if len(point.carried_by) > 1
        else NOTHING
    )
    if point.unsigned and not (disputed or point.day or point.also):
        return NOTHING
    told = NOTHING if point.unsigned else names(point.carried_by)
    if point.through and not point.unsigned:
        told = joined(told, named(point.through))
    day = f"{', ' if told else ''}{point.day}" if point.day else NOTHING
    said = joined(disputed, several, told, day, *_shared(point, desk))
    # Beside the dots, what holds elements is a box of its own; bare text is one anyway.
    return element(
        "p",
        desk.strip(point.origins, point.partly),
        element("span", said) if "<" in said else said,
        class_="disputed" if disputed else None,
    )


def _conflict(view: ConflictView, desk: Desk, name: str) -> Html:
    return element(
        "section",
        element("h3", named(view.question)),
        element("p", named(view.about), class_="about"),
        _sides(view.sides, desk),
        id=name,
        class_="conflict",
    )


def _reconciled(view: ConflictView, desk: Desk) -> Html:
    """Statements that only seem to differ: in order, each with the day for which it speaks."""
    return element(
        "section",
        element("h4", named(view.question)),
        element("p", view.about, class_="about"),
        _sides(view.sides, desk),
        class_=f"reconciled {view.relation.value}" if view.relation else "reconciled",
    )


def _sides(views: Sequence[SideView], desk: Desk) -> Html:
    longest = max(len(each.line.shown) + sum(len(quote) for _, quote, _ in each.quotes) for each in views)
    long = longest * len(views) > 2 * _LONG_SIDE
    return element("div", *(_side(side, desk) for side in views), class_="sides long" if long else "sides")


def _side(view: SideView, desk: Desk) -> Html:
    quotes = (
        element(
            "p",
            named(desk.say.quoted(quote)),
            element("small", " — ", named(who)),
            desk.numbers((number,)),
            class_="quote",
            dir=direction(quote),
        )
        for who, quote, number in view.quotes
    )
    citing = joined(f", {desk.say('citing')} ", names(view.said_by)) if view.said_by else NOTHING
    return element(
        "div",
        element("p", view.as_of, class_="when") if view.as_of else NOTHING,
        element("p", element("b", names(view.who)), citing, class_="who"),
        desk.sentence(view.line, "p", bare=True, dir=direction(view.line.text)),
        *quotes,
    )
