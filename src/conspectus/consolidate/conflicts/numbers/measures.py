"""The amounts in a text: what they measure, between which bounds, with the precision that their digits have.

English is read by `text.facts.numbers`, other languages by `foreign_measures`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from conspectus.caching import WHILE_COMPARED
from conspectus.consolidate.conflicts.numbers.foreign_measures import foreign_measures
from conspectus.consolidate.conflicts.numbers.measure import TIME, Measure, measured
from conspectus.consolidate.conflicts.numbers.no_amounts import is_no_amount
from conspectus.text.facts.numbers import Bound, quantities
from conspectus.text.facts.units import COINS, UNITS

_SKIPPED = frozenset({"ordinal", "clock", "times", "quarter", "decade", "century"})
# "A third as likely": a ratio, and no share of anything.
_AS_MUCH = re.compile(r"\s+as\s+[a-z]")
# "2:41:18" is how long a race took.
_RACE = re.compile(r"(?<![\d:])(\d{1,2}):([0-5]\d):([0-5]\d)(?:\.\d+)?(?![\d:])")
_JOINS = frozenset({"", "and", ","})
_IN_TWO_UNITS = frozenset({"time", "length", "mass"})
_PER_HOUR = re.compile(r"\s*(?:an|per|/|a)\s*(?:hour|h\b)", re.IGNORECASE)


@WHILE_COMPARED.keep(most=8192)
def measures(text: str, language: str = "en") -> tuple[str, tuple[Measure, ...]]:
    """The text as it was read (number words of other languages become digits) and the amounts in it, in order."""
    return (text, tuple(_english(text))) if language == "en" else foreign_measures(text, language)


def _english(text: str) -> list[Measure]:
    found: list[Measure] = []
    stated = quantities(text)
    smallest = Decimal(0)
    for number, each in enumerate(stated):
        after = text[each.end :]
        if each.vague or each.unit in _SKIPPED or is_no_amount(text, each.start, each.end, each.unit):
            continue
        if each.unit == "fraction" and _AS_MUCH.match(after):
            continue
        if (
            number + 1 < len(stated)
            and each.unit == ""
            and text[each.end : stated[number + 1].start] in (" to ", " past ")
        ):
            continue  # "ten to five"
        unit, end = each.unit, each.end
        word = re.match(r"\s*([a-z]+)", after)
        if unit == "" and word and word[1] in COINS:
            unit, end = word[1].rstrip("s"), each.end + word.end()
        per_hour = _PER_HOUR.match(text, each.end)
        if unit in {"kilometre", "mile"} and per_hour:
            unit, end = ("kph" if unit == "kilometre" else "mph"), per_hour.end()
        measure = measured(each.low, each.high, unit, each.bound, each.start, end)
        if found and _goes_on(found[-1], smallest, measure, text):
            whole = found.pop()
            measure = replace(
                measure,
                low=whole.low + measure.low,
                high=whole.high + measure.high,
                bound=whole.bound,
                start=whole.start,
            )
        smallest = UNITS[unit].factor if unit in UNITS else Decimal(0)
        found.append(measure)
    return sorted([*found, *_race_times(text)], key=lambda each: each.start)


def _goes_on(whole: Measure, unit: Decimal, part: Measure, text: str) -> bool:
    """True where the second amount is the rest of the first, which is in larger units: two hours and ten minutes."""
    return (
        whole.dimension == part.dimension
        and whole.dimension in _IN_TWO_UNITS
        and part.high < unit
        and text[whole.end : part.start].strip() in _JOINS
    )


def _race_times(text: str) -> Iterator[Measure]:
    for found in _RACE.finditer(text):
        seconds = Decimal(3600 * int(found[1]) + 60 * int(found[2]) + int(found[3]))
        yield Measure(TIME, seconds, seconds, Decimal(0), Bound.EXACT, found.start(), found.end())
