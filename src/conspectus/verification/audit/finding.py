"""A place where a briefing breaks a promise."""

from __future__ import annotations

from typing import Literal

from conspectus.model.base import Frozen

Promise = Literal["grounded", "cited", "faithful", "ledger"]


class Finding(Frozen):
    """One broken promise: which, where in the briefing (`claims[3].evidence[0].quote`), what, what to do."""

    promise: Promise
    where: str
    message: str
    hint: str
