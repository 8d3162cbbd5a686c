"""events: which events articles report, and how sure that is; no model is asked."""

from __future__ import annotations

import json
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from conspectus.cli.console import emit, progress_shown, set_up_logging, width
from conspectus.cli.inputs import feeds_of, standard_input
from conspectus.cli.options import AllowPrivate, Feeds, Limit, Paths, Quiet, Since
from conspectus.errors import InputError, UsageError

if TYPE_CHECKING:
    from conspectus.model.briefing import Event

_SURE = 0.75


def events(
    paths: Paths = None,
    feed: Feeds = None,
    since: Since = None,
    limit: Limit = None,
    allow_private: AllowPrivate = False,
    as_json: Annotated[bool, typer.Option("--json", help="As JSON, with article ids.")] = False,
    settled: Annotated[
        Path | None,
        typer.Option(
            metavar="EVENTS.json",
            readable=False,
            help="Events of an earlier --json: they stay as they are, what is new joins them.",
        ),
    ] = None,
    quiet: Quiet = False,
) -> None:
    """Group articles by the event that they report, without a model.

    Events of most origins come first. Each says how sure the grouping is, from 0 to 1.
    """
    from conspectus import running  # noqa: PLC0415 - it loads what --help has no use for
    from conspectus.grouping import group_events  # noqa: PLC0415 - as above
    from conspectus.settings import Settings  # noqa: PLC0415 - as above
    from conspectus.telemetry import Recorder  # noqa: PLC0415 - as above

    set_up_logging(quiet=quiet, verbose=False)
    given = [*(paths or ()), *feeds_of(feed, since, limit)]
    known = _settled(settled) if settled else []
    settings = Settings.load(model="none", allow_private=allow_private or None)
    stdin = standard_input(paths or [], settings)
    with progress_shown(quiet=quiet, verbose=False) as listener:
        recorder = Recorder(listener)
        reading = running.read(given, settings, stdin, recorder=recorder)
        running.warn_of(reading, recorder)
    articles = reading.articles
    found = group_events(articles, settled=known)
    names = {article.id: article.name for article in articles}
    emit(_json(found, names) if as_json else _text(found, names))


def _settled(path: Path) -> list[list[str]]:
    hint = "give a file that `conspectus events --json` wrote"
    try:
        saved = json.loads(path.read_bytes())
        return [[_id(article["id"]) for article in event["articles"]] for event in saved["events"]]
    except OSError as error:
        raise InputError(f"can't be read: {error.strerror}", where=str(path), hint=hint) from error
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise UsageError("holds no events", where=str(path), hint=hint) from error


def _id(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("an article's id is text")
    return value


def _json(found: list[Event], names: dict[str, str]) -> str:
    rows: list[dict[str, Any]] = [
        {
            "id": event.id,
            "title": event.title,
            "when": event.when,
            "where": event.where,
            "certainty": event.certainty,
            "articles": [{"id": each, "name": names[each]} for each in event.article_ids],
        }
        for event in found
    ]
    from conspectus.render.safe import plain_json  # noqa: PLC0415 - it loads what --help has no use for

    return plain_json(json.dumps({"events": rows}, ensure_ascii=False, indent=2)) + "\n"


def _text(found: list[Event], names: dict[str, str]) -> str:
    """The events, in lines that fit the terminal; where the output is none, a line is never broken."""
    from conspectus.render import words  # noqa: PLC0415 - it loads what --help has no use for
    from conspectus.render.safe import visible  # noqa: PLC0415 - as above

    lines = []
    columns = width()
    for number, event in enumerate(found, start=1):
        when = words.period(event.when) if event.when else "undated"
        sure = "sure" if event.certainty is None or event.certainty >= _SURE else "unsure"
        count = words.count(len(event.article_ids), "article")
        lines.append(f"{number}. {visible(event.title)}")
        lines.append(f"   {visible(when)} · {count} · {sure} ({event.certainty or 0:.2f})")
        lines += [f"   · {visible(names[each])}" for each in event.article_ids]
    fitting = lines if columns is None else [part for line in lines for part in _wrapped(line, columns)]
    return "\n".join(fitting) + "\n"


def _wrapped(line: str, columns: int) -> list[str]:
    from rich.cells import cell_len  # noqa: PLC0415 - as above

    hang = " " * (len(line) - len(line.lstrip(" ·")) or 3)
    return (
        textwrap.wrap(line, max(columns, 20), subsequent_indent=hang) if cell_len(line) > columns else [line]
    )
