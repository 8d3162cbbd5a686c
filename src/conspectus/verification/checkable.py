"""What of a text can be checked: its sentences, the items of its lists and the rows of its tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from conspectus.model.article import Article, Role, Sentence
from conspectus.text.language import detect_language
from conspectus.text.lines import LIST_MARKER
from conspectus.text.markup import QUOTED, unmarked
from conspectus.text.sentences import split_sentences
from conspectus.verification.announcing import asserts, lead_in, says_nothing

_ENDED = re.compile(r"[.!?…。！？][\s\"'”’»)]*\Z")
# "… on Wednesday.[1] Three people …": reference marks behind a full stop end a sentence as it does.
_REFERENCED = re.compile(
    r"(?<!\.[A-Z])[.!?…。！？][\"'”’»)]{0,3}(?:\s?\[\^?\d{1,3}(?:\s?[,;–-]\s?\^?\d{1,3}){0,20}\]){1,20}(?P<gap>\s*)(?=[\"“‘«(¿¡]?[^\W_a-zß-ÿ])"
)
_RULE = re.compile(r"[\s|:-]*-[\s|:-]*")
"""What stands below the head of a table in Markdown."""
_ANNOUNCING_WORDS = 8
_TELLING_WORDS = 3
_LONG_WORD = 4
_ASSERTING_WORDS = 4
_LABELS = re.compile(
    r"(?:the |some |other )?(?:key|main|lessons?|questions?|measures|points?|people|those|steps?|things|issues?|"
    r"changes|reactions?|decisions?)\b",
    re.IGNORECASE,
)
"""What opens a heading that names what stands below it, though a participle follows: "Questions raised"."""


class Piece(NamedTuple):
    """A part of the text to check that says something: `text[start:end]`, in characters."""

    text: str
    start: int
    end: int
    row: bool
    """A row of a table, of which neither gate can tell what it says."""


def checkable(text: str | Article) -> tuple[list[Piece], tuple[str, ...]]:
    """The sentences to check, rows of tables among them, and what is not checked.

    Of a text that is all headings those that tell something are its sentences.
    """
    whole = text.text if isinstance(text, Article) else text
    numbered = _numbered(text)
    parts = [(sentence, sentence.span.of(whole)) for sentence in numbered]
    heads = {one.id for (one, _), (_, below) in pairwise(parts) if _RULE.fullmatch(below)}
    worded = [(sentence, words) for sentence, words in parts if has_words(words)]
    rows = {sentence.id for sentence, words in worded if _is_row(sentence, words)} - heads
    body = [pair for pair in worded if pair[0].id in rows or _is_statement(*pair)]
    chosen = body or [pair for pair in worded if pair[0].role is not Role.JUNK and _tells(unmarked(pair[1]))]
    taken = {sentence.id for sentence, _ in chosen}
    pieces: list[Piece] = []
    unchecked: list[str] = []
    for sentence, words in worded:
        if sentence.id not in taken:
            unchecked.append(words)
            continue
        entire = Piece(words, sentence.span.start, sentence.span.end, sentence.id in rows)
        for piece in _parted(entire):
            begin = 0 if piece.row else lead_in(piece.text)
            if begin:
                unchecked.append(piece.text[:begin].rstrip())
            pieces.append(_part(piece, begin, len(piece.text)))
    return pieces, tuple(unchecked)


def _numbered(text: str | Article) -> tuple[Sentence, ...]:
    """The sentences of the text, an article's as it numbers them; those of quoted lines go on from line to line."""
    whole = text.text if isinstance(text, Article) else text
    plain = QUOTED.sub(lambda marks: " " * len(marks[0]), whole)
    if isinstance(text, Article) and plain == whole:
        return text.sentences
    found = split_sentences(plain, language=detect_language(plain))
    if not isinstance(text, Article):
        return found
    junk = [sentence.span for sentence in text.sentences if sentence.role is Role.JUNK]
    return tuple(
        sentence.model_copy(update={"role": Role.JUNK})
        if any(span.start <= sentence.span.start < span.end for span in junk)
        else sentence
        for sentence in found
    )


def _parted(piece: Piece) -> Iterator[Piece]:
    """The piece's sentences, where reference marks stand between them."""
    begin = 0
    for found in () if piece.row else _REFERENCED.finditer(piece.text):
        yield _part(piece, begin, found.start("gap"))
        begin = found.end()
    yield _part(piece, begin, len(piece.text))


def _part(piece: Piece, begin: int, end: int) -> Piece:
    return Piece(piece.text[begin:end], piece.start + begin, piece.start + end, piece.row)


def _is_row(sentence: Sentence, words: str) -> bool:
    """True for cells between bars, as Markdown has them and as pages and documents are read."""
    if sentence.role is Role.HEADING:
        return " | " in words or words.startswith("|")
    return sentence.role is Role.BODY and words.startswith("|") and words.endswith("|")


def _is_statement(sentence: Sentence, words: str) -> bool:
    """True for the body but for what announces or asks, and for items and lines that only lack their full stop."""
    plain = unmarked(words)
    if plain.endswith(":") and len(plain.split()) <= _ANNOUNCING_WORDS:
        return False
    if sentence.role is Role.HEADING:
        if _ENDED.search(plain):
            return not says_nothing(plain, heading=True)
        return _tells(plain) and (LIST_MARKER.match(words) is not None or _asserts(plain))
    return sentence.role is Role.BODY and not says_nothing(plain)


def _asserts(line: str) -> bool:
    """True for "Toilet cheat banned for three years", not for "Lessons learned from the fire"."""
    return len(line.split()) >= _ASSERTING_WORDS and asserts(line) and _LABELS.match(line) is None


def _tells(item: str) -> bool:
    """True for an item of a list that says something: it gives a figure, or is neither a label nor a heading.

    A heading has no word of four letters or more in small letters, as "Ann Loe told the Echo" has, or announces.
    """
    if says_nothing(item, heading=True):
        return False
    if any(character.isdecimal() for character in item):
        return True
    long = [word for word in item.split() if len(word) >= _LONG_WORD]
    return len(item.split()) >= _TELLING_WORDS and not (long and all(word[0].isupper() for word in long))


def has_words(text: str) -> bool:
    """True where the text has a letter or a digit."""
    return any(character.isalnum() for character in text)
