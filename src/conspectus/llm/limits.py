"""Limits that are known: those that were set, and those that an endpoint states in its headers."""

from __future__ import annotations

import re
from collections.abc import Mapping

_BURST_SECONDS = 10.0
_PART = re.compile(r"(\d+(?:\.\d+)?)(ms|s|m|h|d)")
_UNITS = {"ms": 0.001, "s": 1.0, "m": 60.0, "h": 3600.0, "d": 86400.0}
_LONGEST_PAUSE = 120.0


class Bucket:
    """So much a minute, of which ten seconds' worth may be taken at once; without a rate, as much as one likes.

    `now` is seconds of any clock that does not run backwards.
    """

    def __init__(self, a_minute: float | None) -> None:
        self._rate = a_minute / 60 if a_minute else None
        self._room = max(1.0, (self._rate or 0.0) * _BURST_SECONDS)
        self._level = self._room
        self._then: float | None = None

    def delay(self, amount: float, now: float) -> float:
        """Seconds until that much may be taken; more than the bucket holds may be once it is full."""
        if self._rate is None:
            return 0.0
        self._fill(now)
        return max(0.0, (min(amount, self._room) - self._level) / self._rate)

    def take(self, amount: float, now: float) -> None:
        """That much is taken, below zero where need be; a negative amount is given back."""
        if self._rate is not None:
            self._fill(now)
            self._level = min(self._room, self._level - amount)

    def _fill(self, now: float) -> None:
        passed = now - self._then if self._then is not None else 0.0
        self._level = min(self._room, self._level + passed * (self._rate or 0.0))
        self._then = now


def pause_of(headers: Mapping[str, str]) -> float:
    """Seconds in which the endpoint says that it will take nothing, at most 120; 0 where it says no such thing."""
    pauses = [
        _seconds(headers.get(f"x-ratelimit-reset-{kind}", ""))
        for kind in ("requests", "tokens")
        if headers.get(f"x-ratelimit-remaining-{kind}", "").strip() == "0"
    ]
    return min(_LONGEST_PAUSE, max(pauses, default=0.0))


def _seconds(text: str) -> float:
    """The seconds in “6m0s”, “20ms” or “1.5”; 0 where it is none of these."""
    try:
        return max(0.0, float(text))
    except ValueError:
        return sum(float(number) * _UNITS[unit] for number, unit in _PART.findall(text))
