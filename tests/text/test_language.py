from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conspectus.text.language import KNOWN_LANGUAGES, detect_language, language_name, likeliest
from tests.support.layouts import pages

# Danish and Norwegian: not a word of it tells them apart.
BOTH = "Fergen sank med 45 om bord, og det var ikke mulig at se den fra land, men han har set den."
OTHERS = {"arabic": "ar", "chinese": "zh", "french-microdata": "fr", "hebrew": "he"}
OTHERS |= {"liveticker-german": "de", "spanish": "es", "unseen-japanese": "ja", "unseen-russian": "ru"}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The ferry sank on Monday with 45 people aboard.", "en"),
        ("Die Fähre ist am Montag mit 45 Menschen an Bord gesunken.", "de"),
        ("L'eau est montée dans la nuit et les routes sont fermées.", "fr"),
        ("El barco se hundió el lunes con 45 personas a bordo, según la policía.", "es"),
        ("Il traghetto è affondato lunedì con 45 persone a bordo, ha detto la polizia.", "it"),
        (
            "O barco afundou na segunda-feira com 45 pessoas a bordo, disse a polícia, mas não há mortos.",
            "pt",
        ),
        ("De veerboot is maandag gezonken met 45 mensen aan boord, zegt de politie.", "nl"),
        ("Färjan sjönk på måndagen med 45 personer ombord, och polisen har inte sagt något om det.", "sv"),
        ("Prom zatonął w poniedziałek z 45 osobami na pokładzie i nie jest jasne, co się stało.", "pl"),
        ("Feribot pazartesi günü 45 kişi ile battı ve bu olay için bir soruşturma açıldı.", "tr"),
        ("Паром затонул в понедельник, на борту находились 45 человек.", "ru"),
        ("Пором затонув у понеділок, на борту було 45 осіб, і їх шукають.", "uk"),
        ("غرقت العبارة يوم الاثنين وعلى متنها ٤٥ شخصا.", "ar"),
        ("کشتی روز دوشنبه با ۴۵ سرنشین غرق شد و پلیس گفت که تحقیق می‌کند.", "fa"),
        ("渡轮星期一沉没，船上有四十五人。", "zh"),
        ("フェリーは月曜日に45人を乗せて沈没した。", "ja"),
        ("여객선이 월요일에 45명을 태우고 침몰했다.", "ko"),
    ],
)
def test_a_sentence_is_enough(text: str, language: str) -> None:
    """By its script, or by its function words."""
    assert detect_language(text) == language
    assert language in KNOWN_LANGUAGES


@pytest.mark.parametrize(
    "text",
    [
        "Four people die in Kestrel Bay grain silo explosion",
        "Seven men die as hat plant burns in Arden, police say",
    ],
)
def test_an_english_headline_is_not_taken_for_another_language(text: str) -> None:
    """What English has too ("die", "hat", "in") shows no other language by itself."""
    assert detect_language(text) in {"en", None}


@pytest.mark.parametrize(
    "text", ["", "42", "Ferry sinks", "Xyzzy plugh frobozz gnusto rezrov blorb nitfol tinsot", "船", BOTH]
)
def test_what_can_not_be_told_is_not_told(text: str) -> None:
    """No words, too few of them, words of no language or of two."""
    assert detect_language(text) is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The mill burned.", "en"),
        ("Die Mühle ist zu.", "de"),
        ("Ferry sinks", None),
        ("Die in the mill", None),
    ],
)
def test_of_known_languages_few_words_tell(text: str, language: str | None) -> None:
    """That which has most of them, and none where two have as many."""
    assert likeliest(text, ("de", "en")) == language


def test_every_page_is_in_its_language() -> None:
    """Thirty-seven articles: eight in other languages than English, none taken for another."""
    found = {page.name: detect_language(page.article) for page in pages()}
    assert found == {name: OTHERS.get(name, "en") for name in found}


@given(st.text())
def test_any_text_has_a_known_language_or_none(text: str) -> None:
    """Whatever is asked about."""
    assert detect_language(text) in {None, *KNOWN_LANGUAGES}


def test_languages_have_names() -> None:
    """Every one that can be told; of others the code is said."""
    assert all("'" not in language_name(code) for code in KNOWN_LANGUAGES)
    assert language_name("xx") == "the language 'xx'"
