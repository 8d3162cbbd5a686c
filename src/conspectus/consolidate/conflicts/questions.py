"""What two sides disagree about, as a reader would ask it, in words that all sides share."""

from __future__ import annotations

import re
from collections.abc import Sequence

from conspectus.consolidate.conflicts.numbers.amounts import Amount
from conspectus.consolidate.conflicts.numbers.measure import COUNT, MONEY, SHARE, SPEED, TIME
from conspectus.consolidate.language.roles import ANYBODY, PARTS, QUESTIONS
from conspectus.text.facts.names import names

_SPEAKER = re.compile(
    r", (?:[^,]{2,60} )?(?:said|says|say|told [^,]+|according to [^,]+|insists|insisted)(?: [^,]{2,80})?\.?$"
    r"|, according to .+$|^[^,]{2,60} (?:said|says|say|told [^,]{2,30}|insists|insisted) that "
)
_QUOTED = re.compile(r"[\"“”«»*:;()–—]")
_OPENERS = (
    PARTS | ANYBODY | {"the", "a", "an", "all", "some", "most", "half", "nobody", "workers", "officials"}
)
_ANIMALS = frozenset({
    "animals", "bees", "birds", "calves", "cats", "cattle", "chickens", "cows", "deer", "dogs", "ducks",
    "fish", "geese", "goats", "hens", "horses", "lambs", "pigs", "salmon", "seals", "sheep", "swans",
    "trout", "turkeys", "whales",
})  # fmt: skip
_FEWEST, _MOST = 3, 18
_ASKED = {TIME: "How long?", SPEED: "How fast?", "length": "How far, or how long?", "mass": "How heavy?"}


def question(group: Sequence[Amount]) -> str:
    """What the amounts answer."""
    roles = frozenset.intersection(*(each.roles for each in group))
    nouns = [each.noun for each in group if each.noun and each.head]
    if roles:
        asked = QUESTIONS[min(roles)]
        if {*nouns} == {nouns[0] if nouns else ""} <= _ANIMALS:
            asked = asked.replace("people", nouns[0])
    elif group[0].dimension == COUNT and nouns:
        asked = f"How many {nouns[0]}"
    elif group[0].dimension.startswith(MONEY):
        asked = "How much money"
    elif group[0].dimension.startswith(SHARE):
        asked = "What share"
    else:
        return _ASKED.get(group[0].dimension, "Which number is right?")
    place = _shared_name(group)
    return f"{asked} ({place})?" if place else f"{asked}?"


def whether(text: str) -> str:
    """Whether it is so, in the words of a short sentence that says so; without its speaker."""
    said = _SPEAKER.sub("", text).strip(" .")
    if _QUOTED.search(said) or not _FEWEST <= len(said.split()) <= _MOST:
        return "Did it happen?"
    first, _, rest = said.partition(" ")
    if first.lower() not in _OPENERS:  # a name, or a word that may be one
        return "Did it happen?"
    return f"Is it true that {first.lower()} {rest}?"


def _shared_name(group: Sequence[Amount]) -> str | None:
    named = [
        [name.text for name in names(each.statement.text) if not set(name.words) & each.statement.voice]
        for each in group
    ]
    return next((name for name in named[0] if all(name in others for others in named)), None)
