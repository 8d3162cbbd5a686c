"""Folding: what it makes equal, what it keeps apart, and the way back."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest
import regex
from hypothesis import example, given
from hypothesis import strategies as st

from conspectus.model.article import Span
from conspectus.text import normalise
from conspectus.text.normalise import Folded, fold, plain

ALPHABET = (
    "ab5., '\"\t\n-–—−…“”‘’«»\u00a0\u200b\u200d\u00ad\u2009ﬁ５²½é\u0301\u0308①ñ👩💻❤\ufe0f🇩🇪日本語가각"
    "\u1100\u1161שלוםالعربية\u3000™№!?$%()"
)
texts = st.text(alphabet=st.sampled_from(ALPHABET), max_size=60) | st.text(max_size=40)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("He said — “yes”", "He said - 'yes'"),
        ("word—word", "word -- word"),
        ("wait … what", "wait... what"),
        ("wait . . . what", "wait…what"),
        ("5–10", "5-10"),
        ("a\u00a0b\n c", "a b c"),
        ("co\u00adop\u200beration", "cooperation"),
        ("ﬁnal", "final"),
        ("１２３", "123"),
        ("e\u0301te\u0301", "été"),
        ("2½", "2 1/2"),
        ("m²", "m2"),
        ("❤\ufe0f", "❤"),
        ("\u1100\u1161\u11a8", "각"),
        ("«tout»", '"tout"'),
        ("well-\nknown", "well-known"),
        ("\u200fשלום\u200f", "שלום"),
        ("המנכ״ל ג׳ורג׳ בתל־אביב", "המנכ\"ל ג'ורג' בתל-אביב"),
        ("المديـــر", "المدير"),
        ("17٪", "17%"),
        ("「費用」と『理由』", "“費用”と“理由”"),
        ("日本の船は\n15隻で、\n五十人", "日本の船は15隻で、五十人"),
        ("船队 15 艘", "船队15艘"),
        ("ภาษาไทย\nเป็น", "ภาษาไทยเป็น"),
        ("10\u200b² km", "10² km"),
        ("2\u2060½", "2½"),
    ],
)
def test_typography_folds_together(one: str, other: str) -> None:
    """Texts that differ in typography alone fold to the same text."""
    assert fold(one).text.strip() == fold(other).text.strip()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("10²", "102"),
        ("2½", "21/2"),
        ("10\u200b²", "102"),
        ("10²\ufe0f", "102"),
        ("2\u00ad½", "21/2"),
        ("2㏠", "21日"),
        ("三 五", "三五"),
        ("5①", "51"),
        ("AWS", "aws"),
        ("👩\u200d💻", "👩💻"),
        ("5,000", "5000"),
        ("can't", "cant"),
        ("no where", "nowhere"),
        ("naïve", "naive"),
    ],
)
def test_what_differs_stays_different(one: str, other: str) -> None:
    """Folding never makes two different statements equal."""
    assert fold(one).text != fold(other).text


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Paris — the city", "Paris – the city"),
        ("Paris—the city", "Paris – the city"),
        ("year-on-year", "year-on-year"),
        ("5–10", "5-10"),
        ("fell to −5", "fell to -5"),
        ("‘so’ he said", "'so' he said"),
        ("“so…”", '"so... "'),
        ("nothing to do", "nothing to do"),
    ],
)
def test_plain_keeps_clauses_apart(text: str, read: str) -> None:
    """A dash between clauses stays a dash with its spaces, and a hyphen a hyphen."""
    assert plain(text).text == read


@given(texts)
@example(".…")
@example(".  …")
@example(".  .  .")
@example("…  .")
@example("a .…")
@example("㏠\r0")
@example("\ufb01\u200b\u0301")
@example("end. … . ..")
@example("™\u200d")
@example("™\u200d🙂")
def test_folding_again_changes_nothing_in_everyday_text(text: str) -> None:
    """Folding what has been folded leaves whole words alone: only white space at its ends may go."""
    once = fold(text).text
    assert fold(once).text.split() == once.split()


@given(texts)
def test_every_folded_character_leads_back(text: str) -> None:
    """Each folded character maps to a raw range that folds to something with it, in ascending order."""
    folded = fold(text)
    last = 0
    for offset in range(len(folded.text)):
        span = folded.raw_span(offset, offset + 1)
        assert 0 <= span.start < span.end <= len(text)
        assert span.start >= last or folded.divides(offset)
        last = span.start


@given(texts)
def test_unchanged_text_maps_to_itself(text: str) -> None:
    """Where folding changed nothing, folded and raw offsets are the same."""
    folded = fold(text)
    if folded.text == text and not folded._raw_starts:
        for offset in range(len(text)):
            assert folded.raw_span(offset, offset + 1) == Span(start=offset, end=offset + 1)


@pytest.mark.parametrize(
    ("folding", "replace"), [(fold, normalise._compare), (plain, normalise._read)], ids=["fold", "plain"]
)
@given(text=texts | st.text(st.characters(max_codepoint=127)))
@example(text="It's 5.5 a.m., he said; so. . .")
@example(text="It's 5.5 a.m., he said; so..")
@example(text="It's ''so'' `there` - and\there  too")
def test_looking_only_where_something_may_change_loses_nothing(
    folding: Callable[[str], Folded], replace: Callable[[regex.Match[str]], str], text: str
) -> None:
    """The quick scan finds every unit that a scan of the whole text would change."""
    quick = folding(text).text
    pieces: list[str] = []
    copied = 0
    for match in normalise._UNIT.finditer(text):
        pieces += text[copied : match.start()], replace(match)
        copied = match.end()
    assert quick == "".join(pieces) + text[copied:]


WHITE = [character for character in map(chr, range(sys.maxunicode + 1)) if character.isspace()]


@pytest.mark.parametrize("white", WHITE, ids=ascii)
def test_whatever_parts_words_is_a_space(white: str) -> None:
    """Also what Python parts words at and Unicode does not call white space: U+001C to U+001F."""
    assert fold(f"a{white}b").text == plain(f"a{white}b").text == "a b"
    assert fold(f"a {white}{white} b{white}").text == "a b "
    assert (fold(f"a{white}–{white}b").text, plain(f"a{white}–{white}b").text) == ("a-b", "a – b")
    assert fold(f"a{white}. . .{white}b").text == "a...b"


def test_a_ligature_is_one_raw_character() -> None:
    """Half a ligature maps to the whole, and the offset between its halves divides it."""
    folded = fold("ﬁne")
    assert folded.raw_span(0, 1) == folded.raw_span(1, 2) == Span(start=0, end=1)
    assert folded.divides(1)
    assert not folded.divides(0)
    assert not folded.divides(2)


@pytest.mark.parametrize(("start", "end"), [(0, 0), (-1, 2), (1, 9), (2, 1)])
def test_an_impossible_range_is_refused(start: int, end: int) -> None:
    """A range that is empty or outside the folded text raises ValueError."""
    with pytest.raises(ValueError, match="no folded characters"):
        fold("abc").raw_span(start, end)
