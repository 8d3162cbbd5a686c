"""A loop over the openai client: a summary of each article in prose, then merges; the client's own retries."""

from __future__ import annotations

import asyncio

from openai import AsyncOpenAI

from bench.peers.common import arguments, in_groups, limited, report


async def main() -> None:
    """Summaries of all, merged; a call that fails for good ends the program, as such loops do."""
    texts, base_url, concurrency = arguments()
    client = AsyncOpenAI(base_url=base_url, api_key="none")

    async def asked(task: str, text: str) -> str:
        answer = await client.chat.completions.create(
            model="simulated",
            messages=[{"role": "system", "content": task}, {"role": "user", "content": text}],
            temperature=0,
        )
        return answer.choices[0].message.content or ""

    summarise = limited(concurrency, lambda text: asked("Summarise this news article.", text))
    merge = limited(concurrency, lambda text: asked("Merge these summaries into one briefing.", text))
    summaries = await asyncio.gather(*(summarise(text) for text in texts))
    await in_groups(summaries, merge)
    report(len(summaries), structured=False)


asyncio.run(main())
