"""Two speakers' figures that an article sets side by side: "171 had died, the hospital said. The ministry says 112."

Where the second figure has no noun of its own, it is of what the first counts: no other tie is asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from conspectus.caching import WHILE_COMPARED
from conspectus.consolidate.conflicts.numbers.measures import COUNT, Measure, compatible, measures
from conspectus.consolidate.conflicts.numbers.nouns import noun_behind
from conspectus.consolidate.conflicts.statements import Dispute, Statement
from conspectus.consolidate.language.roles import ANYBODY, roles, words_of
from conspectus.consolidate.language.senses import family, keys
from conspectus.consolidate.language.voices import PRONOUNS, bare, speaker
from conspectus.model.briefing import ConflictKind
from conspectus.text.caseless import Caseless

_ASKED = "Which number is right?"
_BACK = 3
_DIGITS = re.compile(r"\d+(?:[.,]\d+)?")
# "The parish says 48", "die Polizei spricht von elf".
_ALONE = re.compile(
    r"\b(?:says?|said|has|had|puts? (?:it|(?:the|its|their|that) [\w ]{3,25}) at|sp[eo]aks? of|spoke of|talks? of|"
    r"counts?|counted|spricht von|"
    r"(?:figure|count|number|estimate)[^.;]{0,40} (?:is|was)|sprechen von|zählte|zählten|habl\w+ de|cifr\w+ en|cuenta|"
    r"contó|parle(?:nt)? de|compte(?:nt)?|a compté|ont compté|fala(?:m)? em|falou em|parla(?:no)? di|spreekt van)"
    r"\s+(?:only |just |some |about |rund |unos |unas |environ )?$"
)
# "The Greens had 28": a share of their own, unless they are somebody who speaks.
_HOLDS = re.compile(r"(?P<who>[^.,;:]+?),? (?:has|had) (?:only |just |some |about )?$")
# "Their report says": a paper speaks where nobody is named.
_PAPER = re.compile(
    r"\b(?P<paper>report|study|survey|list|log|register|records?|documents?|letter|audit|filing|census|invoice)"
    r" (?:says?|said|shows?|showed|gives?|gave|lists?|listed|puts?|found|speaks? of|spoke of)\b"
)
_SOME = re.compile(
    r"\s*(?:\w+ )?(?:of (?:them|whom|these|those)|among them|davon|d['’]entre|dont|de ellos)\b"
)
_ANAPHORA = re.compile(r"\b(?:it|this|that|das|dies|es|ce|cela|ça|eso|esto|lo)\b", re.IGNORECASE)
_PRESENT = frozenset({"attended", "present", "aboard"})
_FAR = 20
_HALF_AS_MANY = 2
_TERSE = 7
_AROUND = 40
# What may stand behind a figure that counts what the one before it does.
_BARE = re.compile(
    r"\s*(?:[.,;:)”\"»]|$|(?:and|but|while|said|says|according|at|on|by|in|for|a year|selon|según|laut|à|et|y|und|e)\b)"
)
_ONE_MORE = Caseless(
    r"\b(?:more|other|others|another|further|additional|of them|of whom|of these|including|among them|each|otr[oa]s|"
    r"más|autres|dont|weitere|davon|outr[oa]s|altri|since|still|now|then|later|earlier|previous\w*|last|before|"
    r"up from|down from)\b",
)


def figures_side_by_side(lines: Mapping[str, Mapping[int, Statement]]) -> Iterator[Dispute]:
    """Pairs of statements of one article, one close behind the other, that give two speakers' figures of one thing."""
    heard = frozenset(word for line in lines.values() for each in line.values() for word in each.voice)
    for article, line in sorted(lines.items()):
        for place, second in sorted(line.items()):
            if second.places[0] != (article, place):
                continue
            for back in range(1, _BACK + 1):
                first = line.get(place - back)
                if first is None:
                    continue
                if _rivals(first, second, heard, back=back):
                    yield ConflictKind.NUMBER, _question(first, second), first, second
                    break
                # Somebody else's amount of the same in between makes a row of them, of which each is of its own.
                if _is_of_another(first, second):
                    break


def _question(first: Statement, second: Statement) -> str:
    """How many of what the first one counts, where it is English and the second counts nothing else."""
    if first.language != "en":
        return _ASKED
    counted = [
        {
            _noun(each, one, plain=True)
            for one in measures(each.text, each.language)[1]
            if one.dimension == COUNT
        }
        - {""}
        for each in (first, second)
    ]
    return f"How many {counted[0].pop()}?" if len(counted[0]) == 1 and counted[1] <= counted[0] else _ASKED


def _rivals(first: Statement, second: Statement, heard: frozenset[str], *, back: int) -> bool:
    """True where both give one amount, each in somebody's name, and the second's is of what the first counts.

    `heard` are the words that name whoever speaks anywhere in these articles.
    """
    lone = _only(first)
    other = _only(second) or (_only(second, lone.dimension) if lone else None)
    if other is None or first.item.claim.id == second.item.claim.id:
        return False
    text = measures(second.text, second.language)[0]
    alone = _is_bare(second, other) and _gives(text[: other.start], heard)
    one = _only(first, other.dimension) or (lone if alone and other.dimension == COUNT else None)
    named = _source(second)
    if one is None or named & first.voice:
        return False
    if not first.voice:
        return back == 1 and bool(named) and _of_a_crowd(first, one, second, other)
    beside = back < _BACK and bool(named) and _tied(first, one, second, other)
    if not (alone or beside or (back == 1 and _is_terse(first, one) and _is_bare(second, other))):
        return False
    if one.dimension != other.dimension:
        return _nearly(_written(first, one), _written(second, other))
    return _one_thing(first, one, second, other)


def _is_of_another(between: Statement, second: Statement) -> bool:
    """True where what stands in between counts what the second does, or names nothing that it counts."""
    counted = [
        {_noun(each, one) for one in measures(each.text, each.language)[1] if one.dimension == COUNT}
        for each in (between, second)
    ]
    return bool(counted[0] & (counted[1] | {""}))


def _gives(before: str, heard: frozenset[str]) -> bool:
    """True where these words, before a figure, say that somebody gives it."""
    if _ALONE.search(before) is None:
        return False
    holds = _HOLDS.search(before)
    return holds is None or not heard.isdisjoint(bare(holds["who"]))


def _source(statement: Statement) -> frozenset[str]:
    """Whose word it is, as its own words tell: a speaker's, or a paper's."""
    named = speaker(statement.text, statement.language) - PRONOUNS
    paper = _PAPER.search(statement.text)
    return named or (frozenset({paper["paper"]}) if paper else frozenset())


def _tied(first: Statement, one: Measure, second: Statement, other: Measure) -> bool:
    """True where the second's amount is of something that the first speaks of.

    Of money, shares and hours there are many in an event, and two speakers may each tell of another.
    """
    if other.dimension == COUNT or _is_bare(second, other) or _is_terse(first, one):
        return True
    shared = keys(first.text, first.language) & keys(second.text, second.language)
    return bool(shared - _source(second)) or _ANAPHORA.search(second.text) is not None


def _is_terse(statement: Statement, measure: Measure) -> bool:
    """True for a sentence that says no more than whose figure it is: "The police speak of eleven"."""
    return len(statement.text.split()) <= _TERSE and _is_bare(statement, measure)


def _of_a_crowd(first: Statement, one: Measure, second: Statement, other: Measure) -> bool:
    """True where the first gives how many came, and the second how many people were there."""
    came = set(roles(words_of(first.text, first.language), first.language))
    there = set(roles(words_of(second.text, second.language), second.language))
    low, high = sorted((one.high, other.high))
    return (
        one.dimension == other.dimension == COUNT
        and not compatible(one, other)
        and bool(came) and came <= _PRESENT and there <= _PRESENT
        and _noun(second, other, plain=True) in ANYBODY
        and high <= _HALF_AS_MANY * low
    )  # fmt: skip


def _is_bare(statement: Statement, measure: Measure) -> bool:
    return _BARE.match(measures(statement.text, statement.language)[0], measure.end) is not None


def _one_thing(first: Statement, one: Measure, second: Statement, other: Measure) -> bool:
    """True where the second's amount is another of what the first counts: it has no noun of its own, or the same."""
    if compatible(one, other) or not _nearly(one.high, other.high):
        return False
    return (
        _is_bare(second, other) or one.dimension != COUNT or _noun(first, one) == _noun(second, other) != ""
    )


def _only(statement: Statement, dimension: str | None = None) -> Measure | None:
    """The one amount that it gives, of that dimension where one is asked for; some of what it counts are no other."""
    return _lone(statement.text, statement.language, dimension)


@WHILE_COMPARED.keep(most=8192)
def _lone(text: str, language: str, dimension: str | None) -> Measure | None:
    text, stated = measures(text, language)
    found = [
        each
        for each in stated
        if (dimension is None or each.dimension == dimension) and not _SOME.match(text, each.end)
    ]
    if len(found) != 1:
        return None
    around = text[max(0, found[0].start - _AROUND) : found[0].end + _AROUND]
    return None if _ONE_MORE.search(around) else found[0]


def _written(statement: Statement, measure: Measure) -> Decimal:
    """The number as it is written, without what follows it: 27 in "27 millones de euros"."""
    found = _DIGITS.search(measures(statement.text, statement.language)[0], measure.start, measure.end)
    return Decimal(found[0].replace(",", ".")) if found else measure.high


def _nearly(first: Decimal, second: Decimal) -> bool:
    low, high = sorted((first, second))
    return 0 < low < high <= _FAR * low


def _noun(statement: Statement, measure: Measure, *, plain: bool = False) -> str:
    noun = noun_behind(measures(statement.text, statement.language)[0][measure.end :], statement.language)
    return family(noun) if noun and not plain else noun
