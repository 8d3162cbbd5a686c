"""Who published an article, as its own lines tell."""

from __future__ import annotations

import pytest

from conspectus.consolidate.origins.houses import house
from conspectus.consolidate.origins.resolving import find_origins
from conspectus.model.article import Article
from conspectus.reading.article import read_article
from conspectus.text.outlets import key, one_outlet
from tests.support.articles import written

WEIR = (
    "The weir at Sandel gave way on Monday night and the mill stands dry. Nobody was hurt, the miller said."
)
FAIR = (
    "The spring fair in Sandel was put off by a week. Its stalls are to open on the second Saturday of May."
)


def plain(text: str, name: str = "x.txt") -> Article:
    """The article that a text file has."""
    return read_article(text.encode(), name=name, media="text")


def count(*articles: Article) -> int:
    """How many origins these have."""
    return len(find_origins(articles))


@pytest.mark.parametrize(
    ("top", "name"),
    [
        ("Sandel Evening Post\n3 May 2025, 21:10\n\nWeir gives way", "Sandel Evening Post"),
        ("Mill & Stone | trade news | 03.05.2025\n\nWeir gives way", "Mill & Stone"),
        ("Radio Sandel, the news at six, 3 May 2025\n", "Radio Sandel"),
        ("MILLRACE\nThe monthly for millers\nWeb special, 3 May 2025\n\nWhy did the weir fall?", "Millrace"),
        ("**Sandel Sound newsroom, 3 May 2025, 17:30.**\n", "Sandel Sound"),
        ("BREAKING\n3 May 2025\n\nWeir gives way", None),
        (f"According to Sandel News, {WEIR[0].lower()}{WEIR[1:]}", None),
        ("Weir gives way in Sandel after a night of rain\n3 May 2025\n", None),
    ],
)
def test_a_masthead_stands_above_a_day(top: str, name: str | None) -> None:
    """A label or a headline above the day is no masthead."""
    assert house(plain(f"{top}\n\n{WEIR}\n")).name == name


@pytest.mark.parametrize(
    ("end", "name"),
    [
        ("Subscribe to The Deck Report for $6 a month.", "The Deck Report"),
        ("Abonnieren Sie The Deck Report.", "The Deck Report"),
        ("Subscribe to The Deck Reporter.", None),
        ("The Deck Report has seen the letter.", None),
    ],
)
def test_an_outlet_in_front_of_a_headline(end: str, name: str | None) -> None:
    """It is one where readers are asked to subscribe to that very name."""
    assert house(plain(f"The Deck Report: why weirs fall\nBy Jane Doe\n\n{WEIR}\n\n{end}\n")).name == name


@pytest.mark.parametrize(
    ("signature", "name"),
    [
        ("*Jane Doe, Stallholder: the market traders' weekly, 15 April 2024*", "Stallholder"),
        ("*Jane Doe, Le Quai – un magazine, 15 April 2024*", "Le Quai"),
        ("*Jane Doe, London: the long way home, 15 April 2024*", None),
    ],
)
def test_an_outlet_that_a_byline_explains(signature: str, name: str | None) -> None:
    """What says that it is a weekly or the like is an outlet, whatever its name looks like."""
    assert house(plain(f"# Weir gives way\n\n{signature}\n\n{WEIR}\n")).name == name


def test_two_reports_under_one_masthead_are_one_origin() -> None:
    """Though no metadata name the outlet; another masthead is another origin."""
    first = plain(f"Sandel Evening Post\n3 May 2025\n\nWeir gives way\n\n{WEIR}\n")
    second = plain(f"Sandel Evening Post\nSunday 4 May 2025\n\nFair put off\n\n{FAIR}\n")
    other = plain(f"Radio Sandel\n4 May 2025\n\nFair put off\n\n{FAIR.replace('a week', 'seven days')}\n")
    assert count(first, second) == 1
    assert count(first, other) == 2


@pytest.mark.parametrize(
    "line",
    ["By Ida Kern, Sandel Post staff", "Contact: newsdesk@sandelpost.example", "www.sandelpost.example/weir"],
)
def test_byline_and_address_tell_the_outlet_where_another_article_is_known_to_be_of_it(line: str) -> None:
    """They may name somebody else, so nothing follows from them alone."""
    known = written(FAIR, outlet="The Sandel Post")
    loose = plain(f"Weir gives way\n{line}\n\n{WEIR}\n")
    assert count(known, loose) == 1
    assert count(written(FAIR, outlet="Arden Mail"), loose) == 2


def test_an_address_does_not_outweigh_a_publisher_who_is_named() -> None:
    """A report that gives the mill's press office is not the mill's release."""
    release = written(FAIR, outlet="Lowmill")
    report = written(f"{WEIR}\n\nContact: press@lowmill.example", outlet="Arden Mail")
    assert count(release, report) == 2


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("© 2025 Lend Media Group", "Sandel Now is a title of Lend Media Group"),
        ("A LEND MEDIA TITLE", "Lend Media"),
        ("© Grupo Ribera", "Sandel es un medio del Grupo Ribera"),
    ],
)
def test_titles_of_one_publisher_are_one_origin(first: str, second: str) -> None:
    """The footer says whose they are; a footer that says other things says nothing."""
    assert count(plain(f"{WEIR}\n\n{first}\n"), plain(f"{FAIR}\n\n{second}\n")) == 1
    assert count(plain(f"{WEIR}\n\nRead More\n"), plain(f"{FAIR}\n\nRead More\n")) == 2


def test_one_reporter_is_one_origin_unless_two_outlets_print_him() -> None:
    """A freelance sells to more than one."""
    by = {"byline": "Ida Kern and Ole Brandt"}
    first, second = (written(text).model_copy(update=by) for text in (WEIR, FAIR))
    assert count(first, second) == 1
    paid = [each.model_copy(update={"publisher": f"Outlet {n}"}) for n, each in enumerate((first, second))]
    assert count(*paid) == 2


def test_a_name_is_compared_without_article_case_and_accents() -> None:
    """ "The Norreys Mirror" is "NORREYS MIRROR"."""
    assert key("The Norreys Mirror") == key("NORREYS MIRROR") == "norreysmirror"
    assert key("La Voz de Alcázara") == "vozdealcazara"


def test_a_name_and_its_initials_are_one_outlet() -> None:
    """And one name with its article and without; two papers of one town are two."""
    assert one_outlet("NPA", "Norrey Press Agency")
    assert one_outlet("The Norreys Mirror", "Norreys Mirror")
    assert one_outlet("Norrey", "Norrey Press Agency")
    assert one_outlet("Varn Motors Newsroom", "Varn Motors")
    assert not one_outlet("Norrey News", "Norrey Press")
    assert not one_outlet("NPA", "Norreys Mirror")
    assert not one_outlet("Norreys Echo", "Norreys Mirror")


def test_an_agencys_own_page_gives_the_origin_its_name() -> None:
    """A paper that has the story credits it by its initials."""
    own = written(f"SANDEL, March 10 (NPA) - {WEIR}", outlet="Norrey Press Agency", day="2025-03-10")
    paper = written(f"SANDEL, March 10 (NPA) - {WEIR}", outlet="Sandel Times", day="2025-03-10")
    assert [origin.name for origin in find_origins([paper, own])] == ["Norrey Press Agency"]
