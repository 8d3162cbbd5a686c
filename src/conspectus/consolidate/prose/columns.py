"""Which articles say themselves that they are somebody's opinion."""

from __future__ import annotations

import re

from conspectus.model.article import Article

_SORT = (
    r"(?:opinions?|op-ed|comment(?:ary)?|columns?|columnists?|editorial|leader|kommentar|meinung|leitartikel|kolumne|glosse|"
    r"opinión|columna|tribuna|tribune|éditorial|chronique|opinione|commento|opinião)"
)
# A line of its own, a section of the front matter, and what stands before a headline.
_LABELLED = re.compile(
    rf"^\W*(?:(?:section|category|kicker|rubrik|rubrique)\s*:\s*\W*)?{_SORT}\b\s*(?:\W*$|[|:•·–—/])",
    re.IGNORECASE | re.MULTILINE,
)
_COLUMNIST = re.compile(
    r"^\W*[^\W\d_]\w+(?: [^\W\d_]\w+){1,2} (?:is an? (?:\w+ ){0,2}columnist|ist (?:freier? )?Kolumnist\w*|"
    r"est chroniqueu\w+)\b",
    re.MULTILINE,
)


def gives_opinion(article: Article) -> bool:
    """True where a label above its text, its title or a line about its author says that it is opinion."""
    body = article.body
    head = article.text[: body[0].span.start] if body else article.text
    return bool(
        _LABELLED.search(head)
        or (article.title and _LABELLED.match(article.title))
        or _COLUMNIST.search(article.text)
    )
