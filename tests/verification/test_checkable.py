"""What of a text is checked."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from conspectus.model.article import Article
from conspectus.reading import read_article
from conspectus.text.markup import unmarked
from conspectus.verification.checkable import checkable


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "The mill closed.[1] Two people left.[2][3] It is old. [4]",
            ["The mill closed.[1]", "Two people left.[2][3]"],
        ),
        (
            "It closed.[^1]\nÉva Tolk left it “for good.”[2] 40 stayed.",
            ["It closed.[^1]", "Éva Tolk left it “for good.”[2]"],
        ),
        ("The U.S.[1] Army left.", []),
        ("The mill [1] Tolk owns.", []),
    ],
)
def test_a_reference_mark_behind_a_full_stop_ends_a_sentence(text: str, said: list[str]) -> None:
    """What follows it is checked by itself, and each piece stands where it says."""
    pieces, unchecked = checkable(text)
    assert [piece.text for piece in pieces][: len(said)] == said
    assert len(pieces) == len(said) + 1
    assert all(text[piece.start : piece.end] == piece.text for piece in pieces)
    assert not unchecked


def test_a_text_has_the_sentences_of_its_language() -> None:
    """A day of a month in German ends none: “Am 1.” is no sentence."""
    text = "Am 1. Februar blieb am Rauk eine Gondelbahn stehen. Seit dem 3. Februar fahren Busse."
    pieces, _ = checkable(text)
    assert [piece.text for piece in pieces] == [
        "Am 1. Februar blieb am Rauk eine Gondelbahn stehen.",
        "Seit dem 3. Februar fahren Busse.",
    ]


@pytest.mark.parametrize(
    "read", [str, lambda text: read_article(text.encode(), name="mail.txt", media="text")]
)
def test_quoted_lines_are_read_without_their_marks(read: Callable[[str], str | Article]) -> None:
    """A sentence goes on from line to line, an item is an item, and the offsets are those of the text."""
    text = (
        "I was sent this:\n\n> A fire closed the mill at Tarn, which makes paper for the\n> schools, on Saturday.\n"
        ">\n> - The mill employs 340 people\n>> It was open, an older reply said.\n"
    )
    pieces, unchecked = checkable(read(text))
    assert [unmarked(piece.text) for piece in pieces] == [
        "A fire closed the mill at Tarn, which makes paper for the schools, on Saturday.",
        "The mill employs 340 people",
        "It was open, an older reply said.",
    ]
    assert all(text[piece.start : piece.end] == piece.text for piece in pieces)
    assert unchecked == ("I was sent this:",)


def test_a_lead_in_is_not_checked_and_what_follows_it_is() -> None:
    """Whether it stands on a line of its own or in front of a sentence."""
    text = "Here's where the strike stands. Quick one on the crash: They left the road.\n\nWhat comes next\nThey walk."
    pieces, unchecked = checkable(text)
    assert [piece.text for piece in pieces] == ["They left the road.", "They walk."]
    assert all(text[piece.start : piece.end] == piece.text for piece in pieces)
    assert unchecked == ("Here's where the strike stands.", "Quick one on the crash:", "What comes next")


def test_a_heading_that_tells_something_is_checked() -> None:
    """With or without sentences below; one that names what stands below is not."""
    told, label = "Toilet cheat banned for three years", "Questions raised by the report on the cheat"
    assert [piece.text for piece in checkable(f"# {told}\n\nHe was banned.")[0]] == [
        f"# {told}",
        "He was banned.",
    ]
    assert [piece.text for piece in checkable(f"{label}\n\nHe was banned.")[0]] == ["He was banned."]
    assert [piece.text for piece in checkable(f"Key takeaways\n\n{told}\n\nWhat comes next")[0]] == [told]
    assert checkable("Key takeaways\n\nWhat comes next\n\nBackground") == (
        [],
        ("Key takeaways", "What comes next", "Background"),
    )
