"""A program run once against the simulated endpoint, and what it cost."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple
from urllib.error import URLError
from urllib.request import Request, urlopen

ROOT = Path(__file__).resolve().parent.parent
LONGEST = 300.0
"""Seconds after which a program is ended: it hangs."""


@dataclass(frozen=True)
class Endpoint:
    """A simulated endpoint on a loopback port."""

    port: int

    @property
    def base_url(self) -> str:
        """The address that clients are given."""
        return f"http://127.0.0.1:{self.port}/v1"

    def reset(self, **settings: Any) -> None:
        """Counts from zero, with these settings on top of the usual ones."""
        self._ask("/reset", settings)

    def stats(self) -> dict[str, Any]:
        """What was counted since."""
        found: dict[str, Any] = self._ask("/stats", None)
        return found

    def records(self) -> list[dict[str, Any]]:
        """Every request since, in the order in which they came."""
        found: list[dict[str, Any]] = self._ask("/stats?records=1", None)["records"]
        return found

    def _ask(self, path: str, body: dict[str, Any] | None) -> Any:
        data = None if body is None else json.dumps(body).encode()
        request = Request(
            f"http://127.0.0.1:{self.port}{path}", data=data, method="GET" if data is None else "POST"
        )
        with urlopen(request, timeout=10) as response:  # noqa: S310 - loopback
            return json.load(response)


@contextmanager
def endpoint(port: int) -> Iterator[Endpoint]:
    """A server process of its own, which ends with the context."""
    server = subprocess.Popen([sys.executable, "-m", "bench.endpoint", "--port", str(port)], cwd=ROOT)  # noqa: S603 - our own program
    try:
        found = Endpoint(port)
        for _ in range(100):
            with suppress(URLError, ConnectionError):
                found.stats()
                break
            time.sleep(0.1)
        yield found
    finally:
        server.terminate()
        server.wait(10)


@dataclass(frozen=True)
class Run:
    """How a program went; seconds of wall clock include its start, megabytes are of resident memory."""

    code: int
    wall: float
    cpu: float
    megabytes: float
    said: str
    stats: dict[str, Any]
    killed: float = float("inf")
    """When it was killed, on the clock of `time.perf_counter`."""


def run(
    command: Sequence[str],
    at: Endpoint,
    *,
    environment: dict[str, str] | None = None,
    kill_after: float | None = None,
) -> Run:
    """The program's run from its start to its end; killed outright after that many seconds, where any are given."""
    out = ROOT / "bench" / ".out"
    with out.open("wb") as sink:
        began = time.perf_counter()
        process = subprocess.Popen(  # noqa: S603 - our own programs
            list(command),
            cwd=ROOT,
            stdout=sink,
            stderr=subprocess.STDOUT,
            env={**os.environ, **(environment or {})},
        )
        deadline = began + (kill_after or LONGEST)
        killed = float("inf")
        while True:
            pid, status, used = os.wait4(process.pid, os.WNOHANG)
            if pid:
                break
            if time.perf_counter() > deadline:
                killed = min(killed, time.perf_counter())
                process.send_signal(signal.SIGKILL)
            time.sleep(0.005)
        wall = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    said = out.read_text(errors="replace")
    out.unlink()
    return Run(
        code=process.returncode,
        wall=wall,
        cpu=used.ru_utime + used.ru_stime,
        megabytes=used.ru_maxrss / 1000,
        said=said,
        stats=at.stats(),
        killed=killed,
    )


class Lost(NamedTuple):
    """Answers of a killed run that the next one paid for again: milliseconds from when each was sent to the kill.

    Those that were sent later nobody could keep. Of the others, what the process had not read stood `unread` in its
    socket, and what it had was `read` and not stored.
    """

    later: list[float]
    unread: list[float]
    read: list[float]

    def cells(self) -> tuple[object, ...]:
        """How many in all and of each kind, and the milliseconds."""
        kinds = tuple(map(len, self))
        return sum(kinds), *kinds, ", ".join(f"{each:.0f}" for kind in self for each in kind)


def lost(killed: Run, then: Run) -> Lost:
    """What was paid for twice: the endpoint says when it was sent, and the kernel whether it was read."""
    at = killed.killed - then.stats["began"]
    found = Lost([], [], [])
    for each in then.stats["lost"]:
        before = at - each["sent"]
        kind = found.later if before < 0 else found.unread if each["unread"] else found.read
        kind.append(1000 * before)
    return found
