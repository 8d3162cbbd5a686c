"""Numbered sentences of a text, as exact offsets."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from operator import itemgetter
from typing import TYPE_CHECKING

from conspectus.model.article import Role, Sentence, Span
from conspectus.text.endings import RULED, endings
from conspectus.text.lines import LIST_MARKER, TERMINAL, logical_lines

if TYPE_CHECKING:
    from nupunkt import PunktSentenceTokenizer

HEADING_WORDS = 20
_HEADING_CHARACTERS = 160
# Thai and Lao write without spaces between words and without a mark behind a sentence.
_MARKLESS = re.compile("[\u0e00-\u0eff]")
_MARKLESS_HEADING = 80
_QUOTATION_CHARACTERS = 600

_CLOSES = {"“": "”", "„": "“", "«": "»", "‘": "’", '"': '"'}
# Most lines have none of what these look for.
_ANY_QUOTE_MARK = re.compile('[“”„«»"‘’]')
_ANY_EXTRA_END = re.compile('[:”“»"。！？]')
_QUOTE_MARKS = re.compile('[“”„«»"]|(?<![^\\W_])‘(?=\\w)|(?<=[.,!?…])’')
# Places where a sentence ends that the splitter misses: short last words before a closing mark ("so.”"),
# questions and answers on one line, full-width punctuation.
_EXTRA_ENDS = re.compile(
    r"(?<=[.?!…])\s+(?=(?:[-–—•*]\s+)?(?:Q|A|Question|Answer):\s)"
    r"|(?<=[^\W\d_A-Z][^\W\d_A-Z][.!?…][”“»\"])\s+(?=[“‘«\"(]?[A-Z])"
    r"|(?<=[。！？])(?![」』”’）。！？])"
    r"|(?<=[。！？][」』”’）])"
)
_RUN_OF_MARKS = re.compile(r"[.!?…]{9,}")
_FIRST_LETTERS = re.compile(r"[^\W\d_](?:[^\W\d_]|\s)")
_QUOTED_CRY = re.compile(r"[!?…][”’»\"]\s*$")
_ATTRIBUTION = re.compile(
    r"(?:[^\W\d_][\w.'’-]*\s+){1,4}"
    r"(?:said|says|asked|asks|told|added|adds|wrote|writes|replied|shouted|cried|warned|insisted)\b"
)
_HASHES = re.compile(r"#{1,6}\s")
_TITLE_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")


def split_sentences(
    text: str, *, apart: Sequence[Span] = (), language: str | None = None
) -> tuple[Sentence, ...]:
    """Ordered, disjoint sentences, numbered from 1, that cover every non-whitespace character.

    Each span is trimmed of outer whitespace; offsets are characters. Short lines that stand alone
    without terminal punctuation are HEADING, everything else is BODY. Spans in `apart` (a dateline
    in front of a sentence, say) never share a sentence with what surrounds them. A quotation of up
    to 600 characters stays in one piece together with its attribution. Takes time linear in the
    length of the text. The boundaries within a line are nupunkt's (Bommarito et al. 2025,
    arXiv:2504.04131), with quotations and question-and-answer lines put right; in a `language` of
    `endings.RULED` (ISO 639-1), those that its marks and abbreviations make.
    """
    found: list[Sentence] = []
    cuts = sorted({edge for span in apart for edge in (span.start, span.end)})
    for line in logical_lines(text):
        pieces = list(_pieces(text, line, cuts))
        for piece in pieces:
            heading = len(pieces) == 1 and _is_heading(piece.of(text))
            role = Role.HEADING if heading or not _has_words(piece.of(text)) else Role.BODY
            for span in [piece] if heading else _split_line(text, piece, language):
                found.append(Sentence(id=len(found) + 1, span=span, role=role))
    return tuple(found)


def is_headline(line: str) -> bool:
    """True where a line could stand above a text: short, with words, and not ended like a sentence."""
    return (
        _has_words(line)
        and len(line) <= _HEADING_CHARACTERS
        and len(line.split()) <= HEADING_WORDS
        and not TERMINAL.search(line)
        and (len(line) <= _MARKLESS_HEADING or not _MARKLESS.search(line))
    )


def is_title_case(line: str) -> bool:
    """True where at least two words of four letters or more, and most of them, have a capital."""
    long = [word for word in _TITLE_WORD.findall(line) if len(word) >= 4]
    capitals = sum(not word[0].islower() for word in long)
    return capitals >= 2 and 4 * capitals >= 3 * len(long)


def _has_words(line: str) -> bool:
    return any(character.isalnum() for character in line)


def _is_heading(line: str) -> bool:
    if not _has_words(line) or _HASHES.match(line) or is_headline(line):
        return True
    words = line.split()
    if LIST_MARKER.match(line) or len(words) > HEADING_WORDS or len(TERMINAL.findall(line)) != 1:
        return False
    if line.endswith(":"):
        return len(words) <= 4
    return line.endswith("?") and not re.search(r"[.!?:]\s", line) and is_title_case(line)


def _pieces(text: str, line: Span, cuts: Sequence[int]) -> Iterator[Span]:
    inner = cuts[bisect_right(cuts, line.start) : bisect_left(cuts, line.end)]
    yield from _trimmed(text, line.start, line.end, inner)


def _trimmed(text: str, start: int, end: int, cuts: Iterable[int]) -> Iterator[Span]:
    edges = [start, *cuts, end]
    for left, right in pairwise(edges):
        piece = text[left:right]
        body = piece.strip()
        if body:
            first = left + len(piece) - len(piece.lstrip())
            yield Span(start=first, end=first + len(body))


@cache
def _splitter() -> PunktSentenceTokenizer:
    # nupunkt loads its model from disk on first use; importing this module stays cheap.
    import nupunkt  # noqa: PLC0415

    return nupunkt.load("default")


def _split_line(text: str, line: Span, language: str | None) -> list[Span]:
    # One character for one, so that offsets stay: the splitter takes a line break for an end.
    flat = re.sub(r"\s", " ", line.of(text))
    if language in RULED:
        ends = set(endings(flat, language))
    else:
        # The splitter needs time quadratic in the length of a run of marks, and three of them say as much.
        short = _RUN_OF_MARKS.sub(lambda run: "-" * (len(run[0]) - 3) + run[0][-3:], flat)
        ends = {start for start, _ in _splitter().span_tokenize(short)}
        if _ANY_EXTRA_END.search(flat):
            ends.update(match.end() for match in _EXTRA_ENDS.finditer(flat))
    ends -= {0}
    quotations = _quotations(flat)
    kept = [
        line.start + end
        for end in sorted(ends)
        if not _inside(end, quotations) and _begins_sentence(flat, end)
    ]
    return list(_trimmed(text, line.start, line.end, kept))


def _begins_sentence(flat: str, at: int) -> bool:
    """False where what follows goes on in lower case, attributes a cry, or is only punctuation."""
    following = _FIRST_LETTERS.match(flat, at)
    if following is not None and following[0].islower():
        return False
    if _QUOTED_CRY.search(flat, max(0, at - 4), at) and _ATTRIBUTION.match(flat, at):
        return False
    return _has_words(flat[at : at + 6])


def _quotations(flat: str) -> list[tuple[int, int]]:
    """Where quotations of a bearable length stand: from after the opening to before the closing mark."""
    if not _ANY_QUOTE_MARK.search(flat):
        return []
    straight = flat.count('"') % 2 == 0
    found: list[tuple[int, int]] = []
    opened: tuple[str, int] | None = None
    for match in _QUOTE_MARKS.finditer(flat):
        mark = match[0]
        if mark == '"' and not straight:
            continue
        if opened is not None and mark == _CLOSES[opened[0]]:
            if match.start() - opened[1] <= _QUOTATION_CHARACTERS:
                found.append((opened[1], match.end()))
            opened = None
        elif opened is None and mark in _CLOSES:
            opened = (mark, match.end())
    return found


def _inside(at: int, quotations: Sequence[tuple[int, int]]) -> bool:
    index = bisect_right(quotations, at, key=itemgetter(0)) - 1
    return index >= 0 and quotations[index][0] <= at < quotations[index][1]
