"""A run that is killed outright, and the next one: nothing that was answered is asked again."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from bench.corpora import write
from conspectus import abrief
from conspectus.model.briefing import Briefing
from tests.support.killed import hasty, kept_in
from tests.support.virtual import virtually

ROOT = Path(__file__).parents[1]
ARTICLES = 6


def told(briefing: Briefing) -> str:
    """Everything in the briefing but what varies from run to run."""
    return briefing.model_dump_json(exclude={"run"})


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Articles about one event."""
    return write(tmp_path_factory.mktemp("killed"), ARTICLES)


@pytest.fixture(scope="module")
def undisturbed(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, int]:
    """What a run in peace says, and how many asks it takes."""
    endpoint = hasty()
    settings = kept_in(tmp_path_factory.mktemp("undisturbed"))
    briefing = virtually(abrief([corpus], settings=settings, transport=endpoint))
    return told(briefing), endpoint.sent


@pytest.mark.parametrize("after", [1, 3, ARTICLES, ARTICLES + 1])
def test_what_was_answered_before_the_kill_is_not_asked_again(
    after: int, corpus: Path, undisturbed: tuple[str, int], tmp_path: Path
) -> None:
    """Killed when its first, third or last article or its account is answered: the same, at the cost of the rest."""
    command = [sys.executable, "-m", "tests.support.killed", str(corpus), str(tmp_path / "cache"), str(after)]
    ended = subprocess.run(command, cwd=ROOT, check=False, capture_output=True)  # noqa: S603 - our own program
    expected, asks = undisturbed
    assert ended.returncode == -signal.SIGKILL, ended.stderr.decode()
    endpoint = hasty()
    briefing = virtually(abrief([corpus], settings=kept_in(tmp_path / "cache"), transport=endpoint))
    assert told(briefing) == expected
    assert briefing.run.usage.cached >= after
    assert endpoint.sent <= asks - after
    assert not list(tmp_path.glob("*damaged*"))
