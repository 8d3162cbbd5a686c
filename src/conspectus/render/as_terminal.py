"""A briefing as text for a terminal: quiet marks, hanging paragraphs, nothing that acts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from rich.console import RenderableType
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from conspectus.model.briefing import Briefing
from conspectus.render.conflict_view import ConflictView, SideView
from conspectus.render.event_view import EventView, Moment, PointView
from conspectus.render.notes import Line, Note
from conspectus.render.page import ACCENT, QUIET, STRONG, WARN, hanging, indented, page
from conspectus.render.safe import visible
from conspectus.render.terminal_parts import cited, heading, joined, left_out, made, marks, notes, translated
from conspectus.render.view import BriefingView, OriginGroup, arranged
from conspectus.render.wording import Wording

_MARK_STYLES = {"●●": "green", "◐": "green", "●": QUIET, "≠": WARN, "⇄": ACCENT}
# Two sides need some thirty columns each before they read better beside each other than below.
_SIDE_BY_SIDE_FROM = 72


@dataclass
class _Beside:
    """The quotes below each sentence, where they are wanted there; `shown` are those that stand there by now."""

    notes: Sequence[Note]
    wanted: bool
    say: Wording
    shown: set[int] = field(default_factory=set)

    def below(self, line: Line, margin: int = 6) -> Iterator[RenderableType]:
        """The sentence's quotes, each with its number and source; one that the sentence gives itself has no words."""
        for number in line.notes if self.wanted else ():
            note = self.notes[number - 1]
            source = Text(
                f"[{number}] {visible(note.who)}, {note.published or self.say('undated')}", style=QUIET
            )
            if note.quote != line.text:
                source.append(": ").append(self.say.quoted(visible(note.quote)), style="not dim")
            self.shown.add(number)
            yield indented(source, margin)


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
    columns = width or 80
    view = arranged(briefing)
    blocks = _blocks(view, columns, evidence, _Beside(view.notes, beside and evidence, view.say))
    return page(blocks, width=columns, color=color)


def _blocks(view: BriefingView, columns: int, evidence: bool, beside: _Beside) -> Iterator[RenderableType]:
    yield Text(visible(view.title), style=STRONG)
    yield Text(f"{view.counts}.", style=QUIET)
    say = view.say
    opens = say("opens_below" if beside.wanted else "opens_sources")
    yield Text(say("how_to_read", opens=opens), style=QUIET)
    if view.languages:
        yield Text(visible(view.languages), style=QUIET)
    if view.contents:
        yield ""
        yield _contents(view)
    for event in view.events:
        yield ""
        yield from _event(event, columns, beside)
    yield from heading(say("sources"))
    yield from notes(view.notes, evidence, beside.shown, say, frozenset(_said_above(view)))
    yield from heading(say("articles"))
    for group in view.origins:
        yield from _origin(group)
    yield from left_out(view.left_out, say)
    yield from heading(say("made"))
    yield made(view.made)
    if view.stages:
        yield ""
        yield _stages(view.stages)


def _contents(view: BriefingView) -> RenderableType:
    """The events by number, so that the first screen says what there is."""
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    table.add_column()
    table.add_column(ratio=1, overflow="fold")
    table.add_column(justify="right", no_wrap=True)
    for event in view.contents:
        table.add_row(
            f"{event.number}.", Text(visible(event.title.heading)), Text(visible(event.when), style=QUIET)
        )
    return table


def _said_above(view: BriefingView) -> Iterator[int]:
    """The notes whose quotes stand above word for word, in quotation marks and under their numbers."""
    for event in view.events:
        points = (*event.lead, *event.points, *event.unknown, *event.context)
        sides = (side for each in (*event.conflicts, *event.reconciled) for side in each.sides)
        lines = (each.line for part in (points, event.timeline, sides) for each in part)
        for line in lines:
            if line.quoted and not line.translated:
                quotes = ((number, view.notes[number - 1].quote) for number in line.notes)
                yield from (number for number, quote in quotes if " ".join(quote.split()) == line.text)
        for side in (side for each in event.conflicts for side in each.sides):
            yield from (number for _, _, number in side.quotes)


def _event(event: EventView, columns: int, beside: _Beside) -> Iterator[RenderableType]:
    say = beside.say
    title = Text(f"{event.number}. {visible(event.title.heading)}", style=STRONG)
    yield Rule(style=QUIET, characters="━")
    # Behind the day they would read as if they bore it out.
    yield title.append_text(marks(event.title.notes)).append_text(translated(event.title))
    behind = [part for part in (visible(event.source), event.certainty) if part]
    if event.setting or behind:
        between = " · " if event.setting and behind else ""
        yield Text.assemble((visible(event.setting), ACCENT), (between + " · ".join(behind), QUIET))
    yield ""
    for number, (lead, below) in enumerate(event.openings):
        yield from [""] if number else []
        if beside.wanted:
            for point in lead:
                yield _opening(point)
                yield from beside.below(point.line)
        else:
            yield joined(_opening(point) for point in lead)
        yield from _points(below, beside)
    if event.further:
        yield ""
        yield from _points(event.further, beside)
    for conflict in event.conflicts:
        yield ""
        yield from _conflict(conflict, columns, say)
    if event.reconciled:
        yield from _subheading(say("reconciled"))
        for each in event.reconciled:
            yield from _reconciled(each, beside)
    if event.unknown:
        yield from _subheading(say("unknown"))
        yield from _points(event.unknown, beside)
    if event.context:
        yield from _subheading(say("earlier"))
        yield from _points(event.context, beside)
    if event.timeline:
        yield from _subheading(say("timeline"))
        yield _timeline(event.timeline)


def _subheading(title: str) -> Iterator[RenderableType]:
    yield ""
    yield Text(title, style=STRONG)


def _opening(point: PointView) -> Text:
    # In running text a mark before every sentence would be clutter; one origin is what a reader expects.
    text = cited(point.opening)
    if not point.single:
        text.append(f" {point.mark} {visible(point.label)}".rstrip(), style=QUIET)
    return (
        text.append(" (", style=QUIET).append_text(_shared(point)).append(")", style=QUIET)
        if point.also
        else text
    )


def _points(points: Sequence[PointView], beside: _Beside) -> Iterator[RenderableType]:
    for point in points:
        told = _point(point, beside.say)
        if point.beside:
            yield indented(told, 3)
            yield from beside.below(point.line, 9)
        else:
            yield told
            yield from beside.below(point.line)


def _point(point: PointView, say: Wording) -> RenderableType:
    body = cited(replace(point.line, voice=None))
    if point.label:
        body.append(f" — {visible(point.label)}", style=QUIET)
    if point.refined:
        body.append(f", {say('more_precisely')} ", style=QUIET).append_text(marks(point.refined))
    if point.also:
        body.append("; ", style=QUIET).append_text(_shared(point))
    return hanging(Text(point.mark, style=_MARK_STYLES[point.mark]), body, 3)


def _shared(point: PointView) -> Text:
    each = (Text(visible(one.said), style=QUIET).append_text(marks(one.notes)) for one in point.also)
    return Text("; ", style=QUIET).join(each)


def _conflict(conflict: ConflictView, columns: int, say: Wording) -> Iterator[RenderableType]:
    question = Text(visible(conflict.question), style=STRONG)
    question.append(f"  {visible(conflict.about)}", style=QUIET)
    yield hanging(Text("≠", style=WARN), question, 3)
    sides = [_side(side, say) for side in conflict.sides]
    if len(sides) == 2 and columns >= _SIDE_BY_SIDE_FROM:
        table = Table.grid(padding=(0, 3), expand=True)
        for _ in sides:
            table.add_column(ratio=1, overflow="fold")
        for row in _rows(sides):
            table.add_row(*row)
        yield indented(table, 3)
    else:
        for side in sides:
            yield from (indented(part, 3) for part in side)


def _reconciled(view: ConflictView, beside: _Beside) -> Iterator[RenderableType]:
    question = Text(visible(view.question), style=STRONG)
    question.append(f"  {view.about}", style=QUIET)
    yield hanging("~", question, 3)
    for side in view.sides:
        as_of = Text(f"{side.as_of}: " if side.as_of else "", style=ACCENT)
        yield indented(as_of.append_text(cited(side.line)), 3)
        yield from beside.below(side.line)


def _rows(sides: Sequence[Sequence[Text]]) -> Iterator[list[Text]]:
    for index in range(max(len(side) for side in sides)):
        yield [side[index] if index < len(side) else Text() for side in sides]


def _side(side: SideView, say: Wording) -> list[Text]:
    line = replace(side.line, voice=None)
    parts = [Text(visible(side.label), style=ACCENT), cited(line)]
    for who, quote, number in side.quotes:
        part = Text(f"{visible(who)}: ", style=QUIET)
        part.append(visible(say.quoted(quote)), style="not dim")
        part.append_text(marks([number]))
        parts.append(part)
    return parts


def _timeline(entries: Sequence[Moment]) -> RenderableType:
    table = Table.grid(padding=(0, 2))
    table.add_column(max_width=22, overflow="fold")
    table.add_column(ratio=1, overflow="fold")
    for entry in entries:
        table.add_row(Text(visible(entry.when), style=ACCENT), cited(entry.line))
    return table


def _origin(group: OriginGroup) -> Iterator[RenderableType]:
    margin = 0
    if group.heading is not None:
        yield hanging("·", Text(visible(group.heading)), 2)
        margin = 2
    for article in group.articles:
        yield indented(hanging("·", Text(visible(article)), 2), margin)


def _stages(rows: Sequence[Sequence[str]]) -> RenderableType:
    table = Table.grid(padding=(0, 2, 0, 0))
    for _ in rows[0]:
        table.add_column(overflow="fold")
    table.add_row(*(Text(name, style=QUIET) for name in rows[0]))
    for row in rows[1:]:
        table.add_row(*(Text(visible(cell)) for cell in row))
    return table
