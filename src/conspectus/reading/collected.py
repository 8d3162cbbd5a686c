"""Everything that becomes of the inputs, as it is collected."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Sequence
from dataclasses import dataclass, field

from conspectus.errors import ArticleError, InputError
from conspectus.model.article import Article
from conspectus.model.ledger import Reason
from conspectus.reading.article import article_id, article_of, extract, extract_row, numbered
from conspectus.reading.media import Media
from conspectus.reading.rows import Row, read_document

_NAMED_IN_ERROR = 5

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that could not be read: what it was called, and why.

    `article_id` is made from the name, so that a ledger can speak of it; `sha256` is of the bytes, None where
    none were read.
    """

    name: str
    article_id: str
    sha256: str | None
    error: ArticleError


@dataclass(frozen=True, slots=True)
class Duplicate:
    """An input whose text is, character for character, that of an article that was read before it."""

    name: str
    article_id: str
    sha256: str | None


@dataclass(frozen=True, slots=True)
class PassedOver:
    """Something that an input holds besides its article, such as an attachment, in a sentence."""

    article_id: str
    detail: str
    reason: Reason = Reason.BOILERPLATE


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that became of the inputs, in their order: articles, failures, duplicates, what was passed over."""

    articles: tuple[Article, ...]
    failures: tuple[Failure, ...] = ()
    duplicates: tuple[Duplicate, ...] = ()
    passed_over: tuple[PassedOver, ...] = ()


@dataclass
class Collected:
    """Inputs read so far; whatever is added, what is there already stays."""

    articles: dict[str, Article] = field(default_factory=dict)
    failures: list[Failure] = field(default_factory=list)
    duplicates: list[Duplicate] = field(default_factory=list)
    passed_over: list[PassedOver] = field(default_factory=list)

    def reading(self) -> Reading:
        """What was read; raises InputError where not a single article was."""
        if not self.articles:
            raise self._nothing()
        return Reading(
            tuple(self.articles.values()),
            tuple(self.failures),
            tuple(self.duplicates),
            tuple(self.passed_over),
        )

    def add_bytes(self, data: bytes, *, name: str, media: Media) -> None:
        """Reads the article, or the rows of a JSON document, in the bytes; what can't be read becomes a failure."""
        try:
            if media == "json":
                for row in read_document(data, name=name):
                    self.add_row(row)
                return
            extracted = extract(data, name=name, media=media)
            self.take(article_of(extracted, name=name, data=data), extracted.passed_over)
        except ArticleError as error:
            self.fail(name, error, data)

    def take(
        self, article: Article, passed_over: Sequence[str], *, reason: Reason = Reason.BOILERPLATE
    ) -> None:
        """Keeps the article and what was passed over with it; raises ArticleError as `keep` does."""
        self.keep(article)
        for detail in passed_over:
            _log.info("%s", detail)
            self.passed_over.append(PassedOver(article.id, detail, reason))

    def add_row(self, row: Row | ArticleError) -> None:
        """Reads the article in a row; a row that holds none is a failure of its own."""
        if isinstance(row, ArticleError):
            self.fail(row.where or "a row", row)
            return
        data = row.content.encode("utf-8")
        try:
            self.keep(article_of(extract_row(row), name=row.name, data=data))
        except ArticleError as error:
            self.fail(row.name, error, data)

    def add_article(self, article: Article) -> None:
        """Keeps an article that was made elsewhere, its sentences numbered where they are not."""
        if not article.sentences:
            known = {name: getattr(article, name) for name in Article.model_fields}
            article = Article(
                **{**known, "sentences": numbered(article.text, article.junk, article.language)}
            )
        right = article_id(article.text)
        if article.id != right:
            message, hint = f"{article.id} is not the id of its text", f"its text's id is {right}"
            self._fail(article.name, ArticleError(message, where=article.name, hint=hint), article.sha256)
            return
        try:
            self.keep(article)
        except ArticleError as error:
            self._fail(article.name, error, article.sha256)

    def keep(self, article: Article) -> None:
        """Keeps the article, or enters a duplicate; raises ArticleError where two texts share an id."""
        first = self.articles.get(article.id)
        if first is None:
            self.articles[article.id] = article
            return
        if first.text != article.text:
            raise ArticleError(
                f"its id, {article.id}, is also that of {first.name}, a different text", where=article.name
            )
        self.duplicates.append(Duplicate(article.name, article.id, article.sha256))

    def fail(self, name: str, error: ArticleError, data: bytes | None = None) -> None:
        """Enters an input that could not be read, with the digest of its bytes where there are any."""
        self._fail(name, error, None if data is None else hashlib.sha256(data).hexdigest())

    def _fail(self, name: str, error: ArticleError, digest: str | None) -> None:
        _log.warning("%s", error)
        self.failures.append(Failure(name, article_id(f"unread: {name}"), digest, error))

    def _nothing(self) -> InputError:
        failures = self.failures
        if len(failures) == 1:
            return failures[0].error
        told = "; ".join(str(failure.error) for failure in failures[:_NAMED_IN_ERROR])
        more = f"; and {len(failures) - _NAMED_IN_ERROR} more" if len(failures) > _NAMED_IN_ERROR else ""
        return InputError(f"none of the {len(failures)} inputs can be read: {told}{more}")
