"""What one ask has used, and what a request is thought to use."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from conspectus.llm.prices import Price
from conspectus.model.usage import Usage

if TYPE_CHECKING:
    from openai.types.chat import ChatCompletion

CHARACTERS_PER_TOKEN = 3.5
"""A low estimate for English prose, so that the window check errs towards refusing."""


def estimated_tokens(request: dict[str, Any]) -> int:
    """About how many tokens a request's messages and schema have."""
    text = sum(len(str(message["content"])) for message in request["messages"])
    schema = request.get("response_format")
    return math.ceil((text + (len(json.dumps(schema)) if schema else 0)) / CHARACTERS_PER_TOKEN)


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

    def usage(self, price: Price) -> Usage:
        """The totals, and what they cost where that is known."""
        cost = price(self.input_tokens, self.cached_input_tokens, self.output_tokens) if self.calls else 0.0
        return Usage(**vars(self), cost_usd=cost)
