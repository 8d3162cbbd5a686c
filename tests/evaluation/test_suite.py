"""Cases and systems run together, from recordings and live."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx2
import pytest

from conspectus.errors import InputError
from conspectus.evaluation.loading import LoadedCase, load_cases
from conspectus.evaluation.recordings import recorded_settings, recording_path
from conspectus.evaluation.suite import live, replay
from conspectus.evaluation.systems import Run, chosen, conspectus
from conspectus.llm import known
from conspectus.llm.embedded import Serving
from conspectus.llm.tape import Tape
from conspectus.telemetry import ProgressEvent, RunStarted
from tests.support.cases import write_case
from tests.support.scripted import (
    Body,
    ScriptedEndpoint,
    Step,
    choice,
    fault,
    reply,
    scripted_settings,
    state,
)

SYSTEM = "conspectus-1.5b"


@pytest.fixture
def cases(tmp_path: Path) -> tuple[LoadedCase, ...]:
    """Two cases, in a directory of their own."""
    for name in ("bridge", "twin"):
        write_case(tmp_path / "eval" / "cases", name=name)
    return load_cases(tmp_path / "eval" / "cases")


def answering(body: Body) -> Step:
    """ "yes" where there is a choice, nothing of use where a sentence is to be shortened, a state of a text."""
    if "input" in body:
        return state(*[0.0] * 1536)
    return choice("yes", {"yes": 0.9, "no": 0.1}) if "logprobs" in body else reply({"sentence": "Nothing."})


async def record(case: LoadedCase, script: Any = answering) -> Path:
    """The recording of what the script answers about a case."""

    async def serving(path: str) -> Serving:
        return Serving("http://live.invalid/v1", "key")

    class Scripted(Tape):
        async def aclose(self) -> None:
            """The script stays open."""

    path = recording_path(case, SYSTEM)
    weights = known("1.5b")
    tape = Scripted(
        path, model=Path(weights.file).stem, sha256=weights.sha256, live=serving, today="2026-01-02"
    )
    tape._http = ScriptedEndpoint(script)  # type: ignore[assignment]
    await conspectus(SYSTEM)(case, Run(recorded_settings("1.5b"), tape, free=True))
    tape.tidy(today="2026-01-02")
    return path


async def test_systems_without_a_model_need_no_recording(cases: tuple[LoadedCase, ...]) -> None:
    """Every pair has its scores."""
    outcome = await replay(cases, chosen(["lead", "conspectus-none"]))
    assert [(result.case, result.system) for result in outcome.results] == [
        ("bridge", "lead"),
        ("twin", "lead"),
        ("bridge", "conspectus-none"),
        ("twin", "conspectus-none"),
    ]
    assert outcome.results[0].scores["groundedness"].value == 1
    assert not outcome.trouble


async def test_what_was_never_recorded_is_named_and_the_rest_goes_on(cases: tuple[LoadedCase, ...]) -> None:
    """It is no error: cases grow faster than recordings."""
    await record(cases[0])
    outcome = await replay(cases, chosen([SYSTEM, "lead"]))
    assert outcome.unrecorded == [("twin", SYSTEM)]
    assert len(outcome.results) == 3
    assert not outcome.trouble


async def test_a_replay_gives_the_recorded_figures_twice(cases: tuple[LoadedCase, ...]) -> None:
    """The same scores, the tokens of then, no cost, and who answered when."""
    await record(cases[0])
    one, two = [await replay(cases[:1], chosen([SYSTEM])) for _ in range(2)]
    assert one.results == two.results
    (result,) = one.results
    assert result.scores["tokens"].value == 15 * (result.scores["calls"].value or 0) > 0
    assert result.scores["cost"].value == 0
    assert result.recorded is not None
    assert (result.recorded.recorded, result.recorded.model) == ("2026-01-02", Path(known("1.5b").file).stem)


async def test_a_recording_that_lacks_an_answer_says_what_to_do(cases: tuple[LoadedCase, ...]) -> None:
    """The case, the prompt, what changed and the command; the other case is kept."""
    for case in cases:
        path = await record(case)
    path.write_text(path.read_text("utf-8").replace('"key":"', '"key":"0'), encoding="utf-8")
    outcome = await replay(cases, chosen([SYSTEM]))
    assert [result.case for result in outcome.results] == ["bridge"]
    (error,) = outcome.trouble
    assert isinstance(error, InputError)
    assert f"case twin, system {SYSTEM}" in str(error)
    assert "prompt 'shorten'" in str(error) or "prompt 'support'" in str(error)
    assert f"--record --cases twin --systems {SYSTEM}" in str(error)


async def test_live_results_stand_until_the_endpoint_fails(cases: tuple[LoadedCase, ...]) -> None:
    """The finished case is kept, and the trouble is told."""
    down = False

    def script(body: Body) -> Step:
        return fault(503) if down else answering(body)

    endpoint = ScriptedEndpoint(script)
    settings = scripted_settings(profile="small", attempts=1)

    async def account(case: LoadedCase, run: Run) -> Any:
        nonlocal down
        down = case.id == "twin"
        return await conspectus("x")(case, Run(run.settings, endpoint))

    system = chosen(["conspectus-none"])[0]
    outcome = await live(cases, type(system)("x", "x", "x", account), settings)
    assert [result.case for result in outcome.results] == ["bridge"]
    assert "the endpoint: failed in" in str(outcome.trouble[0])
    assert "1 of 2 cases are done" in str(outcome.trouble[0])


async def test_progress_is_told(cases: tuple[LoadedCase, ...]) -> None:
    """How much there is, then each pair."""
    heard: list[ProgressEvent] = []
    await replay(cases, chosen(["lead"]), listener=heard.append)
    assert isinstance(heard[0], RunStarted)
    assert heard[0].articles == 2
    assert [type(event).__name__ for event in heard].count("ArticleDone") == 2


async def test_what_is_missing_is_asked_of_the_model_or_of_its_first_layers(
    cases: tuple[LoadedCase, ...], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Each has a server, started once, and a state that was recorded is not asked for again."""
    started: list[str] = []
    endpoint = ScriptedEndpoint(answering)

    @asynccontextmanager
    async def serving(weights: Path, *layers: int) -> AsyncIterator[Serving]:
        started.append(f"{weights.name}{layers}")
        yield Serving(f"http://live.invalid/{len(started)}/v1", "key")

    async def answer(self: object, request: httpx2.Request) -> httpx2.Response:
        return await endpoint.handle_async_request(request)

    monkeypatch.setattr("conspectus.evaluation.suite.serve", serving)
    monkeypatch.setattr("conspectus.evaluation.suite.serve_first_layers", serving)
    monkeypatch.setattr("conspectus.evaluation.suite.locate", lambda *_: tmp_path / known("1.5b").file)
    monkeypatch.setattr(httpx2.AsyncHTTPTransport, "handle_async_request", answer)
    outcome = await replay(cases, chosen([SYSTEM]), record=True)
    assert not outcome.trouble
    assert started == [f"{known('1.5b').file}()", f"{known('1.5b').file}(18,)"]
    states = [body for body in endpoint.bodies if "input" in body]
    assert states
    again = await replay(cases, chosen([SYSTEM]))
    assert again.results == outcome.results
