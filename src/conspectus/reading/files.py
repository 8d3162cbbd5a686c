"""Articles from files, directories, patterns and standard input; one that can't be read never stops the rest."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from conspectus.errors import ArticleError, UsageError
from conspectus.model.article import Article
from conspectus.reading.article import read_article
from conspectus.reading.collected import Collected, Reading
from conspectus.reading.feeds import Feed, is_web
from conspectus.reading.limits import MOST_ROWS
from conspectus.reading.media import MEDIA, ROWS, SUPPORTED, Media, sniff
from conspectus.reading.paths import (
    bounded,
    expanded,
    is_row_file,
    read_byte_lines,
    read_bytes,
    shown,
    too_large,
)
from conspectus.reading.rows import Row, read_line, too_many

if TYPE_CHECKING:
    from conspectus.reading.web import Haul

MAX_BYTES = 10_000_000
STDIN = "-"


def read_file(path: str | Path, *, max_bytes: int = MAX_BYTES) -> Article:
    """The article in a file of a suffix that is read, or in one without a suffix whose bytes tell its format.

    The article's path is the path as given, with forward slashes. Raises ArticleError where the file
    is missing, can't be read, is larger than `max_bytes` bytes, holds no article, or holds several.
    """
    path = Path(path)
    name = shown(path)
    media = _media_of(path, name)
    if media in ROWS:
        articles = read_inputs([path], max_bytes=max_bytes).articles
        if len(articles) > 1:
            raise ArticleError(f"holds {len(articles)} articles, not one", where=name)
        return articles[0]
    data = read_bytes(path, max_bytes=max_bytes)
    return read_article(data, name=name, media=media or sniff(data))


def read_inputs(
    inputs: Sequence[str | Path | Article | Feed],
    *,
    stdin: BinaryIO | None = None,
    max_bytes: int = MAX_BYTES,
    haul: Haul | None = None,
) -> Reading:
    """What files, directories, patterns and "-" (standard input) hold, and articles as they are, in the order given.

    Directories are searched at all depths, in the order of their paths, for the suffixes that are
    read; hidden files and directories are passed over. A text that comes twice is an article once. Each
    row of a JSON or JSONL file is an article, called by its file and number: `news.jsonl#3`. Addresses and
    feeds are taken from the `haul` that `web.bring` fetched; nothing is fetched here.
    Raises UsageError where `inputs` is empty and InputError where not a single article could be read;
    any other trouble is a Failure.
    """
    if not inputs:
        raise UsageError(
            "no articles were given", hint="name files, directories or addresses, or - for standard input"
        )
    collected = Collected()
    stdin_open = True
    for given in inputs:
        if isinstance(given, Article):
            collected.add_article(given)
        elif haul is not None and is_web(given):
            _collect_fetched(collected, haul, given)
        elif isinstance(given, Feed):
            unread = ArticleError("the feed was not fetched", where=given.url)
            collected.fail(given.url, unread)
        elif str(given) == "":
            collected.fail(
                "", ArticleError("the path is empty", hint="name the directory . to read what is here")
            )
        elif str(given) == STDIN:
            if stdin_open:
                _collect_stdin(collected, stdin, max_bytes)
            else:
                again = ArticleError("standard input was read already", where=STDIN, hint="name - only once")
                collected.fail(STDIN, again)
            stdin_open = False
        else:
            for path in expanded(Path(given), collected.fail):
                _collect(collected, path, max_bytes)
    if haul is not None:
        _settle(collected)
    return collected.reading()


def _collect_fetched(collected: Collected, haul: Haul, given: str | Feed) -> None:
    # It loads what reading files has no use for.
    from conspectus.reading.web import enter  # noqa: PLC0415

    for brought in haul.brought.get(given, ()):
        enter(collected, brought)


def _settle(collected: Collected) -> None:
    from conspectus.reading.web import name_publishers  # noqa: PLC0415 - as above

    name_publishers(collected)


def _collect(collected: Collected, path: Path, max_bytes: int) -> None:
    name = shown(path)
    try:
        if is_row_file(path):
            for row in _rows(read_byte_lines(path, max_bytes=max_bytes), name, max_bytes):
                collected.add_row(row)
            return
        media = _media_of(path, name)
        data = read_bytes(path, max_bytes=max_bytes)
    except ArticleError as error:
        collected.fail(name, error)
        return
    _add(collected, data, name, media or sniff(data), max_bytes)


def _collect_stdin(collected: Collected, stream: BinaryIO | None, max_bytes: int) -> None:
    try:
        data = bounded((stream or sys.stdin.buffer).read(max_bytes + 1), STDIN, max_bytes)
    except ArticleError as error:
        collected.fail(STDIN, error)
        return
    _add(collected, data, STDIN, sniff(data), max_bytes)


def _add(collected: Collected, data: bytes, name: str, media: Media, max_bytes: int) -> None:
    if media == "jsonl":
        for row in _rows(io.BytesIO(data), name, max_bytes):
            collected.add_row(row)
    else:
        collected.add_bytes(data, name=name, media=media)


def _rows(lines: Iterable[bytes], name: str, max_bytes: int) -> Iterator[Row | ArticleError]:
    """The rows of the lines; one that is too long is an error of its own, and is not parsed."""
    count = 0
    for number, line in enumerate(lines, 1):
        where = f"{name}#{number}"
        row = (
            too_large(where, max_bytes)
            if len(line) > max_bytes
            else read_line(line, name=name, number=number)
        )
        if row is None:
            continue
        count += 1
        if count > MOST_ROWS:
            yield too_many(name)
            return
        yield row
    if not count:
        yield ArticleError("the file holds no rows", where=name)


def _media_of(path: Path, name: str) -> Media | None:
    suffix = path.suffix.lower()
    if suffix and suffix not in MEDIA and os.path.exists(path):
        raise ArticleError(f"{suffix} files are not read", where=name, hint=SUPPORTED)
    return MEDIA.get(suffix)
