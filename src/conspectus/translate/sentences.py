"""A translation of each sentence that is in another language: admitted by the gates, or refused with the reason."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from conspectus.entailment import Entailment, entailment, support_many
from conspectus.entailment import Statement as Claimed
from conspectus.errors import AnswerError, EndpointError
from conspectus.model.briefing import Briefing
from conspectus.model.evidence import Translation
from conspectus.model.ledger import LedgerEntry, Reason, Subject
from conspectus.prompts import fence, load
from conspectus.tasks import gathered
from conspectus.text.language import language_name
from conspectus.translate.drafts import TranslationsDraft
from conspectus.translate.languages import in_other_languages
from conspectus.verification.audit.index import Index, Statement
from conspectus.verification.translation import examine_translation

if TYPE_CHECKING:
    from conspectus.llm import LanguageModel

_AT_ONCE = 40
_ANSWER_TOKENS = 64
_ANSWER_TOKENS_EACH = 24


@dataclass(frozen=True)
class Translated:
    """The translations that stand, and an entry for each sentence and article that has none."""

    translations: tuple[Translation, ...] = ()
    ledger: tuple[LedgerEntry, ...] = ()


@dataclass(frozen=True)
class _Wanted:
    statement: Statement
    source: str
    article_id: str

    @property
    def text(self) -> str:
        return " ".join(self.statement.text.split())


async def translated(
    briefing: Briefing, language: str, model: LanguageModel | None, *, entail: bool = True
) -> Translated:
    """What the briefing says in other languages, in this one (ISO 639-1), as far as it stands up to the gates.

    A large model is asked for many sentences of one language in a call, a small one for each alone. With `entail`
    the model also has to find all of the translation said by the original. A model that can't do one of the two
    languages is not asked. An endpoint that fails costs translations, never the briefing.
    """
    index = Index(briefing)
    wanted = [
        _Wanted(statement, source, index.evidence(statement.claim_ids)[0].article_id)
        for statement, source in in_other_languages(briefing, language)
    ]
    if model is None or not wanted:
        return Translated()
    unspoken = [each for each in wanted if not _can(model, each.source, language)]
    able = sorted((each for each in wanted if _can(model, each.source, language)), key=lambda one: one.source)
    size = _AT_ONCE if model.profile.composes else 1
    batches = [
        (source, group[at : at + size])
        for source, group in ((source, list(each)) for source, each in groupby(able, lambda one: one.source))
        for at in range(0, len(group), size)
    ]
    answers = await gathered([_asked(batch, source, language, model) for source, batch in batches])
    drafts = [pair for answer in answers for pair in answer]
    verdicts = await _judged([(each, text) for each, text, why in drafts if not why], model, entail=entail)
    stand: list[Translation] = []
    entries = _unable(unspoken, language, model)
    for each, text, why in drafts:
        verdict = verdicts.get(each.text)
        if not why and verdict is not None and verdict.supported is False:
            why = "the model does not find it said" + (f": {verdict.objection}" if verdict.objection else "")
        if why:
            entries.append(_refused(each, text, why))
            continue
        score = verdict.score if verdict else None
        stand.append(Translation(of=each.statement.text, source=each.source, text=text, score=score))
    order = {each.statement.text: number for number, each in enumerate(wanted)}
    return Translated(tuple(sorted(stand, key=lambda one: order[one.of])), tuple(entries))


def _can(model: LanguageModel, source: str, language: str) -> bool:
    return model.profile.speaks(source) and model.profile.speaks(language)


async def _asked(
    batch: Sequence[_Wanted], source: str, language: str, model: LanguageModel
) -> list[tuple[_Wanted, str, str]]:
    """For each sentence its translation, and why that does not stand; the reason is empty where it does."""
    numbered = "\n".join(f"[{number}] {each.text}" for number, each in enumerate(batch, start=1))
    try:
        answer = await model.ask(
            load("translate").render(
                language=language_name(language), sentences=fence(numbered, "sentences")
            ),
            TranslationsDraft,
            max_output_tokens=_ANSWER_TOKENS + sum(_ANSWER_TOKENS_EACH + len(each.text) for each in batch),
            gate=lambda draft: [
                f"Sentence {number}: {why}"
                for number, (_, _, why) in enumerate(_read(draft, batch, source, language), start=1)
                if why
            ],
        )
    except (AnswerError, EndpointError) as error:
        return [(each, "", error.message) for each in batch]
    return _read(answer.value, batch, source, language)


def _read(
    draft: TranslationsDraft, batch: Sequence[_Wanted], source: str, language: str
) -> list[tuple[_Wanted, str, str]]:
    given: dict[int, str] = {}
    for answered in draft.translations:
        given.setdefault(answered.sentence, " ".join(answered.translation.split()))
    found: list[tuple[_Wanted, str, str]] = []
    for number, each in enumerate(batch, start=1):
        text = given.get(number, "")
        if not text:
            found.append((each, "", "The translation is missing."))
            continue
        verdict = examine_translation(text, each.text, mine=language, theirs=source)
        found.append((each, text, verdict.complaint))
    return found


async def _judged(
    drafts: Sequence[tuple[_Wanted, str]], model: LanguageModel, *, entail: bool
) -> Mapping[str, Entailment]:
    """What the model makes of each translation, by the original's words; nothing where it was not or can't be asked."""
    if not entail or not drafts:
        return {}
    try:
        if model.profile.composes:
            found = await support_many([Claimed(text, (each.text,)) for each, text in drafts], model)
        else:
            found = await gathered(
                [entailment(text, [each.text], model, english=False) for each, text in drafts]
            )
    except EndpointError:
        return {}
    return {each.text: verdict for (each, _), verdict in zip(drafts, found, strict=True)}


def _refused(each: _Wanted, text: str, why: str) -> LedgerEntry:
    return LedgerEntry(
        subject=Subject.CLAIM,
        reason=Reason.TRANSLATION,
        article_id=each.article_id,
        claim_id=each.statement.claim_ids[0],
        detail=f"no translation stands for it: {why}",
        text=text or each.text,
    )


def _unable(unspoken: Sequence[_Wanted], language: str, model: LanguageModel) -> list[LedgerEntry]:
    """One entry for each article whose sentences the model can't put into the language."""
    entries = {}
    for each in unspoken:
        missing = each.source if not model.profile.speaks(each.source) else language
        entries[each.article_id] = LedgerEntry(
            subject=Subject.ARTICLE,
            reason=Reason.LANGUAGE,
            article_id=each.article_id,
            detail=f"the model can't do {language_name(missing)}: it stands in its own words",
        )
    return list(entries.values())
