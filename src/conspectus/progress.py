"""Progress for a person at a terminal, on the error stream only; results have the output to themselves."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, ProgressColumn, SpinnerColumn, Task, TextColumn
from rich.text import Text

from conspectus.render import words
from conspectus.render.safe import visible
from conspectus.telemetry import (
    ArticleDone,
    ArticleStarted,
    Listener,
    ProgressEvent,
    Recorder,
    RunDone,
    RunStarted,
    StageStarted,
    Warned,
)


@contextmanager
def shown(
    *, quiet: bool = False, verbose: bool = False, console: Console | None = None
) -> Iterator[Listener]:
    """A listener that shows progress for as long as the context lasts.

    On a terminal: a live line with stage, count, tokens, elapsed and remaining time. Elsewhere: nothing,
    or with `verbose` a plain line at each change of stage. With `quiet`: nothing. `console` is the error
    stream where None.
    """
    console = console or Console(stderr=True, highlight=False)
    if quiet or not (console.is_terminal or verbose):
        yield _silent
    elif console.is_terminal:
        with _Live(console) as live:
            yield live
    else:
        yield _Lines(console)


def _silent(event: ProgressEvent) -> None:
    """Nobody is looking."""


# Narrower terminals have no room on one line for a bar and the name of an article.
_WIDE = 110


class _Lines:
    """A line for the run, each stage, each warning and the end."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._recorder = Recorder()

    def __call__(self, event: ProgressEvent) -> None:
        self._recorder(event)
        line = _line(event, self._recorder)
        if line is not None:
            # soft_wrap: what goes into a log file is not folded at a width that nobody has.
            self._console.print(Text(line), soft_wrap=True)


def _line(event: ProgressEvent, recorder: Recorder) -> str | None:
    match event:
        case RunStarted():
            return _opening(event)
        case StageStarted():
            return f"{words.seconds(recorder.elapsed_seconds)}: {event.stage}"
        case Warned():
            return _warning(event)
        case RunDone():
            return f"{words.seconds(recorder.elapsed_seconds)}: done, {words.tokens(recorder.usage)}"
        case _:
            return None


def _opening(event: RunStarted) -> str:
    expected = f", about {words.seconds(event.expected_seconds)}" if event.expected_seconds else ""
    model = "no model" if event.model == "none" else visible(event.model)
    return f"{words.count(event.articles, 'article')} with {model}{expected}"


def _warning(event: Warned) -> str:
    place = f"{visible(event.where)}: " if event.where else ""
    return f"warning: {place}{visible(event.message)}"


class _Live:
    """One line that keeps up with the run; warnings stand above it."""

    def __init__(self, console: Console) -> None:
        self._recorder = Recorder()
        self._under_way: dict[str, None] = {}
        self._wide = console.width >= _WIDE
        self._progress = Progress(
            SpinnerColumn(),
            TextColumn("{task.description}", markup=False),
            *([BarColumn(bar_width=16)] if self._wide else []),
            _Count(self._recorder),
            _Spent(self._recorder),
            console=console,
            transient=True,
        )
        self._task = self._progress.add_task("starting", total=None)

    def __enter__(self) -> _Live:
        self._progress.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._progress.stop()

    def __call__(self, event: ProgressEvent) -> None:
        self._recorder(event)
        match event:
            case RunStarted():
                self._progress.console.print(Text(_opening(event), style="dim"))
            case Warned():
                self._progress.console.print(Text(_warning(event), style="yellow"))
            case ArticleStarted():
                self._under_way[event.article] = None
            case ArticleDone():
                self._under_way.pop(event.article, None)
            case _:
                pass
        now = self._recorder.snapshot()
        self._progress.update(
            self._task, description=self._description(now.stage), completed=now.done, total=now.total
        )

    def _description(self, stage: str | None) -> str:
        newest = next(reversed(self._under_way), None) if self._wide else None
        return f"{stage or 'done'}: {_short(visible(newest))}" if newest and stage else stage or "done"


def _short(name: str, columns: int = 24) -> str:
    return name if len(name) <= columns else f"…{name[1 - columns :]}"


class _Count(ProgressColumn):
    """Articles done of all, failed ones named."""

    def __init__(self, recorder: Recorder) -> None:
        super().__init__()
        self._recorder = recorder

    def render(self, task: Task) -> Text:
        """The column's text at this moment."""
        now = self._recorder.snapshot()
        steps = f"{now.done}/{now.total} · " if now.total not in (None, now.articles) else ""
        failed = f" ({now.articles_failed} failed)" if now.articles_failed else ""
        finished = now.articles_done + now.articles_failed
        # While pages are fetched nobody knows yet how many articles there will be.
        articles = f"{finished}/{now.articles} articles{failed}" if now.articles else ""
        return Text(f"{steps}{articles}".removesuffix(" · ") or "…")


class _Spent(ProgressColumn):
    """Tokens, elapsed time, and what remains of the stage."""

    def __init__(self, recorder: Recorder) -> None:
        super().__init__()
        self._recorder = recorder

    def render(self, task: Task) -> Text:
        """The column's text at this moment."""
        now = self._recorder.snapshot()
        tokens = now.usage.input_tokens + now.usage.output_tokens
        parts = [f"{tokens:,} tokens", words.clock(now.elapsed_seconds)]
        if now.remaining_seconds is not None:
            parts.append(f"about {words.clock(now.remaining_seconds)} left")
        return Text(" · ".join(parts), style="dim")
