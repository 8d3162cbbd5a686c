"""Prints how fast grounding and the mechanical gate are on this machine: `python bench/gate.py`.

Times are processor time of this process. Texts are made up from a fixed seed, so that no two claims or pieces
of evidence are alike and no cache helps.
"""

from __future__ import annotations

import random
import statistics
import time

from conspectus.cli.collecting import collecting_seldom
from conspectus.text.align import Aligner
from conspectus.verification.faithfulness import Asked, examine, examine_all

_NAMES = [
    "Holmgren",
    "Kestrel",
    "Norsund",
    "Lumen",
    "Vidar",
    "Castor",
    "Aldwick",
    "Tallis",
    "Elvia",
    "Bergen",
    "Malmö",
    "Leeds",
    "Basel",
    "Tampere",
]
_NOUNS = [
    "jobs",
    "ferries",
    "tonnes",
    "passengers",
    "schools",
    "orders",
    "permits",
    "shares",
    "tickets",
    "patients",
    "houses",
    "turbines",
]
_VERBS = [
    "cut",
    "added",
    "shipped",
    "lost",
    "sold",
    "opened",
    "closed",
    "rented",
    "bought",
    "counted",
    "reported",
    "expected",
]
_DAYS = (
    "on Thursday",
    "in March 2024",
    "last month",
    "on 17 July 2025",
    "in the first quarter",
    "since 2019",
)
_FRAMES = (
    "{name} {verb} at least {number} {noun} {day}, according to {other}, as demand in {place} kept falling.",
    "The company, which {verb} {number} {noun} {day}, said it may cut costs by {percent}% next year.",
    "{other} told reporters in {place} that {name} had not {verb} any of the {number} {noun} {day}.",
    "Revenue at {name} rose {percent} percent to ${number} million {day} while {other} fell behind.",
)
_CLAIMS = (
    "{name} {verb} at least {number} {noun} {day}, {other} said.",
    "{name} {verb} {number} {noun} {day}.",
    "Revenue at {name} rose {percent}% to {number} million dollars {day}.",
)
_PAIRS = 4_000
_TEXT_SIZE = 1_000_000
_QUOTES = 1_000


def _fill(frames: tuple[str, ...], seed: int) -> str:
    chance = random.Random(seed)  # noqa: S311
    return chance.choice(frames).format(
        name=chance.choice(_NAMES),
        other=f"{chance.choice(_NAMES)} {chance.choice(_NAMES)}",
        place=chance.choice(_NAMES),
        verb=chance.choice(_VERBS),
        noun=chance.choice(_NOUNS),
        day=chance.choice(_DAYS),
        number=f"{chance.randrange(100, 90_000):,}",
        percent=chance.randrange(1, 90),
    )


def _cases(first: int) -> list[Asked]:
    seeds = range(first, first + _PAIRS)
    return [
        Asked(_fill(_CLAIMS, seed), (_fill(_FRAMES, seed), _fill(_FRAMES, seed + 10**6))) for seed in seeds
    ]


def gate(first: int = 0) -> None:
    """Claims examined in a second on one core, every claim with two sentences of evidence of its own."""
    supported = 0
    times = []
    for each in _cases(first):
        started = time.process_time()
        supported += examine(each.claim, each.evidence).supported
        times.append(time.process_time() - started)
    spent = sum(times)
    print(f"gate: {_PAIRS / spent:,.0f} claims/s ({supported} of {_PAIRS} supported)")  # noqa: T201
    print(f"      median {statistics.median(times) * 1e6:.0f} µs, worst {max(times) * 1e3:.1f} ms")  # noqa: T201
    cases = _cases(first + _PAIRS)
    started = time.process_time()
    examine_all(cases)
    print(f"      all at once: {_PAIRS / (time.process_time() - started):,.0f} claims/s")  # noqa: T201


def known_evidence(first: int = 2 * 10**6) -> None:
    """Claims examined in a second where the evidence has been read before, as in a briefing: 200 sentences in all."""
    evidence = [_fill(_FRAMES, seed) for seed in range(first, first + 200)]
    cases = [
        Asked(_fill(_CLAIMS, seed), (evidence[seed % 200], evidence[(seed * 7 + 1) % 200]))
        for seed in range(first + 10**6, first + 10**6 + 2 * _PAIRS)
    ]
    started = time.process_time()
    for each in cases[:_PAIRS]:
        examine(each.claim, each.evidence)
    print(f"gate, evidence seen before: {_PAIRS / (time.process_time() - started):,.0f} claims/s")  # noqa: T201
    started = time.process_time()
    examine_all(cases[_PAIRS:])
    print(f"      all at once: {_PAIRS / (time.process_time() - started):,.0f} claims/s")  # noqa: T201


def grounding() -> None:
    """Seconds for 1,000 quotes in one article of a million characters: genuine, retyped and altered ones."""
    chance = random.Random(7)  # noqa: S311
    sentences: list[str] = []
    while sum(map(len, sentences)) < _TEXT_SIZE:
        sentences.append(_fill(_FRAMES, len(sentences)).replace(", a", " — a"))
    text = " ".join(sentences)
    quotes = []
    for index in range(_QUOTES):
        quote = chance.choice(sentences)
        quotes.append((quote, quote.replace(" — ", " - "), quote.replace("a", "e", 1))[index % 3])
    started = time.process_time()
    aligner = Aligner(text)
    found = sum(aligner.find(quote) is not None for quote in quotes)
    spent = time.process_time() - started
    print(f"grounding: {spent:.2f} s for {_QUOTES} quotes in {len(text):,} characters ({found} found)")  # noqa: T201


if __name__ == "__main__":
    gate()
    known_evidence()
    print("with garbage collected as seldom as the program does:")  # noqa: T201
    with collecting_seldom():
        gate(first=5 * 10**6)
        known_evidence(first=7 * 10**6)
    grounding()
