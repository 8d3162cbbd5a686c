"""One completion over the wire: a free slot, a deadline, retries, and a count of what it took."""

from __future__ import annotations

import asyncio
import json
import logging
import time
from dataclasses import dataclass
from typing import Any, cast

import openai
from openai.types.chat import ChatCompletion

from conspectus.errors import EndpointError, RefusedAnswerError, TruncatedAnswerError
from conspectus.llm.faults import mapped, not_an_api
from conspectus.llm.retry import Sleep, retrying
from conspectus.model.usage import Usage

logger = logging.getLogger(__name__)

# Parameters that some endpoints refuse; what they are called there instead, or None for left out.
_NEGOTIABLE: dict[str, str | None] = {
    "max_tokens": "max_completion_tokens",
    "temperature": None,
    "seed": None,
    "logprobs": None,
    "top_logprobs": None,
}


@dataclass
class Tally:
    """What one ask has used so far."""

    calls: int = 0
    cached: int = 0
    reasks: int = 0
    retries: int = 0
    input_tokens: int = 0
    cached_input_tokens: int = 0
    output_tokens: int = 0
    waiting_seconds: float = 0.0

    def add(self, completion: ChatCompletion) -> None:
        """Count the tokens that the endpoint says it used."""
        used = completion.usage
        if used is None:
            return
        self.input_tokens += used.prompt_tokens or 0
        self.output_tokens += used.completion_tokens or 0
        if used.prompt_tokens_details is not None:
            self.cached_input_tokens += used.prompt_tokens_details.cached_tokens or 0

    def usage(self, *, free: bool) -> Usage:
        """The totals; their cost is unknown where calls were made that are not free."""
        return Usage(**vars(self), cost_usd=0.0 if free or not self.calls else None)


class Caller:
    """Sends requests to one endpoint; errors are those of `faults`.

    `address` is safe to show. `slots` requests are in flight at most; `timeout` is the seconds one may
    take; `attempts` the tries when it fails in passing.
    """

    def __init__(
        self,
        client: openai.AsyncOpenAI,
        *,
        address: str,
        model: str,
        key: str | None,
        slots: int,
        timeout: float,
        attempts: int,
        sleep: Sleep,
    ) -> None:
        self._client = client
        self._address = address
        self._model = model
        self._key = key
        self._slots = asyncio.Semaphore(slots)
        self._timeout = timeout
        self._attempts = attempts
        self._sleep = sleep
        self._refused: set[str] = set()

    async def complete(self, request: dict[str, Any], tally: Tally) -> ChatCompletion:
        """The endpoint's completion, retried while its faults are passing ones.

        A slot is held while a request is in flight, not while one waits for its next try.
        """
        started = time.perf_counter()
        tries = 0

        async def once() -> ChatCompletion:
            nonlocal tries
            tries += 1
            tally.retries += tries > 1
            return await self._once(request, tally)

        try:
            return await retrying(self._attempts, self._sleep)(once)
        finally:
            tally.waiting_seconds += time.perf_counter() - started

    async def _once(self, request: dict[str, Any], tally: Tally) -> ChatCompletion:
        while True:
            spoken = self._spoken(request)
            try:
                async with self._slots:
                    tally.calls += 1
                    async with asyncio.timeout(self._timeout):
                        completion = await self._client.chat.completions.create(**spoken)
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
