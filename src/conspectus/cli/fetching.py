"""How far a fetch is, on the error stream."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn

from conspectus.cli.console import tell
from conspectus.llm.fetch import FetchProgress


@contextmanager
def shown(
    *, quiet: bool = False, console: Console | None = None
) -> Iterator[Callable[[FetchProgress], None]]:
    """A callback that shows how far a fetch is: a bar on a terminal, elsewhere a line for each part.

    With `quiet` nothing. `console` is the error stream where None.
    """
    console = console or Console(stderr=True)
    if quiet:
        yield lambda _: None
    elif not console.is_terminal:
        yield _Lines()
    else:
        columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TimeRemainingColumn())
        with Progress(*columns, console=console, transient=True) as progress:
            task = progress.add_task("looking", total=None)
            yield lambda now: progress.update(
                task, description=_stage(now), completed=now.done, total=now.total
            )


class _Lines:
    """A line for each new stage or part."""

    def __init__(self) -> None:
        self._last = ""

    def __call__(self, now: FetchProgress) -> None:
        stage = _stage(now)
        if stage != self._last:
            self._last = stage
            tell(f"{stage}, {now.done / 1e6:.0f} of {now.total / 1e6:.0f} MB")


def _stage(now: FetchProgress) -> str:
    return f"{now.stage} part {now.part} of {now.parts}" if now.stage == "downloading" else now.stage
