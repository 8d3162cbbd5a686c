"""Other languages than English: what can be compared is, and what can't be is said."""

from __future__ import annotations

from datetime import date

import pytest

from conspectus.verification.faithfulness import examine
from conspectus.verification.foreign import compare
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

POOLS = {
    "en": (
        "On 14 May 2024 the mayor of Valbrook, Odette Garrance, said "
        "that 12.5 million euros were missing, and that the pool would not reopen.",
        [
            ("number", "12.5", "15.2"),
            ("date", "14 May", "15 May"),
            ("name", "Garrance", "Lambert"),
            ("negation", "would not", "would"),
        ],
    ),
    "de": (
        "Am 14. Mai 2024 teilte Ulrike Tannhof in Lerchenau mit, "
        "dass 12,5 Millionen Euro fehlen, das Hallenbad wird nicht geöffnet.",
        [
            ("number", "12,5", "15,2"),
            ("number", "Millionen", "Milliarden"),
            ("date", "Mai", "Juni"),
            ("number", "14. Mai", "15. Mai"),
            ("negation", "wird nicht", "wird"),
        ],
    ),
    "fr": (
        "Le 14 mai 2024, la maire de Valbrune, Odile Garance, a dit "
        "que 12,5 millions d'euros manquaient, et que la piscine ne rouvrirait pas.",
        [
            ("number", "12,5", "15,2"),
            ("number", "millions", "milliards"),
            ("date", "mai", "juin"),
            ("number", "14 mai", "15 mai"),
            ("name", "Garance", "Lambert"),
            ("negation", "ne rouvrirait pas", "rouvrirait"),
        ],
    ),
    "es": (
        "El 14 de mayo de 2024 la alcaldesa de Valdehoz, Remedios Ibarra, dijo "
        "que faltaban 12,5 millones de euros y que la piscina no reabrirá.",
        [
            ("number", "12,5", "15,2"),
            ("date", "mayo", "junio"),
            ("number", "14 de", "15 de"),
            ("name", "Ibarra", "Quintana"),
            ("negation", "no reabrirá", "reabrirá"),
        ],
    ),
    "zh": (
        "2024年5月14日，临江市市长王建国宣布，该项目还缺12.5亿元，体育馆今年不会重新开放。",
        [
            ("number", "12.5亿", "15.2亿"),
            ("number", "亿", "万"),
            ("number", "5月", "6月"),
            ("number", "14日", "15日"),
            ("negation", "不会", "会"),
        ],
    ),
    "ar": (
        "أعلنت رئيسة بلدية وادي النخيل سعاد الحداد يوم "
        "14 مايو 2024 أن المشروع يحتاج إلى 12.5 مليون دينار وأن المسبح لن يفتح هذا العام.",
        [
            ("number", "12.5", "15.2"),
            ("number", "مليون", "مليار"),
            ("date", "مايو", "يونيو"),
            ("number", "14", "15"),
            ("negation", "لن يفتح", "سيفتح"),
        ],
    ),
}
LAST_CLAUSES = (", das Hallenbad", ", et que", " y que", "，体育馆", " وأن")


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


@pytest.mark.parametrize("language", POOLS)
def test_an_article_s_sentence_stands_and_each_altered_fact_in_it_falls(language: str) -> None:
    """In each of six languages: number, magnitude, day, month, negation, and the name where capitals show it."""
    evidence, changes = POOLS[language]
    whole = examine(evidence, [evidence])
    assert whole.supported, whole.complaint
    for kind, stated, altered in changes:
        assert stated in evidence
        found = examine(evidence.replace(stated, altered), [evidence])
        assert kind in {reason.kind.value for reason in found.reasons}, altered
        # Where names are not compared, the verdict does not say that they were.
        assert language == "en" or ("names" in found.notes[0]) == (language in ("fr", "es"))
    kinds = {kind for kind, _, _ in changes}
    assert {"number", "negation"} <= kinds
    assert ("name" in kinds) == (language in ("en", "fr", "es"))


@pytest.mark.parametrize("language", [each for each in POOLS if each != "en"])
def test_what_is_denied_elsewhere_in_a_sentence_is_no_denial(language: str) -> None:
    """The first clauses are supported though the last one has a “not”; a decimal point ends no clause."""
    evidence, _ = POOLS[language]
    end = min(evidence.index(words) for words in LAST_CLAUSES if words in evidence)
    verdict = examine(evidence[:end], [evidence])
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


@pytest.mark.parametrize(
    ("evidence", "claim", "supported"),
    [
        (
            "El embalse guarda 45 hectómetros cúbicos de agua, dijo el alcalde.",
            "El embalse guarda 45 millones de metros cúbicos, dijo el alcalde.",
            True,
        ),
        (
            "El embalse guarda 45 hectómetros cúbicos de agua, dijo el alcalde.",
            "El embalse guarda 54 millones de metros cúbicos, dijo el alcalde.",
            False,
        ),
        (
            "La mitad de los vecinos votó a favor de la venta.",
            "El 50 % de los vecinos votó a favor de la venta.",
            True,
        ),
        (
            "La mitad de los vecinos votó a favor de la venta.",
            "El 40 % de los vecinos votó a favor de la venta.",
            False,
        ),
        (
            "Die Kosten stiegen von 5,1 Millionen Euro im vergangenen Jahr auf 6,8 Millionen.",
            "Die Kosten betragen 6,8 statt 5,1 Millionen.",
            True,
        ),
        (
            "Das Becken verliert am Tag 40 Kubikmeter Wasser, sagt die Stadt.",
            "Das Becken verliert laut Stadt 40.000 Liter am Tag.",
            True,
        ),
        (
            "Die Kosten stiegen von 5,1 Millionen Euro im vergangenen Jahr auf 6,8 Millionen.",
            "Die Kosten sind um 1,7 Millionen höher als 2025.",
            True,
        ),
        (
            "Die Kosten stiegen von 5,1 Millionen Euro im vergangenen Jahr auf 6,8 Millionen.",
            "Die Kosten sind um 1,9 Millionen höher als 2025.",
            False,
        ),
        (
            "Die Kosten stiegen von 5,1 Millionen Euro im vergangenen Jahr auf 6,8 Millionen.",
            "Die Kosten sind um 1,7 Millionen höher als 2024.",
            False,
        ),
    ],
)
def test_what_follows_from_a_number_passes(evidence: str, claim: str, supported: bool) -> None:
    """Another unit, a share in words, a difference that is told as one and "last year" are worked out, and no more."""
    assert examine(claim, [evidence], published=date(2026, 4, 21)).supported is supported


def test_the_month_that_is_named_instead_is_the_first_of_the_year() -> None:
    """Whichever way sets are ordered in this run, the mismatch names the same month."""
    stated = (
        "Der Betrieb ruhte im November, Oktober, September, August, Juli, Juni, Mai, April, März und Februar."
    )
    found = examine("Der Betrieb ruhte nach Angaben der Werft im Januar.", [stated])
    assert [(m.in_claim, m.in_evidence) for m in found.reasons] == [("januar", "februar")]


@pytest.mark.parametrize(
    ("evidence", "claim", "supported"),
    [
        (
            "Die Werft, die seit Jänner stillsteht, entlässt seit gestern ihre Arbeiter.",
            "Seit dem 3. Februar entlässt die Werft Arbeiter.",
            True,
        ),
        (
            "Die Werft, die seit Januar stillsteht, entlässt seit Dienstag ihre Arbeiter.",
            "Seit dem 3. Februar entlässt die Werft Arbeiter.",
            True,
        ),
        (
            "Die Werft, die seit 1. Februar stillsteht, entlässt seit gestern ihre Arbeiter.",
            "Seit dem 3. Februar entlässt die Werft Arbeiter.",
            True,
        ),
        (
            "Die Werft, die seit Februar stillsteht, entlässt seit gestern ihre Arbeiter.",
            "Seit dem 2. Februar entlässt die Werft Arbeiter.",
            False,
        ),
    ],
)
def test_a_day_that_the_evidence_tells_from_its_date_passes(
    evidence: str, claim: str, supported: bool
) -> None:
    """Yesterday, or a weekday within a week, of an article published on Wednesday 4 February; no other day does."""
    assert compare(claim, [evidence], ("de", "de"), date(2026, 2, 4)).supported is supported


@pytest.mark.parametrize(
    ("evidence", "claim"),
    [
        (
            "Eine vierköpfige Familie aus Brandau erreichte um 16.10 Uhr den Boden.",
            "Um 16.10 Uhr war die Familie aus Brandau, 4 Menschen, am Boden.",
        ),
        (
            "Im Ort sind 400 Nächte storniert worden, ein Zehntel der Buchungen.",
            "Im Ort wurden 400 Nächte storniert, zehn Prozent der Buchungen.",
        ),
        (
            "Die laute Rolle wurde nicht getauscht, weil das Ersatzteil fehlte.",
            "Die laute Rolle wurde nicht getauscht, weil es das Ersatzteil nicht gab.",
        ),
        (
            "Das Gutachten der Anwaltschaft wird frühestens Ende März erwartet.",
            "Das Gutachten der Anwaltschaft wird nicht vor Ende März erwartet.",
        ),
    ],
)
def test_german_says_numbers_and_denials_in_other_words(evidence: str, claim: str) -> None:
    """Compounds with a number, shares in words, and what is lacking or not before a time."""
    assert examine(claim, [evidence]).supported


def test_here_in_german_is_no_yesterday_and_no_count_is_a_day() -> None:
    """ "Hier" is yesterday in French alone, and a day resolved from the article vouches for no number beside it."""
    published = date(2026, 2, 4)
    here = "Die Werft, die seit 1. Februar stillsteht, entlässt hier ihre Arbeiter."
    assert not compare(
        "Seit dem 3. Februar entlässt die Werft Arbeiter.", [here], ("de", "de"), published
    ).supported
    count = "Die Werft, die seit 1. Februar stillsteht, entlässt seit gestern fünfzig Arbeiter."
    assert not compare(
        "Im Februar entlässt die Werft 3 Arbeiter.", [count], ("de", "de"), published
    ).supported


def test_what_lacks_elsewhere_makes_no_denial() -> None:
    """A "not" that a claim adds is refused though another clause of the evidence says that something is missing."""
    stated = "Die Anlage in Reuden wurde wieder geöffnet. In der Küche fehlte ein Kessel."
    claim = "Die Anlage in Reuden wurde nicht wieder geöffnet."
    assert not compare(claim, [stated], ("de", "de")).supported


def test_each_piece_of_evidence_has_its_own_yesterday() -> None:
    """Two articles of different days tell of different days."""
    pieces = [
        "Am 1. Februar blieb die Gondelbahn nach einem Defekt stehen.",
        "Ersatzbusse fahren seit gestern nach Tal.",
    ]
    days = [date(2026, 2, 1), date(2026, 2, 4)]
    assert examine("Seit dem 3. Februar fahren Ersatzbusse nach Tal.", pieces, published=days).supported
    assert not examine(
        "Seit dem 31. Januar fahren Ersatzbusse nach Tal.", pieces[1:], published=days[1:]
    ).supported


@pytest.mark.parametrize(
    ("claim", "evidence", "language", "supported"),
    [
        ("El puerto recibirá 14 millones.", "El puerto recibirá 14 millones y un faro.", "es", True),
        ("El puerto recibirá 22 millones.", "Pedía 16 millones; el puerto recibirá 22.", "es", True),
        ("El puerto recibirá 23 millones.", "Pedía 16 millones; el puerto recibirá 22.", "es", False),
        ("La obra duró unos siete meses.", "La obra duró siete meses.", "es", True),
        ("La obra duró siete meses.", "La obra duró unos siete meses.", "es", False),
        ("La obra duró 31 días.", "La obra duró treinta y uno días.", "es", True),
        ("Der Sturm brachte 78 Liter Regen.", "Der Sturm brachte bis zu 78 Liter Regen.", "de", False),
        ("Der Sturm brachte höchstens 78 Liter.", "Der Sturm brachte bis zu 78 Liter Regen.", "de", True),
        ("L'orage a touché 40 fermes.", "L'orage a touché environ 40 fermes.", "fr", False),
        ("L'orage a touché près de 40 fermes.", "L'orage a touché environ 40 fermes.", "fr", True),
        ("Alle Ventile wurden geprüft.", "Man habe alle Ventile geprüft.", "de", False),
    ],
)
def test_numbers_keep_their_bounds_and_join_nothing(
    claim: str, evidence: str, language: str, supported: bool
) -> None:
    """ "Up to 78" is not 78, "14 millones y un faro" no 14,000,001, and "22" beside millions may be of them."""
    assert compare(claim, [evidence], (language, language)).supported is supported


@pytest.mark.parametrize(("year", "supported"), [(2025, True), (2024, False)])
def test_the_year_of_a_weekday_is_that_of_the_article(year: int, supported: bool) -> None:
    """A claim may say in full what day a "Donnerstag" was."""
    claim = f"Die Fähre lief am Donnerstag, dem 16. Oktober {year}, auf Grund."
    evidence = ["Die Fähre lief am Donnerstag auf Grund."]
    assert compare(claim, evidence, ("de", "de"), date(2025, 10, 17)).supported is supported
