"""The only place where the stages are put together: reading → summarise → consolidate → verify."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Unpack

import conspectus.render  # noqa: F401 - lets a briefing show itself
from conspectus.briefing_cache import History, again, key_of_run, recalled, remember
from conspectus.caching import clear_caches
from conspectus.errors import AuditError
from conspectus.llm import open_model
from conspectus.model.briefing import Briefing
from conspectus.model.summary import ArticleSummary
from conspectus.running import (
    RunOptions,
    Source,
    aread,
    briefed,
    forward,
    given_sources,
    in_force,
    insist,
    left_out,
    model_name,
    run,
    run_record,
    single,
    warn_of,
)
from conspectus.settings import ModelKind, Settings
from conspectus.tasks import Beside, aside
from conspectus.telemetry import (
    Listener,
    Recorder,
    RunDone,
    RunStarted,
    StageStarted,
)
from conspectus.vectors import sentence_likeness

if TYPE_CHECKING:
    import httpx2

    from conspectus.consolidate.agreement.witnesses import Withheld
    from conspectus.reading import Reading
    from conspectus.reading.fetching.network import Network
    from conspectus.verification.audit import Finding

# Reading is over when a run starts: how many articles there are is what it found out.
STAGES = ("summarise", "consolidate", "verify")
"""The stages of every run; where a language is asked for, translating comes before the last."""

_EMBEDDED_SECONDS_PER_ARTICLE = 30
_log = logging.getLogger(__name__)


async def abrief(
    sources: Sequence[Source] | Source,
    *,
    settings: Settings | None = None,
    title: str | None = None,
    listener: Listener | None = None,
    stdin: BinaryIO | None = None,
    transport: httpx2.AsyncBaseTransport | None = None,
    network: Network | None = None,
) -> Briefing:
    """One cited briefing of all the articles; what was left out stands in its ledger.

    `sources` are files, directories, addresses, feeds, "-" for standard input, or articles. `listener` is told of
    the progress; `transport` replaces the network to a hosted endpoint, `network` that to pages. Raises
    UsageError where there are no sources, SettingsError, InputError where nothing can be read, ModelMissingError where
    the embedded model's weights are missing, ModelError where no article at all got a usable answer, and AuditError
    where the briefing would break a promise, which is a defect. One article that fails never sinks the rest.
    """
    settings = in_force(settings)
    # What is no language is refused before anything is spent.
    _language(settings)
    given = given_sources(sources)
    if title is not None:
        insist(title, str, what="the title")
    history = History(listener)
    recorder = Recorder(history)
    started = datetime.now(UTC)
    key = key_of_run(given, settings, title)
    if key is not None and (known := await recalled(key, settings)) is not None:
        return again(*known, recorder, started, _stages(settings))
    reading = await aread(given, settings, stdin, recorder=recorder, network=network)
    briefing = await _made(reading, settings, title, recorder, started, transport)
    # A file may have changed while it was read.
    if (
        key is not None
        and history.whole
        and not reading.failures
        and key == key_of_run(given, settings, title)
    ):
        await remember(key, settings, briefing, history)
    return briefing


async def _made(
    reading: Reading,
    settings: Settings,
    title: str | None,
    recorder: Recorder,
    started: datetime,
    transport: httpx2.AsyncBaseTransport | None,
) -> Briefing:
    """The briefing of what was read."""
    from conspectus.summaries import attempted  # noqa: PLC0415 - a run that is remembered does not wait for it

    language = _language(settings)
    likeness = sentence_likeness() if settings.vectors else None
    async with (
        open_model(
            settings, on_call=forward(recorder), transport=transport, judging=settings.entailment
        ) as model,
        Beside() as beside,
    ):
        recorder(_run_started(reading, settings))
        warn_of(reading, recorder)
        recorder(StageStarted("summarise"))
        done = await attempted(reading.articles, model, settings, recorder, beside)
        # The first calls don't wait for these either.
        from conspectus.consolidate import calls_to_compose, consolidate  # noqa: PLC0415 - as said
        from conspectus.translate import language_of_most, translated  # noqa: PLC0415 - as said
        from conspectus.verification.audit import audit, concerned, sealed  # noqa: PLC0415 - as said

        recorder(StageStarted("consolidate"))
        used = [article for article in reading.articles if article.id not in done.failed]
        model_used = model if settings.entailment else None

        async def drafted(withheld: Withheld) -> Briefing:
            """The briefing, not audited yet, in which nothing rests on the withheld sentences."""
            result = await consolidate(
                used,
                done.summaries,
                # What several origins have in common is only known where the model checks it.
                model_used,
                max_points=settings.max_points,
                length=settings.length,
                calls=calls_to_compose(len(reading.articles), done.extra_calls),
                ground=done.ground,
                withheld=withheld,
                early=done.early,
                likeness=likeness,
            )
            briefing = Briefing(
                title=title or result.title,
                language=language or language_of_most(used),
                articles=briefed(reading, done.failed, result.origins),
                origins=result.origins,
                events=result.events,
                claims=result.claims,
                ledger=(
                    *left_out(reading, done.failed),
                    *(entry for summary in done.summaries for entry in summary.ledger),
                    *result.ledger,
                ),
                run=run_record(recorder, started, model),
            )
            if language is not None:
                recorder(StageStarted("translate"))
                other = await translated(briefing, language, model, entail=settings.entailment)
                ledger = (*briefing.ledger, *other.ledger)
                briefing = briefing.model_copy(update={"translations": other.translations, "ledger": ledger})
            return briefing

        briefing = await drafted({})
        recorder(StageStarted("verify"))
        briefing = sealed(briefing)
        findings = await aside(lambda: audit(briefing))
        # What would break a promise is left out, with what rests on it, and the rest told anew.
        if withheld := concerned(briefing, findings):
            _report(findings)
            briefing = sealed(await drafted(withheld))
            findings = await aside(lambda: audit(briefing))
        _refuse(findings)
        clear_caches()
        recorder(RunDone())
        return briefing.model_copy(update={"run": run_record(recorder, started, model)})


def _language(settings: Settings) -> str | None:
    """The language that is asked for, if any; raises SettingsError where it is none."""
    if settings.language is None:
        return None
    from conspectus.translate import output_language  # noqa: PLC0415 - most runs ask for none

    return output_language(settings.language)


async def asummarize(
    source: Source,
    *,
    settings: Settings | None = None,
    listener: Listener | None = None,
    stdin: BinaryIO | None = None,
    transport: httpx2.AsyncBaseTransport | None = None,
    network: Network | None = None,
) -> ArticleSummary:
    """One article's verified claims; what did not pass is in the summary's ledger.

    `source`, `listener`, `transport` and `network` are as for `abrief`. Raises InputError where the article can't be
    read, UsageError where the source holds several, SettingsError, ModelMissingError where the embedded model's
    weights are missing, and ModelError where there is no usable answer.
    """
    from conspectus.summaries import summary_of  # noqa: PLC0415 - as in `_made`

    settings = in_force(settings)
    recorder = Recorder(listener)
    article = single(await aread(source, settings, stdin, recorder=recorder, network=network), source)
    async with open_model(
        settings, on_call=forward(recorder), transport=transport, judging=settings.entailment
    ) as model:
        recorder(RunStarted(articles=1, model=model_name(settings), stages=("summarise",)))
        recorder(StageStarted("summarise"))
        summary = await summary_of(article, model, settings, recorder)
        if settings.entailment:
            from conspectus.summarise import judged  # noqa: PLC0415 - as in `_made`

            (summary,) = await judged([summary], [article], model)
        recorder(RunDone())
        return summary


class BriefOptions(RunOptions, total=False):
    """What `abrief` takes beside its sources."""

    title: str | None


def brief(sources: Sequence[Source] | Source, **options: Unpack[BriefOptions]) -> Briefing:
    """One cited briefing of all the articles: `abrief` for callers that do not await.

    Works inside a running event loop too, as in a notebook. Takes and raises what `abrief` does.
    """
    return run(lambda: abrief(sources, **options))


def summarize(source: Source, **options: Unpack[RunOptions]) -> ArticleSummary:
    """One article's verified claims: `asummarize` for callers that do not await, which takes and raises the same."""
    return run(lambda: asummarize(source, **options))


def verify(briefing: Briefing | str | Path) -> tuple[Finding, ...]:
    """What breaks the promises of a briefing or a saved briefing; empty where all are kept.

    Needs neither model nor network. A saved one also has to have its seals. Raises InputError where the file can't be
    read, AuditError where it is no briefing.
    """
    from conspectus.reading.briefings import load_briefing  # noqa: PLC0415 - as in `_made`
    from conspectus.verification.audit import audit, unsealed  # noqa: PLC0415 - as above

    insist(briefing, Briefing, str, Path, what="what to verify")
    if isinstance(briefing, Briefing):
        return audit(briefing)
    saved = load_briefing(Path(briefing))
    return (*audit(saved), *unsealed(saved))


def _stages(settings: Settings) -> tuple[str, ...]:
    return (*STAGES[:-1], "translate", STAGES[-1]) if settings.language else STAGES


def _run_started(reading: Reading, settings: Settings) -> RunStarted:
    count = len(reading.articles)
    embedded = settings.target.kind is ModelKind.EMBEDDED
    return RunStarted(
        articles=count,
        model=model_name(settings),
        stages=_stages(settings),
        expected_seconds=count * _EMBEDDED_SECONDS_PER_ARTICLE if embedded else None,
    )


def _report(findings: Sequence[Finding]) -> None:
    for finding in findings:
        _log.error("%s: %s", finding.where, finding.message)


def _refuse(findings: Sequence[Finding]) -> None:
    """Raises AuditError where the briefing would break a promise: then it is not published at all."""
    if not findings:
        return
    _report(findings)
    raise AuditError(
        f"the briefing breaks a promise: {findings[0].message}",
        where=findings[0].where,
        hint="this is a defect of Conspectus; please report it with the articles",
    )
