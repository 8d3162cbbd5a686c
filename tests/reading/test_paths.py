from __future__ import annotations

from pathlib import Path

import pytest

from conspectus.errors import ArticleError
from conspectus.reading import read_inputs
from conspectus.reading.paths import read_byte_lines

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


def test_lines_are_cut_off_within_the_limit() -> None:
    """One line at a time, none longer than a byte more than the limit, the next one whole."""
    Path("long").write_bytes(b"a" * 35 + b"\nbb\n\nc")
    assert list(read_byte_lines(Path("long"), max_bytes=10)) == [b"a" * 11, b"bb\n", b"\n", b"c"]
    Path("huge").write_bytes(b"a" * 1001)
    with pytest.raises(ArticleError, match="larger than"):
        list(read_byte_lines(Path("huge"), max_bytes=10))
