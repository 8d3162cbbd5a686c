"""Quotes that stand where they are said to, and sentences that the articles bear out."""

from __future__ import annotations

import dataclasses
from pathlib import Path

from conspectus.evaluation.loading import LoadedCase
from conspectus.evaluation.output import Said
from conspectus.evaluation.scorers.entailment import ENTAILMENT
from conspectus.evaluation.scorers.faithfulness import FAITHFULNESS
from conspectus.evaluation.scorers.groundedness import GROUNDEDNESS
from conspectus.model.article import Article
from conspectus.model.evidence import Evidence
from tests.support.outputs import FIFTEEN, THURSDAY, VARN, bridge, output, quoted, said

INVENTED = "The mayor of Orlen resigned on Friday."


def test_true_sentences_are_one_whatever_they_cite(case: LoadedCase) -> None:
    """A wrong citation is the citation's fault."""
    assert (
        FAITHFULNESS(case, output(said(case, FIFTEEN), said(case, VARN, ("echo.txt", THURSDAY)))).value == 1
    )


def test_a_changed_digit_and_an_invention_are_zero(case: LoadedCase) -> None:
    """Neither is anywhere in the articles."""
    changed = FIFTEEN.replace("fifteen", "fifty")
    made = output(said(case, changed, ("herald.md", FIFTEEN)), said(case, INVENTED, ("page.html", VARN)))
    assert FAITHFULNESS(case, made).value == 0
    assert len(FAITHFULNESS(case, made).details) == 2


def test_one_of_two_is_one_half(case: LoadedCase) -> None:
    """A true one beside an invented one."""
    assert FAITHFULNESS(case, output(said(case, FIFTEEN), said(case, INVENTED))).value == 0.5


def test_quotes_are_looked_up_where_they_are_said_to_stand(case: LoadedCase) -> None:
    """The words at other offsets, and other words at these, are no quotes."""
    right = quoted(case, "herald.md", FIFTEEN)
    altered = Evidence(**{**right.model_dump(), "quote": FIFTEEN.replace("fifteen", "fifty")})
    moved = Evidence(**{**right.model_dump(), "start": right.start - 3, "end": right.end - 3})
    nowhere = Evidence(**{**right.model_dump(), "article_id": "a00000000"})
    assert GROUNDEDNESS(case, output(Said(text="x", evidence=(right,)))).value == 1
    assert GROUNDEDNESS(case, output(Said(text="x", evidence=(right, altered)))).value == 0.5
    assert GROUNDEDNESS(case, output(Said(text="x", evidence=(altered, moved, nowhere)))).value == 0
    assert GROUNDEDNESS(case, output(Said(text="x"))).value is None


def test_entailment_is_the_mean_of_what_was_recorded(case: LoadedCase) -> None:
    """From 0 to 1; nothing where no model was asked."""
    assert ENTAILMENT(case, output(entailment=(0.0, 0.0))).value == 0
    assert ENTAILMENT(case, output(entailment=(1.0,))).value == 1
    assert ENTAILMENT(case, output(entailment=(0.25, 0.75))).value == 0.5
    assert ENTAILMENT(case, output()).value is None


def test_where_the_gate_compares_little_the_words_have_to_be_there(tmp_path: Path) -> None:
    """In a language that mechanics read only in part, a sentence about something else is not borne out."""
    german = "Die Brücke über die Orle ist seit Montag gesperrt, teilte die Stadt mit. Die Händler klagen.\n"
    first, second = (
        "Die Brücke über die Orle ist seit Montag gesperrt, teilte die Stadt mit.",
        "Die Händler klagen.",
    )
    case = bridge(tmp_path)
    text = Article(id="a00000001", path="de.txt", sha256=None, text=german, language="de")
    case = dataclasses.replace(case, articles={**case.articles, "de.txt": text})
    assert FAITHFULNESS(case, output(said(case, first, ("de.txt", first)))).value == 1
    assert FAITHFULNESS(case, output(said(case, first, ("de.txt", second)))).value == 0
    assert FAITHFULNESS(case, output(said(case, INVENTED, ("de.txt", second)))).value == 0
