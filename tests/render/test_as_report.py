from __future__ import annotations

import re

import pytest

from conspectus import Report
from conspectus.checking import check
from conspectus.reading import read_article
from conspectus.render import report_markdown, report_terminal
from tests.test_checking import FIRE, TEXT

_ESC = "\x1b"


@pytest.fixture(scope="module")
def report() -> Report:
    """A text with a sentence of each verdict."""
    return check(TEXT, read_article(FIRE.encode(), name="fire.txt", media="text"), entailment="off")


def test_the_terminal_shows_each_sentence_with_its_reasons(report: Report) -> None:
    """In the text's order, marked, with the sources below."""
    text = report.to_terminal()
    assert " ".join(text.split()).startswith(
        "4 sentences against 1 article: 1 supported, 1 contradicted, 1 overstated, 1 not found."
    )
    marks = [line[0] for line in text.splitlines() if line[:2] in {"✓ ", "≠ ", "↑ ", "? "}]
    assert marks == ["✓", "↑", "≠", "?"]
    assert "contradicted: The claim says “430" in text
    assert "Not checked" in text
    assert "“A fire closed the Tarn mill on Saturday.”" in text
    assert _ESC not in text
    assert max(map(len, text.splitlines())) <= 80


def test_what_is_supported_can_be_left_out(report: Report) -> None:
    """The counts stay those of all; the sources are those of what is shown, numbered from 1."""
    text = report_terminal(report, unsupported=True)
    assert " ".join(text.split()).startswith("4 sentences against 1 article: 1 supported, 1 contradicted,")
    marks = [line[0] for line in text.splitlines() if line[:2] in {"✓ ", "≠ ", "↑ ", "? "}]
    assert marks == ["↑", "≠", "?"]
    sources = text.split("Sources ──")[1]
    assert {*re.findall(r"\[(\d+)\]", text.split("Sources ──")[0])} == {
        *re.findall(r"(?m)^\[(\d+)\]", sources)
    }
    assert "[1]" in sources
    shown = report_markdown(report, unsupported=True)
    assert "**supported**" not in shown
    assert shown.count("**contradicted**") == 1
    clean = report.model_copy(update={"sentences": report.sentences[:1]})
    assert "1 sentence against 1 article: 1 supported.\n\n##" in report_markdown(clean, unsupported=True)


def test_thousands_are_parted_in_every_count(report: Report) -> None:
    """As in the number of sentences beside them."""
    long = report.model_copy(update={"sentences": report.sentences[:1] * 1200 + report.sentences[1:]})
    assert "1,203 sentences against 1 article: 1,200 supported, 1 contradicted" in report_markdown(long)


def test_evidence_and_colour_are_a_choice(report: Report) -> None:
    """Without evidence the quotes' places stay."""
    bare = report.to_terminal(evidence=False)
    assert "“A fire closed the Tarn mill on Saturday.”" not in bare
    assert "characters" in bare
    assert _ESC in report.to_terminal(color=True)


def test_markdown_cites_with_footnotes(report: Report) -> None:
    """Every footnote that is cited is there."""
    text = report.to_markdown()
    assert "- ≠ **contradicted**: The mill employs 430 people.[^" in text
    assert "[^1]: " in text
    assert "    > A fire closed the Tarn mill on Saturday." in text
    assert "## Not checked" in text


def test_json_reads_back(report: Report) -> None:
    """What is read is equal to what was written."""
    assert Report.model_validate_json(report.to_json()) == report


def test_text_stays_text() -> None:
    """Escape sequences and markup in the checked text and in articles do nothing."""
    hostile = f"A fire{_ESC}[31m closed the <b>Tarn</b> mill [x](http://evil.invalid) on Saturday."
    article = read_article(f"Fire\n\n{hostile}\n".encode(), name="fire.txt", media="text")
    shown = check(hostile, article, entailment="off")
    assert _ESC not in shown.to_terminal()
    assert _ESC not in shown.to_markdown()
    assert "<b>" not in shown.to_markdown()
    assert "](http" not in shown.to_markdown()


def test_a_report_without_complaints_is_short() -> None:
    """Nothing is said about what is not there."""
    article = read_article(FIRE.encode(), name="fire.txt", media="text")
    fine = check("The mill, which makes paper, employs 340 people.", article, entailment="off")
    for text in (fine.to_terminal(), fine.to_markdown()):
        assert "Not checked" not in text
        assert "Left out" not in text


def test_words_that_the_evidence_does_not_have_stand_below() -> None:
    """In a supported sentence too, so that a reader sees what rests on no word of the evidence."""
    article = read_article(FIRE.encode(), name="fire.txt", media="text")
    report = check("A fire closed the smelly Tarn mill on Saturday.", article, entailment="off")
    assert report.supported
    assert "in other words there, or not at all: “smelly”" in report.to_terminal()
    assert "  - in other words there, or not at all: “smelly”" in report.to_markdown()
    assert '"unmatched": [\n' in report.to_json()
