"""Promise 3: numbers, dates, names and negations in every sentence are in the evidence that it cites."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from conspectus.caching import WHILE_RUNNING
from conspectus.model.article import Article
from conspectus.model.briefing import Conflict, Event, Reconciled, TimelineEntry
from conspectus.model.evidence import Claim, Evidence, Verification
from conspectus.text.align import Aligner
from conspectus.text.facts import periods
from conspectus.verification.audit.finding import Finding
from conspectus.verification.audit.index import Index, Statement, questions_of
from conspectus.verification.faithfulness import Asked, examine_all
from conspectus.verification.grounding import containing_sentences
from conspectus.verification.readable import readable
from conspectus.verification.translation import examine_translation
from conspectus.verification.verdict import MismatchKind, Verdict

_IN_QUESTIONS = {MismatchKind.NUMBER, MismatchKind.DATE, MismatchKind.NAME}
_VERDICTS: dict[Asked, Verdict] = WHILE_RUNNING.table()
_MOST_VERDICTS = 4096
_REWRITE = "say only what the evidence says, or quote it"


def faithful(index: Index) -> Iterator[Finding]:
    """Claims and sentences that say what their evidence does not, or call words quoted that are not."""
    foresee(index.briefing.claims, index.articles)
    for number, claim in enumerate(index.briefing.claims):
        yield from _claim(index, claim, f"claims[{number}]")
    for statement in index.statements:
        yield from _statement(index, statement)
    for number, event in enumerate(index.briefing.events):
        yield from _setting(index, event, f"events[{number}]")
        for where, question in questions_of(event, f"events[{number}]"):
            yield from _question(index, question, f"{where}.question")
        for entry_number, entry in enumerate(event.timeline):
            yield from _when(index, entry, f"events[{number}].timeline[{entry_number}]")
    yield from _translations(index)


def _claim(index: Index, claim: Claim, where: str) -> Iterator[Finding]:
    if claim.verified is Verification.QUOTED and not _verbatim(claim.text, claim.evidence):
        yield _finding(
            f"{where}.verified", f"«{claim.text}» is called quoted, but stands in none of its quotes"
        )
    if claim.evidence:
        yield from _reasons(
            _verdict(index.articles, claim.text, claim.evidence, claim), f"{where}.text", claim.text
        )


def _statement(index: Index, statement: Statement) -> Iterator[Finding]:
    pieces = index.evidence(statement.claim_ids)
    if not pieces:
        return
    where = statement.where if statement.verified is None else f"{statement.where}.text"
    if statement.verified is Verification.QUOTED and not _verbatim(statement.text, pieces):
        message = f"«{statement.text}» is called quoted, but stands in none of the quotes it cites"
        yield _finding(f"{statement.where}.verified", message)
    yield from _reasons(_verdict(index.articles, statement.text, pieces), where, statement.text)


def foresee(claims: Iterable[Claim], articles: Mapping[str, Article]) -> None:
    """What the gate says of these claims is known when the audit asks it."""
    asked: dict[Asked, None] = {}
    for claim in claims:
        if claim.verified is Verification.QUOTED:
            _verbatim(claim.text, claim.evidence)
        if claim.evidence:
            asked[_asked(articles, claim.text, claim.evidence, claim)] = None
    _examined([each for each in asked if each not in _VERDICTS])


def _verbatim(text: str, pieces: Sequence[Evidence]) -> bool:
    return any(_stands_in(text, piece.quote) for piece in pieces)


@WHILE_RUNNING.keep(most=4096)
def _stands_in(text: str, quote: str) -> bool:
    return Aligner(quote).find(text) is not None


def _verdict(
    articles: Mapping[str, Article], text: str, pieces: Sequence[Evidence], claim: Claim | None = None
) -> Verdict:
    """What the gate says of the text, each piece's relative dates counted from its own article's day."""
    asked = _asked(articles, text, pieces, claim)
    return _VERDICTS.get(asked) or _examined([asked])[0]


def _asked(
    articles: Mapping[str, Article], text: str, pieces: Sequence[Evidence], claim: Claim | None
) -> Asked:
    known = [articles.get(piece.article_id) for piece in pieces]
    return Asked(
        text,
        tuple(piece.quote for piece in pieces),
        tuple(article.published if article else None for article in known),
        claim.attributed_to if claim else None,
        tuple(chain.from_iterable(map(_sentences, known, pieces))) if claim else (),
    )


def _sentences(article: Article | None, piece: Evidence) -> tuple[str, ...]:
    """The full sentences that the evidence stands in; none where its place makes no sense."""
    if article is None or piece.start >= piece.end:
        return ()
    return containing_sentences(article, piece.span)


def _examined(asked: Sequence[Asked]) -> list[Verdict]:
    verdicts = examine_all(asked)
    if len(_VERDICTS) + len(asked) > _MOST_VERDICTS:
        _VERDICTS.clear()
    _VERDICTS.update(zip(asked, verdicts, strict=True))
    return verdicts


def _setting(index: Index, event: Event, place: str) -> Iterator[Finding]:
    """When and where an event was: in the evidence of its title, or else of something it says."""
    own = [s for s in index.statements if s.where.startswith(f"{place}.")]
    for name, value in (("when", event.when), ("where", event.where)):
        if value is None:
            continue
        claims = [index.claims[each] for s in own for each in s.claim_ids if each in index.claims]
        carried = any(
            _sets(index, value, claim.evidence, dated=name == "when") for claim in claims if claim.evidence
        )
        if not carried:
            yield _finding(f"{place}.{name}", f"«{value}» is in no evidence that the event cites")


def _question(index: Index, asked: Conflict | Reconciled, where: str) -> Iterator[Finding]:
    """A question asserts nothing, but the numbers, dates and names in it must come from its sides."""
    pieces = index.evidence(each for side in asked.sides for each in side.claim_ids)
    reasons = _verdict(index.articles, asked.question, pieces).reasons if pieces else ()
    stated = tuple(reason for reason in reasons if reason.kind in _IN_QUESTIONS)
    yield from _reasons(Verdict(reasons=stated), where, asked.question)


def _sets(index: Index, value: str, pieces: Sequence[Evidence], *, dated: bool) -> bool:
    if dated:
        told = index.told(pieces)
        named = {(period.start, period.end) for period in periods(value)}
        days = [day for period in named for day in period if day is not None]
        # An ISO interval reads as two days, which together are one period of the evidence.
        if days and (named <= told or (min(days), max(days)) in told):
            return True
    return _verbatim(value, pieces) or _verdict(index.articles, value, pieces).supported


def _when(index: Index, entry: TimelineEntry, where: str) -> Iterator[Finding]:
    pieces = index.evidence(entry.claim_ids)
    if not pieces:
        return
    if not _dates(index, entry, pieces):
        message = f"{entry.start} to {entry.end} is no date or period that its evidence gives"
        yield _finding(f"{where}.start", message)
    if not _sets(index, entry.when, pieces, dated=True):
        yield _finding(f"{where}.when", f"«{entry.when}» is not in its evidence")


def _dates(index: Index, entry: TimelineEntry, pieces: Sequence[Evidence]) -> bool:
    told = index.told(pieces)
    if (entry.start, entry.end) in told:
        return True
    # A sentence may be vaguer than its evidence ("in March" for the 4th), if it is itself so vague.
    days = {index.published(piece) for piece in pieces}
    said = {(period.start, period.end) for day in days for period in periods(entry.text, day)}
    within = any(start and end and entry.start <= start and end <= entry.end for start, end in told)
    return within and (entry.start, entry.end) in said


def _translations(index: Index) -> Iterator[Finding]:
    """Translations of what the briefing does not say, twice over, or that say something else than the original."""
    said, seen = {statement.text for statement in index.statements}, set[str]()
    for number, translation in enumerate(index.briefing.translations):
        where = f"translations[{number}]"
        if translation.of not in said:
            yield _finding(f"{where}.of", f"«{translation.of}» is nothing that the briefing says")
        if translation.of in seen:
            yield _finding(f"{where}.of", f"«{translation.of}» is translated twice")
        seen.add(translation.of)
        language = index.briefing.language
        if language is None or language == translation.source:
            yield _finding(
                f"{where}.source", "a translation needs a language to be put into, and another one"
            )
            continue
        verdict = examine_translation(
            translation.text, translation.of, mine=language, theirs=translation.source
        )
        yield from _reasons(verdict, f"{where}.text", translation.text)


def _reasons(verdict: Verdict, where: str, text: str) -> Iterator[Finding]:
    if not verdict.supported:
        reasons = (
            "; ".join(readable(reason).message for reason in verdict.reasons)
            or "the evidence does not carry it"
        )
        yield _finding(where, f"«{text}»: {reasons}")


def _finding(where: str, message: str) -> Finding:
    return Finding(promise="faithful", where=where, message=message, hint=_REWRITE)
