"""A large model's part in consolidation: calls for the accounts of events and for what code can't compare.

It is offered verified claims by id, and the schema lists the ids. What it gives no usable answer for, code composes;
what stands of its answers, `admitted` says.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal

from pydantic import create_model
from typing_extensions import TypeAliasType

from conspectus.consolidate.agreement.weighing import Weighed
from conspectus.errors import AnswerError, EndpointError
from conspectus.model.article import Article
from conspectus.prompts import fence, load
from conspectus.summarise.drafts import (
    ComposedConflict,
    ComposedDraft,
    ComposedEvent,
    ComposedSentence,
    ComposedSide,
)
from conspectus.tasks import gathered
from conspectus.text.spaceless import word_count
from conspectus.verification.citing import worded

if TYPE_CHECKING:
    from conspectus.llm import LanguageModel

MOST_CLAIMS = 24
"""Claims of one event that the model is offered."""
MOST_EVENTS = 12
"""Events that the model is offered where they share a call; those behind are composed by code."""

_ANSWER_TOKENS_AN_EVENT = 1200
_ARTICLES_A_CALL = 20
_ENOUGH_CALLS = 6
_CHARACTERS_A_TOKEN = 3
_PROMPT_TOKENS = 900
_OF_ROOM = 0.95
_log = logging.getLogger(__name__)

Asked = tuple[tuple[str, str], ...]
"""The claims that a model is offered, by their ids, each with its outlet and day."""


@dataclass(frozen=True)
class Offer:
    """What the model is told of one event: its claims, most important first, each with its outlet and day."""

    items: tuple[Weighed, ...]
    outlets: tuple[str, ...]

    @property
    def asked(self) -> Asked:
        """What is asked: two offers with the same are one question, and have one answer."""
        return tuple((item.claim.id, where) for item, where in zip(self.items, self.outlets, strict=True))


@dataclass(frozen=True)
class Composed:
    """What the model made of one event, by claim ids of the briefing; nothing here has passed a gate."""

    sentences: tuple[tuple[str, tuple[str, ...]], ...] = ()
    conflicts: tuple[tuple[ComposedConflict, tuple[tuple[str, ...], ...]], ...] = ()


def offer(ranked: Sequence[Weighed], articles: Mapping[str, Article], words: int) -> Offer:
    """The first of the ranked claims as the model is offered them, each with its first article's outlet and day.

    They are as many as `words` hold, the room that the account has, but for what joins them; the first is always among
    them.
    """

    def outlet(item: Weighed) -> str:
        first = articles[item.claim.article_ids[0]]
        return ", ".join(str(part) for part in (first.publisher, first.published) if part) or "unnamed"

    outlets = [outlet(item) for item in ranked[:MOST_CLAIMS]]
    lines = (f"{where} {item.claim.text}" for where, item in zip(outlets, ranked, strict=False))
    spent = accumulate(word_count(line) for line in lines)
    shown = sum(1 for number, total in enumerate(spent) if not number or total <= _OF_ROOM * words)
    return Offer(tuple(ranked[:shown]), tuple(outlets[:shown]))


def calls_to_compose(articles: int, judging: int) -> int:
    """How many calls the accounts of all events may take: with the judging ones, one and one for twenty articles."""
    return max(1, 1 + articles // _ARTICLES_A_CALL - judging)


def offered(calls: int) -> int:
    """How many events the model is offered at most; code composes those behind.

    With many calls nothing is shared, for what all share changes with every article.
    """
    return MOST_EVENTS if calls < _ENOUGH_CALLS else calls


async def composed(
    offers: Sequence[Offer],
    model: LanguageModel,
    then: Callable[[Mapping[int, Composed]], Awaitable[None]],
    *,
    calls: int = 1,
    early: Mapping[Asked, Awaitable[Composed]] = MappingProxyType({}),
) -> None:
    """`then` gets what the model makes of the events, by their place in `offers`, as soon as each answer is there.

    It is told of all of them, with nothing composed of those where the model gave no usable answer. The first events
    are asked about in calls of their own, side by side, and those behind share the last of the `calls`: what is asked
    about one event does not change with another. As many events share a call as fit into the model's window with their
    answer. What is asked about alone may have been asked `early`, and is not asked again then.
    """
    events = list(enumerate(offers[: offered(calls)]))
    alone = asked_alone(len(events), calls)

    async def told(share: Sequence[tuple[int, Offer]]) -> None:
        number, first = share[0]
        before = early.get(first.asked) if len(share) == 1 else None
        found = {number: await before} if before is not None else await _asked(share, model)
        await then({number: found.get(number, Composed()) for number, _ in share})

    shares = [*([each] for each in events[:alone]), events[alone:]]
    await gathered([told(share) for share in shares if share])


def asked_alone(events: int, calls: int) -> int:
    """How many of so many events are asked about in calls of their own, the first ones."""
    return events if events <= calls else calls - 1


async def asked_early(offer: Offer, model: LanguageModel) -> Composed:
    """What the model makes of the event, asked about alone."""
    return (await _asked([(0, offer)], model)).get(0, Composed())


async def _asked(share: Sequence[tuple[int, Offer]], model: LanguageModel) -> dict[int, Composed]:
    """What the model makes of these numbered events, in one call."""
    names: dict[str, tuple[int, str]] = {}
    blocks: list[str] = []
    room = (model.profile.context_tokens - _PROMPT_TOKENS) * _CHARACTERS_A_TOKEN
    for number, offer in share:
        shown = list(zip(offer.items, offer.outlets, strict=True))
        ids = [f"c{len(names) + place}" for place in range(1, len(shown) + 1)]
        lines = [
            f"{key} [{outlet}]: {worded(item.claim.text, item.claim.attributed_to)}"
            for key, (item, outlet) in zip(ids, shown, strict=True)
        ]
        block = "\n".join([f"Event e{len(blocks) + 1}", *lines])
        room -= len(block) + _ANSWER_TOKENS_AN_EVENT * _CHARACTERS_A_TOKEN
        if room < 0:
            break
        blocks.append(block)
        names |= {key: (number, item.claim.id) for key, (item, _) in zip(ids, shown, strict=True)}
    if not blocks:
        return {}
    numbers = {f"e{place}": number for place, (number, _) in enumerate(share[: len(blocks)], start=1)}
    try:
        answer = await model.ask(
            load("compose").render(events=fence("\n\n".join(blocks), "claims")),
            _draft_of(tuple(numbers), tuple(names)),
            max_output_tokens=_ANSWER_TOKENS_AN_EVENT * len(blocks),
            more=True,
        )
    except (AnswerError, EndpointError) as error:
        _log.warning("the account was composed without the model: %s", error)
        return {}
    found: dict[int, Composed] = {}
    for told in [answer.value] if isinstance(answer.value, ComposedEvent) else answer.value.events:
        found.setdefault(numbers[told.event], _taken(told, numbers[told.event], names))
    return found


def _draft_of(events: tuple[str, ...], claims: tuple[str, ...]) -> type[ComposedDraft] | type[ComposedEvent]:
    """The answer's type, in which an id can only be one that was offered; of one event it is one account, no list."""
    event: Any = Literal[events]
    # With a name of its own it stands in the schema once, and not wherever it is used.
    one: Any = TypeAliasType("Id", Literal[claims])
    ids: Any = list[one]
    sentence = create_model("ComposedSentence", __base__=ComposedSentence, claims=(ids, ...))
    one_side = create_model("ComposedSide", __base__=ComposedSide, claims=(ids, ...))
    conflict = create_model("ComposedConflict", __base__=ComposedConflict, sides=(list[one_side], ...))
    told = create_model(
        "ComposedEvent",
        __base__=ComposedEvent,
        event=(event, ...),
        sentences=(list[sentence], ...),
        conflicts=(list[conflict], ...),
    )
    if len(events) == 1:
        return told
    return create_model("ComposedDraft", __base__=ComposedDraft, events=(list[told], ...))


def _taken(told: ComposedEvent, number: int, names: Mapping[str, tuple[int, str]]) -> Composed:
    """The model's words with the briefing's ids; what cites another event's claims is left out."""

    def own(keys: Sequence[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(names[key][1] for key in keys if names[key][0] == number))

    return Composed(
        sentences=tuple(
            (" ".join(each.text.split()), own(each.claims)) for each in told.sentences if own(each.claims)
        ),
        conflicts=tuple((each, tuple(own(one.claims) for one in each.sides)) for each in told.conflicts),
    )
