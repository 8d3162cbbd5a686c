"""Untrusted text stays text."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from conspectus.render.safe import markdown_text, plain_json, visible
from tests.render.hostile import hostile

parser = MarkdownIt("commonmark", {"linkify": True, "html": True}).enable(
    ["table", "strikethrough", "linkify"]
)
parser.use(footnote_plugin)


def inline_tokens(source: str) -> list[Token]:
    """All inline tokens that the Markdown parses to, flat."""
    return [token for block in parser.parse(source) for token in (block.children or [])]


@settings(deadline=None)
@given(hostile)
def test_visible_text_has_nothing_that_acts(text: str) -> None:
    """What is shown is one line of characters that are seen: no control, override, tag or surrogate."""
    for character in visible(text):
        assert unicodedata.category(character) not in {"Cc", "Cs", "Zl", "Zp"}
        assert character not in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
        assert not 0xE0000 <= ord(character) <= 0xE007F


def test_control_characters_are_seen() -> None:
    """A control character shows as its picture, an override as U+FFFD: nothing vanishes in silence."""
    assert visible("a\x1b[31mb\x7f\x9b\u202ec\u2028d\xa0e\n\nf") == "a␛[31mb␡��c d e f"


def test_writing_systems_keep_what_they_need() -> None:
    """Joiners in emoji and Persian, and marks in Hebrew, are kept."""
    text = "می‌خواهم 👩‍🚒 שלום\u200f!"
    assert visible(text) == text


def test_ordinary_prose_is_left_alone() -> None:
    """Prose has no backslashes in its Markdown."""
    text = "“It fell,” she said: 4.5 percent (at least), the U.S. side’s 1,200 – not less; why?"
    assert markdown_text(text) == text


@settings(deadline=None)
@given(hostile)
@example("1")
@example("-")
def test_markdown_shows_exactly_the_visible_text(text: str) -> None:
    """Rendered as a paragraph, the text is itself: no markup, HTML, link, image, heading or footnote."""
    source = markdown_text(text)
    blocks = parser.parse(source)
    if not visible(text):
        assert not blocks
        return
    assert [block.type for block in blocks] == ["paragraph_open", "inline", "paragraph_close"]
    tokens = inline_tokens(source)
    assert {token.type for token in tokens} <= {"text", "code_inline"}
    assert "".join(token.content for token in tokens) == visible(text)


@settings(deadline=None)
@given(hostile)
def test_markdown_stays_in_its_list_item_quote_and_cell(text: str) -> None:
    """Inside the blocks that the renderer makes, the text opens no block of its own."""
    cell = markdown_text(text)
    table = parser.parse(f"| a | b |\n| --- | --- |\n| x{cell} | y |")
    cells = [block for block in table if block.type == "inline"][2:]
    assert "".join(token.content for token in cells[0].children or []) == "x" + visible(text)
    assert cells[1].content == "y"
    for source, kind in ((f"- x {cell}", "bullet_list_open"), (f"> {cell}", "blockquote_open")):
        types = [block.type for block in parser.parse(source)]
        assert types.count(kind) == 1
        assert not {"heading_open", "html_block", "fence", "code_block", "hr"} & set(types)


@pytest.mark.parametrize("text", ["see https://evil.example/a", "www.evil.example", "me@evil.example"])
def test_addresses_are_code(text: str) -> None:
    """An address stands in a code span, which renderers that link on their own leave alone."""
    tokens = inline_tokens(markdown_text(text))
    assert [token.content for token in tokens if token.type == "code_inline"] == [text.split()[-1]]


@settings(deadline=None)
@given(st.text())
def test_json_has_no_raw_control_characters_and_keeps_its_value(text: str) -> None:
    """Escaped JSON reads back as the same value and has nothing that a terminal would obey."""
    escaped = plain_json(json.dumps([text], ensure_ascii=False))
    assert json.loads(escaped) == [text]
    assert not any(
        unicodedata.category(c) in {"Cc", "Zl", "Zp"} or "\u202a" <= c <= "\u202e" for c in escaped
    )


def test_tag_characters_are_escaped_as_surrogate_pairs() -> None:
    """Characters beyond the basic plane are escaped as JSON does."""
    assert plain_json('"\U000e0041\x9b"') == '"\\udb40\\udc41\\u009b"'
