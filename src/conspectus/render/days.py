"""The days on which an event's articles were published."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from conspectus.render.notes import Line, Notebook


@dataclass(frozen=True)
class Days:
    """The days on which an event was written of, as far as they tell its sentences apart.

    Of each article the day on which it was published, and that of its update where that is a later one.
    """

    of_articles: Mapping[str, tuple[date, date | None]]
    one_year: bool

    @classmethod
    def of(cls, article_ids: Sequence[str], book: Notebook) -> Days:
        """Those of these articles; none where all are of one day, or only one is known."""
        found = {
            key: (published, updated if updated is not None and updated > published else None)
            for key in article_ids
            if (article := book.articles.get(key)) is not None
            and (published := article.published) is not None
            for updated in [article.updated]
        }
        days = {day for pair in found.values() for day in pair if day is not None}
        if len(days) < 2 or len(found) < 2:
            return cls({}, True)
        return cls(found, len({day.year for day in days}) == 1)

    def said(self, line: Line, claim_ids: Sequence[str], book: Notebook) -> str | None:
        """When the quotes were published, None where that is not known of each or the days are not one.

        Nobody can tell of a page that was updated on a later day whether it said so before.
        """
        days = {self.of_articles.get(piece.article_id) for piece in book.pieces(claim_ids)}
        day = days.pop() if len(days) == 1 else None
        if day is None or not line.notes:
            return None
        told = book.say.day_of_month if self.one_year else book.say.day
        first, last = day
        return told(first) if last is None else book.say("updated", published=told(first), updated=told(last))
