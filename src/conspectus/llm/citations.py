"""instructor's own check of citations, for the evaluation of what it lets through; Conspectus does not rely on it."""

from __future__ import annotations

from instructor import CitationMixin


class _Cited(CitationMixin):
    """A fact's quotes, as `CitationMixin` leaves them."""


def located(quotes: list[str], text: str) -> tuple[str, ...]:
    """The passages of the text that instructor's `CitationMixin` takes the quotes for.

    It searches with up to five characters changed and puts what it finds in a quote's place; a quote that it doesn't
    find is dropped.
    """
    cited = _Cited.model_validate({"substring_quotes": quotes}, context={"context": text})
    return tuple(cited.substring_quotes)
