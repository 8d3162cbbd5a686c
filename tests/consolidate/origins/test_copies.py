"""Which articles are one text, and what the shorter one adds."""

from __future__ import annotations

from itertools import combinations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from conspectus.consolidate.origins.copies import _candidates, _coverage, _Text, alike, copies
from conspectus.consolidate.origins.resolving import find_origins
from tests.support.articles import written

LEAD = "A weir on the Lend gave way before dawn on Monday and left the mill at Sandel dry."
REST = (
    "The miller, Ida Kern, heard it go at ten past four and ran out with a lamp. By six the basin was empty and "
    "boys were picking eels out of the mud. The river board sent two men and a van, who looked at it for an hour. "
    "The weir was built in 1871 and mended twice, after the floods of 1926 and 1954. It will cost about 90,000 "
    "crowns to put back, the board reckons, and there is no such sum in this year's budget."
)
NEW_LEAD = "Eels on the kitchen table, no flour in the shop: Sandel woke without its millpond this week."
STATEMENT = (
    "“We regret what has happened at Sandel and will do all that is in our power to put the weir back before the "
    "summer, as we did twice in the past century, and nobody who works at the mill will lose a day's pay by it.”"
)


def test_a_copy_with_another_lead_is_a_copy() -> None:
    """And the new lead is what it adds."""
    wire = written(f"{LEAD} {REST}", outlet="Arden Mail")
    copy = written(f"{NEW_LEAD} {REST.partition(' The weir was')[0]}", outlet="Lend Radio")
    (found,) = copies(alike([copy, wire]))
    assert (found.article_id, found.of) == (copy.id, wire.id)
    assert [copy.sentence_text(s) for s in copy.body if s.id in found.adds] == [NEW_LEAD]
    (origin,) = find_origins([wire, copy])
    assert origin.copies == (found,)


def test_a_copy_adds_the_sentence_whose_figure_it_changed() -> None:
    """All its words are in the other article, and the figure is not."""
    wire = written(f"{LEAD} {REST}", outlet="Arden Mail")
    copy = written(f"{LEAD} {REST}".replace("about 90,000", "about 19,000"), outlet="Lend Radio")
    (found,) = copies(alike([copy, wire]))
    shorter = copy if found.article_id == copy.id else wire
    (added,) = [shorter.sentence_text(each) for each in shorter.body if each.id in found.adds]
    assert added.startswith("It will cost about")


def test_a_copy_that_was_touched_in_every_sentence_is_a_copy() -> None:
    """Runs of three words outlive an editor who changes every fifth."""
    words = REST.split()
    touched = " ".join("then" if n % 6 == 5 else word for n, word in enumerate(words))
    assert alike([written(f"{LEAD} {REST}"), written(f"{NEW_LEAD} {touched}")])


def test_a_statement_that_both_quote_makes_no_copy() -> None:
    """Not even where it is most of what both have, or runs over two paragraphs."""
    first = written(f"{LEAD} {STATEMENT}", outlet="Arden Mail")
    second = written(f"{NEW_LEAD} {STATEMENT}", outlet="Lend Radio")
    assert not alike([first, second])
    split = STATEMENT.replace("summer, as", "summer.\n\n“As")
    assert not alike([written(f"{LEAD} {split}"), written(f"{NEW_LEAD} {split}")])
    assert alike([written(f"{LEAD} {STATEMENT.strip('“”')}"), written(f"{NEW_LEAD} {STATEMENT.strip('“”')}")])


def test_one_sentence_of_a_release_in_a_report_makes_no_copy() -> None:
    """A reprint of most of it does."""
    release = written(f"{LEAD} {REST}", outlet="River Board")
    own = " ".join(f"Neighbour {n} told number {n * 7} of the flood of {n + 1900}." for n in range(10))
    later = " ".join(f"Boat {n} went down to lock {n * 3} with {n + 40} sacks." for n in range(10))
    report = written(f"{own} {LEAD} {later}", outlet="Arden Mail")
    assert len(find_origins([release, report])) == 2
    assert len(find_origins([release, written(f"{LEAD} {REST[:150]}", outlet="Arden Mail")])) == 1


def test_one_copy_does_not_make_two_papers_one() -> None:
    """What each of them wrote itself stays its own."""
    wire = written(f"{LEAD} {REST}", outlet="Arden Mail")
    copy = written(f"{LEAD} {REST.partition(' The weir was')[0]}", outlet="Lend Radio")
    first = written("A mast of 90 metres fell in Arden on Sunday.", outlet="Arden Mail")
    second = written(
        "Lend Radio had nine visitors from Arden, who asked about the masts.", outlet="Lend Radio"
    )
    found = {frozenset(origin.article_ids) for origin in find_origins([wire, copy, first, second])}
    assert found == {frozenset((wire.id, copy.id, first.id)), frozenset((second.id,))}


def test_stock_sentences_make_no_copies() -> None:
    """What a dozen outlets all have in their texts is a form; a text that is mostly another is a copy all the same."""
    form = "The weather office said that it would be dry and cold with light winds from the north until the weekend."
    words = ("mill", "weir", "eel", "lamp", "boat", "lock", "sack", "yard", "lane", "rope")
    own = [" ".join(f"{word}{n} of {n * 7}{word}" for word in words) for n in range(12)]
    reports = [written(f"{text}. {form} {text[::-1]}.", outlet=f"Outlet {n}") for n, text in enumerate(own)]
    assert alike(reports) == ()
    copy = written(f"{own[0]}. {form} {own[0][::-1]}. More will follow.", outlet="Lend Radio")
    assert len(alike([*reports, copy])) == 1


@given(st.lists(st.sampled_from(REST.split()), min_size=1, max_size=40), st.integers(0, 3))
@example(["The"] * 7 + ["budget.", "Ida"], 1)
@settings(deadline=None, max_examples=40)
def test_what_a_copy_adds_is_among_its_sentences(words: list[str], more: int) -> None:
    """And a copy that is whole in the other article adds nothing but what is too short to be known again."""
    text = " ".join(words)
    longer = written(f"{text}. {LEAD * more}", outlet="Arden Mail")
    shorter = written(f"{text}.", outlet="Lend Radio")
    for copy in copies(alike([longer, shorter])):
        numbers = {
            s.id for article in (longer, shorter) if article.id == copy.article_id for s in article.body
        }
        assert set(copy.adds) <= numbers
        if copy.article_id == shorter.id:
            added = [shorter.sentence_text(each) for each in shorter.body if each.id in copy.adds]
            assert all(len(sentence.split()) < 5 for sentence in added)


@given(
    st.lists(st.sampled_from("abc"), min_size=8, max_size=40), st.lists(st.sampled_from("abc"), max_size=40)
)
def test_common_words_are_counted_as_if_each_were_marked(first: list[str], second: list[str]) -> None:
    """The share and the longest stretch are those of the words that stand in a common run of five."""
    article = written(LEAD)
    one, other = (_Text(article, ((article.body[0], tuple(map(ord, words))),)) for words in (first, second))
    there = {tuple(second[at : at + 5]) for at in range(len(second) - 4)}
    marked = [False] * len(first)
    for at in range(len(first) - 4):
        if tuple(first[at : at + 5]) in there:
            marked[at : at + 5] = [True] * 5
    stretches = [len(run) for run in "".join("x" if mark else " " for mark in marked).split()]
    expected = sum(marked) / len(first), max(stretches, default=0)
    assert _coverage(one, one.long_runs, other.long_runs) == expected


@given(st.lists(st.sets(st.integers(0, 11)), min_size=2, max_size=6), st.integers(1, 4))
def test_pairs_are_counted_as_if_each_run_were_looked_at(texts: list[set[int]], usual: int) -> None:
    """Half of what makes a copy of the shorter is worth a look: of all runs, or of those that few have."""
    having = {run: [n for n, text in enumerate(texts) if run in text] for run in range(12)}
    index = [each for each in having.values() if each]
    expected = []
    for first, second in combinations(range(len(texts)), 2):
        shared = texts[first] & texts[second]
        few = [run for run in shared if len(having[run]) <= usual]
        fewest = min(len(texts[first]), len(texts[second]))
        if shared and (len(shared) >= 0.3 * fewest or len(few) * 5 >= 0.1 * fewest):
            expected.append((first, second))
    assert list(_candidates([len(text) for text in texts], index, usual)) == expected
