"""A question on which articles differ, or only seem to, arranged for reading: its sides, each in its own words.

Nothing here is escaped: the strings are an article's or a model's, and each renderer makes them safe.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC

from conspectus.model.briefing import AT_WHAT_TIME, Conflict, Reconciled, Relation, Side
from conspectus.render.days import Days
from conspectus.render.notes import Line, Notebook
from conspectus.text.markup import unmarked
from conspectus.text.normalise import fold


@dataclass(frozen=True)
class SideView:
    """One side of a conflict, who published it, whom they cite, and the numbered quotes behind it.

    A quote comes with who published it; one that the line already gives word for word is not repeated. `as_of` is
    the day for which the side speaks, or the moment at which it was printed; `label` who says it in one line: the
    publishers, on which day where the event was written of on several, and whom they cite.
    """

    who: tuple[str, ...]
    said_by: tuple[str, ...]
    line: Line
    quotes: tuple[tuple[str, str, int], ...]
    as_of: str | None
    label: str


@dataclass(frozen=True)
class ConflictView:
    """A question and its sides; `about` says in a sentence what they differ on, or why they only seem to differ.

    `relation` is that of sides which only seem to differ, None where they do.
    """

    question: str
    about: str
    relation: Relation | None
    sides: tuple[SideView, ...]


def conflict_view(asked: Conflict | Reconciled, book: Notebook, days: Days) -> ConflictView:
    """The question as a reader meets it."""
    say = book.say
    moments = [side.at for side in asked.sides if side.at is not None]
    one_zone = len({at.utcoffset() for at in moments}) == 1
    sides = tuple(_side(side, book, days, one_zone=one_zone) for side in asked.sides)
    question = say.told(asked.question)
    if isinstance(asked, Reconciled):
        return ConflictView(question, say(f"relation.{asked.relation.value}"), asked.relation, sides)
    kind = say("conflict.time" if asked.question == AT_WHAT_TIME else f"conflict.{asked.kind.value}")
    same = len({side.who for side in sides}) == 1 and len(sides[0].who) == 1
    about = say("differ_within", about=kind, who=sides[0].who[0]) if same else say("differ", about=kind)
    return ConflictView(question, about, None, sides)


def _side(side: Side, book: Notebook, days: Days, *, one_zone: bool) -> SideView:
    quotes, position = book.quotes(side.claim_ids), _words(side.position)
    who = tuple(dict.fromkeys(quote[0] for quote in quotes))
    said_by = book.speakers(side.claim_ids)
    citing = f", {book.say('citing')} {', '.join(said_by)}" if said_by else ""
    line = book.uncertified(side.position, side.claim_ids)
    if line.voice and len(who) == 1:
        line = replace(line, voice=who[0])
    day = days.said(line, side.claim_ids, book)
    return SideView(
        who=who,
        said_by=said_by,
        label=", ".join((*who, day) if day else who) + citing,
        line=line,
        quotes=tuple(quote for quote in quotes if _words(quote[1]) != position),
        as_of=_as_of(side, book, one_zone=one_zone),
    )


def _as_of(side: Side, book: Notebook, *, one_zone: bool) -> str | None:
    """The moment of the side, or else its day; hours of several zones are told in one, so that they can be compared.

    Where the day is that of a page which was updated on a later one, both are told: the side may be of either.
    """
    say = book.say
    if side.at is not None:
        return say.moment(side.at if one_zone else side.at.astimezone(UTC))
    if side.as_of is None:
        return None
    pages = (book.articles.get(piece.article_id) for piece in book.pieces(side.claim_ids))
    days = {(page.published, page.updated) for page in pages if page is not None}
    first, last = days.pop() if len(days) == 1 else (None, None)
    if first == side.as_of and last is not None and last > first:
        return say("updated", published=say.day(first), updated=say.day(last))
    return say.day(side.as_of)


def _words(text: str) -> str:
    """What tells two quotes apart for a reader: not what marks one up, as an item of a list or by emphasis."""
    return unmarked(fold(text).text)
