"""Which events articles report, without a model: the composition root behind `conspectus events`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import BinaryIO

from conspectus.consolidate import consolidate
from conspectus.model.briefing import Event
from conspectus.running import Source, read, run
from conspectus.settings import Settings
from conspectus.summarise import summarise


def group_events(
    articles: Sequence[Source] | Source,
    *,
    settled: Sequence[Sequence[str] | Event] = (),
    settings: Settings | None = None,
    stdin: BinaryIO | None = None,
) -> list[Event]:
    """The events that the articles report, those of most origins first; no model is asked.

    `articles` are files, directories, addresses, feeds, "-" for standard input, or articles. Every article that can be
    read is in one event's `article_ids`, or, where it tells of several, in those of each; `certainty` (0–1) says how
    sure the grouping is. Events in `settled`, or lists of article ids, stay as they are: what is new joins one of them
    or is an event of its own. Raises UsageError where there are no articles, SettingsError, and InputError where
    nothing can be read.
    """
    settings = settings or Settings.load(model="none")
    read_articles = read(articles, settings, stdin).articles
    known = [each.article_ids if isinstance(each, Event) else tuple(each) for each in settled]

    async def grouped() -> list[Event]:
        summaries = [await summarise(article, None, max_output_tokens=1) for article in read_articles]
        result = await consolidate(
            read_articles, summaries, None, max_points=settings.max_points, settled=known
        )
        return list(result.events)

    return run(grouped)
