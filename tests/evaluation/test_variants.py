"""Other ways of asking about a pair: how claims are split, what is asked, and what the report makes of it."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from conspectus.evaluation import tried
from conspectus.evaluation.gates import discrimination
from conspectus.evaluation.gates_report import report
from conspectus.evaluation.pairs import Pair, load_pairs
from conspectus.evaluation.recorded import load_answers
from conspectus.evaluation.recording import record
from conspectus.evaluation.variants import VARIANTS, atoms, sample
from conspectus.evaluation.verification import main
from tests.support.scripted import Body, ScriptedEndpoint, Step, choice, prompt_of, reply, scripted_settings

TEXT = "The mill closed on Monday. Five people were hurt. The owner said that it might open again.\n"


def _pair(article: str, number: int, kind: str, claim: str) -> Pair:
    true = kind == "paraphrase_easy"
    return Pair(
        id=f"{article}-{number}",
        article=article,
        published=None,
        split="dev",
        kind=kind,
        label="supported" if true else "unsupported",
        claim=claim,
        evidence=("The mill closed on Monday.", "Five people were hurt."),
    )


def _pairs() -> list[Pair]:
    rows = (
        ("paraphrase_easy", "The mill closed on Monday, and five people were hurt."),
        ("number", "The mill closed on Monday, and six people were hurt."),
        ("date", "The mill closed on Sunday."),
    )
    return [_pair(article, at, *row) for article in ("mill", "weir") for at, row in enumerate(rows)]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A directory of pairs."""
    (tmp_path / "articles").mkdir()
    for article in ("mill", "weir"):
        (tmp_path / "articles" / f"{article}.txt").write_text(TEXT)
    (tmp_path / "pairs.yaml").write_text(yaml.safe_dump([pair.model_dump(mode="json") for pair in _pairs()]))
    return tmp_path


def _answer(body: Body) -> Step:
    """An endpoint that sees wrong numbers and days, but only where the statement is short or stands first."""
    prompt = prompt_of(body)
    wrong = "six" in prompt.casefold() or "Sunday" in prompt
    if "Quote the words" in prompt:
        return reply({"quote": "Monday" if "Sunday" in prompt else "None."})
    first = prompt.index("Statement:") < prompt.index("Monday.\nFive")
    seen = wrong and (first or ", and" not in prompt)
    return choice("no", {"yes": 0.2, "no": 0.8}) if seen else choice("yes", {"yes": 0.9, "no": 0.1})


async def _recorded(root: Path, *names: str) -> ScriptedEndpoint:
    endpoint = ScriptedEndpoint(_answer)
    for name in names:
        await record(
            load_pairs(root),
            root / "recorded",
            variant=VARIANTS[name],
            settings=scripted_settings(),
            transport=endpoint,
        )
    return endpoint


@pytest.mark.parametrize(
    ("claim", "parts"),
    [
        ("The mill closed on Monday.", ["The mill closed on Monday."]),
        (
            "The mill closed on Monday, and five people were hurt.",
            ["The mill closed on Monday.", "Five people were hurt."],
        ),
        (
            "The mill closed on Monday and now expects to open in May.",
            ["The mill closed on Monday.", "The mill now expects to open in May."],
        ),
        (
            "Lena Ruud, who resigned in protest, argued that it was bought.",
            ["Lena Ruud resigned in protest.", "Lena Ruud argued that it was bought."],
        ),
        ("Salt and iron were sold.", ["Salt and iron were sold."]),
    ],
)
def test_a_claim_is_split_at_its_clauses(claim: str, parts: list[str]) -> None:
    """Each atom has a subject; what can't be split stays whole."""
    assert list(atoms(claim)) == parts


def test_a_sample_does_not_depend_on_order() -> None:
    """It is chosen by the ids alone, and a larger one contains it."""
    pairs = _pairs()
    assert sample(pairs, 3) == sample(pairs[::-1], 3) == sample(pairs, 5)[:3]


async def test_each_way_of_asking_has_its_own_answers(root: Path) -> None:
    """Those of one prompt share a file, so that an atom that is a whole claim is not asked about again."""
    assert len((await _recorded(root, "plain")).bodies) == 3
    assert len((await _recorded(root, "atoms")).bodies) == 3
    assert len((await _recorded(root, "claim-first", "contradicting")).bodies) == 6
    assert {path.name for path in (root / "recorded").iterdir()} == {
        "scripted.jsonl",
        "scripted.eval-claim-first.jsonl",
        "scripted.eval-contradicting.jsonl",
    }
    assert '"quote": "Monday"' in (root / "recorded" / "scripted.eval-contradicting.jsonl").read_text()


async def test_the_ways_are_compared_on_the_same_pairs(root: Path) -> None:
    """Atoms score as their least likely one, both orders as the mean of their log-odds."""
    await _recorded(root, *VARIANTS)
    recorded = [load_answers(path) for path in sorted((root / "recorded").glob("*.jsonl"))]
    answers = {each.asked.prompt: each for each in recorded}
    chosen = tried.common(load_pairs(root), answers)
    assert len(chosen) == 6
    found = {name: [o.score for o in alone][:3] for name, alone, _ in tried.results(chosen, answers)}
    assert found["plain"][0] == found["plain"][1] > found["plain"][2]
    assert found["atoms"][0] > found["atoms"][1] == found["atoms"][2]
    assert found["both orders"][0] > found["both orders"][1] > found["both orders"][2]
    assert found["contradicting"][0] == found["contradicting"][1] > found["contradicting"][2]
    assert main(["--root", str(root)]) == 0
    text = (root / "results.md").read_text()
    assert "## Ways of asking scripted: 6 pairs of dev" in text
    assert "| claim-first | 100.0%" in text
    assert "entailment, scripted |" not in text


async def test_a_claim_is_set_against_its_counterfactual(root: Path) -> None:
    """The difference ranks a claim above one whose counterfactual is likelier, whatever their wording is worth."""
    rows = (
        ("mill", 0, "paraphrase_easy", "Prices rose in May."),
        ("mill", 1, "number", "Prices fell in June."),
        ("weir", 2, "paraphrase_easy", "Costs rose in July."),
        ("weir", 3, "number", "Costs fell."),
        ("weir", 4, "number", "The mill closed."),
    )
    pairs = [_pair(*row) for row in rows]

    def answer(body: Body) -> Step:
        statement = prompt_of(body).rpartition("Statement:")[2]
        yes = 0.5 if "July" in statement else 0.8 if "June" in statement else 0.3
        yes += 0.1 if "rose" in statement else 0.0
        return choice("yes", {"yes": yes, "no": 1 - yes})

    await record(
        pairs,
        root / "recorded",
        variant=VARIANTS["contrast"],
        settings=scripted_settings(),
        transport=ScriptedEndpoint(answer),
    )
    answers = load_answers(root / "recorded" / "scripted.jsonl")
    assert len(answers) == 8
    found = tried.contrasts(pairs, answers)
    assert [result.pair.id for result in found["plain"]] == ["mill-0", "mill-1", "weir-2", "weir-3"]
    assert discrimination(found["plain"]) < 1
    assert discrimination(found["contrast"]) == 1
    assert all(result.passed is result.true for result in found["contrast"])
    text = report(pairs, [answers])
    assert "## Claim and counterfactual, scripted: 4 pairs" in text
    assert "AUROC gained: +" in text
    assert "likelier by 0.5 of log-odds: true claims 0, errors 1" in text


async def test_a_model_that_was_asked_about_a_sample_is_no_gate(root: Path) -> None:
    """It has figures for the dev pairs that it was asked about, and no column for the others."""
    endpoint = ScriptedEndpoint(_answer)
    await record(load_pairs(root)[:2], root / "recorded", settings=scripted_settings(), transport=endpoint)
    assert main(["--root", str(root)]) == 0
    text = (root / "results.md").read_text()
    assert "## Ways of asking scripted: 4 pairs of dev" in text
    assert "| atoms |" not in text
