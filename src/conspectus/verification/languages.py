"""The languages of a claim and its evidence, which may be too short to show them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from conspectus.model.article import Article
from conspectus.text.language import common_words, detect_language, likeliest, main_language
from conspectus.text.markup import unmarked
from conspectus.verification.checkable import Piece
from conspectus.verification.evidence_search import EvidenceIndex

_WORD = regex.compile(r"\p{L}[\p{L}\p{M}]*")
_RIVALS = ("de", "fr", "es", "it", "pt", "nl", "da")
_ENGLISH = frozenset(
    str.split(
        "the and of to said with were has that his her their its which would could should nearly year years last from "
        "than this these after before about since until where when they who not been"
    )
)
_IN_NAMES = regex.compile(
    r"(?<=\p{Lu}\p{L}*) \p{Ll}{2,5} (?=\p{Lu})|(?<=\b(?:in|of|at|to)) \p{Ll}{2} (?=\p{Lu})"
)
"""The small words of "Vigo da Silva" and "in de Haan"."""
_SHARED_SPELLINGS = 0.5
_SHORTEST_SPELLED = 4


def language_of(claim: str, evidence: Sequence[str], around: Sequence[str] = ()) -> tuple[str, str] | None:
    """The languages of claim and evidence, None where both are English or neither can be told.

    What stands `around` the evidence tells where a sentence of three words does not.
    """
    pieces = " ".join(evidence)
    english = not _ENGLISH.isdisjoint(claim.lower().split())
    if english and not _ENGLISH.isdisjoint(pieces.lower().split()):
        return None
    theirs = detect_language(pieces)
    if theirs is None and not english:
        theirs = detect_language(" ".join((pieces, *around))) or _likeliest(f"{pieces} {claim}")
    if theirs is None:
        return None
    if theirs == "en" and english:
        return None
    mine = detect_language(claim) or ("en" if english else theirs)
    if theirs == "en" and (mine == "en" or _spelled_alike(claim, pieces)):
        # "By", "a" and the letter of a possessive are Czech words as well.
        return None
    return mine, theirs


def _likeliest(text: str) -> str | None:
    """The language with most of the commonest words, where English has fewer: of two that are level, the first."""
    words = {word.lower() for word in _WORD.findall(_IN_NAMES.sub(" ", text))}
    counts = {language: len(words & common_words(language)) for language in ("en", *_RIVALS)}
    best = max(_RIVALS, key=counts.__getitem__)
    return best if counts[best] > max(2, 2 * counts["en"]) else None


def _spelled_alike(claim: str, pieces: str) -> bool:
    """True where the evidence has half of the claim's longer words: a claim in another language shares few."""
    longer = {word for word in _WORD.findall(claim) if len(word) >= _SHORTEST_SPELLED and word.islower()}
    return bool(longer) and len(longer & set(_WORD.findall(pieces))) >= _SHARED_SPELLINGS * len(longer)


def foreign_to(
    text: str | Article, pieces: Sequence[Piece], articles: Sequence[Article], index: EvidenceIndex
) -> Iterator[str | None]:
    """For each sentence its language where that is none of the articles', None where it is or where one is not known.

    One that is too short to show its language has that of these articles or of this text which it has most words of;
    where two are level, the text's. What has its words spelled as the closest article has them is in its language:
    "fell by a third" has two of the commonest words of Czech.
    """
    theirs = frozenset(article.language and main_language(article.language) for article in articles)
    usual = detect_language(text if isinstance(text, str) else text.text)
    shown = [detect_language(unmarked(piece.text)) for piece in pieces]
    possible = frozenset(filter(None, (usual, *shown, *theirs)))
    for piece, language in zip(pieces, shown, strict=True):
        mine = language or likeliest(piece.text, possible)
        if None in theirs or mine in theirs or (mine is None and usual in theirs):
            yield None
            continue
        near = next(iter(index.search(unmarked(piece.text))), None)
        close = " ".join(place.text for place in near.places) if near else ""
        yield None if _spelled_alike(piece.text, close) else mine or usual
