"""The built-in server: started, waited for, stopped; the weights themselves are not needed here."""

from __future__ import annotations

import weakref
from pathlib import Path

import httpx2
import pytest
import xllamacpp  # type: ignore[import-untyped]

from conspectus.errors import EndpointError, ModelMissingError, WeightsError
from conspectus.llm import open_model
from conspectus.llm.embedded import SLOT_TOKENS, SLOTS, serve, start_llama
from conspectus.settings import Settings

ADDRESS = "http://127.0.0.1:4711"


class Started:
    """Stands for llama.cpp's server, which stops when it is no longer referred to."""

    listening_address = ADDRESS


class Health(httpx2.AsyncBaseTransport):
    """Refuses a first connection, then loads a while, then is ready."""

    def __init__(self, loading: float) -> None:
        self.loading = loading
        self.asked: list[str] = []
        self.waited = 0

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        self.asked.append(str(request.url))
        if len(self.asked) == 1:
            raise httpx2.ConnectError("not yet")
        return httpx2.Response(200 if len(self.asked) > self.loading else 503, request=request)

    async def sleep(self, _: float) -> None:
        self.waited += 1


async def test_a_server_is_waited_for_and_stopped(tmp_path: Path) -> None:
    """The server is asked for its health until it is ready, and let go of on leaving."""
    keys: list[str] = []
    servers: list[weakref.ref[Started]] = []

    def start(weights: Path, key: str) -> Started:
        assert weights == tmp_path / "m.gguf"
        keys.append(key)
        server = Started()
        servers.append(weakref.ref(server))
        return server

    health = Health(loading=4)
    async with serve(tmp_path / "m.gguf", start=start, transport=health, sleep=health.sleep) as serving:
        assert serving.base_url == f"{ADDRESS}/v1"
        assert serving.key == keys[0]
        assert servers[0]() is not None
    assert servers[0]() is None
    assert health.asked == [f"{ADDRESS}/health"] * 5
    assert health.waited == 4
    assert len(keys[0]) >= 32


async def test_every_server_has_a_key_of_its_own(tmp_path: Path) -> None:
    """Two servers don't take each other's key."""
    keys = set()
    for _ in range(2):
        health = Health(loading=1)
        async with serve(
            tmp_path, start=lambda *_: Started(), transport=health, sleep=health.sleep
        ) as serving:
            keys.add(serving.key)
    assert len(keys) == 2


async def test_a_server_that_never_gets_ready_is_given_up(tmp_path: Path) -> None:
    """After two minutes of asking the server counts as failed."""
    health = Health(loading=float("inf"))
    with pytest.raises(EndpointError, match="not ready after 120 s"):
        async with serve(tmp_path, start=lambda *_: Started(), transport=health, sleep=health.sleep):
            pass
    assert health.waited == 1200


async def test_weights_that_can_not_be_loaded_are_named(tmp_path: Path) -> None:
    """llama.cpp itself refuses a file that only begins like a model, and the error names the file."""
    broken = tmp_path / "broken.gguf"
    broken.write_bytes(b"GGUF" + b"\0" * 100)
    with pytest.raises(WeightsError, match=r"broken\.gguf: can't be loaded as a model"):
        async with serve(broken):
            pass


async def test_missing_weights_are_said_before_anything_starts(tmp_path: Path) -> None:
    """Opening the embedded model without weights is a ModelMissingError with the command to fetch them."""
    with pytest.raises(ModelMissingError, match="conspectus model fetch"):
        async with open_model(Settings.load(models_dir=tmp_path)):
            pass


def test_the_server_is_private_and_silent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It listens on loopback only, on a free port, wants a key, and says nothing."""
    given: list[xllamacpp.CommonParams] = []
    monkeypatch.setattr(xllamacpp, "Server", given.append)
    start_llama(tmp_path / "m.gguf", "a-key")
    (params,) = given
    assert list(params.hostnames) == ["127.0.0.1"]
    assert params.port == 0
    assert list(params.api_keys) == ["a-key"]
    assert params.n_parallel == SLOTS
    assert params.n_ctx == SLOTS * SLOT_TOKENS
    assert params.model.path == str(tmp_path / "m.gguf")
    assert params.verbosity < 0
    assert not params.ui
