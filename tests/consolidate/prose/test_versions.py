"""Which of two versions of a sentence is told."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from conspectus.consolidate.agreement.weighing import Weighed
from conspectus.consolidate.prose.choosing import subjects
from conspectus.consolidate.prose.versions import alike, replaced
from conspectus.model.article import Article
from conspectus.model.briefing import Standing
from tests.support.articles import said, written

FIRST = (
    "Varn Rovers won the harbour regatta for the first time since 1951, ahead of the crews of Orle and Tereb."
)
RIGHT = FIRST.replace("1951", "1957")
OTHER = "Varn Rovers lost the lake regatta for the first time since 1957, behind the women of Orle."


def weighed(page: Article, text: str, origin: str = "wire") -> Weighed:
    """The sentence as a claim of the origin."""
    return Weighed(claim=said(page, text), origins=(origin,), standing=Standing.SINGLE_ORIGIN)


def ids(*items: tuple[Article, Weighed]) -> set[str]:
    """The ids of those that are replaced."""
    return set(replaced([item for _, item in items], {page.id: page for page, _ in items}))


def test_what_was_put_right_replaces_what_was_not() -> None:
    """Whichever was printed later; where neither says so, the later one does."""
    wrong = written(FIRST, day="2025-06-02", outlet="Orle Mail")
    right = written(f"(Corrects year in first paragraph.)\n\n{RIGHT}", day="2025-06-01", outlet="Varn Echo")
    bad, good = weighed(wrong, FIRST), weighed(right, RIGHT)
    assert ids((wrong, bad), (right, good)) == {bad.claim.id}
    later = written(RIGHT, day="2025-06-03", outlet="Varn Echo")
    new = weighed(later, RIGHT)
    assert ids((wrong, bad), (later, new)) == {bad.claim.id}
    same = written(RIGHT, day="2025-06-02", outlet="Varn Echo")
    assert ids((wrong, bad), (same, weighed(same, RIGHT))) == set()


def test_only_a_version_of_the_same_sentence_replaces_one() -> None:
    """Of the same origin, in the same words, with another number."""
    wrong = written(FIRST, day="2025-06-01", outlet="Orle Mail")
    bad = weighed(wrong, FIRST)
    for text, origin in ((RIGHT, "another"), (OTHER, "wire"), (FIRST, "wire")):
        page = written(text, day="2025-06-03", outlet="Varn Echo")
        assert ids((wrong, bad), (page, weighed(page, text, origin))) == set()


WORDS = ("regatta", "harbour", "crew", "lake", "bridge", "mayor", "storm", "ferry", "pilot", "strike")


@given(st.lists(st.lists(st.sampled_from(WORDS), min_size=4, unique=True), max_size=12))
def test_all_that_differ_in_hardly_a_word_are_found(sentences: list[list[str]]) -> None:
    """The same pairs as when each is compared with each."""
    page = written(" ".join(f"The {' '.join(words)}." for words in sentences) or "None.")
    claims = [said(page, f"The {' '.join(words)}.") for words in sentences]
    expected = [
        (one.text, other.text)
        for one, other in combinations(claims, 2)
        if min(len(subjects(one.text)), len(subjects(other.text))) >= 5
        and len(subjects(one.text) & subjects(other.text))
        >= 0.85 * len(subjects(one.text) | subjects(other.text))
    ]
    assert sorted((one.text, other.text) for one, other in alike(claims)) == sorted(expected)
