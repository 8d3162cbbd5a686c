# ruff: noqa: SIM905 — a word list reads best as words
"""A claim where it stands: its article, its neighbours, whose word it is, the day for which it speaks."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from conspectus.caching import WHILE_COMPARED, cached_property
from conspectus.consolidate.agreement.weighing import Weighed
from conspectus.consolidate.conflicts.numbers.printed import Printed, printed
from conspectus.consolidate.language.senses import family, language_of
from conspectus.consolidate.language.voices import PRONOUNS, bare, speaker
from conspectus.model.article import Article
from conspectus.model.briefing import ConflictKind
from conspectus.model.evidence import Claim, Evidence
from conspectus.text.concepts import concept
from conspectus.text.facts.dates import Relation, periods
from conspectus.text.facts.names import name_words, names
from conspectus.text.facts.words import stem

_OFFICES = frozenset(
    "spokesman spokeswoman spokesperson official officials police lawyer lawyers minister people head chief director "
    "union company firm residents witnesses sources".split()
)
_SPEECH = re.compile(r"[“\"„«]")
_SHORT = 4
_BREAKING = re.compile(r"\W*(?:BREAKING|JUST IN|FLASH|URGENT|DEVELOPING)\b")
_BACK = 4
_BEFORE = 2
_OPENING = 4


@dataclass(frozen=True)
class Statement:
    """A claim with what surrounds it.

    `voice` are the words that name its speaker, empty where nobody is named; `before` is the text of the two
    sentences before it in its article; `number` counts that article's sentences, and `places` has the articles that
    carry it, each with how many sentences of its body stand before. `day` is the day for which it
    speaks, None where neither its words nor its article tell; `language` is its article's, and `home` the
    names with which that article opens; `own` its publisher's, where that is a party to the
    matter; `beside` are statements that its speaker makes with it. `flash` is true for the first short word of a story.
    `printed` says when the articles that carry it were printed, where all of them tell.
    """

    item: Weighed
    article_id: str
    number: int
    before: str
    voice: frozenset[str]
    day: date | None
    published: date | None
    language: str = "en"
    home: frozenset[str] = frozenset()
    flash: bool = False
    printed: Printed | None = None
    places: tuple[tuple[str, int], ...] = ()
    own: frozenset[str] = frozenset()
    beside: tuple[Statement, ...] = ()

    @cached_property
    def spoken(self) -> frozenset[str]:
        """The concepts of the words that name its speaker."""
        return frozenset(concept(stem(word)) for word in self.voice)

    @cached_property
    def text(self) -> str:
        """Its words."""
        return self.item.claim.text


Dispute = tuple[ConflictKind, str, Statement, Statement]
"""What it is about, the question, and who says what."""


def statements(
    weighed: Sequence[Weighed], published: Mapping[str, date | None], articles: Mapping[str, Article]
) -> list[Statement]:
    """The claims in their order, each with its surroundings as far as its article is there."""
    found = [_in_place(item, published, articles) for item in weighed]
    return [_in_own_name(each, articles, heard) for each in found] if (heard := _heard(found)) else found


def _in_place(
    item: Weighed, published: Mapping[str, date | None], articles: Mapping[str, Article]
) -> Statement:
    claim, piece = item.claim, item.claim.evidence[0]
    article = articles.get(piece.article_id)
    language = "en" if article is None else language_of(article.text)
    voice = speaker(claim.text, language)
    if claim.attributed_to:
        voice |= bare(claim.attributed_to)
    told = Statement(
        item=item,
        article_id=piece.article_id,
        number=0,
        before="",
        voice=voice,
        day=as_of(item, published),
        published=published.get(piece.article_id),
        language=language,
        places=tuple(_places(claim, articles)),
        printed=printed(claim.article_ids, articles),
    )
    return told if article is None else _surrounded(told, article, next(_touched(article, piece), 0))


def _surrounded(told: Statement, article: Article, here: int) -> Statement:
    """The statement with what stands before it in its article, where it stands at that place of the body."""
    body = article.body
    opening = article.sentence_text(body[0]) if body else ""
    return replace(
        told,
        number=body[here].id if body else 0,
        before=" ".join(article.sentence_text(each) for each in body[max(0, here - _BEFORE) : here]),
        voice=_who(told, article, here),
        home=_home(article.title or "", opening),
        flash=len(body) <= _SHORT or _BREAKING.match(told.text) is not None,
    )


@WHILE_COMPARED.keep(most=512)
def _home(title: str, opening: str) -> frozenset[str]:
    """The words of names with which an article opens: one set for all of its statements."""
    return frozenset(part for text in (title, opening) for name in names(text) for part in name.words)


def _who(told: Statement, article: Article, here: int) -> frozenset[str]:
    """Its speaker; of a pronoun, who spoke before, and of speech without a name, who goes on speaking."""
    if told.voice and told.voice <= PRONOUNS:
        earlier = (
            article.sentence_text(each) for each in reversed(article.body[max(0, here - _BACK) : here])
        )
        return next((known for text in earlier if (known := speaker(text)) - PRONOUNS), told.voice)
    if not told.voice and _SPEECH.match(told.text):
        return _still_speaking(article, here, told.language)
    return told.voice


def _heard(found: Sequence[Statement]) -> dict[str, frozenset[str]]:
    """For each word that names a speaker, the articles in which it does."""
    heard: defaultdict[str, set[str]] = defaultdict(set)
    for each in found:
        for word in each.voice - _OFFICES - PRONOUNS:
            heard[word].add(each.article_id)
    return {word: frozenset(where) for word, where in heard.items()}


def _in_own_name(
    statement: Statement, articles: Mapping[str, Article], heard: Mapping[str, frozenset[str]]
) -> Statement:
    """The statement as its publisher's word, too, where nobody else says it and other articles have that one speak.

    What a company, a court or a club puts on its own page is no other's word than what papers have it say.
    """
    article = articles.get(statement.article_id)
    if statement.voice or article is None or not article.publisher:
        return statement
    own = frozenset(word for word in bare(article.publisher) if heard.get(word, frozenset()) - {article.id})
    return replace(statement, own=own) if own else statement


def _still_speaking(article: Article, here: int, language: str) -> frozenset[str]:
    """Who spoke last, where nothing but speech stands between: whose words go on without a name."""
    for place in range(here - 1, max(-1, here - 1 - _BACK), -1):
        text = article.sentence_text(article.body[place])
        if named := speaker(text, language) - PRONOUNS:
            return named
        if not _SPEECH.match(text):
            break
    return frozenset()


def _places(claim: Claim, articles: Mapping[str, Article]) -> Iterator[tuple[str, int]]:
    for piece in claim.evidence:
        if (article := articles.get(piece.article_id)) is not None:
            yield from ((article.id, place) for place in _touched(article, piece))


def _touched(article: Article, piece: Evidence) -> Iterator[int]:
    """The places in the article's body of the sentences that the evidence rests on, in order."""
    start, end = piece.start, piece.end
    spans = (sentence.span for sentence in article.body)
    return (place for place, span in enumerate(spans) if span.start < end and start < span.end)


def as_of(item: Weighed, published: Mapping[str, date | None]) -> date | None:
    """The day for which the claim speaks: the latest past one that it names, else its article's."""
    own = published.get(item.claim.article_ids[0])
    named = [
        period.end
        for period in periods(item.claim.text, own)
        if period.end is not None
        and period.start == period.end
        and period.relation in {Relation.IN, Relation.BY, Relation.AFTER}
        and (own is None or period.end <= own)
    ]
    return max(named, default=own)


def different_voices(first: Statement, second: Statement) -> bool:
    """True where two statements are not one reporter's word: other origins, or other speakers, known both."""
    if not set(first.item.origins) & set(second.item.origins):
        return True
    return bool(first.voice and second.voice) and not first.voice & second.voice


def two_voices(first: Statement, second: Statement) -> bool:
    """True where it is somebody's word against somebody else's; one speaker is not set against themselves."""
    if (first.voice | first.own) & (second.voice | second.own) - _OFFICES - PRONOUNS:
        return False
    return different_voices(first, second)


def named_apart(first: Statement, second: Statement) -> bool:
    """True where both are the word of somebody named, and not of one and the same."""
    one, other = (each.voice - _OFFICES - PRONOUNS for each in (first, second))
    return bool(one and other) and not one & other


def leading_names(articles: Sequence[Article]) -> frozenset[str]:
    """Names that open at least half of an event's articles: they tell no two of its statements apart."""
    counts: Counter[str] = Counter()
    for article in articles:
        opening = [article.sentence_text(each) for each in article.body[:_OPENING]]
        counts.update({part for text in (article.title or "", *opening) for part in name_words(text)})
    common = [name for name, count in counts.items() if count * 2 >= len(articles) and count > 1]
    return frozenset(common) | {concept(stem(name)) for name in common} | {family(name) for name in common}
