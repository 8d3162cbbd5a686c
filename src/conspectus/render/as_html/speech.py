"""Languages and directions of writing, as a page tells them to browsers and reading software."""

from __future__ import annotations

import re
import unicodedata

from conspectus.model.article import Article

# Anything else would be a claim about the language that a reader's software could not follow.
_LANGUAGE = re.compile(
    r"(?:ar|be|bg|bn|ca|cs|cy|da|de|el|en|es|et|eu|fa|fi|fr|ga|gl|gu|he|hi|hr|hu|hy|id|is|it|ja|ka|kk"
    r"|kn|ko|lt|lv|mk|ml|mr|ms|mt|nb|nl|nn|no|pa|pl|ps|pt|ro|ru|sk|sl|sq|sr|sv|sw|ta|te|th|tl|tr|uk"
    r"|ur|uz|vi|zh)"
)


def language(article: Article) -> str | None:
    """The article's language where it is one that reading software knows, else None."""
    said = (article.language or "").lower().replace("_", "-").partition("-")[0]
    return said if _LANGUAGE.fullmatch(said) else None


def direction(text: str) -> str | None:
    """`rtl` where the text's first letter is of a script that runs from right to left, else None."""
    strong = (unicodedata.bidirectional(sign) for sign in text)
    return "rtl" if next((kind for kind in strong if kind in {"L", "R", "AL"}), "L") != "L" else None
