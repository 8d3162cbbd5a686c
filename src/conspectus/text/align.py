"""Quotes found in a text exactly, or after folding, or not at all.

Similarity never decides: it only picks the passage that a re-ask shows to the model (`Aligner.hint`).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import regex

from conspectus.model.article import Span
from conspectus.model.evidence import Match
from conspectus.text.boundaries import divides
from conspectus.text.normalise import SPACELESS, Folded, fold

_WORD = regex.compile(rf"[{SPACELESS}]|[\w--[{SPACELESS}]]+", regex.V1)
_PASSAGE = re.compile(r"[^.!?\n]+(?:[.!?]+(?!\s)[^.!?\n]+)*[.!?]*[\"'”’)]*")
_HINT_CANDIDATES = 12
_HINT_SCORE = 50.0


@dataclass(frozen=True, slots=True)
class Alignment:
    """Where a quote stands in the raw text, and how it matched."""

    span: Span
    match: Match


class Aligner:
    """A text prepared once, in linear time, so that a quote is found in about the time it takes to read it.

    Words of the folded text are indexed by position; a quote is looked up through its rarest word.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._folded: Folded = fold(text)

    @cached_property
    def _positions(self) -> dict[str, list[int]]:
        positions: defaultdict[str, list[int]] = defaultdict(list)
        for match in _WORD.finditer(self._folded.text):
            positions[match[0]].append(match.start())
        return dict(positions)

    def find(self, quote: str) -> Alignment | None:
        """The first exact match, else the first after folding, else None.

        A match never begins or ends inside a word, number, amount or user-perceived character, so "5,000" is
        not found in "25,000". White space around the quote is ignored; a quote without a letter or digit is
        never found.
        """
        folded: Alignment | None = None
        for alignment in self._matches(quote):
            if alignment.match is Match.EXACT:
                return alignment
            folded = folded or alignment
        return folded or self._verbatim(quote)

    def _verbatim(self, quote: str) -> Alignment | None:
        """Where the quote stands as it is: white space around it counts where a mark stands on that."""
        start, end = (at := self.text.find(quote)), at + len(quote)
        if at < 0 or not any(map(str.isalnum, quote)) or divides(self.text, start) or divides(self.text, end):
            return None
        return Alignment(span=Span(start=start, end=end), match=Match.EXACT)

    def find_all(self, quote: str) -> tuple[Alignment, ...]:
        """All matches in order of the text, none overlapping the one before it."""
        found: list[Alignment] = []
        for alignment in self._matches(quote):
            if not found or found[-1].span.end <= alignment.span.start:
                found.append(alignment)
        return tuple(found)

    def _matches(self, quote: str) -> Iterator[Alignment]:
        quote = quote.strip()
        wanted = fold(quote).text.strip()
        for start in self._candidates(wanted):
            end = start + len(wanted)
            if self._folded.divides(start) or self._folded.divides(end):
                continue
            raw_start, raw_end = self._trim(*self._folded.range(start, end))
            if divides(self.text, raw_start) or divides(self.text, raw_end):
                continue
            exact = self.text[raw_start:raw_end] == quote
            yield Alignment(
                span=Span(start=raw_start, end=raw_end), match=Match.EXACT if exact else Match.FOLDED
            )

    def _candidates(self, wanted: str) -> Iterator[int]:
        """Folded offsets at which the folded quote stands, through its rarest word."""
        rarest: tuple[list[int], int] | None = None
        for word in _WORD.finditer(wanted):
            positions = self._positions.get(word[0])
            if positions is None:
                return
            if rarest is None or len(positions) < len(rarest[0]):
                rarest = positions, word.start()
        if rarest is None:
            return
        positions, offset = rarest
        text = self._folded.text
        for position in positions:
            if position >= offset and text.startswith(wanted, position - offset):
                yield position - offset

    def _trim(self, start: int, end: int) -> tuple[int, int]:
        """The range without the white space that folding gave to a dash or an ellipsis at its ends."""
        while start < end and self.text[start].isspace():
            start += 1
        while start < end and self.text[end - 1].isspace():
            end -= 1
        return start, end

    @cached_property
    def _passages(self) -> tuple[tuple[str, frozenset[str]], ...]:
        pieces = (match[0].strip() for match in _PASSAGE.finditer(self.text))
        return tuple(
            (piece, frozenset(word.casefold() for word in _WORD.findall(fold(piece).text)))
            for piece in pieces
            if piece
        )

    def hint(self, quote: str) -> str | None:
        """The sentence-like passage most similar to the quote, in the text's own characters, or None.

        For the complaint of a re-ask only; it is never evidence.
        """
        # Few quotes need a hint, and every run would load what compares them.
        from rapidfuzz import fuzz  # noqa: PLC0415 - as said

        words = {word.casefold() for word in _WORD.findall(fold(quote).text)}
        if not words:
            return None
        shared = [(len(words & passage[1]), -at) for at, passage in enumerate(self._passages)]
        best, best_score = None, _HINT_SCORE
        for count, at in sorted(shared, reverse=True)[:_HINT_CANDIDATES]:
            passage = self._passages[-at][0]
            score = fuzz.partial_ratio(quote, passage) if count else 0.0
            if score > best_score:
                best, best_score = passage, score
        return best
