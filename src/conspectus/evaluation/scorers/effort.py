"""What it took: calls, tokens, money, time, and how much of it was in vain."""

from __future__ import annotations

from conspectus.evaluation.loading import LoadedCase
from conspectus.evaluation.output import Output
from conspectus.evaluation.scorers.score import Score, Scorer, absent, share

_NOT_ASKED = "no model was asked"


def schema_validity(case: LoadedCase, output: Output) -> Score:
    """The share of asks that ended with an answer that fits its schema, after one re-ask at most."""
    asked = output.asked
    return share(asked.asks - asked.unfit, asked.asks, "asks") if asked.asks else absent(_NOT_ASKED)


def reasks(case: LoadedCase, output: Output) -> Score:
    """How often an answer was sent back with a complaint, for each ask."""
    asked = output.asked
    return share(asked.usage.reasks, asked.asks, "asks were repeated") if asked.asks else absent(_NOT_ASKED)


def dropped(case: LoadedCase, output: Output) -> Score:
    """How many claims or wordings were refused by a gate and do not stand in the account."""
    if output.dropped is None:
        return absent("has no gate")
    return Score(value=output.dropped, explanation=f"{output.dropped} claims or wordings")


def calls(case: LoadedCase, output: Output) -> Score:
    """How many calls went over the wire, re-asks and retries included; without a model, 0."""
    return Score(value=output.asked.usage.calls, explanation=f"{output.asked.usage.calls} calls")


def tokens(case: LoadedCase, output: Output) -> Score:
    """Tokens in and out, as the endpoint counted them."""
    used = output.asked.usage
    return Score(
        value=used.input_tokens + used.output_tokens,
        explanation=f"{used.input_tokens} in, {used.output_tokens} out",
    )


def cost(case: LoadedCase, output: Output) -> Score:
    """US dollars; nothing where a price is not known, and 0 for an embedded model or none."""
    dollars = output.asked.usage.cost_usd
    return (
        absent("the price is not known")
        if dollars is None
        else Score(value=dollars, explanation=f"${dollars:.4f}")
    )


def latency(case: LoadedCase, output: Output) -> Score:
    """Seconds that the model's answers took, added up, when they were given: on replay, when they were recorded."""
    seconds = output.asked.seconds
    return (
        absent(_NOT_ASKED)
        if seconds is None
        else Score(value=seconds, explanation=f"{seconds:.1f} s of answers")
    )


SCHEMA = Scorer("schema_validity", "schema validity", "higher", "share", schema_validity)
REASKS = Scorer("reasks", "re-asks an ask", "lower", "share", reasks)
DROPPED = Scorer("dropped", "claims dropped", "neither", "count", dropped)
CALLS = Scorer("calls", "calls", "lower", "count", calls)
TOKENS = Scorer("tokens", "tokens", "lower", "tokens", tokens)
COST = Scorer("cost", "cost", "lower", "usd", cost)
LATENCY = Scorer("latency", "seconds of answers", "lower", "seconds", latency)
