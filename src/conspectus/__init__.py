"""Many articles in, one briefing out: every sentence opens the exact words that support it."""

from __future__ import annotations

__version__ = "0.1.0"
