"""Articles from files, directories and standard input; one that can't be read never stops the rest."""

from __future__ import annotations

import hashlib
import logging
import os
import stat
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from conspectus.errors import ArticleError, InputError, UsageError
from conspectus.model.article import Article
from conspectus.reading.article import Media, article_id, numbered, read_article

MAX_BYTES = 10_000_000
STDIN = "-"
_MEDIA: dict[str, Media] = {".txt": "text", ".md": "markdown", ".html": "html", ".htm": "html"}
_SUPPORTED = ".txt, .md, .html and .htm files are read"
_SNIFFED = 1024
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
class Reading:
    """Everything that became of the inputs, in their order: articles, failures and duplicates."""

    articles: tuple[Article, ...]
    failures: tuple[Failure, ...] = ()
    duplicates: tuple[Duplicate, ...] = ()


@dataclass
class _Collected:
    articles: dict[str, Article] = field(default_factory=dict)
    failures: list[Failure] = field(default_factory=list)
    duplicates: list[Duplicate] = field(default_factory=list)


def read_file(path: str | Path, *, max_bytes: int = MAX_BYTES) -> Article:
    """The article in a `.txt`, `.md`, `.html` or `.htm` file, or in a text file without a suffix.

    The article's path is the path as given, with forward slashes. Raises ArticleError where the file
    is missing, can't be read, is larger than `max_bytes` bytes, or holds no article.
    """
    name = Path(path).as_posix()
    media = _media_of(Path(path), name)
    data = _read_bytes(Path(path), name, max_bytes)
    return read_article(data, name=name, media=media or _sniff(data))


def read_inputs(
    inputs: Sequence[str | Path | Article], *, stdin: BinaryIO | None = None, max_bytes: int = MAX_BYTES
) -> Reading:
    """What files, directories and "-" (standard input) hold, and articles as they are, in the order given.

    Directories are searched at all depths, in the order of their paths, for the suffixes that are
    read; hidden files and directories are passed over. A text that comes twice is an article once.
    Raises UsageError where `inputs` is empty and InputError where not a single article could be read;
    any other trouble is a Failure.
    """
    if not inputs:
        raise UsageError("no articles were given", hint="name files or directories, or - for standard input")
    collected = _Collected()
    stdin_open = True
    for given in inputs:
        if isinstance(given, Article):
            _collect_article(collected, given)
            continue
        if str(given) == STDIN:
            if stdin_open:
                _collect_stdin(collected, stdin, max_bytes)
            else:
                again = ArticleError("standard input was read already", where=STDIN, hint="name - only once")
                _fail(collected, STDIN, again, None)
            stdin_open = False
            continue
        for path in _paths(Path(given), collected):
            _collect(collected, path, max_bytes)
    if not collected.articles:
        raise _nothing(collected.failures)
    return Reading(tuple(collected.articles.values()), tuple(collected.failures), tuple(collected.duplicates))


def _nothing(failures: list[Failure]) -> InputError:
    if len(failures) == 1:
        return failures[0].error
    told = "; ".join(str(failure.error) for failure in failures[:_NAMED_IN_ERROR])
    more = f"; and {len(failures) - _NAMED_IN_ERROR} more" if len(failures) > _NAMED_IN_ERROR else ""
    return InputError(f"none of the {len(failures)} inputs can be read: {told}{more}")


def _collect(collected: _Collected, path: Path, max_bytes: int) -> None:
    name, digest = path.as_posix(), None
    try:
        media = _media_of(path, name)
        data = _read_bytes(path, name, max_bytes)
        digest = hashlib.sha256(data).hexdigest()
        _keep(collected, read_article(data, name=name, media=media or _sniff(data)))
    except ArticleError as error:
        _fail(collected, name, error, digest)


def _collect_article(collected: _Collected, article: Article) -> None:
    if not article.sentences:
        known = {name: getattr(article, name) for name in Article.model_fields}
        article = Article(**{**known, "sentences": numbered(article.text, article.junk)})
    try:
        _keep(collected, _named_by_text(article))
    except ArticleError as error:
        _fail(collected, article.name, error, article.sha256)


def _named_by_text(article: Article) -> Article:
    right = article_id(article.text)
    if article.id == right:
        return article
    raise ArticleError(
        f"{article.id} is not the id of its text", where=article.name, hint=f"its text's id is {right}"
    )


def _collect_stdin(collected: _Collected, stream: BinaryIO | None, max_bytes: int) -> None:
    digest = None
    try:
        data = _bounded((stream or sys.stdin.buffer).read(max_bytes + 1), STDIN, max_bytes)
        digest = hashlib.sha256(data).hexdigest()
        _keep(collected, read_article(data, name=STDIN, media=_sniff(data)))
    except ArticleError as error:
        _fail(collected, STDIN, error, digest)


def _keep(collected: _Collected, article: Article) -> None:
    first = collected.articles.get(article.id)
    if first is None:
        collected.articles[article.id] = article
        return
    if first.text != article.text:
        raise ArticleError(
            f"its id, {article.id}, is also that of {first.name}, a different text", where=article.name
        )
    collected.duplicates.append(Duplicate(article.name, article.id, article.sha256))


def _fail(collected: _Collected, name: str, error: ArticleError, digest: str | None) -> None:
    _log.warning("%s", error)
    collected.failures.append(Failure(name, article_id(f"unread: {name}"), digest, error))


def _paths(given: Path, collected: _Collected) -> Iterator[Path]:
    if not given.is_dir():
        yield given
        return
    trouble: list[OSError] = []
    found: list[Path] = []
    for directory, subdirectories, files in os.walk(given, onerror=trouble.append):
        subdirectories[:] = [name for name in subdirectories if not name.startswith(".")]
        for name in files:
            path = Path(directory, name)
            if not name.startswith(".") and path.suffix.lower() in _MEDIA:
                found.append(path)
    for error in trouble:
        name = Path(error.filename).as_posix()
        _fail(
            collected, name, ArticleError(f"the directory can't be read ({error.strerror})", where=name), None
        )
    if not found and not trouble:
        name = given.as_posix()
        _fail(
            collected,
            name,
            ArticleError("the directory holds no articles", where=name, hint=_SUPPORTED),
            None,
        )
    yield from sorted(found)


def _media_of(path: Path, name: str) -> Media | None:
    suffix = path.suffix.lower()
    if suffix and suffix not in _MEDIA and path.exists():
        raise ArticleError(f"{suffix} files are not read", where=name, hint=_SUPPORTED)
    return _MEDIA.get(suffix)


def _sniff(data: bytes) -> Media:
    opening = data[:_SNIFFED].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return "html" if opening.startswith((b"<!doctype html", b"<html", b"<head")) else "text"


def _read_bytes(path: Path, name: str, max_bytes: int) -> bytes:
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise ArticleError("this is a directory, not a file", where=name)
        if not (stat.S_ISREG(status.st_mode) or stat.S_ISFIFO(status.st_mode)):
            raise ArticleError("this is not a regular file", where=name)
        if status.st_size > max_bytes:
            raise _too_large(name, max_bytes)
        with path.open("rb") as stream:
            return _bounded(stream.read(max_bytes + 1), name, max_bytes)
    except FileNotFoundError as error:
        raise ArticleError(
            "there is no such file or directory", where=name, hint=_missing_hint(name)
        ) from error
    except PermissionError as error:
        raise ArticleError("the file can't be read: permission denied", where=name) from error
    except (OSError, ValueError) as error:
        # ValueError: a path with a NUL character in it.
        raise ArticleError(f"the file can't be read ({error})", where=name) from error


def _bounded(data: bytes, name: str, max_bytes: int) -> bytes:
    if len(data) > max_bytes:
        raise _too_large(name, max_bytes)
    return data


def _too_large(name: str, max_bytes: int) -> ArticleError:
    limit = f"{max_bytes / 1e6:g} MB"
    return ArticleError(f"the file is larger than {limit}", where=name, hint="give one article a file")


def _missing_hint(name: str) -> str:
    if "://" in name or name.startswith(("http:/", "https:/")):
        return "save the page as .html and give that file"
    if any(mark in name for mark in "*?["):
        return "the pattern matches nothing here"
    return "check the path"
