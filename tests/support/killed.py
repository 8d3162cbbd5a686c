"""A briefing that is killed, outright, when so many asks are done: `python -m tests.support.killed CORPUS CACHE N`."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from pathlib import Path

from conspectus import Settings, abrief
from conspectus.telemetry import CallDone, ProgressEvent
from tests.support.endpoint import SimulatedEndpoint
from tests.support.scripted import scripted_settings


class Killer:
    """A listener that ends its own process, with no chance to tidy up, at the end of the last ask it waits for."""

    def __init__(self, after: int) -> None:
        self.left = after

    def __call__(self, event: ProgressEvent) -> None:
        if isinstance(event, CallDone):
            self.left -= 1
            if self.left == 0:
                os.kill(os.getpid(), signal.SIGKILL)


def hasty() -> SimulatedEndpoint:
    """An endpoint that answers a hundred times as fast as a hosted model, a few calls beside each other."""
    return SimulatedEndpoint(ttft=0.004, tg=0.0001)


def kept_in(cache: Path) -> Settings:
    """Settings for that endpoint, with answers kept there."""
    return scripted_settings(cache=True, cache_dir=cache, concurrency=3)


if __name__ == "__main__":
    corpus, cache, after = sys.argv[1:]
    asyncio.run(
        abrief([corpus], settings=kept_in(Path(cache)), transport=hasty(), listener=Killer(int(after)))
    )
