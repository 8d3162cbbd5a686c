"""Pages that show the beginning of an article and keep the rest for subscribers, or hold none."""

from __future__ import annotations

import re

from conspectus.errors import ArticleError
from conspectus.model.article import Article
from conspectus.reading.blocks import count_words

_FOR_SUBSCRIBERS = re.compile(rb"\"isAccessibleForFree\"\s*:\s*\"?false", re.IGNORECASE)
_INVITATION = re.compile(
    rb"(?:subscribe|sign in|log in|register)[^<>.]{0,30} to (?:continue|keep|read)|to continue reading"
    rb"|(?:only for|exclusive to|exclusively for|for) subscribers\b|subscribers? only"
    rb"|r\xc3\xa9serv\xc3\xa9e? aux abonn\xc3\xa9s|nur f\xc3\xbcr abonnent|solo para suscriptores",
    re.IGNORECASE,
)
_FEWEST_WORDS = 15
_OFFER_WORDS = 40
_STUB_WORDS = 120
_SUBSCRIBERS_WORDS = 200
SAVE_IT = "open it in a browser, save the page as .html and give that file"


def refuse_stub(article: Article, markup: bytes) -> None:
    """Raises ArticleError for a page that holds too few words to be an article, and says which sort of page it is."""
    count = count_words(" ".join(map(article.sentence_text, article.body)))
    if count < _FEWEST_WORDS:
        raise ArticleError(f"the page holds {count} words of an article", hint=SAVE_IT)
    fewest = _SUBSCRIBERS_WORDS if _FOR_SUBSCRIBERS.search(markup) else 0
    if _INVITATION.search(markup):
        fewest = max(fewest, _STUB_WORDS)
    if count < fewest:
        raise ArticleError(
            f"the page shows {count} words and keeps the rest for subscribers",
            hint="if you have access, save the article and give that file",
        )


def refuse_offer(article: Article) -> None:
    """Raises ArticleError for a text of a few words that ask to sign in or to subscribe: it holds no article."""
    body = " ".join(map(article.sentence_text, article.body))
    if count_words(body) < _OFFER_WORDS and _INVITATION.search(body.encode()):
        raise ArticleError(
            "the text asks readers to sign in or to subscribe, and holds no article",
            where=article.name,
            hint=SAVE_IT,
        )
