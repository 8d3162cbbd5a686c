"""Length, calls, tokens, cost and time."""

from __future__ import annotations

import pytest

from conspectus.errors import UsageError
from conspectus.evaluation.loading import LoadedCase
from conspectus.evaluation.output import Asked, Said
from conspectus.evaluation.scorers import SCORERS, chosen
from conspectus.evaluation.scorers.effort import CALLS, COST, DROPPED, LATENCY, REASKS, SCHEMA, TOKENS
from conspectus.evaluation.scorers.length import COMPRESSION, WORDS
from conspectus.model.usage import Usage
from tests.support.outputs import output


def asked(asks: int, unfit: int = 0, seconds: float | None = 2.5, **used: int | float | None) -> Asked:
    """What a model was asked."""
    return Asked(asks=asks, unfit=unfit, seconds=seconds, usage=Usage(**used))


def test_words_are_counted_once_for_each_wording(case: LoadedCase) -> None:
    """A sentence that stands in two places is read once."""
    made = output(
        Said(text="One two three."), Said(text="One two three.", section="timeline"), Said(text="Four.")
    )
    assert WORDS(case, made).value == 4
    assert WORDS(case, output()).value is None


def test_compression_is_words_written_for_words_read(case: LoadedCase) -> None:
    """The bodies' own words are a compression of 1."""
    bodies = [a.sentence_text(s) for a in case.articles.values() for s in a.body]
    assert COMPRESSION(case, output(Said(text=" ".join(bodies)))).value == 1
    half = " ".join(" ".join(bodies).split()[: len(" ".join(bodies).split()) // 2])
    assert COMPRESSION(case, output(Said(text=half))).value == pytest.approx(0.5, abs=0.02)


def test_chinese_has_words_without_spaces(case: LoadedCase) -> None:
    """Two characters make about one."""
    assert WORDS(case, output(Said(text="周一大桥关闭了"))).value == 4


@pytest.mark.parametrize(("asks", "unfit", "value"), [(4, 0, 1), (4, 4, 0), (4, 1, 0.75)])
def test_schema_validity_is_a_share_of_asks(case: LoadedCase, asks: int, unfit: int, value: float) -> None:
    """All, none and three of four."""
    assert SCHEMA(case, output(asked=asked(asks, unfit))).value == value


@pytest.mark.parametrize(("again", "value"), [(0, 0), (2, 0.5), (4, 1)])
def test_reasks_are_a_share_of_asks(case: LoadedCase, again: int, value: float) -> None:
    """None, half and every one."""
    assert REASKS(case, output(asked=asked(4, reasks=again))).value == value


def test_effort_is_what_the_run_recorded(case: LoadedCase) -> None:
    """Calls, tokens in and out, dollars, seconds, refusals."""
    made = output(asked=asked(2, calls=3, input_tokens=100, output_tokens=20, cost_usd=0.5), dropped=4)
    assert [scorer(case, made).value for scorer in (CALLS, TOKENS, COST, LATENCY, DROPPED)] == [
        3,
        120,
        0.5,
        2.5,
        4,
    ]


def test_what_is_not_known_is_not_zero(case: LoadedCase) -> None:
    """No price, no model, no gate."""
    assert COST(case, output(asked=asked(1, cost_usd=None))).value is None
    assert [scorer(case, output()).value for scorer in (SCHEMA, REASKS, LATENCY, DROPPED)] == [None] * 4


def test_scorers_are_chosen_by_name() -> None:
    """All where none is named; an unknown one is an error that lists those there are."""
    assert chosen([]) == SCORERS
    assert [scorer.name for scorer in chosen(["events", "words"])] == ["events", "words"]
    with pytest.raises(UsageError, match="no scorer 'evnts'") as caught:
        chosen(["evnts"])
    assert "coverage_vital" in str(caught.value)


def test_every_scorer_says_what_it_measures() -> None:
    """Names differ, and each has a sentence of its own."""
    assert len({scorer.name for scorer in SCORERS}) == len(SCORERS)
    assert all(scorer.says.endswith(".") for scorer in SCORERS)
