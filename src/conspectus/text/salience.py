"""What a sentence is worth by itself and among others, without knowing what it is about."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping

from conspectus.caching import WHILE_RUNNING
from conspectus.text.concepts import concepts, name_concepts
from conspectus.text.facts.dates import periods
from conspectus.text.facts.numbers import quantities
from conspectus.text.facts.words import content_words
from conspectus.text.similarity import cosine, rarity, vector

# What such a sentence says can't be understood without the one before it.
_LEANING = re.compile(
    r"\s*[\"“‘']?(?:this|these|those|that|it|its|they|their|he|she|his|her|such|both|neither|either|there|then|here|so|"
    r"instead|still|yet|but|and|or|nor|however|meanwhile|moreover|furthermore|nonetheless|nevertheless|also|"
    r"another|others|asked|nothing|one|some|on that|at that|among them|the same|even|not|for them)\b",
    re.IGNORECASE,
)
# Not "US", and not the "i" of a list.
_ADDRESSES_READER = re.compile(r"\b(?:[Yy]ou|[Yy]our|[Ww]e|[Oo]ur|us|I|[Mm]y|[Ll]et[’']s)\b")
_QUOTED = re.compile(r"[“\"][^”\"]+[”\"]")
# English only: something was done or said, or will be. What only "is" may be true of any day.
_ACT = re.compile(
    r"\b(?:[a-z]+ed|will|began|fell|rose|took|went|came|won|lost|cut|put|left|found|held|met|struck|broke|sank|led|made|"
    r"gave|got|kept|sent|spent|paid|sold|bought|built|brought|caught|drove|shot|hit|shut|grew|said|told)\b"
)
_MANY = 10
_MOST = 3
_MOST_DAYS = 2
# What a sentence without any fact comes to: words alone are no news.
_NOTHING = 0.25


def centrality(texts: Mapping[str, str]) -> dict[str, float]:
    """How much each text shares with the others, by key, 0–1 with 1 for the most central.

    Degree centrality over weighted word overlap, after Erkan and Radev (2004), "LexRank".
    """
    words = {key: Counter(content_words(text)) for key, text in texts.items()}
    weights = rarity(words.values(), smooth=True)
    vectors = {key: vector(counts, weights) for key, counts in words.items()}
    # The likenesses to all texts add up to the likeness to their sum, which takes time linear in the texts.
    terms: defaultdict[str, list[float]] = defaultdict(list)
    for own in vectors.values():
        for word, value in own.items():
            terms[word].append(value)
    total = {word: math.fsum(values) for word, values in terms.items()}
    degrees = {key: max(0.0, cosine(own, total) - cosine(own, own)) for key, own in vectors.items()}
    highest = max(degrees.values(), default=0.0) or 1.0
    return {key: degree / highest for key, degree in degrees.items()}


@WHILE_RUNNING.keep(most=8192)
def standalone(text: str) -> float:
    """What the text is worth alone, 1.5 or little more at the most: numbers, dates, an act, and words that tell.

    A number beneath ten says less than a larger one, and names say nothing: sentences about nothing are full of them.
    One that opens with a pronoun or a connective leans on the one before it, which costs 0.3; one that speaks to its
    reader reports nothing, which costs 1.
    """
    amounts = [each for each in quantities(text) if not each.vague and each.unit != "ordinal"]
    many = sum(each.high is None or each.high >= _MANY for each in amounts)
    worth = (
        0.2 * min(_MOST, many)
        + 0.1 * min(_MOST, len(amounts) - many)
        + 0.15 * min(_MOST_DAYS, len(periods(text)))
        + 0.12 * math.log1p(len(concepts(text) - name_concepts(text)))
        + (0.15 if _ACT.search(text) else 0.0)
        - _NOTHING
    )
    if _LEANING.match(text):
        worth -= 0.3
    if _ADDRESSES_READER.search(_QUOTED.sub(" ", text)):
        worth -= 1.0
    return worth
