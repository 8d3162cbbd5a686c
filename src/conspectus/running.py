"""What every run has in common: inputs, progress, and a sync front for async work."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable, Coroutine, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from functools import partial
from io import TextIOBase
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, TypedDict, TypeVar

from conspectus import __version__
from conspectus.errors import ModelError, OverBudgetError, UsageError
from conspectus.llm import CallRecord
from conspectus.model.article import Article
from conspectus.model.briefing import BriefedArticle, Origin, RunRecord, Status
from conspectus.model.ledger import LedgerEntry, Reason, Subject
from conspectus.reading.feeds import Feed, is_web
from conspectus.reading.fetching.address import is_address
from conspectus.settings import ModelKind, Settings
from conspectus.tasks import aside
from conspectus.telemetry import CallDone, Listener, Recorder, StageStarted, StepDone, Warned

if TYPE_CHECKING:
    import httpx2

    from conspectus.llm import LanguageModel
    from conspectus.reading import Reading
    from conspectus.reading.fetching.network import Network

T = TypeVar("T")
Source = str | Path | Article | Feed

_ROWS_TOLD = 3


class RunOptions(TypedDict, total=False):
    """What a run may be told beside its inputs, as the functions that are awaited say."""

    settings: Settings | None
    listener: Listener | None
    stdin: BinaryIO | None
    transport: httpx2.AsyncBaseTransport | None
    network: Network | None


def run(work: Callable[[], Coroutine[Any, Any, T]]) -> T:
    """The result of the work, awaited in a loop of its own; inside a running loop, in a thread of its own."""
    results: list[T] = []

    async def noted() -> None:
        # What a loop's task returns is printed into an error that asyncio makes and drops: a briefing takes long.
        results.append(await work())

    try:
        asyncio.get_running_loop()
    except RuntimeError:
        asyncio.run(noted())
    else:
        with ThreadPoolExecutor(max_workers=1) as pool:
            pool.submit(lambda: asyncio.run(noted())).result()
    return results[0]


def in_force(settings: Settings | None, **usual: Any) -> Settings:
    """The settings, or where None those of environment and file; raises UsageError for anything else."""
    if settings is None:
        return Settings.load(**usual)
    insist(settings, Settings, what="settings", hint='make them with Settings.load(model="none")')
    return settings


def insist(value: object, *kinds: type, what: str, hint: str | None = None) -> None:
    """Raises UsageError where the value is of none of these kinds, and names what it is."""
    if not isinstance(value, kinds):
        wanted = " or ".join(kind.__name__ for kind in kinds)
        raise UsageError(f"{what}: {type(value).__name__} is no {wanted}", hint=hint)


def _insist_on_bytes(stream: object) -> None:
    if stream is not None and (isinstance(stream, TextIOBase) or not hasattr(stream, "read")):
        raise UsageError(
            f"stdin: {type(stream).__name__} has no bytes to read",
            hint="give a stream of bytes, as sys.stdin.buffer",
        )


def _insist_on_network(network: object) -> None:
    if network is not None and not (hasattr(network, "resolve") and hasattr(network, "backend")):
        raise UsageError(f"network: {type(network).__name__} is no Network")


def given_sources(sources: Sequence[Source] | Source) -> list[Source]:
    """What is to be read, one by one; raises UsageError for what is neither file nor address, article nor feed."""
    if isinstance(sources, str | Path | Article | Feed):
        return [sources]
    # Bytes would be numbers one by one.
    several = isinstance(sources, Iterable) and not isinstance(sources, bytes)
    given: list[Any] = list(sources) if several else [sources]
    for source in given:
        insist(source, str, Path, Article, Feed, what="what to read")
    return given


async def aread(
    sources: Sequence[Source] | Source,
    settings: Settings,
    stdin: BinaryIO | None,
    *,
    recorder: Recorder | None = None,
    network: Network | None = None,
) -> Reading:
    """The articles that are given, that paths hold or that addresses and feeds give, each text once.

    `network` replaces the network to the pages. Raises InputError where there is no article, UsageError where what is
    given is nothing of the kind.
    """
    # The readers of all formats: a run that is remembered reads nothing.
    from conspectus.reading import read_inputs  # noqa: PLC0415
    from conspectus.reading.files import STDIN  # noqa: PLC0415

    _insist_on_bytes(stdin)
    _insist_on_network(network)
    given = given_sources(sources)
    wanted = [each for each in given if is_web(each)]
    haul = None
    if wanted:
        # It loads what reading files has no use for.
        from conspectus.reading.web import Watch, bring  # noqa: PLC0415

        tell = recorder or Recorder()
        watch = Watch(
            stage=lambda name, steps: tell(StageStarted(name, steps=steps)), step=lambda: tell(StepDone())
        )
        haul = await bring(wanted, settings, watch, network=network)
        for note in haul.notes:
            tell(Warned(note.message, where=note.where))
    reading = partial(read_inputs, given, stdin=stdin, max_bytes=settings.max_file_bytes, haul=haul)
    # A thread that is left waiting for standard input would break the end of the program.
    return reading() if STDIN in given else await aside(reading)


def read(
    sources: Sequence[Source] | Source, settings: Settings, stdin: BinaryIO | None, **options: Any
) -> Reading:
    """As `aread`, for callers that do not await."""
    return run(lambda: aread(sources, settings, stdin, **options))


def single(reading: Reading, source: object) -> Article:
    """The one article that was read; raises UsageError where the source holds several."""
    if len(reading.articles) > 1:
        raise UsageError(
            f"holds {len(reading.articles)} articles, not one", where=str(source), hint="brief them"
        )
    return reading.articles[0]


def warn_of(reading: Reading, recorder: Recorder) -> None:
    """Tells of every input that could not be read, and of what stands in for one that could not.

    Of a file's rows the first few are told, and how many more there are: one wrong file may have thousands.
    """
    told: Counter[str] = Counter()
    for failure in reading.failures:
        file, _, row = failure.name.rpartition("#")
        if row.isdecimal():
            told[file] += 1
        if not row.isdecimal() or told[file] <= _ROWS_TOLD:
            recorder(Warned(failure.error.message, where=failure.name))
    for file, count in told.items():
        if count > _ROWS_TOLD:
            rest = count - _ROWS_TOLD
            rows = f"{rest:,} more {'row' if rest == 1 else 'rows'}"
            recorder(Warned(f"{rows} can't be read; the ledger has each", where=file))
    for other in reading.passed_over:
        if other.reason is Reason.FAILED:
            recorder(Warned(other.detail))


def forward(recorder: Recorder) -> Callable[[CallRecord], None]:
    """A model's `on_call` that tells the recorder of every call."""

    def tell(call: CallRecord) -> None:
        recorder(
            CallDone(
                prompt=call.prompt,
                fingerprint=call.fingerprint,
                usage=call.usage,
                seconds=call.seconds,
                cached=call.cached,
                outcome=call.outcome,
            )
        )

    return tell


def model_name(settings: Settings) -> str:
    """What to call the model in force before it is opened."""
    kind, name = settings.target
    return f"embedded:{name}" if kind is ModelKind.EMBEDDED else name


def run_record(recorder: Recorder, started: datetime, model: LanguageModel | None) -> RunRecord:
    """The run's record so far; without a model its name and profile are "none"."""
    return recorder.record(
        conspectus_version=__version__,
        started=started,
        model=model.name if model else "none",
        endpoint=model.endpoint if model else None,
        profile=model.profile.name if model else "none",
    )


def briefed(
    reading: Reading, failed: dict[str, ModelError], origins: Sequence[Origin]
) -> tuple[BriefedArticle, ...]:
    """Every input as an article of the briefing: those read, then what repeats them, then what could not be read."""
    origin_of = {article_id: origin.id for origin in origins for article_id in origin.article_ids}
    read = {article.id: article for article in reading.articles}
    found = [
        BriefedArticle(
            **_fields(article),
            status=Status.FAILED if article.id in failed else Status.USED,
            origin=origin_of.get(article.id),
        )
        for article in reading.articles
    ]
    for copy in reading.duplicates:
        same = _fields(read[copy.article_id]) | {**_called(copy.name), "sha256": copy.sha256}
        found.append(BriefedArticle(**same, status=Status.DUPLICATE))
    found += [
        BriefedArticle(
            id=failure.article_id,
            **_called(failure.name),
            sha256=failure.sha256,
            text="",
            status=Status.FAILED,
        )
        for failure in reading.failures
    ]
    return tuple(found)


def _called(name: str) -> dict[str, str | None]:
    return {"path": None, "url": name} if is_address(name) else {"path": name}


def _fields(article: Article) -> dict[str, Any]:
    return {name: getattr(article, name) for name in Article.model_fields}


def left_out(reading: Reading, failed: Mapping[str, ModelError]) -> list[LedgerEntry]:
    """A ledger entry for every input that could not be read, got no usable answer, or repeats another.

    What an input holds besides its article has an entry too.
    """
    names = {article.id: article.name for article in reading.articles}

    def entry(article_id: str, reason: Reason, detail: str) -> LedgerEntry:
        return LedgerEntry(subject=Subject.ARTICLE, reason=reason, article_id=article_id, detail=detail)

    return [
        *(entry(failure.article_id, Reason.FAILED, str(failure.error)) for failure in reading.failures),
        *(entry(article_id, _reason(error), str(error)) for article_id, error in failed.items()),
        *(
            entry(
                copy.article_id,
                Reason.DUPLICATE,
                f"{copy.name} has the same text as {names[copy.article_id]}",
            )
            for copy in reading.duplicates
        ),
        *(entry(other.article_id, other.reason, other.detail) for other in reading.passed_over),
    ]


def _reason(error: ModelError) -> Reason:
    return Reason.OVER_BUDGET if isinstance(error, OverBudgetError) else Reason.FAILED
