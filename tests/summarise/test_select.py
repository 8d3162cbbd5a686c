"""Which sentences code picks where no model can be asked."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from conspectus.model.article import Role
from conspectus.summarise.select import MOST, select
from tests.support.articles import DAM, written

STUDY = written(
    "Moss that grows on city walls takes up soot, a study of 41 streets in Varn found on Tuesday.\n\n"
    "Researchers at the University of Varn weighed 320 samples over two winters. "
    "Did the moss clean the air? They cannot say. "
    "The samples held up to 9 grams of soot per kilo, twice as much as moss from the hills of Arden. "
    "Walls that face north held most:\n\n"
    "Lovely.\n\n"
    "You can send the team a photograph of your own wall. "
    "The city council of Varn paid 80,000 crowns for the work, which began in 2021.\n\n"
    "Moss from walls in Varn was last weighed in 1987, when leaded petrol was still sold in the city. "
    "The next samples are to be taken from 12 streets in the winter of 2026, the university said.",
    day="2025-02-04",
)


def _texts(most: int = MOST) -> list[str]:
    return [STUDY.sentence_text(sentence) for sentence in select(STUDY, most)]


def test_what_is_picked_stands_in_the_articles_order() -> None:
    """The news at the top is among it, and the numbers rise."""
    numbers = [sentence.id for sentence in select(STUDY)]
    assert numbers == sorted(set(numbers))
    assert _texts()[0].startswith("Moss that grows on city walls")


def test_questions_fragments_and_appeals_are_passed_over() -> None:
    """None of them reports anything: a question, an announcement, one word, a word to the reader."""
    picked = " ".join(_texts())
    for words in ("Did the moss", "held most:", "Lovely", "photograph of your own wall"):
        assert words not in picked


def test_what_is_recalled_comes_behind_the_news() -> None:
    """Of two sentences that give as much, the one of this winter; alone, the other is picked too."""
    lines = [
        "The university of Varn weighed moss from these walls.",
        "The council paid for the work on these walls in Varn.",
        "The walls are washed every year.",
        "In the winter of {year} the moss from these walls held 90 grams of soot and 12 grams of lead in 320 samples.",
    ]
    for year, picked in (("1987", False), ("2025", True)):  # published in February 2025
        article = written("\n\n".join(lines).format(year=year), day="2025-02-04")
        numbers = [article.sentence_text(sentence) for sentence in select(article, 1)]
        assert numbers[0].startswith("In the winter") is picked
    old = written(lines[-1].format(year="1987"), day="2025-02-04")
    assert len(select(old)) == 1


def test_about_half_is_picked_and_never_more_than_asked_for() -> None:
    """Half the sentences, ten at the most, and as few as are asked for."""
    assert len(select(STUDY)) == (len(STUDY.body) + 1) // 2
    long = written(
        " ".join(f"Number {n} of the harbour cranes in Varn lifts {n} tonnes." for n in range(2, 60))
    )
    assert len(select(long)) == MOST
    assert len(select(STUDY, 2)) == 2


def test_an_article_of_unusable_sentences_gives_its_first() -> None:
    """Better one odd sentence than an article that vanishes."""
    short = written("Who did it? Nobody knows.")
    assert [short.sentence_text(sentence) for sentence in select(short)] == ["Who did it?"]


def test_an_article_without_body_gives_nothing() -> None:
    """Headings and junk are never picked."""
    bare = DAM.model_copy(update={"sentences": tuple(s for s in DAM.sentences if s.role is not Role.BODY)})
    assert select(bare) == ()


@given(
    st.lists(
        st.sampled_from(
            [
                "The council of Varn voted by 9 to 4 on Monday to close the tram line.",
                "Why?",
                "Nobody in the hall had asked for a vote on the line before the summer.",
                "word " * 75 + "end.",
                "No trams run.",
                "It will be closed for two years, said Mayor Ilse Brandt.",
            ]
        ),
        min_size=1,
        max_size=12,
    ),
    st.integers(min_value=1, max_value=12),
)
@settings(deadline=None, max_examples=50)
def test_whatever_the_article_only_its_body_is_picked(sentences: list[str], most: int) -> None:
    """At least one sentence, at most as many as allowed, all of the body, none twice, the same every time."""
    article = written("\n\n".join(sentences))
    picked = select(article, most)
    assert 1 <= len(picked) <= most
    assert set(picked) <= set(article.body)
    assert len(set(picked)) == len(picked)
    assert select(article, most) == picked


def test_sentences_of_a_script_without_spaces_are_as_long_as_others() -> None:
    """Every two characters are a word, so that more than the first sentence is picked; a question is not."""
    article = written(
        "北河县一家化工厂发生火灾，造成3人受伤。消防部门出动68名消防员，大火于上午被扑灭。工厂周边两公里内的居民已被疏散。"
        "起火原因是什么？应急管理局局长说，起火原因仍在调查中。"
    )
    picked = [article.sentence_text(sentence) for sentence in select(article)]
    assert len(picked) == 3
    assert not any("？" in each for each in picked)
