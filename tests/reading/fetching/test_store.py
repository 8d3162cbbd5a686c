from __future__ import annotations

import os
from pathlib import Path

from conspectus.reading.fetching.store import PageStore, Stored

HEADERS = {"etag": '"1"', "content-type": "text/html", "set-cookie": "a=b"}


def test_what_is_kept_is_found(tmp_path: Path) -> None:
    """Bytes as they were, and only the headers that say what they are."""
    store = PageStore(tmp_path / "pages")
    body = bytes(range(256)) + b"\n{}"
    store.keep("http://a/", HEADERS, body)
    assert store.find("http://a/") == Stored({"etag": '"1"', "content-type": "text/html"}, body)
    assert store.find("http://b/") is None


def test_what_is_not_kept(tmp_path: Path) -> None:
    """A page without a version, and one whose server asks for it."""
    store = PageStore(tmp_path)
    store.keep("http://a/", {"content-type": "text/html"}, b"x")
    store.keep("http://a/", HEADERS | {"cache-control": "private, No-Store"}, b"x")
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_or_planted_file_is_none(tmp_path: Path) -> None:
    """Whatever was done to it, it is not believed and nothing fails."""
    store = PageStore(tmp_path)
    store.keep("http://a/", HEADERS, b"body")
    (file,) = tmp_path.iterdir()
    whole = file.read_bytes()
    planted = [
        b"",
        whole[:-1],
        whole + b"x",
        whole.replace(b"http://a/", b"http://b/"),
        whole.replace(b'\\"1\\"', b"1\\r\\nX: y"),
        whole.replace(b'"etag": "\\"1\\""', b'"etag": 1'),
        b"[]\nbody",
        b"\x80\x04\x95\n" + whole,
    ]
    for data in planted:
        assert data != whole
        file.write_bytes(data)
        assert store.find("http://a/") is None


def test_the_oldest_go_first(tmp_path: Path) -> None:
    """Above the limit, and one that was used lately is not old."""
    store = PageStore(tmp_path, most_bytes=2500)
    for number, name in enumerate("abc"):
        store.keep(f"http://{name}/", HEADERS, b"x" * 1000)
        for file in tmp_path.iterdir():
            os.utime(file, (1, 1) if number < 2 else None)
        if name == "b":
            store.find("http://a/")
    assert store.find("http://a/") is not None
    assert store.find("http://b/") is None
    count, size = store.measured()
    assert (count, size <= 2500) == (2, True)
    assert PageStore(tmp_path / "none").measured() == (0, 0)


def test_it_is_never_in_the_way(tmp_path: Path) -> None:
    """A directory that can't be made is done without."""
    (tmp_path / "file").write_text("")
    store = PageStore(tmp_path / "file" / "pages")
    store.keep("http://a/", HEADERS, b"x")
    assert store.find("http://a/") is None
