"""Who is meant by "she said" and who speaks a quotation, and words that the claim puts into another's mouth."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import takewhile

from conspectus.text.facts.names import bare
from conspectus.text.facts.operators import Operator, OperatorKind
from conspectus.text.facts.words import stem
from conspectus.verification.checks.case import Analysis, Case
from conspectus.verification.checks.office_words import OFFICE_WORDS
from conspectus.verification.checks.proper import attributed_names
from conspectus.verification.checks.scopes import scope_stems
from conspectus.verification.verdict import Mismatch, MismatchKind

K = OperatorKind
_PRONOUNS = frozenset(("he", "she", "they", "it"))
_PERSONS = frozenset(("he", "she"))
_ALONE = frozenset((pronoun,) for pronoun in _PRONOUNS)
_QUOTED = re.compile(r'"([^"]+)"')
_WORDS = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_FEWEST = 3
_WHERE = frozenset(("at", "in", "on", "near", "to", "into", "from"))
_ENOUGH = 0.5
_APPOSITION = 12


def check(case: Case) -> Iterator[Mismatch]:
    """The claim's speaker is named, and the words are another's: in a quotation, or behind a pronoun."""
    quoting, behind = '"' in case.claim.lows, any(map(_has_pronoun, case.wider))
    if not (quoting or behind):
        return
    claimed = claimed_speaker(case)
    if claimed:
        theirs = (quoting and _quoted(case, claimed)) or (behind and _meant(case, claimed))
        if theirs:
            yield Mismatch(
                kind=MismatchKind.ATTRIBUTION,
                in_claim=" ".join(sorted(claimed)),
                in_evidence=theirs,
                message=f"The evidence gives these words to “{theirs}”, not to the claim's speaker.",
            )


@lru_cache(maxsize=16)
def _has_pronoun(analysis: Analysis) -> bool:
    """True where one of its speakers is a pronoun."""
    lows = analysis.reading.lows
    return not _PRONOUNS.isdisjoint(analysis.lows) and any(
        operator.speaker is not None and lows[slice(*operator.speaker)] in _ALONE
        for operator in analysis.of_kind(K.ATTRIBUTION)
    )


def _quoted(case: Case, claimed: set[str]) -> str:
    """Who speaks, in the evidence, what the claim quotes, where somebody else who is named does."""
    said = [_plain(match[1]) for match in _QUOTED.finditer(case.claim.reading.text)]
    said = [words for words in said if words.count(" ") >= _FEWEST]
    if not said:
        return ""
    found = ""
    for analysis in case.wider:
        for operator in analysis.of_kind(K.ATTRIBUTION):
            start, end = analysis.sentence_bounds(operator.first)
            opening = analysis.reading.starts[min(start, operator.start)]
            spoken = _plain(analysis.reading.text[opening : analysis.reading.end(end - 1)])
            named = named_speaker(analysis, operator)
            if named and any(words in spoken for words in said):
                if (
                    claimed & named
                    or same_initials(claimed, named)
                    or speaks_for(case, analysis, operator, claimed)
                ):
                    return ""
                found = found or speaker_words(analysis, operator)
    return found


def _meant(case: Case, claimed: set[str]) -> str:
    """Who is meant by the pronoun that the evidence gives most of the claim's words to, where that is another."""
    content = claimed_content(case)
    best, found, own = 0, "", 0
    for analysis in case.wider:
        for operator in analysis.of_kind(K.ATTRIBUTION):
            if operator.speaker is None:
                continue
            shared = len((scope_stems(analysis, operator) - analysis.stems_in(*operator.speaker)) & content)
            words = speaker_words(analysis, operator)
            named = named_speaker(analysis, operator)
            behind = words.lower() in _PRONOUNS
            if behind:
                words, named = _before(analysis, operator)
            if claimed & named:
                own = max(own, shared)
            elif shared > best:
                told = behind and named and not same_initials(claimed, named)
                best, found = shared, words if told else ""
    return found if best > own and best >= _ENOUGH * len(content & case.stems) else ""


def _before(analysis: Analysis, operator: Operator) -> tuple[str, set[str]]:
    """Who spoke last before the operator, with every name of that sentence; nothing where nobody is named there."""
    for other in reversed(analysis.of_kind(K.ATTRIBUTION)):
        if other.first >= operator.first or other.speaker is None:
            continue
        words = speaker_words(analysis, other)
        if words.lower() in _PRONOUNS:
            continue
        if not named_speaker(analysis, other):
            break
        start, _ = analysis.sentence_bounds(other.first)
        return words, _names_in(analysis, start, operator.first)
    start, _ = analysis.sentence_bounds(operator.first)
    own = [
        name
        for name in analysis.names
        if start <= name.first < operator.first and analysis.reading.low(name.first - 1) not in _WHERE
    ]
    if speaker_words(analysis, operator).lower() not in _PERSONS or not any(len(n.words) > 1 for n in own):
        # "Production ends in May, it said": who that is was told elsewhere.
        return "", set()
    return " and ".join(name.text for name in own), _names_in(analysis, start, operator.first)


def _names_in(analysis: Analysis, start: int, end: int) -> set[str]:
    return {
        bare(word)
        for name in analysis.names
        if start <= name.first < end
        for word in attributed_names(name.text)
    }


def named_speaker(analysis: Analysis, operator: Operator) -> set[str]:
    """The bare words of the speaker's name, also where it stands behind a comma: "the director, Judith Holt"."""
    found = set(attributed_names(speaker_words(analysis, operator)))
    return found | apposed_name(aside_of_speaker(analysis, operator))


def aside_of_speaker(analysis: Analysis, operator: Operator) -> list[str]:
    """The words behind the comma that follows the operator's speaker, up to the sentence's end; empty without one."""
    end = (operator.speaker or (0, 0))[1]
    following = analysis.reading.words[end + 1 : end + _APPOSITION]
    return (
        list(takewhile(lambda word: word not in ".;", following)) if analysis.reading.low(end) == "," else []
    )


def apposed_name(aside: list[str]) -> set[str]:
    """The bare words of the name that an aside opens with: "the commission's chair, Bernadette Oyelaran, …"."""
    if not aside or not aside[0][0].isupper():
        return set()
    return set(attributed_names(" ".join(takewhile(lambda word: word != ",", aside))))


def _plain(text: str) -> str:
    return " ".join(_WORDS.findall(text.lower()))


def speaker_words(analysis: Analysis, operator: Operator) -> str:
    """The words that name the operator's speaker, as they stand."""
    start, end = operator.speaker or (0, 0)
    return " ".join(analysis.reading.words[start:end])


def claimed_speaker(case: Case) -> set[str]:
    """The bare words of the name of whoever the claim says speaks; empty where it names nobody."""
    if case.attributed_to:
        return set(attributed_names(case.attributed_to))
    found: set[str] = set()
    for operator in case.claim.of_kind(K.ATTRIBUTION)[:1]:
        start, end = operator.speaker or (0, 0)
        named = {n for name in case.claim.names if start <= name.first < end for n in name.words}
        found |= {bare(word) for word in named} & set(attributed_names(speaker_words(case.claim, operator)))
    return found


def speaks_for(case: Case, analysis: Analysis, operator: Operator, claimed: set[str]) -> bool:
    """True where the operator's speaker may speak for whom the claim names: "its spokesman", "the agency's head".

    Also where they share what they are, as "state investigators" and the investigator who is named do.
    """
    start, end = operator.speaker or (0, 0)
    lows = analysis.reading.lows[start:end]
    mine = _claimed_words(case.claim)
    if lows[:1] in (("its",), ("their",)) and OFFICE_WORDS.isdisjoint(mine):
        return any(not claimed.isdisjoint(text.capitals) for text in (*case.texts, *case.known))
    if "'s" in lows and not claimed.isdisjoint(lows[: lows.index("'s")]):
        return True
    return bool(mine) and mine[-1].islower() and stem(mine[-1]) in analysis.stems_in(start, end)


def _claimed_words(claim: Analysis) -> tuple[str, ...]:
    """The words that name the claim's speaker, as they stand."""
    operator = next(iter(claim.of_kind(K.ATTRIBUTION)), None)
    return claim.reading.words[slice(*(operator.speaker or (0, 0)))] if operator else ()


def claimed_content(case: Case) -> frozenset[str]:
    """The content stems of what the claim says that its speaker says; of the whole claim where nobody speaks."""
    for operator in case.claim.of_kind(K.ATTRIBUTION)[:1]:
        start, end = operator.speaker or (0, 0)
        return scope_stems(case.claim, operator) - case.claim.stems_in(start, end)
    return case.claim.stem_set


def same_initials(some: set[str], others: set[str]) -> bool:
    """True where one of the sets may be the acronym of the other."""
    return any(
        len(short) > 1 and sorted(short) == sorted(word[0] for word in longer)
        for one, longer in ((some, others), (others, some))
        for short in one
    )
