"""What every test may rely on: no network, and nothing of this machine's settings."""

from __future__ import annotations

import asyncio
import os
import socket

import pytest
from pytest_socket import SocketBlockedError

from conspectus.settings import Settings


def test_the_network_is_closed() -> None:
    """No test can open a socket, not even to this machine."""
    with pytest.warns(UserWarning, match="tried to use"), pytest.raises(SocketBlockedError):
        socket.create_connection(("127.0.0.1", 9), timeout=0.01)


async def test_an_event_loop_still_works() -> None:
    """asyncio's own socket pair is not the network."""
    assert await asyncio.to_thread(lambda: 1) == 1


def test_the_environment_is_clean(tmp_path_factory: pytest.TempPathFactory) -> None:
    """No key, endpoint or model of this machine is seen, and caches are the test's own."""
    settings = Settings.load()
    assert (settings.api_key, settings.base_url, settings.model) == (None, None, None)
    assert not any(name.startswith("OPENAI_") for name in os.environ)
    for directory in (settings.cache_dir, settings.pages_dir, settings.models_dir):
        assert directory.is_relative_to(tmp_path_factory.getbasetemp())
