"""Two speakers' figures in one sentence: "4,800 marched according to the unions, 1,900 according to the prefecture"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from conspectus.consolidate.conflicts.numbers.measures import Measure, measures
from conspectus.consolidate.conflicts.sides import side
from conspectus.consolidate.conflicts.statements import Statement, as_of
from conspectus.consolidate.conflicts.told.side_by_side import ONE_MORE, one_thing
from conspectus.consolidate.language.voices import PRONOUNS, speaker
from conspectus.model.article import Article
from conspectus.model.briefing import Conflict, ConflictKind
from conspectus.model.evidence import Claim, Evidence, Verification, claim_id
from conspectus.text.facts.words import STOP_WORDS
from conspectus.verification.faithfulness import examine
from conspectus.verification.grounding import containing_sentences

_ASKED = "Which number is right?"
_BREAK = re.compile(
    r"[;,]\s(?:(?:and|but|while|whereas|et|mais|tandis que|alors que|und|aber|während|y|pero|mientras(?: que)?|e|mas|"
    r"enquanto|ma|mentre|en|maar|terwijl)\s)?|\s(?:while|whereas|but|tandis que|alors que|mientras(?: que)?|enquanto|"
    r"mentre|terwijl)\s"
)
# "The organisers 4,800": whose the figure is stands before it, and the verb is the first half's.
_GAP = re.compile(
    r"(?P<who>(?:the|its|their|les?|la|l[’']|los|las|el|die|der|das|os?|as?|i|gli|il|de|het)\s"
    r"(?:[^\W\d_][\w’'-]*\s){1,3})",
    re.IGNORECASE,
)
# "With 12 per cent of votes counted": nobody counted twelve.
_COUNTED = re.compile(r"\b(?:counted|estimated|reported|confirmed|announced|claimed|stated)$")
_FEWEST = 2


@dataclass(frozen=True)
class _Half:
    """One speaker's part of a sentence, with its amount."""

    statement: Statement
    measure: Measure


@dataclass(frozen=True)
class Split:
    """What sentences tell of two speakers by themselves: the conflicts, each once, and the claims that their sides
    rest on.
    """

    conflicts: tuple[Conflict, ...]
    parts: tuple[Claim, ...]
    told: frozenset[frozenset[object]]

    def tells(self, first: Measure, second: Measure) -> bool:
        """True where these two amounts are those of a sentence."""
        return frozenset((_value(first), _value(second))) in self.told


def split_figures(
    said: Sequence[Statement], published: Mapping[str, date | None], articles: Mapping[str, Article]
) -> Split:
    """The sentences that give two speakers' amounts of one thing, one conflict for each two amounts."""
    groups: dict[frozenset[object], list[tuple[_Half, _Half]]] = {}
    for each in said:
        if (halves := _halves(each, published)) and all(_stands(half, articles) for half in halves):
            groups.setdefault(frozenset(_value(half.measure) for half in halves), []).append(halves)
    conflicts, claims = [], []
    for pairs in groups.values():
        sides: tuple[list[Statement], list[Statement]] = ([], [])
        for half in (half for pair in pairs for half in pair):
            sides[_value(half.measure) != _value(pairs[0][0].measure)].append(half.statement)
        shown = tuple(side(one, published) for one in sides)
        conflicts.append(Conflict(question=_ASKED, kind=ConflictKind.NUMBER, sides=shown))
        claims += [each.item.claim for one in sides for each in one]
    return Split(tuple(conflicts), tuple(claims), frozenset(groups))


def _value(measure: Measure) -> tuple[object, ...]:
    return measure.dimension, measure.low, measure.high


def _halves(statement: Statement, published: Mapping[str, date | None]) -> tuple[_Half, _Half] | None:
    """The sentence in two, where each half gives another speaker's amount of one thing."""
    claim = statement.item.claim
    flat = re.sub(r"\s", " ", claim.evidence[0].quote)
    read, stated = measures(flat, statement.language)
    # Number words of other languages become digits, and then nothing stands where it did.
    alone = len(claim.evidence) == 1 and claim.attributed_to is None
    if read != flat or flat != claim.text or not alone or ONE_MORE.search(flat):
        return None
    for one, other in pairwise(stated):
        for found in _breaks(flat, one.end, other.start):
            first, second = flat[: found.start()].rstrip(), flat[found.end() :].rstrip()
            voices = speaker(first, statement.language), _whose(second, other.start - found.end(), statement)
            only = sum(each.dimension == one.dimension for each in stated) == _FEWEST
            heard = all(voices) and not voices[0] & voices[1] and not _COUNTED.search(first)
            if only and heard and one_thing(statement, one, statement, other):
                return (
                    _Half(_part(statement, 0, len(first), voices[0], published), one),
                    _Half(
                        _part(statement, found.end(), found.end() + len(second), voices[1], published), other
                    ),
                )
    return None


def _stands(half: _Half, articles: Mapping[str, Article]) -> bool:
    """True where the audit lets the half stand alone: it leaves out no speaker and no doubt of its sentence."""
    piece = half.statement.item.claim.evidence[0]
    article = articles.get(piece.article_id)
    if article is None:
        return False
    contexts = (), containing_sentences(article, piece.span)
    text, day = half.statement.text, article.published
    return all(examine(text, [piece.quote], published=day, context=each).supported for each in contexts)


def _breaks(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    yield from (found for found in _BREAK.finditer(text, start) if found.end() <= end)


def _whose(half: str, number: int, statement: Statement) -> frozenset[str]:
    """Who gives the figure that begins at the place in the half of a sentence."""
    if named := speaker(half, statement.language) - PRONOUNS:
        return named
    gap = _GAP.fullmatch(half, 0, number)
    words = frozenset(gap["who"].lower().split()[1:]) if gap else frozenset()
    return frozenset() if words & STOP_WORDS else words


def _part(
    statement: Statement, start: int, end: int, voice: frozenset[str], published: Mapping[str, date | None]
) -> Statement:
    claim, piece = statement.item.claim, statement.item.claim.evidence[0]
    quote = piece.quote[start:end]
    own = Evidence(
        article_id=piece.article_id,
        start=piece.start + start,
        end=piece.start + end,
        quote=quote,
        match=piece.match,
    )
    text = " ".join(quote.split())
    part = Claim(
        id=claim_id(text, claim.attributed_to, (own,)),
        text=text,
        kind=claim.kind,
        attributed_to=claim.attributed_to,
        evidence=(own,),
        verified=Verification.QUOTED,
    )
    item = replace(statement.item, claim=part)
    return replace(statement, item=item, voice=voice, day=as_of(item, published))
