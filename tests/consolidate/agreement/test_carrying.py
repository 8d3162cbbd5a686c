"""Whether a sentence says all that a statement says."""

from __future__ import annotations

from datetime import date

import pytest

from conspectus.consolidate.agreement.carrying import at_other_times, covers, says
from tests.support.articles import said, written

DAY = "2025-03-11"


def carried(statement: str, sentence: str, *, days: tuple[str, str] = (DAY, DAY)) -> bool:
    """Whether the sentence of one outlet carries the statement of another."""
    first, second = (
        written(text, outlet=outlet, day=day)
        for text, outlet, day in zip((statement, sentence), ("Arden Post", "Varn Radio"), days, strict=True)
    )
    published = {first.id: first.published, second.id: second.published}
    return says(said(first, statement), said(second, sentence).evidence, published)


@pytest.mark.parametrize(
    ("statement", "sentence"),
    [
        (
            "Six miners were killed in the Orla pit.",
            "In the Orla pit six miners lost their lives.",
        ),
        (
            "The council shut the mill in Varn.",
            "Closure of the Varn mill by the council is final.",
        ),
        (
            "Lend Foods dismissed 340 workers.",
            "Lend Foods laid off 340 of its employees, most of them in Varn.",
        ),
        ("The mayor of Varn, Ida Kern, resigned.", "Ida Kern, the mayor of Varn, has stepped down."),
    ],
)
def test_one_fact_in_other_words_is_carried(statement: str, sentence: str) -> None:
    """Whatever else the sentence says."""
    assert carried(statement, sentence)


@pytest.mark.parametrize(
    ("statement", "sentence"),
    [
        ("Six miners were killed in the Orla pit.", "Four miners were killed in the Orla pit."),
        ("Six miners were killed in the Orla pit.", "Six miners were rescued in the Orla pit."),
        ("Six miners were killed in the Orla pit.", "Six miners were killed in the Tarn pit."),
        (
            "Six miners were killed in the Orla pit.",
            "Six miners are feared to have been killed in the Orla pit.",
        ),
        (
            "The council shut the mill in Varn.",
            "The council is considering whether to shut the mill in Varn.",
        ),
        ("The council shut the mill in Varn.", "The county shut the mill in Varn."),
        ("A mill in Varn collapsed.", "A barn in Varn collapsed, and its grain was taken to the mill."),
        ("The union said that the mill in Varn was shut.", "The mill in Varn was shut."),
        ("The union said that the mill in Varn was shut.", "The owner said that the mill in Varn was shut."),
        (
            "Ada Finch, the harbour master, will take over for the time being.",
            "Boats pay more, harbour master Ada Finch told reporters.",
        ),
    ],
)
def test_another_fact_about_the_same_is_not(statement: str, sentence: str) -> None:
    """Another number, act, place, doer or speaker; one that is doubted; or words of two facts."""
    assert not carried(statement, sentence)


def test_one_weekday_is_two_days_in_two_weeks() -> None:
    """ "On Monday" is the Monday before the article."""
    statement, sentence = "The council shut the mill on Monday.", "On Monday the council closed the mill."
    assert carried(statement, sentence)
    assert not carried(statement, sentence, days=(DAY, "2025-03-18"))


def test_sentences_of_other_years_are_about_other_things() -> None:
    """Where both give a time; one that gives none may be about any."""
    first = written("In 2022 the mill in Varn was shut.", outlet="Arden Post", day=DAY)
    second = written("In 2019 the mill in Varn was closed.", outlet="Varn Radio", day=DAY)
    third = written("The mill in Varn was closed.", outlet="Lend Mail", day=DAY)
    pieces = [said(each, each.sentence_text(each.body[0])).evidence for each in (first, second, third)]
    published: dict[str, date | None] = {each.id: each.published for each in (first, second, third)}
    assert at_other_times(pieces[0], pieces[1], published)
    assert not at_other_times(pieces[0], pieces[2], published)


def test_in_another_language_most_words_are_enough() -> None:
    """No senses are known there; the gate of that language still has to let it pass."""
    text = "Die Brücke über die Lend bleibt nach Angaben der Stadt bis März für Lastwagen gesperrt."
    assert covers(
        text, ["Bis März bleibt die Brücke über die Lend nach Angaben der Stadt für Lastwagen gesperrt."]
    )
    assert not covers(text, ["Das Museum der Stadt hat nach zwei Jahren wieder geöffnet und zeigt Münzen."])


def test_a_number_that_is_denied_is_not_said() -> None:
    """A correction that names the wrong figure does not vouch for it."""
    first = "The mill in Varn dismissed four weavers."
    assert carried(first, "The mill in Varn dismissed four weavers, and not two.")
    assert not carried(first, "The mill in Varn dismissed two weavers, and not four.")
