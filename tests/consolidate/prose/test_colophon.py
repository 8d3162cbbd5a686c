"""What an article ends with that is no news."""

from __future__ import annotations

import pytest

from conspectus.consolidate.prose.colophon import Colophons
from conspectus.model.article import Article
from tests.support.articles import said, written

FELL = "A crane of 40 tonnes fell into the Lend in Varn on Monday."
QUAY = "The quay of Varn is closed, and the crane lies in the Lend."


def page(*last: str, outlet: str) -> Article:
    """An article that ends with these sentences in a paragraph of their own."""
    return written("\n\n".join((FELL, QUAY, " ".join(last))), outlet=outlet, day="2025-03-12")


def told(article: Article, number: int = 2) -> list[str]:
    """What the article's colophon says, beside so many others that tell the same news."""
    others = [page("Divers look for the crane of Varn.", outlet=f"Outlet {each}") for each in range(number)]
    found = Colophons([article, *others]).numbers[article.id]
    return [article.sentence_text(each) for each in article.body if each.id in found]


@pytest.mark.parametrize(
    "last",
    [
        "Our fair has stalls from 15 crowns.",
        "Jonah Brandt owns two cats.",
        "El próximo número sale en junio.",
        "Farmacia de guardia: Plaza Mayor, 4.",
    ],
)
def test_what_nobody_else_speaks_of_at_the_end_is_no_news(last: str) -> None:
    """In any language; what the last paragraph says of the news is."""
    article = page("Divers look for the crane.", last, outlet="Varn Post")
    assert told(article) == [last]


@pytest.mark.parametrize(
    "last",
    [
        "The crane of Varn is news for 9 crowns a month.",
        "Varn quay, Monday: Tel. 0555 31 00.",
        "Send the crane to quay@varn.example today.",
        "Crane offer: the Lend of Varn for eight weeks, 10 crowns!",
    ],
)
def test_what_readers_are_offered_or_asked_is_no_news(last: str) -> None:
    """Even in words of the news, and where nobody else tells it."""
    assert told(page(last, outlet="Varn Post"), number=0) == [last]


def test_a_correction_of_the_outlet_is_no_news() -> None:
    """It is shown where it corrects something."""
    note = "Correction: The crane of Varn weighs 40 tonnes and not 14."
    assert told(page(note, "The crane is of 1961.", outlet="Varn Post")) == [note]


def test_what_somebody_said_and_what_is_not_the_end_are_news() -> None:
    """So is the end of an article of two paragraphs."""
    assert told(page("Nothing would fall on Sunday, said Bo Lund, a baker.", outlet="Varn Post")) == []
    middle = written(f"{FELL}\n\nJonah Brandt owns two cats.\n\n{QUAY}", outlet="Varn Post", day="2025-03-12")
    assert told(middle) == []
    assert told(written(f"{FELL}\n\nJonah Brandt owns two cats.", outlet="Varn Post")) == []


def test_claims_that_rest_on_nothing_else_are_no_news() -> None:
    """By their ids."""
    article = page("Divers look for the crane.", "Jonah Brandt owns two cats.", outlet="Varn Post")
    others = [page("Divers look for the crane of Varn.", outlet=f"Outlet {each}") for each in range(2)]
    claims = [said(article, FELL), said(article, "Jonah Brandt owns two cats.")]
    assert Colophons([article, *others]).ids(claims) == {claims[1].id}


@pytest.mark.parametrize(
    "line",
    [
        "Lend Radio newsroom, 12 March 2025, 17:30.",
        "News at two, Wednesday, March 12, 2025, 2 p.m.",
        "A crane falls into the Lend, and nobody is hurt, say two people who stood on the quay · Ilse Brandt, harbour "
        "editor · Wednesday, 12 March 2025, 11.42",
    ],
)
def test_a_line_of_credits_is_no_news_wherever_it_stands(line: str) -> None:
    """A sentence with a day is, however short."""
    article = written(
        f"{line}\n\n{FELL} The board meets on 31 March. A talk, 31 March, was put off.\n\n{QUAY}"
    )
    found = Colophons([article]).numbers[article.id]
    assert {article.sentence_text(each) for each in article.body if each.id in found} <= {line}
    assert all(line not in article.sentence_text(each) for each in article.body if each.id not in found)


def test_what_an_outlet_says_of_its_own_report_is_no_news() -> None:
    """A notice of correction neither opens an event nor dates one, wherever it stands."""
    notice = "Our report of Monday said that the crane belongs to Varn Quays."
    article = written(
        f"{notice} It belongs to Lend Cranes.\n\n{FELL}\n\n{QUAY}", outlet="Varn Post", day="2025-03-12"
    )
    assert told(article) == [notice]


@pytest.mark.parametrize(
    ("text", "cover"),
    [
        ("Please find below the statement of the quay.", True),
        ("For interviews contact the press office.", True),
        ("This email is confidential.", True),
        ("Please do not swim near the crane, the mayor said.", False),
        ("Attached to the crane was a flag of Varn.", False),
    ],
)
def test_what_stands_around_a_statement_that_was_sent_is_no_news(text: str, cover: bool) -> None:
    """Wherever it stands; other requests are news."""
    article = written(f"{text}\n\n{FELL}\n\n{QUAY}", outlet="Varn Post", day="2025-03-12")
    assert told(article) == ([text] if cover else [])


@pytest.mark.parametrize(
    "answer", ["I saw the crane fall, and the quay shook.", "The crane fell, and the quay shook."]
)
def test_questions_of_an_interview_are_no_news_nor_are_answers_of_who_was_asked(answer: str) -> None:
    """An outlet that answers its own questions tells news."""
    asked = ("**What happened?**", "**Does anybody know why?**")
    article = written(
        f"{FELL}\n\n{asked[0]}\n\n{answer}\n\n{asked[1]}\n\nA bolt of the crane broke.\n\n{QUAY}",
        outlet="Varn Post",
        day="2025-03-12",
    )
    spoken = [answer, "A bolt of the crane broke."] if answer.startswith("I ") else []
    found = [each.strip("*") for each in told(article)]
    assert sorted(found) == sorted([*(each.strip("*") for each in asked), *spoken])


def test_what_a_round_up_greets_its_readers_with_is_no_news() -> None:
    """Before its first item; what others tell too is news there as well."""
    greeting = "Good morning! It will be 17 degrees and breezy."
    item = f"2. {QUAY} Divers look for it."
    letter = written("\n\n".join((greeting, f"1. {FELL}", item)), outlet="Letter")
    assert told(letter) == ["Good morning!", "It will be 17 degrees and breezy."]
    news = written("\n\n".join((FELL, f"1. {FELL}", f"2. {QUAY}")), outlet="Letter")
    assert told(news) == []
    assert told(written("\n\n".join((greeting, FELL, QUAY)), outlet="Letter")) == []


@pytest.mark.parametrize(
    "heading",
    ["About Varn Cranes AG", "Über die Varn Krane AG", "À propos de Varn Grues", "Notes to editors"],
)
def test_what_a_release_says_of_its_sender_is_no_news(heading: str) -> None:
    """Under a heading that says so, up to the next one; a heading about something else is the article's."""
    who = "Varn Cranes owns 14 cranes and employs 180 people at the quay."
    release = written(
        "\n\n".join((f"# {FELL}", FELL, QUAY, f"## {heading}", who, "## What comes next", QUAY))
    )
    assert told(release) == [who]
    news = written(
        "\n\n".join((f"# {FELL}", FELL, QUAY, "## About half of the quay is closed", who, "Divers look on."))
    )
    assert who not in told(news)
