"""What a run tells while it goes: progress events, and a recorder that adds them up."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from conspectus.errors import UsageError
from conspectus.model.briefing import RunRecord
from conspectus.model.usage import Usage


@dataclass(frozen=True)
class RunStarted:
    """A run begins: how many articles, which model, and the names of its stages in order.

    `expected_seconds` is how long the whole run is thought to take, where somebody knows.
    """

    articles: int
    model: str
    stages: tuple[str, ...]
    expected_seconds: float | None = None


@dataclass(frozen=True)
class StageStarted:
    """A stage begins, and the one before it is over; `steps` is how many it has, where that is known."""

    stage: str
    steps: int | None = None


@dataclass(frozen=True)
class StepDone:
    """One of the current stage's steps is done."""


@dataclass(frozen=True)
class ArticleStarted:
    """Work on an article begins; several may be under way at once."""

    article: str


@dataclass(frozen=True)
class ArticleDone:
    """Work on an article is over; `usable` is False where the ledger takes it."""

    article: str
    usable: bool = True


@dataclass(frozen=True)
class CallDone:
    """A call of the model is over, answered or not; `seconds` is wall time, waiting included."""

    prompt: str
    fingerprint: str
    usage: Usage
    seconds: float
    cached: bool
    outcome: str


@dataclass(frozen=True)
class Warned:
    """Something a person should know, that does not stop the run."""

    message: str
    where: str | None = None


@dataclass(frozen=True)
class RunDone:
    """The run is over, and with it its last stage."""


ProgressEvent = (
    RunStarted | StageStarted | StepDone | ArticleStarted | ArticleDone | CallDone | Warned | RunDone
)
Listener = Callable[[ProgressEvent], None]


def listening(listener: Listener | None) -> Listener | None:
    """The listener, None where there is none; raises UsageError for what can't be called."""
    if listener is not None and not callable(listener):
        raise UsageError(
            f"listener: {type(listener).__name__} can't be called", hint="give a function of one event"
        )
    return listener


@dataclass(frozen=True)
class Snapshot:
    """How far a run is. Seconds are wall time.

    `done` of `total` are the current stage's steps, or its articles where it has no steps of its own;
    `total` is None where neither is known. `remaining_seconds` is for the current stage at its own pace,
    None until something of it is done.
    """

    stage: str | None
    done: int
    total: int | None
    articles: int
    articles_done: int
    articles_failed: int
    usage: Usage
    elapsed_seconds: float
    remaining_seconds: float | None


class Recorder:
    """Adds up the events of one run, and hands each on to `listener`.

    `clock` gives seconds that never run backwards. Events come from one thread or event loop.
    """

    def __init__(
        self, listener: Listener | None = None, *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._listener = listening(listener)
        self._clock = clock
        self._begun = clock()
        self._over: float | None = None
        self._articles = 0
        self._done: set[str] = set()
        self._failed: set[str] = set()
        self._stage: str | None = None
        self._stage_begun = self._begun
        self._steps: int | None = None
        self._counted = 0
        self._seconds: dict[str, float] = {}
        self._prompts: dict[str, str] = {}
        self._usage = Usage()
        self._usage_by_stage: dict[str, Usage] = {}
        self.warnings: list[Warned] = []

    def __call__(self, event: ProgressEvent) -> None:
        """Count the event, then hand it on."""
        match event:
            case RunStarted():
                self._begun = self._clock()
                self._articles = event.articles
            case StageStarted():
                self._end_stage()
                self._stage, self._steps, self._counted = event.stage, event.steps, 0
            case StepDone():
                self._counted += self._steps is not None
            case ArticleDone():
                (self._done if event.usable else self._failed).add(event.article)
                self._counted += self._steps is None
            case CallDone():
                self._usage += event.usage
                if self._stage is not None:
                    so_far = self._usage_by_stage.get(self._stage, Usage())
                    self._usage_by_stage[self._stage] = so_far + event.usage
                self._prompts[event.prompt] = event.fingerprint
            case Warned():
                self.warnings.append(event)
            case RunDone():
                self._end_stage()
                self._stage, self._over = None, self._clock()
            case _:
                pass
        if self._listener is not None:
            self._listener(event)

    def _end_stage(self) -> None:
        now = self._clock()
        if self._stage is not None:
            self._seconds[self._stage] = self._seconds.get(self._stage, 0.0) + now - self._stage_begun
        self._stage_begun = now

    @property
    def usage(self) -> Usage:
        """What all calls so far have used."""
        return self._usage

    @property
    def elapsed_seconds(self) -> float:
        """Seconds since the run started; they stand still once it is done."""
        return (self._clock() if self._over is None else self._over) - self._begun

    def snapshot(self) -> Snapshot:
        """How far the run is at this moment."""
        total = self._steps if self._steps is not None else self._articles or None
        remaining = None
        if total is not None and self._counted and self._stage is not None:
            pace = (self._clock() - self._stage_begun) / self._counted
            remaining = max(0.0, pace * (total - self._counted))
        return Snapshot(
            stage=self._stage,
            done=self._counted,
            total=total,
            articles=self._articles,
            articles_done=len(self._done),
            articles_failed=len(self._failed),
            usage=self._usage,
            elapsed_seconds=self.elapsed_seconds,
            remaining_seconds=remaining,
        )

    def record(
        self, *, conspectus_version: str, started: datetime, model: str, endpoint: str | None, profile: str
    ) -> RunRecord:
        """The run's record so far; stages in the order in which they began, prompts by name."""
        return RunRecord(
            conspectus_version=conspectus_version,
            started=started,
            seconds=self.elapsed_seconds,
            stages=dict(self._seconds),
            model=model,
            endpoint=endpoint,
            profile=profile,
            prompts=dict(sorted(self._prompts.items())),
            usage=self._usage,
            usage_by_stage=dict(self._usage_by_stage),
        )
