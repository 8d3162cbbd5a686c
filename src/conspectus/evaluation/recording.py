"""Asking a model about the labelled pairs, each answer kept as soon as it comes."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from conspectus.entailment import HEAD, PROMPT, asked_of, entailment
from conspectus.errors import UsageError
from conspectus.evaluation.pairs import Pair
from conspectus.evaluation.recorded import Asked, append, load_answers, sent, start_file
from conspectus.llm import locate, open_model
from conspectus.prompts import Messages, load
from conspectus.settings import ModelKind, Settings

if TYPE_CHECKING:
    import httpx2


async def record(
    pairs: Sequence[Pair],
    directory: Path,
    *,
    model: str | None = None,
    head: bool = False,
    settings: Settings | None = None,
    transport: httpx2.AsyncBaseTransport | None = None,
) -> Path:
    """The file of the model's answers, in which every one of the pairs now has one.

    With `head` the model is not asked: its head reads what it makes of the question. Pairs that the file holds already
    are not asked about again; a file of another prompt is begun anew. Answers come straight from the model, not from
    the cache. Raises UsageError where the settings choose no model, or one without a head where that is wanted, or
    where an answer tells no probability.
    """
    settings = settings or Settings.load(model=model, cache=False)
    async with open_model(settings, transport=transport, judging=head) as opened:
        if opened is None:
            raise UsageError("there is no model to ask", hint="choose one with --model")
        if head and opened.judge is None:
            raise UsageError(
                f"no head was fitted for {opened.name}", hint="choose another model, or leave out --head"
            )
        asked = Asked(
            model=f"{opened.name}.{HEAD}" if opened.judge else opened.name,
            sha256=_digest(settings),
            prompt=HEAD if opened.judge else PROMPT,
            fingerprint=opened.judge.head.fingerprint if opened.judge else load(PROMPT).fingerprint,
        )
        path = directory / f"{asked.model}.jsonl"
        if not path.exists() or load_answers(path).asked != asked:
            start_file(path, asked)
        kept = load_answers(path)
        # Pairs with the same evidence follow each other, so that the model's prefix cache serves them.
        waiting = sorted(pairs, key=lambda pair: (pair.article, pair.evidence))
        questions = {sent(pair, asked): pair for pair in waiting}
        slots = asyncio.Semaphore(opened.profile.slots)

        async def ask(pair: Pair, messages: Messages) -> None:
            async with slots:
                if opened.judge:
                    yes = (await entailment(pair.claim, pair.evidence, opened)).score
                else:
                    yes = (await asked_of(messages, opened)).score
            if yes is None:
                raise UsageError("the model's answers can't be used", where=f"pair {pair.id}")
            append(path, pair.id, messages, yes)

        async with asyncio.TaskGroup() as group:
            for messages, pair in questions.items():
                if messages not in kept:
                    group.create_task(ask(pair, messages))
    return path


def _digest(settings: Settings) -> str | None:
    if settings.target.kind is not ModelKind.EMBEDDED:
        return None
    with locate(settings.target.name, settings).open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
