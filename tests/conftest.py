"""What holds for every test: no network, no key, nothing from this machine's settings; recorded answers."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Iterator
from contextlib import AsyncExitStack
from pathlib import Path

import httpx2
import hypothesis
import pytest
from pytest_socket import disable_socket, enable_socket
from vcr import VCR  # type: ignore[import-untyped]
from vcr.cassette import Cassette  # type: ignore[import-untyped]

from conspectus.llm import locate
from conspectus.llm.embedded import SLOT_TOKENS, SLOTS, Serving, serve, serve_first_layers
from conspectus.llm.heads import head_of
from conspectus.settings import Settings
from tests.support.cassettes import DIRECTORY, Routed, configured, guarded

# How long an example takes says more of the machine than of the code.
hypothesis.settings.register_profile("any-machine", deadline=None)
hypothesis.settings.load_profile("any-machine")

RECORDED_MODEL = "qwen2.5-coder-1.5b-instruct-q4_k_m"


def pytest_configure(config: pytest.Config) -> None:
    """Refuse to record where nobody is there to look at what was recorded."""
    if config.getoption("--record-mode") not in {None, "none"} and os.environ.get("CI"):
        raise pytest.UsageError("nothing is recorded in CI: run `make record` and review what it wrote")


def pytest_recording_configure(config: pytest.Config, vcr: VCR) -> None:
    """Match and write cassettes as tests/support/cassettes.py says."""
    configured(vcr)


@pytest.fixture(scope="session")
def recording(record_mode: str) -> bool:
    """Whether answers are recorded now."""
    return record_mode != "none"


@pytest.fixture(autouse=True)
def closed_network(recording: bool) -> Iterator[None]:
    """Sockets other than asyncio's own fail, except while recording."""
    if recording:
        yield
        return
    disable_socket(allow_unix_socket=True)
    yield
    enable_socket()


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """No setting of this machine is seen, and caches go to a directory of the test's own."""
    for name in list(os.environ):
        if name.startswith(("CONSPECTUS_", "OPENAI_")):
            monkeypatch.delenv(name)
    home = tmp_path_factory.mktemp("cache")
    monkeypatch.setenv("CONSPECTUS_CACHE_DIR", str(home / "answers"))
    monkeypatch.setenv("CONSPECTUS_PAGES_DIR", str(home / "pages"))
    monkeypatch.setenv("CONSPECTUS_MODELS_DIR", str(home / "models"))


@pytest.fixture(scope="module")
def vcr_cassette_dir(request: pytest.FixtureRequest) -> str:
    """cassettes/<test module>, the module named from tests/ on."""
    module: str = request.module.__name__
    return str(DIRECTORY / module.removeprefix("tests."))


@pytest.fixture(autouse=True)
def cassette(vcr: Cassette | None, recording: bool) -> Iterator[Cassette | None]:
    """The test's cassette, if it is marked `vcr`: it must exist, and be played to the end."""
    if vcr is None:
        yield None
        return
    if not recording and not Path(str(vcr.path)).is_file():
        pytest.fail(f"{vcr.path} is not there: make record", pytrace=False)
    with guarded(vcr):
        yield vcr


@pytest.fixture(scope="session")
def recording_servers(recording: bool) -> Iterator[tuple[Serving, Serving] | None]:
    """The servers of the embedded model and of its first layers while recording, None otherwise."""
    if not recording:
        yield None
        return
    weights = locate("1.5b", Settings.load())
    head = head_of(weights.stem)
    assert head is not None
    with asyncio.Runner() as runner:
        stack = AsyncExitStack()
        yield (
            runner.run(stack.enter_async_context(serve(weights))),
            runner.run(stack.enter_async_context(serve_first_layers(weights, head.layers))),
        )
        runner.run(stack.aclose())


@pytest.fixture
def recorded_transport(recording_servers: tuple[Serving, Serving] | None) -> httpx2.AsyncBaseTransport:
    """What is asked in place of the network: the cassette; while recording, the embedded model and its layers."""
    return Routed(*recording_servers) if recording_servers else httpx2.AsyncHTTPTransport()


@pytest.fixture
def recorded_settings(recording_servers: tuple[Serving, Serving] | None) -> Settings:
    """Settings under which the recorded model answers: small, one try, no cache.

    The answers come from the cassette; while recording, from the embedded model.
    """
    server = recording_servers[0] if recording_servers else Serving("http://127.0.0.1:9/v1", "")
    return Settings.load(
        base_url=server.base_url,
        api_key=server.key or None,
        model=RECORDED_MODEL,
        profile="small",
        context_tokens=SLOT_TOKENS,
        concurrency=SLOTS,
        attempts=1,
        cache=False,
    )
