"""Where the reporting comes from: three outlets that carry one wire story are one origin."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from conspectus.model.article import Article, JunkReason
from conspectus.model.briefing import Origin
from conspectus.text.similarity import shingles

COPIED = 0.4
"""Share of the shorter article's five-word runs above which two articles are one text."""

_CREDIT = re.compile(r"\((?P<agency>[A-Z][\w.&' -]{1,40})\)\s*[-–—:]")
# What agencies call themselves; a byline of this form is no person.
_AGENCY = re.compile(
    r"\b(?:wire|newswire|news agency|press association|associated press|reuters|afp|agence france-presse|dpa|"
    r"bloomberg|xinhua|tass|ansa|efe|kyodo|yonhap|ap|pa media|upi)\b",
    re.IGNORECASE,
)
# "…, according to Reuters": said at the start of an article it tells where all of it is from.
_BORROWED = re.compile(
    r"\b(?:according to|reported by|as|by) (?:the )?(?P<agency>Reuters|AFP|Agence France-Presse|dpa|Bloomberg|"
    r"Xinhua|TASS|"
    r"ANSA|EFE|Kyodo|Yonhap|UPI|Associated Press|PA Media|(?:[A-Z]\w+ )+(?:Wire|Newswire|News Agency|Press Agency))\b"
    r"(?: (?:reports|reported|news agency))?"
)
_OPENING = 2
_HUBS = 40
_WORD = re.compile(r"\w+")


def wire_credit(article: Article) -> str | None:
    """The agency that a byline, a dateline or the opening credits, or None where there is none."""
    if article.byline and _AGENCY.search(article.byline):
        return article.byline
    heads = [junk.span.of(article.text) for junk in article.junk if junk.reason is JunkReason.DATELINE]
    heads += [article.sentence_text(sentence)[:120] for sentence in article.body[:2]]
    for head in heads:
        if (credit := _CREDIT.search(head)) is not None:
            return credit["agency"].strip()
    for sentence in article.body[:_OPENING]:
        if (borrowed := _BORROWED.search(article.sentence_text(sentence))) is not None:
            return borrowed["agency"]
    return None


def find_origins(articles: Sequence[Article]) -> tuple[Origin, ...]:
    """The independent origins of these articles; every article belongs to exactly one.

    Articles are one origin where they credit the same agency, where neither credits one and both have the
    same known publisher, where they name the same address, or where they are mostly the same words. An origin
    that nobody names is called by its article.
    """
    parent = {article.id: article.id for article in articles}

    def root(article_id: str) -> str:
        while parent[article_id] != article_id:
            article_id = parent[article_id]
        return article_id

    for first, second in _pairs_of_one_origin(articles):
        parent[root(second)] = root(first)
    groups: dict[str, list[Article]] = defaultdict(list)
    for article in articles:
        groups[root(article.id)].append(article)
    return tuple(
        Origin(id=f"o{number}", name=_name(members), article_ids=tuple(member.id for member in members))
        for number, members in enumerate(groups.values(), start=1)
    )


def _pairs_of_one_origin(articles: Sequence[Article]) -> list[tuple[str, str]]:
    pairs = []
    by_name: dict[str, str] = {}
    for article in articles:
        # What a paper took from an agency is the agency's; what its own staff wrote is not.
        for name in (wire_credit(article) or article.publisher, article.url):
            if name:
                first = by_name.setdefault(name.casefold(), article.id)
                pairs.append((first, article.id))
    return [*pairs, *_copies(articles)]


def _copies(articles: Sequence[Article]) -> Iterator[tuple[str, str]]:
    """Pairs that are mostly the same words, by an index of their runs of words: no pair without a common run is met."""
    texts = {article.id: shingles(_body_words(article)) for article in articles}
    index: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for key, runs in texts.items():
        for run in runs:
            index[run].append(key)
    shared: Counter[tuple[str, str]] = Counter()
    for having in index.values():
        # What very many share is linked through the first of them.
        for first in having[:_HUBS]:
            shared.update((first, second) for second in having if second > first)
            shared.update((second, first) for second in having[_HUBS:] if second < first)
    for (first, second), count in sorted(shared.items()):
        if count >= COPIED * min(len(texts[first]), len(texts[second])):
            yield first, second


def _body_words(article: Article) -> list[str]:
    return [
        word
        for sentence in article.body
        for word in _WORD.findall(article.sentence_text(sentence).casefold())
    ]


def _name(members: Sequence[Article]) -> str:
    for member in members:
        if credit := wire_credit(member):
            return credit
    for member in members:
        if member.publisher:
            return member.publisher
    return f"unnamed publisher ({members[0].name})"
