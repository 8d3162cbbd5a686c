from __future__ import annotations

import pytest

from conspectus.cli.options import SUFFIXES
from conspectus.reading.media import MEDIA, SUPPORTED, media_of, sniff
from tests.support.documents import mail, plain_pdf, word


@pytest.mark.parametrize(
    ("data", "media"),
    [
        (b"The ferry sank.", "text"),
        (b"", "text"),
        (b"[Photo] The ferry sank.", "text"),
        (b'{"The ferry sank", she said.}', "json"),
        (b"\xef\xbb\xbf \n<!DOCTYPE html><p>x", "html"),
        (b"<!-- saved from -->\n<html>", "html"),
        (b'<?xml version="1.0"?><html xmlns="">', "html"),
        (b'[{"text": "a"}]', "json"),
        (b'{\n "text": "a"\n}', "json"),
        (b'{"text": "a"}\n{"text": "b"}\n', "jsonl"),
        (plain_pdf("x"), "pdf"),
        (word("x"), "docx"),
        (mail("x").as_bytes(), "eml"),
        (
            b"From: a@example.org\nTo: b@example.org,\n c@example.org,\n\td@example.org\nSubject: x\n\nGone.",
            "eml",
        ),
        (b"From: the board\nTo: all\n\nThe ferry sank.", "text"),
    ],
)
def test_bytes_tell_their_format(data: bytes, media: str) -> None:
    """By their beginning; what looks like nothing else is text."""
    assert sniff(data) == media


def test_a_suffix_stands_for_its_format() -> None:
    """In any case, of a path or an address; others stand for none."""
    assert [media_of(name) for name in ("a/B.PDF", "x.ndjson", "page", "a.exe")] == [
        "pdf",
        "jsonl",
        None,
        None,
    ]


def test_the_suffixes_are_said_wherever_they_are_said() -> None:
    """The help of PATH and the hint of the error name what the table reads, aliases aside."""
    listed = set(MEDIA) - {".htm", ".ndjson"}
    assert set(SUFFIXES.split()) == listed
    assert all(f"{suffix}" in SUPPORTED for suffix in listed)
