"""Folding: text in which only the words are left to differ, with the way back to the raw characters.

Two foldings share one engine. `fold` is for comparing a quote with an article: dashes lose the spaces
around them and all quotation marks become one, so that no typesetter's choice can make a genuine quote
fail. `plain` is for reading: it keeps apart what a reader keeps apart (a dash between clauses, a hyphen
inside a word).

Both apply NFKC to each user-perceived character (Unicode TR 15 and 29) with three exceptions, since NFKC
alone would make different statements equal: a superscript or circled digit that touches a digit stays as
it is ("10²" is not "102"), a vulgar fraction keeps its distance ("2½" is "2 1/2", not "21/2"), and a
joiner inside an emoji stays. Scripts without spaces between words are wrapped anywhere, so for comparing,
white space beside one of their characters is none, but between two numerals.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

import regex

from conspectus.caching import WHILE_RUNNING
from conspectus.model.article import Span

ZERO_WIDTH = (
    "\u00ad\u034f\u061c\u0640\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff"
)
"""Characters that print nothing or only stretch a word (tatweel), as the inside of a regular expression's class."""
DASHES = "\\-\u05be\u2010-\u2015\u2212\u2e3a\u2e3b\ufe58\ufe63\uff0d"
"""Hyphens, dashes and the minus sign, as the inside of a regular expression's class."""
SPACELESS = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}\u30fc"
"""Scripts that put no space between words, as the inside of a class of the `regex` module."""

_DOUBLE = '"\u05f4\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\u300c-\u300f\u301d\u301e\uff02'
_SINGLE = "'`\u00b4\u05f3\u2018\u2019\u201a\u201b\u2032\u2039\u203a\u02bc\uff07"
_WIDE_DASHES = frozenset("\u2014\u2015\u2e3a\u2e3b\ufe58")

# White space to Python's `str`, which cuts words there, and not to Unicode nor to `regex`.
_SEPARATORS = r"\x1c-\x1f"
_SPACE = rf"\s{_SEPARATORS}"
_GAP = f"[{_SPACE}{ZERO_WIDTH}]"
_UNIT = regex.compile(
    rf"""
      (?P<cluster>(?=[^{_SPACE}{DASHES}{_DOUBLE}{_SINGLE}][{ZERO_WIDTH}]*[\p{{M}}\u200d\p{{NFKC_QC=M}}\p{{Emoji_Modifier}}])
        \X(?:[{ZERO_WIDTH}]+\p{{M}}+)*)
    | (?P<dash>{_GAP}*[{DASHES}](?:{_GAP}*[{DASHES}])*{_GAP}*)
    | (?P<ellipsis>{_GAP}*(?:(?:\.{_GAP}*+)*+\u2026|\.(?:{_GAP}*+\.){{2,}})
        (?:{_GAP}*+[.\u2026])*+{_GAP}*+)
    | (?P<space>{_GAP}+)
    | (?P<quotes>[{_DOUBLE}{_SINGLE}]+(?:[{ZERO_WIDTH}]*[{_DOUBLE}{_SINGLE}])*)
    | (?P<number>\p{{No}})
    | (?P<percent>\u066a)
    | (?P<compat>[^\p{{NFKC_QC=Y}}])
    """,
    regex.VERBOSE | regex.DOTALL,
)
# What never changes under NFKC and never combines with what stands before it: most text is made of it.
_QUIET = (
    "!#-&(-,/-_a-~\u00c0-\u00ff\u0100-\u0131\u0134-\u013e\u0141-\u0148\u014a-\u017e"
    "\u0391-\u03a1\u03a3-\u03ce\u0410-\u0481\u05d0-\u05ea\u0621-\u063a\u0641-\u064a\u3001\u3002"
    "\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fa5\uac00-\ud7a3"
)
# These two do where they stand by twos.
_INERT = f"{_QUIET}'."
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3001-\u30ff\u3400-\u9fff"
_ON = rf"(?: *[^ {_INERT}]| +|'|\.)*"
_NOTICEABLE = re.compile(
    rf"(?:[^ {_INERT}]|  | (?=[{_UNSPACED}])| (?<=[{_UNSPACED}] )|''|\.[^\S ]?\.|\. \.){_ON}"
)
# The same where single spaces part words, which need not be looked at: `re` skips what its first class does not have.
_NOTICEABLE_IN_WORDS = re.compile(rf"[^ {_QUIET}](?:(?<=[^{_INERT}])|(?<=')'|(?<=\.)(?:[^\S ]?\.| \.)){_ON}")
_ANY_UNSPACED = re.compile(f"[{_UNSPACED}]")
# A sentence is asked for again, an article's whole text is not.
_LONG = 1000
_INVISIBLE = regex.compile(rf"[{ZERO_WIDTH}]")
_SELECTORS = regex.compile(r"[\ufe00-\ufe0f]")
_SIGN = regex.compile(r"\p{No}")
_WORDLESS = regex.compile(rf"[{SPACELESS}\u3001-\u303f]")
_EMOJI = regex.compile(r"\p{Extended_Pictographic}")


@dataclass(slots=True)
class Folded:
    """Folded text that knows for each of its characters which raw characters it stands for.

    Only the places that folding changed are recorded, as parallel sequences in ascending order; between them
    folded and raw text run alike. Looking up an offset is a binary search. Not declared frozen, for speed, as every
    text that is read gets one.
    """

    raw: str
    text: str
    _fold_starts: Sequence[int] = field(default=(), repr=False)
    _fold_ends: Sequence[int] = field(default=(), repr=False)
    _raw_starts: Sequence[int] = field(default=(), repr=False)
    _raw_ends: Sequence[int] = field(default=(), repr=False)

    def _locate(self, offset: int) -> tuple[int, int]:
        """The raw half-open range that the folded character at `offset` stands for."""
        unit = bisect_right(self._fold_starts, offset) - 1
        if unit < 0:
            return offset, offset + 1
        if offset < self._fold_ends[unit]:
            return self._raw_starts[unit], self._raw_ends[unit]
        start = self._raw_ends[unit] + offset - self._fold_ends[unit]
        return start, start + 1

    def range(self, start: int, end: int) -> tuple[int, int]:
        """The raw offsets of the folded characters from `start` to `end`; at least one character wide."""
        if not self._fold_starts:
            return start, end
        return self._locate(start)[0], self._locate(end - 1)[1]

    def raw_span(self, start: int, end: int) -> Span:
        """The raw span of the folded characters from `start` to `end`.

        A folded character that stands for several raw ones (a run of spaces), or for a part of one (half a
        ligature), maps to all of them. Raises ValueError unless `0 <= start < end <= len(text)`.
        """
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"no folded characters from {start} to {end} in a text of {len(self.text)}")
        raw_start, raw_end = self.range(start, end)
        return Span(start=raw_start, end=raw_end)

    def divides(self, offset: int) -> bool:
        """True where the folded offset lies inside what one raw character became: "f|i" for a ligature."""
        unit = bisect_right(self._fold_starts, offset) - 1
        return unit >= 0 and self._fold_starts[unit] < offset < self._fold_ends[unit]


def fold(text: str) -> Folded:
    """The text with typography and whitespace folded away for comparison; case is kept. Linear."""
    return _fold(text) if len(text) < _LONG else _apply(text, _compare)


@WHILE_RUNNING.keep(most=1024)
def _fold(text: str) -> Folded:
    return _apply(text, _compare)


def plain(text: str) -> Folded:
    """The text in plain typography for reading: a dash between clauses becomes " – ", inside a word "-"."""
    return _plain(text) if len(text) < _LONG else _apply(text, _read)


@WHILE_RUNNING.keep(most=256)
def _plain(text: str) -> Folded:
    return _apply(text, _read)


def _apply(text: str, replace: Callable[[regex.Match[str]], str]) -> Folded:
    if _is_plain(text):
        return Folded(text, text)
    fold_starts: list[int] = []
    fold_ends: list[int] = []
    raw_starts: list[int] = []
    raw_ends: list[int] = []
    pieces: list[str] = []
    copied = length = 0
    for match in _units(text):
        new, (start, end) = replace(match), match.span()
        if new == match[0]:
            continue
        pieces += text[copied:start], new
        length += start - copied
        fold_starts.append(length)
        length += len(new)
        fold_ends.append(length)
        raw_starts.append(start)
        raw_ends.append(end)
        copied = end
    if not pieces:
        return Folded(text, text)
    pieces.append(text[copied:])
    return Folded(text, "".join(pieces), fold_starts, fold_ends, raw_starts, raw_ends)


def _is_plain(text: str) -> bool:
    """True where no folding changes anything: most English sentences, in a tenth of the time that looking takes."""
    return (
        text.isascii()
        and text.isprintable()
        and not ('"' in text or "`" in text or "''" in text or "  " in text)
        and not (".." in text or ". ." in text or " -" in text or "--" in text or "- " in text)
    )


def _units(text: str) -> Iterator[regex.Match[str]]:
    done = 0
    spaced = "  " in text or not (text.isascii() or _ANY_UNSPACED.search(text) is None)
    for stretch in (_NOTICEABLE if spaced else _NOTICEABLE_IN_WORDS).finditer(text):
        # The letter before may carry the first mark, and spaces and dots on either side may belong to a dash or dots.
        start, end = max(done, stretch.start() - 1), stretch.end()
        while start > done and text[start] in " .":
            start -= 1
        yield from _UNIT.finditer(text, start, end + (text[end : end + 1] == " "))
        done = end


def _compare(match: regex.Match[str]) -> str:
    match match.lastgroup:
        case "dash":
            return "-"
        case "ellipsis":
            return "..."
        case "quotes":
            return "'"
        case "space" if _wraps(match):
            return ""
        case _:
            return _common(match)


def _wraps(match: regex.Match[str]) -> bool:
    """True for white space that a script without spaces has where its line ends."""
    before, after = _beside(match.string, *match.span())
    # A character for several is what it stands for: a day's sign ends in the sign of a day.
    before, after = unicodedata.normalize("NFKC", before)[-1:], unicodedata.normalize("NFKC", after)[:1]
    if before.isnumeric() and after.isnumeric():
        return False
    return bool(_WORDLESS.match(before) or _WORDLESS.match(after))


def _beside(text: str, start: int, end: int) -> tuple[str, str]:
    """The nearest visible characters before and after a range, each empty where there is none."""
    while start > 0 and _INVISIBLE.match(text[start - 1]):
        start -= 1
    while end < len(text) and _INVISIBLE.match(text[end]):
        end += 1
    return text[start - 1 : start] if start else "", text[end : end + 1]


def _read(match: regex.Match[str]) -> str:
    piece: str = match[0]
    match match.lastgroup:
        case "dash":
            return _read_dash(piece, match.string[match.end() : match.end() + 1])
        case "ellipsis":
            return "... "
        case "quotes":
            return '"' if len(piece) > 1 or piece in _DOUBLE else "'"
        case _:
            return _common(match)


def _read_dash(piece: str, following: str) -> str:
    visible = _INVISIBLE.sub("", piece)
    dash = visible.strip()
    wide = len(dash) > 1 or dash in _WIDE_DASHES
    if not wide and visible[:1].isspace() and not visible[-1:].isspace() and following.isdigit():
        return " -"
    return " – " if wide or visible != dash else "-"


def _common(match: regex.Match[str]) -> str:
    piece: str = match[0]
    match match.lastgroup:
        case "space":
            return " " if any(character.isspace() for character in piece) else ""
        case "number":
            return _number_form(piece, match)
        case "percent":
            return "%"
        case "cluster":
            visible = _visible(piece)
            return _number_form(visible, match) if _SIGN.match(visible) else _compose(visible)
        case _:
            composed = _compose(piece)
            joins = composed[:1].isdigit() and _beside(match.string, *match.span())[0].isdigit()
            return piece if joins and not piece.isdecimal() else composed


def _visible(piece: str) -> str:
    visible = _SELECTORS.sub("", piece)
    # A trade mark is an emoji to Unicode, and becomes two letters, which join nothing.
    if not _EMOJI.search(visible) or unicodedata.normalize("NFKC", visible) != visible:
        visible = _INVISIBLE.sub("", visible)
    return visible


def _compose(piece: str) -> str:
    composed = unicodedata.normalize("NFKC", piece)
    # A few signs (a spacing accent, an Arabic phrase) would become several words.
    if any(character.isspace() for character in composed):
        return unicodedata.normalize("NFC", piece)
    return composed


def _number_form(piece: str, match: regex.Match[str]) -> str:
    composed = unicodedata.normalize("NFKC", piece).replace("\u2044", "/")
    before, after = _beside(match.string, *match.span())
    if "/" in composed:
        return f" {composed}" if before.isnumeric() else composed
    return piece if before.isdigit() or after.isdigit() else composed
