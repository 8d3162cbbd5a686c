"""Progress for a person at a terminal."""

from __future__ import annotations

import re
from io import StringIO

import pytest
from rich.console import Console

from conspectus import progress
from conspectus.model.usage import Usage
from conspectus.telemetry import (
    ArticleDone,
    ArticleStarted,
    CallDone,
    Listener,
    ProgressEvent,
    RunDone,
    RunStarted,
    StageStarted,
    StepDone,
    Warned,
)

USAGE = Usage(calls=1, input_tokens=1200, output_tokens=34)
RUN: list[ProgressEvent] = [
    RunStarted(3, "embedded:1.5b", ("summarise", "check"), expected_seconds=240),
    StageStarted("summarise"),
    ArticleStarted("a-very-long-name-of-an-article.txt"),
    CallDone("rewrite", "0123456789ab", USAGE, 2.0, cached=False, outcome="answered"),
    ArticleDone("a-very-long-name-of-an-article.txt"),
    ArticleDone("b.txt", usable=False),
    Warned("evil \x1b[31m[red]title[/red]", "b.txt"),
    StageStarted("check", steps=7),
    StepDone(),
]


def told(listener: Listener) -> None:
    """The listener has heard the run up to its last stage."""
    for event in RUN:
        listener(event)


def terminal() -> Console:
    """A console that takes itself for a terminal of 120 columns."""
    return Console(file=StringIO(), force_terminal=True, width=120, legacy_windows=False, _environ={})


def written(console: Console) -> str:
    """Everything that went to the console, without its colours and cursor movements."""
    assert isinstance(console.file, StringIO)
    return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", console.file.getvalue())


def test_a_terminal_sees_stage_count_tokens_and_time() -> None:
    """The live line tells the stage, its steps, articles done and failed, tokens and elapsed time."""
    console = terminal()
    with progress.shown(console=console) as listener:
        told(listener)
        listener(ArticleStarted("a-very-long-name-of-an-article.txt"))
    last = written(console)
    assert "3 articles with embedded:1.5b, about 4 min 0 s\n" in last
    assert re.search(
        r"check: …-name-of-an-article\.txt .*1/7 · 2/3 articles \(1 failed\) 1,234 tokens · 0:00", last
    )
    assert "about 0:00 left" in last


def test_a_narrow_terminal_still_gets_a_single_line() -> None:
    """At 80 columns the bar and the article's name make way, so that nothing is folded."""
    console = Console(file=StringIO(), force_terminal=True, width=80, legacy_windows=False, _environ={})
    with progress.shown(console=console) as listener:
        told(listener)
    line = "check 1/7 · 2/3 articles (1 failed) 1,234 tokens · 0:00 · about 0:00 left"
    assert line in written(console)


def test_warnings_stand_above_and_cannot_act() -> None:
    """A warning is shown as it is written: neither markup nor control characters are obeyed."""
    console = terminal()
    with progress.shown(console=console) as listener:
        told(listener)
    assert "warning: b.txt: evil ␛[31m[red]title[/red]\n" in written(console)


def test_before_and_after_the_stages_the_line_says_so() -> None:
    """The line begins with "starting" and ends with "done"."""
    console = terminal()
    with progress.shown(console=console) as listener:
        listener(RunDone())
    assert "done" in written(console)


def test_elsewhere_verbose_gives_plain_lines() -> None:
    """Without a terminal, verbose tells the run, each stage, each warning and the end in plain lines."""
    console = Console(file=StringIO(), force_terminal=False, width=40, _environ={})
    with progress.shown(verbose=True, console=console) as listener:
        told(listener)
        listener(RunDone())
    assert isinstance(console.file, StringIO)
    assert console.file.getvalue().splitlines() == [
        "3 articles with embedded:1.5b, about 4 min 0 s",
        "0.0 s: summarise",
        "warning: b.txt: evil ␛[31m[red]title[/red]",
        "0.0 s: check",
        "0.0 s: done, 1,200 in, 34 out",
    ]


@pytest.mark.parametrize(
    ("terminal_there", "quiet", "verbose"), [(False, False, False), (True, True, False), (False, True, True)]
)
def test_quiet_and_pipes_get_nothing(terminal_there: bool, quiet: bool, verbose: bool) -> None:
    """Nothing is written where nobody looks or nobody wants it."""
    console = Console(file=StringIO(), force_terminal=terminal_there, _environ={})
    with progress.shown(quiet=quiet, verbose=verbose, console=console) as listener:
        told(listener)
    assert isinstance(console.file, StringIO)
    assert console.file.getvalue() == ""


def test_it_writes_to_the_error_stream(capsys: pytest.CaptureFixture[str]) -> None:
    """Progress goes to stderr; stdout belongs to the result."""
    with progress.shown(verbose=True) as listener:
        listener(Warned("odd"))
    streams = capsys.readouterr()
    assert streams.out == ""
    assert streams.err == "warning: odd\n"
