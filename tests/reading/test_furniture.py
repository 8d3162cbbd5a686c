from __future__ import annotations

import pytest

from conspectus.model.article import JunkReason
from conspectus.reading.furniture import closing_photo_credit, furniture, is_residue, plain


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Photo by: Ann Poe/Unsplash", JunkReason.PHOTO_CREDIT),
        ("*Photo: Ann Poe*", JunkReason.PHOTO_CREDIT),
        ("(AP Photo/Ann Poe)", JunkReason.PHOTO_CREDIT),
        ("Image source, Getty Images", JunkReason.PHOTO_CREDIT),
        ("Ann Poe/Reuters", JunkReason.PHOTO_CREDIT),
        ("REUTERS/Ann Poe", JunkReason.PHOTO_CREDIT),
        ("© Getty Images", JunkReason.PHOTO_CREDIT),
        ("Image: Shutterstock.", JunkReason.PHOTO_CREDIT),
        ("2 min read", JunkReason.READING_TIME),
        ("7/18/20252 min read", JunkReason.DATELINE),
        ("Updated 18 July 2025", JunkReason.DATELINE),
        ("Share this article", JunkReason.SUBSCRIBE),
        ("Facebook Twitter LinkedIn Email", JunkReason.SUBSCRIBE),
        ("Sign up for our weekly newsletter and never miss a ferry", JunkReason.SUBSCRIBE),
        ("[Subscribe](https://example.org/subscribe)", JunkReason.SUBSCRIBE),
        ("Follow us on Facebook", JunkReason.SUBSCRIBE),
        ("Get the best of the islands in your inbox every morning.", JunkReason.SUBSCRIBE),
        ("Like this? Share it on Postbox | Forward to a friend", JunkReason.SUBSCRIBE),
        ("Subscribe to the paper for $6 a month and never miss a ferry.", JunkReason.SUBSCRIBE),
        ("*4 min read · Filed under: Ferries · More from Jane Doe*", JunkReason.READING_TIME),
        ("Home > Business > Ferries", JunkReason.NAVIGATION),
        ("News | Sport | Weather", JunkReason.NAVIGATION),
        ("Skip to content", JunkReason.NAVIGATION),
        ("Advertisement", JunkReason.NAVIGATION),
        ("Accept all cookies", JunkReason.NAVIGATION),
        ("We use cookies to give you a better experience on this site.", JunkReason.NAVIGATION),
        ("© 2025 The Harbour Post. All rights reserved.", JunkReason.NAVIGATION),
        ("![A ferry](ferry.jpg)", JunkReason.NAVIGATION),
        ("Please wait while we verify access to this page.", JunkReason.NAVIGATION),
        ("— Ann Poe (@annpoe) June 3, 2025", JunkReason.NAVIGATION),
        ("Ann Poe (@annpoe)", JunkReason.NAVIGATION),
    ],
)
def test_furniture_is_told_by_its_wording(line: str, reason: JunkReason) -> None:
    """Each kind of furniture, with its reason."""
    assert furniture(line) is reason


@pytest.mark.parametrize(
    "line",
    [
        "Image: The board has lost the trust of the town since the strike began.",
        "Photographs show the ferry as it left the pier.",
        "Share prices of the ferry company fell by a third.",
        "Subscribe to that theory and you will believe anything, the captain said.",
        "Sign up for the scheme had been slow, the council said.",
        "“Subscribe to our newsletter,” the page said.",
        "We use cookies in the ceremony, the priest said.",
        "Follow the money, she told the board.",
        "Search teams found the hull on Friday.",
        "The mayor (@mayorpoe) said so on Friday.",
        "Never log in to your account from a link in a letter, the bank said.",
        "Home is where the ferry is.",
        "Topics that were not discussed are the pier and the fares.",
        "Close to forty people were aboard.",
        "The vote: Ayes 12 | Noes 9 | Absent 3",
        "| Ferry | Built |",
        "A Focus on Efficiency",
        "Comments from the board were not available.",
        "The ferry sank on 17 July 2025.",
        "Getty Images sued the company on Monday.",
        "Share this article " + "again and " * 60,
    ],
)
def test_prose_and_headings_are_never_furniture(line: str) -> None:
    """Sentences that begin like furniture, headings, tables and results stay."""
    assert furniture(line) is None


def test_a_credit_behind_a_caption_is_found_where_it_stands() -> None:
    """Only the brackets at the end are the credit."""
    line = "A crowd (of forty) waits at the pier. (AP Photo/Ann Poe)"
    found = closing_photo_credit(line)
    assert found is not None
    assert line[slice(*found)] == "(AP Photo/Ann Poe)"
    assert closing_photo_credit("The (AP Photo/Ann Poe) ship sank.") is None
    assert closing_photo_credit("The ship sank (see page 3).") is None
    assert closing_photo_credit("Long " * 60 + "caption (Photo: Ann Poe).") is not None


def test_residue_and_markup() -> None:
    """Left-over alternative text is residue; Markdown's marks are not part of a line's words."""
    assert is_residue("logo")
    assert is_residue("Harbour Post logo")
    assert not is_residue("The board chose a logo for the ferry")
    assert plain("## **The [ferry](x) sank**") == "The ferry sank"
    assert plain("- *item*") == "item"
    assert plain("*" * 1000) == "*" * 1000
