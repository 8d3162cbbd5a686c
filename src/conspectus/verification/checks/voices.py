# ruff: noqa: SIM905 — a word list reads best as words
"""Hedges and attribution: a claim keeps the doubt and the speaker that its evidence has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from conspectus.text.facts.cues import IMPERSONAL
from conspectus.text.facts.lexicon import PLACE_OF
from conspectus.text.facts.operators import ATTRIBUTION, HEDGE, Operator, OperatorKind
from conspectus.text.facts.words import stem
from conspectus.verification.checks.case import Analysis, Case
from conspectus.verification.checks.kinds import kinds_of
from conspectus.verification.checks.proper import attributed_names
from conspectus.verification.checks.scopes import said_elsewhere, scope_stems, stated_around
from conspectus.verification.checks.speakers import (
    apposed_name,
    aside_of_speaker,
    claimed_content,
    claimed_speaker,
    same_initials,
    speaker_words,
    speaks_for,
)
from conspectus.verification.verdict import Mismatch, MismatchKind

K = OperatorKind
_SHARES = frozenset(
    "in part|partly|partially|mainly|mostly|largely|primarily|generally|typically|usually|often|sometimes|"
    "in some cases|to some extent".split("|")
)
_SHARE_WORDS = frozenset(
    """
    most majority some many several part partly mainly mostly largely primarily bulk often usually
    generally chiefly predominantly especially particularly frequently typically partially sometimes
    half main primary
    """.split()
)
_REPORTED = frozenset(
    "reportedly allegedly purportedly supposedly alleged suspected unconfirmed rumoured rumored".split()
) | {
    "said to be",
    "is said to",
    "are said to",
    "was said to",
    "were said to",
    "reported to",
    "understood to",
}
_REPORTING = frozenset(
    """
    announce announced announces confirm confirmed confirms reveal revealed reveals report reported
    reports note noted notes acknowledge acknowledged acknowledges disclose disclosed declare
    declared admit admitted admits stress stressed emphasize emphasized emphasise emphasised
    highlighted cited cite cites describe described describes called calls call argue accuse accused
    accuses statement comment remarks promised pledged vowed denied denies deny dispute disputes
    disputed blame blamed blames praised
    criticised criticized attributed estimate estimates estimated expects expect stated states added
    adds explained explains warning forecast predicts predicted view opinion concern concerns
    suggests suggested claims claim claimed thought think believe believed maintained maintains
    urged urges quoted told said alleged allegedly reportedly fears fear hopes hoped welcomed
    rejected rejects reject contests contested asked wrote tells says counts attributes puts
    account heard hear hears reckoning recollection version reckon reckons reckoned judgement judgment
    """.split()
)
_NATIONALS = frozenset(
    "croat serb czech turk finn norwegian hungarian bulgarian slovak slovene latvian greek".split()
)
_DESCRIBED = re.compile(
    r"(?:the|its) (?:[a-z-]+ )?(?:maker|owner|operator|company|firm|group|retailer|publisher|producer|airline)\b",
    re.IGNORECASE,
)
_BY_ORIGIN = re.compile(
    rf"the (?:\d\d-year-old|teenager|veteran|{'|'.join(sorted({*PLACE_OF, *_NATIONALS}))})", re.IGNORECASE
)
_DOUBTING = frozenset(
    "likely think thinks thought believe believes believed suspect suspects suspected".split()
)
_ASKING = frozenset(
    map(
        stem,
        str.split(
            "open question wonder ask decide decision consider debate discuss investigate doubt examine test "
            "study probe inquiry review refuse decline comment dispute argue check determine judge depend regardless "
            "silent undecided"
        ),
    )
)
"""What keeps a question one: "the police are investigating the cause" for "whether it was the cause"."""
_ENOUGH = 0.6
_HEDGE_ENOUGH = 0.5


def check(case: Case) -> Iterator[Mismatch]:
    """Hedges and attributions that the claim dropped, and words put into another's mouth."""
    if HEDGE in case.cues:
        yield from _dropped_hedge(case)
    if ATTRIBUTION in case.cues:
        yield from _dropped_attribution(case)
        yield from _swapped_speaker(case)


def _dropped_hedge(case: Case) -> Iterator[Mismatch]:
    mine = {operator.kind for operator in case.claim.operators}
    for analysis in case.wider:
        for operator in analysis.of_kind(HEDGE):
            if operator.cue in _SHARES:
                kept = bool(case.claim.lows & _SHARE_WORDS) or bool(case.claim.quantities)
            elif operator.cue == "whether":
                kept = bool(mine & {HEDGE, K.CONDITION, K.POSSIBILITY}) or bool(case.claim.stem_set & _ASKING)
            else:
                other = ATTRIBUTION if operator.cue in _REPORTED else K.POSSIBILITY
                kept = bool(mine & {HEDGE, other}) or not case.claim.lows.isdisjoint(_DOUBTING)
                kept = kept or (other is ATTRIBUTION and case.attributed_to is not None)
            share = _ENOUGH if operator.cue in IMPERSONAL else _HEDGE_ENOUGH
            if kept or not _speaks_of(case, analysis, operator, share):
                continue
            yield Mismatch(
                kind=MismatchKind.HEDGE,
                in_claim=case.claim.text,
                in_evidence=operator.cue,
                message=f"The evidence says “{operator.cue}”; the claim drops that.",
            )
            return


def _dropped_attribution(case: Case) -> Iterator[Mismatch]:
    if case.attributed_to is not None or _attributes(case.claim):
        return
    for analysis in case.wider:
        for operator in analysis.of_kind(ATTRIBUTION):
            if _speaks_of(case, analysis, operator, _ENOUGH) and not _speaker_is_named(
                case, analysis, operator
            ):
                speaker = speaker_words(analysis, operator)
                yield Mismatch(
                    kind=MismatchKind.ATTRIBUTION,
                    in_claim=case.claim.text,
                    in_evidence=f"{operator.cue} {speaker}".strip(),
                    message=f"The evidence gives this as the word of “{speaker or operator.cue}”; "
                    "the claim states it as fact.",
                )
                return


def _attributes(claim: Analysis) -> bool:
    return bool(claim.of_kind(ATTRIBUTION)) or bool(claim.lows & _REPORTING)


def _speaker_is_named(case: Case, analysis: Analysis, operator: Operator) -> bool:
    """True where the claim names the speaker in whatever construction: "on her advice", "was the ministry's view"."""
    return (
        operator.speaker is not None
        and not (operator.start > operator.last and _speaks_of_itself(analysis, operator))
        and bool(analysis.stems_in(*operator.speaker) & case.claim.stem_set)
    )


def _speaks_of_itself(analysis: Analysis, operator: Operator) -> bool:
    """True for "the mill said it would close", where a claim that the mill will close names no speaker."""
    opening = analysis.reading.lows[operator.last + 1 : operator.last + 1 + _OPENING]
    return not _SELVES.isdisjoint(opening)


_SELVES = frozenset("it he she they its his her their we i".split())
_OPENING = 4


def _speaks_of(case: Case, analysis: Analysis, operator: Operator, share: float) -> bool:
    """True where most of what the claim says lies in the operator's scope, and not outside such scopes as well."""
    scope = scope_stems(analysis, operator) - analysis.stems_in(*(operator.speaker or (0, 0)))
    shared = scope & case.claim.stem_set
    if operator.kind is HEDGE and operator.start > operator.last:
        head = next((s for s in analysis.stems[operator.last + 1 : operator.end] if s is not None), None)
        close = analysis.stems_in(operator.last + 1, operator.last + 4)
        if head is None or not close & case.claim.stem_set:
            return False
    elif not shared or (
        len(shared) < share * len(case.claim.stem_set & case.stems) and not scope <= case.claim.stem_set
    ):
        return False
    if operator.kind is ATTRIBUTION and stated_around(case, shared):
        return False
    return not said_elsewhere(case, analysis, shared, set(), (operator.kind,))


_BLAMING = frozenset(("blame", "blames", "blamed", "blaming"))
"""Who blames gives a word of theirs, and what they say of it others may say in other words."""


def _swapped_speaker(case: Case) -> Iterator[Mismatch]:
    """The claim's speaker is named, and the evidence gives the words to another who is named."""
    if any(operator.cue in _BLAMING for operator in case.claim.of_kind(ATTRIBUTION)[:1]):
        return
    claimed = claimed_speaker(case)
    if not claimed:
        yield from _another_kind(case)
        return
    content = claimed_content(case)
    best: tuple[int, Analysis, Operator] | None = None
    own = 0
    for analysis in case.wider:
        for operator in analysis.of_kind(ATTRIBUTION):
            if operator.cue in _BLAMING:
                continue
            told = scope_stems(analysis, operator) - analysis.stems_in(*(operator.speaker or (0, 0)))
            shared = len(told & content)
            if claimed & set(attributed_names(speaker_words(analysis, operator))):
                own = max(own, shared)
            elif best is None or shared > best[0]:
                best = shared, analysis, operator
    if best is None or best[0] <= own or best[0] < _HEDGE_ENOUGH * len(content & case.stems):
        return
    _, analysis, operator = best
    speaker = speaker_words(analysis, operator)
    if _DESCRIBED.match(speaker) or (_BY_ORIGIN.fullmatch(speaker) and _is_known(case, claimed)):
        # "The maker of Hearthside bread" may well be whom the claim names, "the Croat" whom the sentence before does.
        return
    theirs = set(attributed_names(speaker))
    if (
        not theirs
        and speaker.lower().startswith(("a ", "an ", "one ", "another "))
        and _is_named(case, claimed)
    ):
        # "A port agent said" of what the claim puts into the mouth of somebody whom the evidence names.
        theirs = {speaker.lower()}
    aside = aside_of_speaker(analysis, operator)
    if claimed & set(attributed_names(" ".join(aside))):
        return
    theirs = theirs or apposed_name(aside)
    if not theirs:
        return
    abroad = theirs | claimed <= PLACE_OF.keys()
    if not abroad and speaks_for(case, analysis, operator, claimed):
        # "A senior Greek official" is no Turkish one.
        return
    alike = {PLACE_OF.get(w, w) for w in theirs} & {PLACE_OF.get(w, w) for w in claimed}
    if not alike and not same_initials(theirs, claimed):
        yield Mismatch(
            kind=MismatchKind.ATTRIBUTION,
            in_claim=" ".join(sorted(claimed)),
            in_evidence=speaker,
            message=f"The evidence gives these words to “{speaker}”, not to the claim's speaker.",
        )


def _is_named(case: Case, claimed: set[str]) -> bool:
    return any(claimed & set(name.words) for analysis in case.wider for name in analysis.names)


def _is_known(case: Case, claimed: set[str]) -> bool:
    return any(claimed & set(name.words) for analysis in case.known for name in analysis.names)


def _another_kind(case: Case) -> Iterator[Mismatch]:
    """The police for the operator: neither is named, and the one can't be a description of the other."""
    mine = case.claim.of_kind(ATTRIBUTION)[:1]
    content = claimed_content(case)
    kinds = {kind for operator in mine for kind in kinds_of(speaker_words(case.claim, operator))}
    if not kinds:
        return
    said = [
        (len(scope_stems(analysis, operator) & content), speaker_words(analysis, operator))
        for analysis in case.wider
        for operator in analysis.of_kind(ATTRIBUTION)
    ]
    shared, speaker = max(said, default=(0, ""))
    theirs = kinds_of(speaker)
    office = _portfolio(speaker_words(case.claim, mine[0])), _portfolio(speaker)
    another = not kinds & theirs or (all(office) and not office[0] & office[1])
    if shared >= _HEDGE_ENOUGH * len(content & case.stems) and shared and theirs and another:
        yield Mismatch(
            kind=MismatchKind.ATTRIBUTION,
            in_claim=speaker_words(case.claim, mine[0]),
            in_evidence=speaker,
            message=f"The evidence gives these words to “{speaker}”, not to the claim's speaker.",
        )


def _portfolio(speaker: str) -> frozenset[str]:
    """What a minister or secretary is in charge of, as far as these words say."""
    return frozenset(speaker.lower().split()) & _PORTFOLIOS


_PORTFOLIOS = frozenset(
    "prime interior foreign finance defence defense health education justice transport agriculture environment labour "
    "labor home housing energy trade culture".split()
)
