"""Saved briefings, read back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from conspectus import render
from conspectus.errors import AuditError, InputError
from conspectus.reading import briefings
from conspectus.reading.briefings import field_path, load_briefing
from tests.support.briefings import harbour_briefing


def saved(path: Path, **changes: Any) -> Path:
    """The briefing in a file, with top-level fields replaced."""
    value = json.loads(render.json(harbour_briefing())) | changes
    path.write_text(json.dumps(value), encoding="utf-8")
    return path


def test_a_saved_briefing_is_read_back(tmp_path: Path) -> None:
    """What was written is what is read."""
    assert load_briefing(saved(tmp_path / "b.json")) == harbour_briefing()


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_briefing_is_read_in_any_unicode(tmp_path: Path, encoding: str) -> None:
    """A shell that redirects into UTF-16 and an editor that puts a mark in front change nothing."""
    path = saved(tmp_path / "b.json")
    path.write_bytes(path.read_text(encoding="utf-8").encode(encoding))
    assert load_briefing(path) == harbour_briefing()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "is not JSON"),
        (b"# Markdown", "is not JSON"),
        (b"\xff\xfe\x00", "is not JSON"),
        (b"[" * 100_000, "is not JSON of a briefing: it is nested too deep"),
        (b"[1]", "not a briefing"),
        (b'{"title": "x"}', "no schema_version"),
        (b'{"schema_version": "9.0"}', "has schema version '9.0'; this Conspectus knows '1.0'"),
        (b'{"schema_version": ["1.0"]}', "has schema version"),
        (b'{"schema_version": "1.0"}', "title: Field required, and 6 more"),
    ],
)
def test_what_is_no_briefing_is_refused_with_the_reason(tmp_path: Path, content: bytes, message: str) -> None:
    """A file that is not a briefing of this version is named, with what is wrong with it."""
    path = tmp_path / "b.json"
    path.write_bytes(content)
    with pytest.raises(AuditError) as caught:
        load_briefing(path)
    assert message in caught.value.message
    assert caught.value.where == str(path)
    assert caught.value.hint


def test_a_field_that_does_not_fit_is_named(tmp_path: Path) -> None:
    """The message gives the path of the field that breaks the schema."""
    claims = json.loads(render.json(harbour_briefing()))["claims"]
    claims[1]["evidence"][0]["start"] = -1
    with pytest.raises(AuditError, match=r"claims\[1\]\.evidence\[0\]\.start: Input should be"):
        load_briefing(saved(tmp_path / "b.json", claims=claims))


def test_an_article_of_the_year_nought_is_refused(tmp_path: Path) -> None:
    """What dates are counted from must leave room before and behind it."""
    articles = json.loads(render.json(harbour_briefing()))["articles"]
    articles[0]["published"] = "9999-12-31"
    with pytest.raises(AuditError, match=r"articles\[0\]\.published: .*no article appeared in the year 9999"):
        load_briefing(saved(tmp_path / "b.json", articles=articles))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """A file that is not there is an input that can't be read, and no broken promise."""
    with pytest.raises(InputError, match="can't be read"):
        load_briefing(tmp_path / "none.json")


def test_a_file_without_end_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is larger than any briefing is not read into memory."""
    monkeypatch.setattr(briefings, "MOST_BYTES", 2_000_000)
    with pytest.raises(AuditError, match="is larger than 2 MB"):
        load_briefing(Path("/dev/zero"))


def test_the_document_itself_has_a_name() -> None:
    """An error about the whole document says so."""
    assert field_path(()) == "the document"
    assert field_path(("claims", 0, "id")) == "claims[0].id"
