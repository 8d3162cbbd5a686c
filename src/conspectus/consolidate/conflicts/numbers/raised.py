"""Counts that a later sentence itself says were raised or lowered: "31 people, up from the 23 reported on Tuesday"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from conspectus.consolidate.conflicts.statements import Statement
from conspectus.text.caseless import Caseless
from conspectus.text.concepts import concepts
from conspectus.text.facts.numbers import Quantity, quantities

_FROM = Caseless(
    r"\b(?:(?:up|down|raised|revised|lowered|rise|risen|rose|increased?)\b[^,;.]{0,12}?\b(?:on|from)|instead of) "
    r"(?:the |an? |its |their )?(?:earlier |initial |previous |first )?$",
)
_TIED = 2


def overtaken(said: Sequence[Statement]) -> frozenset[str]:
    """The ids of claims whose count another one names as the one that it replaces, beside its own.

    They give no other number of that sort, speak of the same, and were not written later.
    """
    return frozenset(
        earlier.item.claim.id
        for later in said
        for old, new in _moved(later.text)
        for earlier in said
        if _is_replaced(earlier, later, old, new)
    )


def _moved(text: str) -> Iterator[tuple[Quantity, Quantity]]:
    """The count that the text says was replaced, and the one that replaced it."""
    counts = [each for each in quantities(text) if not each.unit and not each.vague]
    for place, old in enumerate(counts[1:], start=1):
        if _FROM.search(text, 0, old.start) and old.low != counts[place - 1].low:
            yield old, counts[place - 1]


def _is_replaced(earlier: Statement, later: Statement, old: Quantity, new: Quantity) -> bool:
    if earlier.article_id == later.article_id:
        return False
    if earlier.published and later.published and earlier.published > later.published:
        return False
    counts = {each.low for each in quantities(earlier.text) if not each.unit and not each.vague}
    shared = concepts(earlier.text) & concepts(later.text)
    return old.low in counts and new.low not in counts and len(shared) >= _TIED
