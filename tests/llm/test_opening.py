"""Which model the settings open, and as what."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from pydantic import BaseModel

import conspectus.llm
from conspectus.entailment import entailment
from conspectus.errors import EndpointError, SettingsError, WeightsError
from conspectus.llm import ModelProfile, open_model
from conspectus.llm.embedded import SLOT_TOKENS, SLOTS, Serving
from conspectus.llm.opening import PROVIDER_ADDRESS
from conspectus.prompts import Messages, load
from conspectus.settings import Settings
from tests.support.scripted import ScriptedEndpoint, reply, scripted_settings, state

MESSAGES = Messages(prompt="p", fingerprint="f" * 12, system="s", user="u")


class Value(BaseModel):
    text: str


async def test_no_model_is_none() -> None:
    """`--model none` opens nothing."""
    async with open_model(Settings.load(model="none")) as model:
        assert model is None


async def test_a_hosted_model_is_trusted() -> None:
    """A hosted model has the large profile, with the settings' window and concurrency as its slots."""
    async with ScriptedEndpoint([]).model(scripted_settings(context_tokens=9000, concurrency=5)) as model:
        assert model.name == "scripted"
        assert model.endpoint == "http://scripted.invalid/v1"
        assert model.profile == ModelProfile("large", 9000, 5, True, True, True, True)


async def test_the_profile_can_be_set() -> None:
    """`profile` overrides what the kind of model suggests."""
    async with ScriptedEndpoint([]).model(scripted_settings(profile="small")) as model:
        assert model.profile.name == "small"
        assert not any((model.profile.selects, model.profile.cites, model.profile.compares))
        assert not model.profile.composes


async def test_known_weights_do_the_same_languages_wherever_they_are_served() -> None:
    """The embedded model's name at somebody's own server is still no model for French; others are taken to be."""
    weights = "qwen2.5-coder-1.5b-instruct-q4_k_m"
    async with ScriptedEndpoint([]).model(scripted_settings(model=weights)) as model:
        assert model.profile.languages == frozenset({"en"})
    async with ScriptedEndpoint([]).model(scripted_settings()) as model:
        assert model.profile.languages is None


async def test_a_key_and_a_model_go_to_the_provider() -> None:
    """Without an address the provider's own is asked, whatever OPENAI_BASE_URL says."""
    endpoint = ScriptedEndpoint([reply({"text": "x"})])
    async with endpoint.model(Settings.load(model="large-1", api_key="k", cache=False)) as model:
        await model.ask(MESSAGES, Value, max_output_tokens=9)
        assert model.endpoint == PROVIDER_ADDRESS
    assert endpoint.headers[0]["host"] in PROVIDER_ADDRESS


@pytest.mark.parametrize("address", ["http://[::1/v1", "http://a.invalid:port/v1", "http://\x00/v1"])
async def test_a_malformed_address_is_a_setting_error(address: str) -> None:
    """An address that can't be parsed is a SettingsError that names the setting."""
    with pytest.raises(SettingsError, match="base_url"):
        async with open_model(scripted_settings(base_url=address)):
            pass


async def test_the_embedded_model_is_asked_like_any_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A GGUF file is served and asked with the server's key; small, two slots, free, cached by file."""
    weights = tmp_path / "own.gguf"
    weights.write_bytes(b"GGUF")
    served: list[str] = []

    @asynccontextmanager
    async def serve(path: Path) -> AsyncIterator[Serving]:
        served.append(f"start {path.name}")
        yield Serving(f"http://127.0.0.1:{4000 + len(served)}/v1", "server-key")
        served.append("stop")

    monkeypatch.setattr("conspectus.llm.embedded.serve", serve)
    settings = Settings.load(model=str(weights), cache_dir=tmp_path / "answers")
    endpoint = ScriptedEndpoint([reply({"text": "x"})])
    for calls in (1, 0):
        async with endpoint.model(settings) as model:
            assert (model.name, model.profile.name) == ("own", "small")
            assert (model.profile.context_tokens, model.profile.slots) == (SLOT_TOKENS, SLOTS)
            answer = await model.ask(MESSAGES, Value, max_output_tokens=9)
            assert (answer.usage.calls, answer.usage.cost_usd) == (calls, 0.0)
    assert endpoint.headers[0]["authorization"] == "Bearer server-key"
    assert served == ["start own.gguf", "stop", "start own.gguf", "stop"]


async def test_the_embedded_models_do_english_and_somebodys_own_any_language(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What weights of a person's own can do is not known, so nothing is kept from them."""
    weights = tmp_path / "own.gguf"
    weights.write_bytes(b"GGUF")

    @asynccontextmanager
    async def serve(path: Path) -> AsyncIterator[Serving]:
        yield Serving("http://127.0.0.1:4001/v1", "server-key")

    monkeypatch.setattr("conspectus.llm.embedded.serve", serve)
    monkeypatch.setattr("conspectus.llm.opening.locate", lambda name, settings: weights)
    for name, german in (("embedded:1.5b", False), (str(weights), True)):
        async with ScriptedEndpoint([]).model(Settings.load(model=name, cache=False)) as model:
            assert model.profile.speaks("de") is german
            assert model.profile.speaks("en")
            assert model.profile.speaks(None)


def test_the_language_model_is_imported_on_first_use() -> None:
    """Importing the room loads none of the heavy libraries; its names are all there all the same."""
    script = (
        "import sys, conspectus.llm\n"
        "heavy = {'openai', 'instructor', 'xllamacpp', 'diskcache', 'tenacity'} & set(sys.modules)\n"
        "assert not heavy, heavy\n"
        "assert conspectus.llm.LanguageModel.__name__ == 'LanguageModel'\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)  # noqa: S603
    assert done.returncode == 0, done.stderr
    assert all(hasattr(conspectus.llm, name) for name in conspectus.llm.__all__)
    with pytest.raises(AttributeError, match="no attribute"):
        _ = conspectus.llm.Nothing


async def test_own_prompts_hold_while_the_model_is_open(tmp_path: Path) -> None:
    """And no longer."""
    usual = load("support")
    (tmp_path / "support.md").write_text(
        "---\nname: support\nversion: 9\nvariables: []\n---\n# system\nx\n# user\ny\n", encoding="utf-8"
    )
    async with ScriptedEndpoint([]).model(scripted_settings(prompts_dir=tmp_path)):
        assert load("support").version == 9
    assert load("support") == usual


async def test_claims_are_judged_by_the_embedded_models_states(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where that is wanted, for known weights that have a head; its server starts with the first claim only."""
    known = tmp_path / "qwen2.5-coder-1.5b-instruct-q4_k_m.gguf"
    served: list[str] = []

    @asynccontextmanager
    async def serve(path: Path, **start: object) -> AsyncIterator[Serving]:
        served.append(path.name)
        if start:
            raise EndpointError("far enough")
        yield Serving("http://127.0.0.1:4001/v1", "server-key")

    monkeypatch.setattr("conspectus.llm.embedded.serve", serve)
    for room in ("embedded", "first_layers"):
        monkeypatch.setattr(
            f"conspectus.llm.{room}.first_layers", lambda path, layers: path.with_suffix(f".{layers}")
        )
    monkeypatch.setattr("conspectus.llm.opening.locate", lambda name, settings: known)
    known.write_bytes(b"GGUF")
    settings = Settings.load(model="embedded:1.5b", cache=False)
    async with open_model(settings) as model:
        assert model is not None
        assert model.judge is None
    async with open_model(settings, judging=True) as model:
        assert model is not None
        assert model.judge is not None
        assert model.judge.head.model == known.stem
        assert served == [known.name] * 2
        with pytest.raises(EndpointError, match="far enough"):
            await model.judge.states.of("a text", prompt="head", fingerprint="f")
        assert served[2:] == [f"{known.stem}.18"]


async def test_layers_that_cannot_be_taken_are_an_error_before_anything_is_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A run does not come upon it with its first claim; without judging they are not wanted."""
    known = tmp_path / "qwen2.5-coder-1.5b-instruct-q4_k_m.gguf"
    known.write_bytes(b"GGUF")

    @asynccontextmanager
    async def serve(path: Path) -> AsyncIterator[Serving]:
        yield Serving("http://127.0.0.1:4001/v1", "server-key")

    monkeypatch.setattr("conspectus.llm.embedded.serve", serve)
    monkeypatch.setattr("conspectus.llm.opening.locate", lambda name, settings: known)
    settings = Settings.load(model="embedded:1.5b", cache=False)
    with pytest.raises(WeightsError, match="18 first layers"):
        async with open_model(settings, judging=True):
            pytest.fail("it was opened")
    async with open_model(settings) as model:
        assert model is not None


async def test_a_recording_of_the_embedded_model_judges_as_it_does() -> None:
    """What plays back its answers is asked for its states too, and a head reads them."""
    weights = "qwen2.5-coder-1.5b-instruct-q4_k_m"
    endpoint = ScriptedEndpoint([state(*[0.0] * 1536)])
    async with open_model(scripted_settings(model=weights), transport=endpoint, judging=True) as model:
        assert model is not None
        found = await entailment("The mill closed.", ["The mill closed on Monday."], model)
    assert found.probability is not None
    assert endpoint.bodies[0]["input"].endswith("assistant\n")
    endpoint.finished()


async def test_what_has_no_head_judges_by_its_answers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Weights of a person's own, though they have a known name, and models behind an endpoint."""
    own = tmp_path / "qwen2.5-coder-1.5b-instruct-q4_k_m.gguf"
    own.write_bytes(b"GGUF")

    @asynccontextmanager
    async def serve(path: Path) -> AsyncIterator[Serving]:
        yield Serving("http://127.0.0.1:4001/v1", "server-key")

    monkeypatch.setattr("conspectus.llm.embedded.serve", serve)
    for settings in (Settings.load(model=str(own), cache=False), scripted_settings(model=own.stem)):
        async with open_model(settings, judging=True) as model:
            assert model is not None
            assert model.judge is None
