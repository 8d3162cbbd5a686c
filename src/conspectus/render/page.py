"""Lines for a terminal, laid out by rich without looking at the environment or the terminal."""

from __future__ import annotations

from collections.abc import Iterable
from io import StringIO

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

STRONG = "bold"
QUIET = "dim"
ACCENT = "italic"
WARN = "yellow"
# Lines longer than this are hard to follow back to the next one, however wide the terminal is.
_MEASURE = 96


def page(blocks: Iterable[RenderableType], *, width: int, color: bool) -> str:
    """The blocks below each other in lines of at most `width` columns, ending in one newline.

    Without `color` there is no control character but the newline.
    """
    out = StringIO()
    console = Console(
        file=out,
        width=min(max(width, 20), _MEASURE),
        force_terminal=color,
        color_system="standard" if color else None,
        no_color=not color,
        markup=False,
        highlight=False,
        emoji=False,
        legacy_windows=False,
        # An empty environment keeps COLUMNS, TERM and NO_COLOR out: callers decide.
        _environ={},
    )
    for block in blocks:
        console.print(block)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()).strip("\n") + "\n"


def hanging(mark: str | Text, body: RenderableType, gutter: int) -> RenderableType:
    """The body beside its mark, all its lines indented by `gutter` columns."""
    table = Table.grid()
    table.add_column(width=gutter, no_wrap=True)
    table.add_column(ratio=1, overflow="fold")
    table.add_row(mark, body)
    return table


def indented(body: RenderableType, columns: int) -> RenderableType:
    """The body, indented."""
    return Padding(body, (0, 0, 0, columns), expand=False)
