"""What a system is: it takes a case's articles and gives an account of them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from conspectus.errors import EndpointError
from conspectus.evaluation.loading import LoadedCase
from conspectus.evaluation.output import Asked, Output
from conspectus.llm import CallRecord
from conspectus.model.usage import Usage
from conspectus.settings import Settings
from conspectus.telemetry import CallDone, Listener, ProgressEvent

if TYPE_CHECKING:
    import httpx2

_UNFIT = {"InvalidAnswerError", "TruncatedAnswerError", "RefusedAnswerError"}
_BROKEN = {"EndpointError", "RateLimitError", "EndpointSetupError"}


@dataclass
class Calls:
    """Counts what a model was asked; hear `event` or `call`."""

    asks: int = 0
    unfit: int = 0
    broken: int = 0
    usage: Usage = field(default_factory=Usage)
    seconds: float = 0.0
    prompts: dict[str, str] = field(default_factory=dict)

    def event(self, event: ProgressEvent) -> None:
        """Count a call of the pipeline; other events are none."""
        if isinstance(event, CallDone):
            self._count(event.prompt, event.fingerprint, event.usage, event.seconds, event.outcome)

    def call(self, call: CallRecord) -> None:
        """Count a call of a model."""
        self._count(call.prompt, call.fingerprint, call.usage, call.seconds, call.outcome)

    def _count(self, prompt: str, fingerprint: str, usage: Usage, seconds: float, outcome: str) -> None:
        self.asks += 1
        self.unfit += outcome in _UNFIT
        self.broken += outcome in _BROKEN
        self.usage += usage
        self.seconds += seconds
        self.prompts[prompt] = fingerprint

    def asked(self, *, free: bool, seconds: float | None = None) -> Asked:
        """What was counted; `seconds` replaces the time that passed here, `free` an unknown price by 0."""
        usage = self.usage.model_copy(update={"waiting_seconds": 0.0})
        if free:
            usage = usage.model_copy(update={"cost_usd": 0.0})
        return Asked(
            asks=self.asks,
            unfit=self.unfit,
            usage=usage,
            seconds=(self.seconds if seconds is None else seconds) if self.asks else None,
            prompts=dict(sorted(self.prompts.items())),
        )


@dataclass(frozen=True)
class Run:
    """How a system is to reach its model: the settings, and a transport in place of the network where one is given.

    `free` says that its calls cost nothing; `answered` gives the seconds that recorded answers took, where they are.
    """

    settings: Settings
    transport: httpx2.AsyncBaseTransport | None = None
    free: bool = False
    answered: Callable[[], float] | None = None
    listener: Listener | None = None

    def asked(self, calls: Calls) -> Asked:
        """What the calls amount to in this run.

        Raises EndpointError where the endpoint failed: an account with holes in it says nothing about a system.
        """
        if calls.broken:
            raise EndpointError(
                f"failed in {calls.broken} of {calls.asks} calls",
                where="the endpoint",
            )
        return calls.asked(free=self.free, seconds=self.answered() if self.answered else None)


Account = Callable[[LoadedCase, Run], Awaitable[Output]]


@dataclass(frozen=True)
class System:
    """A system by name; `model` is what its model is called (`1.5b`), None where it has none."""

    name: str
    title: str
    model: str | None
    account: Account
