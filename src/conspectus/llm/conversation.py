"""One question over the wire until its answer stands: the answer, its re-ask, and what the cache keeps meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Mapping
from typing import Any, Generic, TypeVar

from openai.types.chat import ChatCompletion
from pydantic import BaseModel

from conspectus.errors import AnswerError, OverBudgetError
from conspectus.llm.apart import Away
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

    `kept` was paid for before: its answers take the places of the first ones. `keep` stores a row, or with None removes
    it. An answer that is cut off is asked for once more with `most_tokens`, where that is more. Calls are made, and
    rows stored, `away` from where answers are judged. `first` is as for `Caller.complete`.
    """

    def __init__(
        self,
        caller: Caller,
        judge: Judge[T],
        tally: Tally,
        *,
        where: str,
        kept: Kept | None,
        keep: Callable[[str | None], Coroutine[Any, Any, None]] | None,
        most_tokens: int,
        away: Away,
        first: bool = False,
    ) -> None:
        self._caller = caller
        self._judge = judge
        self._tally = tally
        self._where = where
        self._given = _revived(kept) if kept else []
        self._row = kept
        self._keep = keep
        self._most_tokens = most_tokens
        self._away = away
        self._first = first
        self._completions: list[ChatCompletion] = []

    async def held(self, request: dict[str, Any]) -> Mapping[str, Any] | None:
        """The log-probabilities of the answer that the judge accepted; raises what `structured` raises."""
        try:
            await structured(self._create, request, self._judge, where=self._where)
        except AnswerError as error:
            # Whoever asks next begins anew, unless it was only the budget that ended this.
            if self._row is not None and self._keep is not None and not isinstance(error, OverBudgetError):
                await self._away(self._keep(None))
            raise
        await self._settled(final=True)
        return _logprobs(self._completions[self._judge.accepted])

    async def _create(self, **kwargs: Any) -> ChatCompletion:
        if len(self._completions) < len(self._given):
            completion = self._given[len(self._completions)]
        else:
            if self._completions:
                self._tally.reasks += 1
                await self._settled(final=False)
            completion = await self._away(self._landed(kwargs))
        self._completions.append(completion)
        return completion

    async def _landed(self, kwargs: dict[str, Any]) -> ChatCompletion:
        """An answer that is kept: it is paid for, and not asked for again whatever happens while it is judged."""
        completion = await self._whole(kwargs)
        row = Kept(
            content=_content(completion),
            logprobs=_logprobs(completion),
            earlier=tuple(map(_content, self._completions)),
        )
        await self._store(row)
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
            completion = await self._caller.complete(
                request, self._tally, again=self._tally.calls > 0, first=self._first
            )
            used = completion.usage.completion_tokens if completion.usage else None
            if not _is_cut(completion) or used is None or used >= _SPENT * request["max_tokens"]:
                return completion
            self._tally.retries += 1
        return await self._caller.complete(request, self._tally, again=True)

    async def _settled(self, *, final: bool) -> None:
        """What the judge has accepted so far is kept, with what is wrong with it."""
        if self._judge.accepted < 0:
            return
        completion = self._completions[self._judge.accepted]
        row = Kept(
            content=_content(completion),
            logprobs=_logprobs(completion),
            complaints=self._judge.complaints,
            final=final,
        )
        if row != self._row:
            await self._away(self._store(row))

    async def _store(self, row: Kept) -> None:
        if self._keep is not None:
            self._row = row
            await self._keep(row.text())


def _content(completion: ChatCompletion) -> str:
    return completion.choices[0].message.content or ""


def _is_cut(completion: ChatCompletion) -> bool:
    return completion.choices[0].finish_reason == "length"


def _logprobs(completion: ChatCompletion) -> Mapping[str, Any] | None:
    logprobs = completion.choices[0].logprobs
    return logprobs.model_dump(mode="json") if logprobs else None


def _revived(kept: Kept) -> list[ChatCompletion]:
    """The kept answers as if they came over the wire."""

    def revived(content: str, logprobs: Mapping[str, Any] | None) -> ChatCompletion:
        message = {"role": "assistant", "content": content}
        choice = {"index": 0, "finish_reason": "stop", "message": message, "logprobs": logprobs}
        return ChatCompletion.model_validate(
            {"id": "", "created": 0, "model": "", "object": "chat.completion", "choices": [choice]}
        )

    earlier = [revived(content, None) for content in kept.earlier]
    return [*earlier, revived(kept.content, kept.logprobs)]
