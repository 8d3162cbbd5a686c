"""The systems that are measured side by side, by name."""

from __future__ import annotations

import logging
from collections.abc import Sequence

from conspectus.errors import UsageError
from conspectus.evaluation.systems.cited_facts import cited_facts
from conspectus.evaluation.systems.conspectus_itself import conspectus
from conspectus.evaluation.systems.lead import lead
from conspectus.evaluation.systems.lexrank import installed, lexrank
from conspectus.evaluation.systems.map_reduce import map_reduce
from conspectus.evaluation.systems.one_prompt import one_prompt
from conspectus.evaluation.systems.system import Run, System

_log = logging.getLogger(__name__)

__all__ = ["SYSTEMS", "Run", "System", "chosen", "conspectus"]

SYSTEMS: tuple[System, ...] = (
    System("conspectus-1.5b", "Conspectus, 1.5B", "1.5b", conspectus("conspectus-1.5b")),
    System("conspectus-0.5b", "Conspectus, 0.5B", "0.5b", conspectus("conspectus-0.5b")),
    System("conspectus-none", "Conspectus, no model", None, conspectus("conspectus-none")),
    System("conspectus-short", "Conspectus, no model, short", None, conspectus("conspectus-short", "short")),
    System("lead", "lead sentences, as many words", None, lead),
    System("lexrank", "LexRank, as many words", None, lexrank),
    System("one-prompt-1.5b", "one prompt, 1.5B", "1.5b", one_prompt("one-prompt-1.5b")),
    System("map-reduce-1.5b", "map-reduce, 1.5B", "1.5b", map_reduce("map-reduce-1.5b")),
    System("cited-facts-1.5b", "instructor citations, 1.5B", "1.5b", cited_facts("cited-facts-1.5b")),
)


def chosen(names: Sequence[str]) -> tuple[System, ...]:
    """The systems of these names; where none is named, all but those whose library isn't installed, with a warning.

    Raises UsageError naming one that is unknown.
    """
    known = {system.name: system for system in SYSTEMS}
    for name in names:
        if name not in known:
            raise UsageError(f"there is no system {name!r}", hint=f"the systems: {', '.join(known)}")
    if names:
        return tuple(known[name] for name in names)
    if installed():
        return SYSTEMS
    _log.warning("LexRank is left out, which needs sumy and numpy: pip install sumy numpy")
    return tuple(system for system in SYSTEMS if system.name != "lexrank")
