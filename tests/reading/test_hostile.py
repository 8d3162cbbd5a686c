"""Inputs that are built to cost time or memory: each is refused or read in seconds, and the others go on."""

from __future__ import annotations

import json
import tracemalloc
from contextlib import suppress
from pathlib import Path

import pytest

from conspectus.errors import ArticleError
from conspectus.reading import read_article, read_inputs
from conspectus.reading.media import Media
from tests.reading.test_docx import BOMB, replaced
from tests.support.documents import raw_pdf, word

GOOD = "The ferry sank on Monday with 45 people aboard, the coast guard said in the harbour."
HOSTILE: dict[str, bytes] = {
    "laughs.docx": replaced(word("a"), "word/document.xml", BOMB.encode()),
    "bomb.docx": replaced(word("a"), "word/big.xml", b"\0" * 60_000_000),
    "deep.html": b"<html><body>" + b"<div>" * 200_000 + b"x",
    "laughs.html": BOMB.replace("w:", "").encode() + b"<html><body><p>&a9;</p></body></html>",
    "deep.json": b"[" * 500_000,
    "deep.jsonl": b'{"a":' * 200_000 + b"\n",
    "loop.pdf": raw_pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Count 9 /Kids [2 0 R 2 0 R] >>"
    ),
    "parts.eml": b"From: a\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n"
    + b"--x\r\n\r\na\r\n" * 20_000,
    "encoding.txt": b"\xef\xbb\xbf" + bytes(range(128, 256)) * 500,
    "encoding.html": b"<meta charset=utf-16><p>" + b"\xff\xfe\x00\xd8" * 500,
    "large.txt": b"word " * 500_000,
    "lines.txt": b"a b.\n" * 20_001,
    "characters.txt": b"A boat sank. " * 80_000,
}


def test_one_good_article_among_hostile_ones(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All of them at once: every one is named with its reason, the good one is read."""
    monkeypatch.chdir(tmp_path)
    for name, data in HOSTILE.items():
        Path(name).write_bytes(data)
    Path("good.txt").write_text(GOOD)
    reading = read_inputs(["."], max_bytes=2_100_000)
    assert [article.path for article in reading.articles] == ["good.txt"]
    assert {failure.name.partition("#")[0] for failure in reading.failures} == set(HOSTILE)
    assert all(len(str(failure.error)) < 300 for failure in reading.failures)


def test_a_line_of_a_hundred_megabytes_is_never_in_memory(tmp_path: Path) -> None:
    """It fails alone and is passed over in pieces; the row behind it is read."""
    path = tmp_path / "a.jsonl"
    with path.open("wb") as file:
        file.write(b'{"text": "')
        file.seek(100_000_000)
        file.write(b'"}\n' + json.dumps({"text": GOOD}).encode())
    tracemalloc.start()
    try:
        reading = read_inputs([path], max_bytes=1_000_100)
        most = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert [article.text for article in reading.articles] == [GOOD]
    assert [failure.name for failure in reading.failures] == [f"{path.as_posix()}#1"]
    assert most < 10_000_000


@pytest.mark.parametrize("media", ["text", "html"])
@pytest.mark.parametrize(
    "run", ["!", "“", "(", "«", "…", "© ", "<", "&", "&amp;", "[a](", "A. ", "By A ", "<!--", "<a "]
)
def test_a_run_of_one_mark_is_no_way_to_stop_the_reader(run: str, media: Media) -> None:
    """Half a million of what a pattern begins with are read before a test is taken to hang; the square would not be."""
    text = run * (500_000 // len(run)) + GOOD
    markup = f"<p>{text}</p>"
    with suppress(ArticleError):
        read_article((text if media == "text" else markup).encode(), name="a", media=media)
