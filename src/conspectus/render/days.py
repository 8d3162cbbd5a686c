"""The days on which an event's articles were published."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from conspectus.render.notes import Line, Notebook


@dataclass(frozen=True)
class Days:
    """The days on which an event was written of, as far as they tell its sentences apart."""

    of_articles: Mapping[str, date]
    one_year: bool

    @classmethod
    def of(cls, article_ids: Sequence[str], book: Notebook) -> Days:
        """Those of these articles; none where all are of one day, or only one is known."""
        found = {
            key: published
            for key in article_ids
            if (article := book.articles.get(key)) is not None
            and (published := article.published) is not None
        }
        if len(set(found.values())) < 2:
            return cls({}, True)
        return cls(found, len({day.year for day in found.values()}) == 1)

    def said(self, line: Line, claim_ids: Sequence[str], book: Notebook) -> str | None:
        """When the quotes were published, None where that is not known of each or the days are not one."""
        days = {self.of_articles.get(piece.article_id) for piece in book.pieces(claim_ids)}
        day = days.pop() if len(days) == 1 else None
        if day is None or not line.notes:
            return None
        return book.say.day_of_month(day) if self.one_year else book.say.day(day)
