"""Sides of a question: what verified statements say, in words that their evidence carries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from conspectus.consolidate.conflicts.statements import Statement
from conspectus.model.briefing import Side
from conspectus.verification.citing import carries, sentence

_MOST_CLAIMS = 3


def side(said: Sequence[Statement], published: Mapping[str, date | None]) -> Side:
    """The first statement as a side; the others' claims stand behind it where the gate lets them.

    The side speaks for the first statement's day.
    """
    first = said[0]
    position = sentence(first.item.claim).text
    claims = [first.item.claim]
    origins = list(first.item.origins)
    for other in said[1:]:
        more = [*claims, other.item.claim]
        pieces = [piece for claim in more for piece in claim.evidence]
        known = any(claim.id == other.item.claim.id for claim in claims)
        if not known and len(more) <= _MOST_CLAIMS and carries(pieces, position, published):
            claims = more
            origins += other.item.origins
    return Side(
        position=position,
        claim_ids=tuple(claim.id for claim in claims),
        as_of=first.day,
        origins=tuple(dict.fromkeys(origins)),
    )


def in_order(said: Sequence[Statement], published: Mapping[str, date | None]) -> tuple[Side, ...]:
    """The statements as sides that follow one another; those that their days do not tell apart have their hours."""
    days = [each.day for each in said]
    known = [day for day in days if day is not None]
    found = []
    for each in said:
        one = side([each], published)
        if each.printed is not None and (days.count(each.day) > 1 or known != sorted(known)):
            one = one.model_copy(update={"at": each.printed.last})
        found.append(one)
    return tuple(found)
