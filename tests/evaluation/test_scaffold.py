"""A new case holds its articles, what they state, and places to fill in."""

from __future__ import annotations

from pathlib import Path

import pytest

from conspectus.errors import ArticleError, InputError, UsageError
from conspectus.evaluation.linting import examine_case
from conspectus.evaluation.scaffold import scaffold
from tests.support.cases import ECHO, PAGE


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """A directory of two articles."""
    directory = tmp_path / "mine"
    directory.mkdir()
    (directory / "echo.txt").write_text(ECHO, encoding="utf-8")
    (directory / "page.html").write_text(PAGE, encoding="utf-8")
    return directory


def test_only_what_a_person_has_to_find_is_left(tmp_path: Path, articles: Path) -> None:
    """The linter names each place that is to be filled in, with its line, and finds nothing else."""
    folder = scaffold(tmp_path / "cases", "bridge", [str(articles)])
    problems = examine_case(folder).problems
    assert len(problems) == 4
    assert all("is still to be filled in" in problem.message for problem in problems)
    text = (folder / "case.yaml").read_text("utf-8")
    for problem in problems:
        assert "TODO" in text.splitlines()[int(problem.where.rpartition(":")[2]) - 1]


def test_filled_in_it_is_a_sound_case(tmp_path: Path, articles: Path) -> None:
    """The articles are copies; their metadata and first anchors are there."""
    folder = scaffold(tmp_path / "cases", "bridge", [str(articles / "echo.txt"), str(articles / "page.html")])
    path = folder / "case.yaml"
    path.write_text(path.read_text("utf-8").replace("TODO", "Something"), encoding="utf-8")
    examined = examine_case(folder)
    assert examined.problems == ()
    assert examined.case is not None
    assert [str(article.published) for article in examined.case.articles] == ["2025-03-03", "2025-03-05"]
    assert (folder / "articles" / "echo.txt").read_text("utf-8") == ECHO


def test_nothing_is_made_where_something_is_wrong(tmp_path: Path, articles: Path) -> None:
    """A name that is none, a case that is there, no article, one that can't be read, two of one name."""
    cases = tmp_path / "cases"
    with pytest.raises(UsageError, match="small letters"):
        scaffold(cases, "My Case", [str(articles)])
    with pytest.raises(UsageError, match="made from articles"):
        scaffold(cases, "bridge", [])
    with pytest.raises(ArticleError):
        scaffold(cases, "bridge", [str(articles), "nowhere.txt"])
    with pytest.raises(InputError, match="two articles are called"):
        scaffold(cases, "bridge", [str(articles), str(articles / "echo.txt")])
    assert not cases.exists()
    scaffold(cases, "bridge", [str(articles)])
    with pytest.raises(InputError, match="is there already"):
        scaffold(cases, "bridge", [str(articles)])
