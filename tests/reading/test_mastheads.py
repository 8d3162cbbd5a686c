"""Which first lines are a masthead, and where the headline is."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conspectus.model.article import Article, Role
from conspectus.reading.article import read_article
from conspectus.reading.mastheads import settled

BODY = "A barge sank in the harbour of Orlen on Sunday night, the port said. Nobody was on board, it added."


def _article(text: str) -> Article:
    return read_article(text.encode(), name="a.txt", media="text")


def read(text: str) -> tuple[str | None, str | None, date | None]:
    """Title, publisher and day of publication."""
    article = _article(text)
    return article.title, article.publisher, article.published


@pytest.mark.parametrize(
    ("head", "title", "publisher", "day"),
    [
        ("Orlen Morning Register\nMonday 10 March 2025\n\nBarge sinks at its moorings", "Barge sinks at its moorings",
         "Orlen Morning Register", date(2025, 3, 10)),
        ("THE LOWER LEND\n10 March 2025\n\nBarge sinks at its moorings", "Barge sinks at its moorings",
         "The Lower Lend", date(2025, 3, 10)),
        ("Lend Radio - news to read\n3/10/2025\n\nDid nobody look?", "Did nobody look?", "Lend Radio", None),
        ("lend.example | News | Harbour\nUpdated: 10 March 2025\n\nBarge sinks at its moorings",
         "Barge sinks at its moorings", "lend.example", date(2025, 3, 10)),
        ("Lend & Lock\nThe voice of inland shipping\n\n10 March 2025 | Staff report\n\nBarge sinks at its moorings",
         "Barge sinks at its moorings", "Lend & Lock", date(2025, 3, 10)),
        ("DER ORLENER BOTE\nMontag, 10. März 2025\nLokales, Seite 9\n\nSchute gesunken", "Schute gesunken",
         "Der Orlener Bote", date(2025, 3, 10)),
        ("The Lend Sentinel\n10 March 2025\n\n“It sank. We watched.”\nOn the quay, people ask who was on duty",
         "“It sank. We watched.”", "The Lend Sentinel", date(2025, 3, 10)),
        ("Orlen Echo\n\nBarge sinks at its moorings\n\nBy Ada Finch, 10 March 2025", "Barge sinks at its moorings",
         "Orlen Echo", date(2025, 3, 10)),
        ("Lend Times\n\nBarge sinks at its moorings\n\n10 March 2025", "Barge sinks at its moorings", "Lend Times",
         date(2025, 3, 10)),
        ("Orlen Echo\nBarge sinks at its moorings\nBy Ada Finch\n10 March 2025", "Barge sinks at its moorings",
         "Orlen Echo", date(2025, 3, 10)),
        ("Lendkurier\nSchute an der Mauer gesunken\nVon Ada Finch\n10. März 2025", "Schute an der Mauer gesunken",
         "Lendkurier", date(2025, 3, 10)),
        ("Orlener Tagblatt\nVon Ada Finch, Orlen\n10. März 2025\n\nSchute an der Mauer gesunken",
         "Schute an der Mauer gesunken", "Orlener Tagblatt", date(2025, 3, 10)),
        ("Orlen Echo\nBy Ada Finch\n10 March 2025\n\nBarge sinks at its moorings", "Barge sinks at its moorings",
         "Orlen Echo", date(2025, 3, 10)),
        ("Orlen Press Agency\n\nBarge sinks at its moorings\n\nORLEN, March 10 (OPA) - A barge lay on the quay.",
         "Barge sinks at its moorings", "Orlen Press Agency", None),
        ("FOR IMMEDIATE RELEASE\n\nOrlen Barges Regrets Loss Of A Barge", "Orlen Barges Regrets Loss Of A Barge", None,
         None),
    ],
)  # fmt: skip
def test_a_masthead_is_told_from_the_headline_below(
    head: str, title: str, publisher: str | None, day: date | None
) -> None:
    """The name is the publisher, the day that of publication, and what stands below alone is the title."""
    assert read(f"{head}\n\n{BODY}\n\n{BODY}\n") == (title, publisher, day)


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("Barge Sinks\n10 March 2025", "Barge Sinks"),
        ("Hard Times\n\nBy Ada Finch, 10 March 2025", "Hard Times"),
        ("Barge sinks at its moorings\nBy Ada Finch, Orlen Echo\n10 March 2025", "Barge sinks at its moorings"),
        ("Barge sinks at its moorings\n10 March 2025\n\nThe port looks for its owner", "Barge sinks at its moorings"),
        ("The Barge Post Is Closed\nBy Ada Finch\n10 March 2025\n\nThe port looks for its owner.",
         "The Barge Post Is Closed"),
        ("Barge Sinks At Its Moorings In The Night\n10 March 2025\n\nThe port looks for its owner",
         "Barge Sinks At Its Moorings In The Night"),
    ],
)  # fmt: skip
def test_a_headline_with_its_day_is_no_masthead(head: str, title: str) -> None:
    """Neither where it is set in capitals, nor where a second headline stands below it."""
    found, publisher, day = read(f"{head}\n\n{BODY}\n\n{BODY}\n")
    assert (found, day) == (title, date(2025, 3, 10))
    assert publisher in (None, "Orlen Echo")


def test_a_masthead_without_a_headline_names_the_publisher() -> None:
    """Where it is called as papers and stations are; the text below it is no title."""
    assert read(f"Orlen Evening Post\n10 March 2025, 23:05\n\n{BODY}") == (
        None,
        "Orlen Evening Post",
        date(2025, 3, 10),
    )


def test_no_line_of_a_masthead_is_quoted() -> None:
    """All of its lines are junk; the headline is a heading."""
    article = _article(
        f"Orlen Morning Register\nMonday 10 March 2025\n\nBarge sinks at its moorings\n\n{BODY}",
    )
    roles = {article.sentence_text(sentence): sentence.role for sentence in article.sentences}
    assert roles["Orlen Morning Register"] is roles["Monday 10 March 2025"] is Role.JUNK
    assert roles["Barge sinks at its moorings"] is Role.HEADING


def test_names_are_not_shouted() -> None:
    """Small words are small behind the first; initials stay."""
    assert settled("THE VOICE OF THE LEND") == "The Voice of the Lend"
    assert settled("BBC NEWS") == "BBC News"
    assert settled("Lend TV") == "Lend TV"


_LINES = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=60)


@given(_LINES, _LINES)
def test_any_first_lines_can_be_read(first: str, second: str) -> None:
    """Whatever stands above a text, the text stays the article's."""
    article = _article(f"{first}\n{second}\n\n{BODY}")
    assert any("A barge sank" in article.sentence_text(sentence) for sentence in article.sentences)


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (
            "Le Relais de l'Espace\nLe satellite ne répond plus depuis dimanche\nPar Ada Finch",
            "Le satellite ne répond plus",
        ),
        (
            "Orlen Notebook\nBarge sinks at its moorings\nBy Ada Finch\n10 March 2025",
            "Barge sinks at its moorings",
        ),
        (
            "Barge sinks at moorings\nNobody was on board when it went down\nBy Ada Finch",
            "Barge sinks at moorings",
        ),
    ],
)
def test_a_name_right_above_a_headline_is_not_the_title(head: str, title: str) -> None:
    """Though nothing else says that it is a paper's; a headline above its second line is."""
    found, _, _ = read(f"{head}\n\n{BODY}\n\n{BODY}\n")
    assert found is not None
    assert found.startswith(title)
