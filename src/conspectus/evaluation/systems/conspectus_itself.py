"""Conspectus, as anybody runs it."""

from __future__ import annotations

from typing import Literal

from conspectus.errors import AnswerError
from conspectus.evaluation.loading import LoadedCase
from conspectus.evaluation.output import Output, of_briefing
from conspectus.evaluation.systems.system import Account, Calls, Run
from conspectus.pipeline import abrief
from conspectus.telemetry import ProgressEvent


def conspectus(name: str, length: Literal["short", "standard"] = "standard") -> Account:
    """The briefing of a case; where no article got a usable answer, a failure that says so."""

    async def account(case: LoadedCase, run: Run) -> Output:
        calls = Calls()

        def hear(event: ProgressEvent) -> None:
            calls.event(event)
            if run.listener is not None:
                run.listener(event)

        try:
            briefing = await abrief(
                tuple(case.articles.values()),
                settings=run.settings.model_copy(update={"length": length}),
                transport=run.transport,
                listener=hear,
            )
        except AnswerError as error:
            return Output(system=name, case=case.id, asked=run.asked(calls), failure=error.message)
        return of_briefing(briefing, case, system=name, asked=run.asked(calls))

    return account
