"""check: any text against any articles, from the command line."""

from __future__ import annotations

import io
from functools import partial
from pathlib import Path

import pytest

from conspectus import Report, checking
from conspectus.errors import UnsupportedError
from tests.support.program import ENDPOINT, FERRY, Program
from tests.support.scripted import ScriptedEndpoint, choice

TRUE = "Fourteen people who work on the boats will lose their posts, the company said on Monday.\n"
FALSE = "Forty people who work on the boats will lose their posts, the company said on Monday.\n"


@pytest.fixture(autouse=True)
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An article, and a text that it bears out and one that it does not."""
    monkeypatch.chdir(tmp_path)
    Path("ferry.txt").write_text(FERRY)
    Path("shop.txt").write_text("The shop\n\nThe island's only shop is open on Sundays.\n")
    Path("true.txt").write_text(TRUE)
    Path("false.txt").write_text(TRUE + FALSE)


def test_a_supported_text_ends_well(program: Program) -> None:
    """Exit code 0, the report on the output, nothing else."""
    ended = program("check", "true.txt", "--against", "ferry.txt", "--no-entailment")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.startswith("1 sentence against 1 article: 1 supported.")


def test_an_unsupported_text_has_an_exit_code_of_its_own(program: Program) -> None:
    """The report is shown all the same, and one line says how many sentences it is about."""
    ended = program("check", "false.txt", "--against", "ferry.txt", "--no-entailment", "--format", "json")
    assert ended.code == UnsupportedError.exit_code == 8
    assert ended.err == "error: false.txt: 1 of 2 sentences not supported by the articles\n"
    report = Report.model_validate_json(ended.out)
    assert [sentence.support.supported for sentence in report.sentences] == [True, False]


def test_of_a_long_text_only_what_is_not_supported_can_be_shown(program: Program) -> None:
    """On the output and in files that are read; the JSON has every sentence."""
    call = ("check", "false.txt", "--against", "ferry.txt", "--no-entailment", "--unsupported")
    ended = program(*call, "-o", "out.md", "-o", "out.json")
    assert ended.code == 8
    assert "Forty people" in ended.out
    assert "✓" not in ended.out + Path("out.md").read_text()
    assert len(Report.model_validate_json(Path("out.json").read_text()).sentences) == 2


def test_several_articles_follow_one_option(program: Program) -> None:
    """As a shell expands them, or with the option repeated."""
    ended = program("check", "true.txt", "--no-entailment", "--against", "ferry.txt", "shop.txt")
    assert "against 2 articles" in ended.out
    ended = program("check", "true.txt", "--no-entailment", "--against", "ferry.txt", "--against", "shop.txt")
    assert "against 2 articles" in ended.out


def test_the_text_can_come_from_standard_input(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    """And be written to a file in the format of its suffix."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(TRUE.encode())))
    ended = program("check", "-", "--against", "ferry.txt", "--no-entailment", "-o", "out.md", "--quiet")
    assert (ended.code, ended.out) == (0, "")
    assert Path("out.md").read_text().startswith("# Checked against the articles")


def test_words_in_place_of_a_file_are_told_where_to_go(program: Program) -> None:
    """In Python the first argument is the text itself; here it is where the text is."""
    said = program.fails("check", "The ferry stops.", "--against", "ferry.txt", "--no-entailment", code=3)
    assert said.startswith("error: The ferry stops.: there is no such file")
    assert "write - instead" in said


def test_text_and_article_are_two_things(program: Program) -> None:
    """A text against itself says nothing; neither does one without articles."""
    line = program.fails("check", "true.txt", "--against", "true.txt", "--no-entailment", code=2)
    assert "the text and one of its articles at once" in line
    program.fails("check", "true.txt", "--no-entailment", code=2)


def test_the_model_is_asked(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    """What it does not find supported is not supported."""
    endpoint = ScriptedEndpoint([choice("no", {"yes": 0.1, "no": 0.9})])
    monkeypatch.setattr(checking, "check", partial(checking.check, transport=endpoint))
    Path("text.txt").write_text("Calder Line is a shipping company.\n")
    ended = program("check", "text.txt", "--against", "ferry.txt", *ENDPOINT)
    endpoint.finished()
    assert ended.code == 8
    assert "With the model's judgement it is" in ended.out
