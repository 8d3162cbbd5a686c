"""A loop over instructor: a structured summary with quotes of each article, then structured merges."""

from __future__ import annotations

import asyncio
from typing import TypeVar

import instructor
from openai import AsyncOpenAI
from pydantic import BaseModel, Field

from bench.peers.common import arguments, in_groups, limited, report

M = TypeVar("M", bound=BaseModel)

TASK = (
    "You read one news article and report what it says. Write claims: each one checkable statement, with its quote "
    "copied character for character. Order them by importance. Add nothing that the article does not say."
)


class Claim(BaseModel):
    """One checkable statement of the article."""

    statement: str = Field(description="One checkable statement, understandable without the article.")
    attributed_to: str | None = Field(description="Who says so, if anyone.")
    quote: str = Field(description="The article's own words, copied character for character.")


class Summary(BaseModel):
    """What one article says."""

    claims: list[Claim]
    headline: str = Field(description="At most twelve words.")
    gist: str = Field(description="One or two sentences.")


class Briefing(BaseModel):
    """What all articles say together."""

    headline: str
    summary: str


async def main() -> None:
    """Summaries of all, merged; a call that fails for good ends the program, as such loops do."""
    texts, base_url, concurrency = arguments()
    client = instructor.from_openai(
        AsyncOpenAI(base_url=base_url, api_key="none"), mode=instructor.Mode.JSON_SCHEMA
    )

    async def asked(task: str, text: str, kind: type[M]) -> M:
        return await client.chat.completions.create(
            model="simulated",
            messages=[{"role": "system", "content": task}, {"role": "user", "content": text}],
            response_model=kind,
            temperature=0,
        )

    async def merged(text: str) -> str:
        return (await asked("Merge these summaries into one briefing.", text, Briefing)).model_dump_json()

    summarise = limited(concurrency, lambda text: asked(TASK, text, Summary))
    summaries = await asyncio.gather(*(summarise(text) for text in texts))
    await in_groups([summary.model_dump_json() for summary in summaries], limited(concurrency, merged))
    report(len(summaries), structured=True)


asyncio.run(main())
