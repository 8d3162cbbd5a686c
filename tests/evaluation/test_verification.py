"""The report of the gates, its recording and its fit, over pairs of its own."""

from __future__ import annotations

from array import array
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
import yaml

from conspectus.entailment import CALIBRATIONS, HEAD, PROMPT
from conspectus.errors import InputError, UsageError
from conspectus.evaluation import gates, verification
from conspectus.evaluation.gates_report import UNASKED, report
from conspectus.evaluation.pairs import Label, Pair, Split, load_pairs
from conspectus.evaluation.recorded import load_answers
from conspectus.evaluation.recording import record
from conspectus.evaluation.verification import fitted, main
from conspectus.llm.heads import ClaimJudge, Head, head_of
from conspectus.llm.states import State, States
from conspectus.model.usage import Usage
from conspectus.prompts import load
from tests.support.scripted import Body, ScriptedEndpoint, Step, choice, prompt_of, refusal, scripted_settings

ARTICLE = "The mill closed on Monday. Five people were hurt. The owner said that it might open again.\n"


def _pair(number: int, split: Split, kind: str, claim: str, evidence: str) -> Pair:
    supported = kind.startswith(("para", "merge", "conv"))
    label: Label = "supported" if supported else "unsupported"
    return Pair(
        id=f"{split}-{number}",
        article=f"mill-{split}",
        published=date(2025, 3, 4),
        split=split,
        kind=kind,
        label=label,
        claim=claim,
        evidence=(evidence,),
    )


def _pairs() -> list[Pair]:
    rows = (
        ("paraphrase_easy", "On Monday the mill closed.", "The mill closed on Monday."),
        ("conversion", "5 people were hurt.", "Five people were hurt."),
        ("number", "Six people were hurt.", "Five people were hurt."),
        ("date", "The mill closed on Sunday.", "The mill closed on Monday."),
    )
    splits: tuple[Split, ...] = ("dev", "test")
    return [_pair(number, split, *row) for split in splits for number, row in enumerate(rows)]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A directory of pairs."""
    (tmp_path / "articles").mkdir()
    for split in ("dev", "test"):
        (tmp_path / "articles" / f"mill-{split}.txt").write_text(ARTICLE)
    records = [pair.model_dump(mode="json") for pair in _pairs()]
    (tmp_path / "pairs.yaml").write_text(yaml.safe_dump(records))
    return tmp_path


def _honest(body: Body) -> Step:
    """An endpoint that is right about the pairs, and not too sure."""
    wrong = any(word in prompt_of(body) for word in ("Six", "Sunday"))
    return choice("no", {"yes": 0.3, "no": 0.7}) if wrong else choice("yes", {"yes": 0.9, "no": 0.1})


async def _recorded(root: Path, split: Split | None = None) -> ScriptedEndpoint:
    endpoint = ScriptedEndpoint(_honest)
    pairs = [pair for pair in load_pairs(root) if split in (None, pair.split)]
    await record(pairs, root / "recorded", settings=scripted_settings(), transport=endpoint)
    return endpoint


async def test_each_pair_is_asked_about_once(root: Path) -> None:
    """What a recording holds already is not asked about again; pairs of the same words are one question."""
    assert len((await _recorded(root, "dev")).bodies) == 4
    assert (await _recorded(root)).bodies == []
    answers = load_answers(root / "recorded" / "scripted.jsonl")
    assert answers.asked.sha256 is None
    for pair in _pairs():
        expected = 0.9 if pair.label == "supported" else 0.3
        assert gates.told(pair, answers) == pytest.approx(expected)


async def test_answers_to_another_prompt_are_not_kept(root: Path) -> None:
    """A file of another prompt is begun anew."""
    path = root / "recorded" / "scripted.jsonl"
    await _recorded(root)
    path.write_text(path.read_text().replace('"fingerprint":"', '"fingerprint":"x', 1))
    assert len((await _recorded(root)).bodies) == 4


async def test_without_a_model_nothing_is_recorded(root: Path) -> None:
    """And what a model does not answer is not made up."""
    with pytest.raises(UsageError, match="no model"):
        await record(_pairs(), root / "recorded", settings=scripted_settings(model="none", base_url=None))
    endpoint = ScriptedEndpoint(lambda _: refusal())
    with pytest.raises(ExceptionGroup) as caught:
        await record(_pairs(), root / "recorded", settings=scripted_settings(), transport=endpoint)
    assert caught.group_contains(UsageError, match="can't be used")


async def test_a_head_is_recorded_apart_and_counts_where_it_was_asked(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It has a file of its own, and no figures for the sets that it was fitted on unless they were put to it."""

    class Read:
        async def of(self, text: str, **_: str) -> State:
            return State(array("f", [-1.0 if text else 0.0]), Usage(calls=1))

    @asynccontextmanager
    async def opened(*_: object, judging: bool, **__: object) -> AsyncIterator[SimpleNamespace]:
        assert judging
        judge = ClaimJudge(Head("m", 2, (2.0,), 0.0, "f" * 12), cast("States", Read()))
        yield SimpleNamespace(name="m", judge=judge, profile=SimpleNamespace(slots=1))

    monkeypatch.setattr("conspectus.evaluation.recording.open_model", opened)
    chosen = [pair for pair in _pairs() if pair.split == "test"]
    path = await record(chosen, root / "recorded", head=True, settings=scripted_settings())
    answers = load_answers(path)
    assert (path.name, answers.asked.prompt, answers.asked.fingerprint) == ("m.head.jsonl", HEAD, "f" * 12)
    assert [gates.told(pair, answers) for pair in chosen] == [pytest.approx(0.119203)] * len(chosen)
    others = [
        pair.model_copy(update={"claim": f"So: {pair.claim}"}) for pair in _pairs() if pair.split == "dev"
    ]
    dev, test = report([*others, *chosen], [answers]).split("## test")
    assert "both, m.head" not in dev
    assert "| both, m.head |" in test


async def test_what_has_no_head_can_not_be_recorded_so(root: Path) -> None:
    """It says so, and asks nothing."""
    endpoint = ScriptedEndpoint([])
    with pytest.raises(UsageError, match="no head was fitted for scripted"):
        await record(_pairs(), root / "recorded", head=True, settings=scripted_settings(), transport=endpoint)
    assert endpoint.bodies == []


async def test_the_report_has_every_gate_on_both_splits(root: Path) -> None:
    """A model that is always right scores 100 %, and the same files give the same bytes."""
    await _recorded(root)
    answers = load_answers(root / "recorded" / "scripted.jsonl")
    text = report(load_pairs(root), [answers])
    assert text == report(load_pairs(root), [answers])
    dev, test = text.split("## test")
    for part in (dev, test):
        for gate in ("word overlap", "numbers only", "mechanical", "entailment, scripted", "both, scripted"):
            assert f"| {gate} |" in part
        assert "| both, scripted | 100.0% (100.0%–100.0%) | 1.000 (1.000–1.000) |" in part
    assert "scripted, prompt `support`" in text


async def test_a_model_that_was_asked_about_a_sample_is_no_gate(root: Path) -> None:
    """It has no column, for some of the pairs would have no answer."""
    endpoint = ScriptedEndpoint(_honest)
    await record(_pairs()[:2], root / "recorded", settings=scripted_settings(), transport=endpoint)
    answers = load_answers(root / "recorded" / "scripted.jsonl")
    others = [pair.model_copy(update={"claim": f"Then {pair.claim}"}) for pair in _pairs()[4:]]
    text = report([*_pairs()[:4], *others], [answers])
    assert "scripted" not in text
    assert "| mechanical |" in text


@pytest.mark.parametrize("split", ["dev2", "dev3", "dev4", "dev5", "dev6", "dev7", "held4", "held6", "held7"])
async def test_a_further_set_needs_no_recorded_answers(root: Path, split: Split) -> None:
    """It has the figures of the mechanical gates at once, and those of the model when it was asked."""
    await _recorded(root)
    extra = [
        pair.model_copy(update={"id": f"second-{at}", "article": "mill-more", "split": split, "claim": claim})
        for at, (pair, claim) in enumerate(
            zip(_pairs()[:3], ("Monday saw the mill close.", "Hurt: 5.", "Six were hurt."), strict=True)
        )
    ]
    (root / "articles" / "mill-more.txt").write_text(ARTICLE)
    (root / "pairs-second.yaml").write_text(yaml.safe_dump([pair.model_dump(mode="json") for pair in extra]))
    path = root / "recorded" / "scripted.jsonl"
    second = (
        report(load_pairs(root), [load_answers(path)]).split(f"## {split}: 3 pairs")[1].split("## test")[0]
    )
    assert "| mechanical |" in second
    assert "scripted" not in second
    await _recorded(root, split)
    second = (
        report(load_pairs(root), [load_answers(path)]).split(f"## {split}: 3 pairs")[1].split("## test")[0]
    )
    assert "| entailment, scripted | 100.0%" in second


async def test_a_miss_is_no_figure(root: Path) -> None:
    """A pair that the model was never asked about ends the report with what to do."""
    await _recorded(root, "dev")
    answers = load_answers(root / "recorded" / "scripted.jsonl")
    changed = [pair.model_copy(update={"claim": "The mill burned."}) for pair in load_pairs(root)]
    with pytest.raises(InputError, match="--record"):
        report(changed, [answers])


async def test_the_fit_separates_the_dev_pairs(root: Path) -> None:
    """Its one half lies between what the model says of true and of false claims; test pairs play no part."""
    await _recorded(root)
    answers = load_answers(root / "recorded" / "scripted.jsonl")
    pairs = load_pairs(root)
    noisy = [
        *pairs,
        pairs[0].model_copy(update={"label": "unsupported"}),
        pairs[2].model_copy(update={"label": "supported"}),
    ]
    calibration = fitted(noisy, answers)
    assert calibration(0.3) < 0.5 < calibration(0.9)
    assert calibration == fitted([pair for pair in noisy if pair.split == "dev"], answers)


async def test_the_program_writes_the_report(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """results.md stands beside the pairs; --fit prints a calibration for each model."""
    assert main(["--root", str(root)]) == 0
    assert "| mechanical |" in (root / "results.md").read_text()
    await _recorded(root)
    assert main(["--root", str(root)]) == 0
    assert "| both, scripted |" in (root / "results.md").read_text()
    capsys.readouterr()
    assert main(["--root", str(root), "--fit"]) == 0
    assert capsys.readouterr().out.startswith("scripted: Calibration(slope=")


def test_the_program_says_what_is_missing(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One line, and the exit code of the error."""
    assert main(["--root", str(root / "nowhere")]) == InputError.exit_code
    assert capsys.readouterr().err.startswith("error: ")
    assert (
        main(["--root", str(root), "--record", "--split", "dev", "--model", "none"]) == UsageError.exit_code
    )


def test_word_overlap_and_numbers_are_shares() -> None:
    """They are of the claim's own words and amounts."""
    pair = _pair(1, "dev", "number", "Six people were hurt in 2 mills.", "Two people were hurt.")
    assert gates.numbers_only(pair) == 0.5
    assert gates.word_overlap(pair) == 0.5
    empty = pair.model_copy(update={"claim": "It is."})
    assert gates.numbers_only(empty) == gates.word_overlap(empty) == 1.0


def test_a_threshold_is_found_on_dev() -> None:
    """It is the one that separates best."""
    pairs = _pairs()
    scores = {"paraphrase_easy": 0.4, "conversion": 0.6, "number": 0.3, "date": 0.1}
    gate = gates.tuned("kinds", lambda pair: scores[pair.kind], pairs)
    assert gate.threshold == 0.4
    assert gates.accuracy(gates.outcomes(gate, pairs)) == 1


def test_the_recorded_answers_are_of_the_prompt_in_force() -> None:
    """Every file in the repository was recorded with a prompt as it is now; `support` was asked about all its pairs."""
    pairs = load_pairs(verification.ROOT)
    for answers in map(load_answers, sorted((verification.ROOT / "recorded").glob("*.jsonl"))):
        if answers.asked.prompt == HEAD:
            head = head_of(answers.asked.model.removesuffix(f".{HEAD}"))
            assert head is not None
            assert answers.asked.fingerprint == head.fingerprint
            continue
        assert answers.asked.fingerprint == load(answers.asked.prompt).fingerprint
        if answers.asked.prompt != PROMPT or answers.asked.model not in CALIBRATIONS:
            continue
        for split in UNASKED:
            assert len({gates.asked(pair, answers) for pair in pairs if pair.split == split}) == 1
        for pair in pairs:
            assert pair.split in UNASKED or 0 <= gates.told(pair, answers) <= 1


def test_the_calibration_in_force_is_the_one_that_the_dev_pairs_give() -> None:
    """It was fitted on the recorded answers, and can be fitted again."""
    pairs = load_pairs(verification.ROOT)
    fits = {
        answers.asked.model: fitted(pairs, answers)
        for answers in map(load_answers, sorted((verification.ROOT / "recorded").glob("*.jsonl")))
        if answers.asked.prompt == PROMPT and answers.asked.model in CALIBRATIONS
    }
    assert fits == dict(CALIBRATIONS)
