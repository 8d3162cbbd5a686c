"""Words of doubt in languages other than English, and whether a claim drops what its evidence has of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

DOUBTS = {
    language: frozenset(words.split())
    for language, words in {
        "de": "könnte könnten dürfte dürften möglicherweise vielleicht vermutlich wahrscheinlich womöglich angeblich "
        "offenbar mutmaßlich voraussichtlich wohl anscheinend ob",
        "fr": "pourrait pourraient devrait devraient peut-être probablement vraisemblablement apparemment semble "
        "semblent possible probable présumé éventuellement",
        "es": "podría podrían debería deberían quizá quizás probablemente posiblemente supuestamente aparentemente "
        "previsiblemente parece parecen acaso presunto presunta",
        "it": "potrebbe potrebbero dovrebbe dovrebbero forse probabilmente possibilmente presumibilmente "
        "apparentemente presunto presunta sembra sembrano",
        "pt": "poderia poderiam poderá poderão deveria deveriam talvez provavelmente possivelmente supostamente "
        "aparentemente parece parecem alegado alegada",
        "nl": "zou zouden misschien mogelijk waarschijnlijk vermoedelijk wellicht blijkbaar",
    }.items()
}
"""By language: what makes of a statement one that may not be so."""

SUSPICIONS = {
    language: frozenset(words.split())
    for language, words in {
        "de": "vermutet vermuten vermutete vermuteten mutmaßt mutmaßen verdächtigt verdächtigen",
        "fr": "soupçonne soupçonnent soupçonnait soupçonnaient suspecte suspectent suspectait suppose supposent",
        "es": "sospecha sospechan sospechaba sospechaban supone suponen",
        "it": "sospetta sospettano sospettava suppone suppongono",
        "pt": "suspeita suspeitam suspeitava supõe supõem",
        "nl": "vermoedt vermoeden vermoedde",
    }.items()
}
"""By language the verbs that make of all that follows them a guess."""
_ROOTS = ("vermut", "mutmaß", "verdächt", "verdacht", "soupçon", "suspect", "suppos", "sospech", "supon", "supuest",
          "sospett", "suppo", "suspeit", "supõe", "vermoed", "verdenk")  # fmt: skip
_GUESSES = frozenset(
    str.split(
        "serait seraient aurait auraient penche penchent pense pensent croit croient hypothèse piste thèse "
        "soll sollen glaubt glauben hält halten hypothese habría habrían sería serían cree creen hipótesis "
        "sarebbe sarebbero avrebbe avrebbero crede ipotesi teria teriam seria seriam acredita hipótese "
        "denkt denken gelooft"
    )
)
"""What tells a guess, in these languages, besides the words of doubt."""
_BUTS = regex.compile(r"[.!?;]\s|[\s,](?=(?:aber|doch|mais|pero|ma|mas|maar)\s)")

_CLAUSES = {
    language: regex.compile(rf"[.!?;:,]\s+|\s(?=(?:{ands})\s)")
    for language, ands in {
        "de": "und|aber|doch", "fr": "et|mais", "es": "y|pero", "it": "e|ma", "pt": "e|mas", "nl": "en|maar",
    }.items()
}  # fmt: skip
_WORD = regex.compile(r"\p{L}[\p{L}\p{M}]*(?:-\p{L}+)*")
_LONG = 4
_LEAST = 0.4
_FEWEST = 2


def dropped(claim: str, pieces: Sequence[str], language: str) -> Iterator[str]:
    """The first word of doubt of the pieces whose clause the claim says, in large part, without any such word."""
    doubts = DOUBTS.get(language)
    if doubts is None:
        return
    mine = _words(claim)
    if not mine.isdisjoint(doubts):
        return
    for clause in (clause for piece in pieces for clause in _CLAUSES[language].split(piece)):
        theirs = _words(clause)
        found = theirs & doubts
        told = frozenset(word for word in theirs - doubts if len(word) >= _LONG)
        if found and len(told & mine) >= max(_FEWEST, _LEAST * len(told)):
            yield min(found)
            return
    if any(word.startswith(_ROOTS) for word in mine) or not mine.isdisjoint(_GUESSES):
        return
    for clause in (clause for piece in pieces for clause in _BUTS.split(piece)):
        words = [word.lower() for word in _WORD.findall(clause)]
        at = next((at for at, word in enumerate(words) if word in SUSPICIONS[language]), len(words))
        told = frozenset(word for word in words[at + 1 :] if len(word) >= _LONG)
        if len(told & mine) >= max(_FEWEST, _LEAST * len(told)):
            yield words[at]
            return


def _words(text: str) -> frozenset[str]:
    return frozenset(word.lower() for word in _WORD.findall(text))
