"""How well a day's feed in several languages is sorted into events: `python -m conspectus.evaluation.feeds`.

The labelled articles of `eval/feeds` are put, a feed at a time, to the grouping that `conspectus events` is. Needs
neither model nor network; the same articles give the same bytes.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Self

import yaml
from pydantic import ValidationError, model_validator

from conspectus.errors import InputError
from conspectus.evaluation.cases import Slug, Text
from conspectus.evaluation.scorers.events import agreement_of
from conspectus.evaluation.written import write_results
from conspectus.grouping import group_events
from conspectus.model.article import Article
from conspectus.model.base import Frozen
from conspectus.reading.article import read_article
from conspectus.reading.metadata import Known
from conspectus.settings import Settings

ROOT = Path("eval/feeds")
FEEDS = ("dev", "day", "day2", "town", "held", "held2")


class Happening(Frozen):
    """An invented event."""

    id: Slug
    what: Text
    when: date
    where: Text


class Item(Frozen):
    """What an outlet printed, and the event that it reports."""

    id: Slug
    event: Slug
    language: Text
    outlet: Text
    published: date
    title: Text
    text: Text


class Feed(Frozen):
    """Articles of several outlets and languages, each with its event."""

    events: tuple[Happening, ...]
    articles: tuple[Item, ...]

    @model_validator(mode="after")
    def _labels_are_there(self) -> Self:
        names = [event.id for event in self.events]
        for ids in (names, [item.id for item in self.articles]):
            twice = next((each for each, count in Counter(ids).items() if count > 1), None)
            if twice is not None:
                raise ValueError(f"{twice!r} is there twice")
        odd = set(names) ^ {item.event for item in self.articles}
        if odd:
            raise ValueError(f"{min(odd)!r} is no event, or one without articles")
        return self


@dataclass(frozen=True)
class Sorted:
    """A feed as it was sorted: groups of ids of items, the largest first."""

    feed: Feed
    made: tuple[frozenset[str], ...]

    @property
    def gold(self) -> tuple[frozenset[str], ...]:
        """The groups that the labels make."""
        return tuple(
            frozenset(item.id for item in self.feed.articles if item.event == event.id)
            for event in self.feed.events
        )

    def b_cubed(self, *, abroad: bool = False) -> tuple[float, float]:
        """Precision and recall; `abroad` counts pairs of articles in different languages alone."""
        language = {item.id: item.language for item in self.feed.articles}
        return agreement_of(
            list(language), self.made, self.gold, lambda a, b: not abroad or language[a] != language[b]
        )


def load_feed(path: Path) -> Feed:
    """The feed of the file. Raises InputError, which names what is wrong first."""
    try:
        return Feed.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"can't be read: {error}", where=str(path)) from error
    except ValidationError as error:
        first = error.errors()[0]
        at = ".".join(map(str, first["loc"]))
        raise InputError(f"no labelled feed at {at!r}: {first['msg']}", where=str(path)) from error
    except yaml.YAMLError as error:
        raise InputError(f"no feed: {str(error).splitlines()[0]}", where=str(path)) from error


def sort(feed: Feed) -> Sorted:
    """The feed as `conspectus events` sorts it without a model."""
    item_of = {article_of(item).id: item.id for item in feed.articles}
    events = group_events([article_of(item) for item in feed.articles], settings=Settings(model="none"))
    made = [frozenset(item_of[each] for each in event.article_ids) for event in events]
    return Sorted(feed, tuple(sorted(made, key=lambda group: (-len(group), min(group)))))


def article_of(item: Item) -> Article:
    """The article as it would come from a feed that names its outlet, title and day."""
    known = Known()
    known.learn("title", item.title, "feed", stated=True)
    known.learn("publisher", item.outlet, "feed", stated=True)
    known.learn("published", item.published, "feed", stated=True)
    text = f"{item.title}\n\n{item.text}"
    return read_article(text.encode(), name=f"{item.id}.txt", media="text", known=known)


def report(root: Path) -> str:
    """The figures as Markdown, of the feeds that the directory has."""
    done = {name: sort(load_feed(root / f"{name}.yaml")) for name in FEEDS}
    return "\n".join(_lines(done)) + "\n"


def _lines(done: dict[str, Sorted]) -> Iterator[str]:
    yield "# A day's feed, sorted into events"
    yield ""
    yield (
        "Written by `python -m conspectus.evaluation.feeds`. B-cubed, as in the suite; across languages only pairs of "
        "articles in different languages count, and an article without one in a group counts for nothing there."
    )
    yield ""
    yield "| | precision | recall | F1 | across languages: precision | recall | F1 | events made | of |"
    yield "| --- | --- | --- | --- | --- | --- | --- | --- | --- |"
    for name, each in done.items():
        shares = " | ".join(_shares(*each.b_cubed(abroad=abroad)) for abroad in (False, True))
        yield f"| {name} | {shares} | {len(each.made)} | {len(each.gold)} |"
    dev = done["dev"]
    event_of = {item.id: item.event for item in dev.feed.articles}
    language = {item.id: item.language for item in dev.feed.articles}
    wrong = [group for group in dev.made if group not in dev.gold]
    if wrong:
        yield ""
        yield "Of `dev`, what was made that is no event of the labels:"
        yield ""
    for group in wrong:
        yield "- " + ", ".join(f"{event_of[each]} ({each}, {language[each]})" for each in sorted(group))


def _shares(precision: float, recall: float) -> str:
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return f"{precision:.1%} | {recall:.1%} | {f1:.1%}"


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit code; the report goes to `results.md`."""
    return write_results(
        arguments, program="conspectus.evaluation.feeds", says=__doc__, root=ROOT, report=report
    )


if __name__ == "__main__":
    sys.exit(main())
