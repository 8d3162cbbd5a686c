"""What the cache keeps of an answer."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Kept:
    """An answer's text, its log-probabilities as the protocol has them, and what was wrong with it.

    `final` says that nothing better came: its complaints were accepted. An answer that is not final is waiting for its
    re-ask, which a run that was cut short did not get to. One that has just landed has no complaints yet, and `earlier`
    are the texts of the answers that it was to be better than.
    """

    content: str
    logprobs: Mapping[str, Any] | None
    complaints: tuple[str, ...] = ()
    final: bool = True
    earlier: tuple[str, ...] = ()

    def text(self) -> str:
        """The row that is stored."""
        row = {name: value for name, value in vars(self).items() if name != "earlier" or value}
        return json.dumps(row, ensure_ascii=False)


def kept_in(row: str | None) -> Kept | None:
    """The answer in a row; None where there is no row or it is garbled."""
    if row is None:
        return None
    try:
        record = json.loads(row)
        return Kept(
            content=str(record["content"]),
            logprobs=dict(record["logprobs"]) if record["logprobs"] is not None else None,
            complaints=tuple(map(str, record["complaints"])),
            final=bool(record.get("final", True)),
            earlier=tuple(map(str, record.get("earlier", ()))),
        )
    except (ValueError, TypeError, KeyError):
        return None
