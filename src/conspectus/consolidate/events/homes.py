"""Which sentences of an article are about another event than the article: a round-up tells of several."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from conspectus.consolidate.events.grouping import Group
from conspectus.consolidate.events.signatures import Signature
from conspectus.model.article import Article
from conspectus.text.chronology import LEAD, NEWS_LASTS, paragraphs
from conspectus.text.facts.names import names

_FEWEST_NAMES = 2


def homes(
    articles: Sequence[Article], groups: Sequence[Group], signatures: Mapping[str, Signature]
) -> dict[str, dict[int, int]]:
    """For each article the body sentences that are of another event, by number, with that event's place in `groups`.

    Such a sentence has two words of names that only that event's articles repeat, and fewer that its own event's do;
    one without any such name goes on about what the sentence before it in its paragraph is about. The lead is never
    another event's, nor is any sentence that of an event which came long after its article.
    """
    own = _own(groups, signatures)
    owners: defaultdict[str, set[int]] = defaultdict(set)
    for number, words in enumerate(own):
        for word in words:
            owners[word].add(number)
    home = {key: number for number, group in enumerate(groups) for key in group.article_ids}
    begins = [_begins([signatures[key] for key in group.article_ids]) for group in groups]
    found: dict[str, dict[int, int]] = {}
    for article in articles:
        lead = {sentence.id for sentence in article.body[:LEAD]}
        published = article.published
        known = [day is None or published is None or day - published <= NEWS_LASTS for day in begins]
        for paragraph in paragraphs(article):
            current = home[article.id]
            for sentence in paragraph:
                parts = {part for name in names(article.sentence_text(sentence)) for part in name.words}
                hits = Counter(
                    number for part in sorted(parts) for number in owners.get(part, ()) if known[number]
                )
                if hits:
                    current = _about(hits, home[article.id])
                if current != home[article.id] and sentence.id not in lead:
                    found.setdefault(article.id, {})[sentence.id] = current
    return found


def _own(groups: Sequence[Group], signatures: Mapping[str, Signature]) -> list[frozenset[str]]:
    """For each event the words of names that its articles repeat and no other event's do."""
    anchors = [
        frozenset[str]().union(*(signatures[key].anchors for key in group.article_ids)) for group in groups
    ]
    repeating = Counter(word for words in anchors for word in words)
    return [frozenset(word for word in words if repeating[word] == 1) for words in anchors]


def _begins(members: Sequence[Signature]) -> date | None:
    """The first of the fewest days that one of the event's articles puts it on, None where none says any."""
    mains = [each.time.main for each in members if each.time.main]
    return min(mains, key=lambda main: main.end - main.start).start if mains else None


def _about(hits: Counter[int], own: int) -> int:
    """The event that most of the names are of, where two are and its own event has fewer."""
    number, count = min(hits.items(), key=lambda each: (-each[1], each[0] != own, each[0]))
    return number if count >= _FEWEST_NAMES else own
