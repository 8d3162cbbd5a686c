"""Which language a briefing is in, and which of its sentences are not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from conspectus.errors import SettingsError
from conspectus.model.article import Article
from conspectus.model.briefing import Briefing
from conspectus.model.evidence import Verification
from conspectus.text.language import KNOWN_LANGUAGES, main_language, spoken
from conspectus.verification.audit.index import Index, Statement


def language_of_most(articles: Sequence[Article]) -> str | None:
    """The language of most of the articles' text (ISO 639-1), of several the first; None where none is known."""
    sizes: Counter[str] = Counter()
    for article in articles:
        if article.language:
            sizes[main_language(article.language)] += len(article.text)
    return max(sizes, key=sizes.__getitem__, default=None)


def output_language(wanted: str) -> str:
    """The language that a tag such as de-AT means; raises SettingsError where it is none that can be told."""
    code = main_language(wanted)
    if code not in KNOWN_LANGUAGES:
        raise SettingsError(
            f"{wanted!r} is no language that is known",
            where="language",
            hint=f"one of: {', '.join(sorted(KNOWN_LANGUAGES))}",
        )
    return code


def in_other_languages(briefing: Briefing, language: str) -> Iterator[tuple[Statement, str]]:
    """Every statement that is not in that language, with its own; a wording that occurs twice comes once."""
    index, seen = Index(briefing), set[str]()
    for statement in index.statements:
        pieces = index.evidence(statement.claim_ids)
        having = [each for each in pieces if statement.text in each.quote]
        article = index.articles.get((having or pieces)[0].article_id) if pieces else None
        usual = article.language if article else None
        # What stands in an article is in its language, however few of its words are any language's commonest.
        quoted = bool(having) or statement.verified is Verification.QUOTED
        own = main_language(usual) if usual and quoted else spoken(statement.text, usual)
        if own is not None and own != language and statement.text not in seen:
            seen.add(statement.text)
            yield statement, own
