"""A text held against articles, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pydantic import Field, NonNegativeInt

from conspectus.model.article import Article, Span
from conspectus.model.base import Frozen
from conspectus.model.briefing import RunRecord
from conspectus.model.evidence import Evidence
from conspectus.model.ledger import LedgerEntry
from conspectus.model.rendering import Renderable
from conspectus.verification.support import Support, SupportVerdict


class CheckedArticle(Frozen):
    """An article that a text was held against, without its text."""

    id: str
    name: str
    sha256: str | None
    title: str | None = None
    publisher: str | None = None
    published: date | None = None

    @classmethod
    def of(cls, article: Article) -> CheckedArticle:
        """What the report says of that article."""
        return cls(
            id=article.id,
            name=article.name,
            sha256=article.sha256,
            title=article.title,
            publisher=article.publisher,
            published=article.published,
        )


class CheckedSentence(Frozen):
    """A sentence of the checked text, `text[start:end]`, with its support.

    `evidence` are the articles' sentences that come closest to it, whatever the verdict; it is empty where they have
    next to nothing in common with it.
    """

    text: str = Field(min_length=1)
    start: NonNegativeInt
    end: NonNegativeInt
    support: Support
    evidence: tuple[Evidence, ...] = ()

    @property
    def span(self) -> Span:
        """Where the sentence stands in the checked text, in characters."""
        return Span(start=self.start, end=self.end)


class Report(Renderable):
    """What some articles say to each sentence of a text.

    Headings and what is on the page but is not the text are not checked: `unchecked` has them. Rows of tables are
    among the sentences, and never supported, because no gate can tell what cells say together. `ledger` names the
    articles that could not be read or came twice. `run` tells which model was asked, "none" where none was.
    """

    articles: tuple[CheckedArticle, ...] = Field(min_length=1)
    sentences: tuple[CheckedSentence, ...]
    unchecked: tuple[str, ...] = ()
    ledger: tuple[LedgerEntry, ...] = ()
    run: RunRecord

    @property
    def supported(self) -> bool:
        """True where every sentence is supported."""
        return all(sentence.support.supported for sentence in self.sentences)

    def of(self, verdict: SupportVerdict) -> Iterator[CheckedSentence]:
        """The sentences with that verdict, in order."""
        return (sentence for sentence in self.sentences if sentence.support.verdict is verdict)

    def article(self, article_id: str) -> CheckedArticle:
        """The article of that id; KeyError where the report has none."""
        for article in self.articles:
            if article.id == article_id:
                return article
        raise KeyError(article_id)
