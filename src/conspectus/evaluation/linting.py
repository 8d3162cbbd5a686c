"""Whether a case's gold is sound: what it quotes is there, what it names exists, nothing is empty or left over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from conspectus.errors import ArticleError, InputError
from conspectus.evaluation.cases import Case
from conspectus.evaluation.marked import Marked, Place, read_marked
from conspectus.model.article import Article
from conspectus.reading import read_file
from conspectus.reading.decoding import decode
from conspectus.text.align import Aligner

CASE_FILE = "case.yaml"
_HTML = {".html", ".htm"}


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong with a case: file and line, what it is, and what to do."""

    where: str
    message: str
    hint: str | None = None

    def __str__(self) -> str:
        return f"{self.where}: {self.message}{f' ({self.hint})' if self.hint else ''}"


@dataclass(frozen=True)
class Examined:
    """What a folder holds: the case and its articles by name where they can be read, and every problem."""

    folder: Path
    case: Case | None
    articles: Mapping[str, Article]
    problems: tuple[Problem, ...]


def examine_case(folder: Path) -> Examined:
    """The case in a folder, looked through to the end; never raises for what is wrong with it."""
    try:
        marked = read_marked(folder / CASE_FILE)
    except InputError as error:
        return Examined(folder, None, {}, (Problem(error.where or str(folder), error.message, error.hint),))
    try:
        case = Case.model_validate(marked.content)
    except ValidationError as error:
        return Examined(folder, None, {}, tuple(_misfits(error, marked)))
    articles: dict[str, Article] = {}
    problems = [
        *_articles(case, marked, folder, articles),
        *_names(case, marked, folder),
        *_covered(case, marked),
        *_quoted(case, marked, articles),
        *_banned(case, marked, folder, articles),
        *_contradictions(case, marked),
        *_left_to_do(marked),
    ]
    return Examined(folder, case, articles, tuple(sorted(problems, key=_by_line)))


def _by_line(problem: Problem) -> tuple[str, int]:
    source, _, line = problem.where.rpartition(":")
    return source, int(line) if line.isdigit() else 0


def _misfits(error: ValidationError, marked: Marked) -> Iterator[Problem]:
    for fault in error.errors(include_url=False, include_input=False):
        place = tuple(part for part in fault["loc"] if part != "constrained-str")
        message = fault["msg"].removeprefix("Value error, ")
        if fault["type"] == "extra_forbidden":
            message = "is no key of the format"
        elif fault["type"] == "string_pattern_mismatch":
            message = "is empty, or not in the form that is wanted here"
        yield Problem(
            marked.where(place), f"{'.'.join(map(str, place)) or 'the document'}: {message}", _FORMAT
        )


_FORMAT = "the format is told in eval/cases/README.md"


def _left_to_do(marked: Marked) -> Iterator[Problem]:
    for place, text in marked.texts():
        if text == "TODO":
            yield Problem(marked.where(place), f"{'.'.join(map(str, place))} is still to be filled in")


def _articles(case: Case, marked: Marked, folder: Path, articles: dict[str, Article]) -> Iterator[Problem]:
    """Reads the articles into `articles`, by name."""
    for index, entry in enumerate(case.articles):
        where = marked.where(("articles", index))
        if entry.file in articles:
            yield Problem(where, f"two articles are called {entry.file!r}", "rename one of them")
            continue
        path = folder / entry.path
        if not path.is_file():
            yield Problem(where, f"there is no article {path}", "`path` counts from the folder of the case")
            continue
        try:
            articles[entry.file] = read_file(path).model_copy(update={"path": entry.file})
        except ArticleError as error:
            yield Problem(where, f"{path} can't be read: {error.message}", error.hint)
    listed = {(folder / entry.path).resolve() for entry in case.articles}
    for path in sorted((folder / "articles").glob("*")):
        if path.resolve() not in listed and not path.name.startswith("."):
            yield Problem(marked.where(("articles",)), f"{path} is not listed", "list it, or remove it")


def _names(case: Case, marked: Marked, folder: Path) -> Iterator[Problem]:
    if case.id != folder.resolve().name:
        yield Problem(marked.where(("id",)), f"the id is {case.id!r}, the folder {folder.resolve().name!r}")
    for group in ("events", "conflicts", "decoys", "either_way", "nuggets"):
        taken: dict[str, int] = {}
        for index, item in enumerate(getattr(case, group)):
            if item.id in taken:
                yield Problem(marked.where((group, index)), f"the id {item.id!r} is taken in {group}")
            taken[item.id] = index
    events = {event.id for event in case.events}
    for group in ("conflicts", "decoys", "either_way", "nuggets", "must_not_appear"):
        for index, item in enumerate(getattr(case, group)):
            if item.event is not None and item.event not in events:
                yield Problem(
                    marked.where((group, index, "event")),
                    f"there is no event {item.event!r}",
                    f"the events: {', '.join(sorted(events))}",
                )
    if not any(nugget.importance == "vital" for nugget in case.nuggets):
        yield Problem(marked.where(("nuggets",)), "no nugget is vital")


def _covered(case: Case, marked: Marked) -> Iterator[Problem]:
    """Every article is in one origin and in an event, and nobody names one that isn't there."""
    files = set(case.files)
    in_origins: Counter[str] = Counter()
    in_events: Counter[str] = Counter()
    for index, origin in enumerate(case.origins):
        in_origins.update(origin.articles)
        yield from _unknown(origin.articles, files, marked, ("origins", index, "articles"))
    for index, event in enumerate(case.events):
        in_events.update((*event.articles, *event.recalled_in))
        yield from _unknown(event.articles, files, marked, ("events", index, "articles"))
        yield from _unknown(event.recalled_in, files, marked, ("events", index, "recalled_in"))
        for file in sorted(set(event.articles) & set(event.recalled_in)):
            yield Problem(marked.where(("events", index)), f"{file} both reports {event.id!r} and recalls it")
    if not any(event.articles for event in case.events):
        yield Problem(marked.where(("events",)), "no event is reported by any article")
    for index, file in enumerate(case.files):
        where = marked.where(("articles", index))
        if in_origins[file] != 1:
            yield Problem(where, f"{file} is in {in_origins[file]} origins, not in one")
        if not in_events[file]:
            yield Problem(where, f"{file} is in no event")


def _unknown(named: tuple[str, ...], files: set[str], marked: Marked, place: Place) -> Iterator[Problem]:
    for file in named:
        if file not in files:
            yield Problem(marked.where(place), f"there is no article {file!r}")


def _quoted(case: Case, marked: Marked, articles: Mapping[str, Article]) -> Iterator[Problem]:
    aligners: dict[str, Aligner] = {}
    for place, anchor in case.anchors():
        if anchor.file not in case.files:
            yield Problem(marked.where(place), f"there is no article {anchor.file!r}")
            continue
        article = articles.get(anchor.file)
        if article is None or anchor.quote in article.text:
            continue
        aligner = aligners.setdefault(anchor.file, Aligner(article.text))
        nearest = aligner.hint(anchor.quote)
        text = "the extracted text of " if Path(anchor.file).suffix.lower() in _HTML else ""
        yield Problem(
            marked.where(place),
            f"{anchor.quote!r} is not in {text}{anchor.file}",
            f"the nearest passage: {nearest!r}" if nearest else "quote it character for character",
        )


def _banned(case: Case, marked: Marked, folder: Path, articles: Mapping[str, Article]) -> Iterator[Problem]:
    paths = {entry.file: folder / entry.path for entry in case.articles}
    for index, banned in enumerate(case.must_not_appear):
        if banned.file is None or banned.text is None:
            continue
        where = marked.where(("must_not_appear", index))
        if banned.file not in paths:
            yield Problem(where, f"there is no article {banned.file!r}")
        elif (article := articles.get(banned.file)) is not None and banned.text not in article.text:
            # What is banned from a page may stand in a tag or a comment.
            html = paths[banned.file].suffix.lower() in _HTML
            if banned.text not in decode(paths[banned.file].read_bytes(), name=banned.file, html=html):
                yield Problem(where, f"{banned.text!r} is not in {banned.file}")


def _contradictions(case: Case, marked: Marked) -> Iterator[Problem]:
    """Gold that can't be met: an anchor that holds what may not appear, or that stands on two sides."""
    for place, anchor in case.anchors():
        for banned in case.must_not_appear:
            if banned.text and banned.file == anchor.file and banned.text in anchor.quote:
                yield Problem(marked.where(place), f"is quoted, and may not appear: {banned.text!r}")
    for index, conflict in enumerate(case.conflicts):
        seen: dict[tuple[str, str], int] = {}
        for number, side in enumerate(conflict.sides):
            for anchor in side.anchors:
                if seen.setdefault((anchor.file, anchor.quote), number) != number:
                    yield Problem(
                        marked.where(("conflicts", index, "sides", number)),
                        f"{anchor.quote!r} stands on two sides of {conflict.id!r}",
                    )
