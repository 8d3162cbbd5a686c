from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conspectus.model.article import Role, Span
from conspectus.text.sentences import split_sentences


def told(text: str) -> list[tuple[str, str]]:
    """Role and words of every sentence."""
    return [(sentence.role.value, sentence.span.of(text)) for sentence in split_sentences(text)]


def words(text: str) -> list[str]:
    """Words of every sentence."""
    return [sentence for _, sentence in told(text)]


@pytest.mark.parametrize(
    "sentences",
    [
        ["The yard of Acme Inc. in the U.S. closed on Friday.", "Gen. Ann Poe paid $3.5 million."],
        ["No. 5 came at 5 a.m. on Friday.", "J. K. Doe left..."],
        ["Is it over?", "Nobody knows!", "The board will meet."],
        ["Prof. Roe vs. Dr. Poe was heard on Jan. 5.", "It rained."],
        ["“We’re done. We go,” she said.", "The end came soon."],
        ['"It is done. We go," he said.', 'The dog "Rex" ran.'],
        ["‘Is it? No. It’s not,’ asked Ms. Jones.", "The dogs’ owner left."],
        ["“No! Never!” Mr. Brown cried.", "The hall was full."],
        ["The captain told the board: “The hull was old. I said so.”", "Nobody answered."],
        ["“It is over,” said the captain.", "“The hull was old.”"],
        ["Er sagte: „Das Schiff ist alt. Es sinkt.“", "Dann ging er."],
    ],
)
def test_sentences_end_where_a_reader_ends_them(sentences: list[str]) -> None:
    """Abbreviations, decimals, initials, ellipses and quotations are not torn apart."""
    assert words(" ".join(sentences)) == sentences


def test_text_without_spaces_between_sentences_is_split() -> None:
    """Full-width punctuation ends a sentence."""
    assert words("他说：“船沉了。”然后离开。彼は言った。") == [
        "他说：“船沉了。”",
        "然后离开。",
        "彼は言った。",
    ]


def test_questions_and_answers_stand_apart() -> None:
    """An answer and the next question on one line are two sentences."""
    text = "Q: Was it old?\nA: Yes. It was. - Q: How old? A: Forty years."
    assert words(text) == ["Q: Was it old?", "A: Yes.", "It was.", "- Q: How old?", "A: Forty years."]


def test_a_paragraph_of_thai_is_no_heading() -> None:
    """Thai ends no sentence with a mark and parts no words; only a short line is a heading."""
    paragraph = "เรือข้ามฟากลำหนึ่งล่มในแม่น้ำเมื่อวันที่ 4 มีนาคม มีผู้เสียชีวิต 3 คน และบาดเจ็บ 12 คน ตำรวจกล่าวกับผู้สื่อข่าว"
    assert [role for role, _ in told(f"เรือล่มในแม่น้ำ\n\n{paragraph}")] == ["heading", "body"]


def test_headings_are_short_lines_that_end_like_no_sentence() -> None:
    """Headings have a role of their own; prose without a full stop at the end of a line has not."""
    long = "The board said that it would " + "again and again " * 10 + "look into it"
    text = (
        f"What went wrong\nThe hull failed.\nBottom line:\n# More\n---\nWhat Does This Mean for Us?\n{long}"
    )
    assert told(text) == [
        ("heading", "What went wrong"),
        ("body", "The hull failed."),
        ("heading", "Bottom line:"),
        ("heading", "# More"),
        ("heading", "---"),
        ("heading", "What Does This Mean for Us?"),
        ("body", long),
    ]


def test_questions_and_lead_ins_of_the_text_are_body() -> None:
    """A question in sentence case, a list item in full and a line that announces a list are no headings."""
    text = "What does it mean?\nSeveral factors played a part in it:\n- bad weather\n- The hull was old."
    assert [role for role, _ in told(text)] == ["body", "body", "heading", "body"]


def test_what_stands_apart_shares_no_sentence() -> None:
    """A dateline that is set apart is a sentence, and so is what follows it."""
    text = "LONDON (Reuters) — The ship sank. It was late."
    sentences = split_sentences(text, apart=[Span(start=0, end=18)])
    assert [sentence.span.of(text) for sentence in sentences] == [
        "LONDON (Reuters) —",
        "The ship sank.",
        "It was late.",
    ]
    assert [sentence.id for sentence in sentences] == [1, 2, 3]


def test_an_unclosed_or_endless_quotation_is_split() -> None:
    """A quotation mark that nobody closes, or closes a page later, does not swallow the text."""
    assert len(words("“It is over. The ship sank. Nobody came.")) == 3
    assert len(words("“" + "The ship sank. " * 60 + "It was late,” she said.")) > 50
    assert len(words('He said "no. It rained. It snowed.')) == 3


def test_a_megabyte_of_one_mark_is_split() -> None:
    """Hostile repetition ends before a test is taken to hang: what costs the square of a megabyte would not."""
    for piece in ("The fox ran 3.5 miles. ", ". ", '"', "“", "a", "is? ", ".’"):
        split_sentences(piece * (1_000_000 // len(piece)))


TEXTS = (
    st.text(alphabet=st.sampled_from("abA QA:-#|.?!…\n\r\t“”‘’\"'1。 \u2028\xa0é"), max_size=200) | st.text()
)


@given(TEXTS, st.lists(st.tuples(st.integers(0, 200), st.integers(0, 200)), max_size=3))
def test_sentences_cover_the_text(text: str, cuts: list[tuple[int, int]]) -> None:
    """Spans are ordered, disjoint, in range, trimmed, numbered, cover all that is visible, and keep cuts."""
    apart = [Span(start=min(*cut, len(text)), end=min(max(cut), len(text))) for cut in cuts]
    sentences = split_sentences(text, apart=apart)
    at = 0
    for number, sentence in enumerate(sentences, 1):
        assert sentence.id == number
        assert sentence.role in (Role.BODY, Role.HEADING)
        assert not text[at : sentence.span.start].strip()
        assert sentence.span.of(text) == sentence.span.of(text).strip() != ""
        at = sentence.span.end
        for span in apart:
            covered = Span(start=span.start, end=span.end)
            assert not covered.overlaps(sentence.span) or covered.covers(sentence.span)
    assert not text[at:].strip()


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        ("de", ["Am 3. März kam Dr. Jens Wittkamp mit ca. 140 Kräften, u. a. aus Harl.", "Niemand weiß es."]),
        (
            "de",
            [
                "Die Bahn rechnet z. B. mit Verspätung.",
                "Der 2. Preis ging an Prof. H. Moll.",
                "Warum?",
                "Nun ja!",
            ],
        ),
        (
            "de",
            [
                "„Das Schiff ist alt. Es sinkt“, sagte er.",
                "Um 6.52 Uhr kam er auf Platz 3.",
                "Die Halle brannte.",
            ],
        ),
        ("de", ["Sie sagte: „Es ist vorbei.“", "Dann ging sie."]),
        (
            "fr",
            [
                "M. Garance et Mme Odile sont venus.",
                "Qui le fera d'ici là ?",
                "« C'est fini. Nous partons. »",
                "Il part.",
            ],
        ),
        ("fr", ["J.-C. Dupont, cf. p. 12, a payé 18 400 couronnes.", "« Moi », dit-il."]),
        ("es", ["El Sr. Ibarra y la Dra. Ruiz pagaron 11,7 millones.", "¿Cuánto costará?", "¡Nada!", "Fin."]),
        ("es", ["«No es un juguete. Es un tren», dijo Dña. Carmen.", "Los EE. UU. pagaron."]),
        (
            "zh",
            [
                "通车首周免费。",
                "她说：“这条线路很长。三十万人乘坐。”",
                "什么时候完工？",
                "“不知道。”他说。",
                "票价3.5元。",
            ],
        ),
        (
            "ar",
            [
                "قال د. أحمد إن الجسر كلف ٤٥.٥ مليون.",
                "هل يعبر الناس؟",
                "نعم!",
                "وقالت «كنا نعد الأيام. كل يوم طويل».",
                "انتهى.",
            ],
        ),
        ("he", ["הגג נהרס.", "מתי?", "לא ידוע."]),
        ("de", ["Er wohnt in der St.-Anna-Str. 12, sie in der Bahnhofstr. 3.", "Die Bad & Co. KG schweigt."]),
        (
            "de",
            [
                "Prof. h. c. Jens Moll (SPD) nennt 12,5 Mio. Euro.",
                "„Das Bad bleibt zu. Mehr nicht“, sagt er.",
            ],
        ),
        ("fr", ["Les Éts. Verne S.A. ont 1 250 clients, soit 3,4 % de plus.", "Qui paiera ?", "Trop tard !"]),
        ("es", ["Aguas del Norte, S. A. vende en EE. UU. por 1,5 millones, aprox. el 3,4 %.", "¿Y ahora?"]),
        (
            "zh",
            [
                "还缺12.5亿元，约占3.4%。",
                "“体育馆不会开放。没有别的，”他在6:52说。",
                "谁来付钱？",
                "没有人……",
                "太晚了！",
            ],
        ),
        ("ar", ["وللشركة ١٬٢٥٠ عميلا في شارع أ. حسن رقم 12.", "من سيدفع الثمن؟", "لم يجب أحد!"]),
    ],
)
def test_sentences_end_where_readers_of_other_languages_end_them(language: str, sentences: list[str]) -> None:
    """Abbreviations, ordinals, initials and quotations hold together; each language's own marks end a sentence."""
    text = ("" if language == "zh" else " ").join(sentences)
    found = [sentence.span.of(text) for sentence in split_sentences(text, language=language)]
    assert found == sentences


@given(
    st.text(st.sampled_from("aBé3.?!…。؟“”„«»\"' \n\u00a0中文عd"), max_size=80),
    st.sampled_from(["de", "fr", "es", "it", "zh", "ja", "ar", "he", "xx"]),
)
def test_sentences_of_any_language_cover_the_text(text: str, language: str) -> None:
    """Numbered from 1, in order, apart, trimmed, and nothing but white space between them."""
    end = 0
    for number, sentence in enumerate(split_sentences(text, language=language), 1):
        assert sentence.id == number
        assert not text[end : sentence.span.start].strip()
        words = sentence.span.of(text)
        assert words == words.strip() != ""
        end = sentence.span.end
    assert not text[end:].strip()


@pytest.mark.parametrize("piece", ["z. B. a ", "。”", "... ", "« a. » ", "3. März ", "a" * 50])
@pytest.mark.parametrize("language", ["de", "zh"])
def test_rules_are_done_with_the_worst_marks(piece: str, language: str) -> None:
    """Half a megabyte of them ends before a test is taken to hang."""
    split_sentences(piece * (500_000 // len(piece)), language=language)
