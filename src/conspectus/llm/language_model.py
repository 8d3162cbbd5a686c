"""One class for any endpoint: ask for a value of a type, or for one of several options."""

from __future__ import annotations

import asyncio
import math
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import nullcontext, suppress
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar
from weakref import WeakValueDictionary

from pydantic import BaseModel

from conspectus.errors import TruncatedAnswerError
from conspectus.llm.apart import Away
from conspectus.llm.cache import AnswerCache, key_of
from conspectus.llm.choice import TOP, choice_model, probabilities
from conspectus.llm.judging import Gate, Judge, ObjectionError, strict_schema
from conspectus.llm.kept import kept_in
from conspectus.llm.libraries import load_lightly
from conspectus.llm.prices import Price
from conspectus.llm.tally import CHARACTERS_PER_TOKEN, Tally, estimated_tokens
from conspectus.llm.types import Answer, CallRecord, ModelProfile
from conspectus.prompts import Messages

if TYPE_CHECKING:
    from conspectus.llm.caller import Caller
    from conspectus.llm.heads import ClaimJudge

T = TypeVar("T", bound=BaseModel)

_SEED = 7


class LanguageModel:
    """A model behind an endpoint; made by `open_model`.

    `endpoint` is its address without secrets, `price` what its tokens cost, `cache` where its answers are kept, and
    `judge` what judges claims without asking it, where there is one. Any number of asks may be
    awaited at once; the profile's `slots` go over the wire together.
    """

    def __init__(
        self,
        *,
        name: str,
        endpoint: str | None,
        identity: str,
        profile: ModelProfile,
        caller: Callable[[], Caller],
        away: Away,
        cache: AnswerCache | None,
        on_call: Callable[[CallRecord], None] | None,
        price: Price,
    ) -> None:
        self.name = name
        self.endpoint = endpoint
        self.profile = profile
        self._identity = identity
        self._caller = caller
        self._away = away
        self.cache = cache
        self._on_call = on_call
        self._under_way: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        self.price = price
        self.judge: ClaimJudge | None = None

    async def ask(
        self,
        messages: Messages,
        answer: type[T],
        *,
        max_output_tokens: int,
        gate: Callable[[T], Sequence[str]] | None = None,
        more: bool = False,
        first: bool = False,
    ) -> Answer[T]:
        """A value of that type; an answer that the schema or the gate refuses is re-asked once.

        With `more` an answer that is cut off is asked for again, once, with twice the tokens. What is to go `first`
        does not wait behind asks that came before, unless tokens or money are limited.

        `gate` returns what is wrong with a value, one complaint each, worded for the model. What it still
        objects to after the re-ask is in `complaints`. Raises InvalidAnswerError, TruncatedAnswerError
        (also, before anything is sent, for a prompt that does not fit into the window), RefusedAnswerError,
        EndpointError, EndpointSetupError.
        """
        result, _ = await self._recorded(messages, answer, max_output_tokens, gate, {}, more, first)
        return result

    async def choose(self, messages: Messages, options: Sequence[str]) -> Answer[str]:
        """One of the options, with each option's probability where the endpoint tells; raises as `ask`."""
        if not options or len(set(options)) != len(options):
            raise ValueError("options must be distinct, and at least one")
        # A large model may think before it answers, on the same budget.
        room = 1024 if self.profile.name == "large" else 32
        result, logprobs = await self._recorded(
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
            probabilities=probabilities(logprobs, options),
        )

    async def _recorded(
        self,
        messages: Messages,
        answer: type[T],
        max_output_tokens: int,
        gate: Gate[T] | None,
        extra: dict[str, Any],
        more: bool = False,
        first: bool = False,
    ) -> tuple[Answer[T], Mapping[str, Any] | None]:
        started = time.perf_counter()
        tally = Tally()
        outcome = "answered"
        try:
            judge, logprobs = await self._answered(
                messages, answer, max_output_tokens, gate, extra, tally, more, first
            )
            if judge.complaints:
                outcome = "objected"
            assert judge.value is not None  # noqa: S101  # `held` raises otherwise
            return Answer(judge.value, judge.complaints, tally.usage(self.price)), logprobs
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
                        usage=tally.usage(self.price),
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
        more: bool,
        first: bool,
    ) -> tuple[Judge[T], Mapping[str, Any] | None]:
        where = f"prompt {messages.prompt}"
        self._check_window(messages, max_output_tokens, where)
        request = self._request(messages, max_output_tokens, extra)
        key = self._key(request, answer)
        # Two who ask the same at the same time pay once: the second finds the first one's answer in the cache.
        async with self._under_way.setdefault(key, asyncio.Lock()) if self.cache else nullcontext():
            kept = kept_in(await self.cache.get(key)) if self.cache else None
            if kept is not None:
                tally.cached += 1
                judge = Judge(answer, gate, tolerated=kept.complaints if kept.final else ())
                with suppress(ObjectionError):
                    judge.read(kept.content)
                    return judge, kept.logprobs
            # The model libraries take a while to load: where all answers are cached, nobody waits for them.
            load_lightly()
            from conspectus.llm.conversation import Conversation  # noqa: PLC0415  # as said

            judge = Judge(answer, gate)
            keep = partial(self.cache.keep, key) if self.cache else None
            conversation = Conversation(
                self._caller(),
                judge,
                tally,
                where=where,
                kept=kept,
                keep=keep,
                most_tokens=self._most(request, more),
                away=self._away,
                first=first,
            )
            return judge, await conversation.held(request)

    async def foreseen(
        self, messages: Messages, answer: type[BaseModel], *, max_output_tokens: int
    ) -> tuple[int, bool]:
        """About how many tokens the prompt of an ask has, and whether its answer is cached; nothing is sent."""
        request = self._request(messages, max_output_tokens, {})
        kept = kept_in(await self.cache.get(self._key(request, answer))) if self.cache else None
        schema = {"response_format": strict_schema(answer)}
        return estimated_tokens(request | schema), kept is not None and kept.final

    def _request(self, messages: Messages, max_output_tokens: int, extra: dict[str, Any]) -> dict[str, Any]:
        return {
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

    def _key(self, request: dict[str, Any], answer: type[BaseModel]) -> str:
        return key_of({"request": request, "schema": strict_schema(answer), "endpoint": self._identity})

    def _most(self, request: dict[str, Any], more: bool) -> int:
        """Tokens that an answer may have when it is asked for again because it was cut off."""
        room = self.profile.context_tokens - estimated_tokens(request)
        tokens = int(request["max_tokens"])
        return min(2 * tokens, room) if more else tokens

    def _check_window(self, messages: Messages, max_output_tokens: int, where: str) -> None:
        estimate = math.ceil((len(messages.system) + len(messages.user)) / CHARACTERS_PER_TOKEN)
        if estimate + max_output_tokens > self.profile.context_tokens:
            raise TruncatedAnswerError(
                f"about {estimate} tokens of prompt and {max_output_tokens} of answer do not fit into the "
                f"{self.profile.context_tokens} tokens of {self.name}",
                where=where,
                hint="shorten the article, choose a model with a larger window, or set context_tokens to it",
            )
