"""A new case: its folder, the articles, and a `case.yaml` in which only what a person has to find is left open."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

from conspectus.errors import InputError, UsageError
from conspectus.evaluation.linting import CASE_FILE
from conspectus.model.article import Article
from conspectus.reading import read_file
from conspectus.reading.fetching.address import is_address

_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")
_FILL = "TODO"


def scaffold(directory: Path, name: str, paths: Sequence[str]) -> Path:
    """The folder of a new case in `directory`, with copies of the articles and what can be read from them.

    What is to be filled in says TODO, and the linter names each of them. Raises UsageError for a name that is none,
    InputError where there are no articles, one can't be read, or the case is there; then nothing is made.
    """
    if not _NAME.match(name):
        raise UsageError("a case's name has small letters, digits and hyphens", where=name)
    folder = directory / name
    if folder.exists():
        raise InputError("is there already", where=str(folder), hint="choose another name")
    web = next((path for path in paths if is_address(path)), None)
    if web is not None:
        # A case is read again in years to come: it needs the page itself, which may change or go.
        raise UsageError(
            "is an address; a case is made from files", where=web, hint="save the page as .html and name that"
        )
    files = [file for path in paths for file in _files(Path(path))]
    if not files:
        raise UsageError("a case is made from articles", hint=f"conspectus eval --new {name} PATH…")
    twice = {file.name for file in files if sum(other.name == file.name for other in files) > 1}
    if twice:
        raise InputError(f"two articles are called {min(twice)}", hint="rename one of them")
    articles = {file.name: read_file(file) for file in files}
    (folder / "articles").mkdir(parents=True)
    for file in files:
        shutil.copyfile(file, folder / "articles" / file.name)
    (folder / CASE_FILE).write_text("\n".join(_lines(name, articles)) + "\n", encoding="utf-8", newline="\n")
    return folder


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    return sorted(file for file in path.iterdir() if file.is_file() and not file.name.startswith("."))


def _lines(name: str, articles: dict[str, Article]) -> Iterator[str]:
    languages = sorted({article.language or "en" for article in articles.values()})
    names = ", ".join(map(_quoted, articles))
    yield "# Write down what a careful editor finds, before any system has read the articles. The format is told in"
    yield f"# eval/cases/README.md; `conspectus eval --lint` says what is wrong or still {_FILL}."
    yield f"id: {name}"
    yield f"title: {_FILL}"
    several = f"[{', '.join(languages)}]"
    yield f"language: {languages[0] if len(languages) == 1 else several}"
    yield "\narticles:"
    for file, article in articles.items():
        known = {
            "publisher": article.publisher,
            "published": article.published.isoformat() if article.published else None,
            "byline": article.byline,
            "title": article.title,
        }
        told = ", ".join(f"{key}: {_quoted(value) if value else 'null'}" for key, value in known.items())
        yield f"  - {{path: {_quoted(f'articles/{file}')}, {told}}}"
    yield "\nevents:"
    yield f"  - {{id: event, what: {_FILL}, when: null, where: null, articles: [{names}], recalled_in: []}}"
    yield "\n# Articles that rest on the same reporting belong to one origin."
    yield "origins:"
    for file, article in articles.items():
        yield f"  - {{name: {_quoted(article.publisher or file)}, articles: [{_quoted(file)}]}}"
    yield "\n# An anchor is a file and words that stand in it, character for character, on one line."
    yield "nuggets:"
    for number, (file, article) in enumerate(articles.items(), start=1):
        yield f"  - id: n{number:02}"
        yield "    event: event"
        yield "    importance: vital"
        yield f"    text: {_FILL}"
        yield "    anchors:"
        yield f"      - {{file: {_quoted(file)}, quote: {_quoted(_first(article))}}}"
    yield "\nconflicts: []"
    yield f"#  - id: {_FILL}"
    yield "#    event: event"
    yield f"#    question: {_FILL}"
    yield "#    kind: number"
    yield "#    sides:"
    yield f"#      - {{position: {_FILL}, anchors: [{{file: {_FILL}, quote: {_FILL}}}]}}"
    yield f"#      - {{position: {_FILL}, anchors: [{{file: {_FILL}, quote: {_FILL}}}]}}"
    yield "\ndecoys: []"
    yield "either_way: []"
    yield "must_not_appear: []"
    yield f"#  - {{kind: junk, file: {_FILL}, text: {_FILL}}}"


def _first(article: Article) -> str:
    """The first line of the body's first sentence, as an example of an anchor."""
    return article.sentence_text(article.body[0]).strip().splitlines()[0] if article.body else _FILL


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
