from __future__ import annotations

import hashlib
import json
from datetime import date
from pathlib import Path

import pytest

from conspectus.errors import ArticleError, InputError
from conspectus.reading import read_file, read_inputs
from conspectus.reading.rows import Row, read_document, read_line

ONE = "The ferry sank on Monday with 45 people aboard."
TWO = "The board of the harbour will meet on Friday."
ROW = {
    "text": ONE,
    "title": "Ferry sinks",
    "url": "https://example.org/ferry",
    "publisher": {"name": "The Harbour Post"},
    "published": "2025-03-03T23:30:00-07:00",
    "updated": "4 March 2025",
    "author": ["Jane Doe", "Jo Roe"],
    "language": "en-GB",
}


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working directory."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_each_row_is_an_article_with_what_it_states(place: Path) -> None:
    """Named by file and line, digest of its own text; all that it states has the row as its provenance."""
    page = f"<html lang='en-GB'><body><article><p>{ONE}</p><p>{TWO}</p></article></body></html>"
    Path("news.jsonl").write_text(
        "\n".join([json.dumps(ROW), "", json.dumps({"html": page, "title": "Page"})])
    )
    first, second = read_inputs(["news.jsonl"]).articles
    assert (first.path, second.path) == ("news.jsonl#1", "news.jsonl#3")
    assert first.text == ONE
    assert first.sha256 == hashlib.sha256(ONE.encode()).hexdigest()
    assert (first.title, first.url, first.publisher) == ("Ferry sinks", ROW["url"], "The Harbour Post")
    assert (first.published, first.updated) == (date(2025, 3, 3), date(2025, 3, 4))
    assert (first.byline, first.language) == ("Jane Doe, Jo Roe", "en")
    assert {found.found_in for found in first.provenance.values()} == {"row"}
    assert (second.title, second.text, second.language) == ("Page", f"{ONE}\n{TWO}", "en")


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ({"body": ONE}, ONE),
        ({"content": f"<p>{ONE}</p><p>{TWO}</p>"}, f"{ONE}\n{TWO}"),
        ({"content_html": f"<p>{ONE}</p><p>{TWO}</p>"}, f"{ONE}\n{TWO}"),
        ({"content_text": ONE, "content_html": "<p>Another.</p>"}, ONE),
        ({"@type": "NewsArticle", "articleBody": ONE, "content": TWO}, ONE),
        ({"text": "", "body": TWO}, TWO),
    ],
)
def test_a_row_is_read_as_feeds_and_archives_write_it(
    content: dict[str, str], text: str, place: Path
) -> None:
    """Its words may be called body or content, as a page too; its days as JSON Feed and news services call them."""
    days = {"date_published": "2025-03-04T10:00:00Z", "dateModified": "2025-03-05"}
    Path("feed.json").write_text(json.dumps({"version": "1.1", "items": [{**content, **days}]}))
    article = read_file("feed.json")
    assert article.text == text
    assert (article.published, article.updated) == (date(2025, 3, 4), date(2025, 3, 5))


def test_a_bad_row_fails_alone(place: Path) -> None:
    """Each failure names its line and says what is wrong; the others are read."""
    rows = [
        json.dumps(ROW),
        "{",
        "[1]",
        '{"title": "x"}',
        '{"text": 3}',
        "[" * 100_000,
        '{"text": NaN}',
        "\xff",
        '{"text": "..."}',
        '{"title": "x", "text": ""}',
        json.dumps({"text": TWO}),
    ]
    Path("news.jsonl").write_bytes("\n".join(rows).encode("latin-1"))
    reading = read_inputs(["news.jsonl"])
    assert [article.path for article in reading.articles] == ["news.jsonl#1", "news.jsonl#11"]
    told = {failure.name: str(failure.error) for failure in reading.failures}
    assert list(told) == [f"news.jsonl#{number}" for number in range(2, 11)]
    for number, words in enumerate(
        [
            "not JSON",
            "a list, not an article",
            "has no text (it has title)",
            "has no text",
            "nested too deep",
            "NaN",
            "",
            "no words",
            "text is empty",
        ],
        2,
    ):
        assert words in told[f"news.jsonl#{number}"]


def test_a_line_without_end_is_passed_over(place: Path) -> None:
    """A line beyond the limit fails alone, and is never in memory as a whole."""
    Path("news.jsonl").write_text("\n".join([json.dumps({"text": "x" * 5000}), json.dumps({"text": ONE})]))
    reading = read_inputs(["news.jsonl"], max_bytes=1000)
    assert [article.text for article in reading.articles] == [ONE]
    assert [failure.name for failure in reading.failures] == ["news.jsonl#1"]
    assert "larger than 0.001 MB" in str(reading.failures[0].error)


def test_a_row_may_have_a_list_of_its_own(place: Path) -> None:
    """What has a text is an article, whatever else it holds under a name that lists have elsewhere."""
    Path("one.json").write_text(json.dumps({"text": ONE, "data": [{"text": TWO}]}))
    assert [a.path for a in read_inputs(["one.json"]).articles] == ["one.json"]


def test_a_document_holds_rows_in_any_of_the_usual_shapes(place: Path) -> None:
    """A list, a list under a name, a single row."""
    shapes = {"list": [{"text": ONE}, {"text": TWO}], "named": {"articles": [{"text": ONE}, {"text": TWO}]}}
    for name, shape in shapes.items():
        Path(f"{name}.json").write_text(json.dumps(shape))
        assert [a.path for a in read_inputs([f"{name}.json"]).articles] == [
            f"{name}.json#1",
            f"{name}.json#2",
        ]
    Path("one.json").write_text(json.dumps(ROW))
    assert read_file("one.json").path == "one.json"
    with pytest.raises(ArticleError, match="holds 2 articles, not one"):
        read_file("list.json")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ('[{"text": "a"},\n {"text" 3}]', r"is not JSON: .*\(line 2, column 10\)"),
        ("[]", "holds no rows"),
        ('"text"', "holds no rows"),
        ('[{"a": ' * 100_000, "nested too deep"),
        ('{"schema_version": "1.0", "claims": []}', "a saved briefing"),
        ("[1" + "0" * 5000 + "]", "not JSON"),
        ("[3]", "is a number, not an article"),
    ],
)
def test_a_document_without_rows_says_why(place: Path, content: str, said: str) -> None:
    """Broken, empty, foreign: the error names the file, and the line where there is one."""
    Path("a.json").write_text(content)
    with pytest.raises(InputError, match=said):
        read_inputs(["a.json"])


def test_what_is_no_statement_is_left_out() -> None:
    """Numbers, empty strings and unreadable dates state nothing; an address must be one."""
    value = {
        "text": ONE,
        "title": 3,
        "author": "",
        "published": "soon",
        "url": "javascript:alert(1)",
        "publisher": [1],
    }
    row = read_line(json.dumps(value).encode(), name="a", number=1)
    assert isinstance(row, Row)
    assert row.known.provenance == {}


def test_half_a_surrogate_pair_is_no_text() -> None:
    """JSON may spell one; the text has a question mark in its place."""
    row = next(read_document(b'{"text": "The ferry \\ud800 sank."}', name="a"))
    assert isinstance(row, Row)
    assert row.content == "The ferry ? sank."


def test_rows_without_end_are_cut_off_and_named(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What lies beyond the limit is one failure."""
    monkeypatch.setattr("conspectus.reading.files.MOST_ROWS", 2)
    monkeypatch.setattr("conspectus.reading.rows.MOST_ROWS", 2)
    rows = [{"text": f"The ferry sank {n} times."} for n in range(4)]
    Path("a.jsonl").write_text("\n".join(map(json.dumps, rows)))
    Path("a.json").write_text(json.dumps(rows))
    Path("none.jsonl").write_text("\n\n")
    for name in ("a.jsonl", "a.json"):
        reading = read_inputs([name])
        assert len(reading.articles) == 2
        assert [failure.name for failure in reading.failures] == [f"{name}#rest"]
    with pytest.raises(InputError, match="no rows"):
        read_inputs(["none.jsonl"])


def test_an_article_with_a_list_of_its_own_is_one_row() -> None:
    """Its `html` says that the object is the article, whatever else it lists."""
    page = b'{"html": "<p>The weir at Skerry was opened in heavy rain.</p>", "items": [{"text": "a"}, {"text": "b"}]}'
    assert len(list(read_document(page, name="a.json"))) == 1
