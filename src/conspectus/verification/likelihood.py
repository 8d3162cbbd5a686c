"""How likely a claim is supported that the mechanical gate has let pass.

A pass says that nothing was found wrong, not that all was found. What is left to tell by is how the claim lies on its
evidence: whether a sentence has each of its clauses, and has it together. A logistic regression over five features of
that, fitted by `scripts/fit_likelihood.py`; `eval/README.md` says what it is worth on sets that were left out. How few
of a claim's words the evidence has is none of them: who plants one error leaves the other words, and a true claim in
words of its own has fewer.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence

from conspectus.text.facts.words import stem
from conspectus.verification.checks.additions import Word, worded
from conspectus.verification.checks.case import Analysis, analyse

WEIGHTS: Mapping[str, float] = {
    "always": 1.12,
    "bare": -1.24,
    "apart": -1.13,
    "end": -0.13,
    "figures": 0.80,
    "names": -1.76,
}
"""How much each of the features adds to the log-odds of a claim that passed, where half of all are supported."""

_MOST_AT_THE_END = 4
_MOST_FIGURES = 3
_SHORTEST = 2
_JOINS = frozenset(
    str.split(
        ", ; : – ( ) and but which who whose while as when because since after before although though that where if so"
    )
)


def likelihood(claim: str, evidence: Sequence[str]) -> float:
    """How likely (0–1) the evidence supports an English claim that passed the gate, where half of all claims are."""
    told = math.fsum(WEIGHTS[name] * value for name, value in features(claim, evidence).items())
    return 1 / (1 + math.exp(-told))


def features(claim: str, evidence: Sequence[str]) -> dict[str, float]:
    """What tells how likely a claim is that passed, by the names in `WEIGHTS`.

    `bare` says that of a whole clause no sentence of the evidence has a word; `apart` is the share of the claim's words
    that stand in another sentence than most of their clause; `end` the words at its end that the evidence has in no
    form; `figures` how many amounts were compared; `names` that no sentence has all whom it names.
    """
    mine = analyse(claim)
    theirs = [
        frozenset[str]().union(*(forms for _, forms in sentence))
        for text in evidence
        for sentence in worded(analyse(text))
    ]
    anywhere = frozenset[str]().union(*theirs)
    clauses = list(_clauses(mine))
    words = [word for clause in clauses for word in clause]
    homes = [_home(clause, theirs) for clause in clauses]
    missing = [forms.isdisjoint(anywhere) for _, forms in words]
    apart = sum(
        forms.isdisjoint(home) and not forms.isdisjoint(anywhere)
        for clause, home in zip(clauses, homes, strict=True)
        for _, forms in clause
    )
    return {
        "always": 1.0,
        "bare": float(any(_shared(clause, home) == 0 for clause, home in zip(clauses, homes, strict=True))),
        "apart": apart / len(words) if words else 0.0,
        "end": float(min(_MOST_AT_THE_END, [*reversed(missing), False].index(False))),
        "figures": float(min(_MOST_FIGURES, len(mine.quantities))),
        "names": float(_scattered(mine, theirs)),
    }


def _clauses(claim: Analysis) -> Iterator[list[Word]]:
    """The claim's words by clause; what has one word alone goes with the clause before it, or behind it."""
    words = [word for sentence in worded(claim) for word in sentence]
    cuts = [at for at, low in enumerate(claim.reading.lows) if low in _JOINS]
    found: list[list[Word]] = []
    for start, end in zip([-1, *cuts], [*cuts, len(claim.reading)], strict=True):
        clause = [word for word in words if start < word[0] < end]
        if clause and found and min(len(clause), len(found[-1])) < _SHORTEST:
            found[-1] += clause
        elif clause:
            found.append(clause)
    return iter(found)


def _home(clause: Sequence[Word], sentences: Sequence[frozenset[str]]) -> frozenset[str]:
    """The sentence that has most of the clause."""
    return max(sentences, key=lambda sentence: _shared(clause, sentence), default=frozenset())


def _shared(clause: Sequence[Word], sentence: frozenset[str]) -> int:
    return sum(not forms.isdisjoint(sentence) for _, forms in clause)


def _scattered(claim: Analysis, sentences: Sequence[frozenset[str]]) -> bool:
    named = [
        frozenset(map(stem, name.words)) for name in claim.names if len(name.words) > 1 or not name.initial
    ]
    return len(named) > 1 and not any(all(name & sentence for name in named) for sentence in sentences)
