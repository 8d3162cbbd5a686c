"""brief, summarize, check, verify, schema: parse, call the pipeline, render; no logic."""

from __future__ import annotations

from typing import Annotated

import typer

from conspectus.cli.console import emit, progress_shown, set_up_logging, tell
from conspectus.cli.delivery import deliver, deliver_report, deliver_summary, targets_of
from conspectus.cli.inputs import feeds_of, resumable, standard_input
from conspectus.cli.options import (
    SUFFIXES,
    AllowPrivate,
    BaseUrl,
    CallsAMinute,
    Concurrency,
    DryRun,
    Feeds,
    HowLong,
    Language,
    Limit,
    LogJson,
    MaxCost,
    MaxTokens,
    Model,
    NoCache,
    NoEntailment,
    Output,
    Paths,
    Quiet,
    Saved,
    Shown,
    ShownOrPage,
    Since,
    TokensAMinute,
    Trust,
    Vectors,
    Verbose,
    WithEvidence,
    settings_of,
)
from conspectus.errors import AuditError, UnsupportedError, UsageError


def brief(
    paths: Paths = None,
    feed: Feeds = None,
    since: Since = None,
    limit: Limit = None,
    allow_private: AllowPrivate = False,
    output: Output = None,
    shown: ShownOrPage = None,
    evidence: WithEvidence = False,
    title: Annotated[str | None, typer.Option(metavar="TEXT", help="The briefing's title.")] = None,
    length: HowLong = None,
    language: Language = None,
    model: Model = None,
    base_url: BaseUrl = None,
    profile: Trust = None,
    no_entailment: NoEntailment = False,
    vectors: Vectors = False,
    no_cache: NoCache = False,
    concurrency: Concurrency = None,
    rpm: CallsAMinute = None,
    tpm: TokensAMinute = None,
    max_cost: MaxCost = None,
    max_tokens: MaxTokens = None,
    dry_run: DryRun = False,
    log_json: LogJson = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Read articles and write one briefing, in which every sentence cites its evidence."""
    from conspectus import pipeline  # noqa: PLC0415 - it loads what --help has no use for

    set_up_logging(quiet=quiet, verbose=verbose)
    given = [*(paths or ()), *feeds_of(feed, since, limit)]
    targets = targets_of(output, shown, paths or [], page=True)
    settings = settings_of(
        model,
        base_url,
        no_cache,
        profile,
        no_entailment=no_entailment,
        allow_private=allow_private,
        vectors=vectors or None,
        concurrency=concurrency,
        rpm=rpm,
        tpm=tpm,
        length=length,
        language=language,
        max_cost=max_cost,
        max_tokens=max_tokens,
    )
    if dry_run:
        from conspectus.planning import plan  # noqa: PLC0415 - as above

        emit(f"{plan(given, settings, standard_input(paths or [], settings))}\n")
        return
    with resumable(settings), progress_shown(quiet=quiet, verbose=verbose, log=log_json) as listener:
        stdin = standard_input(paths or [], settings)
        briefing = pipeline.brief(given, settings=settings, title=title, listener=listener, stdin=stdin)
    if not (briefing.events or quiet):
        tell("warning: nothing is told: no article has a sentence of text that could be (see “Left out”)")
    deliver(briefing, targets, shown, quiet=quiet, evidence=evidence)


def summarize(
    path: Annotated[str, typer.Argument(metavar="PATH", help="A file, an address, or - for standard input.")],
    output: Output = None,
    shown: Shown = None,
    model: Model = None,
    base_url: BaseUrl = None,
    profile: Trust = None,
    no_entailment: NoEntailment = False,
    no_cache: NoCache = False,
    allow_private: AllowPrivate = False,
    log_json: LogJson = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Read one article and write its structured summary: verified claims, each with its evidence."""
    from conspectus import pipeline  # noqa: PLC0415 - it loads what --help has no use for
    from conspectus.running import read, single  # noqa: PLC0415 - as above
    from conspectus.telemetry import Recorder  # noqa: PLC0415 - as above

    set_up_logging(quiet=quiet, verbose=verbose)
    targets = targets_of(output, shown, [path])
    settings = settings_of(
        model, base_url, no_cache, profile, no_entailment=no_entailment, allow_private=allow_private
    )
    with resumable(settings), progress_shown(quiet=quiet, verbose=verbose, log=log_json) as listener:
        stdin = standard_input([path], settings)
        article = single(read(path, settings, stdin, recorder=Recorder(listener)), path)
        summary = pipeline.summarize(article, settings=settings, listener=listener)
    deliver_summary(summary, article, targets, shown, quiet=quiet)


def check(
    text: Annotated[
        str,
        typer.Argument(
            metavar="TEXT", help="The text to check: a file, an address, or - for standard input."
        ),
    ],
    against: Annotated[
        list[str],
        typer.Option(
            "--against",
            metavar="PATH...",
            help=f"The articles to hold it against: files ({SUFFIXES}), directories, patterns, addresses, or -.",
        ),
    ],
    more: Annotated[list[str] | None, typer.Argument(metavar="", hidden=True)] = None,
    output: Output = None,
    shown: Shown = None,
    unsupported: Annotated[
        bool,
        typer.Option("--unsupported", help="Show only the sentences that are not supported; JSON has all."),
    ] = False,
    no_entailment: Annotated[
        bool, typer.Option("--no-entailment", help="Ask no model: the mechanical gate decides alone.")
    ] = False,
    model: Model = None,
    base_url: BaseUrl = None,
    no_cache: NoCache = False,
    allow_private: AllowPrivate = False,
    log_json: LogJson = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Hold any text against articles, sentence by sentence: supported, contradicted, overstated, not found.

    Ends with 0 where every sentence is supported, with 8 where one is not.
    """
    from conspectus import checking  # noqa: PLC0415 - it loads what --help has no use for
    from conspectus.render.words import count  # noqa: PLC0415 - as above
    from conspectus.running import read  # noqa: PLC0415 - as above

    set_up_logging(quiet=quiet, verbose=verbose)
    paths = [*against, *(more or ())]
    if text in paths:
        raise UsageError("is the text and one of its articles at once", where=text, hint="name others")
    targets = targets_of(output, shown, [text, *paths])
    settings = settings_of(model, base_url, no_cache, allow_private=allow_private)
    with resumable(settings), progress_shown(quiet=quiet, verbose=verbose, log=log_json) as listener:
        stdin = standard_input([text, *paths], settings)
        report = checking.check(
            read(text, settings, stdin).articles[0],
            paths,
            settings=settings,
            entailment="off" if no_entailment else "on",
            listener=listener,
            stdin=stdin,
        )
    deliver_report(report, targets, shown, quiet=quiet, unsupported=unsupported)
    if not report.supported:
        wrong = sum(not sentence.support.supported for sentence in report.sentences)
        of = count(len(report.sentences), "sentence")
        raise UnsupportedError(f"{wrong:,} of {of} not supported by the articles", where=text)


def verify(
    path: Saved,
    quiet: Quiet = False,
) -> None:
    """Re-check a saved briefing with neither model nor network: grounded, cited, faithful, nothing lost."""
    from conspectus import pipeline  # noqa: PLC0415 - it loads what --help has no use for
    from conspectus.render.safe import visible  # noqa: PLC0415 - as above

    findings = pipeline.verify(path)
    for finding in findings:
        emit(visible(f"{finding.promise}: {finding.where}: {finding.message}") + "\n")
    if findings:
        count = "1 place breaks" if len(findings) == 1 else f"{len(findings)} places break"
        raise AuditError(f"{count} a promise", where=str(path))
    if not quiet:
        emit(f"{visible(str(path))}: every promise is kept\n")


def schema(
    name: Annotated[
        str,
        typer.Argument(
            metavar="NAME",
            help="briefing, article, article-summary or report, which Conspectus puts out; summary-draft, "
            "shortened-draft, common-draft, composed-draft, same-event-draft or translations-draft, which it asks a "
            "model for.",
        ),
    ],
) -> None:
    """Print the JSON Schema of that name."""
    from conspectus.schemas import published  # noqa: PLC0415 - it loads what --help has no use for

    emit(published(name))
