"""How sure a model is of each option, read from the log-probabilities of its answer's tokens."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, Literal

from pydantic import BaseModel, create_model

TOP = 10
"""Alternatives asked for at each token; the protocol allows 20."""

_VALUE = re.compile(r'"answer"\s*:\s*"')


class ChoiceBase(BaseModel):
    """An answer in one word of a given list."""

    answer: str


@lru_cache(maxsize=256)
def choice_model(options: tuple[str, ...]) -> type[ChoiceBase]:
    """An answer that is one of the options."""
    one_of: Any = Literal[options]
    return create_model("Choice", __base__=ChoiceBase, __doc__=None, answer=(one_of, ...))


def probabilities(logprobs: Mapping[str, Any] | None, options: Sequence[str]) -> dict[str, float]:
    """Each option's share of the probability at the first token that tells the options apart from prose.

    `logprobs` is what the protocol has beside a choice: a list of tokens under `content`.

    Shares are of the model's own distribution, before the schema constrained it, whatever the case of the
    letters, and sum to 1. Empty when the endpoint gave none, when two options begin with the same token, or
    when no option is among the alternatives.
    """
    tokens = (logprobs or {}).get("content") or []
    # The tokens may say more than the content, such as a code fence around it.
    values = list(_VALUE.finditer("".join(token["token"] for token in tokens)))
    if not values:
        return {}
    begin = values[-1].end()
    position = 0
    for token in tokens:
        if position + len(token["token"]) > begin:
            break
        position += len(token["token"])
    else:
        return {}
    lead = token["token"][: begin - position]
    alternatives = token.get("top_logprobs") or []
    shares = dict.fromkeys(options, 0.0)
    for alternative in alternatives:
        if not alternative["token"].startswith(lead):
            continue
        piece = alternative["token"][len(lead) :].partition('"')[0].strip().casefold()
        fitting = [option for option in options if piece and option.casefold().startswith(piece)]
        if len(fitting) > 1:
            return {}
        if fitting:
            shares[fitting[0]] += math.exp(alternative["logprob"])
    total = sum(shares.values())
    return {option: share / total for option, share in shares.items()} if total > 0 else {}
