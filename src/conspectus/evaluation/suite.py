"""Systems × cases → outputs → scores: from recordings, with what is missing recorded, or live."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, AsyncExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from conspectus.errors import ConspectusError, InputError, ModelError
from conspectus.evaluation.loading import LoadedCase
from conspectus.evaluation.output import Output
from conspectus.evaluation.recordings import (
    missed,
    recorded_settings,
    recording_path,
    tape_for,
    without_model,
)
from conspectus.evaluation.scorers import SCORERS, Score, Scorer
from conspectus.evaluation.systems import Run, System
from conspectus.llm import locate
from conspectus.llm.embedded import Serving, serve, serve_first_layers
from conspectus.llm.heads import head_of
from conspectus.llm.states import STATES_PATH
from conspectus.llm.tape import Header
from conspectus.settings import Settings
from conspectus.telemetry import (
    ArticleDone,
    ArticleStarted,
    Listener,
    RunDone,
    RunStarted,
    StageStarted,
    Warned,
)


@dataclass(frozen=True)
class Result:
    """One system's account of one case, scored; `recorded` says whose answers it is made of, and of when."""

    case: str
    system: str
    output: Output
    scores: Mapping[str, Score]
    recorded: Header | None = None


@dataclass
class Outcome:
    """What a run of the suite gave; `trouble` is what stopped it or a part of it, finished results are kept.

    `unrecorded` are pairs of a case and a system for which nothing was ever recorded.
    """

    results: list[Result] = field(default_factory=list)
    unrecorded: list[tuple[str, str]] = field(default_factory=list)
    trouble: list[ConspectusError] = field(default_factory=list)

    def joined(self, other: Outcome) -> Outcome:
        """Both together."""
        return Outcome(
            self.results + other.results, self.unrecorded + other.unrecorded, self.trouble + other.trouble
        )


def _layers(weights: Path) -> AbstractAsyncContextManager[Serving]:
    """The server of what a head reads of the weights: nothing else asks for states."""
    head = head_of(weights.stem)
    assert head is not None  # noqa: S101 - as said
    return serve_first_layers(weights, head.layers)


def scored(case: LoadedCase, output: Output, scorers: Sequence[Scorer] = SCORERS) -> dict[str, Score]:
    """The output's scores by the scorers' names."""
    return {scorer.name: scorer(case, output) for scorer in scorers}


class _Servers:
    """The embedded models, and what their first layers make of texts, started when first asked; one model at a time."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._stack = AsyncExitStack()
        self._running: dict[tuple[str, bool], Serving] = {}
        self._starting = asyncio.Lock()

    async def __aenter__(self) -> _Servers:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._stack.aclose()

    def of(self, model: str) -> Callable[[str], Awaitable[Serving]]:
        """Gives the running server of that model for a request's path; another model's are stopped."""

        async def serving(path: str) -> Serving:
            wanted = (model, path == STATES_PATH)
            async with self._starting:
                if any(other != model for other, _ in self._running):
                    await self._stack.aclose()
                    self._stack, self._running = AsyncExitStack(), {}
                if wanted not in self._running:
                    weights = locate(model, self._settings)
                    context = _layers(weights) if path == STATES_PATH else serve(weights)
                    self._running[wanted] = await self._stack.enter_async_context(context)
                return self._running[wanted]

        return serving


async def replay(
    cases: Sequence[LoadedCase],
    systems: Sequence[System],
    scorers: Sequence[Scorer] = SCORERS,
    *,
    record: bool = False,
    settings: Settings | None = None,
    listener: Listener | None = None,
) -> Outcome:
    """Every system's scores on every case, from recorded answers; with `record`, what is missing is asked and kept.

    A pair of which nothing was ever recorded is named in `unrecorded`; a recording that lacks an answer is trouble,
    and the other pairs go on. `settings` say where the embedded models' weights are.
    """
    outcome = Outcome()
    tell = listener or (lambda _: None)
    tell(RunStarted(len(cases) * len(systems), "recorded answers", tuple(s.title for s in systems)))
    async with _Servers(settings or Settings.load()) as servers:
        for system in systems:
            tell(StageStarted(system.title, steps=None))
            for case in cases:
                name = f"{case.id}, {system.name}"
                tell(ArticleStarted(name))
                try:
                    result = await _from_tape(case, system, scorers, servers if record else None, outcome)
                    if result is not None:
                        outcome.results.append(result)
                except (InputError, ModelError) as error:
                    outcome.trouble.append(error)
                    tell(Warned(str(error), where=name))
                tell(ArticleDone(name, usable=bool(not outcome.trouble)))
    tell(RunDone())
    return outcome


async def _from_tape(
    case: LoadedCase, system: System, scorers: Sequence[Scorer], servers: _Servers | None, outcome: Outcome
) -> Result | None:
    if system.model is None:
        output = await system.account(case, Run(without_model()))
        return Result(case.id, system.name, output, scored(case, output, scorers))
    if servers is None and not recording_path(case, system.name).is_file():
        outcome.unrecorded.append((case.id, system.name))
        return None
    today = datetime.now(UTC).date().isoformat()
    live = servers.of(system.model) if servers else None
    tape = tape_for(case, system.name, system.model, live=live, today=today)
    settings = recorded_settings(system.model, live=live is not None)
    run = Run(settings, tape, free=True, answered=lambda: round(tape.seconds, 2))
    try:
        output = await system.account(case, run)
    except ConspectusError as error:
        if tape.misses:
            raise missed(tape.misses, tape, case, system.name) from error
        raise
    if tape.misses:
        raise missed(tape.misses, tape, case, system.name)
    if servers is not None:
        tape.tidy(today=today)
    return Result(case.id, system.name, output, scored(case, output, scorers), tape.header)


async def live(
    cases: Sequence[LoadedCase],
    system: System,
    settings: Settings,
    scorers: Sequence[Scorer] = SCORERS,
    *,
    listener: Listener | None = None,
) -> Outcome:
    """One system's scores on every case from the model that the settings choose.

    What it answers goes into the answer cache, so that the same call goes on where it was stopped. Trouble with the
    endpoint ends the run; the results of finished cases are in the outcome.
    """
    outcome = Outcome()
    for case in cases:
        try:
            output = await system.account(case, Run(settings, listener=listener))
        except ModelError as error:
            done = f"{len(outcome.results)} of {len(cases)} cases are done"
            again = "; the same command goes on from there" if settings.cache else ""
            error.hint = f"{f'{error.hint}; ' if error.hint else ''}{done}{again}"
            outcome.trouble.append(error)
            break
        outcome.results.append(Result(case.id, system.name, output, scored(case, output, scorers)))
    return outcome
