"""What a run's records add up to: counts, waste, and the critical path."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from bench.endpoint.settings import Record

_SLACK = 0.001


def critical_path(records: Sequence[Record]) -> tuple[float, int]:
    """Seconds and length of the longest chain of dependent answered calls."""
    done: dict[str, Record] = {}
    for record in records:
        if record.status == 200 and not record.fault:
            done.setdefault(record.ref, record)
    longest: dict[str, tuple[float, int]] = {}
    for record in sorted(done.values(), key=lambda record: record.started):
        before = [
            longest[parent]
            for parent in record.parents
            if parent in longest and done[parent].ended <= record.started + _SLACK
        ]
        seconds, depth = max(before, default=(0.0, 0))
        longest[record.ref] = (seconds + record.service, depth + 1)
    return max((value[0] for value in longest.values()), default=0.0), max(
        (value[1] for value in longest.values()), default=0
    )


def _lost(whole: Sequence[Record]) -> list[Record]:
    """The answers that were asked for again, each time but the last, in the order in which they were sent."""
    last = {record.key: record for record in whole}
    return [record for record in whole if record is not last[record.key]]


def totals(records: Sequence[Record], most_in_flight: int) -> dict[str, Any]:
    """What the benchmark's table is made of; seconds are real ones."""
    answered = [record for record in records if record.status == 200]
    seconds, depth = critical_path(records)
    whole = [record for record in answered if not record.fault]
    lost = _lost(whole)
    return {
        "requests": len(records),
        "answered": len(answered),
        "faults": dict(Counter(record.fault for record in records if record.fault)),
        "statuses": dict(Counter(record.status for record in records)),
        "paid_twice": len(lost),
        "lost": [{"sent": record.ended, "unread": record.unread} for record in lost],
        "input_tokens": sum(record.prompt_tokens for record in answered),
        "cached_tokens": sum(record.cached_tokens for record in answered),
        "output_tokens": sum(record.completion_tokens for record in answered),
        "largest_prompt": max((record.prompt_tokens for record in answered), default=0),
        "most_in_flight": most_in_flight,
        "service_seconds": sum(record.service for record in answered),
        "critical_path": seconds,
        "depth": depth,
        "first_request": min((record.started for record in records), default=0.0),
        "last_answer": max((record.ended for record in records), default=0.0),
        "articles": len({article for record in answered for article in record.articles}),
    }
