from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conspectus.text.lines import logical_lines

PARAGRAPHS = (
    "The ferry that sank on Monday had carried people between the two islands for forty years, and its "
    "owner had asked twice for permission to replace it.",
    "Officials refused both times because of the cost of a new pier, the harbour board said in a letter "
    "that was sent to the families of the passengers on Tuesday.",
    "The search goes on with six ships and two helicopters that were lent by neighbours.",
)


def lines_of(text: str) -> list[str]:
    """The logical lines of a text, as strings."""
    return [span.of(text) for span in logical_lines(text)]


def test_a_paragraph_to_a_line_stays_a_paragraph_to_a_line() -> None:
    """Unwrapped paragraphs, headings between them and blank lines are kept apart."""
    text = f"What went wrong\n{PARAGRAPHS[0]}\r\n\r\n{PARAGRAPHS[1]}\n"
    assert lines_of(text) == ["What went wrong", PARAGRAPHS[0], PARAGRAPHS[1]]


def test_hard_wrapped_paragraphs_are_joined_and_their_heading_is_not() -> None:
    """A wrapped paragraph is one line, also with a heading directly above it."""
    wrapped = [textwrap.fill(paragraph, 72) for paragraph in PARAGRAPHS]
    text = f"What went wrong\n{wrapped[0]}\n\n{wrapped[1]}\n{wrapped[2]}\n"
    assert [line.replace("\n", " ") for line in lines_of(text)] == ["What went wrong", *PARAGRAPHS]


def test_a_wrapped_list_item_is_one_line_and_the_next_item_another() -> None:
    """List markers begin a line of their own even where the line above is full."""
    items = [textwrap.fill(f"- {paragraph}", 70, subsequent_indent="  ") for paragraph in PARAGRAPHS]
    assert len(lines_of("\n".join(items))) == 3


def test_a_run_of_headlines_is_not_taken_for_wrapped_text() -> None:
    """Lines of even length that all begin with a capital stay apart."""
    headlines = [f"Mayor Number {n} Refuses To Pay For The New Pier In The Old Harbour" for n in range(9)]
    assert lines_of("\n".join(headlines)) == headlines


def test_a_line_that_stops_in_mid_sentence_is_joined() -> None:
    """One break before a lower-case word is undone even where the text is too short to measure."""
    text = "The harbour board said on Tuesday that it would\nnot pay for a new pier."
    assert lines_of(text) == [text]
    assert len(lines_of("The harbour board said on Tuesday that it would soon use\niPhone apps.")) == 2


@pytest.mark.parametrize("mark", ['"', "“", "«", "("])
def test_a_quotation_that_goes_on_in_lower_case_is_joined(mark: str) -> None:
    """A new sentence, or what somebody says, begins with a capital behind the mark."""
    text = f"The board told the traders to expect shorter hours on Monday\n{mark}between two and three, for repairs."
    assert lines_of(text) == [text]
    assert (
        len(
            lines_of(
                f"The board met the traders at the old customs house on Monday\n{mark}We are glad of it."
            )
        )
        == 2
    )


def test_rules_tables_and_markdown_headings_stand_alone() -> None:
    """Markdown structure is never joined with the prose around it."""
    text = "# The ferry that sank on Monday in the harbour\nand more\n| a | b |\nx\n---\ny"
    assert lines_of(text) == text.split("\n")


@given(st.text(alphabet="ab A-#|.\n\r\t“”1 \u2028\xa0", max_size=300))
def test_lines_cover_every_character_that_is_not_whitespace(text: str) -> None:
    """Spans are ordered, disjoint, trimmed, and nothing visible lies between them."""
    at = 0
    for span in logical_lines(text):
        assert not text[at : span.start].strip()
        assert span.of(text) == span.of(text).strip() != ""
        at = span.end
    assert not text[at:].strip()


def test_a_line_that_ends_in_an_article_goes_on_with_a_name() -> None:
    """Where lines are wrapped at no one width, a dangling word still tells that the sentence goes on."""
    text = "The fire began in the engine room, said the chief of the\nHarbour brigade.\n\nShort.\n"
    assert [span.of(text) for span in logical_lines(text)] == [
        "The fire began in the engine room, said the chief of the\nHarbour brigade.",
        "Short.",
    ]


def test_a_year_on_the_next_line_belongs_to_its_month() -> None:
    """ "September" and "2022." are one date; a year under a line that ends otherwise begins anew."""
    text = "The recall is of some 412,000 cookers sold since September\n2022. It takes effect today."
    assert [span.of(text) for span in logical_lines(text)] == [text]
    table = "Cookers sold in the country, by year and by month of sale\n2022. It was a good year."
    assert len(logical_lines(table)) == 2


def test_a_line_that_has_begun_a_second_sentence_goes_on_with_a_name() -> None:
    """No heading ends a sentence and begins another; one that names a Dr. or stands alone does neither."""
    begun = "The council said that it would look into the matter. In spring it fined"
    assert lines_of(f"{begun}\nHarrow Water 2 million crowns.") == [
        f"{begun}\nHarrow Water 2 million crowns."
    ]
    for alone in (
        "Visit by Prof. Ames and Dr. Rook is put off until summer",
        "A mill burns: all that we know so far",
    ):
        assert lines_of(f"{alone}\nHarrow Water is late.") == [alone, "Harrow Water is late."]
