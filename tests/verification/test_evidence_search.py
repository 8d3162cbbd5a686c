from __future__ import annotations

import os
import subprocess
import sys
from functools import partial
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from conspectus.model.article import Article, Role
from conspectus.reading import read_article
from conspectus.verification.evidence_search import MOST_SENTENCES, EvidenceIndex, Found, terms
from tests.work import calls

ROOT = Path(__file__).resolve().parents[2]

FIRE = """Fire closes the mill

A fire closed the Tarn mill on Monday, its owner said. Twelve people were treated for smoke.
The mill employs 340 people. The roof of the east wing fell in shortly before noon.
"""
FLOOD = """Flood at the ford

The river Wend rose by 1.4 metres overnight. Anna Tolk, who farms at the ford, lost 60 sheep.
Photo: Ben Ashe
"""


def _article(text: str, name: str) -> Article:
    return read_article(text.encode(), name=name, media="text")


ARTICLES = (_article(FIRE, "fire.txt"), _article(FLOOD, "flood.txt"))


def _texts(found: Found) -> list[str]:
    return [place.text for place in found.places]


def test_the_sentence_that_says_it_comes_first() -> None:
    """Numbers count however they are written."""
    (found, *_) = EvidenceIndex(ARTICLES).search("12 people had to be treated because of smoke.")
    assert _texts(found) == ["Twelve people were treated for smoke."]
    assert found.close


def test_a_claim_may_need_several_sentences_of_several_articles() -> None:
    """Sentences are added while each covers what the others do not, in the order of the articles."""
    claim = "The Tarn mill, which employs 340 people, closed after a fire, and Anna Tolk lost 60 sheep."
    (found, *_) = EvidenceIndex(ARTICLES).search(claim)
    assert [place.article.name for place in found.places] == ["fire.txt", "fire.txt", "flood.txt"]
    assert found.coverage > 0.9


def test_what_it_means_stands_in_the_sentence_before() -> None:
    """A short claim may name what one sentence calls "it": together they are close, and neither alone is."""
    lines = (
        "Engineers found a leak in the dam on Sunday. The dam was built in 1961. {} was inspected in March, the board "
        "said. A report of the board from March lists a leak in the dam. The board built nothing since March."
    )
    claim = "The dam, built in 1961, had been inspected in March."
    close = {
        opening: EvidenceIndex([_article(lines.format(opening), "dam.txt")]).search(claim)[0].close
        for opening in ("It", "The bridge")
    }
    assert close == {"It": True, "The bridge": False}


def test_another_number_is_still_the_same_subject() -> None:
    """What contradicts a claim is close to it; what is about something else is not."""
    index = EvidenceIndex(ARTICLES)
    assert index.search("The river Wend rose by 2.6 metres overnight.")[0].close
    assert index.search("The river Wend rose by 2.6, 3.7 or 4.8 metres overnight, from 9.1 to 12.2.")[0].close
    assert not any(found.close for found in index.search("The mayor of Oslo and his people resigned."))


def test_nothing_in_common_finds_nothing() -> None:
    """Neither do words that every text has."""
    assert EvidenceIndex(ARTICLES).search("Penguins swim.") == ()
    assert EvidenceIndex(ARTICLES).search("It was and is.") == ()
    assert EvidenceIndex(()).search("A fire closed the mill.") == ()


def test_single_sentences_that_say_nearly_as_much_are_offered_too() -> None:
    """The same fact told twice is found twice, the union first."""
    again = _article("Mill burns\n\nTwelve people were treated for smoke at the mill.\n", "again.txt")
    found = EvidenceIndex((*ARTICLES, again)).search("Twelve people were treated for smoke.")
    alone = {place.article.name for one in found if len(one.places) == 1 for place in one.places}
    assert alone == {"fire.txt", "again.txt"}


def test_a_sentence_that_says_much_less_is_not_offered() -> None:
    """One that has only “people” in common with the claim is no other place to look."""
    assert len(EvidenceIndex(ARTICLES).search("12 people were treated for smoke.")) == 1


def test_headings_and_junk_are_no_evidence() -> None:
    """Only sentences of the body are found."""
    found = EvidenceIndex(ARTICLES).search("Fire closes the mill; photo: Ben Ashe")
    roles = {place.sentence.role for one in found for place in one.places}
    assert roles == {Role.BODY}


def test_the_sentence_before_is_known() -> None:
    """A pronoun's person stands there; the first sentence has none before it."""
    (found, *_) = EvidenceIndex(ARTICLES).search("The mill employs 340 people.")
    assert found.places[0].before == "Twelve people were treated for smoke."
    (first, *_) = EvidenceIndex(ARTICLES).search("A fire closed the Tarn mill on Monday.")
    assert first.places[0].before == ""


@given(st.text(max_size=80))
def test_any_text_can_be_searched_for(claim: str) -> None:
    """There are at most four sentences, each once, and coverage is a share."""
    for found in EvidenceIndex(ARTICLES).search(claim):
        assert 1 <= len(found.places) <= MOST_SENTENCES
        assert len({place.text for place in found.places}) == len(found.places)
        assert 0 < found.coverage <= 1.000001


def test_numbers_and_names_are_terms_of_their_own() -> None:
    """A number is the same in digits and words; a name is marked as one."""
    assert {"#12", "#340", "@tarn"} <= terms("Twelve of the 340 at Tarn left.")


def test_the_search_is_fast() -> None:
    """Among ten times as many sentences a claim is found by ten times the work at most."""
    work = {}
    for size in (200, 2000):
        lines = "\n\n".join(f"Ward {n} counted {n * 7} ballots for candidate Moss{n}." for n in range(size))
        index = EvidenceIndex([_article(f"Results\n\n{lines}\n", "count.txt")])
        (found, *_) = index.search("Candidate Moss8 got 56 ballots in ward 8.")
        assert "Moss8." in found.places[0].text
        work[size] = calls(partial(index.search, "Candidate Moss9 got 63 ballots in ward 9."))
    assert work[2000] <= 10 * work[200]


SEARCHES = """
from pathlib import Path
from conspectus.reading import read_article
from conspectus.verification.evidence_search import EvidenceIndex

paths = sorted((*Path("examples").glob("*.txt"), *Path("tests/data/ferry").glob("*.txt")))
articles = [read_article(path.read_bytes(), name=path.name, media="text") for path in paths]
index = EvidenceIndex(articles)
texts = [article.sentence_text(sentence).split() for article in articles for sentence in article.body]
for one, other in zip(texts, texts[7:]):
    for found in index.search(" ".join(one[:9] + other[-9:])):
        print([(place.article.id, place.sentence.id) for place in found.places], found.coverage, found.close)
"""


def test_every_process_finds_the_same() -> None:
    """Sets come in another order with another hash seed, and sums of weights must not."""
    told = {
        subprocess.run(  # noqa: S603
            [sys.executable, "-c", SEARCHES],
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=ROOT,
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(told) == 1
    assert told.pop().count(b"\n") > 100


TOWN = """Week in Tarn

The council met on Tuesday and put off the vote on the swimming pool until June.
A delay of that kind can lead to a fine of up to 5 million crowns.
Operators of the ferry said that income came to 11.5 million crowns last year.
The library will close early on Fridays, and the museum opens a hall of clocks.
Two horses from the riding school were found on the bypass and led home by a baker.
"""


def test_a_word_that_no_article_has_weighs_little() -> None:
    """It may well be said in another word: what else there is tells whether a sentence is about the claim."""
    notes = " ".join(f"Note {number} tells of page{chr(97 + number % 26) * 3}." for number in range(200))
    index = EvidenceIndex(
        (*ARTICLES, _article(TOWN, "town.txt"), _article(f"Notes\n\n{notes}\n", "notes.txt"))
    )
    (found, *_) = index.search(
        "Whoever brings about a delay of that kind risks being punished with a sizeable fine."
    )
    assert _texts(found) == ["A delay of that kind can lead to a fine of up to 5 million crowns."]
    assert found.close


def test_words_that_many_sentences_share_make_none_close() -> None:
    """A sentence that has only common words with a claim speaks of something else."""
    (found, *_) = EvidenceIndex((*ARTICLES, _article(TOWN, "town.txt"))).search(
        "The school closed on Monday, people of the council said."
    )
    assert not found.close
    assert not found.same


def test_a_capital_that_opens_the_claim_makes_no_name() -> None:
    """Else a word that all texts write small would weigh as a name that none has."""
    (found, *_) = EvidenceIndex((_article(TOWN, "town.txt"),)).search("Income came to 11.5 million crowns.")
    assert found.close


def test_the_sentences_of_one_article_are_offered_alone() -> None:
    """Another article's sentence may have the claim's words and tell of another thing."""
    other = _article(
        "Fire\n\nIn Skelle dozens of shoppers fled from smoke when a roof fell in.\n", "other.txt"
    )
    found = EvidenceIndex((*ARTICLES, other)).search(
        "The roof of the east wing of the Tarn mill fell in shortly before noon, and 340 people fled."
    )
    articles = [{place.article.name for place in each.places} for each in found]
    assert {"fire.txt"} in articles
