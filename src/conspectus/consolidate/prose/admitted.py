"""What stands of a large model's account of an event: what the gate finds in the claims that it cites."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from conspectus.consolidate.agreement.weighing import Weighed
from conspectus.consolidate.conflicts.finding import Differences
from conspectus.consolidate.conflicts.sides import side
from conspectus.consolidate.conflicts.statements import Statement, different_voices
from conspectus.consolidate.prose.compose import Room
from conspectus.consolidate.prose.composing import Composed
from conspectus.model.briefing import Conflict, Point, Standing
from conspectus.model.evidence import Verification
from conspectus.text.normalise import fold
from conspectus.text.spaceless import word_count
from conspectus.verification.citing import carries
from conspectus.verification.faithfulness import examine
from conspectus.verification.verdict import MismatchKind

_IN_QUESTIONS = frozenset({MismatchKind.NUMBER, MismatchKind.DATE, MismatchKind.NAME})


def composed_points(
    made: Composed,
    items: Mapping[str, Weighed],
    origin_of: Mapping[str, str],
    published: Mapping[str, date | None],
    disputed: frozenset[str],
) -> list[Point]:
    """The model's sentences that their evidence carries, each origin's own alone, as points.

    Of the origins that a sentence cites, those that do not say all of it are left out; where none does, the
    sentence is.
    """
    points: list[Point] = []
    for text, ids in made.sentences:
        by_origin: dict[str, list[str]] = {}
        for key in ids:
            claim = items[key].claim
            origins = {origin_of[each] for each in claim.article_ids}
            if text and carries(claim.evidence, text, published):
                for origin in sorted(origins):
                    by_origin.setdefault(origin, []).append(key)
        kept = tuple(dict.fromkeys(key for keys in by_origin.values() for key in keys))
        if not kept:
            continue
        pieces = [piece for key in kept for piece in items[key].claim.evidence]
        if not carries(pieces, text, published) or any(text == each.text for each in points):
            continue
        counted = tuple(dict.fromkeys(origin_of[piece.article_id] for piece in pieces))
        standing = Standing.CORROBORATED if len(counted) > 1 else Standing.SINGLE_ORIGIN
        verbatim = any(fold(text).text in fold(piece.quote).text for piece in pieces)
        points.append(
            Point(
                text=text,
                claim_ids=kept,
                verified=Verification.QUOTED if verbatim else Verification.MECHANICAL,
                standing=Standing.DISPUTED if disputed & set(kept) else standing,
                origins=counted,
            )
        )
    return points


def composed_conflicts(
    made: Composed, said: Mapping[str, Statement], known: Differences, published: Mapping[str, date | None]
) -> tuple[Conflict, ...]:
    """The model's conflicts whose sides are different speakers' verified claims, and that code has not explained.

    Left out are those that code has found itself, and pairs that it knows to be an update, a correction, another
    period, a part or a round figure.
    """
    settled = [
        {key for each in sides for key in each.claim_ids}
        for sides in (
            *(conflict.sides for conflict in known.conflicts),
            *(reconciled.sides for reconciled in known.reconciled),
        )
    ]
    found: list[Conflict] = []
    for draft, cited in made.conflicts:
        spoken = [[said[key] for key in keys if key in said] for keys in cited]
        spoken = [each for each in spoken if each]
        keys = {each.item.claim.id for one in spoken for each in one}
        if len(spoken) < 2 or len(keys) < sum(map(len, spoken)):  # a conflict has two sides
            continue
        if any(len(keys & each) > 1 for each in settled):
            continue
        if not different_voices(spoken[0][0], spoken[1][0]):
            continue
        shown = tuple(side(one, published) for one in spoken)
        pieces = [piece for one in spoken for each in one for piece in each.item.claim.evidence]
        dates = [published.get(piece.article_id) for piece in pieces]
        verdict = examine(draft.question, [piece.quote for piece in pieces], published=dates)
        invented = not draft.question.strip() or any(each.kind in _IN_QUESTIONS for each in verdict.reasons)
        asked = "Which account is right?" if invented else " ".join(draft.question.split())
        settled.append(keys)
        found.append(Conflict(question=asked, kind=draft.kind, sides=shown))
    return tuple(found)


def within(points: Sequence[Point], space: Room) -> list[Point]:
    """The first points, as many as there is room for."""
    kept: list[Point] = []
    for each in points[: space.sentences]:
        if kept and sum(word_count(one.text) for one in (*kept, each)) > space.words:
            break
        kept.append(each)
    return kept
