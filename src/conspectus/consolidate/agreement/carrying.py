"""Whether a sentence says all that a statement says: the same act, of the same, with the same numbers and days."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import chain

from conspectus.caching import WHILE_WEIGHED, kept
from conspectus.consolidate.language.voices import PRONOUNS, speaker
from conspectus.model.evidence import Claim, Evidence
from conspectus.text.alternatives import by_first_letter
from conspectus.text.caseless import Caseless
from conspectus.text.concepts import concepts, name_concepts
from conspectus.text.facts.cues import CUES
from conspectus.text.facts.dates import mentions, periods
from conspectus.text.facts.numbers import Quantity, quantities
from conspectus.text.facts.words import stem
from conspectus.text.language import detect_language
from conspectus.text.senses import meant
from conspectus.verification.citing import carries, worded

CARRIED = 0.7
"""Share (0–1) of a statement's concepts that must be in the evidence where the language is not English."""

_FEWEST_MEANT = 3
_FEWEST_TOLD = 2
_SOME = 4
# What stands behind one of these is said of something else, or happened at another time.
_PARTS = re.compile(
    r"[;:]\s|\s[—–]\s|,\s(?=(?:and|but|while|which|who|whose|where|when|after|although|because|so)\b)"
    r"|\s(?=(?:while|although|but|whereas)\b)"
)
# "Ada Finch, the harbour master, will …": who she is, is not what is told of her.
_WHO_THAT_IS = re.compile(r"(?<=[\w’'.]), (?:the|an?|its|his|her|their|whose) [^,;.]{2,60},")
_UNREAL_KINDS = frozenset(("negation", "possibility", "expectation", "condition", "hedge"))
# Of a text in lower case: so many alternatives are far quicker to tell apart where case counts.
_UNREAL_CUES = (
    *sorted((cue for cue, kind in CUES.items() if kind in _UNREAL_KINDS), key=len, reverse=True),
    *("feared", "fears?", "fearing", "tried", "wanted", "asked", "demand(?:s|ed)?", "called for", "whether"),
    *("to be asked", "almost", "nearly had"),
)
_UNREAL = re.compile(rf"\b(?:{by_first_letter(_UNREAL_CUES)})\b")
_REPORTED = Caseless(
    r"\b(?:said|says|say|told|claim(?:s|ed)?|insist(?:s|ed)?|argue[sd]?|accord(?:ing|s)|believe[sd]?|think|thought|"
    r"counts?|counted|estimate[sd]?|wrote|writes|announced|reported|warned|blame[sd]?)\b",
)
# "Two, and not four": what stands behind is what it is not.
_NO_NUMBER = re.compile(
    r"\b(?:not|no|non|nicht|pas|rather than|instead of|statt|anstatt|au lieu de|en lugar de|en vez de)\s+$",
    re.IGNORECASE,
)
# "largely", "mainly" and the like: hedges of extent, which don't put in doubt that it happened.
_EXTENT = frozenset(("in part", "partly", "partially", "mainly", "mostly", "largely", "primarily", "some"))


def says(
    claim: Claim,
    pieces: Sequence[Evidence],
    published: Mapping[str, date | None],
    *,
    attributed_to: str | None = None,
) -> bool:
    """True where the pieces, all of one article, say all of the claim in whatever words.

    Each word with content has to have one of the same sense there, in one part of the sentence or nearly so; the
    numbers, hours, days and speakers have to be the same; and the gate has to let the claim pass from these pieces.
    `attributed_to` is whose words the pieces are, where they don't say so themselves.
    """
    if attributed_to not in (None, claim.attributed_to):
        return False
    quotes = [piece.quote for piece in pieces]
    # What costs least and refuses most comes first.
    if not (_same_numbers(claim.text, quotes) and covers(claim.text, quotes)):
        return False
    if not _same_speaker(claim.text, quotes) or not _same_hours(claim.text, quotes):
        return False
    text = worded(claim.text, claim.attributed_to)
    return carries(pieces, text, published) and _same_days(claim, pieces, published)


def covers(text: str, quotes: Sequence[str]) -> bool:
    """True where the quotes have words for all that the text says, and don't put it in doubt where it does not."""
    if _language(text) != "en":
        return _mostly_there(text, quotes)
    told = _told(text)
    if not told:
        return False
    there = _senses(quotes[0]) if len(quotes) == 1 else frozenset().union(*map(_senses, quotes))
    for senses in meant(text).values():
        if senses.isdisjoint(there):
            return False
    unsure = doubts(text)
    # In a longer statement one word may stand in the next part: "… at the station, where …".
    spared = 1 if len(told) >= _SOME else 0
    for part in (part for quote in quotes for part in parts(quote)):
        about = _senses(part)
        missing = [senses for senses in told if senses.isdisjoint(about)]
        if len(missing) <= spared and doubts(part) <= unsure:
            return True
    return False


@WHILE_WEIGHED.keep(most=8192)
def _told(text: str) -> tuple[frozenset[str], ...]:
    """What the words of the text mean that are no names; empty where they are too few to say anything."""
    wanted, names = meant(text), name_concepts(text)
    told = tuple(senses for word, senses in wanted.items() if word not in names)
    if not meant(_WHO_THAT_IS.sub(" ", text)).keys() - names:
        return ()
    facts = bool(_amounts(text)) + bool(mentions(text))
    return told if len(wanted) + facts >= _FEWEST_MEANT and len(told) >= _FEWEST_TOLD else ()


@WHILE_WEIGHED.keep(most=8192)
def questions(text: str) -> tuple[frozenset[str], ...]:
    """For each word of the text that evidence has to answer to, the answers of which one will do."""
    if _language(text) == "en":
        return tuple(meant(text).values())
    return tuple(frozenset((concept,)) for concept in concepts(text))


def is_english(text: str) -> bool:
    """True where the text is in English, or too short to tell."""
    return _language(text) == "en"


def needed(text: str) -> int:
    """How many of its questions have to be answered."""
    count = len(questions(text))
    return count if _language(text) == "en" else math.ceil(CARRIED * count)


def answers(quote: str) -> frozenset[str]:
    """Everything that the quote's words answer, in English and by concepts."""
    return _senses(quote) | concepts(quote)


@WHILE_WEIGHED.keep_set(most=16384)
def _senses(text: str) -> Iterable[str]:
    return chain.from_iterable(meant(text).values())


@WHILE_WEIGHED.keep(most=8192)
def parts(quote: str) -> tuple[str, ...]:
    """The parts of a sentence, each of which tells of one thing, in order."""
    return tuple(part for part in _PARTS.split(quote) if part)


@WHILE_WEIGHED.keep(most=16384)
def doubts(text: str) -> frozenset[str]:
    """The words by which the text denies, doubts or only expects what it says."""
    return kept(each for each in _UNREAL.findall(text.lower()) if each not in _EXTENT)


@WHILE_WEIGHED.keep(most=8192)
def _language(text: str) -> str | None:
    return detect_language(text) or "en"


def _mostly_there(text: str, quotes: Sequence[str]) -> bool:
    """What is asked where no words of one sense are known: most of the concepts, and most of what is told."""
    wanted = concepts(text)
    about = frozenset().union(*(concepts(quote) for quote in quotes))
    told = wanted - name_concepts(text)
    return (
        len(wanted) >= _FEWEST_MEANT
        and len(told) >= _FEWEST_TOLD
        and len(wanted & about) >= CARRIED * len(wanted)
        and len(told & about) >= CARRIED * len(told)
    )


def _same_numbers(text: str, quotes: Sequence[str]) -> bool:
    """False where the quotes lack a number of the text: the gate would say so, at a hundred times the cost."""
    wanted = _amounts(text)
    if not wanted:
        return True
    there = frozenset[Decimal | None]().union(*map(_bounds, quotes))
    return all(each.low in there or each.high in there for each in wanted)


@WHILE_WEIGHED.keep(most=8192)
def _bounds(quote: str) -> frozenset[Decimal | None]:
    """The numbers that the quote gives, ranges by their ends."""
    given = (each for each in quantities(quote) if not _NO_NUMBER.search(quote, 0, each.start))
    return kept(bound for each in given for bound in (each.low, each.high))


@WHILE_WEIGHED.keep(most=8192)
def _amounts(text: str) -> tuple[Quantity, ...]:
    return tuple(each for each in quantities(text) if not each.vague and each.unit != "ordinal")


def _same_speaker(text: str, quotes: Sequence[str]) -> bool:
    """False where the text names who says it, and the quotes name others or have no word for them."""
    ours = speaker(text) - PRONOUNS
    theirs = frozenset().union(*(speaker(quote) for quote in quotes)) - PRONOUNS
    if _reports(text) and not any(map(_reports, quotes)):
        return False
    if not ours:
        return True
    return (
        bool(ours & theirs)
        if theirs
        else any(not answers(quote).isdisjoint(map(stem, ours)) for quote in quotes)
    )


@WHILE_WEIGHED.keep(most=16384)
def _reports(text: str) -> bool:
    return _REPORTED.search(text) is not None


def _same_hours(text: str, quotes: Sequence[str]) -> bool:
    theirs = {each for quote in quotes for each in _hours(quote)}
    return not theirs or _hours(text) <= theirs


def _hours(text: str) -> set[Decimal]:
    return {quantity.low for quantity in quantities(text) if quantity.unit == "clock"}


def at_other_times(
    first: Sequence[Evidence], second: Sequence[Evidence], published: Mapping[str, date | None]
) -> bool:
    """True where both give days or years, and no two of them are compatible: parts of them are of other events."""
    ours, theirs = (
        [days for piece in pieces for days in _days(piece.quote, published.get(piece.article_id))]
        for pieces in (first, second)
    )
    return bool(ours and theirs) and not any(a[0] <= b[1] and b[0] <= a[1] for a in ours for b in theirs)


def _same_days(claim: Claim, pieces: Sequence[Evidence], published: Mapping[str, date | None]) -> bool:
    """False where "on Monday" is one Monday in the claim's article and another in that of the evidence."""
    own = _days(claim.text, published.get(claim.article_ids[0]))
    other = [days for piece in pieces for days in _days(piece.quote, published.get(piece.article_id))]
    return not other or all(any(a[0] <= b[1] and b[0] <= a[1] for b in other) for a in own)


@WHILE_WEIGHED.keep(most=16384)
def _days(text: str, published: date | None) -> Sequence[tuple[date, date]]:
    return [(found.start, found.end) for found in periods(text, published) if found.start and found.end]
