"""Bytes in, one article out."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Literal

from conspectus.errors import ArticleError
from conspectus.model.article import Article, Junk, JunkReason, Role, Sentence
from conspectus.reading.decoding import decode
from conspectus.reading.frontmatter import read_front_matter
from conspectus.reading.html import read_html
from conspectus.reading.junk import find_junk, overlaps_any, read_page
from conspectus.reading.metadata import Known, learn_from_front_matter, learn_from_text
from conspectus.text.sentences import split_sentences

Media = Literal["text", "markdown", "html"]


def read_article(data: bytes, *, name: str, media: Media) -> Article:
    """One article with numbered sentences, marked junk and whatever metadata it or its page states.

    For text and Markdown the article's text is the decoded bytes, unchanged (a byte order mark is no
    text); for HTML it is the main text of the page. `name` becomes the article's path. Takes time
    about linear in the size; nothing is fetched, and neither clock nor file system is asked. Raises
    ArticleError for bytes that hold no article.
    """
    decoded = decode(data, name=name, html=media == "html")
    text, known, junk, start = decoded, Known(), [], 0
    if media == "html":
        text, known = read_html(decoded, name=name)
    elif (front := read_front_matter(text)) is not None:
        learn_from_front_matter(known, front, text)
        junk.append(Junk(span=front.span, reason=JunkReason.FRONT_MATTER))
        start = front.span.end
    if not any(character.isalnum() for character in text[start:]):
        what = "front matter and nothing else" if start else "no words"
        raise ArticleError(f"the file holds {what}", where=name)
    page = read_page(text, start=start)
    learn_from_text(known, page)
    junk.extend(find_junk(page, title=known.title))
    return Article(
        id=article_id(text),
        path=name,
        sha256=hashlib.sha256(data).hexdigest(),
        text=text,
        title=known.title,
        publisher=known.publisher,
        byline=known.byline,
        published=known.published,
        language=known.language,
        provenance=known.provenance,
        sentences=numbered(text, junk),
        junk=tuple(junk),
    )


def article_id(text: str) -> str:
    """The letter a and the first eight hexadecimal digits of the SHA-256 of the text in UTF-8."""
    return "a" + hashlib.sha256(text.encode("utf-8")).hexdigest()[:8]


def numbered(text: str, junk: Sequence[Junk]) -> tuple[Sentence, ...]:
    """The text's sentences, numbered from 1, with those that touch junk marked as junk."""
    return tuple(
        sentence.model_copy(update={"role": Role.JUNK}) if overlaps_any(sentence.span, junk) else sentence
        for sentence in split_sentences(text, apart=[piece.span for piece in junk])
    )
