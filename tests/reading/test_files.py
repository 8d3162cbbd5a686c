from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from conspectus.errors import ArticleError, InputError, UsageError
from conspectus.model.article import Article
from conspectus.reading import Collected, read_file, read_inputs

ONE = "The ferry sank on Monday with 45 people aboard."
TWO = "The board of the harbour will meet on Friday."
PAGE = f"<html><body><article><p>{ONE}</p><p>{TWO}</p></article></body></html>"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working directory."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_paths_are_kept_as_given(place: Path) -> None:
    """Relative paths stay relative; suffixes choose the format in any case."""
    Path("some").mkdir()
    Path("some/a.TXT").write_text(ONE)
    Path("b").write_text(TWO)
    Path("c.htm").write_text(PAGE)
    Path("d").write_text(f"  <!DOCTYPE html>{PAGE}")
    assert read_file("some/a.TXT").path == "some/a.TXT"
    assert read_file(Path("b")).text == TWO
    assert read_file("c.htm").text == read_file("d").text == f"{ONE}\n{TWO}"


def test_directories_are_searched_in_order_without_what_is_hidden(place: Path) -> None:
    """Supported files at all depths, sorted; hidden files, hidden directories and others are passed over."""
    for name in ("z.txt", "a/b.md", "a/c.html", ".h.txt", ".hidden/x.txt", "a/notes.rtf"):
        path = Path("in", name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{PAGE}" if name.endswith("html") else f"{ONE} {name}.")
    reading = read_inputs(["in"])
    assert [article.path for article in reading.articles] == ["in/a/b.md", "in/a/c.html", "in/z.txt"]
    assert reading.failures == ()


def test_one_bad_file_never_sinks_the_rest(place: Path) -> None:
    """Each failure names its file, says why, and carries the digest of what was read."""
    Path("good.txt").write_text(ONE)
    Path("empty.txt").write_bytes(b"")
    Path("binary.txt").write_bytes(b"a\0b")
    Path("large.txt").write_bytes(b"a" * 101)
    Path("page.html").write_text("<html><body><nav>Home</nav></body></html>")
    Path("x.rtf").write_bytes(b"{\\rtf")
    Path("none").mkdir()
    given = [
        "empty.txt",
        "binary.txt",
        "large.txt",
        "page.html",
        "x.rtf",
        "none",
        "gone.txt",
        "gone*.txt",
        "good.txt",
    ]
    reading = read_inputs(
        [*given, "https://example.org/a.html", "ftp://example.org/a.html", "bad\0name"], max_bytes=100
    )
    assert [article.path for article in reading.articles] == ["good.txt"]
    told = {failure.name: str(failure.error) for failure in reading.failures}
    for name, words in {
        "empty.txt": "the file is empty",
        "binary.txt": "binary, not text",
        "large.txt": "larger than 0.0001 MB",
        "page.html": "no article found",
        "x.rtf": ".rtf files are not read",
        "none": "holds no articles",
        "gone.txt": "no such file or directory (check the path)",
        "gone*.txt": "the pattern matches nothing here",
        "https:/example.org/a.html": "save the page as .html",
        "ftp:/example.org/a.html": "only http and https are fetched",
        "bad\0name": "can't be read",
    }.items():
        assert words in told[name]
        assert told[name].startswith(name)
    digests = {failure.name: failure.sha256 for failure in reading.failures}
    assert digests["binary.txt"] == hashlib.sha256(b"a\0b").hexdigest()
    assert digests["large.txt"] is digests["gone.txt"] is None
    assert len({failure.article_id for failure in reading.failures}) == len(told)


def test_a_text_that_comes_twice_is_one_article(place: Path) -> None:
    """The second is reported with the id of the first, whatever its bytes were."""
    Path("a.txt").write_text(ONE)
    Path("b.txt").write_bytes(b"\xef\xbb\xbf" + ONE.encode())
    reading = read_inputs(["a.txt", "b.txt", "."])
    assert len(reading.articles) == 1
    assert [(twin.name, twin.article_id) for twin in reading.duplicates] == [
        (name, reading.articles[0].id) for name in ("b.txt", "a.txt", "b.txt")
    ]


def test_two_texts_with_one_id_are_not_confused() -> None:
    """The later of two different texts that share an id is refused, not dropped as a duplicate."""
    collected = Collected()
    collected.keep(Article(id="a00000000", path="one", sha256=None, text=ONE))
    with pytest.raises(ArticleError, match="also that of one"):
        collected.keep(Article(id="a00000000", path="two", sha256=None, text=TWO))


def test_standard_input_is_read_once() -> None:
    """A dash reads text or a page; a second dash is a failure; too much is refused."""
    reading = read_inputs(["-", "-"], stdin=io.BytesIO(ONE.encode()))
    assert [(article.path, article.text) for article in reading.articles] == [("-", ONE)]
    assert [str(failure.error) for failure in reading.failures] == [
        "-: standard input was read already (name - only once)"
    ]
    page = read_inputs(["-"], stdin=io.BytesIO(PAGE.encode()))
    assert page.articles[0].text == f"{ONE}\n{TWO}"
    with pytest.raises(InputError, match="larger than"):
        read_inputs(["-"], stdin=io.BytesIO(b"a" * 11), max_bytes=10)


def test_the_process_s_own_standard_input_is_the_default() -> None:
    """Without a stream, the dash reads what is piped in."""
    code = "from conspectus.reading import read_inputs; print(read_inputs(['-']).articles[0].text)"
    done = subprocess.run([sys.executable, "-c", code], input=ONE, capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout.strip() == ONE


def test_nothing_readable_is_an_input_error(place: Path) -> None:
    """No inputs at all is a wrong call; one failure is itself the error; many are told together."""
    with pytest.raises(UsageError, match="no articles were given"):
        read_inputs([])
    with pytest.raises(ArticleError, match=r"gone\.txt: there is no such file"):
        read_inputs(["gone.txt"])
    with pytest.raises(InputError, match=r"none of the 7 inputs can be read: 0\.txt: .*; and 2 more"):
        read_inputs([f"{n}.txt" for n in range(7)])


def test_files_that_are_no_files_are_refused(place: Path) -> None:
    """A directory given as a file, and a device."""
    with pytest.raises(ArticleError, match="a directory"):
        read_file(place)
    with pytest.raises(ArticleError, match="not a regular file"):
        read_file(os.devnull)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_read_within_the_limit(place: Path) -> None:
    """What a shell's process substitution gives is read; its size is checked while reading."""
    os.mkfifo("pipe")
    code = f"open('pipe', 'wb').write({ONE.encode()!r})"
    for limit in (1000, 10):
        writer = subprocess.Popen([sys.executable, "-c", code])  # noqa: S603
        if limit == 1000:
            assert read_file("pipe", max_bytes=limit).text == ONE
        else:
            with pytest.raises(ArticleError, match="larger"):
                read_file("pipe", max_bytes=limit)
        writer.wait(timeout=30)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="needs permissions that bind")
def test_what_may_not_be_read_is_named(place: Path) -> None:
    """A file and a directory without permission are failures of their own."""
    Path("a.txt").write_text(ONE)
    Path("b.txt").write_text(TWO)
    Path("dir").mkdir()
    os.chmod("b.txt", 0)
    os.chmod("dir", 0)
    try:
        told = [str(failure.error) for failure in read_inputs(["a.txt", "b.txt", "dir"]).failures]
    finally:
        os.chmod("dir", 0o700)
    assert "permission denied" in told[0]
    assert "the directory can't be read" in told[1]


def test_a_text_does_not_wait_for_readers_of_other_formats(tmp_path: Path) -> None:
    """Reading a text loads no reader of pages, printed pages, documents or mails."""
    (tmp_path / "a.txt").write_text("The ferry sank off Varn on Friday. Nobody was hurt.\n", encoding="utf-8")
    others = {f"conspectus.reading.{name}" for name in ("html", "pdf", "docx", "eml", "pdf_layout")}
    read = "from conspectus.reading import read_file; read_file('a.txt')"
    code = f"import os, sys; os.chdir({str(tmp_path)!r}); {read}; print({others!r} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout.strip() == "set()"


def test_importing_the_room_stays_light() -> None:
    """None of the heavy libraries is loaded before a file asks for it."""
    heavy = {
        "trafilatura",
        "htmldate",
        "dateparser",
        "nupunkt",
        "charset_normalizer",
        "yaml",
        "lxml",
        "docx",
        "pypdfium2",
    }
    code = f"import sys, conspectus.reading; print(sorted({heavy!r} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout.strip() == "[]"
