from __future__ import annotations

from pathlib import Path

import pytest

from conspectus.entailment import question
from conspectus.errors import InputError
from conspectus.evaluation.recorded import Asked, append, load_answers, start_file

ASKED = Asked(model="small", sha256="ab" * 32, prompt="support", fingerprint="0" * 12)
MILL = question("The mill closed.", ["The mill closed on Monday."])


def test_an_answer_is_found_by_the_exact_messages(tmp_path: Path) -> None:
    """What was appended is there, and who was asked."""
    path = tmp_path / "deep" / "small.jsonl"
    start_file(path, ASKED)
    append(path, "mill-01", MILL, 0.123456789)
    answers = load_answers(path)
    assert answers.asked == ASKED
    assert len(answers) == 1
    assert MILL in answers
    assert answers.yes(MILL, pair="mill-01") == pytest.approx(0.123457)


def test_a_question_that_was_never_asked_is_a_miss(tmp_path: Path) -> None:
    """One changed character is enough; the error names pair and command."""
    path = tmp_path / "small.jsonl"
    start_file(path, ASKED)
    append(path, "mill-01", MILL, 0.5)
    changed = question("The mill closes.", ["The mill closed on Monday."])
    with pytest.raises(InputError, match=r"pair mill-01.*--record"):
        load_answers(path).yes(changed, pair="mill-01")


@pytest.mark.parametrize("text", ["", "{}", "no json\n"])
def test_a_file_must_say_who_was_asked(tmp_path: Path, text: str) -> None:
    """Otherwise its first line is named."""
    path = tmp_path / "small.jsonl"
    path.write_text(text)
    with pytest.raises(InputError, match=r"small\.jsonl:1"):
        load_answers(path)


def test_a_malformed_answer_is_named_by_its_line(tmp_path: Path) -> None:
    """A probability above one is none."""
    path = tmp_path / "small.jsonl"
    start_file(path, ASKED)
    append(path, "mill-01", MILL, 0.5)
    with path.open("a") as file:
        file.write('{"pair": "mill-02", "messages": "00", "yes": 2}\n')
    with pytest.raises(InputError, match=r"small\.jsonl:3"):
        load_answers(path)


def test_a_missing_file_says_how_to_record(tmp_path: Path) -> None:
    """The hint is the command."""
    with pytest.raises(InputError, match=r"--record"):
        load_answers(tmp_path / "none.jsonl")
