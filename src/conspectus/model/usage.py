"""What a run used: calls, tokens, seconds, US dollars."""

from __future__ import annotations

from pydantic import NonNegativeFloat, NonNegativeInt

from conspectus.model.base import Frozen


class Usage(Frozen):
    """Totals that add up; tokens as the endpoint counted them.

    `calls` went over the wire; `cached` answers came from the local cache and cost nothing;
    `reasks` repeated a call with a complaint; `retries` repeated one after a transport fault.
    `cost_usd` is None where a price is not known: unknown is never zero.
    """

    calls: NonNegativeInt = 0
    cached: NonNegativeInt = 0
    reasks: NonNegativeInt = 0
    retries: NonNegativeInt = 0
    input_tokens: NonNegativeInt = 0
    cached_input_tokens: NonNegativeInt = 0
    output_tokens: NonNegativeInt = 0
    waiting_seconds: NonNegativeFloat = 0.0
    cost_usd: NonNegativeFloat | None = 0.0

    def __add__(self, other: Usage) -> Usage:
        unknown = self.cost_usd is None or other.cost_usd is None
        totals = {
            name: getattr(self, name) + getattr(other, name)
            for name in type(self).model_fields
            if name != "cost_usd"
        }
        return Usage(**totals, cost_usd=None if unknown else (self.cost_usd or 0) + (other.cost_usd or 0))
