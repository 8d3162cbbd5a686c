# ruff: noqa: SIM905 — a word list reads best as words
"""Words that somebody throws back as a question: “Textbook? It was a shambles” against "a textbook operation"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from conspectus.consolidate.conflicts.scene import Scene
from conspectus.consolidate.conflicts.statements import Dispute, Statement, two_voices
from conspectus.model.briefing import ConflictKind
from conspectus.text.facts.words import STOP_WORDS, stem

_ECHO = re.compile(r"(?:^|[“\"„«])\W*(?P<echo>[A-ZÀ-Þ][\w’'-]*(?: [\w’'-]+){0,3})\?\s+(?=[“\"„«]?[A-ZÀ-Þ])")
_ASKS = frozenset(
    "who what when where why how which whose is are was were do does did has have had can could will would should "
    "and or but so really well right wer was wann wo warum wie qui que quoi quand où pourquoi quién qué cuándo "
    "dónde".split()
)
_WORD = re.compile(r"[^\W\d_]{3,}")
_RARE = 2
_LEAST = 3
_ASKED = "Is it so?"


def echoes(scene: Scene) -> Iterator[Dispute]:
    """Pairs of statements: what somebody said, and who asks it back and says something else."""
    for told in scene.said:
        found = _ECHO.search(told.text)
        if found is None or len(told.text[found.end() :].split()) < _LEAST:
            continue
        words = _words(found["echo"])
        if not words or found["echo"].split()[0].lower() in _ASKS:
            continue
        said = [
            other
            for other in scene.said
            if words <= _words(other.text) and _can_answer(told, other) and "?" not in other.text
        ]
        # What many say is asked back of nobody.
        if 0 < len(said) <= _RARE:
            about = scene.about(told)
            best = max(said, key=lambda each: (scene.weight(scene.about(each) & about), -len(each.text)))
            yield ConflictKind.CHARACTERISATION, _ASKED, best, told


def _can_answer(told: Statement, other: Statement) -> bool:
    later = told.published and other.published and other.published > told.published
    return not later and two_voices(told, other)


def _words(text: str) -> frozenset[str]:
    return frozenset(
        stem(each[0].lower()) for each in _WORD.finditer(text) if each[0].lower() not in STOP_WORDS
    )
