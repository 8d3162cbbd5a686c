"""What docs/extending.md shows works as it stands."""

from __future__ import annotations

import csv
import io
import re
from itertools import chain
from pathlib import Path
from types import ModuleType

import pytest

from conspectus import brief
from conspectus.consolidate.conflicts import disputes
from conspectus.consolidate.conflicts.matters.moments import moments
from conspectus.evaluation.output import Said
from conspectus.model.briefing import ConflictKind
from conspectus.reading import article, media
from conspectus.settings import Settings
from conspectus.verification import faithfulness
from tests.support.outputs import bridge, output
from tests.support.worlds import differing

ROOT = Path(__file__).resolve().parents[1]
GUIDE = (ROOT / "docs" / "extending.md").read_text(encoding="utf-8")


def example(heading: str) -> str:
    """The code below a heading."""
    return GUIDE.partition(f"\n## {heading}\n")[2].partition("```python\n")[2].partition("```")[0]


def module(heading: str) -> ModuleType:
    """The same as a module."""
    made = ModuleType("shown")
    exec(compile(example(heading), "docs/extending.md", "exec"), made.__dict__)  # noqa: S102 - that is what it is for
    return made


def test_every_place_that_is_named_is_there() -> None:
    """Files and folders of the repository."""
    named = re.findall(r"`((?:src|tests|bench)/[\w./-]+)`", GUIDE)
    assert len(named) > 15
    assert not [path for path in named if not (ROOT / path).exists()]


def test_the_check_that_is_shown_is_in_force() -> None:
    """Word for word, and among the gate's."""
    code = (ROOT / "src/conspectus/verification/checks/addresses.py").read_text(encoding="utf-8")
    assert example("A check") == code
    assert "addresses" in faithfulness.CHECKS


def test_a_conflict_is_found_by_what_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    """Called among the others, of one train alone."""
    shown = module("A kind of conflict")
    monkeypatch.setattr(disputes, "moments", lambda scene: chain(moments(scene), shown.platforms(scene)))
    one = "The night train to Varn leaves from platform 3, the station master said."
    other = "The night train to Varn leaves from platform 5, the railway said."
    (conflict,) = differing(one, other).conflicts
    assert (conflict.kind, conflict.question) == (ConflictKind.PLACE, "From which platform?")
    assert not differing(one, "The ferry's band will play on platform 5, the harbour said.").conflicts


def test_a_format_is_read_by_what_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its words are the article's text."""
    shown = module("A format to read")
    monkeypatch.setitem(article._READERS, "srt", shown.read_srt)
    monkeypatch.setattr(media, "MEDIA", {**media.MEDIA, ".srt": "srt"})
    subtitles = (
        "1\n00:00:01,000 --> 00:00:03,000\nA lock burst at Varn.\n\n2\n00:00:04,000 --> 00:00:06,500\n"
    )
    known = media.media_of("lock.srt")
    assert known is not None
    read = article.read_article(f"{subtitles}Nine boats sank.\n".encode(), name="lock.srt", media=known)
    assert read.text == "A lock burst at Varn. Nine boats sank."


def test_a_briefing_is_written_by_what_is_shown() -> None:
    """A row for each sentence, with a quote that is in an article, and no formula."""
    shown = module("A format to write")
    briefing = brief([ROOT / "examples"], settings=Settings.load(model="none"))
    rows = list(csv.DictReader(io.StringIO(shown.points_csv(briefing))))
    assert len(rows) == sum(len((*event.lead, *event.points)) for event in briefing.events)
    assert all(any(row["quote"] in article.text for article in briefing.articles) for row in rows)
    assert shown._cell("=1+1") == "'=1+1"


def test_an_account_is_scored_by_what_is_shown(tmp_path: Path) -> None:
    """None, half and all of its sentences ask; of silence there is no score."""
    scorer, case = module("A scorer").QUESTIONS, bridge(tmp_path)
    asks, tells = Said(text="Who lit the fire?"), Said(text="A lorry burned.")
    values = [scorer(case, output(*said)).value for said in ([tells], [asks, tells], [asks], [])]
    assert values == [0, 0.5, 1, None]
    assert scorer.says


def test_the_settings_that_are_shown_choose_an_endpoint() -> None:
    """With its address, model and profile."""
    settings = module("Another model").settings
    assert (settings.target.name, str(settings.base_url)) == ("my-model", "http://localhost:8000/v1")
    assert settings.profile == "large"
