"""Claims of many articles in, events with their agreement, conflicts and timeline out."""

from __future__ import annotations

from conspectus.consolidate.ahead import compared, read_ahead
from conspectus.consolidate.briefing import Consolidation, consolidate
from conspectus.consolidate.early import Early
from conspectus.consolidate.ground import Ground, ground_of, settled_ground
from conspectus.consolidate.outline import outlined
from conspectus.consolidate.prose.compose import room
from conspectus.consolidate.prose.composing import calls_to_compose

__all__ = [
    "Consolidation",
    "Early",
    "Ground",
    "calls_to_compose",
    "compared",
    "consolidate",
    "ground_of",
    "outlined",
    "read_ahead",
    "room",
    "settled_ground",
]
