"""The words in which a briefing speaks about itself, in the languages that have a catalogue.

A catalogue is a module of two tables: MESSAGES by key, and TOLD by the English sentence that other rooms write into
a briefing (questions, reasons in the ledger), with {parts} where those differ. The tests hold them to the same keys.
"""

from __future__ import annotations

from conspectus.render.wording.wording import ENGLISH, LANGUAGES, Wording, wording

__all__ = ["ENGLISH", "LANGUAGES", "Wording", "wording"]
