"""Other ways of putting the second gate's question to a model, tried on the labelled pairs and used nowhere else."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Awaitable, Callable, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from pydantic import BaseModel

from conspectus.entailment import PROMPT, asked_of, question
from conspectus.errors import AnswerError
from conspectus.evaluation.counterfactuals import counterfactuals
from conspectus.evaluation.pairs import Pair
from conspectus.prompts import Messages, fence, load

if TYPE_CHECKING:
    from conspectus.llm import LanguageModel

_NONE = "none"
_QUOTE_TOKENS = 160
_FEWEST = 3
_VERB = (
    r"(?:is|are|was|were|has|have|had|will|would|may|might|could|can|did|does|said|told|led|fell|rose|took|went|came|won|"
    r"lost|left|found|held|made|gave|began|expects|plans|[a-z]{3,}ed)\b"
)
_ADVERB = r"(?:[a-z]+ly\s+|now\s+|then\s+|also\s+|instead\s+)?"
_BREAK = re.compile(
    r";\s+|,?\s+(?=(?:because|although|though|while|whereas|so that)\s)|,\s+(?=(?:and|but|which|who|where)\s)"
    rf"|\s+(?=(?:and|but)\s+{_ADVERB}{_VERB})|,\s+(?={_ADVERB}{_VERB})"
)
_LEAD = re.compile(r"(?:and|but|which|who)\s+")
_PREDICATE = re.compile(_ADVERB + _VERB)
_SUBJECT = re.compile(rf"^.*?(?=,|\s{_ADVERB}{_VERB}|$)")


class Reply(NamedTuple):
    """What a model answered: how likely (0–1) the claim is supported, and the words that it quoted, if any."""

    yes: float
    quote: str = ""


class Variant(NamedTuple):
    """One way of asking about a pair: the messages, one or several, and how each is asked.

    A pair's score is the least of the answers to its messages.
    """

    prompt: str
    questions: Callable[[Pair], tuple[Messages, ...]]
    ask: Callable[[Messages, LanguageModel], Awaitable[Reply | None]]


def atoms(claim: str) -> tuple[str, ...]:
    """The claim's clauses, each a sentence of its own: one that lacks a subject is given that of the first.

    A claim that can't be split is its only atom.
    """
    text = " ".join(claim.split())
    parts = _BREAK.split(text)
    subject = (_SUBJECT.match(parts[0]) or [""])[0]
    found: list[str] = []
    for part in parts:
        own = _LEAD.sub("", part, count=1) if part is not parts[0] else part
        if _PREDICATE.match(own):
            own = f"{subject} {own}"
        if len(own.split()) >= _FEWEST and re.search(rf"\s{_VERB}", own):
            found.append(own)
        elif found:
            found[-1] = f"{found[-1]}, {part}"
    return (
        tuple(f"{atom[0].upper()}{atom[1:].rstrip(' .,;')}." for atom in found) if len(found) > 1 else (text,)
    )


async def _chosen(messages: Messages, model: LanguageModel) -> Reply | None:
    told = await asked_of(messages, model)
    return None if told.score is None else Reply(told.score)


class _Contradicting(BaseModel):
    quote: str


async def _quoted(messages: Messages, model: LanguageModel) -> Reply | None:
    """0 where the model quotes something, 1 where it has nothing to quote, a half where it answers neither."""
    try:
        answer = await model.ask(messages, _Contradicting, max_output_tokens=_QUOTE_TOKENS)
    except AnswerError:
        return Reply(0.5)
    quote = " ".join(answer.value.quote.split())
    return Reply(1.0) if quote.strip(" .").casefold() in ("", _NONE) else Reply(0.0, quote)


def contrasted(pair: Pair) -> tuple[Messages, ...]:
    """The questions about the claim and about each of its counterfactuals; none where it has none."""
    turned = [text for _, text in counterfactuals(pair.claim, pair.evidence)]
    return tuple(question(text, pair.evidence) for text in (pair.claim, *turned)) if turned else ()


def _rendered(prompt: str) -> Callable[[Pair], tuple[Messages, ...]]:
    return lambda pair: (
        load(prompt).render(
            evidence=fence("\n".join(pair.evidence), "text"), claim=" ".join(pair.claim.split())
        ),
    )


VARIANTS = MappingProxyType(
    {
        "plain": Variant(PROMPT, lambda pair: (question(pair.claim, pair.evidence),), _chosen),
        "atoms": Variant(
            PROMPT, lambda pair: tuple(question(atom, pair.evidence) for atom in atoms(pair.claim)), _chosen
        ),
        "contrast": Variant(PROMPT, contrasted, _chosen),
        "claim-first": Variant("eval-claim-first", _rendered("eval-claim-first"), _chosen),
        "contradicting": Variant("eval-contradicting", _rendered("eval-contradicting"), _quoted),
    }
)
"""By name; `plain` is how `check` asks."""


def sample(pairs: Sequence[Pair], count: int) -> list[Pair]:
    """That many of the pairs, always the same ones, chosen by nothing but their ids."""
    return sorted(pairs, key=lambda pair: hashlib.sha256(pair.id.encode()).digest())[:count]
