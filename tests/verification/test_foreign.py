"""Other languages than English: what can be compared is, and what can't be is said."""

from __future__ import annotations

import pytest

from conspectus.verification.faithfulness import examine
from conspectus.verification.support import SupportVerdict, combine

GERMAN = (
    "Die Werft in Kiel entlässt nach Angaben der Gewerkschaft dreiundzwanzig Arbeiter "
    "und wird im März nicht schließen."
)
FRENCH = (
    "Selon le maire, deux cent dix habitants ont été évacués mardi à Lorvanne, "
    "et les routes ne sont pas rouvertes."
)
SPANISH = (
    "El hospital de Cordales atendió a 1.250 pacientes en abril, pero no abrirá la nueva planta hasta junio, "
    "dijo la directora."
)
CHINESE = "市政府表示，周二的洪水造成1.2万人撤离，没有人死亡，学校将不会在周五重新开放。"
ARABIC = "قالت الوزارة إن 45 شخصا أصيبوا في الحريق ولم يمت أحد منهم حتى الآن في المستشفى."


@pytest.mark.parametrize(
    ("evidence", "claim"),
    [
        (GERMAN, "In Kiel entlässt die Werft 23 Arbeiter, sagt die Gewerkschaft."),
        (GERMAN, "Die Werft wird im März nicht schließen."),
        (FRENCH, "À Lorvanne, 210 habitants ont été évacués mardi, selon le maire."),
        (FRENCH, "Les routes ne sont pas rouvertes à Lorvanne, selon le maire."),
        (
            SPANISH,
            "El hospital de Cordales atendió a mil doscientos cincuenta pacientes en abril, dijo la directora.",
        ),
        (CHINESE, "市政府表示洪水造成12000人撤离。"),
        (ARABIC, "أصيب 45 شخصا في الحريق كما قالت الوزارة."),
    ],
)
def test_other_words_for_the_same_pass_with_a_note(evidence: str, claim: str) -> None:
    """Number words and digits are one number, and the verdict says that not everything was compared."""
    verdict = examine(claim, [evidence])
    assert verdict.supported, verdict.complaint
    (note,) = verdict.notes
    assert note.startswith("In ")
    assert "numbers" in note
    assert combine(verdict).notes == verdict.notes


@pytest.mark.parametrize(
    ("evidence", "claim", "kind"),
    [
        (GERMAN, "Die Werft in Kiel entlässt vierundzwanzig Arbeiter, sagt die Gewerkschaft.", "number"),
        (GERMAN, "Die Werft in Kiel wird im März schließen.", "negation"),
        (GERMAN, "Die Werft in Kiel entlässt dreiundzwanzig Arbeiter nicht.", "negation"),
        (GERMAN, "Die Werft in Kiel wird im Mai nicht schließen.", "date"),
        (FRENCH, "À Lorvanne, 310 habitants ont été évacués mardi, selon le maire.", "number"),
        (FRENCH, "Les routes sont rouvertes à Lorvanne, selon le maire.", "negation"),
        (FRENCH, "Selon le maire, deux cent dix habitants ont été évacués mercredi à Lorvanne.", "date"),
        (FRENCH, "Selon le maire, deux cent dix habitants ont été évacués mardi à Belmont.", "name"),
        (SPANISH, "El hospital de Cordales atendió a 1.520 pacientes en abril, dijo la directora.", "number"),
        (SPANISH, "El hospital de Cordales abrirá la nueva planta en junio, dijo la directora.", "negation"),
        (CHINESE, "市政府表示洪水造成1.5万人撤离。", "number"),
        (CHINESE, "学校将会在周五重新开放。", "negation"),
        (ARABIC, "قالت الوزارة إن 54 شخصا أصيبوا في الحريق.", "number"),
    ],
)
def test_an_altered_fact_is_refused(evidence: str, claim: str, kind: str) -> None:
    """A changed number, a dropped or added negation, another month, day or name."""
    assert kind in {reason.kind.value for reason in examine(claim, [evidence]).reasons}


@pytest.mark.parametrize(
    ("evidence", "claim"),
    [
        (GERMAN, "Der Bürgermeister von Ulm hat am Abend eine Brücke über den Fluss eingeweiht."),
        (GERMAN, "Die Kinder und ihre Eltern werden nach den Ferien in der neuen Schule lernen."),
        (FRENCH, "Le ministre a présenté une réforme du baccalauréat devant les députés."),
        (FRENCH, "Les pommes de terre seront plus chères cet hiver, selon les producteurs."),
        (SPANISH, "El equipo ganó la final de la copa con un gol en el último minuto."),
        (SPANISH, "La policía busca a los ladrones que entraron en una joyería de la capital."),
        (CHINESE, "足球队昨晚在决赛中获胜，球迷上街庆祝。"),
        (ARABIC, "فاز الفريق بالمباراة النهائية بعد ركلات الترجيح أمام جمهور كبير."),
    ],
)
def test_what_shares_no_content_is_not_found(evidence: str, claim: str) -> None:
    """Function words, which all texts of a language have, support nothing."""
    verdict = examine(claim, [evidence])
    assert [reason.kind.value for reason in verdict.reasons] == ["content"]
    assert combine(verdict, claim=claim).verdict is SupportVerdict.NOT_FOUND


@pytest.mark.parametrize(
    ("evidence", "claim"),
    [
        (GERMAN, "Der Schiffbauer trennt sich laut Gewerkschaft von 23 Beschäftigten."),
        (GERMAN, "In Kiel sollen Werftarbeiter gehen."),
        (FRENCH, "Une évacuation de 210 personnes a eu lieu mardi, dit la mairie."),
        (SPANISH, "En abril pasaron por el hospital 1.250 enfermos."),
        (CHINESE, "学校周五不会开放。"),
        (ARABIC, "المصابون في الحريق نقلوا إلى المستشفى ولم يمت أحد."),
    ],
)
def test_a_free_rewording_is_about_the_same(evidence: str, claim: str) -> None:
    """Inflections, compounds and a few words in common are enough."""
    verdict = examine(claim, [evidence])
    assert verdict.supported, verdict.complaint


def test_english_against_another_language_says_what_was_compared() -> None:
    """Numbers and months are compared across languages, words are not."""
    wrong = examine(
        "The shipyard in Kiel will lay off 24 workers, and that is what the union said.", [GERMAN]
    )
    assert [reason.kind.value for reason in wrong.reasons] == ["number"]
    right = examine(
        "The shipyard in Kiel will lay off 23 workers, and that is what the union said.", [GERMAN]
    )
    assert right.supported
    assert right.notes[0].startswith("In English against German")


def test_english_has_no_note() -> None:
    """All checks were made."""
    assert examine("The mill closed in May.", ["The mill of the town closed in May."]).notes == ()
