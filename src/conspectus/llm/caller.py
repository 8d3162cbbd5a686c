"""One completion over the wire: a place in flight, a deadline, retries, and a count of what it took."""

from __future__ import annotations

import asyncio
import json
import logging
import time
from typing import Any, cast

import openai
from openai.types.chat import ChatCompletion

from conspectus.errors import EndpointError, RateLimitError, RefusedAnswerError, TruncatedAnswerError
from conspectus.llm.budget import Budget
from conspectus.llm.faults import mapped, not_an_api, retry_after
from conspectus.llm.pace import Pace
from conspectus.llm.retry import Sleep, retrying
from conspectus.llm.tally import Tally, estimated_tokens
from conspectus.llm.tracing import call_span

logger = logging.getLogger(__name__)

# Parameters that some endpoints refuse; what they are called there instead, or None for left out.
_NEGOTIABLE: dict[str, str | None] = {
    "max_tokens": "max_completion_tokens",
    "temperature": None,
    "seed": None,
    "logprobs": None,
    "top_logprobs": None,
}


_PATH = "/chat/completions"
_KNOWN = 10
_SLOWER = 4.0
_LEAST_PATIENCE = 20.0
_MANY = 0.25
"""The share of calls that fail from which it is no chance any more."""


class Caller:
    """Sends requests to one endpoint; errors are those of `faults`.

    `address` is safe to show. `timeout` is the seconds one call may take; `attempts` the tries when it fails in
    passing. When a call is sent is up to `pace`.
    """

    def __init__(
        self,
        client: openai.AsyncOpenAI,
        *,
        address: str,
        model: str,
        key: str | None,
        pace: Pace,
        budget: Budget,
        timeout: float,
        attempts: int,
        sleep: Sleep,
    ) -> None:
        self._client = client
        self._address = address
        self._model = model
        self._key = key
        self._pace = pace
        self._budget = budget
        self._timeout = timeout
        self._attempts = attempts
        self._sleep = sleep
        self._refused: set[str] = set()
        self._answers = 0
        self._failures = 0
        self._slowest = 0.0
        self._output_tokens = 0.0

    async def complete(
        self, request: dict[str, Any], tally: Tally, *, again: bool = False, first: bool = False
    ) -> ChatCompletion:
        """The endpoint's completion, retried while its faults are passing ones.

        A place in flight is held while a request is, not while one waits for its next try. What is asked `again`, for
        whatever reason, goes before what is asked for the first time: somebody has waited for it already. So does
        what is to go `first`, as long as there is no limit that could then be met before the others.
        """
        started = time.perf_counter()
        again = again or (first and not self._budget.limited)
        tries = failures = 0
        failed_before, answered_before = self._failures, self._answers

        async def once() -> ChatCompletion:
            nonlocal tries, failures
            tries += 1
            tally.retries += tries > 1
            try:
                return await self._once(request, tally, patient=tries > 1, again=again or tries > 1)
            except EndpointError as error:
                if not isinstance(error, RateLimitError):
                    self._failures += 1
                    failures += 1
                raise

        def alone() -> bool:
            failed = self._failures - failed_before - failures
            others = failed + self._answers - answered_before + self._pace.in_flight
            return failed < _MANY * others

        try:
            with call_span(self._model, self._address, request) as span:
                completion: ChatCompletion = await retrying(self._attempts, self._sleep, alone)(once)
                span.answered(completion, tries - 1)
                return completion
        finally:
            tally.waiting_seconds += time.perf_counter() - started

    def expected_tokens(self, request: dict[str, Any]) -> tuple[int, int]:
        """About how many tokens the prompt has, and how many the answer will have."""
        prompt = estimated_tokens(request)
        most = int(request["max_tokens"])
        return prompt, min(most, round(self._output_tokens)) if self._answers else most

    async def _once(
        self, request: dict[str, Any], tally: Tally, *, patient: bool, again: bool
    ) -> ChatCompletion:
        while True:
            spoken = self._spoken(request)
            try:
                completion = await self._sent(
                    spoken, sum(self.expected_tokens(request)), tally, patient=patient, again=again
                )
                break
            except openai.BadRequestError as error:
                unknown = _refused_parameter(error, spoken)
                if unknown is None:
                    raise self._mapped(error) from None
                logger.info("%s does not take %s: going on without", self._address, unknown)
                self._refused.add(unknown)
            except openai.APIConnectionError as error:
                raise self._mapped(error) from error.__cause__
            except (openai.OpenAIError, TimeoutError, json.JSONDecodeError, UnicodeDecodeError) as error:
                raise self._mapped(error) from None
        if not isinstance(completion, ChatCompletion) or not completion.choices:
            raise self._without_choices(completion)
        tally.add(completion)
        return completion

    async def _sent(
        self, spoken: dict[str, Any], tokens: int, tally: Tally, *, patient: bool, again: bool
    ) -> ChatCompletion:
        prompt = estimated_tokens(spoken)
        most = int(spoken.get("max_tokens") or spoken["max_completion_tokens"])
        async with self._pace.turn(tokens, first=again) as turn:
            await self._budget.room(prompt, most, self._address)
            with self._budget.held(prompt, most) as share:
                started = time.perf_counter()
                tally.calls += 1
                try:
                    async with asyncio.timeout(self._timeout if patient else self._patience()):
                        # `client.chat` loads every resource that there is, and goes through each part of a request.
                        completion = await self._client.post(_PATH, cast_to=ChatCompletion, body=spoken)
                except openai.RateLimitError as error:
                    self._pace.refused(turn, retry_after(error.response.headers))
                    raise
                used = completion.usage if isinstance(completion, ChatCompletion) else None
                if used is not None:
                    details = used.prompt_tokens_details
                    cached = (details.cached_tokens or 0) if details else 0
                    self._budget.used(share, used.prompt_tokens, cached, used.completion_tokens)
                self._pace.answered(turn, used.total_tokens if used else tokens)
                self._learn(time.perf_counter() - started, used.completion_tokens if used else 0)
                return completion

    def _learn(self, seconds: float, output_tokens: int) -> None:
        self._answers += 1
        self._slowest = max(self._slowest, seconds)
        self._output_tokens += (output_tokens - self._output_tokens) / self._answers

    def _patience(self) -> float:
        """Seconds for a first try: what hangs is given up sooner where answers are known to come sooner."""
        if self._answers < _KNOWN:
            return self._timeout
        return min(self._timeout, max(_LEAST_PATIENCE, _SLOWER * self._slowest))

    def _mapped(self, error: Exception) -> Exception:
        return mapped(error, address=self._address, model=self._model, key=self._key)

    def _without_choices(self, completion: object) -> Exception:
        # Some relays report an upstream failure with status 200.
        if isinstance(completion, ChatCompletion) and (completion.model_extra or {}).get("error"):
            return EndpointError("failed, and said so in an answer", where=self._address)
        return not_an_api(self._address)

    def _spoken(self, request: dict[str, Any]) -> dict[str, Any]:
        spoken = {}
        for name, value in request.items():
            known = _NEGOTIABLE[name] if name in self._refused else name
            if known is not None:
                spoken[known] = value
        return spoken


def _refused_parameter(error: openai.BadRequestError, spoken: dict[str, Any]) -> str | None:
    """The negotiable parameter that a 400 is about."""
    said = json.dumps(error.body) if isinstance(error.body, dict) else str(error.body)
    named = [name for name in _NEGOTIABLE if name in spoken and f"'{name}'" in said.replace('\\"', "'")]
    return (
        named[0] if named else error.param if error.param in _NEGOTIABLE and error.param in spoken else None
    )


def checked(completion: ChatCompletion, *, where: str, max_output_tokens: int) -> ChatCompletion:
    """The completion, if it is whole and no refusal.

    Raises TruncatedAnswerError or RefusedAnswerError; neither gets better by asking again.
    """
    choice = completion.choices[0]
    # Not every server that speaks the protocol sends every field.
    message = cast("Any", choice.message)
    if choice.finish_reason == "content_filter":
        raise RefusedAnswerError("a content filter stopped the answer", where=where)
    if message is not None and getattr(message, "refusal", None):
        raise RefusedAnswerError(f"the model refused: {str(message.refusal)[:200]}", where=where)
    if choice.finish_reason == "length":
        raise TruncatedAnswerError(
            f"the answer was cut off at {max_output_tokens} tokens",
            where=where,
            hint="raise max_output_tokens",
        )
    if message is None:
        raise not_an_api(where)
    return completion
