"""Which sentences of an article are about another event than the article: a round-up tells of several."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from conspectus.caching import cached_property
from conspectus.consolidate.events.grouping import Group
from conspectus.consolidate.events.roundups import items
from conspectus.consolidate.events.signatures import Signature
from conspectus.model.article import Article
from conspectus.text.chronology import LEAD, NEWS_LASTS, paragraphs
from conspectus.text.concepts import concepts
from conspectus.text.facts.names import names

_FEWEST_NAMES = 2
_OF_ANOTHER = 0.5
_OF_ITS_OWN = 0.25
_ONLY_ANOTHERS = 4
_ONLY_ANOTHERS_OF_FEW = 3


def homes(
    articles: Sequence[Article], groups: Sequence[Group], signatures: Mapping[str, Signature]
) -> dict[str, dict[int, int]]:
    """For each article the body sentences that are of another event, by number, with that event's place in `groups`.

    Such a sentence has two words of names that only that event's articles repeat, and fewer that its own event's do;
    one without any such name goes on about what the sentence before it in its paragraph is about. The lead is never
    another event's, nor is any sentence that of an event which came long after its article. An item of a round-up goes
    to another event as a whole, names or not, where that event's articles have half of its concepts, four of them
    alone, or three of a short item's, and the other articles of its own event and the rest of its own have hardly any.
    """
    told = _Told(articles, groups)
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
        for item in items(article):
            numbers = [sentence.id for sentence in item]
            whole = told.event_of(article.id, numbers)
            if whole is not None and known[whole]:
                found.setdefault(article.id, {}).update(dict.fromkeys(numbers, whole))
    return found


class _Told:
    """The concepts of the articles' sentences, and how many articles of each event have them."""

    def __init__(self, articles: Sequence[Article], groups: Sequence[Group]) -> None:
        self._home = {key: number for number, group in enumerate(groups) for key in group.article_ids}
        self._articles = {article.id: article for article in articles}
        self._groups = groups

    @cached_property
    def _said(self) -> dict[str, dict[int, frozenset[str]]]:
        return {
            key: {each.id: concepts(article.sentence_text(each)) for each in article.body}
            for key, article in self._articles.items()
        }

    @cached_property
    def _by(self) -> list[Counter[str]]:
        everything = {key: frozenset[str]().union(*said.values()) for key, said in self._said.items()}
        return [
            Counter(word for key in group.article_ids for word in everything[key]) for group in self._groups
        ]

    def event_of(self, article_id: str, item: Sequence[int]) -> int | None:
        """The place of another event that the item is about, None where it is about its own or nobody can tell."""
        home, said = self._home[article_id], self._said[article_id]
        about = frozenset[str]().union(*(said[number] for number in item))
        rest = frozenset[str]().union(*(words for number, words in said.items() if number not in item))
        # The article itself is one that has them.
        own = {word for word in about if word in rest or self._by[home][word] > 1}
        hits = {number: len(about & told.keys()) for number, told in enumerate(self._by) if number != home}
        best = max(hits, key=lambda number: (hits[number], -number), default=None)
        if best is None or hits[best] < _OF_ANOTHER * len(about) or len(own) > _OF_ITS_OWN * len(about):
            return None
        # A short item has no four of anything.
        few = max(_ONLY_ANOTHERS_OF_FEW, len(about) // 2)
        return best if len((about - own) & self._by[best].keys()) >= min(_ONLY_ANOTHERS, few) else None


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
