"""The documents say what the code does, wherever that can be looked up."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from conspectus import brief, check, errors, verify
from conspectus.llm import known_models
from conspectus.settings import Settings

ROOT = Path(__file__).resolve().parents[1]
DOCUMENTS = (
    "README.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "bench/README.md",
    *(str(path.relative_to(ROOT)) for path in sorted((ROOT / "docs").glob("*.md"))),
    *(str(path.relative_to(ROOT)) for path in sorted((ROOT / "eval").glob("**/*.md"))),
)


def read(name: str) -> str:
    """The text of a file of the repository."""
    return (ROOT / name).read_text(encoding="utf-8")


def rows(text: str, after: str) -> list[list[str]]:
    """The cells of the first table after a heading or a sentence, without its head."""
    lines = text[text.index(after) :].splitlines()
    start = next(index for index, line in enumerate(lines) if line.startswith("|"))
    table = []
    for line in lines[start + 2 :]:
        if not line.startswith("|"):
            break
        table.append([cell.strip(" `") for cell in line.strip("|").split("|")])
    return table


def subclasses(kind: type[errors.ConspectusError]) -> Iterator[type[errors.ConspectusError]]:
    """The class and all that derive from it."""
    yield kind
    for below in kind.__subclasses__():
        yield from subclasses(below)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_link_to_a_file_leads_somewhere(name: str) -> None:
    """What a document links to in the repository is there."""
    targets = re.findall(r"\]\((?!https?:|#)([^)#\s]+)", read(name))
    assert not [target for target in targets if not (ROOT / name).parent.joinpath(target).exists()]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_link_to_a_heading_finds_it(name: str) -> None:
    """In the document itself and in those that it links to."""
    for file, heading in re.findall(r"\]\((?!https?:)([^)#\s]*)#([^)\s]+)\)", read(name)):
        target = (ROOT / name).parent / file if file else ROOT / name
        headings = re.findall(r"^#+ (.+)$", target.read_text(encoding="utf-8"), re.MULTILINE)
        anchors = {re.sub(r"[^\w -]", "", each).strip().lower().replace(" ", "-") for each in headings}
        assert heading in anchors, f"{file}#{heading}"


def test_the_settings_are_all_listed() -> None:
    """The table has each setting once, in the code's order, with its default where that is a plain value."""
    table = rows(read("docs/settings.md"), "### Settings")
    assert [row[0] for row in table] == list(Settings.model_fields)
    defaults = {row[0]: row[2] for row in table}
    for name, field in Settings.model_fields.items():
        if isinstance(field.default, bool | int | float | str):
            assert defaults[name] == str(field.default).lower(), name


def test_the_exit_codes_are_all_listed() -> None:
    """The table has the code of every error, beside 0 and those of signals."""
    listed = {
        int(code) for row in rows(read("docs/settings.md"), "## Exit codes") for code in row[0].split(",")
    }
    assert listed == {0, 130, 143, *(kind.exit_code for kind in subclasses(errors.ConspectusError))}


def test_the_weights_that_are_fetched_are_named() -> None:
    """Name, file, size and digest are those that a fetch insists on."""
    table = rows(read("docs/settings.md"), "### Where the weights come from")
    assert [(row[0], row[2]) for row in table] == [(model.name, model.sha256) for model in known_models()]
    for row, model in zip(table, known_models(), strict=True):
        assert row[1] == f"{model.file}`, {model.bytes:,} bytes"


def test_contributing_lists_every_target() -> None:
    """The table has the Makefile's targets, all of them."""
    listed = {row[0].removeprefix("make ") for row in rows(read("CONTRIBUTING.md"), "## Set up")}
    assert listed == set(re.findall(r"^([a-z-]+):.*##", read("Makefile"), re.MULTILINE)) - {"help"}


def test_the_architecture_shows_the_layers_in_force() -> None:
    """Its layers are the import contract's, in the same order."""
    contracts = tomllib.loads(read("pyproject.toml"))["tool"]["importlinter"]["contracts"]
    shown = read("docs/architecture.md").split("## Who may import whom")[1].split("```")[1]
    assert shown.split("\n")[1:-1] == contracts[0]["layers"]


def test_the_architecture_names_every_room() -> None:
    """Every module and package of the top level has a line, and no line is about one that is not there."""
    table = rows(read("docs/architecture.md"), "## Rooms")
    named = {name.strip(" `/") for row in table for name in row[0].split(",")}
    package = ROOT / "src" / "conspectus"
    there = {
        path.stem for path in package.iterdir() if path.suffix == ".py" or (path / "__init__.py").is_file()
    }
    assert named == there - {"__init__", "__main__"}


def test_the_guide_shows_what_an_altered_digit_breaks(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Line by line, but for the numbers of claims and events, which any better selection moves."""
    monkeypatch.chdir(ROOT)
    saved = brief(["examples"], settings=Settings.load(model="none")).to_json()
    altered = tmp_path / "altered.json"
    altered.write_text(saved.replace("410 jobs had been cut", "411 jobs had been cut"), encoding="utf-8")
    told = [f"{finding.promise}: {finding.where}: {finding.message}" for finding in verify(altered)]
    guide = read("docs/using.md")
    shown = guide.partition("$ conspectus verify altered.json\n")[2].partition("```")[0].splitlines()
    assert [_unnumbered(line) for line in shown[:-1]] == [_unnumbered(line) for line in told]
    assert shown[-1] == f"error: altered.json: {len(told)} places break a promise"


@pytest.mark.parametrize("name", ["README.md", "docs/python.md"])
def test_the_python_that_is_shown_runs_as_it_stands(
    name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """In one piece, with the examples at hand; where its last lines are shown, it ends with them."""
    monkeypatch.chdir(ROOT)
    _, code, after, shown = re.split(r"```(?:python|text|console)\n|\n```\n", _from_python(name))[:4]
    exec(compile(code, name, "exec"), {})  # noqa: S102 - that is what it is for
    told = capsys.readouterr().out.splitlines()
    if "last two lines" in after:
        assert told[-2:] == shown.splitlines()
    assert ("last two lines" in after) is (name != "README.md")
    assert told[-1].startswith(("False ", "overstated "))


def _from_python(name: str) -> str:
    return "```python\n" + read(name).partition("```python\n")[2]


def test_the_readme_shows_what_check_says() -> None:
    """Of four sentences, down to the sources."""
    shown = read("README.md").partition("$ cat summary.txt\n")[2].partition("\n…\n")[0]
    text, _, told = shown.partition("$ conspectus check summary.txt --against examples --no-entailment\n")
    assert told.count("\n") >= text.count("\n") == 4
    assert check(text, [ROOT / "examples"], entailment="off").to_terminal().startswith(told)


def _unnumbered(line: str) -> str:
    return re.sub(r"\[\d+\]", "[]", line)
