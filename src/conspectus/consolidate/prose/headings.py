"""What articles call their news, and what a briefing is called."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta

from conspectus.consolidate.agreement.weighing import Weighed
from conspectus.model.article import Article
from conspectus.model.briefing import Event
from conspectus.text.concepts import concepts, name_concepts
from conspectus.text.facts.names import names
from conspectus.text.facts.words import content_words

_TOLD_BY_HEADLINE = 3
_TOLD_OF_SOMEBODY = 2
_ABOUT_IT = 2
_ACRONYM = 5
_HALF = 0.5
_STALE = 0.5
# What is printed on the morning after is the news of the day.
_NEXT_DAY = timedelta(days=1)
_WORD = re.compile(r"[^\W\d_]+")
_QUOTED = re.compile(r"\s*[\"“„«»‘'][^\"“”„«»]*[\"“”«»’']\s*")
_TODAY = re.compile(
    r"\b(?:today|tonight|tomorrow|yesterday|this (?:morning|afternoon|evening)|heute|morgen|gestern|aujourd[’']hui|"
    r"demain|hier|hoy|mañana|ayer)\b",
    re.IGNORECASE,
)
_SAYS = re.compile(r"\b(?:says?|claims?)\b", re.IGNORECASE)
_NO_NEWS = re.compile(
    r"\b(?:questions and answers|Q&A|FAQ|edition|live (?:blog|updates)|in brief|briefing|as it happened|"
    r"minute by minute|live-?ticker|en direct|en directo|minuto a minuto|(?:latest|live) (?:updates?|news)|"
    r"what (?:we|to|you need to) know|key (?:points|facts)|explainer|in pictures)\b|"
    r"\b(?:latest|updates|explained)\W*$|^\W*(?:live|corrections?|clarifications?|"
    r"berichtigung|korrektur|rectificatif|corrección|opinion|comment|kommentar|tribune|opinión)\s*[:|–—-]"
    r"|(?:^|[:|–—-] *)(?:what (?:happened|happens next|comes next|it means|this means)|how it (?:happened|unfolded)|"
    r"everything (?:\w+ )?(?:need|have) to know|why it matters)\b"
    # What a paper is called by its kind: whatever it is about, somebody gives notice of it.
    r"|^\W*(?:notice|statement|memo|minutes|information|incident|mitteilung|erklärung|stellungnahme|hinweis|"
    r"communiqué|déclaration|avis|comunicado|aviso|declaración|nota) "
    r"(?:of|on|about|regarding|from|to|zu[mr]?|über|de|du|des|sur|sobre|relati\w+)\b",
    re.IGNORECASE,
)


def own_titles(
    members: Sequence[Article],
    weighed: Sequence[Weighed],
    opening: Sequence[str] = (),
    since: date | None = None,
) -> list[str]:
    """The articles' own titles, those first whose words most origins use: one's own angle comes last.

    Where the event's `opening` is given, only those that share two concepts with it: else headline and text would tell
    of two things. Without one they are those of an article that is alone. What was written two days or more before
    `since`, the day of the opening, comes behind: who was ahead on election night is no headline for how it ended.
    """
    users: dict[str, set[str]] = defaultdict(set)
    for item in weighed:
        for word in content_words(item.claim.text):
            users[word].update(item.origins)

    def shared(title: str) -> float:
        words = set(content_words(title))
        return sum(len(users[word]) for word in words) / max(1, len(words))

    told = frozenset[object]().union(*map(concepts, opening))
    early = {
        each.title for each in members if since and each.published and since - each.published > _NEXT_DAY
    }
    found = [
        article.title
        for article in members
        if article.title
        and _is_headline(article.title, alone=not opening)
        and (not opening or len(concepts(article.title) & told) >= _ABOUT_IT)
    ]
    ordered = sorted(
        found,
        key=lambda title: (
            -shared(title) * (_HALF + _told_of(title, told)) * (_STALE if title in early else 1.0)
        ),
    )
    return [part for title in ordered for part in _whole_and_first(title)]


def _whole_and_first(title: str) -> tuple[str, ...]:
    """The title, and behind it the first of two that a semicolon joins, where that is a headline."""
    first, joined, _ = title.partition("; ")
    return (title, first) if joined and _is_headline(first) else (title,)


def _told_of(title: str, told: frozenset[object]) -> float:
    """The share (0–1) of the title's concepts that the opening tells too."""
    words = concepts(title)
    return len(words & told) / len(words) if words else 0.0


def _cries(title: str) -> bool:
    """True for a word in capitals among others that are not, and for a title all in capitals."""
    words = [word for word in _WORD.findall(title) if len(word) > _ACRONYM]
    return any(word.isupper() for word in words)


def _is_headline(title: str, *, alone: bool = False) -> bool:
    """False for the name of an edition, a question, the title of a page of questions, and what stands in capitals.

    Nor is one that is all in quotation marks, says "today" of a day which its reader can't know, or gives somebody's
    word for it: that is not yet what happened. Of an article that is `alone` two words beside a name tell its news.
    """
    named = name_concepts(title)
    told = concepts(title) - named
    return (
        len(told) >= (_TOLD_OF_SOMEBODY if alone and named else _TOLD_BY_HEADLINE)
        and not _QUOTED.fullmatch(title)
        and not title.rstrip("”\"'’ ").endswith("?")
        and not _NO_NEWS.search(title)
        and not _TODAY.search(title)
        and not _SAYS.search(title)
        and not _cries(title)
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
