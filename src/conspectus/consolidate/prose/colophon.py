"""What of an article is no news: its outlet's own matters, its author and hour, what readers are offered or asked.

A line with the day and hour of an article may stand anywhere, and a round-up greets its readers. What else is none
stands in the last paragraph, and either says so, or shares next to nothing with what the other articles and its own
tell. The second needs no list of words, and so knows them in any language.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from conspectus.consolidate.conflicts.told.retractions import is_notice
from conspectus.consolidate.events.roundups import items
from conspectus.consolidate.language.clauses import VERB
from conspectus.model.article import Article, Role, Sentence
from conspectus.model.evidence import Claim
from conspectus.text.caseless import Caseless
from conspectus.text.chronology import paragraphs
from conspectus.text.concepts import concepts, name_concepts
from conspectus.text.facts.dates import periods

_ABOUT = re.compile(
    r"(?:About (?:the )?|Über (?:die |das |den )?|À propos (?:d[eu’'] ?|des )|(?:Acerca de|Sobre) (?:la |el )?)"
    r"(?=[^\W\d_a-zß-öø-ÿ])|(?:Notes? (?:to|for) (?:the )?editors?|Hinweise? für (?:die )?Redaktion\w*)$"
)
_LONGEST_ABOUT = 8
_FEWEST_OTHERS = 2
_FEWEST_ITEMS, _OF_ITEMS = 2, 0.6
_FEWEST_PARAGRAPHS = 3
_MOST_CONCEPTS = 12
_OF_OTHERS = 0.5
_OF_ITS_OWN = 0.34
_PERIOD = r"(?:week|month|year|issue|semana|mes|año|número|woche|monat|jahr|ausgabe|semaine|mois|an|numéro)"
_ADDRESSED = Caseless(
    # A telephone number, an address of mail or of the web, an offer.
    r"\b(?:tel|phone|telefon|teléfono|tél)\b[.:]?|\b\d{2,4}(?:[ /-]\d{2,4}){2,}\b|\S+@\S+\.\w+|"
    r"\b\w[\w-]*\.(?:com|org|net|example)\b|\b(?:offer|angebot|oferta|offre)\b.*[!:]|"
    r"\b(?:subscri\w+|suscri\w+|abonn\w+|abonnier\w+|newsletter|boletín|letters? to the editor|next week:|"
    r"advertise\w*|anuncios)\b",
)
# What the outlet itself costs.
_PRICED = Caseless(rf"\d.*\b(?:a|per|al|por|pro|im|par) {_PERIOD}\b|\bfor (?:\w+ )?{_PERIOD}s?, [^.]*\d")
_CORRECTS = re.compile(
    r"^\W*(?:Corrections?|Clarification|Berichtigung|Korrektur|Richtigstellung|Rectificati(?:f|on)|Correctif|"
    r"Rectificación|Corrección|Fe de (?:erratas|errores))\b|"
    r"\b[Ww]e (?:apologi[sz]e|misspelt|misspelled|misstated)\b|\bthe same (?:article|report) (?:said|gave|called)\b"
)
# What stands around a statement that was sent.
_COVER = Caseless(
    r"^\W*(?:please (?:find|see|note)\b|(?:find|see) (?:below|attached)\b|"
    r"(?:attached|enclosed) (?:is|are|please|you)\b|this (?:e-?mail|message) (?:is|and|may)\b|"
    r"for (?:media |press )?(?:interviews?|enquiries|inquiries|(?:further|more) information)\b|"
    r"(?:im anhang|anbei|beigefügt)\b|(?:ci-joint|veuillez trouver)\b|(?:adjunt[oa]s?|se adjunta)\b)",
)
# What is set between such points, with no end of a sentence, is a line of credits.
_CREDITS = re.compile(r"\s[·|•]\s.*[^.!?…”\"’'»)]$", re.DOTALL)
_FIRST_PERSON = re.compile(r"^(?:[^“”\"„«»]*\s)?\W*(?:I|[Mm]y|[Ii]ch|[Mm]eine?|[Jj]e|[Yy]o)\b")
_LONGEST_DATELINE = 14
_TOLD_BY_DATELINE = 2
_LONGEST_QUESTION = 2
_FEWEST_QUESTIONS = 2
_SAID = re.compile(r"\b(?:said|says|told|sagte|sagt|dijo|dice|aseguró|dit|déclaré)\b")


class Colophons:
    """The sentences of these articles that are no news."""

    def __init__(self, articles: Sequence[Article]) -> None:
        """Reads what the articles say."""
        said = {
            article.id: {sentence.id: concepts(article.sentence_text(sentence)) for sentence in article.body}
            for article in articles
        }
        # Of each language, how many articles have a concept: it stands in another one where two have it.
        told: defaultdict[str | None, Counter[str]] = defaultdict(Counter)
        for article in articles:
            told[article.language].update(frozenset[str]().union(*said[article.id].values()))
        spoken = Counter(article.language for article in articles)
        self._articles = {article.id: article for article in articles}
        self.numbers = {
            article.id: _of(article, said[article.id], told[article.language], spoken[article.language] - 1)
            for article in articles
        }

    def ids(self, claims: Iterable[Claim]) -> frozenset[str]:
        """The ids of those claims that rest on nothing else."""
        return frozenset(
            claim.id
            for claim in claims
            if all(
                sentence.id in self.numbers[piece.article_id]
                for piece in claim.evidence
                for sentence in self._articles[piece.article_id].touched(piece.span)
            )
        )


def _only_dates(text: str, about: frozenset[str]) -> bool:
    """True for a line that says no more than whose an article is and of when: "Newsroom, 12 May 2025, 17:30"."""
    if _CREDITS.search(text):
        return True
    return (
        len(text.split()) <= _LONGEST_DATELINE
        and len(about - name_concepts(text)) <= _TOLD_BY_DATELINE
        and VERB.search(text) is None
        and any(
            each.parts.month and each.parts.day and text[: each.span.start].rstrip().endswith(",")
            for each in periods(text)
        )
    )


def _interviewed(article: Article, parts: Sequence[Sequence[Sentence]]) -> set[int]:
    """The sentences of questions that stand alone, where there are several, and of answers in the first person.

    Those are the word of who was asked; nobody can tell from one alone whose it is. Where nobody says "I", the outlet
    answers its own questions.
    """
    asked = [
        place
        for place, part in enumerate(parts)
        if len(part) <= _LONGEST_QUESTION and article.sentence_text(part[-1]).rstrip("*_”\"’' ").endswith("?")
    ]
    if len(asked) < _FEWEST_QUESTIONS:
        return set()
    answers = [each for place in asked for each in parts[place + 1 : place + 2] if place + 1 not in asked]
    spoken = any(_FIRST_PERSON.search(article.sentence_text(each)) for part in answers for each in part)
    told = (*(parts[place] for place in asked), *(answers if spoken else ()))
    return {each.id for part in told for each in part}


def _about_itself(article: Article) -> frozenset[int]:
    """What stands under a heading such as "About Harbour Foods", up to the next one: a release says who sends it.

    It stands in the second half, for the news comes first.
    """
    found, within = set(), False
    half = len(article.sentences) // 2
    for each in article.sentences[half:]:
        if each.role is Role.HEADING:
            text = article.sentence_text(each).strip("#*_ :")
            within = _ABOUT.match(text) is not None and len(text.split()) <= _LONGEST_ABOUT
        elif within and each.role is Role.BODY:
            found.add(each.id)
    return frozenset(found)


def _greeting(article: Article, own: Mapping[int, frozenset[str]], told: Mapping[str, int]) -> frozenset[int]:
    """What a round-up says before its first item, as far as hardly any other article has a word of it.

    A round-up is hardly more than its items: what stands before a list is an article's own.
    """
    numbered = [each.id for item in items(article) for each in item]
    if len(numbered) < max(_FEWEST_ITEMS, _OF_ITEMS * len(article.body)):
        return frozenset()
    return frozenset(
        each.id
        for each in article.body
        if each.id < numbered[0]
        and sum(told[concept] > 1 for concept in own[each.id]) <= _OF_OTHERS * len(own[each.id])
    )


def _of(
    article: Article, own: Mapping[int, frozenset[str]], told: Mapping[str, int], others: int
) -> frozenset[int]:
    found = {
        each.id
        for each in article.body
        if _CORRECTS.search(text := article.sentence_text(each))
        or is_notice(text)
        or _COVER.search(text)
        or _only_dates(text, own[each.id])
    }
    parts = list(paragraphs(article))
    found |= _interviewed(article, parts)
    found |= _about_itself(article)
    if others >= _FEWEST_OTHERS:
        found |= _greeting(article, own, told)
    if len(parts) < _FEWEST_PARAGRAPHS:
        return frozenset(found)
    last = [each.id for each in parts[-1]]
    above = frozenset[str]().union(*(about for number, about in own.items() if number not in last))
    outlet = concepts(article.publisher or "")
    for sentence in parts[-1]:
        text = article.sentence_text(sentence)
        about = own[sentence.id] - outlet
        priced = _PRICED.search(text) is not None and bool(own[sentence.id] & outlet)
        strange = (
            others >= _FEWEST_OTHERS
            and not _SAID.search(text)
            and len(about) <= _MOST_CONCEPTS
            and sum(told[concept] > 1 for concept in about) <= _OF_OTHERS * len(about)
            and len(about & above) <= _OF_ITS_OWN * len(about)
        )
        if strange or priced or _ADDRESSED.search(text):
            found.add(sentence.id)
    return frozenset(found)
