"""Briefings that were made before: the same articles, settings and program give the same one, without any work.

What is remembered stands among the answers, under a key that changes with anything that a briefing depends on: the
bytes and names of the articles, the settings, the model, the prompts, the program's own files and the libraries beneath
it. Only a briefing in whose making nothing failed is remembered, and only after its audit.
"""

from __future__ import annotations

import hashlib
import json
import logging
import sys
from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import pydantic

from conspectus import __version__
from conspectus.errors import ConspectusError, InputError
from conspectus.llm.opening import identity_of
from conspectus.model.article import Article
from conspectus.model.briefing import Briefing, Status
from conspectus.model.usage import Usage
from conspectus.reading.paths import expanded, read_bytes, shown
from conspectus.resources import bundled
from conspectus.settings import Settings
from conspectus.telemetry import (
    ArticleDone,
    ArticleStarted,
    CallDone,
    Listener,
    ProgressEvent,
    Recorder,
    RunDone,
    RunStarted,
    StageStarted,
    Warned,
    listening,
)

# What says how the work is done, not what comes of it.
_MEANS = frozenset(
    {
        "api_key",
        "timeout_seconds",
        "attempts",
        "concurrency",
        "rpm",
        "tpm",
        "max_cost",
        "max_tokens",
        "input_price",
    }
    | {
        "output_price",
        "allow_private",
        "fetch_seconds",
        "host_seconds",
        "pages_per_host",
        "cache",
        "cache_bytes",
    }
    | {"cache_dir", "pages_dir", "models_dir", "prompts_dir"}
)
_USABLE = frozenset({"answered", "objected"})
_log = logging.getLogger(__name__)


class History:
    """What a run told, passed on to `listener`, so that a remembered run can tell it again."""

    def __init__(self, listener: Listener | None) -> None:
        self._listener = listening(listener)
        self._told: list[list[str]] = []
        self.whole = True
        """False once a call or an article failed."""

    def __call__(self, event: ProgressEvent) -> None:
        """Notes the event, then hands it on."""
        match event:
            case StageStarted():
                self._told.append(["stage", event.stage])
            case ArticleStarted():
                self._told.append(["article", event.article])
            case CallDone():
                self._told.append(["call", event.prompt, event.fingerprint])
                self.whole &= event.outcome in _USABLE
            case Warned():
                self._told.append(["warned", event.message, event.where or ""])
            case ArticleDone():
                self.whole &= event.usable
            case _:
                pass
        if self._listener is not None:
            self._listener(event)

    def told(self) -> str:
        """The events on one line."""
        return json.dumps(self._told, ensure_ascii=False)


def key_of_run(sources: Sequence[Any], settings: Settings, title: str | None) -> str | None:
    """64 hex digits that change with anything that can change the briefing of these sources.

    None where that can't be told: where answers are not kept or no model is asked, for pages and feeds, which may
    have changed, for standard input, and where a file can't be read.
    """
    model = identity_of(settings) if settings.cache else None
    if model is None:
        return None
    digest = hashlib.sha256()

    def take(*parts: str | bytes) -> None:
        for part in parts:
            data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
            digest.update(len(data).to_bytes(8, "big") + data)

    asked = {name: value for name, value in settings.model_dump(mode="json").items() if name not in _MEANS}
    take("briefing", json.dumps(asked, sort_keys=True), model, str(title), str(title is None), sys.version)
    try:
        take(*_program(), *_prompts(settings.prompts_dir))
        for source in sources:
            take(*_contents(source, settings.max_file_bytes))
    except (ConspectusError, OSError, ValueError) as error:
        _log.debug("the run is not remembered: %s", error)
        return None
    return digest.hexdigest()


async def recalled(key: str, settings: Settings) -> tuple[Briefing, str] | None:
    """The briefing under the key with what its run told, or None where there is none or it is damaged."""
    from conspectus.llm.cache import AnswerCache  # noqa: PLC0415 - it loads diskcache

    async with AnswerCache(settings.cache_dir) as cache:
        row = await cache.get(key)
    digest, _, rest = (row or "").partition("\n")
    told, _, briefing = rest.partition("\n")
    if not briefing or digest != hashlib.sha256(rest.encode()).hexdigest():
        return None
    try:
        return Briefing.model_validate_json(briefing), told
    except pydantic.ValidationError:
        return None


def again(
    known: Briefing, told: str, recorder: Recorder, started: datetime, stages: tuple[str, ...]
) -> Briefing:
    """The remembered briefing with the record of this run, in which every answer was kept."""
    used = sum(article.status is Status.USED for article in known.articles)
    recorder(RunStarted(articles=used, model=known.run.model, stages=stages))
    for event in _told_again(told):
        recorder(event)
    recorder(RunDone())
    record = recorder.record(
        conspectus_version=known.run.conspectus_version,
        started=started,
        model=known.run.model,
        endpoint=known.run.endpoint,
        profile=known.run.profile,
    )
    return known.model_copy(update={"run": record})


async def remember(key: str, settings: Settings, briefing: Briefing, history: History) -> None:
    """Keeps the briefing under the key."""
    from conspectus.llm.cache import AnswerCache  # noqa: PLC0415 - as above

    async with AnswerCache(settings.cache_dir, most_bytes=settings.cache_bytes) as cache:
        await cache.put(key, _row(history.told(), briefing))


def _row(told: str, briefing: Briefing) -> str:
    """What `recalled` reads: it is made when a run is largest, so of each part there is one copy."""
    made = briefing.model_dump_json()
    digest = hashlib.sha256(f"{told}\n".encode())
    digest.update(made.encode())
    return f"{digest.hexdigest()}\n{told}\n{made}"


def _told_again(line: str) -> Iterator[ProgressEvent]:
    """The events of a run that is remembered, each call answered from what is kept."""
    for kind, *said in json.loads(line):
        match kind:
            case "stage":
                yield StageStarted(said[0])
            case "article":
                yield ArticleStarted(said[0])
                yield ArticleDone(said[0])
            case "call":
                prompt, fingerprint = said
                yield CallDone(prompt, fingerprint, Usage(cached=1), 0.0, cached=True, outcome="answered")
            case _:
                yield Warned(said[0], where=said[1] or None)


def _contents(source: Any, max_bytes: int) -> Iterator[str | bytes]:
    """Everything that a source says; raises InputError where that is not to be had here and now."""
    if isinstance(source, Article):
        yield source.model_dump_json()
        return
    if not isinstance(source, str | Path) or str(source) == "-" or "://" in str(source):
        raise InputError("is no file", where=str(source))

    def fail(_: str, error: Exception) -> None:
        raise error

    for path in expanded(Path(source), fail):
        yield shown(path)
        # What a pipe gives can be read once, and the run itself has to.
        if path.exists() and not path.is_file():
            raise InputError("is no file", where=shown(path))
        yield read_bytes(path, max_bytes=max_bytes)


@cache
def _program() -> tuple[str, ...]:
    """What the program is made of: its own files as the interpreter tells them apart, and what is installed beside.

    It is what it was when it was first asked for: what is put in its place since then does not run.
    """
    here = Path(__file__).parent
    files = ((path.relative_to(here), path.stat()) for path in sorted(here.rglob("*.py")))
    return (
        __version__,
        *(f"{path} {status.st_size} {status.st_mtime_ns}" for path, status in files),
        # Whatever is installed or removed changes the directory that holds it.
        str(Path(pydantic.__file__).parents[1].stat().st_mtime_ns),
    )


def _prompts(own: Path | None) -> Iterator[bytes]:
    for directory in (bundled("prompts"), own):
        if directory is not None:
            files = sorted(directory.iterdir(), key=lambda file: file.name)
            yield from (file.read_bytes() for file in files if file.name.endswith(".md"))
