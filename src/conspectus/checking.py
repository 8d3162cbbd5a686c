"""Any text against any articles: `check`, and beneath it `check_claim`, for claims with their evidence at hand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from contextlib import AsyncExitStack
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, BinaryIO, Literal, TypedDict, Unpack, get_args

import conspectus.render.reports  # noqa: F401 - lets a report show itself
from conspectus.entailment import entailment as judged
from conspectus.errors import UsageError
from conspectus.llm import open_model
from conspectus.model.article import Article
from conspectus.model.evidence import Evidence
from conspectus.running import (
    RunOptions,
    Source,
    aread,
    forward,
    in_force,
    insist,
    left_out,
    model_name,
    run,
    run_record,
    warn_of,
)
from conspectus.settings import Settings
from conspectus.tasks import gathered
from conspectus.telemetry import Listener, Recorder, RunDone, RunStarted, StageStarted, StepDone
from conspectus.text.language import language_name
from conspectus.text.markup import unmarked
from conspectus.verification.checkable import Piece, checkable, has_words
from conspectus.verification.checks.case import is_verbatim
from conspectus.verification.evidence_search import EARLIER, EvidenceIndex, Found
from conspectus.verification.faithfulness import Verdict, examine
from conspectus.verification.foreign import compare
from conspectus.verification.grounding import sentence_evidence
from conspectus.verification.languages import foreign_to
from conspectus.verification.report import CheckedArticle, CheckedSentence, Report
from conspectus.verification.support import Support, SupportVerdict, combine, missing
from conspectus.verification.telling import told_by, unsaid

if TYPE_CHECKING:
    import httpx2

    from conspectus.consolidate.conflicts.told.taken_back import TakenBack
    from conspectus.llm import LanguageModel
    from conspectus.reading.fetching.network import Network

__all__ = ["Report", "Support", "SupportVerdict", "acheck", "acheck_claim", "check", "check_claim"]

Gate = Literal["on", "off"]

# How notices of correction speak of what they correct.
_OWN_REPORT = re.compile(r"\b(?:our|notre|nuestra|unserem|earlier version|newspaper['’]s)\b", re.IGNORECASE)


async def acheck_claim(
    claim: str,
    evidence: str | Sequence[str],
    *,
    published: date | None = None,
    settings: Settings | None = None,
    entailment: Gate = "on",
    transport: httpx2.AsyncBaseTransport | None = None,
) -> Support:
    """Whether the evidence, one text or several taken together, supports the claim.

    `published` is the evidence's publication date, against which "Thursday" is read; of a time its day counts.
    With `entailment="off"`, or with settings that say so or choose no model, the mechanical gate decides alone.
    Raises UsageError where claim or evidence has no words; ModelMissingError, SettingsError, EndpointError,
    EndpointSetupError as the model does.
    """
    _insist_gate(entailment)
    pieces = [evidence] if isinstance(evidence, str) or not isinstance(evidence, Iterable) else list(evidence)
    for words in (claim, *pieces):
        insist(words, str, what="a claim and its evidence")
    if published is not None:
        insist(published, date, what="the day of publication")
        published = published.date() if isinstance(published, datetime) else published
    if not has_words(claim) or not any(map(has_words, pieces)):
        raise UsageError("a claim and its evidence both need words")
    async with AsyncExitStack() as stack:
        model = await _opened(stack, in_force(settings), entailment, transport=transport)
        return await _support(claim, pieces, examine(claim, pieces, published=published), model)


async def acheck(
    text: str | Article,
    articles: Sequence[Source] | Source,
    *,
    settings: Settings | None = None,
    entailment: Gate = "on",
    listener: Listener | None = None,
    stdin: BinaryIO | None = None,
    transport: httpx2.AsyncBaseTransport | None = None,
    network: Network | None = None,
) -> Report:
    """For each sentence of the text, whether the articles support it, contradict it, qualify it, or don't say it.

    The evidence is searched for in all articles together. `articles` are files, directories, addresses, feeds, "-"
    for standard input, or articles. With `entailment="off"`, or with settings that choose no model, the
    mechanical gate decides alone. Raises UsageError where the text has no words, InputError where no article can
    be read; ModelMissingError, SettingsError, EndpointError, EndpointSetupError as the model does.
    """
    settings = in_force(settings)
    _insist_gate(entailment)
    insist(text, str, Article, what="the text to check", hint="of a file, give what read_text() says")
    sentences, unchecked = checkable(text)
    if not sentences:
        raise UsageError(
            "the text to check says nothing that can be checked"
            if unchecked
            else "the text to check has no words"
        )
    recorder = Recorder(listener)
    started = datetime.now(UTC)
    reading = await aread(articles, settings, stdin, recorder=recorder, network=network)
    async with AsyncExitStack() as stack:
        model = await _opened(stack, settings, entailment, recorder=recorder, transport=transport)
        name = model_name(settings) if model else "none"
        recorder(RunStarted(articles=len(reading.articles), model=name, stages=("check",)))
        warn_of(reading, recorder)
        recorder(StageStarted("check", steps=len(sentences)))
        index = EvidenceIndex(reading.articles)
        withdrawn = _taken_back(reading.articles)
        checked = await gathered(
            [
                _checked(each, index, model, recorder, foreign, _before(sentences, at), withdrawn)
                for at, (each, foreign) in enumerate(
                    zip(sentences, foreign_to(text, sentences, reading.articles, index), strict=True)
                )
            ]
        )
        recorder(RunDone())
        return Report(
            articles=tuple(map(CheckedArticle.of, reading.articles)),
            sentences=tuple(checked),
            unchecked=unchecked,
            ledger=tuple(left_out(reading, {})),
            run=run_record(recorder, started, model),
        )


class ClaimOptions(TypedDict, total=False):
    """What `acheck_claim` takes beside claim and evidence."""

    published: date | None
    settings: Settings | None
    entailment: Gate
    transport: httpx2.AsyncBaseTransport | None


class CheckOptions(RunOptions, total=False):
    """What `acheck` takes beside text and articles."""

    entailment: Gate


def check_claim(claim: str, evidence: str | Sequence[str], **options: Unpack[ClaimOptions]) -> Support:
    """Whether the evidence supports the claim: `acheck_claim` for callers that do not await.

    Takes and raises what `acheck_claim` does.
    """
    return run(lambda: acheck_claim(claim, evidence, **options))


def check(
    text: str | Article, articles: Sequence[Source] | Source, **options: Unpack[CheckOptions]
) -> Report:
    """What the articles say to each sentence of the text: `acheck` for callers that do not await.

    Takes and raises what `acheck` does.
    """
    return run(lambda: acheck(text, articles, **options))


def _insist_gate(entailment: object) -> None:
    if entailment not in get_args(Gate):
        # False or "no" would else be a yes, and paid for.
        raise UsageError(f"entailment is {entailment!r}", hint="say 'on' or 'off'")


async def _opened(
    stack: AsyncExitStack,
    settings: Settings,
    entailment: Gate,
    *,
    recorder: Recorder | None = None,
    transport: httpx2.AsyncBaseTransport | None,
) -> LanguageModel | None:
    if entailment == "off" or not settings.entailment:
        return None
    on_call = forward(recorder) if recorder else None
    return await stack.enter_async_context(
        open_model(settings, on_call=on_call, transport=transport, judging=True)
    )


def _before(pieces: Sequence[Piece], at: int) -> list[str]:
    """The sentences before that one, the last of them first."""
    return [unmarked(piece.text) for piece in reversed(pieces[max(0, at - EARLIER) : at]) if not piece.row]


async def _checked(
    piece: Piece,
    index: EvidenceIndex,
    model: LanguageModel | None,
    recorder: Recorder,
    foreign: str | None,
    before: Sequence[str],
    withdrawn: Sequence[TakenBack],
) -> CheckedSentence:
    claim = unmarked(piece.text)
    evidence: tuple[Evidence, ...] = ()
    if piece.row:
        support = missing("It is a row of a table; to have it checked, say it in a sentence.")
    elif foreign is None:
        notices = (each.against(claim) for each in withdrawn)
        support, evidence = next(filter(None, notices), None) or await _searched(claim, index, model, before)
    else:
        support, evidence = await _searched_across(claim, index, model, foreign)
    recorder(StepDone())
    return CheckedSentence(
        text=piece.text, start=piece.start, end=piece.end, support=support, evidence=evidence
    )


def _taken_back(articles: Sequence[Article]) -> tuple[TakenBack, ...]:
    if not any(_OWN_REPORT.search(article.text) for article in articles):
        return ()
    from conspectus.consolidate.conflicts.told.taken_back import taken_back  # noqa: PLC0415 - few checks need it

    return tuple(taken_back(articles))


async def _searched(
    claim: str, index: EvidenceIndex, model: LanguageModel | None, before: Sequence[str] = ()
) -> tuple[Support, tuple[Evidence, ...]]:
    found, verdict = told_by(claim, index, before)
    if found is None or verdict is None:
        return unsaid(claim, found), _evidence([found] if found else ())
    texts = [place.text for place in found.places]
    return await _support(claim, texts, verdict, model), _evidence([found])


async def _searched_across(
    claim: str, index: EvidenceIndex, model: LanguageModel | None, language: str
) -> tuple[Support, tuple[Evidence, ...]]:
    """What a model says of a claim in another language than all articles: mechanics can't tell that they say it."""
    found = next(iter(index.search(claim, across=True)), None)
    judgement = None
    if found is not None and model is not None:
        texts = [place.text for place in found.places]
        judgement = await judged(claim, texts, model, english=False)
    if found is None or judgement is None or judgement.probability is None:
        why = f"It is in {language_name(language)} and no article is; only a model can tell whether they say it."
        return missing(why), _evidence([found] if found else ())
    first = found.places[0].article
    verdict = compare(claim, texts, (language, first.language or "en"), first.published)
    return combine(verdict, judgement.probability, claim=claim), _evidence([found])


def _evidence(found: Sequence[Found]) -> tuple[Evidence, ...]:
    places = [place for one in found for place in one.places]
    return tuple(piece for place in places for piece in sentence_evidence(place.article, [place.sentence.id]))


async def _support(
    claim: str, evidence: Sequence[str], verdict: Verdict, model: LanguageModel | None
) -> Support:
    """Both gates' support; the model is not asked what can't change the verdict."""
    if verdict.supported and is_verbatim(claim, evidence):
        return Support(verdict=SupportVerdict.SUPPORTED, score=1.0)
    if model is None or not verdict.supported:
        return combine(verdict, claim=claim, evidence=evidence)
    # Mechanics say what they did not compare of other languages only.
    judgement = await judged(claim, evidence, model, english=not verdict.notes)
    return combine(verdict, judgement.probability, claim=claim, evidence=evidence, read=judgement.read)
