"""What a case must be like, and that whoever writes a wrong one is told file, line and remedy."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from conspectus.errors import InputError
from conspectus.evaluation.linting import examine_case
from conspectus.evaluation.loading import case_folders, corpus_digest, load_cases
from tests.support.cases import Spoil, write_case

CASES = Path(__file__).parents[2] / "eval" / "cases"


def put(*place: Any, value: Any) -> Spoil:
    """Spoils a case by a value at a place given by keys and indices."""

    def spoil(content: dict[str, Any]) -> None:
        at: Any = content
        for key in place[:-1]:
            at = at[key]
        at[place[-1]] = value

    return spoil


def _same_words_again(content: dict[str, Any]) -> None:
    first, second = content["conflicts"][0]["sides"]
    second["anchors"] = [dict(anchor) for anchor in first["anchors"]]


def test_every_kept_case_is_sound() -> None:
    """The cases in the repository have no problem at all."""
    assert [str(p) for folder in case_folders(CASES) for p in examine_case(folder).problems] == []


def test_a_sound_case_is_loaded_with_its_articles(tmp_path: Path) -> None:
    """Articles come by name and are called by it, whatever the machine's paths are."""
    (case,) = load_cases(write_case(tmp_path))
    assert case.id == "bridge"
    assert list(case.articles) == ["echo.txt", "herald.md", "page.html"]
    assert case.articles["echo.txt"].path == "echo.txt"
    assert "Lorries have to go round" in case.articles["page.html"].text


@pytest.mark.parametrize(
    ("spoil", "says", "line_holds"),
    [
        (put("nuggets", 0, "anchors", 0, "quote", value="closed on Tuesday"), "not in echo.txt", "file: echo.txt"),
        (put("nuggets", 0, "anchors", 0, "file", value="ecko.txt"), "no article 'ecko.txt'", "file: ecko.txt"),
        (put("nuggets", 1, "anchors", 0, "quote", value="tell the reader"), "extracted text", "file: page.html"),
        (put("nuggets", 1, "anchors", value=[]), "nuggets.1.anchors", "anchors: []"),
        (put("nuggets", 1, "id", value="n1"), "'n1' is taken", "id: n1"),
        (put("nuggets", 1, "event", value="fyre"), "no event 'fyre'", "event: fyre"),
        (put("nuggets", 1, "importance", value="nice"), "'vital' or 'okay'", "importance: nice"),
        (put("nuggets", 0, "importance", value="okay"), "no nugget is vital", "nuggets:"),
        (put("nuggets", 0, "text", value="  "), "is empty", "text: "),
        (put("nugets", value=[]), "nugets: is no key", "nugets:"),
        (put("conflicts", 0, "kind", value="opinion"), "'number', 'date'", "kind: opinion"),
        (put("conflicts", 0, "sides", 1, "anchors", value=[]), "sides.1.anchors", "anchors: []"),
        (put("decoys", 0, "reason", value="because"), "'update'", "reason: because"),
        (put("decoys", 0, "extra", value=1), "decoys.0.extra: is no key", "extra: 1"),
        (put("origins", 1, "articles", value=["echo.txt"]), "echo.txt is in 2 origins", "articles/echo.txt"),
        (put("origins", 1, "articles", value=["page.html"]), "herald.md is in 0 origins", "articles/herald.md"),
        (put("events", 1, "articles", value=["nowhere.txt"]), "no article 'nowhere.txt'", "articles:"),
        (put("events", 1, "articles", value=[]), "page.html is in no event", "articles/page.html"),
        (put("events", 0, "when", value="in March"), "not in the form", "when: in March"),
        (put("articles", 1, "path", value="articles/gone.md"), "there is no article", "articles/gone.md"),
        (put("id", value="brigde"), "the folder 'bridge'", "id: brigde"),
        (put("must_not_appear", 0, "text", value="Share that story"), "not in echo.txt", "kind: junk"),
        (put("must_not_appear", 2, "all_of", value=["one"]), "two strings", "kind: wrong_merge"),
        (put("must_not_appear", 0, "text", value="Twelve people"), "may not appear", "file: echo.txt"),
        (_same_words_again, "stands on two sides", "position: Fifteen"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named_with_its_line(
    tmp_path: Path, spoil: Spoil, says: str, line_holds: str
) -> None:
    """Each fault is among the problems, and the line it names is the one that is at fault."""
    folder = write_case(tmp_path, spoil)
    found = [problem for problem in examine_case(folder).problems if says in problem.message]
    assert found, examine_case(folder).problems
    source, _, line = found[0].where.rpartition(":")
    assert source == str(folder / "case.yaml")
    text = (folder / "case.yaml").read_text(encoding="utf-8").splitlines()
    assert line_holds.strip() in text[int(line) - 1]


def test_a_key_that_stands_twice_is_an_error(tmp_path: Path) -> None:
    """YAML would silently drop the first; the error names the lines of both."""
    folder = write_case(tmp_path)
    path = folder / "case.yaml"
    path.write_text(path.read_text("utf-8") + "title: Another one\n", encoding="utf-8")
    (problem,) = examine_case(folder).problems
    assert "'title' stands here twice, first on line 2" in problem.message


def test_a_file_that_is_not_listed_is_a_problem(tmp_path: Path) -> None:
    """An article that the case does not list would never be read."""
    folder = write_case(tmp_path)
    (folder / "articles" / "stray.txt").write_text("Stray words.", encoding="utf-8")
    (problem,) = examine_case(folder).problems
    assert "stray.txt is not listed" in problem.message


def test_broken_yaml_is_named_with_its_line(tmp_path: Path) -> None:
    """Neither a traceback nor a guess."""
    folder = write_case(tmp_path)
    (folder / "case.yaml").write_text("id: bridge\ntitle: [never closed\n", encoding="utf-8")
    with pytest.raises(InputError, match="not valid YAML") as caught:
        load_cases(folder)
    assert caught.value.where is not None
    assert caught.value.where.startswith(str(folder / "case.yaml:"))


def test_loading_says_how_many_problems_there_are(tmp_path: Path) -> None:
    """The first with its line, the others by number."""
    folder = write_case(tmp_path, put("origins", value=[{"name": "x", "articles": ["echo.txt", "echo.txt"]}]))
    with pytest.raises(InputError, match="and 2 more"):
        load_cases(folder)


def test_an_unknown_case_is_named_with_those_there_are(tmp_path: Path) -> None:
    """A slip in a name costs nothing but the sentence."""
    write_case(tmp_path)
    with pytest.raises(InputError, match="no case 'brigde'") as caught:
        load_cases(tmp_path, ["brigde"])
    assert caught.value.hint == "the cases: bridge"


def test_a_directory_without_cases_says_how_to_make_one(tmp_path: Path) -> None:
    """An empty directory is no set of cases."""
    with pytest.raises(InputError, match="holds no case") as caught:
        load_cases(tmp_path)
    assert "--new" in str(caught.value)


def test_the_digest_changes_with_any_article(tmp_path: Path) -> None:
    """One more character in one article is another corpus."""
    folder = write_case(tmp_path)
    before = corpus_digest(load_cases(tmp_path))
    path = folder / "articles" / "echo.txt"
    path.write_text(path.read_text("utf-8") + "\n", encoding="utf-8")
    assert corpus_digest(load_cases(tmp_path)) != before
