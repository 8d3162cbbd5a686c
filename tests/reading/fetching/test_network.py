from __future__ import annotations

import asyncio
import socket
import threading

import pytest

from conspectus.reading.fetching.network import Network, resolved


def _answering(monkeypatch: pytest.MonkeyPatch, answer: list[str] | Exception) -> None:
    def look_up(host: str, port: int, **_: object) -> list[object]:
        if isinstance(answer, Exception):
            raise answer
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in answer]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)


async def test_a_look_up_gives_each_address_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """In the order of the system."""
    _answering(monkeypatch, ["192.0.2.2", "192.0.2.1", "192.0.2.2"])
    assert await resolved("example.org", 80) == ["192.0.2.2", "192.0.2.1"]


@pytest.mark.parametrize(
    ("raised", "expected"),
    [
        (socket.gaierror(-2, "Name or service not known"), socket.gaierror),
        (UnicodeError("label too long"), socket.gaierror),
        (RuntimeError("something else"), RuntimeError),
    ],
)
async def test_a_look_up_that_fails(
    monkeypatch: pytest.MonkeyPatch, raised: Exception, expected: type[Exception]
) -> None:
    """Its error comes out, and nobody waits for an answer that will not come."""
    _answering(monkeypatch, raised)
    with pytest.raises(expected):
        await resolved("example.org", 80)


async def test_a_look_up_that_hangs_holds_nobody_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who waits for it can stop waiting, and its late answer goes nowhere."""
    asked, over = threading.Event(), threading.Event()

    def hang(*_: object, **__: object) -> list[object]:
        asked.set()
        over.wait()
        return []

    monkeypatch.setattr(socket, "getaddrinfo", hang)
    task = asyncio.create_task(resolved("example.org", 80))
    await asyncio.to_thread(asked.wait)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    (thread,) = [each for each in threading.enumerate() if each.name == "look-up"]
    assert thread.daemon
    over.set()
    await asyncio.to_thread(thread.join)


def test_certificates_are_verified() -> None:
    """For their host, against what this machine trusts."""
    context = Network().tls
    assert context.check_hostname
    assert context.verify_mode.name == "CERT_REQUIRED"
