"""Readers in processes of their own: ended when they loop, refused memory when they eat it."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from types import ModuleType

import pytest

from conspectus.reading import feed_worker, html_worker
from conspectus.reading.apart import BrokenError, SlowError, apart

FEED = b"<rss version='2.0'><channel><title>Echo</title><item><title>One</title></item></channel></rss>"
LIMITED = (
    "import resource; from conspectus.reading.apart import limit_process; limit_process(7.9, 3e8);"
    "print([resource.getrlimit(each)[0] for each in (resource.RLIMIT_CPU, resource.RLIMIT_AS, resource.RLIMIT_CORE)])"
)


def _ran(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)  # noqa: S603


def test_the_limits_are_the_systems() -> None:
    """Whole seconds of CPU, bytes of memory, and no image of the process on the disk."""
    assert _ran(LIMITED).stdout == "[7, 300000000, 0]\n"


def test_memory_beyond_the_limit_is_refused() -> None:
    """The process sees an error of its own, and no other process is hurt."""
    assert "MemoryError" in _ran(f"{LIMITED}; bytearray(10**9)").stderr


@pytest.mark.parametrize(
    ("worker", "arguments", "sent"),
    [
        (feed_worker, ["9", "21.5", "1500000000", "https://example.org/", "utf-8"], FEED),
        (html_worker, ["21.5", "1500000000"], None),
    ],
)
def test_a_reader_is_limited_before_it_reads(
    monkeypatch: pytest.MonkeyPatch, worker: ModuleType, arguments: list[str], sent: bytes | None
) -> None:
    """Bytes in, JSON out, within the limits that were given."""
    done: list[object] = []

    class Given(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            done.append("read")
            return super().read(size)

    monkeypatch.setattr(worker, "limit_process", lambda *limits: done.append(limits))
    monkeypatch.setattr("conspectus.reading.html.answered", lambda asked: {"asked": asked})
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(Given(sent or b'"page"')))
    monkeypatch.setattr(sys, "stdout", written := io.StringIO())
    worker.main(arguments)
    assert done[:2] == [(21.5, 1_500_000_000.0), "read"]
    answer = json.loads(written.getvalue())
    assert answer.get("version", answer.get("asked")) == ("rss20" if sent else "page")


def test_a_process_without_an_answer_is_told_apart_from_a_slow_one() -> None:
    """One that fails, and one that is not done in time."""
    with pytest.raises(BrokenError):
        apart("conspectus.reading.html_worker", ["9", "1500000000"], b"no JSON", seconds=60)
    with pytest.raises(SlowError):
        apart("conspectus.reading.html_worker", ["9", "1500000000"], b"", seconds=0.001)
