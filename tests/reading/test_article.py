from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conspectus.errors import ArticleError
from conspectus.model.article import JunkReason, Role
from conspectus.reading import read_article
from conspectus.reading.media import Media

TEXT = (
    "Ferry sinks\r\nBy Jane Doe\r\n\r\n"
    "LONDON (Reuters) — The ferry sank on Monday with 45 aboard. It was late.\r\n"
)
GERMAN = "Die Fähre ist am Montag mit 45 Menschen an Bord gesunken, und der Wind hat sich gedreht."


def test_the_text_is_the_file_and_offsets_count_in_it() -> None:
    """Nothing is cut or translated; the id is of the text, the digest of the bytes, mark included."""
    data = b"\xef\xbb\xbf" + TEXT.encode()
    article = read_article(data, name="some/a.txt", media="text")
    assert article.text == TEXT
    assert article.path == "some/a.txt"
    assert article.id == "a" + hashlib.sha256(TEXT.encode()).hexdigest()[:8]
    assert article.sha256 == hashlib.sha256(data).hexdigest()
    assert [(s.id, s.role.value, article.sentence_text(s)) for s in article.sentences] == [
        (1, "heading", "Ferry sinks"),
        (2, "junk", "By Jane Doe"),
        (3, "junk", "LONDON (Reuters) —"),
        (4, "body", "The ferry sank on Monday with 45 aboard."),
        (5, "body", "It was late."),
    ]


def test_front_matter_is_marked_and_kept() -> None:
    """The block is in the text, as junk, and no sentence of it is body."""
    text = f"---\ntitle: Ferry sinks\n---\n{TEXT}"
    article = read_article(text.encode(), name="a.md", media="markdown")
    assert article.text == text
    assert article.junk[0].reason is JunkReason.FRONT_MATTER
    assert [s.role for s in article.sentences[:3]] == [Role.JUNK] * 3
    assert len(article.body) == 2


def test_a_page_is_read_with_its_junk_marked() -> None:
    """HTML goes the same way as text once its article is out."""
    markup = (
        "<html><body><article><h1>Ferry sinks off the island</h1><p>By Jane Doe</p><p>LONDON (Reuters) — "
        "The ferry sank on Monday with 45 people aboard, the coast guard said on Tuesday in the harbour.</p>"
        "</article></body></html>"
    )
    article = read_article(markup.encode(), name="a.html", media="html")
    assert [article.sentence_text(s)[:17] for s in article.body] == ["The ferry sank on"]
    assert article.byline == "Jane Doe"


def test_one_sentence_is_an_article() -> None:
    """The shortest article there is."""
    article = read_article(b"The ferry sank.", name="a.txt", media="text")
    assert [s.role for s in article.sentences] == [Role.BODY]


@pytest.mark.parametrize(
    ("data", "message"),
    [(b"---\ntitle: x\n---\n\n", "front matter and nothing else"), (b"--- !!", "no words")],
)
def test_a_file_without_words_is_no_article(data: bytes, message: str) -> None:
    """The error says what the file holds instead."""
    with pytest.raises(ArticleError, match=message):
        read_article(data, name="a.txt", media="text")


@pytest.mark.parametrize(
    "line",
    [
        "a | " * 60,
        "A B C D " * 30,
        "By " + "Abc, " * 40,
        "Abc. " * 50,
        "3/4/2025 " * 30,
        "X/" * 120,
        "A-" * 120,
        "(" * 300,
    ],
)
def test_no_line_makes_a_pattern_run_away(line: str) -> None:
    """A thousand lines of what patterns begin with are read before a test is taken to hang."""
    read_article(
        (f"{line}x\n" * 1000 + "The ferry sank on Monday at noon.").encode(), name="a.txt", media="text"
    )


@given(st.text(alphabet=st.sampled_from("aB .\n\r-—()|:“”©#1\u00a0é"), max_size=300))
def test_every_text_is_read_whole(text: str) -> None:
    """Any text comes back unchanged, every junk stretch ends where sentences end, and roles agree."""
    if not any(character.isalnum() for character in text):
        return
    article = read_article(text.encode(), name="a.txt", media="text")
    assert article.text == text
    for sentence in article.sentences:
        overlapping = [junk for junk in article.junk if junk.span.overlaps(sentence.span)]
        assert (sentence.role is Role.JUNK) == bool(overlapping)
        assert all(junk.span.covers(sentence.span) for junk in overlapping)


@pytest.mark.parametrize(
    ("stated", "text", "language", "found_in"),
    [
        ("en", GERMAN, "de", "text"),
        ("de", GERMAN, "de", "front matter"),
        ("xx", GERMAN, "xx", "front matter"),
        ("", GERMAN, "de", "text"),
        (
            "nb",
            "The ferry sank on Monday, and the coast guard said that it was not to blame for it.",
            "en",
            "text",
        ),
        ("en", "Ferry sinks.", "en", "front matter"),
    ],
)
def test_the_text_s_own_words_tell_its_language(stated: str, text: str, language: str, found_in: str) -> None:
    """Where they are clear; a language that words can't tell is believed when it is stated."""
    front = f"---\nlanguage: {stated}\ntitle: A\n---\n"
    article = read_article((front + text * 5).encode(), name="a.md", media="markdown")
    assert article.language == language
    assert article.provenance["language"].found_in == found_in


def test_sentences_end_as_the_language_ends_them() -> None:
    """A German ordinal ends none."""
    text = f"{GERMAN} Am 3. März kam Dr. Moll. Warum?"
    article = read_article(text.encode(), name="a.txt", media="text")
    assert [article.sentence_text(s) for s in article.body] == [GERMAN, "Am 3. März kam Dr. Moll.", "Warum?"]


@pytest.mark.parametrize("media", ["text", "html", "pdf", "docx", "eml"])
def test_a_file_without_a_byte_is_empty_and_not_damaged(media: Media) -> None:
    """Whatever format its name promises."""
    with pytest.raises(ArticleError, match="a: the file is empty"):
        read_article(b"", name="a", media=media)
