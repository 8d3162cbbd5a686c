"""A claim with its evidence, each text analysed once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from conspectus.caching import WHILE_RUNNING, ByWord, cached_property, kept
from conspectus.text.align import Aligner
from conspectus.text.facts.dates import Mention, mentions
from conspectus.text.facts.marks import RAISED
from conspectus.text.facts.names import BARE, Name, names
from conspectus.text.facts.numbers import Quantity, quantities
from conspectus.text.facts.operators import Operator, OperatorKind, operators
from conspectus.text.facts.tokens import SENTENCE_MARKS, Reading, read
from conspectus.text.facts.words import STOP_WORDS, stem
from conspectus.text.normalise import fold
from conspectus.text.senses import meant

SHARED_BEGINNING = 5
KEPT = 512
"""So many texts' analyses are kept, and what else is worked out of one."""


@dataclass(eq=False)
class Analysis:
    """Everything that the checks ask of one text; `stems` has None for tokens that carry no content.

    Compared by identity: the same text has one analysis (`analyse`). Not declared frozen, as that costs time.
    """

    text: str
    reading: Reading
    stems: tuple[str | None, ...]
    stem_set: frozenset[str]
    lows: frozenset[str]
    quantities: tuple[Quantity, ...]
    counted: frozenset[int]
    """The tokens of its quantities."""
    mentions: tuple[Mention, ...]
    operators: tuple[Operator, ...]
    """Its operators, without those that are a number's bound ("no fewer than")."""
    by_kind: Mapping[OperatorKind, tuple[Operator, ...]]
    """Those of each kind that it has."""

    @cached_property
    def capitals(self) -> frozenset[str]:
        """The bare forms of the tokens that have a capital letter."""
        words = self.reading.words
        return kept([BARE[words[at]] for at in self.reading.marked(RAISED)])

    @cached_property
    def names(self) -> tuple[Name, ...]:
        """Its names."""
        return names(self.text)

    @cached_property
    def named(self) -> frozenset[str]:
        """The stems of the words of its names, offices included."""
        return kept([stem(word) for name in self.names for word in name.words])

    def of_kind(self, kind: OperatorKind) -> tuple[Operator, ...]:
        """Its operators of that kind."""
        return self.by_kind.get(kind, ())

    def of_kinds(self, kinds: Collection[OperatorKind]) -> tuple[Operator, ...]:
        """Its operators of those kinds."""
        return tuple([operator for operator in self.operators if operator.kind in kinds])

    def places(self, root: str) -> list[int]:
        """The tokens of that stem, in order."""
        if root not in self.stem_set:
            return []
        return [at for at, other in enumerate(self.stems) if other == root]

    def stems_in(self, start: int, end: int) -> frozenset[str]:
        """The stems of the content words among the tokens from `start` up to, not including, `end`."""
        return frozenset(filter(None, self.stems[start if start > 0 else 0 : end]))

    def told_in(self, start: int, end: int) -> frozenset[str]:
        """Those stems and the numbers among these tokens."""
        return self.stems_in(start, end) | {low for low in self.reading.lows[start:end] if low[0].isdecimal()}

    def sentence_bounds(self, index: int) -> tuple[int, int]:
        """The tokens of the sentence around a token."""
        words = self.reading.words
        start, end, size = index, index, len(words)
        while start > 0 and words[start - 1] not in SENTENCE_MARKS:
            start -= 1
        while end < size and words[end] not in SENTENCE_MARKS:
            end += 1
        return start, end


def _content_stem(low: str) -> str | None:
    return None if low in STOP_WORDS or not low[0].isalpha() else stem(low)


_CONTENT_STEMS = ByWord(_content_stem, most=65536)


@WHILE_RUNNING.keep(most=KEPT)
def analyse(text: str) -> Analysis:
    """The analysis of a text; the last 512 are kept."""
    reading = read(text)
    stems = tuple(map(_CONTENT_STEMS.__getitem__, reading.lows))
    counted = quantities(text)
    tokens = kept([at for quantity in counted for at in range(quantity.first, quantity.last + 1)])
    found = operators(text)
    if found and tokens:
        found = tuple([operator for operator in found if operator.first not in tokens])
    by_kind: dict[OperatorKind, tuple[Operator, ...]] = {}
    for operator in found:
        by_kind[operator.kind] = (*by_kind.get(operator.kind, ()), operator)
    return Analysis(
        text=text,
        reading=reading,
        stems=stems,
        stem_set=kept(filter(None, stems)),
        lows=kept(reading.lows),
        quantities=counted,
        counted=tokens,
        mentions=mentions(text),
        operators=found,
        by_kind=by_kind,
    )


def analyse_all(texts: Iterable[str]) -> None:
    """These texts' analyses are kept: each kind of fact is read from all of them before the next one is.

    What reading one kind of fact takes is then at hand in the processor, which halves the time.
    """
    several = tuple(dict.fromkeys(texts))
    steps: tuple[Callable[[str], object], ...] = (read, mentions, quantities, names, analyse)
    for step in steps:
        for text in several:
            step(text)


@dataclass(eq=False)
class Case:
    """What one examination looks at.

    `pieces` is the evidence; `wider` has in place of a piece the sentences of the context that contain it, so that a
    "not" outside the quote still counts; `dates` are the publication dates of the pieces, as many as there are.
    """

    claim: Analysis
    pieces: tuple[Analysis, ...]
    wider: tuple[Analysis, ...]
    known: tuple[Analysis, ...]
    dates: tuple[date | None, ...]
    attributed_to: str | None

    @cached_property
    def stems(self) -> frozenset[str]:
        """The content stems of evidence and context together."""
        return frozenset[str]().union(*[a.stem_set for a in self.texts])

    @cached_property
    def lows(self) -> frozenset[str]:
        """The lower-cased tokens of evidence and context together."""
        return frozenset[str]().union(*[a.lows for a in self.texts])

    @cached_property
    def texts(self) -> tuple[Analysis, ...]:
        """Evidence and context together, each text once; the wider ones first."""
        return tuple(dict.fromkeys((*self.wider, *self.pieces)))

    @cached_property
    def foreign(self) -> frozenset[str]:
        """The content stems of the claim of which neither the evidence nor what is known has the beginning."""
        sources = self.stems.union(*[a.stem_set for a in self.known]) if self.known else self.stems
        left = self.claim.stem_set - sources
        if not left:
            return left
        beginnings = _beginnings(sources) if self.known else self.beginnings
        return frozenset([s for s in left if s[:SHARED_BEGINNING] not in beginnings])

    @cached_property
    def beginnings(self) -> frozenset[str]:
        """How the longer content stems of evidence and context begin."""
        return _beginnings(self.stems)

    @cached_property
    def senses(self) -> frozenset[str]:
        """What the words of the evidence, its context and what is known may mean."""
        return frozenset[str]().union(
            *[s for a in (*self.texts, *self.known) for s in meant(a.text).values()]
        )

    @cached_property
    def cues(self) -> frozenset[OperatorKind]:
        """The kinds of operators that evidence or context has."""
        return frozenset[OperatorKind]().union(*[analysis.by_kind for analysis in self.wider])

    def has_cue(self, *kinds: OperatorKind) -> bool:
        """True where evidence or context has an operator of one of the kinds."""
        return not self.cues.isdisjoint(kinds)


def _beginnings(stems: frozenset[str]) -> frozenset[str]:
    return frozenset([s[:SHARED_BEGINNING] for s in stems if len(s) >= SHARED_BEGINNING])


def widen(pieces: Sequence[str], context: Sequence[str]) -> tuple[str, ...]:
    """The context, and those pieces that no sentence of the context contains."""
    if not context:
        return tuple(dict.fromkeys(pieces))
    folded = [fold(sentence).text for sentence in context]
    outside = (p for p in pieces if not any(fold(p).text.strip() in f for f in folded))
    return tuple(dict.fromkeys((*context, *outside)))


def is_verbatim(claim: str, texts: Sequence[str]) -> bool:
    """True where the claim is a whole sentence of one of the texts, typography aside."""
    stems = analyse(claim).stem_set
    likely = [text for text in texts if stems <= analyse(text).stem_set]
    if not likely:
        return False
    wanted = fold(claim).text.strip()
    return any(_has_sentence(wanted, text) for text in likely)


def _has_sentence(wanted: str, text: str) -> bool:
    whole = fold(text).text
    folded = whole.strip()
    if wanted == folded or wanted == folded.rstrip(".!?"):
        return True
    if len(wanted) >= len(folded) or wanted not in folded:
        return False
    # Where folding changes nothing, an alignment is one of these, and most of what stands there is no sentence.
    if whole == text and not any(
        _stands_alone(text, at, at + len(wanted)) for at in _occurrences(text, wanted)
    ):
        return False
    return any(
        _stands_alone(text, alignment.span.start, alignment.span.end)
        for alignment in Aligner(text).find_all(wanted)
    )


def _occurrences(text: str, part: str) -> Iterator[int]:
    at = text.find(part)
    while at >= 0:
        yield at
        at = text.find(part, at + 1)


def _stands_alone(text: str, start: int, end: int) -> bool:
    before, after = text[:start].rstrip(), text[end:].lstrip("'\"”’) ")
    closed = text[end - 1 : end] in ".!?”\"'’)" or text[end : end + 1] in (".", "!", "?", "")
    opened = not before or before[-1] in ".!?" or (before[-1] in "\"”’'" and before[-2:-1] in ".!?")
    starts_anew = not after.strip(".!?") or after.strip(".!? ")[:1].isupper() or not after[:1].isalpha()
    return opened and closed and starts_anew


def pairs(case: Case) -> Iterator[tuple[Analysis, date | None]]:
    """Each piece of evidence with its publication date."""
    return zip(case.pieces, case.dates, strict=True)
