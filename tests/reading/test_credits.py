from __future__ import annotations

import pytest

from conspectus.reading.credits import (
    byline,
    byline_publisher,
    copyright_line,
    is_desk_credit,
    is_signature,
    outlet_line,
    publication_line,
    published_by,
    signed,
)


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("By Jane Doe", "Jane Doe"),
        ("BY JANE DOE AND JOHN ROE", "JANE DOE AND JOHN ROE"),
        ("By Jane Doe, John Roe and Ann Poe", "Jane Doe, John Roe and Ann Poe"),
        ("By Jane Doe and Juan de la Cruz, Business Editor", "Jane Doe and Juan de la Cruz"),
        ("By Jane Doe, The Harbour Post", "Jane Doe"),
        ("By Jane Doe | July 17, 2025", "Jane Doe"),
        ("Written by Zoë O’Brien-Smith", "Zoë O’Brien-Smith"),
        ("Author: Ana-María Núñez", "Ana-María Núñez"),
        ("By Reuters", "Reuters"),
        ("By the Numbers", None),
        ("By Land And Sea", None),
        ("By Friday Morning", None),
        ("By Friday the strike was over", None),
        ("By John Smith, 46, of Leeds.", None),
        ("By Mr. Smith’s account it rained", None),
        ("By Jane Doe?", None),
        ("Jane Doe", None),
    ],
)
def test_bylines_name_people_and_prose_does_not(line: str, who: str | None) -> None:
    """The people of a byline, without what follows them; None for headings and sentences."""
    assert byline(line) == who


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Published 17 July 2025", ("17 July 2025", None, True, False)),
        ("Published: July 17, 2025 10:30 AM EDT", ("July 17, 2025", None, True, False)),
        ("7/18/20252 min read", ("7/18/2025", None, True, False)),
        ("July 18, 202512 min read", ("July 18, 2025", None, True, False)),
        ("Updated 18 July 2025 at 9.30pm", ("18 July 2025", None, True, True)),
        ("Veröffentlicht am 3. März 2025", ("3. März 2025", None, True, False)),
        ("Stand: 03.03.2025, 12:10", ("03.03.2025", None, True, True)),
        ("Mis à jour le 10 février 2025", ("10 février 2025", None, True, True)),
        ("Publicado el 19 de julio de 2025", ("19 de julio de 2025", None, True, False)),
        ("更新时间：2025年06月26日 08:30", ("2025年06月26日", None, True, True)),
        ("Thursday, July 17, 2025", ("Thursday, July 17, 2025", None, False, False)),
        ("The Harbour Post, 17 July 2025", ("17 July 2025", "The Harbour Post", False, False)),
        ("Harbour News | July 17, 2025 | 3 min read", ("July 17, 2025", "Harbour News", True, False)),
        ("Reading time: 4 minutes", ("", None, True, False)),
        ("2 hours ago", ("", None, True, False)),
        ("Storm hits the coast, 17 July 2025", None),
        ("On July 17, 2025, it sank", None),
        ("July 17", None),
        ("20 min", None),
        ("Published", None),
        ("x" * 200, None),
    ],
)
def test_publication_lines_say_nothing_else(
    line: str, expected: tuple[str, str | None, bool, bool] | None
) -> None:
    """Words for the date, publisher, whether it is labelled and an update; None for anything more."""
    found = publication_line(line)
    told = found and (found.words_for_date, found.publisher, found.labelled, found.updated)
    assert told == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("© 2025 The Harbour Post", ("The Harbour Post", 2025)),
        ("© The Harbour Post", ("The Harbour Post", None)),
        ("Copyright 2019-2025 Harbour Media Ltd. All rights reserved.", ("Harbour Media Ltd", 2019)),
        ("Copyright The Harbour Post 2025", ("The Harbour Post", 2025)),
        ("(c) 2025", (None, 2025)),
        ("Copyright Law Is Hard", None),
        ("Copyright law is hard to change, she said.", None),
    ],
)
def test_copyright_lines_name_owner_and_year(
    line: str, expected: tuple[str | None, int | None] | None
) -> None:
    """Owner and year as far as they are said; a heading about copyright is none."""
    found = copyright_line(line)
    assert (found and (found.owner, found.year)) == expected


def test_desk_credits_are_told_from_prose() -> None:
    """Reporting credits and wire sources, but no sentence about an agency."""
    credits = [
        "(Reporting by Jane Doe; Editing by Ann Poe)",
        "Source: Reuters",
        "— AP",
        "The Associated Press contributed to this report.",
    ]
    assert all(is_desk_credit(line) for line in credits)
    assert not is_desk_credit("Reuters said on Friday that it would cut jobs.")
    assert published_by("Published by The Harbour Post") == "The Harbour Post"
    assert published_by("The report was published by Acme") is None


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("Harbour Post | Business", "Harbour Post"),
        ("The Harbour Post", "The Harbour Post"),
        ("TRADEWIND WEEKLY", "TRADEWIND WEEKLY"),
        ("BREAKING NEWS", None),
        ("Mayor Sues Post", None),
        ("Mayor Sues The Harbour Post | Business", None),
        ("Harbour Life | Business", None),
        ("POST", None),
        ("The harbour post is closed", None),
    ],
)
def test_outlets_are_named_by_a_line_of_their_own(line: str, outlet: str | None) -> None:
    """A name with a section beside it, in capitals or with its article; short headlines are none."""
    assert outlet_line(line) == outlet


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("Orle Broadcasting", "Orle Broadcasting"),
        ("The Morning Ledger", "The Morning Ledger"),
        ("Hafenkurier", "Hafenkurier"),
        ("Nora Whitcombe", None),
        ("Politics", None),
        ("Zeitung", None),
    ],
)
def test_an_outlet_beside_its_day_may_be_any_that_is_called_as_outlets_are(
    line: str, outlet: str | None
) -> None:
    """A ledger and a station as well as a post; a person, a section and a word of the trade are none."""
    assert outlet_line(line, credited=True) == outlet


def test_what_stands_behind_a_name_may_be_the_outlet() -> None:
    """An outlet's name is taken from a byline, a role is not; a signature ends in a whole date."""
    assert byline_publisher("By Jane Doe, Foothills Dispatch") == "Foothills Dispatch"
    assert byline_publisher("By Jane Doe, Business Editor") is None
    assert byline_publisher("Foothills Dispatch") is None
    assert is_signature("Jane Doe, Stockroom: the grocery trade weekly, 15 April 2024")
    assert not is_signature("What we know of the crash on the bridge, of 17 July 2025")


@pytest.mark.parametrize(
    ("line", "both"),
    [
        ("Opinion — Jane Doe, Harbour Post, 15 April 2024", ("Jane Doe", "Harbour Post")),
        ("Jane Doe, Harbour Post, 15 April 2024", ("Jane Doe", "Harbour Post")),
        ("Opinion** · Harbour Post · 15 April 2024 · Jane Doe", ("Jane Doe", "Harbour Post")),
        ("Harbour Post, 15 April 2024. By Jane Doe, politics editor", ("Jane Doe", "Harbour Post")),
        ("Brannock, 15 April 2024. By Jane Doe, politics editor", None),
        ("Jane Doe, head of sales, 15 April 2024", None),
        ("Harbour Post | Daily Sun | 15 April 2024", None),
    ],
)
def test_a_signature_names_person_and_outlet(line: str, both: tuple[str, str] | None) -> None:
    """Whatever sort of text it is set before; a role is no outlet, and an outlet no person."""
    assert signed(line) == both
