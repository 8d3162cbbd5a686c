"""Claims of many articles in, events with their agreement, conflicts and timeline out."""

from __future__ import annotations

from conspectus.consolidate.briefing import Consolidation, consolidate
from conspectus.consolidate.composing import calls_to_compose

__all__ = ["Consolidation", "calls_to_compose", "consolidate"]
