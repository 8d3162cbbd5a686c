"""Promise 1: every quote is in its article, character for character, at the offsets given."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator

from conspectus.model.article import Article, Role
from conspectus.model.briefing import Status
from conspectus.model.evidence import Evidence
from conspectus.verification.audit.finding import Finding
from conspectus.verification.audit.index import Index

_AGAIN = "make the briefing again from the article"


def grounded(index: Index) -> Iterator[Finding]:
    """Articles whose text is not the one that was read, and evidence that is not in its article's body."""
    yield from _articles(index)
    for number, claim in enumerate(index.briefing.claims):
        for piece_number, piece in enumerate(claim.evidence):
            yield from _evidence(index, piece, f"claims[{number}].evidence[{piece_number}]")


def _articles(index: Index) -> Iterator[Finding]:
    articles = index.briefing.articles
    counted = Counter(article.id for article in articles if article.status is not Status.DUPLICATE)
    for number, article in enumerate(articles):
        where = f"articles[{number}]"
        if article.text and article.id != _id_of(article.text):
            message = f"the text of {article.name} is not the text that {article.id} was read as"
            yield _finding(f"{where}.text", message)
        elif not article.text and article.status is Status.USED:
            yield _finding(f"{where}.text", f"{article.name} is used, but has no text")
        if counted[article.id] > 1:
            yield _finding(f"{where}.id", f"{article.id} is the id of several articles")
        yield from _marks(article, where)


def _id_of(text: str) -> str:
    return "a" + hashlib.sha256(text.encode()).hexdigest()[:8]


def _marks(article: Article, where: str) -> Iterator[Finding]:
    spans = {"sentences": [s.span for s in article.sentences], "junk": [j.span for j in article.junk]}
    for name, marks in spans.items():
        for number, span in enumerate(marks):
            if span.end > len(article.text):
                message = f"ends after the article's {len(article.text)} characters"
                yield _finding(f"{where}.{name}[{number}].span", message)
    numbers = Counter(sentence.id for sentence in article.sentences)
    for number, sentence in enumerate(article.sentences):
        if numbers[sentence.id] > 1:
            yield _finding(
                f"{where}.sentences[{number}].id", f"{sentence.id} is the number of several sentences"
            )


def _evidence(index: Index, piece: Evidence, where: str) -> Iterator[Finding]:
    article = index.articles.get(piece.article_id)
    if article is None:
        yield _finding(f"{where}.article_id", f"the briefing has no article {piece.article_id}")
        return
    if article.status is Status.FAILED:
        yield _finding(f"{where}.article_id", f"{article.name} could not be used")
    if not piece.start < piece.end <= len(article.text):
        message = (
            f"{piece.start}–{piece.end} is no stretch of {article.name} ({len(article.text)} characters)"
        )
        yield _finding(f"{where}.start", message)
        return
    there = piece.span.of(article.text)
    if there != piece.quote:
        message = f"{article.name} has «{there}» at {piece.start}–{piece.end}, not «{piece.quote}»"
        yield _finding(f"{where}.quote", message)
    yield from _body(article, piece, where)


def _body(article: Article, piece: Evidence, where: str) -> Iterator[Finding]:
    junk = next((junk for junk in article.junk if junk.span.overlaps(piece.span)), None)
    roles = {sentence.role for sentence in article.touched(piece.span)}
    if junk is not None or Role.JUNK in roles:
        reason = f" ({junk.reason.value.replace('_', ' ')})" if junk else ""
        yield _finding(f"{where}.start", f"«{piece.quote}» is on the page but not the article{reason}")
    elif Role.HEADING in roles:
        yield _finding(f"{where}.start", f"«{piece.quote}» is in a heading, and a heading supports nothing")
    elif Role.BODY not in roles:
        yield _finding(f"{where}.start", f"«{piece.quote}» is in no sentence of {article.name}")


def _finding(where: str, message: str) -> Finding:
    return Finding(promise="grounded", where=where, message=message, hint=_AGAIN)
