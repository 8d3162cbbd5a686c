"""Events alone, from Python."""

from __future__ import annotations

import pytest

from conspectus import agroup_events, group_events
from conspectus.errors import InputError
from conspectus.telemetry import ProgressEvent, Warned
from tests.support.articles import ROOT, kept, named

EXAMPLES = ROOT / "examples"


def test_every_article_is_in_one_event() -> None:
    """The examples are two events, each with a title, a day and a certainty."""
    found = group_events(EXAMPLES)
    files = {article.id: int(name[:2]) for name, article in named(kept("examples")).items()}
    assert [sorted(files[each] for each in event.article_ids) for event in found] == [[1, 2, 3, 4, 5], [6, 7]]
    assert all(event.title and event.when and event.certainty for event in found)


def test_settled_events_stay_as_they_are() -> None:
    """Whatever the words say."""
    ids = [article.id for article in kept("examples")]
    found = group_events(EXAMPLES, settled=[ids[:1], ids[1:]])
    assert {frozenset(event.article_ids) for event in found} == {frozenset(ids[:1]), frozenset(ids[1:])}


async def test_it_can_be_awaited() -> None:
    """With the same events, and what could not be read is told."""
    told: list[ProgressEvent] = []
    found = await agroup_events([EXAMPLES, "nowhere.txt"], listener=told.append)
    assert found == group_events(EXAMPLES)
    assert [event.where for event in told if isinstance(event, Warned)] == ["nowhere.txt"]


def test_no_articles_is_an_error() -> None:
    """It says which path holds none."""
    with pytest.raises(InputError):
        group_events("nowhere.txt")
