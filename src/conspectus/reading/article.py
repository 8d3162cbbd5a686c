"""Bytes in, one article out."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from importlib import import_module

from conspectus.errors import ArticleError
from conspectus.model.article import Article, Junk, JunkReason, Role, Sentence
from conspectus.reading.decoding import decode
from conspectus.reading.extracted import Extracted
from conspectus.reading.frontmatter import read_front_matter, read_labelled_lines
from conspectus.reading.junk import find_junk, overlaps_any, read_page
from conspectus.reading.limits import MOST_LINES, MOST_TEXT
from conspectus.reading.media import ROWS, Media
from conspectus.reading.metadata import Known, learn_from_front_matter, learn_from_text
from conspectus.reading.rows import Row
from conspectus.reading.stubs import refuse_offer
from conspectus.text.language import detect_language
from conspectus.text.sentences import split_sentences


def _reader(media: str) -> Callable[..., Extracted]:
    """What reads the format, loaded when it is first called: few runs need several."""

    def read(data: bytes, *, name: str, known: Known) -> Extracted:
        module = import_module(f"conspectus.reading.{media}")
        extracted: Extracted = getattr(module, f"read_{media}")(data, name=name, known=known)
        return extracted

    return read


_READERS = {media: _reader(media) for media in ("pdf", "docx", "eml")}


def read_article(data: bytes, *, name: str, media: Media, known: Known | None = None) -> Article:
    """One article with numbered sentences, marked junk and whatever metadata it or its page states.

    For text and Markdown the article's text is the decoded bytes, unchanged (a byte order mark is no
    text); for every other format it is the text extracted from it. `name` becomes the article's path; what
    is `known` already is believed before anything that the bytes say. Takes time about linear in the size;
    nothing is fetched, and neither clock nor file system is asked. Raises ArticleError for bytes that hold
    no article, and for JSON, which holds rows: see `rows`.
    """
    return article_of(extract(data, name=name, media=media, known=known), name=name, data=data)


def extract(
    data: bytes, *, name: str, media: Media, known: Known | None = None, charset: str | None = None
) -> Extracted:
    """The text in bytes of one format, and what is known about it; raises ArticleError where there is none.

    `charset` is what a server says the text is written in.
    """
    known = known or Known()
    if media in ROWS:
        raise ArticleError("holds rows, not one article", where=name)
    if not data:
        raise ArticleError("the file is empty", where=name)
    if media in _READERS:
        return _READERS[media](data, name=name, known=known)
    decoded = decode(data, name=name, html=media == "html", charset=charset)
    return _page(decoded, name, known) if media == "html" else _plain(decoded, known)


def extract_row(row: Row) -> Extracted:
    """The text of a row; raises ArticleError where its page holds no article."""
    if row.media == "html":
        return _page(row.content, row.name, row.known)
    return Extracted(row.content, row.known)


def _page(text: str, name: str, known: Known) -> Extracted:
    """What a page holds; raises ArticleError where that is no article."""
    from conspectus.reading.html import read_html  # noqa: PLC0415 - as in `_reader`

    return read_html(text, name=name, known=known)


def _plain(text: str, known: Known) -> Extracted:
    front = read_front_matter(text) or read_labelled_lines(text)
    if front is None:
        return Extracted(text, known)
    learn_from_front_matter(known, front, text)
    block = Junk(span=front.span, reason=JunkReason.FRONT_MATTER)
    # A heading above lines that say what they are is the article's own.
    start = 0 if text[: front.span.start].strip() else front.span.end
    return Extracted(text, known, start=start, junk=(block,))


def article_of(extracted: Extracted, *, name: str, data: bytes) -> Article:
    """The article with that text, its sentences numbered and its junk marked; `data` is what was read.

    Raises ArticleError where the text has no words or none but an offer to subscribe, and where it is too much to be an
    article.
    """
    text, known, start = extracted.text, extracted.known, extracted.start
    _refuse_too_much(text, name)
    if not any(character.isalnum() for character in text[start:]):
        what = "front matter and nothing else" if start else "no words"
        raise ArticleError(f"the file holds {what}", where=name)
    page = read_page(text, start=start)
    learn_from_text(known, page)
    known.settle(detect_language(text))
    found = find_junk(page, title=known.title)
    apart = [piece for piece in found if not overlaps_any(piece.span, extracted.junk)]
    junk = sorted([*extracted.junk, *apart], key=lambda piece: piece.span.start)
    article = Article(
        id=article_id(text),
        path=name,
        url=known.url,
        sha256=hashlib.sha256(data).hexdigest(),
        text=text,
        title=known.title,
        publisher=known.publisher,
        byline=known.byline,
        published=known.published,
        published_at=known.published_at,
        updated=known.updated,
        updated_at=known.updated_at,
        language=known.language,
        provenance=known.provenance,
        sentences=numbered(text, junk, known.language),
        junk=tuple(junk),
        source_spans=extracted.source_spans,
    )
    refuse_offer(article)
    return article


def _refuse_too_much(text: str, name: str) -> None:
    lines = text.count("\n") + 1
    if len(text) > MOST_TEXT or lines > MOST_LINES:
        raise ArticleError(
            f"the text has {len(text):,} characters in {lines:,} lines: that is more than an article",
            where=name,
            hint="give each article in a file of its own",
        )


def article_id(text: str) -> str:
    """The letter a and the first eight hexadecimal digits of the SHA-256 of the text in UTF-8."""
    return "a" + hashlib.sha256(text.encode("utf-8")).hexdigest()[:8]


def numbered(text: str, junk: Sequence[Junk], language: str | None = None) -> tuple[Sentence, ...]:
    """The text's sentences, numbered from 1, with those that touch junk marked as junk."""
    return tuple(
        sentence.model_copy(update={"role": Role.JUNK}) if overlaps_any(sentence.span, junk) else sentence
        for sentence in split_sentences(text, apart=[piece.span for piece in junk], language=language)
    )
