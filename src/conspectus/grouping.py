"""Which events articles report, without a model: the composition root behind `conspectus events`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, BinaryIO, TypedDict, Unpack

from conspectus.consolidate import outlined
from conspectus.model.briefing import Event
from conspectus.running import Source, aread, in_force, run, warn_of
from conspectus.settings import Settings
from conspectus.summarise import summarise
from conspectus.tasks import aside
from conspectus.telemetry import Listener, Recorder

if TYPE_CHECKING:
    from conspectus.reading.fetching.network import Network


async def agroup_events(
    articles: Sequence[Source] | Source,
    *,
    settled: Sequence[Sequence[str] | Event] = (),
    settings: Settings | None = None,
    listener: Listener | None = None,
    stdin: BinaryIO | None = None,
    network: Network | None = None,
) -> list[Event]:
    """The events that the articles report, those of most origins first; no model is asked.

    `articles` are files, directories, addresses, feeds, "-" for standard input, or articles. Every article that can be
    read is in one event's `article_ids`, or, where it tells of several, in those of each; `certainty` (0–1) says how
    sure the grouping is. An event has a title, a day and what opens it, its `lead`; `brief` tells the rest. Events in
    `settled`, or lists of article ids, stay as they are: what is new joins one of them or is an event of its own.
    `listener` is told of what could not be read; `network` replaces the network to pages.
    Raises UsageError where there are no articles, SettingsError, and InputError where nothing can be read.
    """
    settings = in_force(settings, model="none")
    recorder = Recorder(listener)
    reading = await aread(articles, settings, stdin, recorder=recorder, network=network)
    warn_of(reading, recorder)
    known = [each.article_ids if isinstance(each, Event) else tuple(each) for each in settled]
    summaries = [
        await summarise(article, None, max_output_tokens=1, alone=False) for article in reading.articles
    ]
    # What takes long is done aside, so that a run can be stopped meanwhile.
    found = await aside(
        lambda: outlined(reading.articles, summaries, max_points=settings.max_points, settled=known)
    )
    return list(found)


class GroupOptions(TypedDict, total=False):
    """What `agroup_events` takes beside the articles."""

    settled: Sequence[Sequence[str] | Event]
    settings: Settings | None
    listener: Listener | None
    stdin: BinaryIO | None
    network: Network | None


def group_events(articles: Sequence[Source] | Source, **options: Unpack[GroupOptions]) -> list[Event]:
    """The events that the articles report: `agroup_events` for callers that do not await.

    Takes and raises what `agroup_events` does.
    """
    return run(lambda: agroup_events(articles, **options))
