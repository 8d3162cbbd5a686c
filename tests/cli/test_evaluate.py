"""What `conspectus eval` says and how it ends."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from conspectus import pipeline
from conspectus.evaluation.systems import conspectus_itself
from tests.support.cases import write_case
from tests.support.program import ENDPOINT, Program, obliging
from tests.support.scripted import ScriptedEndpoint, fault, prompt_of

ROOT = Path(__file__).parents[2]


def test_sound_cases_pass_the_linter(program: Program, tmp_path: Path) -> None:
    """It says how much there is, and ends with 0."""
    write_case(tmp_path)
    ended = program("eval", "--lint", str(tmp_path))
    assert (ended.code, ended.err) == (0, "")
    assert "1 case with 3 articles" in ended.out


def test_every_problem_is_listed(program: Program, tmp_path: Path) -> None:
    """One a line on the output with file and line, then the count; exit code 3."""
    folder = write_case(tmp_path, lambda content: content["origins"].pop())
    ended = program("eval", "--lint", str(tmp_path))
    assert ended.code == 3
    assert ended.out.startswith(f"{folder}/case.yaml:")
    assert ended.err == f"error: {tmp_path}: 1 problem in 1 of 1 case\n"


def suite(directory: Path) -> str:
    """A directory of two cases, with room beside it."""
    for name in ("bridge", "twin"):
        write_case(directory / "eval" / "cases", name=name)
    return str(directory / "eval" / "cases")


MODELLESS = ("--systems", "conspectus-none", "--systems", "lead")


def test_the_suite_replays_without_model_or_network(program: Program, tmp_path: Path) -> None:
    """A table on the output; systems that were never recorded are told, and are no error."""
    ended = program("eval", suite(tmp_path))
    assert ended.code == 0
    assert "coverage, vital" in ended.out
    assert "lead sentences" in ended.out
    assert "not recorded: 10 of 18 cases and systems" in ended.out


def test_results_are_written_the_same_twice(program: Program, tmp_path: Path) -> None:
    """As Markdown and as JSON, by suffix; the command that made them is named."""
    cases = suite(tmp_path)
    for number in "12":
        ended = program("eval", cases, *MODELLESS, "-o", f"{number}.md", "-o", f"{number}.json", "--quiet")
        assert (ended.code, ended.out, ended.err) == (0, "", "")
    assert Path("1.md").read_bytes() == Path("2.md").read_bytes()
    assert Path("1.json").read_bytes() == Path("2.json").read_bytes()
    text = Path("1.md").read_text("utf-8")
    assert f"`conspectus eval {cases} --systems conspectus-none --systems lead`" in text
    assert "digit changed" in text


def test_floors_are_raised_and_then_hold(program: Program, tmp_path: Path) -> None:
    """Beside the cases; a figure that sinks ends with 9 and names itself; lowering keeps the reason."""
    cases = suite(tmp_path)
    assert "there are no floors" in program("eval", cases, *MODELLESS, "--gate").err
    assert program("eval", cases, *MODELLESS, "--raise-floors").code == 0
    assert program("eval", cases, *MODELLESS, "--gate").code == 0
    floors = tmp_path / "eval" / "floors.json"
    text = floors.read_text("utf-8")
    assert "conspectus-none" in text
    assert '"lead"' not in text
    text = text.replace('"leaks": 0.0', '"leaks": -0.5').replace('"decoys": 0.0', '"decoys": -0.5')
    floors.write_text(text, encoding="utf-8")
    ended = program("eval", cases, *MODELLESS, "--gate")
    assert ended.code == 9
    assert "decoys is 0.0000, and its floor -0.5000; and 1 more" in ended.err
    assert "only with a reason" in program.fails("eval", cases, *MODELLESS, "--lower", "leaks", code=2)
    lower = ("--lower", "leaks", "--lower", "decoys", "--why", "A test.")
    assert program("eval", cases, *MODELLESS, *lower, "--gate").code == 0
    assert "A test." in floors.read_text("utf-8")


def test_slips_are_told_before_anything_is_done(program: Program, tmp_path: Path) -> None:
    """Names that are not there, options that contradict each other, and outputs without a format."""
    cases = suite(tmp_path)
    assert "no scorer 'covrage'" in program.fails("eval", cases, "--scorers", "covrage", code=2)
    assert "no system 'led'" in program.fails("eval", cases, "--systems", "led", code=2)
    assert "no case 'brigde'" in program.fails("eval", cases, "--cases", "brigde", code=3)
    assert "choose one" in program.fails("eval", cases, "--record", "--live", code=2)
    assert "all cases" in program.fails("eval", cases, "--gate", "--cases", "twin", code=2)
    assert "no scorer 'x'" in program.fails("eval", cases, "--lower", "x", "--why", "y", code=2)
    assert "suffix" in program.fails("eval", cases, "-o", "x.csv", code=2)
    assert "too many" in program.fails("eval", cases, "other", code=2)


def test_a_file_that_can_not_be_written_costs_no_other(program: Program, tmp_path: Path) -> None:
    """The figures are in the others and on the output, and the run ends with 4."""
    cases = suite(tmp_path)
    Path("full.md").symlink_to("/dev/full")
    ended = program("eval", cases, *MODELLESS, "-o", "full.md", "-o", "whole.json")
    assert (ended.code, ended.out[:10]) == (4, program("eval", cases, *MODELLESS).out[:10])
    assert "full.md: can't be written" in ended.err
    assert json.loads(Path("whole.json").read_text("utf-8"))["cases"]


def test_a_malformed_case_is_told_with_its_line(program: Program, tmp_path: Path) -> None:
    """Before any system runs; exit code 3."""
    cases = suite(tmp_path)
    path = Path(cases) / "twin" / "case.yaml"
    path.write_text(path.read_text("utf-8").replace("kind: number", "kind: nonsense"), encoding="utf-8")
    line = program.fails("eval", cases, code=3)
    assert f"{path}:" in line


def test_what_is_asked_for_by_name_and_never_recorded_is_an_error(program: Program, tmp_path: Path) -> None:
    """With the command that records it; the finished systems are shown all the same."""
    ended = program("eval", suite(tmp_path), "--systems", "lead", "--systems", "one-prompt-1.5b")
    assert ended.code == 3
    assert "lead sentences" in ended.out
    assert "--record --systems one-prompt-1.5b" in ended.err


def test_own_cases_are_measured_live(program: Program, tmp_path: Path) -> None:
    """With the model in force; here none."""
    ended = program("eval", suite(tmp_path), "--live", "--model", "none")
    assert ended.code == 0
    assert "Conspectus, no model" in ended.out


def test_a_case_is_scaffolded_from_articles(program: Program, articles: tuple[str, str]) -> None:
    """In eval/cases of the working directory; the linter says what is left to do."""
    ended = program("eval", "--new", "boats", *articles)
    assert (ended.code, ended.err) == (0, "")
    assert Path("eval/cases/boats/articles/ferry.txt").is_file()
    linted = program("eval", "--lint")
    assert linted.code == 3
    assert "title is still to be filled in" in linted.out


@pytest.mark.parametrize(
    "more", ["--live", "--gate", "--no-cache", "--model=none", "--cases=boats", "-ox.html", "--format=json"]
)
def test_what_measures_nothing_takes_no_option_of_measuring(
    program: Program, articles: tuple[str, str], more: str
) -> None:
    """An option that would be ignored is a wrong call, and nothing is made."""
    assert "--new makes a case" in program.fails("eval", "--new", "boats", *articles, more, code=2)
    assert "--lint reads all cases" in program.fails("eval", "--lint", more, code=2)
    assert "--new makes a case" in program.fails("eval", "--new", "boats", *articles, "--lint", code=2)
    assert not Path("eval").exists()


@pytest.fixture
def endpoint(monkeypatch: pytest.MonkeyPatch) -> ScriptedEndpoint:
    """An obliging model where the network would be."""
    scripted = ScriptedEndpoint(obliging)

    async def abrief(sources: Any, **options: Any) -> Any:
        return await pipeline.abrief(sources, **{**options, "transport": scripted})

    monkeypatch.setattr(conspectus_itself, "abrief", abrief)
    return scripted


def own_prompts(directory: Path, words: str) -> str:
    """A directory with a summarising prompt of one's own."""
    directory.mkdir()
    text = (ROOT / "prompts" / "summarise.md").read_text("utf-8")
    (directory / "summarise.md").write_text(
        text.replace("# system\n", f"# system\n{words} "), encoding="utf-8"
    )
    return str(directory)


def test_two_models_are_compared_case_by_case(
    program: Program, tmp_path: Path, endpoint: ScriptedEndpoint
) -> None:
    """Paired differences, what they cost, and the same as Markdown, JSON and HTML."""
    ended = program(
        *("eval", suite(tmp_path), "--compare", "none", "scripted", *ENDPOINT[:2], "--no-cache"),
        *("-o", "c.md", "-o", "c.json", "-o", "c.html"),
    )
    assert ended.code == 0, ended.err
    assert "A: no model" in ended.out
    assert "tokens" in ended.out
    assert endpoint.bodies
    comparison = json.loads(Path("c.json").read_text("utf-8"))
    tokens = next(change for change in comparison["changes"] if change["scorer"] == "tokens")
    assert tokens["a"] == 0 < tokens["b"]
    assert [loss["case"] for loss in tokens["losses"]] == ["bridge", "twin"]
    assert "--compare none scripted" in Path("c.md").read_text("utf-8")
    assert "<svg" in Path("c.html").read_text("utf-8")


def test_prompts_are_looked_at_before_cases(program: Program, tmp_path: Path) -> None:
    """Of two mistakes, the one in the command is told, before anything is read."""
    message = program.fails("eval", str(tmp_path / "none"), "--prompts", str(tmp_path / "p"), code=2)
    assert "is no directory of prompts" in message


def test_two_directories_of_prompts_are_compared(
    program: Program, tmp_path: Path, endpoint: ScriptedEndpoint
) -> None:
    """Each is asked with its own words, and the bundled prompts are what they were."""
    a, b = own_prompts(tmp_path / "a", "Be kind."), own_prompts(tmp_path / "b", "Be strict.")
    ended = program("eval", suite(tmp_path), "--compare", a, b, *ENDPOINT, "--no-cache")
    assert ended.code == 0, ended.err
    asked = [prompt_of(body)[:10] for body in endpoint.bodies]
    assert any(text.startswith("Be kind.") for text in asked)
    assert any(text.startswith("Be strict.") for text in asked)
    assert f"prompts {b}" in ended.out


def test_an_endpoint_that_goes_down_half_way_keeps_what_is_done(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, endpoint: ScriptedEndpoint
) -> None:
    """The finished case is shown and written; the end says how many are done and how to go on."""
    monkeypatch.setenv("CONSPECTUS_ATTEMPTS", "1")
    endpoint._next = lambda body: fault(503) if "Kell" in prompt_of(body) else obliging(body)
    cases = suite(tmp_path)
    # The second case needs other words, or all its answers would be in the cache.
    for path in (Path(cases) / "twin").rglob("*.*"):
        path.write_text(path.read_text("utf-8").replace("Orlen", "Kell"), encoding="utf-8")
    ended = program("eval", cases, "--live", *ENDPOINT, "-o", "r.json")
    assert ended.code == 7
    assert "1 of 2 cases are done; the same command goes on from there" in ended.err
    assert {line["case"] for line in json.loads(Path("r.json").read_text("utf-8"))["by_case"]} == {"bridge"}


def test_comparisons_that_say_nothing_are_refused(program: Program, tmp_path: Path) -> None:
    """A model with itself, a recording, a gate, prompts that nobody asks."""
    cases = suite(tmp_path)
    assert "compared with itself" in program.fails("eval", cases, "--compare", "none", "none", code=2)
    assert "records nothing" in program.fails("eval", cases, "--compare", "none", "x", "--gate", code=2)
    (tmp_path / "p").mkdir()
    (tmp_path / "p" / "shortn.md").write_text("x", encoding="utf-8")
    assert "shortn.md is no prompt" in program.fails("eval", cases, "--prompts", str(tmp_path / "p"), code=2)
    assert "names the models" in program.fails(
        "eval", cases, "--compare", "a", "b", "--model", "none", code=2
    )
