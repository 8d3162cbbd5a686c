"""What a run may use: a call that could pass the limit is not sent.

How long an answer gets is not known beforehand, so what a call may use at most is held until it is answered. A call
that only fits once others turn out shorter waits for them.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from conspectus.errors import OverBudgetError, SettingsError
from conspectus.llm.prices import Price


@dataclass(eq=False)
class Held:
    """What a call may use at most, and once it is answered what it did use; two of the same size are two."""

    tokens: int
    cost: float
    used_tokens: int = 0
    used_cost: float = 0.0


class Budget:
    """Counts tokens and US dollars against their limits; None is no limit.

    Raises SettingsError where there is a limit in dollars and no price.
    """

    def __init__(self, max_tokens: int | None, max_cost: float | None, price: Price) -> None:
        self._max_tokens = max_tokens
        self._max_cost = max_cost
        self._price = price
        self._tokens = 0
        self._cost = 0.0
        self._held: list[Held] = []
        self._changed = asyncio.Event()
        if max_cost is not None and price(1, 0, 1) is None:
            raise SettingsError(
                "what this model costs is not known, so a limit in dollars can't be kept",
                where="max_cost",
                hint="set input_price and output_price in dollars a million tokens, or --max-tokens",
            )

    @property
    def limited(self) -> bool:
        """True where there is a limit."""
        return self._max_tokens is not None or self._max_cost is not None

    async def room(self, input_tokens: int, output_tokens: int, where: str) -> None:
        """Returns when a call of that size fits beside those under way; raises OverBudgetError when it never will."""
        while (over := self._over(input_tokens, output_tokens)) is not None:
            if not self._held:
                raise OverBudgetError(f"not asked, because it could pass the limit of {over}", where=where)
            self._changed.clear()
            await self._changed.wait()

    @contextmanager
    def held(self, input_tokens: int, output_tokens: int) -> Iterator[Held]:
        """A call's share of the budget while it is under way; what it used is counted at the end."""
        cost = self._price(input_tokens, 0, output_tokens) if self._max_cost is not None else None
        share = Held(input_tokens + output_tokens, cost or 0.0)
        self._held.append(share)
        try:
            yield share
        finally:
            self._held.remove(share)
            self._tokens += share.used_tokens
            self._cost += share.used_cost
            self._changed.set()

    def used(self, share: Held, input_tokens: int, cached: int, output_tokens: int) -> None:
        """The call was answered, and used that much."""
        share.used_tokens = input_tokens + output_tokens
        if self._max_cost is not None:
            share.used_cost = self._price(input_tokens, cached, output_tokens) or 0.0

    def _over(self, input_tokens: int, output_tokens: int) -> str | None:
        """The limit that a call of that size could pass, None where it fits."""
        if not self.limited:
            return None
        tokens = self._tokens + sum(share.tokens for share in self._held) + input_tokens + output_tokens
        if self._max_tokens is not None and tokens > self._max_tokens:
            return f"{self._max_tokens:,} tokens"
        if self._max_cost is not None:
            cost = self._cost + sum(share.cost for share in self._held)
            if cost + (self._price(input_tokens, 0, output_tokens) or 0.0) > self._max_cost:
                return f"${self._max_cost:g}"
        return None
