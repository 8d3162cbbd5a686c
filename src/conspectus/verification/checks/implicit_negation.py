# ruff: noqa: SIM905 — a word list reads best as words
"""Words that deny without a "not": "failed", "unhurt", "called off"."""

from __future__ import annotations

from conspectus.verification.checks.case import Analysis

IMPLICIT_NEGATION = frozenset(
    """
    fail failed fails failing failure stop stopped stops cease ceased end ended ends lose lost quit
    drop dropped drops unhurt unharmed unscathed intact safe empty exclude excluded excludes unknown
    undisclosed unclear unable impossible lack closed shut avoid avoided unlike doubt doubted
    dismiss dismissed reject rejected rejects refuse refusal denial deny withhold withheld absent
    absence missing secret withdrew scrapped free remain remained remains resist resisted beyond
    against halt halted suspend suspended oppose opposed block blocked spared skip skipped abstained
    acquitted acquits acquittal cleared exonerated
    unaware unsold unpaid unsolved unresolved undecided unsuccessful unsuccessfully turned threw
    vetoed overturned quashed banned prohibited barred forbidden unaffected unchanged
    uninjured silent omitted omits zero nil off away up shortage shortages scarce scarcity short too
    excluding false untrue waiting awaiting awaits unrelated within
    postponed postpones deferred cancelled canceled cancels dropping
    scrapping abandoning abandons shelving miss missed misses escape escaped escapes
    dispute disputes disputed disputing exempt exempts exempted exemption vacant waived waives
    """.split()
)
_ONLY_BEHIND = {
    **dict.fromkeys(
        ("off", "away"),
        frozenset(
            "be been being is are was were call called calling put puts putting turn turned stay stayed stays keep "
            "kept shut cut switched broke broken break held hold left leave".split()
        ),
    ),
    "up": frozenset(("give", "gives", "gave", "given", "giving")),
}
"""Particles that deny only behind these: "called off", and not "swept off a bridge"."""
_NOT_BEHIND = {
    **dict.fromkeys(("end", "ends"), frozenset(("the", "at", "year", "week", "month", "weekend", "season"))),
}
"""Nouns of time and place: "until the end of May" denies nothing."""
_ONLY_BEFORE = {"short": frozenset(("of",))}


def is_implicit(analysis: Analysis, word: str) -> bool:
    """True where the text has the word in a sense that denies: "called off", not "swept off a bridge"."""
    behind, not_behind, before = _ONLY_BEHIND.get(word), _NOT_BEHIND.get(word, ()), _ONLY_BEFORE.get(word)
    padded = analysis.reading.padded
    return any(
        low == word
        and (behind is None or padded[at - 1] in behind)
        and padded[at - 1] not in not_behind
        and (low != "too" or "to" in padded[at + 1 : at + 5])
        and (before is None or padded[at + 1] in before or padded[at - 1] == "-")
        for at, low in enumerate(analysis.reading.lows)
    )
