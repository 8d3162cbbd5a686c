"""Claims of many articles in, events with their agreement, conflicts and timeline out."""

from __future__ import annotations

from conspectus.consolidate.briefing import Consolidation, consolidate

__all__ = ["Consolidation", "consolidate"]
