"""What names an earlier time only in passing, and so tells news all the same."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from conspectus.consolidate.assign import EventClaims
from conspectus.model.article import Article
from conspectus.model.evidence import Claim
from conspectus.text.chronology import Window, chronology, paragraphs, recalled_from
from conspectus.text.facts.dates import Period, Relation, periods
from conspectus.verification.foreign_days import names_of_days

# "Since digging began in 2014": to this day.
_TO_THIS_DAY = re.compile(
    r"\b(?:since|ever since|seit|seitdem|depuis|desde|sinds|dal|dalla|dall[’'])\b[^.,;:]*$", re.IGNORECASE
)
_WHEN = re.compile(r",?\s(?:when|als|quand|lorsqu[’']|lorsque|cuando)\b")
# "From April", of a month that is not over or was long ago, is the next one.
_TO_COME = re.compile(
    r"\b(?:from|until|ab|bis|à partir de|dès|a partir de|hasta|da|fino a)\s$", re.IGNORECASE
)
_RELATIVE = re.compile(
    r",\s(?:who|which|whose|whom|where|der|die|das|dem|den|dessen|deren|qui|que|dont|où|quien(?:es)?|cuy[oa]s?|"
    r"che|cui)\s[^.;:]*$"
)
# "Doris Fell, who led the first march in 1961, has died": what is told of her is of now.
_OF_NOW = re.compile(
    r"[^.,;:]*,\s(?:has|have|is|are|will|died|dies|hat|haben|ist|sind|wird|werden|starb|est|ont|sont|sera|ha|han|es|son|"
    r"será|murió|heeft|è|morreu)\s"
)
# Nothing of what is to be is recalled.
_TO_BE = re.compile(
    r"[^“”\"«»„]*?\b(?:will|(?:is|are) (?:due )?to|wird|werden|sera|seront|va a|van a|será|serán)\s"
)
# "…, a building opened in 2019, collapsed".
_ASIDE = re.compile(r",\s(?:an?|the|its|his|her|their|eine?|einer|une?|una|el|la|le|il|[a-z]+ed)\s[^,;:.]*$")
# "The first branch to go since Quay Lane, which was shut in 2016": what it is compared with is the memory.
_COMPARED = re.compile(
    r"\b(?:since|before|than|that of|seit|vor|als|depuis|avant|que|desde|antes de)\s[^,]*$", re.IGNORECASE
)
# "71 per cent, up from 64 in 2022": dated is what the news is measured by.
_MEASURED_BY = re.compile(
    r"\d[^.;]*?\s(?:(?:up|down|risen|fallen) from|compared (?:with|to)|against|(?:more|fewer|less|higher|lower) than|"
    r"contre|gegenüber|nach|statt|frente a|contra|contro|rispetto al?|tegen)\s[^.;]{0,15}\d[^.;]{0,20}\s"
    r"(?:in|of|en|im|im Jahr|von|de|del?|nel|em)\s$",
    re.IGNORECASE,
)
_LAST_TIME = re.compile(
    r"\W*(?:Last (?:year|season|month|time)|(?:Im vergangenen|Im vorigen|Letztes|Voriges) Jahr|L[’']an(?:née)? "
    r"derni(?:er|ère)|El (?:año|mes) pasado|La temporada pasada), (?:when|als|quand|lorsqu|cuando)"
)
_OF_THAT_TIME = re.compile(r"\b(?:of|von|vom|aus|de|du|del|van|di)\s$")
_FEWEST_BEFORE = 3


def with_news(group: EventClaims, articles: Mapping[str, Article]) -> EventClaims:
    """The event with those of its memories that name an earlier time only in passing among its claims.

    What opens with "Last year, when …" goes to the memories.
    """
    remembered = {
        key: _remembered(articles[key], group.when)
        for key in {claim.article_ids[0] for claim in group.context}
    }
    news = tuple(claim for claim in group.context if not _remembers(claim, articles, remembered))
    before = tuple(claim for claim in group.claims if _LAST_TIME.match(claim.text))
    if len(before) == len(group.claims):
        before = ()
    if not news and not before:
        return group
    return replace(
        group,
        claims=(*(claim for claim in group.claims if claim not in before), *news),
        context=(*(claim for claim in group.context if claim not in news), *before),
    )


def _remembers(
    claim: Claim, articles: Mapping[str, Article], remembered: Mapping[str, frozenset[int]]
) -> bool:
    article = articles[claim.article_ids[0]]
    spans = [piece.span for piece in claim.evidence if piece.article_id == article.id]
    touched = [each.id for each in article.body if any(each.span.overlaps(span) for span in spans)]
    return all(number in remembered[article.id] for number in touched)


def _remembered(article: Article, event: Window | None) -> frozenset[int]:
    """The numbers of the sentences that tell of an earlier time, to the end of the paragraph or to what is news."""
    recalled = recalled_from(article, chronology(article), event)
    found = set()
    for paragraph in paragraphs(article):
        looking_back = False
        for sentence in paragraph:
            if sentence.id not in recalled:
                looking_back = False
                continue
            text = article.sentence_text(sentence)
            old = _old(text, recalled[sentence.id].end, article.published)
            if old:
                looking_back = not all(in_passing(text, each, article.language) for each in old)
            elif _TO_BE.match(text):
                looking_back = False
            if looking_back:
                found.add(sentence.id)
    return frozenset(found)


def _old(text: str, horizon: date, published: date | None) -> list[Period]:
    """The periods that make the sentence look back."""
    return [
        each
        for each in periods(text, published)
        if each.relation is Relation.IN and each.end is not None and each.end <= horizon
    ]


def to_this_day(text: str, period: Period) -> bool:
    """True where the period is when something began that lasts: "since digging began in 2014".

    Not so "since March, when the last one left": that is told of the last one.
    """
    return _TO_THIS_DAY.search(text, 0, period.span.start) is not None and not _WHEN.match(
        text, period.span.end
    )


def in_passing(text: str, period: Period, language: str | None) -> bool:
    """True where it dates a clause about somebody or something named, when what lasts began, or what is measured by."""
    before, behind = text[: period.span.start], text[period.span.end :]
    if to_this_day(text, period) or _MEASURED_BY.search(before):
        return True
    if period.parts.year is None and _TO_COME.search(before):
        return True
    relative = _RELATIVE.search(before)
    if relative and _OF_NOW.match(behind):
        return True
    for clause in (relative, _ASIDE.search(before) if "," in behind else None):
        told = before[: clause.start()] if clause is not None else ""
        if len(told.split()) >= _FEWEST_BEFORE and not _COMPARED.search(told):
            return True
    return _OF_THAT_TIME.search(before) is not None and _names_a_day(text, language)


def _names_a_day(text: str, language: str | None) -> bool:
    """True where the text has a day of the week as its language calls it."""
    named = names_of_days(language) if language not in {None, "en"} and language else {}
    words = {word.lower() for word in re.findall(r"[^\W\d_]+", text)}
    return any(sort == "day" and name in words for name, (sort, _) in named.items())
