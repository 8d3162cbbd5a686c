"""What a run tells while it goes."""

from __future__ import annotations

from datetime import UTC, datetime

from conspectus.model.usage import Usage
from conspectus.telemetry import (
    ArticleDone,
    ArticleStarted,
    CallDone,
    ProgressEvent,
    Recorder,
    RunDone,
    RunStarted,
    StageStarted,
    StepDone,
    Warned,
)


class Clock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def call(prompt: str, tokens: int, cost: float | None = 0.0) -> CallDone:
    """An answered call."""
    usage = Usage(calls=1, input_tokens=tokens, output_tokens=1, cost_usd=cost)
    return CallDone(prompt, "0123456789ab", usage, 1.0, cached=False, outcome="answered")


def test_every_event_is_handed_on_in_order() -> None:
    """A recorder is a listener that another listens to."""
    heard: list[ProgressEvent] = []
    recorder = Recorder(heard.append)
    events: list[ProgressEvent] = [
        RunStarted(1, "m", ("summarise",)),
        StageStarted("summarise"),
        ArticleStarted("a"),
        call("p", 3),
        ArticleDone("a"),
        Warned("odd", "a"),
        RunDone(),
    ]
    for event in events:
        recorder(event)
    assert heard == events
    assert recorder.warnings == [Warned("odd", "a")]


def test_seconds_are_counted_for_each_stage_and_stop_at_the_end() -> None:
    """A stage lasts until the next begins or the run ends; one that comes twice is summed."""
    clock = Clock()
    recorder = Recorder(clock=clock)
    clock.now = 110
    for event, after in (
        (RunStarted(1, "m", ("read", "check")), 0),
        (StageStarted("read"), 2),
        (StageStarted("check"), 3),
        (StageStarted("read"), 4),
        (RunDone(), 50),
    ):
        recorder(event)
        clock.now += after
    run = recorder.record(
        conspectus_version="1",
        started=datetime(2025, 1, 1, tzinfo=UTC),
        model="m",
        endpoint=None,
        profile="small",
    )
    assert run.stages == {"read": 6, "check": 3}
    assert run.seconds == recorder.elapsed_seconds == 9


def test_usage_and_prompts_add_up() -> None:
    """Tokens are summed over calls, prompts stand by name, and one unknown cost makes the total unknown."""
    recorder = Recorder()
    for event in (call("z", 5, 0.5), call("a", 7), call("z", 1)):
        recorder(event)
    assert recorder.usage == Usage(calls=3, input_tokens=13, output_tokens=3, cost_usd=0.5)
    recorder(call("a", 0, None))
    run = recorder.record(
        conspectus_version="1",
        started=datetime(2025, 1, 1, tzinfo=UTC),
        model="m",
        endpoint=None,
        profile="small",
    )
    assert run.usage.cost_usd is None
    assert list(run.prompts) == ["a", "z"]


def test_usage_is_counted_for_each_stage() -> None:
    """A call counts for the stage in which it ends, and the stages together are the whole."""
    recorder = Recorder()
    for event in (StageStarted("read"), call("a", 5), StageStarted("check"), call("b", 7), call("b", 2)):
        recorder(event)
    run = recorder.record(
        conspectus_version="1",
        started=datetime(2025, 1, 1, tzinfo=UTC),
        model="m",
        endpoint=None,
        profile="small",
    )
    assert {stage: (used.calls, used.input_tokens) for stage, used in run.usage_by_stage.items()} == {
        "read": (1, 5),
        "check": (2, 9),
    }
    assert sum(run.usage_by_stage.values(), Usage()) == run.usage


def test_what_remains_is_told_from_the_stages_own_pace() -> None:
    """Nothing is estimated before something is done; then the rest takes as long as what was done."""
    clock = Clock()
    recorder = Recorder(clock=clock)
    recorder(RunStarted(5, "m", ("read", "summarise")))
    recorder(StageStarted("read"))
    clock.now += 60
    recorder(StageStarted("summarise"))
    assert recorder.snapshot().remaining_seconds is None
    clock.now += 20
    recorder(ArticleDone("a"))
    recorder(ArticleDone("b", usable=False))
    now = recorder.snapshot()
    assert (now.done, now.total, now.articles_done, now.articles_failed) == (2, 5, 1, 1)
    assert now.remaining_seconds == 30
    assert now.elapsed_seconds == 80


def test_a_stage_with_steps_counts_its_steps() -> None:
    """Where a stage says how many steps it has, they are what is counted."""
    clock = Clock()
    recorder = Recorder(clock=clock)
    recorder(RunStarted(2, "m", ("check",)))
    recorder(StageStarted("check", steps=4))
    clock.now += 3
    recorder(StepDone())
    recorder(ArticleDone("a"))
    now = recorder.snapshot()
    assert (now.stage, now.done, now.total, now.remaining_seconds) == ("check", 1, 4, 9)
    recorder(StageStarted("compose"))
    recorder(StepDone())
    assert recorder.snapshot().done == 0


def test_a_run_without_articles_estimates_nothing() -> None:
    """With nothing to count there is no total and no estimate."""
    recorder = Recorder()
    recorder(StageStarted("read"))
    recorder(ArticleDone("a"))
    now = recorder.snapshot()
    assert (now.total, now.remaining_seconds) == (None, None)


def test_a_finished_run_is_at_no_stage() -> None:
    """After the end no stage is current and nothing remains."""
    recorder = Recorder()
    recorder(RunStarted(1, "m", ("summarise",)))
    recorder(StageStarted("summarise"))
    recorder(ArticleDone("a"))
    recorder(RunDone())
    assert recorder.snapshot().stage is None
    assert recorder.snapshot().remaining_seconds is None
