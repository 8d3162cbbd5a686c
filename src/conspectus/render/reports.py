"""Lets a `Report` render itself; apart from the others, for a briefing does not wait for what judges texts."""

from __future__ import annotations

from conspectus.model.rendering import register
from conspectus.render import ByName
from conspectus.verification.report import Report

register(Report, ByName("report_"))
