"""What a directory of labelled pairs must be like to be loaded, and what the real one is like."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml

from conspectus.errors import ConspectusError, InputError
from conspectus.evaluation.pairs import SUPPORTED_KINDS, UNSUPPORTED_KINDS, Pair, Split, load_pairs
from conspectus.evaluation.summaries import load_summaries

SPLITS: tuple[Split, ...] = get_args(Split)
DATA = Path(__file__).parents[2] / "eval" / "verification"
ARTICLE = "The bridge was closed on Monday.\nAbout 40 lorries turned back.\n"
GOOD: dict[str, Any] = {
    "id": "bridge-01",
    "article": "bridge",
    "published": date(2025, 3, 5),
    "split": "dev",
    "kind": "paraphrase_easy",
    "label": "supported",
    "claim": "About 40 lorries had to turn round.",
    "evidence": ["About 40 lorries turned back."],
}

Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """A function that writes the records given, each `GOOD` with changes, and returns their directory."""

    def _write(*changes: dict[str, Any]) -> Path:
        (tmp_path / "articles").mkdir()
        (tmp_path / "articles" / "bridge.txt").write_text(ARTICLE, encoding="utf-8")
        (tmp_path / "articles" / "tunnel.txt").write_text(ARTICLE, encoding="utf-8")
        records = [{k: v for k, v in (GOOD | change).items() if v is not ...} for change in changes]
        (tmp_path / "pairs.yaml").write_text(yaml.safe_dump(records, sort_keys=False), encoding="utf-8")
        return tmp_path

    return _write


def test_sound_pairs_are_loaded_in_file_order(write: Write) -> None:
    """Pairs come back as typed values, in the order of the file."""
    second = {"id": "bridge-02", "kind": "hedge_dropped", "label": "unsupported"}
    pairs = load_pairs(write({}, second))
    assert [pair.id for pair in pairs] == ["bridge-01", "bridge-02"]
    assert pairs[0] == Pair(**GOOD)
    assert pairs[1].label == "unsupported"


def _more(directory: Path, name: str, change: dict[str, Any]) -> Path:
    (directory / name).write_text(yaml.safe_dump([GOOD | change], sort_keys=False), encoding="utf-8")
    return directory


def test_further_files_of_pairs_come_after_the_first(write: Write) -> None:
    """`pairs.yaml` is read, then `pairs-<name>.yaml` by name; other files are not."""
    directory = write({})
    _more(directory, "pairs-third.yaml", {"id": "tunnel-02", "article": "tunnel", "split": "dev2"})
    _more(directory, "pairs-second.yaml", {"id": "tunnel-01", "article": "tunnel", "split": "dev2"})
    _more(directory, "repairs.yaml", {"id": "bridge-02"})
    pairs = load_pairs(directory)
    assert [(pair.id, pair.split) for pair in pairs] == [
        ("bridge-01", "dev"),
        ("tunnel-01", "dev2"),
        ("tunnel-02", "dev2"),
    ]


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({}, r"'bridge-01' is already taken by .*pairs\.yaml:1"),
        ({"id": "bridge-02", "split": "dev2"}, "bridge-01 of the same article has 'dev'"),
    ],
)
def test_the_files_of_pairs_agree(write: Write, change: dict[str, Any], complaint: str) -> None:
    """Ids are unique, and articles in one split, across the files; the error names the later file."""
    with pytest.raises(InputError, match=complaint) as caught:
        load_pairs(_more(write({}), "pairs-second.yaml", change))
    assert "pairs-second.yaml:1" in str(caught.value.where)


def test_an_unknown_publication_date_stays_unknown(write: Write) -> None:
    """`published: null` is loaded as None."""
    assert load_pairs(write({"published": None}))[0].published is None


def test_a_quote_may_span_lines(write: Write) -> None:
    """Evidence is compared with the article as it stands, line ends included."""
    quote = "closed on Monday.\nAbout 40"
    assert load_pairs(write({"evidence": [quote]}))[0].evidence == (quote,)


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"article": "ferry"}, "there is no article"),
        ({"article": "../bridge"}, "article: "),
        ({"evidence": ["About 41 lorries turned back."]}, "evidence is not in article 'bridge'"),
        ({"evidence": ["about 40 lorries turned back."]}, "evidence is not in article 'bridge'"),
        ({"evidence": [GOOD["evidence"][0], "closed  on Monday"]}, "closed  on Monday"),
        ({"evidence": []}, "evidence: "),
        ({"evidence": [" "]}, "evidence.0: "),
        ({"evidence": ...}, "evidence: Field required"),
        ({"published": ...}, "published: Field required"),
        ({"published": "last week"}, "published: "),
        ({"claim": "  "}, "claim: "),
        ({"kind": "spelling"}, "unknown kind 'spelling'"),
        ({"kind": "number"}, "kind 'number' is unsupported, but the label says supported"),
        ({"label": "unsupported"}, "kind 'paraphrase_easy' is supported, but the label says unsupported"),
        ({"label": "maybe"}, "label: "),
        ({"split": "train"}, "split: "),
        ({"note": "?"}, "note: "),
    ],
)
def test_an_unsound_pair_is_named_with_its_line(write: Write, change: dict[str, Any], complaint: str) -> None:
    """The error says what is wrong with which pair, and where it is in which file."""
    directory = write({}, {"id": "bridge-02"} | change)
    line = (directory / "pairs.yaml").read_text(encoding="utf-8").splitlines().index("- id: bridge-02") + 1
    with pytest.raises(InputError) as caught:
        load_pairs(directory)
    assert caught.value.where == f"{directory / 'pairs.yaml'}:{line} (bridge-02)"
    assert complaint in caught.value.message


def test_a_second_pair_with_the_same_id_is_refused(write: Write) -> None:
    """An id names one pair only; the error gives the line of the first."""
    with pytest.raises(InputError, match=r"'bridge-01' is already taken by .*pairs\.yaml:1"):
        load_pairs(write({}, {"claim": "Some 40 lorries turned back."}))


def test_an_article_is_in_one_split_only(write: Write) -> None:
    """Pairs of one article can't be divided between dev and test."""
    with pytest.raises(InputError, match="split is 'test', but bridge-01 of the same article has 'dev'"):
        load_pairs(write({}, {"id": "bridge-02", "split": "test"}))


def test_another_article_may_be_in_the_other_split(write: Write) -> None:
    """Splits and dates are compared within an article, not across articles."""
    other = {"id": "tunnel-01", "article": "tunnel", "split": "test", "published": None}
    assert [pair.split for pair in load_pairs(write({}, other))] == ["dev", "test"]


def test_an_article_has_one_publication_date(write: Write) -> None:
    """Pairs of one article can't disagree on when it was published."""
    with pytest.raises(
        InputError, match="published is None, but bridge-01 of the same article has 2025-03-05"
    ):
        load_pairs(write({}, {"id": "bridge-02", "published": None}))


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"- id: [", "not valid YAML"),
        (b"- id: !!python/name:os.system x\n", "not valid YAML"),
        (b"id: bridge-01\n", "holds no list of pairs"),
        (b"", "holds no list of pairs"),
        (b"- just words\n", "Input should be"),
        (b"- \xff\n", "can't be read"),
    ],
)
def test_a_file_that_holds_no_pairs_is_named(tmp_path: Path, content: bytes, complaint: str) -> None:
    """What can't be read as a list of pairs ends in an error with the file's name."""
    (tmp_path / "pairs.yaml").write_bytes(content)
    with pytest.raises(InputError) as caught:
        load_pairs(tmp_path)
    assert str(tmp_path / "pairs.yaml") in str(caught.value)
    assert complaint in caught.value.message


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """A directory without pairs is an error, not an empty data set."""
    with pytest.raises(ConspectusError, match=r"pairs\.yaml: can't be read"):
        load_pairs(tmp_path)


@pytest.fixture(scope="module")
def real() -> tuple[Pair, ...]:
    """The pairs that the verifier is measured on."""
    return load_pairs(DATA)


def test_the_real_data_is_large_and_balanced(real: tuple[Pair, ...]) -> None:
    """At least 420 pairs over 14 articles, at least 200 of each label, and 40 % of each in every split."""
    assert len(real) >= 420
    assert len({pair.article for pair in real}) >= 14
    labels = Counter(pair.label for pair in real)
    assert min(labels["supported"], labels["unsupported"]) >= 200
    for split in SPLITS:
        here = Counter(pair.label for pair in real if pair.split == split)
        assert 0.4 <= here["supported"] / here.total() <= 0.6


def test_the_real_data_covers_every_kind(real: tuple[Pair, ...]) -> None:
    """Each planted error has 10 examples or more, each supported kind 40, and most splits have all kinds.

    Five of each, or two where the fourth or the sixth set was halved. The fifth and the seventh set lack some kinds.
    """
    kinds = Counter(pair.kind for pair in real)
    assert min(kinds[kind] for kind in UNSUPPORTED_KINDS) >= 10
    assert min(kinds[kind] for kind in SUPPORTED_KINDS) >= 40
    in_split = Counter((pair.kind, pair.split) for pair in real)
    halves: tuple[Split, ...] = ("dev4", "held4", "dev6", "held6")
    partial: tuple[Split, ...] = ("dev5", "dev7", "held7")
    assert (
        min(in_split[kind, split] for kind in kinds for split in SPLITS if split not in (*halves, *partial))
        >= 5
    )
    assert min(in_split[kind, split] for kind in kinds for split in halves) >= 2


@pytest.mark.parametrize(
    ("dev", "held", "articles"), [("dev4", "held4", 4), ("dev6", "held6", 6), ("dev7", "held7", 6)]
)
def test_the_fourth_the_sixth_and_the_seventh_real_set_are_halved(
    real: tuple[Pair, ...], dev: Split, held: Split, articles: int
) -> None:
    """Half of the articles are held out, and both splits have the same share of each kind; half is true."""
    halves = [[pair for pair in real if pair.split == split] for split in (dev, held)]
    assert [len({pair.article for pair in pairs}) for pairs in halves] == [articles, articles]
    kinds = [Counter(pair.kind for pair in pairs) for pairs in halves]
    assert kinds[0] == kinds[1]
    assert Counter(pair.label for pair in halves[0]) == {"supported": 60, "unsupported": 60}


def test_a_third_of_the_first_real_set_is_kept_for_testing(real: tuple[Pair, ...]) -> None:
    """About a third of the articles and of the pairs are in the test split; the later sets have a split each."""
    first = [pair for pair in real if pair.split in ("dev", "test")]
    articles = {pair.article: pair.split for pair in first}
    share = Counter(articles.values())["test"] / len(articles)
    assert 0.28 <= share <= 0.38
    assert 0.28 <= sum(pair.split == "test" for pair in first) / len(first) <= 0.38


def test_every_real_article_is_of_proper_length_and_used(real: tuple[Pair, ...]) -> None:
    """Articles have 200 to 450 words, those of the fifth set up to 700, and each has pairs or summaries."""
    files = {path.stem: path.read_text(encoding="utf-8") for path in (DATA / "articles").glob("*.txt")}
    summarised = {slug for summary in load_summaries(DATA) for slug in summary.articles}
    assert set(files) == {pair.article for pair in real} | summarised
    fifth = {pair.article for pair in real if pair.split == "dev5"}
    assert all(
        200 <= len(text.split()) <= (700 if article in fifth else 450) for article, text in files.items()
    )


def test_no_real_claim_is_there_twice_or_copied(real: tuple[Pair, ...]) -> None:
    """Each claim is its own, and none is just one of its quotes."""
    claims = Counter((pair.article, pair.claim.casefold()) for pair in real)
    assert max(claims.values()) == 1
    assert not [pair.id for pair in real if pair.claim in pair.evidence]


def test_the_readme_counts_what_is_there(real: tuple[Pair, ...]) -> None:
    """The table in the README gives the number of pairs of each kind in each split."""
    readme = (DATA / "README.md").read_text(encoding="utf-8")
    columns = r" \| (\d+)" * (len(SPLITS) + 1)
    rows = re.findall(rf"^\| `(\w+)`{columns} \|$", readme, re.M)
    written = {kind: tuple(map(int, row)) for kind, *row in rows}
    counts = Counter((pair.kind, pair.split) for pair in real)
    assert written == {
        kind: (*(each := [counts[kind, split] for split in SPLITS]), sum(each))
        for kind in (*SUPPORTED_KINDS, *UNSUPPORTED_KINDS)
    }
