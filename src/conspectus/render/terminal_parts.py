"""The parts of a page for a terminal that a briefing, a summary and a report have in common."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from rich.console import RenderableType
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from conspectus.model.evidence import Verification
from conspectus.render.ledger_view import LeftOut
from conspectus.render.notes import Line, Note
from conspectus.render.page import QUIET, STRONG, hanging, indented
from conspectus.render.safe import visible
from conspectus.render.wording import ENGLISH, Wording

# More would be a word of their own, wider than a column, which breaks within a number.
_MOST_MARKS = 6


def heading(title: str) -> Iterator[RenderableType]:
    """A section's heading, set off by a blank line and a rule."""
    yield ""
    yield Rule(Text(title, style=STRONG), align="left", style=QUIET, characters="─")


def cited(line: Line) -> Text:
    """The sentence, whose words it is in where they are a source's own, and its note numbers."""
    text = Text(visible(line.shown))
    if line.voice:
        text.append(f" — {visible(line.voice)}", style=QUIET)
    return text.append_text(marks(line.notes)).append_text(translated(line))


def translated(line: Line) -> Text:
    """How a translation was checked, and the original."""
    if line.translated is None:
        return Text()
    told = f" ({visible(line.translated.standing)}: "
    return Text.assemble((told, QUIET), visible(line.original), (")", QUIET))


def marks(numbers: Sequence[int]) -> Text:
    """Note numbers: [1][2]; many of them drawn together, and parted where a line may end: [1–9] [12]."""
    if len(numbers) <= _MOST_MARKS:
        return Text("".join(f"[{number}]" for number in numbers), style=QUIET)
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    told = (
        f"[{run[0]}–{run[-1]}]" if len(run) > 2 else " ".join(f"[{each}]" for each in run) for run in runs
    )
    return Text(" ".join(told), style=QUIET)


def joined(parts: Iterable[Text]) -> Text:
    """The sentences as one paragraph."""
    return Text(" ").join(parts)


def notes(
    items: Sequence[Note],
    evidence: bool,
    shown: Collection[int] = frozenset(),
    say: Wording = ENGLISH,
    said: Collection[int] = frozenset(),
) -> Iterator[RenderableType]:
    """A numbered source for every note, with the exact quote below it where `evidence` is asked for.

    The words of those that are `shown` elsewhere are not repeated. Of those that are `said`, which stand as they are in
    the text that has these numbers, nor is that they are the source's own.
    """
    gutter = len(f"[{len(items)}] ")
    for note in items:
        source = Text(visible(note.who), style=STRONG)
        if note.same_as is None:
            rest = [visible(note.title or ""), note.published or say("undated"), visible(note.place)]
        else:
            rest = [say("as_note", number=f"[{note.same_as}]")]
        own = note.number in said and note.checks == say(f"checks.{Verification.QUOTED.value}")
        rest += [note.span] if own else [note.span, note.checks]
        source.append(" · " + " · ".join(part for part in rest if part), style="not bold dim")
        yield hanging(Text(f"[{note.number}]", style=QUIET), source, gutter)
        if evidence and note.number not in shown and note.number not in said:
            yield indented(Text(say.quoted(visible(note.quote))), gutter)


def left_out(groups: Sequence[LeftOut], say: Wording = ENGLISH) -> Iterator[RenderableType]:
    """What was left out, by reason."""
    if groups:
        yield from heading(say("left_out"))
    for group in groups:
        yield Text.assemble(group.reason, (f" · {group.amount}", QUIET))
        yield from (hanging("  ·", Text(visible(detail), style=QUIET), 4) for detail in group.details)
        if group.folded:
            yield indented(Text(say("in_json", entries=group.folded), style=QUIET), 4)


def made(rows: Sequence[tuple[str, str]]) -> RenderableType:
    """How something was made, as names and values."""
    table = Table.grid(padding=(0, 2))
    table.add_column()
    table.add_column(ratio=1, overflow="fold")
    for name, value in rows:
        table.add_row(Text(name, style=QUIET), Text(visible(value)))
    return table
