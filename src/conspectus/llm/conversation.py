"""One question over the wire until its answer stands: the answer, its re-ask, and what the cache keeps meanwhile."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Generic, TypeVar

from openai.types.chat import ChatCompletion
from pydantic import BaseModel

from conspectus.llm.caller import Caller, checked
from conspectus.llm.judging import Judge
from conspectus.llm.kept import Kept
from conspectus.llm.structured import structured
from conspectus.llm.tally import Tally

T = TypeVar("T", bound=BaseModel)

_TRIES = 3
_SPENT = 0.9
"""The share of its tokens from which an answer that is cut off has met their limit; before, the endpoint gave up."""


class Conversation(Generic[T]):
    """Asks until `judge` has a value.

    `first` is an answer that was paid for before and takes the first one's place; `keep` stores a row. An answer
    that is cut off is asked for once more with `most_tokens`, where that is more.
    """

    def __init__(
        self,
        caller: Caller,
        judge: Judge[T],
        tally: Tally,
        *,
        where: str,
        first: Kept | None,
        keep: Callable[[str], Awaitable[None]] | None,
        most_tokens: int,
    ) -> None:
        self._caller = caller
        self._judge = judge
        self._tally = tally
        self._where = where
        self._first = first
        self._keep = keep
        self._most_tokens = most_tokens
        self._completions: list[ChatCompletion] = []

    async def held(self, request: dict[str, Any]) -> Mapping[str, Any] | None:
        """The log-probabilities of the answer that the judge accepted; raises what `structured` raises."""
        await structured(self._create, request, self._judge, where=self._where)
        await self._store(final=True)
        return _logprobs(self._completions[self._judge.accepted])

    async def _create(self, **kwargs: Any) -> ChatCompletion:
        if self._first is not None and not self._completions:
            completion = _revived(self._first)
        else:
            if self._completions:
                self._tally.reasks += 1
                # What is paid for is kept at once, also where it only leads to a re-ask.
                await self._store(final=False)
            completion = await self._whole(kwargs)
        self._completions.append(completion)
        return completion

    async def _whole(self, kwargs: dict[str, Any]) -> ChatCompletion:
        tokens = kwargs["max_tokens"]
        completion = await self._unbroken(kwargs)
        if _is_cut(completion) and self._most_tokens > tokens:
            tokens = self._most_tokens
            self._tally.reasks += 1
            completion = await self._unbroken({**kwargs, "max_tokens": tokens})
        return checked(completion, where=self._where, max_output_tokens=tokens)

    async def _unbroken(self, request: dict[str, Any]) -> ChatCompletion:
        """The completion, asked for again where it breaks off long before its limit."""
        for _ in range(_TRIES - 1):
            completion = await self._caller.complete(request, self._tally, again=self._tally.calls > 0)
            used = completion.usage.completion_tokens if completion.usage else None
            if not _is_cut(completion) or used is None or used >= _SPENT * request["max_tokens"]:
                return completion
            self._tally.retries += 1
        return await self._caller.complete(request, self._tally, again=True)

    async def _store(self, *, final: bool) -> None:
        if self._keep is None or self._judge.accepted < 0 or not self._tally.calls:
            return
        completion = self._completions[self._judge.accepted]
        row = Kept(
            content=completion.choices[0].message.content or "",
            logprobs=_logprobs(completion),
            complaints=self._judge.complaints,
            final=final,
        )
        await self._keep(row.text())


def _is_cut(completion: ChatCompletion) -> bool:
    return completion.choices[0].finish_reason == "length"


def _logprobs(completion: ChatCompletion) -> Mapping[str, Any] | None:
    logprobs = completion.choices[0].logprobs
    return logprobs.model_dump(mode="json") if logprobs else None


def _revived(kept: Kept) -> ChatCompletion:
    """The kept answer as if it came over the wire."""
    choice = {
        "index": 0,
        "finish_reason": "stop",
        "message": {"role": "assistant", "content": kept.content},
        "logprobs": kept.logprobs,
    }
    return ChatCompletion.model_validate(
        {"id": "", "created": 0, "model": "", "object": "chat.completion", "choices": [choice]}
    )
