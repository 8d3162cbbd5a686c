"""Lines for a terminal are what was given, whatever it looks like and wherever it runs."""

from __future__ import annotations

import pytest
from rich.text import Text

from conspectus.render.page import ACCENT, hanging, indented, page


def test_what_looks_like_markup_is_text() -> None:
    """Neither brackets nor names of pictures nor numbers do anything."""
    assert (
        page(["[bold]Ferry[/bold] :boat: 7,000"], width=60, color=False)
        == "[bold]Ferry[/bold] :boat: 7,000\n"
    )
    assert (
        page(["[bold]Ferry[/bold] :boat: 7,000"], width=60, color=True) == "[bold]Ferry[/bold] :boat: 7,000\n"
    )


def test_colour_is_the_callers_decision(monkeypatch: pytest.MonkeyPatch) -> None:
    """As is the width; the environment has no say."""
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "30")
    words = Text("word " * 15, style=ACCENT)
    assert "\x1b[3m" in page([words], width=80, color=True)
    plain = page([words], width=80, color=False)
    assert "\x1b" not in plain
    assert plain.count("\n") == 1


@pytest.mark.parametrize(("width", "most"), [(1, 20), (40, 40), (500, 96)])
def test_lines_are_no_longer_than_is_wanted_and_legible(width: int, most: int) -> None:
    """At least 20 columns and at most 96, and no space at the end of a line."""
    lines = page(["a " * 300], width=width, color=False).splitlines()
    assert max(map(len, lines)) == most - 1
    assert all(line == line.rstrip() for line in lines)


def test_a_body_hangs_beside_its_mark() -> None:
    """All its lines begin in one column; an indented one has no mark."""
    block = hanging("1.", "word " * 12, 4)
    assert page([block, indented("end", 3)], width=30, color=False).splitlines() == [
        "1.  word word word word word",
        "    word word word word word",
        "    word word",
        "   end",
    ]
