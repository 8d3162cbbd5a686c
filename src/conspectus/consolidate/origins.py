"""Where the reporting comes from: three outlets that carry one wire story are one origin."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from conspectus.model.article import Article, JunkReason
from conspectus.model.briefing import Origin
from conspectus.text.similarity import containment, shingles

COPIED = 0.4
"""Share of the shorter article's five-word runs above which two articles are one text."""

_CREDIT = re.compile(r"\((?P<agency>[A-Z][\w.&' -]{1,40})\)\s*[-–—:]")
# What agencies call themselves; a byline of this form is no person.
_AGENCY = re.compile(
    r"\b(?:wire|newswire|news agency|press association|associated press|reuters|afp|agence france-presse|dpa|"
    r"bloomberg|xinhua|tass|ansa|efe|kyodo|yonhap|ap|pa media|upi)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w+")


def wire_credit(article: Article) -> str | None:
    """The agency that a byline or a dateline credits, or None where there is none."""
    if article.byline and _AGENCY.search(article.byline):
        return article.byline
    heads = [junk.span.of(article.text) for junk in article.junk if junk.reason is JunkReason.DATELINE]
    heads += [article.sentence_text(sentence)[:120] for sentence in article.body[:2]]
    for head in heads:
        if (credit := _CREDIT.search(head)) is not None:
            return credit["agency"].strip()
    return None


def find_origins(articles: Sequence[Article]) -> tuple[Origin, ...]:
    """The independent origins of these articles; every article belongs to exactly one.

    Articles are one origin where they credit the same agency, where neither credits one and both have the
    same known publisher, or where they are mostly the same words. An origin that nobody names is called by its
    article.
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
        if name := wire_credit(article) or article.publisher:
            first = by_name.setdefault(name.casefold(), article.id)
            pairs.append((first, article.id))
    texts = [(article.id, shingles(_body_words(article))) for article in articles]
    for index, (first_id, first_runs) in enumerate(texts):
        for second_id, second_runs in texts[index + 1 :]:
            if containment(first_runs, second_runs) >= COPIED:
                pairs.append((first_id, second_id))
    return pairs


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
