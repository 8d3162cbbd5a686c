"""A briefing as Markdown with footnotes; everything that an article or a model wrote is escaped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from conspectus.model.briefing import Briefing
from conspectus.render.conflict_view import ConflictView, SideView
from conspectus.render.event_view import EventView, PointView
from conspectus.render.ledger_view import LeftOut
from conspectus.render.notes import Line, Note
from conspectus.render.safe import markdown_text
from conspectus.render.view import BriefingView, OriginGroup, arranged
from conspectus.render.wording import ENGLISH, Wording


def markdown(briefing: Briefing) -> str:
    """The briefing as CommonMark with footnotes and tables, ending in one newline.

    Each footnote gives publisher, title, date, place and the exact quote, whose line breaks show as spaces.
    """
    return "\n\n".join(_blocks(arranged(briefing))) + "\n"


def _blocks(view: BriefingView) -> Iterator[str]:
    yield f"# {markdown_text(view.title)}"
    say = view.say
    yield f"{view.counts}. {say('how_to_read', opens=say('opens_footnote'))}"
    if view.languages:
        yield markdown_text(view.languages)
    if view.contents:
        yield "\n".join(_listed(event) for event in view.contents)
    for event in view.events:
        yield from _event(event, say)
    yield f"## {say('articles')}"
    yield "\n".join(_origin(group) for group in view.origins)
    yield from left_out_blocks(view.left_out, say)
    yield f"## {say('made')}"
    yield bullets(f"{name}: {markdown_text(value)}" for name, value in view.made)
    if view.stages:
        yield "\n".join(_table(map(markdown_text, row) for row in view.stages))
    yield from footnotes(view.notes, say)


def _listed(event: EventView) -> str:
    when = f" — *{markdown_text(event.when)}*" if event.when else ""
    return f"{event.number}. {markdown_text(event.title.heading)}{when}"


def _table(rows: Iterable[Iterable[str]]) -> Iterator[str]:
    """The rows of a table, the first one its head."""
    for number, row in enumerate(map(list, rows)):
        yield f"| {' | '.join(row)} |"
        if number == 0:
            yield "|" + " --- |" * len(row)


def _origin(group: OriginGroup) -> str:
    articles = [markdown_text(article) for article in group.articles]
    if group.heading is None:
        return bullets(articles)
    return "\n".join([f"- {markdown_text(group.heading)}", *(f"  - {article}" for article in articles)])


def _event(event: EventView, say: Wording) -> Iterator[str]:
    # A footnote mark inside a heading would end up in its anchor and in tables of contents; right behind the day it
    # would read as if it bore that out.
    yield f"## {event.number}\\. {markdown_text(event.title.heading)}"
    setting = f"*{markdown_text(event.setting)}* · " if event.setting else ""
    sure = f" · {event.certainty}" if event.certainty else ""
    by = f"{markdown_text(event.source)} · " if event.source else ""
    yield f"{setting}{by}{say('reported_in')} {marks(event.title.notes)}{sure}{_translated(event.title)}"
    for lead, below in event.openings:
        yield " ".join(_opening(point) for point in lead)
        if below:
            yield "\n".join(_nested(below, say))
    if event.further:
        yield "\n".join(_nested(event.further, say))
    for conflict in event.conflicts:
        yield from _conflict(conflict, say)
    if event.reconciled:
        yield f"### {say('reconciled')}"
        for each in event.reconciled:
            yield f"**{markdown_text(each.question)}** {each.about}"
            yield bullets(_dated(side) for side in each.sides)
    if event.unknown:
        yield f"### {say('unknown')}"
        yield bullets(_point(point, say) for point in event.unknown)
    if event.context:
        yield f"### {say('earlier')}"
        yield bullets(_point(point, say) for point in event.context)
    if event.timeline:
        yield f"### {say('timeline')}"
        yield bullets(f"**{markdown_text(each.when)}** — {cited(each.line)}" for each in event.timeline)


def _opening(point: PointView) -> str:
    # In running text a mark before every sentence would be clutter; one origin is what a reader expects.
    label = "" if point.single else f" *{f'{point.mark} {markdown_text(point.label)}'.rstrip()}*"
    also = f" ({_shared(point)})" if point.also else ""
    return f"{cited(point.opening)}{label}{also}"


def _point(point: PointView, say: Wording) -> str:
    voiceless = replace(point.line, voice=None)
    refined = f", {say('more_precisely')} {marks(point.refined)}" if point.refined else ""
    also = f"; {_shared(point)}" if point.also else ""
    label = f" *{markdown_text(point.label)}*" if point.label else ""
    return f"{point.mark} {cited(voiceless)}{label}{refined}{also}"


def _nested(points: Sequence[PointView], say: Wording) -> Iterator[str]:
    """The points as a list; what stands below another is a list in it, unless that is part of the lead."""
    nested = False
    for point in points:
        yield f"{'  ' if nested and point.beside else ''}- {_point(point, say)}"
        nested = nested or not point.beside


def _shared(point: PointView) -> str:
    return "; ".join(f"{markdown_text(each.said)}{marks(each.notes)}" for each in point.also)


def _dated(side: SideView) -> str:
    as_of = f"{side.as_of}: " if side.as_of else ""
    return f"{as_of}{cited(side.line)}"


def _conflict(conflict: ConflictView, say: Wording) -> Iterator[str]:
    yield f"### ≠ {markdown_text(conflict.question)}"
    yield markdown_text(conflict.about)
    columns = [_side_cells(side, say) for side in conflict.sides]
    depth = max(len(column) for column in columns)
    padded = [column + [""] * (depth - len(column)) for column in columns]
    yield "\n".join(_table(zip(*padded, strict=True)))


def _side_cells(side: SideView, say: Wording) -> list[str]:
    quotes = (
        f"{markdown_text(say.quoted(quote))} — {markdown_text(who)}[^{number}]"
        for who, quote, number in side.quotes
    )
    # The publishers head the column, so the position need not name them again.
    position = replace(side.line, voice=None)
    return [markdown_text(side.label), cited(position), *quotes]


def cited(line: Line) -> str:
    """The sentence, whose words it is in where they are a source's own, and its footnote marks."""
    voice = f" — {markdown_text(line.voice)}" if line.voice else ""
    return f"{markdown_text(line.shown)}{voice}{marks(line.notes)}{_translated(line)}"


def _translated(line: Line) -> str:
    """How a translation was checked, and the original."""
    if line.translated is None:
        return ""
    return f" *({markdown_text(line.translated.standing)}: {markdown_text(line.original)})*"


def marks(notes: Sequence[int]) -> str:
    """Footnote marks: [^1][^2]."""
    return "".join(f"[^{number}]" for number in notes)


def bullets(items: Iterable[str]) -> str:
    """A list, one item a line."""
    return "\n".join(f"- {item}" for item in items)


def left_out_blocks(groups: Sequence[LeftOut], say: Wording = ENGLISH) -> Iterator[str]:
    """What was left out, by reason."""
    if not groups:
        return
    yield f"## {say('left_out')}"
    for group in groups:
        yield f"**{group.reason}** ({group.amount})"
        more = [say("entries_more", entries=group.folded)] if group.folded else []
        yield bullets([*(markdown_text(detail) for detail in group.details), *more])


def footnotes(notes: Sequence[Note], say: Wording = ENGLISH) -> Iterator[str]:
    """A footnote for every note: the source in a line, the quote as a blockquote."""
    for note in notes:
        title = say.quoted(note.title) if note.title else None
        source = ", ".join(part for part in (note.who, title, note.published or say("undated")) if part)
        place = f"{note.place}, {note.span}" if note.place != note.who else note.span
        yield (
            f"[^{note.number}]: {markdown_text(source)} ({markdown_text(place)}) — {note.checks}\n\n"
            f"    > {markdown_text(note.quote)}"
        )
