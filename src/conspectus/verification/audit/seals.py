"""Seals: what each part of a briefing was when it was made, so that whatever is altered afterwards shows.

They keep nobody from making new ones. The promises are checked by themselves; a seal is for what no evidence can
tell, such as an outlet's name, a publication date or a removed entry.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from pydantic import BaseModel

from conspectus.model.briefing import Briefing
from conspectus.verification.audit.finding import Finding, Promise

_PARTS: Mapping[str, Promise] = MappingProxyType(
    {
        "title": "faithful",
        "language": "faithful",
        "articles": "grounded",
        "origins": "cited",
        "events": "cited",
        "translations": "faithful",
        "claims": "cited",
        "ledger": "ledger",
    }
)
_DIGITS = 10
_HINT = "make the briefing again; nothing in it but `run` may be altered"


def sealed(briefing: Briefing) -> Briefing:
    """The briefing with the seals of what it says now."""
    return briefing.model_copy(update={"seals": {part: _seals(briefing, part) for part in _PARTS}})


def broken(briefing: Briefing, named: Collection[str]) -> Iterator[Finding]:
    """The parts that are not what they were, but for those in which a place was named already.

    A briefing without seals has none that is broken (`unsealed`).
    """
    if not briefing.seals:
        return
    for part, promise in _PARTS.items():
        made, found = briefing.seals.get(part, ()), _seals(briefing, part)
        several = isinstance(getattr(briefing, part), tuple)
        if len(made) != len(found):
            message = f"the briefing was made with {len(made)} {part}, and has {len(found)}"
            yield Finding(promise=promise, where=part, message=message, hint=_HINT)
        for number, (then, now) in enumerate(zip(made, found, strict=False)):
            where = f"{part}[{number}]" if several else part
            if then != now and not any(each == where or each.startswith(f"{where}.") for each in named):
                message = "it is not what it was when the briefing was made"
                yield Finding(promise=promise, where=where, message=message, hint=_HINT)


def unsealed(briefing: Briefing) -> Iterator[Finding]:
    """What is to be said of a saved briefing without seals: Conspectus saves none so."""
    if not briefing.seals:
        message = "the seals are gone, so that nobody can tell what else was altered"
        yield Finding(promise="cited", where="seals", message=message, hint=_HINT)


def _seals(briefing: Briefing, part: str) -> tuple[str, ...]:
    value = getattr(briefing, part)
    return tuple(map(_seal, value)) if isinstance(value, tuple) else (_seal(value),)


def _seal(value: Any) -> str:
    # A field that a later version adds, with a default, breaks no seal.
    told = value.model_dump_json(exclude_defaults=True) if isinstance(value, BaseModel) else json.dumps(value)
    return hashlib.sha256(told.encode()).hexdigest()[:_DIGITS]
