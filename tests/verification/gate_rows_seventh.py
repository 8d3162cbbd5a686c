"""A seventh set in the notation of `gate_rows`: times of day in words, and claims that were not read as English prose."""

from __future__ import annotations

TABLE = """
= Tarnwick's takings, which went down by nearly a third last year, are a worry.
+ Takings fell by nearly a third last year.
number Tarnwick's takings fell by nearly a fifth last year.

= Dora Lind, who fell on the Old Quarry Road in trying to reach the Hobbs' van, was 24.
name Dora Lind, 24, fell on the Old Mill Road on her way to the Hobbs' van.
"""
