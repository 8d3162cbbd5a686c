"""The progress bar of a fetch."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn

from conspectus.llm.fetch import FetchProgress


@contextmanager
def shown(*, quiet: bool = False) -> Iterator[Callable[[FetchProgress], None]]:
    """A callback that shows how far a fetch is, on the error stream; nothing with `quiet`."""
    console = Console(stderr=True, quiet=quiet)
    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console) as progress:
        task = progress.add_task("looking", total=None)

        def tell(now: FetchProgress) -> None:
            part = f" part {now.part} of {now.parts}" if now.stage == "downloading" else ""
            progress.update(task, description=f"{now.stage}{part}", completed=now.done, total=now.total)

        yield tell
