"""Cases from disk, each known to be sound."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from conspectus.errors import InputError
from conspectus.evaluation.cases import Case
from conspectus.evaluation.linting import CASE_FILE, Examined, examine_case
from conspectus.model.article import Article
from conspectus.verification.evidence_search import EvidenceIndex


@dataclass(frozen=True)
class LoadedCase:
    """A case with its articles by name, in the case's order; `digest` changes with any byte of either."""

    folder: Path
    case: Case
    articles: Mapping[str, Article]
    digest: str

    @property
    def id(self) -> str:
        """The case's id."""
        return self.case.id

    @cached_property
    def by_id(self) -> dict[str, Article]:
        """The articles by their ids; of two with the same text, the first."""
        found: dict[str, Article] = {}
        for article in self.articles.values():
            found.setdefault(article.id, article)
        return found

    @cached_property
    def index(self) -> EvidenceIndex:
        """Where in the articles something may be said."""
        return EvidenceIndex(tuple(self.by_id.values()))

    def files_of(self, article_ids: Sequence[str]) -> tuple[str, ...]:
        """The names of the articles of these ids, copies with the same text among them, in the case's order."""
        wanted = set(article_ids)
        return tuple(file for file, article in self.articles.items() if article.id in wanted)


def case_folders(directory: Path) -> tuple[Path, ...]:
    """The folders of the cases in a directory, or the directory itself where it is a case; sorted by name.

    Raises InputError where there is none.
    """
    if (directory / CASE_FILE).is_file():
        return (directory,)
    found = tuple(sorted(path.parent for path in directory.glob(f"*/{CASE_FILE}")))
    if not found:
        raise InputError(
            f"holds no case: neither {CASE_FILE} nor folders that hold one",
            where=str(directory),
            hint="make one with `conspectus eval --new NAME PATH…`",
        )
    return found


def load_cases(directory: Path, only: Sequence[str] = ()) -> tuple[LoadedCase, ...]:
    """Every case in a directory, or those named in `only`.

    Raises InputError naming file and line at the first problem of any of them, and how many there are.
    """
    folders = case_folders(directory)
    unknown = sorted(set(only) - {folder.resolve().name for folder in folders})
    if unknown:
        names = ", ".join(folder.name for folder in folders)
        raise InputError(f"there is no case {unknown[0]!r}", where=str(directory), hint=f"the cases: {names}")
    chosen = [folder for folder in folders if not only or folder.resolve().name in only]
    return tuple(map(_sound, map(examine_case, chosen)))


def _sound(examined: Examined) -> LoadedCase:
    if examined.problems or examined.case is None:
        first, more = examined.problems[0], len(examined.problems) - 1
        count = f"; and {more} more: `conspectus eval --lint {examined.folder}` lists them" if more else ""
        raise InputError(f"{first.message}{count}", where=first.where, hint=first.hint)
    digest = hashlib.sha256((examined.folder / CASE_FILE).read_bytes())
    for entry in examined.case.articles:
        digest.update((examined.folder / entry.path).read_bytes())
    return LoadedCase(examined.folder, examined.case, examined.articles, digest.hexdigest()[:12])


def corpus_digest(cases: Sequence[LoadedCase]) -> str:
    """12 hexadecimal digits that change with any byte of any case or article."""
    joined = "\n".join(f"{case.id} {case.digest}" for case in cases)
    return hashlib.sha256(joined.encode()).hexdigest()[:12]
