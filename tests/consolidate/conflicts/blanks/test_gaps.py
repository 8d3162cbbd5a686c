"""What a model is asked about, and how its answers are read."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conspectus.consolidate.conflicts.blanks.gaps import BLANK, Candidate, Gap, same
from tests.support.worlds import differing

STORM = "A storm crossed the county of Varn on Friday. Trees fell on the roads."
GALE = "Varn had its worst night in years. Ferries stayed in port."
SHEDS = (f"{STORM} Some 40 sheds were lost on the quay.", f"{GALE} The wind took 63 huts from the quay.")
BOATS = (
    f"{STORM} The ferry to Orle sailed at 6.15am with the mail.",
    f"{GALE} The mail boat put out for Orle only at 8am.",
)


def doubtful(*told: str) -> tuple[Candidate, ...]:
    """What might be of one thing."""
    return differing(*told, doubts=True).doubtful


def words(gap: Gap) -> str:
    """What stands in the gap."""
    return gap.statement.text[gap.start : gap.end]


@pytest.mark.parametrize(
    ("told", "gaps"), [(SHEDS, {"Some 40", "63"}), (BOATS, {"6.15am", "8am"})], ids=["amounts", "times"]
)
def test_what_no_word_ties_is_in_doubt(told: tuple[str, str], gaps: set[str]) -> None:
    """Amounts of one dimension and times of two reports, where their sentences may be of one thing."""
    (found,) = doubtful(*told)
    assert {words(found.first), words(found.second)} == gaps
    for gap in (found.first, found.second):
        assert gap.sentence.count(BLANK) == 1
        assert gap.sentence.replace(BLANK, words(gap)) == gap.statement.text
        assert gap.sentence.startswith(gap.beginning)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        # The other report has it too.
        ("Some 40 sheds were lost on the quay.", "The wind took 63 huts from the quay, of 40 owners."),
        ("About 40 sheds were lost on the quay.", "The wind took 42 huts from the quay."),
        ("Some 40 sheds were lost on the quay.", "The wind took 63 tonnes of salt from the quay."),
        # Both can be right: these come on top, those did not, and that was a part.
        ("Some 40 sheds were lost on the quay.", "The wind took another 63 huts from the quay."),
        ("Some 40 sheds were lost on the quay.", "The wind did not take 63 huts on the quay."),
        ("Some 40 sheds were lost on the quay.", "The wind took 13 of the huts from the quay."),
    ],
)
def test_what_can_be_right_together_is_not_in_doubt(first: str, second: str) -> None:
    """Nobody is asked about what would be no conflict."""
    assert doubtful(f"{STORM} {first}", f"{GALE} {second}") == ()


def test_what_code_decides_is_not_in_doubt() -> None:
    """A conflict that code finds is not asked about, and without the wish nothing is sought."""
    told = (
        f"{STORM} The storm on the quay killed four people.",
        f"{GALE} On the quay the storm killed seven people.",
    )
    assert differing(*told, doubts=True).conflicts
    assert doubtful(*told) == ()
    assert differing(*SHEDS).doubtful == ()


@pytest.mark.parametrize(
    ("written", "fits"),
    [
        (" Some 40 huts from the quay", True),
        ("40 huts", True),
        (" about 40", True),
        (" forty", True),
        (" 63 huts", False),
        (" several huts", False),
        ("", False),
        (" every hut that stood there in the storm, and 40 of them", False),
    ],
)
def test_what_is_written_on_is_read_as_an_amount(written: str, fits: bool) -> None:
    """The amount has to stand where the blank was, however it is worded."""
    (found,) = doubtful(*SHEDS)
    gap, other = sorted(found[:2], key=words)
    assert words(gap) == "63"
    assert same(gap.filled(written, None), other.value) is fits


@pytest.mark.parametrize(
    ("written", "fits"), [(" 6.15am", True), (" a quarter past six", True), (" 8am", False)]
)
def test_what_is_written_on_is_read_as_a_time(written: str, fits: bool) -> None:
    """As times of the report that was asked."""
    (found,) = doubtful(*BOATS)
    gap, other = sorted(found[:2], key=words, reverse=True)
    assert words(gap) == "8am"
    assert same(gap.filled(written, date(2025, 2, 3)), other.value) is fits


@given(st.text(max_size=60))
def test_any_answer_can_be_read(written: str) -> None:
    """Whatever a model writes is a value of the blank's sort or none."""
    for found in (*doubtful(*SHEDS), *doubtful(*BOATS)):
        value = found.first.filled(written, date(2025, 2, 3))
        assert value is None or type(value) is type(found.first.value)
