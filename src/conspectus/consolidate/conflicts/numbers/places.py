"""Where a clause says that something was, as far as words and names tell."""

from __future__ import annotations

import re

from conspectus.consolidate.conflicts.scene import Scene
from conspectus.consolidate.conflicts.statements import Statement
from conspectus.consolidate.language.senses import family, keys
from conspectus.text.facts.names import bare, name_words

_LOCATIVE = re.compile(
    r"\b(?:in|at|from|aboard|on|near|inside|across|among|à|en|im|bei|em)\s+((?:[^\W\d][\w’'&-]*\s?){1,6}?)"
    r"(?=[,.;:)”\"]|$|\b(?:in|at|on|from|by|to|had|has|have|was|were|is|are|and|after|before|who|which|"
    r"that|said|says|"
    r"alone|with|since|for|during|of|sind|wurden|ont|foram)\b)"
)
_FRONTED = re.compile(r"(?:In|At|From|Across|En|À|Em|Im|Bei) (?P<place>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)")
_TIME_WORDS = re.compile(
    r"\b(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|"
    r"july|august|"
    r"september|october|november|december|morning|afternoon|evening|night|noon|midnight|quarter|week|"
    r"month|year|years|"
    r"time|hours?|minutes?|days?|spring|summer|autumn|winter|dusk|dawn|midday|o['’]clock|[ap]\.?m\b\.?|whole|entire|"
    r"all|total|area|region|country|scene|statement|interview|conference|report|news|court|least|about|first|last)\b",
    re.IGNORECASE,
)


def places(
    clause: str, statement: Statement, scene: Scene
) -> tuple[frozenset[str], frozenset[str], frozenset[str], frozenset[str]]:
    """The words of the clause that say where, its names, those of places and those in front.

    Speakers and what all the event is about are left out.
    """
    said = statement.voice | {bare(part) for part in statement.voice}
    words: set[str] = set()
    inside: set[str] = set()
    for found in _LOCATIVE.finditer(clause):
        words |= keys(_TIME_WORDS.sub(" ", found[1]), statement.language)
        inside |= {bare(word) for word in found[1].split() if word[:1].isupper()}
    # In German capitals say nothing.
    spoken_of = name_words(clause) if statement.language != "de" else frozenset[str]()
    named = {part for part in spoken_of if family(part) not in scene.common}
    kept = frozenset(named - scene.common - said)
    # "In Hask 6,200 homes are dark" sets Hask against the rest, wherever the news is from.
    fronted = _FRONTED.match(clause)
    front = frozenset(bare(word) for word in fronted["place"].split()) if fronted else frozenset()
    return frozenset(words - scene.spoken(statement)), kept | front, (kept & inside) | front, front
