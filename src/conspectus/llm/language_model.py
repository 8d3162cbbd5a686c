"""One class for any endpoint: ask for a value of a type, or for one of several options."""

from __future__ import annotations

import asyncio
import json
import math
import time
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from openai.types.chat import ChatCompletion
from pydantic import BaseModel

from conspectus.errors import TruncatedAnswerError
from conspectus.llm.cache import AnswerCache, key_of
from conspectus.llm.caller import Caller, Tally, checked
from conspectus.llm.choice import TOP, choice_model, probabilities
from conspectus.llm.structured import Gate, Judge, strict_schema, structured
from conspectus.llm.types import Answer, CallRecord, ModelProfile
from conspectus.prompts import Messages

T = TypeVar("T", bound=BaseModel)

CHARACTERS_PER_TOKEN = 3.5
"""A low estimate for English prose, so that the window check errs towards refusing."""
_SEED = 7


class LanguageModel:
    """A model behind an endpoint; made by `open_model`.

    `endpoint` is its address without secrets. Any number of asks may be awaited at once; the profile's
    `slots` go over the wire together.
    """

    def __init__(
        self,
        *,
        name: str,
        endpoint: str | None,
        identity: str,
        profile: ModelProfile,
        caller: Caller,
        cache: AnswerCache | None,
        on_call: Callable[[CallRecord], None] | None,
        free: bool,
    ) -> None:
        self.name = name
        self.endpoint = endpoint
        self.profile = profile
        self._identity = identity
        self._caller = caller
        self._cache = cache
        self._on_call = on_call
        self._free = free

    async def ask(
        self,
        messages: Messages,
        answer: type[T],
        *,
        max_output_tokens: int,
        gate: Callable[[T], Sequence[str]] | None = None,
    ) -> Answer[T]:
        """A value of that type; an answer that the schema or the gate refuses is re-asked once.

        `gate` returns what is wrong with a value, one complaint each, worded for the model. What it still
        objects to after the re-ask is in `complaints`. Raises InvalidAnswerError, TruncatedAnswerError
        (also, before anything is sent, for a prompt that does not fit into the window), RefusedAnswerError,
        EndpointError, EndpointSetupError.
        """
        result, _ = await self._recorded(messages, answer, max_output_tokens, gate, {})
        return result

    async def choose(self, messages: Messages, options: Sequence[str]) -> Answer[str]:
        """One of the options, with each option's probability where the endpoint tells; raises as `ask`."""
        if not options or len(set(options)) != len(options):
            raise ValueError("options must be distinct, and at least one")
        # A large model may think before it answers, on the same budget.
        room = 1024 if self.profile.name == "large" else 32
        result, completion = await self._recorded(
            messages,
            choice_model(tuple(options)),
            room + max(map(len, options)),
            None,
            {"logprobs": True, "top_logprobs": TOP},
        )
        return Answer(
            value=result.value.answer,
            complaints=(),
            usage=result.usage,
            probabilities=probabilities(completion, options),
        )

    async def _recorded(
        self,
        messages: Messages,
        answer: type[T],
        max_output_tokens: int,
        gate: Gate[T] | None,
        extra: dict[str, Any],
    ) -> tuple[Answer[T], ChatCompletion]:
        started = time.perf_counter()
        tally = Tally()
        outcome = "answered"
        try:
            judge, completion = await self._answered(messages, answer, max_output_tokens, gate, extra, tally)
            if judge.complaints:
                outcome = "objected"
            assert judge.value is not None  # noqa: S101  # `structured` raises otherwise
            return Answer(judge.value, judge.complaints, tally.usage(free=self._free)), completion
        except asyncio.CancelledError:
            outcome = "cancelled"
            raise
        except Exception as error:
            outcome = type(error).__name__
            raise
        finally:
            if self._on_call is not None:
                self._on_call(
                    CallRecord(
                        prompt=messages.prompt,
                        fingerprint=messages.fingerprint,
                        usage=tally.usage(free=self._free),
                        seconds=time.perf_counter() - started,
                        cached=bool(tally.cached and not tally.calls),
                        outcome=outcome,
                    )
                )

    async def _answered(
        self,
        messages: Messages,
        answer: type[T],
        max_output_tokens: int,
        gate: Gate[T] | None,
        extra: dict[str, Any],
        tally: Tally,
    ) -> tuple[Judge[T], ChatCompletion]:
        where = f"prompt {messages.prompt}"
        self._check_window(messages, max_output_tokens, where)
        request: dict[str, Any] = {
            "model": self.name,
            "messages": [
                {"role": "system", "content": messages.system},
                {"role": "user", "content": messages.user},
            ],
            "temperature": 0,
            "seed": _SEED,
            "max_tokens": max_output_tokens,
            **extra,
        }
        key = key_of({"request": request, "schema": strict_schema(answer), "endpoint": self._identity})
        kept = _revived(await self._cache.get(key)) if self._cache else None
        judge = Judge(answer, gate, tolerated=kept[1] if kept else ())
        completions: list[ChatCompletion] = []

        async def create(**kwargs: Any) -> ChatCompletion:
            if kept and not completions:
                tally.cached += 1
                completions.append(kept[0])
            else:
                tally.reasks += bool(completions)
                received = await self._caller.complete(kwargs, tally)
                completions.append(checked(received, where=where, max_output_tokens=max_output_tokens))
            return completions[-1]

        await structured(create, request, judge, where=where)
        completion = completions[judge.accepted]
        if self._cache and tally.calls:
            await self._cache.put(key, _kept(completion, judge.complaints))
        return judge, completion

    def _check_window(self, messages: Messages, max_output_tokens: int, where: str) -> None:
        estimate = math.ceil((len(messages.system) + len(messages.user)) / CHARACTERS_PER_TOKEN)
        if estimate + max_output_tokens > self.profile.context_tokens:
            raise TruncatedAnswerError(
                f"about {estimate} tokens of prompt and {max_output_tokens} of answer do not fit into the "
                f"{self.profile.context_tokens} tokens of {self.name}",
                where=where,
                hint="shorten the article, choose a model with a larger window, or set context_tokens to it",
            )


def _kept(completion: ChatCompletion, complaints: Sequence[str]) -> str:
    """What the cache keeps of an answer: its raw text, its log-probabilities, and what was wrong with it."""
    choice = completion.choices[0]
    logprobs = choice.logprobs.model_dump(mode="json") if choice.logprobs else None
    record = {"content": choice.message.content, "logprobs": logprobs, "complaints": list(complaints)}
    return json.dumps(record, ensure_ascii=False)


def _revived(text: str | None) -> tuple[ChatCompletion, tuple[str, ...]] | None:
    """The kept answer as if it came over the wire, and the complaints it was accepted with."""
    if text is None:
        return None
    try:
        record = json.loads(text)
        choice = {
            "index": 0,
            "finish_reason": "stop",
            "message": {"role": "assistant", "content": record["content"]},
            "logprobs": record["logprobs"],
        }
        completion = ChatCompletion.model_validate(
            {"id": "", "created": 0, "model": "", "object": "chat.completion", "choices": [choice]}
        )
        return completion, tuple(map(str, record["complaints"]))
    except (ValueError, TypeError, KeyError):
        return None
