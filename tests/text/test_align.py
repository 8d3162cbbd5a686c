"""Alignment: genuine quotes are found where they stand, altered ones nowhere."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conspectus.model.article import Span
from conspectus.model.evidence import Match
from conspectus.text.align import Aligner
from conspectus.text.boundaries import divides

ARTICLE = (
    "The ferry company Norsund cut 25,000 sailings — or 5,000.5 a week — last Thursday. "
    "Chief executive Ida Moen did not say why, but “costs are up” by 17% to $29.3 billion. "
    "The NAS union can’t accept non-technical staff leaving.\nTwenty-five ships, 12–13 years old, "
    "remain\u00a0in Bergen’s old harbour… for now. 日本の船は15隻で、五十人が乗った。 "
    "הספינה הפליגה ביום שני. Crew 👩\u200d✈\ufe0f and e\u0301lite U.S. pilots stayed at −5 °C."
)
ALIGNER = Aligner(ARTICLE)

GENUINE = [
    "The ferry company Norsund cut 25,000 sailings -- or 5,000.5 a week -- last Thursday.",
    'Chief executive Ida Moen did not say why, but "costs are up" by 17% to $29.3 billion.',
    "The NAS union can't accept non-technical staff\nleaving.",
    "Twenty-five ships, 12-13 years old, remain in Bergen's old harbour... for now.",
    "  or 5,000.5   a week ",
    "costs are up",
    "日本の船は15隻で",
    "五十人が乗った",
    "הספינה הפליגה ביום שני.",
    "élite U.S. pilots",
    "sailings - or",
    "harbour . . . for now",
    "co\u00adsts are\u200b up",
    "１７% to $29.3 billion",
]
ALTERED = [
    "The ferry company Norsund cut 26,000 sailings",
    "cut 5,000 sailings",
    "5,000",
    "000.5 a week",
    "5,000.5 a month",
    "last Tuesday",
    "last Thurs",
    "The ferry company Norsound cut",
    "Chief operating officer Ida Moen did not say why",
    "Chief executive Ida Moen did say why",
    "Ida Moen did not say",
    "by 71%",
    "by 17",
    "by 17 percent",
    "29.3 billion",
    "to $29.3",
    "to $29.3 million",
    "to €29.3 billion",
    "The nas union",
    "The NAS union can",
    "technical staff leaving",
    "The NAS union can accept non-technical staff",
    "five ships",
    "Twenty-four ships",
    "13 years old",
    "12-13 months old",
    "The ferry company Norsund did not say why",
    "sailings … last Thursday",
    "Norsund reduced its sailings by 25,000",
    "The company went bankrupt.",
    "日本の船は5隻で",
    "5隻で",
    "十人が乗った",
    "👩",
    "e",
    "U",
    "5 °C",
    "S. pilots",
    "…",
    "",
]


@pytest.mark.parametrize("quote", GENUINE)
def test_genuine_quotes_are_found(quote: str) -> None:
    """A quote that differs in typography, wrapping or white space only is found."""
    assert ALIGNER.find(quote) is not None


@pytest.mark.parametrize("quote", [q for q in ALTERED if q != "Ida Moen did not say"])
def test_altered_quotes_are_not_found(quote: str) -> None:
    """A quote with one altered digit, word, name, day, unit, negation or cut is not found."""
    assert ALIGNER.find(quote) is None


def test_an_exact_match_is_preferred_and_named() -> None:
    """Of two places the exact one wins, and the match says how it was found."""
    aligner = Aligner('“yes” he said. Then "yes" he said.')
    found = aligner.find('"yes" he said.')
    assert found is not None
    assert found.match is Match.EXACT
    assert found.span == Span(start=20, end=34)
    folded = aligner.find("'yes' he said.")
    assert folded is not None
    assert folded.match is Match.FOLDED
    assert folded.span == Span(start=0, end=14)


def test_all_matches_come_in_order_without_overlap() -> None:
    """Every place of a quote is given once."""
    aligner = Aligner("no no no no, yes")
    assert [a.span.start for a in aligner.find_all("no no")] == [0, 6]


def test_a_dash_at_the_end_brings_no_white_space() -> None:
    """The span of a quote that ends in a dash ends with the dash."""
    found = Aligner("He left — at once").find("He left -")
    assert found is not None
    assert found.span.of("He left — at once") == "He left —"


@pytest.mark.parametrize("text", ["\u200d \u03011", " \u0301a b", "a \u0301", " \u0e33\u0e01"])
def test_a_mark_that_stands_on_a_space_keeps_it(text: str) -> None:
    """Both are one character, so that the space belongs to the quote."""
    found = Aligner(text).find(text)
    assert found is not None
    assert found.match is Match.EXACT
    assert found.span.of(text).strip() == text.strip()


def test_the_hint_is_the_nearest_passage_in_the_texts_own_words() -> None:
    """A hint is a passage of the text, or None where nothing is similar."""
    hint = ALIGNER.hint("The NAS union cannot accept technical staff leaving")
    assert hint == "The NAS union can’t accept non-technical staff leaving."
    assert ALIGNER.hint("zebra quartz") is None
    assert ALIGNER.hint("!!!") is None
    assert Aligner("").hint("anything") is None


WORDS = [
    "the",
    "ferry",
    "cut",
    "jobs",
    "in",
    "Bergen",
    "on",
    "Thursday",
    "not",
    "said",
    "NAS",
    "Ida",
    "seven",
]
NUMBERS = ["5,000", "15,000", "5,000.5", "17%", "$29.3", "2025", "10:30", "12-13", "3", "U.S."]
sentences = st.lists(st.sampled_from(WORDS + NUMBERS), min_size=4, max_size=14)


@st.composite
def retyped(draw: st.DrawFn) -> tuple[str, str]:
    """A text, and a piece of it from word to word in other typography."""
    words = draw(sentences)
    marks = draw(
        st.lists(st.sampled_from([" ", " — ", ", ", " “", "” "]), min_size=len(words), max_size=len(words))
    )
    start = draw(st.integers(0, len(words) - 2))
    end = draw(st.integers(start + 2, len(words)))
    text = "".join(word + mark for word, mark in zip(words, marks, strict=True))
    piece = "".join(w + m for w, m in zip(words[start:end], marks[start:end], strict=True))
    for old, new in draw(st.lists(st.sampled_from(RETYPINGS), max_size=4)):
        piece = piece.replace(old, new)
    return text, piece


RETYPINGS = [
    ("—", "-"),
    (" — ", "—"),
    ("“", '"'),
    ("”", '"'),
    ("’", "'"),
    (" ", "\n"),
    (" ", "  "),
    (" ", "\u00a0"),
    ("e", "e\u00ad"),
]


@given(retyped())
def test_retyping_never_loses_a_quote(pair: tuple[str, str]) -> None:
    """Whatever the typography, a piece of the text that is cut between words is found in it."""
    text, quote = pair
    assert Aligner(text).find(quote) is not None


@given(sentences, st.data())
def test_one_altered_word_is_never_found(words: list[str], data: st.DataObject) -> None:
    """A quote with one word or number replaced by another is not found, unless the text says that too."""
    text = " ".join(words)
    at = data.draw(st.integers(0, len(words) - 1))
    other = data.draw(st.sampled_from([w for w in WORDS + NUMBERS if w != words[at]]))
    altered = [*words[:at], other, *words[at + 1 :]]
    assert Aligner(text).find(" ".join(altered)) is None


@given(st.text(max_size=60), st.text(max_size=12))
def test_a_match_always_points_into_the_text(text: str, quote: str) -> None:
    """Whatever is searched in whatever, a match's span lies in the text and is not empty."""
    found = Aligner(text).find(quote)
    if found is not None:
        assert 0 <= found.span.start < found.span.end <= len(text)
        assert (found.span.of(text) == quote.strip()) is (found.match is Match.EXACT)


@given(st.text(alphabet=st.sampled_from("ab1,. -'é\u0301👩\u200d💻🇩🇪日"), min_size=1, max_size=20))
def test_the_whole_text_is_found_in_itself(text: str) -> None:
    """A text with a word in it is an exact match of itself."""
    if any(character.isalnum() for character in text) and text == text.strip():
        found = Aligner(text).find(text)
        assert found is not None


@pytest.mark.parametrize(
    ("text", "offset", "inside"),
    [
        ("a\r\nb", 2, True),
        ("end. Next", 4, False),
        ("end.Next", 4, False),
        ("U.S.", 2, True),
        ("9/11", 1, True),
        ("and/or", 3, False),
        ("cut 5 million", 5, True),
        ("five million", 4, True),
        ("5 percent", 1, True),
        ("5 percentage points", 12, True),
        ("5 people", 1, False),
        ("5 Millionen Euro", 1, True),
        ("5 millones de euros", 1, True),
        ("15 тысяч человек", 2, True),
        ("25\u202f000 people", 2, True),
        ("25 000 people", 2, True),
        ("On July 24 700 left", 10, False),
        ("5½ hours", 1, True),
        ("2 1/2 hours", 1, True),
        ("two and a half hours", 3, True),
        ("two and a dog", 3, False),
        ("five hundred and twenty", 12, True),
        ("hundred and more", 7, False),
        ("US$5 billion", 2, True),
        ("USD 500", 4, True),
        ("of .5 per cent", 4, True),
        ("end. 5 people", 4, False),
        ("5+ people", 1, True),
        ("rose 5%", 6, True),
        ("(-5)", 2, True),
        ("a - 5", 4, False),
        ("🇩🇪🇫🇷", 1, True),
        ("🇩🇪🇫🇷", 2, False),
        ("年5万", 2, True),
        ("日本", 1, False),
        ("word", 0, False),
        ("word", 4, False),
        ("un\u00adsafe", 2, True),
        ("the dog's tail", 7, True),
    ],
)
def test_boundaries(text: str, offset: int, inside: bool) -> None:
    """An offset lies inside a word, number, amount or character exactly where a reader would say so."""
    assert divides(text, offset) is inside
