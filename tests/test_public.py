"""What `from conspectus import …` gives."""

from __future__ import annotations

import inspect
import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import pytest

import conspectus
from conspectus import Briefing, checking, grouping, pipeline, running
from tests.support.program import FERRY

PROMISED = {
    "brief",
    "abrief",
    "summarize",
    "asummarize",
    "verify",
    "Article",
    "ArticleSummary",
    "Briefing",
    "Settings",
    "ConspectusError",
}


def in_python(code: str) -> str:
    """What a fresh interpreter prints."""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)  # noqa: S603
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_all_is_what_is_promised() -> None:
    """Every promised name is in __all__ and in dir(), and can be had."""
    assert set(conspectus.__all__) >= PROMISED
    assert set(dir(conspectus)) >= set(conspectus.__all__)
    for name in conspectus.__all__:
        assert getattr(conspectus, name) is not None


@pytest.mark.parametrize(
    ("options", "awaited"),
    [
        (pipeline.BriefOptions, conspectus.abrief),
        (running.RunOptions, conspectus.asummarize),
        (checking.CheckOptions, conspectus.acheck),
        (checking.ClaimOptions, conspectus.acheck_claim),
        (grouping.GroupOptions, conspectus.agroup_events),
    ],
)
def test_both_ways_to_call_take_the_same(options: type, awaited: Callable[..., object]) -> None:
    """A front's options are those of the function that it runs, name by name and type by type."""
    declared = {name: each.__forward_arg__ for name, each in options.__annotations__.items()}
    parameters = inspect.signature(awaited).parameters.values()
    assert declared == {each.name: each.annotation for each in parameters if each.kind is each.KEYWORD_ONLY}


def test_a_misspelt_option_is_refused() -> None:
    """When it runs, and by a type checker before."""
    with pytest.raises(TypeError, match="setings"):
        conspectus.brief("a.txt", setings=None)  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="entailed"):
        conspectus.check_claim("It rained.", "It rained.", entailed="off")  # type: ignore[call-arg]


def test_an_unknown_name_is_an_attribute_error() -> None:
    """As with any module."""
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = conspectus.nothing


@pytest.mark.parametrize(
    "before", ["", "import conspectus.pipeline", "from conspectus import brief", "import conspectus.cli"]
)
def test_functions_are_functions_whatever_came_before(before: str) -> None:
    """No room of the house stands where a function of its name is promised."""
    names = sorted(name for name in conspectus.__all__ if name[0].islower())
    code = f"{before}\nimport conspectus\nprint([n for n in {names} if not callable(getattr(conspectus, n))])"
    assert in_python(code) == "[]\n"


def test_the_version_is_the_distributions() -> None:
    """One version, said in two places."""
    assert conspectus.__version__ == version("conspectus")


def test_the_package_is_typed() -> None:
    """Type checkers are told."""
    assert Path(conspectus.__file__).with_name("py.typed").is_file()


def test_python_does_what_the_command_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A briefing from a path, rendered by itself, verified."""
    monkeypatch.chdir(tmp_path)
    Path("ferry.txt").write_text(FERRY, encoding="utf-8")
    settings = conspectus.Settings.load(model="none")
    briefing = conspectus.brief("ferry.txt", settings=settings)
    assert isinstance(briefing, Briefing)
    assert pipeline.verify(briefing) == ()
    assert briefing.to_markdown().startswith("# ")
    assert Briefing.model_validate_json(briefing.to_json()) == briefing
    assert conspectus.summarize("ferry.txt", settings=settings).claims


async def test_it_works_inside_a_running_loop(tmp_path: Path) -> None:
    """As in a notebook: the sync front and the coroutine give the same briefing, but for the run."""
    (tmp_path / "ferry.txt").write_text(FERRY, encoding="utf-8")
    settings = conspectus.Settings.load(model="none")
    directly = conspectus.brief(tmp_path, settings=settings)
    awaited = await conspectus.abrief(tmp_path, settings=settings)
    assert directly.model_copy(update={"run": awaited.run}) == awaited
