"""What is said about a model, an answer and a call."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Generic, Literal, TypeVar

from conspectus.model.usage import Usage

T = TypeVar("T")


@dataclass(frozen=True)
class ModelProfile:
    """How much a model can take in, and which work it is trusted with.

    `context_tokens` is the window of one call, prompt and answer together; `slots` the calls that may be
    in flight. A model that `selects` chooses what matters, one that `cites` names sentence ids of its own
    accord, one that `compares` finds agreement and conflict, one that `composes` writes the briefing.
    `languages` are the codes of those that it can do (ISO 639-1), None where it is taken to do any.
    """

    name: Literal["large", "small"]
    context_tokens: int
    slots: int
    selects: bool
    cites: bool
    compares: bool
    composes: bool
    languages: frozenset[str] | None = None

    def speaks(self, language: str | None) -> bool:
        """True unless the language is known to be none of the model's."""
        return self.languages is None or language is None or language in self.languages

    @classmethod
    def of(
        cls,
        name: Literal["large", "small"],
        *,
        context_tokens: int,
        slots: int,
        languages: frozenset[str] | None = None,
    ) -> ModelProfile:
        """The profile of that name: a large model is trusted with everything, a small one with none of it."""
        trusted = name == "large"
        return cls(
            name=name,
            context_tokens=context_tokens,
            slots=slots,
            selects=trusted,
            cites=trusted,
            compares=trusted,
            composes=trusted,
            languages=languages,
        )


@dataclass(frozen=True)
class Endpoint:
    """Where a model is asked, and how far it is trusted.

    `address` is `base_url` as it is safe to show. `identity` tells the model's answers from every other's in the
    cache. One that is `embedded` is a server of this process: its calls cost nothing and go through no proxy.
    """

    name: str
    base_url: str
    address: str
    key: str | None = field(repr=False)
    identity: str
    profile: ModelProfile
    embedded: bool


@dataclass(frozen=True)
class Answer(Generic[T]):
    """A value that fits its schema; `complaints` is what the gate still objects to after the re-ask.

    `probabilities` gives each option's share, from 0 to 1 and summing to 1; empty where the endpoint
    does not tell.
    """

    value: T
    complaints: tuple[str, ...]
    usage: Usage
    probabilities: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class CallRecord:
    """One ask, answered or not.

    `outcome` is `answered`, `objected` (the gate still complains), `cancelled`, or the name of the error;
    `seconds` is wall time from the ask to its outcome, waiting for a free slot included; `cached` says
    that nothing went over the wire.
    """

    prompt: str
    fingerprint: str
    usage: Usage
    seconds: float
    cached: bool
    outcome: str
