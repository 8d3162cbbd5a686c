from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from conspectus.reading.pdf_layout import text_of
from conspectus.reading.printed import Box, Sheet

SOME = ("ferry", "harbour", "authority", "breakwater", "sank", "investigation", "of", "the", "a", "on")
WORDS = st.lists(st.sampled_from(SOME), min_size=30)


def sheet(*boxes: tuple[str, float, float]) -> Sheet:
    """An A4 page with words at these places from the left and from the top, 5 points a character."""
    return Sheet(600, 800, tuple(Box.of(t, x, 790 - y, x + 5 * len(t), 800 - y) for t, x, y in boxes))


def hyphenated(words: list[str], width: int) -> list[str]:
    """The words in lines of that many characters, each filled by cutting the last word where it is long."""
    lines, line = [], ""
    for word in words:
        if len(line) + 1 + len(word) <= width:
            line = f"{line} {word}".strip()
            continue
        cut = min(width - len(line) - 2, len(word) - 3)
        lines.append(f"{line} {word[:cut]}-" if cut >= 3 else line)
        line = word[cut:] if cut >= 3 else word
    return [*lines, line]


@given(WORDS, st.sampled_from([24, 30, 36]))
def test_hyphens_of_the_line_s_end_are_undone(words: list[str], width: int) -> None:
    """Any paragraph set in narrow lines comes out as it was written."""
    lines = hyphenated([*words, "end."], width)
    text, left_out = text_of([sheet(*((line, 50, 100 + 12 * at) for at, line in enumerate(lines)))])
    assert (text.replace("\n", " "), left_out) == (" ".join([*words, "end."]), ())


@given(WORDS, WORDS, st.booleans())
def test_columns_are_kept_apart(left: list[str], right: list[str], by_row: bool) -> None:
    """Two columns under one headline are read left first, in whatever order their lines come."""
    sides = [(50, hyphenated([*left, "left."], 40)), (300, hyphenated([*right, "right."], 40))]
    boxes = [(line, float(x), 150.0 + 12 * at) for x, lines in sides for at, line in enumerate(lines)]
    boxes.sort(key=(lambda box: box[2]) if by_row else (lambda box: -box[1]))
    headline = "A headline that stands across both of the columns of this page alone"
    text, _ = text_of([sheet((headline, 50, 100), *boxes)])
    assert text.replace("\n", " ") == " ".join([headline, *left, "left.", *right, "right."])


def test_a_compound_keeps_its_hyphen() -> None:
    """Compounds that the document writes elsewhere, capitals, and figures keep it; other words lose it."""
    lines = [
        "a long-term plan of the Anglo-",
        "French board for 2024-",
        "2025 and another long-",
        "term one, well-",
        "known and with-",
        "out any cost",
    ]
    text, _ = text_of([sheet(*((line, 50, 100 + 12 * at) for at, line in enumerate(lines)))])
    assert text == (
        "a long-term plan of the Anglo-French board for 2024-2025 and another long-term one, well-known and without "
        "any cost"
    )


def test_a_bold_word_stays_in_its_line() -> None:
    """Boxes that a change of font makes are one line, with a space only where there is one."""
    text, _ = text_of([sheet(("The", 50, 100), ("Marigold", 70, 100), (", a ferry, sank.", 110, 100))])
    assert text == "The Marigold, a ferry, sank."


def test_short_paragraphs_are_not_one() -> None:
    """Where most lines end a paragraph, the gaps between them are no leading."""
    lines = [
        ("Crane wrecks the quay", 0),
        ("A crane of the harbour fell on Tuesday and hurt twelve people, the harbour", 30),
        ("authority said.", 42),
        ("The northern quay is closed until Friday, the harbour master of the town has", 66),
        ("announced.", 78),
        ("The crane was built long ago.", 102),
    ]
    text, _ = text_of([sheet(*((line, 50, 200.0 + at) for line, at in lines))])
    assert text.split("\n") == [
        lines[0][0],
        f"{lines[1][0]} {lines[2][0]}",
        f"{lines[3][0]} {lines[4][0]}",
        lines[5][0],
    ]


def test_gaps_and_indents_begin_paragraphs() -> None:
    """So do short last lines; a paragraph that the page divides is one."""
    lines = [
        "The ferry sank on Monday off the pier with",
        "forty aboard.",
        "The board met on Tuesday to hear about it and",
        "to vote, and then it",
    ]
    one = sheet(*((line, 50, 100 + 12 * at) for at, line in enumerate(lines)))
    two = sheet(("adjourned until the next week without a vote.", 50, 100), ("A new part.", 50, 130))
    assert text_of([one, two])[0].split("\n") == [
        "The ferry sank on Monday off the pier with forty aboard.",
        "The board met on Tuesday to hear about it and to vote, and then it adjourned until the next week without a "
        "vote.",
        "A new part.",
    ]


def test_only_what_repeats_at_the_edge_is_furniture() -> None:
    """Heads that change their number repeat; a line that repeats in the middle is text, and so is one line on top."""
    pages = [
        sheet(
            (f"The Post, page {n}", 50, 20), ("Again and again.", 50, 400), (f"Only {'x' * n} here.", 50, 40)
        )
        for n in (1, 2, 3)
    ]
    text, left_out = text_of(pages)
    assert left_out == ("The Post, page 1", "The Post, page 2", "The Post, page 3")
    assert text.count("Again and again.") == 3
    assert "Only xx here." in text
    assert text_of([sheet(("The ferry sank.", 50, 100), ("- 7 -", 300, 780))]) == (
        "The ferry sank.",
        ("- 7 -",),
    )


def justified(lines: list[str], left: float, right: float, top: float) -> list[Box]:
    """A box for each word, 4 points a letter and 8 high, the last of each line but the last at the right edge."""
    boxes = []
    for number, line in enumerate(lines):
        words = line.split()
        inked = 4.0 * sum(map(len, words))
        gap = (right - left - inked) / (len(words) - 1) if number < len(lines) - 1 and len(words) > 1 else 4.0
        x = left
        for word in words:
            bottom = top - 10.0 * number
            boxes.append(Box.of(word, x, bottom, x + 4.0 * len(word), bottom + 8.0))
            x += 4.0 * len(word) + gap
    return boxes


LEFT = (
    "The harbour authority of Arden found no fault",
    "with the ferry when it was last in dock there in",
    "the spring of that year and let it sail on. A leak in",
    "the hull was seen too late to call it back, said the",
)
RIGHT = (
    "Harbour master, who has been in Arden for nine",
    "years. He wants every hull to be looked at twice in",
    "a year from now on, and to say so to the ministry.",
)


def test_columns_that_stand_close_are_kept_apart() -> None:
    """Words of justified lines are farther from one another than the columns are, here and there."""
    boxes = [*justified([*LEFT, "x"], 50, 250, 700)[:-1], *justified([*RIGHT], 259, 459, 700)]
    text, _ = text_of([Sheet(600, 800, tuple(boxes))])
    assert text == " ".join((*LEFT, *RIGHT))


def test_words_of_a_justified_line_stay_in_their_order() -> None:
    """Though a wide gap parts them and one stands a hair higher."""
    lines = [
        "Divers looked for the wreck until dark",
        "meteorological satellite Meridia",
        "and went home then.",
    ]
    boxes = [
        Box.of(
            box.text,
            box.left,
            box.bottom + 0.1 * (box.text == "Meridia"),
            box.right,
            box.top + 0.1 * (box.text == "Meridia"),
        )
        for box in justified(lines, 50, 250, 700)
    ]
    text, _ = text_of([Sheet(600, 800, tuple(boxes))])
    assert text == " ".join(lines)
