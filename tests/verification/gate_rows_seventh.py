"""A seventh set in the notation of `gate_rows`: times of day in words, and what was not read as English prose."""

from __future__ import annotations

TABLE = """
= Tarnwick's takings, which went down by nearly a third last year, are a worry.
+ Takings fell by nearly a third last year.
number Tarnwick's takings fell by nearly a fifth last year.

= Dora Lind, who fell on the Old Quarry Road in trying to reach the Hobbs' van, was 24.
name Dora Lind, 24, fell on the Old Mill Road on her way to the Hobbs' van.

= The bridge gave way at a quarter to ten and was reopened at twenty past four.
+ It was at 9.45 that the bridge gave way.
+ At 4:20 p.m. the bridge was reopened.
number The bridge gave way at 9.15.
number The bridge was reopened at 4:40 p.m.

= The siren went at eight minutes to five, and the last boat left at four o'clock.
+ The siren was heard at 4.52.
+ The last boat was gone by 4 p.m.
number The siren was heard at 5.08.

= The last train of the evening left at 17.20.
+ The last train left at 5.20 p.m.
number The last train left at 5.40 p.m.
"""
