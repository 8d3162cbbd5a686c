"""Whose word it is, in languages other than English: a claim keeps that somebody says what its evidence has as said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from conspectus.text.language import common_words
from conspectus.verification.verdict import Mismatch, MismatchKind

SAID = {
    language: frozenset(words.split())
    for language, words in {
        "de": "laut zufolge sagt sagte sagten erklärt erklärte betont betonte versichert versicherte beteuerte meint "
        "meinte sei seien habe werde könne müsse wolle dürfe gebe komme liege stehe bleibe",
        "fr": "selon d'après affirme affirment affirmé affirmait assure assurent assuré dit déclare déclaré soutient "
        "explique expliqué estime estiment",
        "es": "según afirma afirman afirmó asegura aseguran aseguró dijo dice sostiene sostienen explicó declaró",
        "it": "secondo afferma afferma affermato assicura dice detto sostiene dichiarato spiega spiegato",
        "pt": "segundo afirma afirmou garante garantiu disse sustenta declarou explicou",
        "nl": "volgens zegt zei zeiden stelt stelde verklaart verklaarde aldus",
    }.items()
}
"""By language: what tells that a sentence is somebody's word; in German the verbs of reported speech as well."""
_KEEPS = tuple(
    str.split(
        "angab angeb ansicht meinung beton erklär sag sprach sprich nenn nannt halt hält sieht sehen glaub rechne "
        "erwart bezeichn versich beteuer bestätig räum behaupt verweis mach gutachten affirm assur déclar soutien "
        "expliqu estim juge pens yeux avis défend conteste reconn afirm asegur sosten sostien explic declar opin cree "
        "juicio ritien garant sustent volgens zeg zei vind stel"
    )
)
"""Beginnings of words by which a claim says that it is somebody's word or view."""
_REPORTED = frozenset(str.split("sei seien habe werde könne müsse wolle dürfe gebe komme liege stehe bleibe"))
_FOLLOWED = frozenset(("laut", "selon", "d'après", "según", "secondo", "segundo", "volgens"))
_THAT = frozenset(("que", "dass", "che", "dat"))
_REACH = 3
_SENTENCE = regex.compile(
    r"(?<=[.!?])[\s\"”“»]+(?=\p{Lu})|;\s|[\s,](?=(?:aber|doch|mais|pero|ma|mas|maar)\s)"
)
_WORD = regex.compile(r",|\p{L}[\p{L}\p{M}]*(?:['’]après)?")
_LONG = 4
_BEGINNING = 6
_LEAST = 0.6
_FEWEST = 2


def unattributed(claim: str, pieces: Sequence[str], language: str) -> Iterator[Mismatch]:
    """What the evidence has as somebody's word, and the claim as a fact."""
    for word in _dropped(claim, pieces, language):
        yield Mismatch(
            kind=MismatchKind.ATTRIBUTION,
            in_claim=claim,
            in_evidence=word,
            message=f"The evidence gives this as somebody's word (“{word}”); the claim states it as fact.",
        )


def _dropped(claim: str, pieces: Sequence[str], language: str) -> Iterator[str]:
    """The first word by which a sentence of the pieces is somebody's word that the claim tells as a fact.

    None where the claim has any such word or beginning, or where a sentence that is nobody's word tells as much.
    """
    said = SAID.get(language)
    words = [word.lower() for word in _WORD.findall(claim)]
    if said is None or any(word in said or word.startswith(_KEEPS) for word in words):
        return
    mine = _told(words, language)
    best, found = 0, ""
    free = 0
    for sentence in (part for piece in pieces for part in _SENTENCE.split(piece)):
        theirs = [word.lower() for word in _WORD.findall(sentence)]
        cues = sorted(said.intersection(theirs))
        shared = len(mine & _told(theirs, language))
        if not cues:
            free = max(free, shared)
        elif not _speakers(theirs, said, language).isdisjoint(mine):
            return
        elif shared > best:
            best, found = shared, cues[0]
    if best >= max(_FEWEST, _LEAST * len(mine)) and best > free:
        yield found


def _speakers(words: Sequence[str], said: frozenset[str], language: str) -> frozenset[str]:
    """The words beside those that tell a saying, on the side where the speaker stands."""
    found: list[str] = []
    for at, word in enumerate(words):
        if word in said and word not in _REPORTED:
            apart = words[at - 1 : at] == [","] and not _THAT.issuperset(words[at + 1 : at + 2])
            behind = word in _FOLLOWED or apart
            found += words[at + 1 : at + 1 + _REACH] if behind else words[max(0, at - _REACH) : at]
    return _told(found, language)


def _told(words: Sequence[str], language: str) -> frozenset[str]:
    common = common_words(language)
    return frozenset(
        word[:_BEGINNING]
        for word in words
        if len(word) >= _LONG and word not in common and word[:-1] not in common
    )
