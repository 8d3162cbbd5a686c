# ruff: noqa: SIM905 — a word list reads best as words
"""Names: people, organisations, places and products, as far as capital letters show them.

A rule, not a recogniser: spaCy-sized models take milliseconds a sentence and megabytes to install, and a name that
a claim must not invent shows in its capital letter whatever sort of thing it names.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from conspectus.caching import WHILE_RUNNING, ByWord
from conspectus.text.facts import lexicon
from conspectus.text.facts.dates import dated
from conspectus.text.facts.marks import RAISED
from conspectus.text.facts.number_words import CARDINALS
from conspectus.text.facts.tokens import Reading, read
from conspectus.text.facts.words import STOP_WORDS

_CONNECTORS = frozenset(
    """
    of the for de del della der den di du da dos la le van von bin al el and & - . ' 's
    """.split()
)
_LEAVE_OUTSIDE = frozenset(
    """
    and 's ' - . the for &
    """.split()
)
_OPENERS = frozenset('.!?:;"–(•*')
_TITLE_CASE_SHARE = 0.6
_TITLE_CASE_WORDS = 5


@dataclass(slots=True, unsafe_hash=True)
class Name:
    """A run of capitalised words.

    `words` are its words without connectors, lower-cased and without accents; `initial` is True where its first word
    opens a sentence and so may be capitalised for that reason alone. `first` and `last` are token indices. Never
    changed, and not declared frozen, for speed.
    """

    text: str
    start: int
    end: int
    words: tuple[str, ...]
    initial: bool
    first: int
    last: int

    @property
    def acronym(self) -> str:
        """The initials of the name's words: "aws" for Amazon Web Services."""
        return "".join(word[0] for word in self.words)


@WHILE_RUNNING.keep(most=16384)
def names(text: str) -> tuple[Name, ...]:
    """The names in the text, in order; dates, stop words and sentence-openers known to be common are left out."""
    reading = read(text)
    words = reading.words
    raised = [at for at in reading.marked(RAISED) if _CAPITAL[words[at]]]
    if not raised:
        return ()
    capital = set(raised).difference(dated(text))
    found: list[Name] = []
    last = -1
    for index in raised:
        if index > last and index in capital:
            last = _run_end(reading, capital, index)
            found.append(_name(reading, index, last))
    return tuple(found)


@WHILE_RUNNING.keep_set(most=16384)
def name_words(text: str) -> Iterable[str]:
    """The words of the names in the text, less a lone capital that opens a sentence, which may be no name."""
    return (word for name in names(text) if len(name.words) > 1 or not name.initial for word in name.words)


def bare(word: str) -> str:
    """The word lower-cased, without accents and full stops: "U.S." and "US" are alike, "Malmö" and "Malmo" too."""
    return BARE[word]


def _bare(word: str) -> str:
    if word.isascii():
        return word.replace(".", "").lower()
    decomposed = unicodedata.normalize("NFD", word.replace(".", ""))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).lower()


BARE = ByWord(_bare, most=16384)
"""The bare form of each word."""


def is_title_case(reading: Reading) -> bool:
    """True for a headline in which capitals say nothing; one does not end in a full stop."""
    if reading.words[-1:] == (".",):
        return False
    letters = [word for word in reading.words if word[0].isalpha()]
    long = [word for word in letters if word.lower() not in STOP_WORDS]
    raised = sum(word[0].isupper() for word in long)
    return len(long) >= _TITLE_CASE_WORDS and raised >= _TITLE_CASE_SHARE * len(long) and raised > 3


def opens_sentence(reading: Reading, index: int) -> bool:
    """True for the first word of the text, of a sentence or of a quotation."""
    if index == 0:
        return True
    before = reading.words[index - 1]
    if before == "." and reading.low(index - 2) in lexicon.NEVER_NAMES:
        return False
    return before in _OPENERS or (
        before in ("'", "-") and (index == 1 or reading.words[index - 2] in _OPENERS)
    )


def _is_capital(word: str) -> bool:
    low = word.lower()
    if word == low or (
        not word[0].isupper() and not (len(word) > 1 and word[0].isalpha() and word[1].isupper())
    ):
        return False
    if word == "I" or low in lexicon.NEVER_NAMES or low in CARDINALS:
        return False
    if low in STOP_WORDS or low in lexicon.OPENING_WORDS:
        # "US" and "IT" are names, "Us" and "It" are not.
        return len(word) > 1 and word.isupper()
    return True


_CAPITAL = ByWord(_is_capital, most=32768)


def _run_end(reading: Reading, capital: set[int], index: int) -> int:
    last = index
    at = index + 1
    size = len(reading.words)
    while at < size:
        if at in capital:
            last = at
            at += 1
        elif reading.lows[at] in _CONNECTORS and reading.lows[at] not in _LEAVE_OUTSIDE:
            at += 1
            if at - last > 3:
                break
        elif reading.words[at] in "-&" or (reading.words[at] == "." and len(reading.words[last]) <= 2):
            if at + 1 not in capital:
                break
            at += 1
        else:
            break
    return last


def _name(reading: Reading, first: int, last: int) -> Name:
    start, end = reading.raw_range(first, last)
    tokens, lows = reading.words, reading.lows
    words = tuple(
        [
            BARE[tokens[at]]
            for at in range(first, last + 1)
            if lows[at] not in _CONNECTORS and tokens[at][0].isalpha()
        ]
    )
    text = reading.folded.raw[start:end]
    return Name(text, start, end, words, opens_sentence(reading, first), first, last)
