from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from conspectus import Briefing, brief
from conspectus.briefing_cache import key_of_run
from conspectus.errors import ArticleError
from conspectus.reading import read_inputs
from conspectus.reading.paths import read_byte_lines
from conspectus.settings import Settings

TEXT = "The ferry sank on Monday, said number {}."


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A working directory with a few articles."""
    monkeypatch.chdir(tmp_path)
    for number, name in enumerate(
        ["a.txt", "b.md", "in/c.txt", "in/deep/d.txt", "in/.hidden.txt", "odd[1].txt"]
    ):
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TEXT.format(number))


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ("*.txt", ["a.txt", "odd[1].txt"]),
        ("**/*.txt", ["a.txt", "in/c.txt", "in/deep/d.txt", "odd[1].txt"]),
        ("in/?.txt", ["in/c.txt"]),
        ("[ab].*", ["a.txt", "b.md"]),
        ("odd[1].txt", ["odd[1].txt"]),
    ],
)
def test_a_pattern_means_its_files(given: str, found: list[str]) -> None:
    """Sorted, without what is hidden; a file of that very name comes first."""
    assert [article.path for article in read_inputs([given]).articles] == found


def test_a_pattern_that_means_no_file_is_named() -> None:
    """Nothing, and directories only."""
    reading = read_inputs(["a.txt", "*.rtf", "i*"])
    assert [str(failure.error).split(" (")[0] for failure in reading.failures] == [
        "*.rtf: the pattern matches nothing here",
        "i*: the pattern matches directories only",
    ]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
@pytest.mark.parametrize("given", ["in", "in/*.txt"])
def test_a_pipe_that_nobody_named_is_not_waited_for(given: str) -> None:
    """Nothing may ever come out of it: it is told, and what else a directory or a pattern means is read."""
    os.mkfifo("in/pipe.txt")
    reading = read_inputs([given])
    assert reading.articles[0].path == "in/c.txt"
    assert [str(each.error) for each in reading.failures] == [
        "in/pipe.txt: this is a pipe or a device, not a file (name it by itself to read what comes out of it)"
    ]


def test_lines_are_cut_off_within_the_limit() -> None:
    """One line at a time, none longer than a byte more than the limit, the next one whole."""
    Path("long").write_bytes(b"a" * 35 + b"\nbb\n\nc")
    assert list(read_byte_lines(Path("long"), max_bytes=10)) == [b"a" * 11, b"bb\n", b"\n", b"c"]
    Path("huge").write_bytes(b"a" * 1001)
    with pytest.raises(ArticleError, match="larger than"):
        list(read_byte_lines(Path("huge"), max_bytes=10))


@pytest.mark.skipif(sys.platform != "linux", reason="other systems take no such name")
def test_a_name_that_is_no_utf_8_is_shown_and_remembered() -> None:
    """Its bytes stand escaped in the briefing, which can be saved; the file is read, and known again."""
    here = os.fsdecode(b"caf\xe9")
    Path(here).mkdir()
    Path(here, "a.txt").write_text(TEXT.format(9))
    settings = Settings(model="none")
    hosted = Settings(model="m", base_url="http://endpoint.test/v1", cache=True)
    briefing = brief([here], settings=settings)
    assert [article.path for article in briefing.articles] == [r"caf\xe9/a.txt"]
    assert Briefing.model_validate_json(briefing.to_json()) == briefing
    assert key_of_run([here], hosted, title=None)
    with pytest.raises(ArticleError) as caught:
        brief([os.fsdecode(b"\xff.txt")], settings=settings)
    assert str(caught.value).startswith(r"\xff.txt: there is no such file")
