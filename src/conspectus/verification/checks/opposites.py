# ruff: noqa: SIM905 — a word list reads best as words
"""Opposites: "rose" for "fell", "more" for "fewer", "won" for "lost"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from conspectus.text.facts.operators import OperatorKind
from conspectus.text.facts.words import stem
from conspectus.verification.checks.case import Analysis, Case
from conspectus.verification.verdict import Mismatch, MismatchKind

_DIRECTIONS = """
rise rises rose risen rising increase increased increases increasing grow grew grown grows growing
growth climb climbed climbs jump jumped jumps surge surged surges surging soar soared gain gained
gains up higher raise raised raises expand expanded expansion boost boosted boosts upgrade upgraded
improve improved improves improvement accelerate accelerated rebound rebounded recover recovered
strengthen strengthened double doubled triple tripled add added upward rally rallied swell swelled
widen widened advance advanced | fall falls fell fallen falling decrease decreased decreases
decreasing decline declined declines declining drop dropped drops dropping shrink shrank shrunk
plunge plunged plunges slump slumped tumble tumbled slide slid lose lost loses loss down lower
lowered reduce reduced reduces reducing reduction cut cuts cutting halve halved contract contracted
contraction downgrade downgraded worsen worsened slow slowed slows slowing weaken weakened dip
dipped sink sank collapse collapsed downward ease eased narrow narrowed retreat retreated
"""
_OPPOSITES = """
high | low ;
more greater bigger larger higher | less fewer smaller lower ;
above over exceed exceeds exceeded exceeding beat beats topped surpassed surpass | below under short
missed missing misses miss undershot ;
faster quicker sooner quickly rapidly | slower later slowly gradually ;
better best improved | worse worst worsened ;
stronger strong strongest | weaker weak weakest ;
longer longest | shorter shortest ;
older oldest elder | younger youngest ;
newest newer latest | oldest older ;
largest biggest highest most maximum | smallest lowest least minimum fewest ;
hotter warmer warmest hottest | colder cooler coldest coolest ;
cheaper cheapest | dearer costlier pricier ;
earlier earliest | later latest ;
win won wins winning victory victories beat defeated | lose lost loses losing defeat defeats ;
approve approved approves approval accept accepted accepts backed passed endorsed adopted | reject
rejected rejects rejection refused vetoed blocked declined turned-down threw ;
open opened opens opening reopen reopened | close closed closes closing closure shut shuts ;
start started starts begin began begun begins launch launched launches resume resumed | end ended
ends finish finished stop stopped stops halt halted suspend suspended cease ceased ;
hire hired hires hiring recruit recruited recruiting | fire fired fires dismiss dismissed dismisses
layoff layoffs sack sacked redundant redundancies laid ;
buy bought buys buying purchase purchased purchases acquire acquired acquires acquisition | sell
sold sells selling sale divest divested ;
import imported imports | export exported exports ;
support supported supports back backed backs favour favoured favor favored | oppose opposed opposes
criticise criticised criticize criticized condemn condemned ;
guilty convicted convict conviction | innocent acquitted acquittal cleared exonerated ;
profit profits profitable | loss losses loss-making ;
legal lawful | illegal unlawful ;
success successful successfully succeeded succeed | failure failed unsuccessful unsuccessfully fails
fail ;
allow allowed allows permit permitted legalise legalised | ban banned bans prohibit prohibited
forbid forbade outlaw outlawed ;
confirm confirmed confirms admit admits admitted | deny denied denies ;
arrive arrived arrives arrival | depart departed departure leave left leaves ;
enter entered joined join joins | exit exited quit quits withdrew withdraw ;
north northern northeast northwest | south southern southeast southwest ;
east eastern | west western ;
male men man boys boy | female women woman girls girl ;
public state-owned | private privately ;
surplus | deficit ;
agree agrees agreed | disagree disagrees disagreed dispute disputes disputed ;
minor mild slight slightly light | major serious seriously severe severely heavy critical critically
;
cancelled canceled cancels cancel scrapped abandoned axed | held proceed proceeded staged ;
halted halt halts stopped stop stops suspended suspend | continue continued continues resume resumed
resumes ;
majority | minority ;
optimistic optimism hopeful | pessimistic pessimism gloomy ;
survive survived survivors alive | die died dead killed death deaths kill kills ;
lift lifted lifts ease eased relax relaxed | impose imposed imposes tighten tightened ;
appoint appointed named hired | resign resigned resigns dismissed ousted sacked stepped ;
safe safely | unsafe dangerous ;
temporary temporarily interim | permanent permanently ;
voluntary voluntarily | compulsory mandatory forced ;
mandatory compulsory obligatory required | optional voluntary ;
unanimous unanimously | narrowly split divided ;
urban city | rural countryside ;
domestic | foreign overseas ;
first | last final ;
indoor indoors | outdoor outdoors ;
maximum | minimum ;
national nationwide nationally | local locally ;
day daytime daily | night overnight nightly ;
weekly | monthly yearly annual annually daily ;
upheld uphold upholds | overturned overturn overturns quashed struck ;
increase increased | maintained unchanged held ;
ahead | behind ;
inside | outside ;
morning | afternoon evening night ;
spring | autumn fall ;
summer | winter ;
many | few ;
often frequently always | rarely seldom ;
"""


class _Pair(NamedTuple):
    kind: MismatchKind
    side: frozenset[str]
    opposite: frozenset[str]


def _pairs() -> dict[str, tuple[_Pair, ...]]:
    """For each word the pairs of opposites that it stands in."""
    rows: list[tuple[MismatchKind, str]] = [(MismatchKind.COMPARATIVE, _DIRECTIONS.replace("\n", " "))]
    joined = [row for row in _OPPOSITES.split(";") if row.strip()]
    comparative = 13
    rows += [
        (MismatchKind.COMPARATIVE if at < comparative else MismatchKind.CONTENT, line)
        for at, line in enumerate(joined)
    ]
    found: dict[str, tuple[_Pair, ...]] = {}
    for kind, line in rows:
        left, right = (frozenset(half.split()) for half in line.split("|"))
        for side, opposite in ((left, right), (right, left)):
            for word in side:
                found[word] = (*found.get(word, ()), _Pair(kind, side, opposite))
    return found


_PAIRS = _pairs()
_PARTICLES = frozenset(("up", "down"))
_PHRASAL = frozenset(
    stem(word)
    for word in (
        "give set make take end pick sign bring hold back call break shut stand step sit line turn open show"
    ).split()
)
_ORDER_REACH = 6
_SUBJECT_REACH = 7
_CROSSED_OVERLAP = 0.5


def check(case: Case) -> Iterator[Mismatch]:
    """Words of the claim for which the evidence has the opposite, said of the same thing."""
    lows = case.lows
    bounded = {i for q in case.claim.quantities for i in range(q.first, q.last + 1)}
    yield from _turned_order(case)
    for index, low in enumerate(case.claim.reading.lows):
        for pair in _PAIRS.get(low, ()):
            if low in _PARTICLES and not _is_direction(case.claim, index):
                continue
            against = sorted(word for word in pair.opposite & lows if _is_meant(case, word))
            if not against or index in bounded or low in lows:
                if low in lows and against:
                    yield from _crossed(case, index, pair)
                continue
            if pair.side & lows or _negated(case, index, pair) or not _paired_subject(case, index, pair):
                continue
            yield Mismatch(
                kind=pair.kind,
                in_claim=low,
                in_evidence=", ".join(against),
                message=f"The claim says “{low}” where the evidence says “{', '.join(against)}”.",
            )
            return


def _turned_order(case: Case) -> Iterator[Mismatch]:
    """The claim has "after" for "before" with the same word next; with another, clauses may be exchanged."""
    for word, opposite in (("after", "before"), ("before", "after")):
        if word in case.lows or word not in case.claim.lows:
            continue
        mine = [_next_stems(case.claim, i) for i, low in enumerate(case.claim.reading.lows) if low == word]
        theirs = [
            _next_stems(a, i) for a in case.wider for i, low in enumerate(a.reading.lows) if low == opposite
        ]
        if any(some and some == others for some in mine for others in theirs):
            yield Mismatch(
                kind=MismatchKind.CONTENT,
                in_claim=word,
                in_evidence=opposite,
                message=f"The claim says “{word}” where the evidence says “{opposite}”.",
            )
            return


def _next_stems(analysis: Analysis, index: int) -> tuple[str, ...]:
    """The first content word after the token, if there is one."""
    following = (s for s in analysis.stems[index + 1 : index + _ORDER_REACH] if s is not None)
    return tuple(islice(following, 1))


def _is_meant(case: Case, word: str) -> bool:
    """False for the "up" of "gave up" where it stands nowhere as a direction."""
    return word not in _PARTICLES or any(
        _is_direction(a, i) for a in case.wider for i, low in enumerate(a.reading.lows) if low == word
    )


def _is_direction(analysis: Analysis, index: int) -> bool:
    """True for "up 5%" and "went up", not for "giving up" and "up to"."""
    reading = analysis.reading
    if reading.low(index + 1) == "to" and not reading.low(index - 1).endswith("ed"):
        return False
    return stem(reading.low(index - 1)) not in _PHRASAL


def _negated(case: Case, index: int, pair: _Pair) -> bool:
    """True where one of the opposites stands under a negation: "did not rise" and "fell" may agree."""
    for analysis in (case.claim, *case.wider):
        for operator in analysis.of_kind(OperatorKind.NEGATION):
            scope = range(operator.first, operator.end)
            if analysis is case.claim and index in scope:
                return True
            if analysis is not case.claim and pair.opposite & set(
                analysis.reading.lows[operator.last + 1 : operator.end]
            ):
                return True
    return False


def _paired_subject(case: Case, index: int, pair: _Pair) -> bool:
    """True where the claim shares a word, beside the opposites, with the clause of the evidence's opposite."""
    mine = case.claim.stem_set - _stems(pair.side)
    for analysis in case.wider:
        for at, low in enumerate(analysis.reading.lows):
            if low in pair.opposite:
                start, end = analysis.sentence_bounds(at)
                if mine & analysis.stems_in(start, end):
                    return True
    return not mine


def _stems(words: frozenset[str]) -> frozenset[str]:
    return frozenset(stem(word) for word in words)


def _crossed(case: Case, index: int, pair: _Pair) -> Iterator[Mismatch]:
    """Both words stand in the evidence, but the claim's subject stands with the other one."""
    if pair.kind is not MismatchKind.COMPARATIVE:
        return
    subject = _subject(case.claim, index)
    if not subject:
        return
    own = max((_overlap(subject, s) for s in _subjects(case, pair.side)), default=0.0)
    other = max((_overlap(subject, s) for s in _subjects(case, pair.opposite)), default=0.0)
    if other > own and other >= _CROSSED_OVERLAP:
        low = case.claim.reading.lows[index]
        theirs = sorted(pair.opposite & case.lows)
        yield Mismatch(
            kind=MismatchKind.COMPARATIVE,
            in_claim=low,
            in_evidence=", ".join(theirs),
            message=f"In the evidence “{low}” is said of something else; of this, “{', '.join(theirs)}”.",
        )


def _subjects(case: Case, words: frozenset[str]) -> Iterator[set[str]]:
    for analysis in case.wider:
        for index, low in enumerate(analysis.reading.lows):
            if low in words:
                yield _subject(analysis, index)


def _overlap(subject: set[str], other: set[str]) -> float:
    """The share of the other subject's words that the subject has."""
    return len(subject & other) / len(other) if other else 0.0


def _subject(analysis: Analysis, index: int) -> set[str]:
    """The content words before the token in its clause."""
    start = index
    while start > 0 and index - start < _SUBJECT_REACH:
        before = analysis.reading.lows[start - 1]
        if not (before[0].isalnum() or before in ("'s", "-", "'")) or before in (
            "and",
            "while",
            "but",
            "as",
            "after",
            "when",
        ):
            break
        start -= 1
    return set(analysis.stems_in(start, index))
