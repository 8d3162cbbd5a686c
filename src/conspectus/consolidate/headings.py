"""What articles call their news, and what a briefing is called."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from conspectus.consolidate.agreement import Weighed
from conspectus.model.article import Article
from conspectus.model.briefing import Event
from conspectus.text.concepts import concepts, name_concepts
from conspectus.text.facts.names import names
from conspectus.text.facts.words import content_words

_TOLD_BY_HEADLINE = 3
_NO_NEWS = re.compile(
    r"\b(?:questions and answers|Q&A|FAQ|edition|live (?:blog|updates)|in brief|briefing)\b", re.IGNORECASE
)


def own_titles(members: Sequence[Article], weighed: Sequence[Weighed]) -> list[str]:
    """The articles' own titles, those first whose words most origins use: one's own angle comes last."""
    users: dict[str, set[str]] = defaultdict(set)
    for item in weighed:
        for word in content_words(item.claim.text):
            users[word].update(item.origins)

    def shared(title: str) -> float:
        words = set(content_words(title))
        return sum(len(users[word]) for word in words) / max(1, len(words))

    found = [article.title for article in members if article.title and _is_headline(article.title)]
    return sorted(found, key=lambda title: -shared(title))


def _is_headline(title: str) -> bool:
    """False for the name of an edition, a question, and the title of a page of questions."""
    told = concepts(title) - name_concepts(title)
    return (
        len(told) >= _TOLD_BY_HEADLINE
        and not title.rstrip("”\"'’ ").endswith("?")
        and not _NO_NEWS.search(title)
    )


def overall_title(events: Sequence[Event], articles: Sequence[Article]) -> str:
    """What a briefing is called: by its one event, or by what all its articles name and how much there is."""
    if len(events) == 1:
        return events[0].title
    common: set[str] | None = None
    for article in articles:
        named = {name.text for found in article.body for name in names(article.sentence_text(found))}
        common = named if common is None else common & named
        if not common:
            break
    # Of several names that every article has, the longest says most.
    subject = f"{min(common, key=lambda name: (-len(name), name))}: " if common else ""
    amount = f"{len(articles)} articles" if len(articles) != 1 else "one article"
    return f"{subject}{len(events)} events in {amount}"
