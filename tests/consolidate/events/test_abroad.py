"""What articles in different languages have in common."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from conspectus.consolidate.events.abroad import Marks, alike_abroad, marks_of
from conspectus.text.chronology import Window
from tests.support.articles import written

GERMAN = written(
    "Bei einem Großbrand in Genf ist am Dienstag ein Lager der Firma Ostrane zerstört worden. Der Schaden beträgt 1,2 "
    "Mio. Franken, sagte Präsidentin Ilse Brandtner. 1300 Menschen mussten ihre Häuser verlassen.",
    outlet="Ostblatt",
    day="2025-04-10",
    title="Großbrand in Genf",
)
SPANISH = written(
    "Un incendio destruyó el martes un almacén de la empresa Ostrane en Ginebra. La presidenta, Ilse Brandtner, cifró "
    "los daños en 1,2 millones de francos. Unas 1.300 personas tuvieron que dejar sus casas.",
    outlet="El Correo",
    day="2025-04-09",
    title="Un incendio destruye un almacén en Ginebra",
)


def test_what_two_languages_write_differently_is_one_mark() -> None:
    """A town, an office, amounts in the style of each, and a name."""
    german, spanish = marks_of(GERMAN, "de"), marks_of(SPANISH, "es")
    shared = german.seen.keys() & spanish.seen.keys()
    assert {"place geneva", "name brandtn", "name ostrane", "word presid"} <= shared
    assert {"amount 1200000", "amount 1300"} <= shared


def test_the_lead_says_which_day_it_is_about() -> None:
    """The last Tuesday for each; where no weekday is named, the day before counts as well as that of print."""
    tuesday = Window(date(2025, 4, 8), date(2025, 4, 8))
    assert marks_of(GERMAN, "de").when == marks_of(SPANISH, "es").when == tuesday
    plain = written("Nada se sabe.", outlet="X", day="2025-04-09", title="Nada")
    assert marks_of(plain, "es").when == Window(date(2025, 4, 8), date(2025, 4, 9))
    undated = written("El martes llovió.", outlet="X", day=None, title="Lluvia")
    assert marks_of(undated, "es").when is None


def test_a_weekday_may_have_two_words() -> None:
    """Thursday is "quinta-feira", and "quinta" is also what comes fifth."""
    article = written("A greve começou na quinta-feira.", outlet="X", day="2025-04-11", title="Greve")
    assert marks_of(article, "pt").when == Window(date(2025, 4, 10), date(2025, 4, 10))


def test_spelling_is_that_of_no_language() -> None:
    """Names and cognates are spelt as each language does."""
    german = written("Der Elektriker Thomas Wykophski kam.", outlet="X", day="2025-04-11", title="Elektriker")
    spanish = written(
        "Llegó el electricista Tomás Vicofsci.", outlet="X", day="2025-04-11", title="Un electricista"
    )
    shared = marks_of(german, "de").seen.keys() & marks_of(spanish, "es").seen.keys()
    assert {"word electr", "name tomas", "name vicofsc"} <= shared


def test_a_sentence_left_out_marks_nothing() -> None:
    """What an article only recalls is no mark of its news."""
    last = GERMAN.body[-1].id
    assert "amount 1300" not in marks_of(GERMAN, "de", {last}).seen


def _marks(*seen: str, day: int = 8) -> Marks:
    return Marks(Counter(seen), Window(date(2025, 4, day), date(2025, 4, day)))


OWN = ("name ostrane", "name brandtn", "amount 1300", "place geneva")


def test_likeness_fades_with_the_days_between() -> None:
    """By half in two days; of undated ones not at all."""
    alike = {
        day: alike_abroad({"a": [("de", _marks(*OWN))], "b": [("es", _marks(*OWN, day=day))]})
        for day in (8, 10)
    }
    assert alike[8].between("a", "b") == pytest.approx(1)
    assert alike[10].between("a", "b") == pytest.approx(0.5)
    undated = alike_abroad({"a": [("de", _marks(*OWN))], "b": [("es", Marks(Counter(OWN), None))]})
    assert undated.between("a", "b") == pytest.approx(1)


def test_a_town_and_a_cognate_are_too_little() -> None:
    """Two things of one town on one day need a name or an amount in common, and a second one."""
    fire = _marks("place geneva", "word million", "name ostrane")
    vote = _marks("place geneva", "word million", "name ostrane")
    assert not alike_abroad({"a": [("de", fire)], "b": [("es", vote)]}).between("a", "b")
    vote.seen.update(["amount 1300"])
    fire.seen.update(["amount 1300"])
    assert alike_abroad({"a": [("de", fire)], "b": [("es", vote)]}).between("a", "b")


def test_articles_in_one_language_are_not_compared() -> None:
    """Their words are, elsewhere; an article beside them in another language changes nothing about that."""
    known = {key: [(language, _marks(*OWN))] for key, language in zip("abc", ("de", "de", "es"), strict=True)}
    assert [pair for *pair, _ in alike_abroad(known).known()] == [["a", "c"], ["b", "c"]]
