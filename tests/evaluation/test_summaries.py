"""What files of labelled summaries must be like to be loaded, and what the real ones are like."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml

from conspectus.errors import InputError
from conspectus.evaluation.pairs import load_pairs
from conspectus.evaluation.summaries import Summary, SummarySplit, load_summaries

DATA = Path(__file__).parents[2] / "eval" / "verification"
SUPPORTED: dict[str, Any] = {
    "text": "It was shut on Monday.",
    "leans": True,
    "label": "supported",
    "kind": "paraphrase_easy",
    "evidence": [{"article": "bridge", "quote": "The bridge was closed on Monday."}],
}
WRONG: dict[str, Any] = {
    "text": "Four lorries turned back.",
    "label": "unsupported",
    "kind": "number",
    "note": "about 40",
}
HEADING: dict[str, Any] = {"text": "The bridge", "before": "# ", "label": "no_claim"}
GOOD: dict[str, Any] = {
    "id": "bridge-1",
    "group": "bridge",
    "split": "dev8",
    "writer": "a student",
    "articles": {"bridge": date(2025, 3, 5)},
    "sentences": [HEADING, SUPPORTED | {"before": "\n- "}, WRONG],
}

Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """A function that writes the records given, each `GOOD` with changes, as those of `dev8`."""

    def _write(*changes: dict[str, Any]) -> Path:
        (tmp_path / "articles").mkdir()
        for slug in ("bridge", "tunnel"):
            (tmp_path / "articles" / f"{slug}.txt").write_text(
                "The bridge was closed on Monday.\nAbout 40 lorries turned back.\n", encoding="utf-8"
            )
        records = [GOOD | change for change in changes]
        (tmp_path / "summaries-dev8.yaml").write_text(
            yaml.safe_dump(records, sort_keys=False), encoding="utf-8"
        )
        return tmp_path

    return _write


def test_the_text_is_the_sentences_after_what_stands_before_them(write: Write) -> None:
    """`before` is one space where it isn't given, and nothing at the start; spans leave it out."""
    (summary,) = load_summaries(write({}), ("dev8",))
    assert summary.text == "# The bridge\n- It was shut on Monday. Four lorries turned back."
    assert [summary.text[start:end] for start, end in summary.spans] == [
        each.text for each in summary.sentences
    ]
    plain = Summary.model_validate(GOOD | {"sentences": [WRONG]})
    assert plain.text == WRONG["text"]


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"id": "bridge-1"}, "'bridge-1' is already taken by"),
        ({"split": "dev9"}, "split is 'dev9', but this is the file of 'dev8'"),
        ({"articles": {"bridge": None}}, "split or articles are not those of bridge-1"),
        ({"group": "tunnel"}, "article 'bridge' is of the group 'bridge' too"),
        ({"group": "ferry", "articles": {"ferry": None}}, "there is no article"),
        ({"group": "tunnel", "articles": {"tunnel": None}}, "'bridge' is no article of this summary"),
        ({"sentences": []}, "sentences: "),
        (
            {"sentences": [SUPPORTED | {"evidence": [{"article": "bridge", "quote": "the bridge"}]}]},
            "evidence is not in article 'bridge': 'the bridge'",
        ),
        (
            {"sentences": [SUPPORTED | {"kind": "number"}]},
            "kind 'number' is none of a sentence that is supported",
        ),
        ({"sentences": [HEADING | {"kind": "merge"}]}, "kind 'merge' is none of a sentence that is no_claim"),
        ({"sentences": [SUPPORTED | {"evidence": []}]}, "a supported sentence has evidence"),
        ({"sentences": [WRONG | {"evidence": SUPPORTED["evidence"]}]}, "and no other has"),
        ({"sentences": [WRONG | {"note": None}]}, "an unsupported sentence has a note"),
        ({"sentences": [SUPPORTED | {"note": "fine"}]}, "an unsupported sentence has a note"),
    ],
)
def test_an_unsound_summary_is_named_with_its_line(
    write: Write, change: dict[str, Any], complaint: str
) -> None:
    """The error says what is wrong with which summary, and where it is in which file."""
    directory = write({}, {"id": "bridge-2"} | change)
    source = directory / "summaries-dev8.yaml"
    starts = [
        n for n, line in enumerate(source.read_text(encoding="utf-8").splitlines(), 1) if line[:5] == "- id:"
    ]
    with pytest.raises(InputError) as caught:
        load_summaries(directory, ("dev8",))
    assert str(caught.value.where).startswith(f"{source}:{starts[1]} (bridge-")
    assert complaint in caught.value.message


def test_only_the_splits_asked_for_are_opened(write: Write) -> None:
    """Without the file of `dev9`, `dev8` loads, and both together don't."""
    directory = write({})
    assert len(load_summaries(directory, ("dev8",))) == 1
    with pytest.raises(InputError, match=r"summaries-dev9\.yaml: can't be read"):
        load_summaries(directory)


@pytest.fixture(scope="module")
def real() -> tuple[Summary, ...]:
    """The summaries that `check` is measured on."""
    return load_summaries(DATA)


def test_no_group_of_the_real_summaries_is_in_two_splits(real: tuple[Summary, ...]) -> None:
    """Three groups of five summaries, and eight of two; of 20 articles in all; three in five claims are supported."""
    groups = Counter((summary.split, summary.group) for summary in real)
    assert Counter(split for split, _ in groups) == {"dev8": 3, "dev9": 3, "held9": 8}
    assert len({group for _, group in groups}) == len(groups)
    assert {(split, number) for (split, _), number in groups.items()} == {
        ("dev8", 5),
        ("dev9", 5),
        ("held9", 2),
    }
    assert len({slug for summary in real for slug in summary.articles}) == 20
    for split in get_args(SummarySplit):
        labels = Counter(
            each.label for summary in real if summary.split == split for each in summary.sentences
        )
        claims = labels["supported"] + labels["unsupported"]
        assert claims >= 85
        assert 0.58 <= labels["supported"] / claims <= 0.68


def test_the_real_summaries_share_no_article_with_the_pairs(real: tuple[Summary, ...]) -> None:
    """What was learned on a pair's article says nothing of the summaries'."""
    assert not {slug for summary in real for slug in summary.articles} & {
        pair.article for pair in load_pairs(DATA)
    }


def test_the_readme_counts_the_real_summaries(real: tuple[Summary, ...]) -> None:
    """The sentences of each label and split that the README gives are those that are there."""
    readme = (DATA / "README.md").read_text(encoding="utf-8")
    for split in get_args(SummarySplit):
        here = [each for summary in real if summary.split == split for each in summary.sentences]
        labels = Counter(each.label for each in here)
        row = (
            labels["supported"],
            labels["unsupported"],
            labels["no_claim"],
            sum(each.leans for each in here),
        )
        assert f"| `{split}` | {len(here)} | " + " | ".join(map(str, row)) + " |" in readme
