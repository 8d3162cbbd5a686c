"""An ask that is killed, outright, while an answer of its is judged: `python -m tests.support.judged CACHE N`."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from pydantic import BaseModel

from conspectus.llm import Answer
from conspectus.prompts import Messages
from tests.support.scripted import ScriptedEndpoint, Step, reply, scripted_settings

MESSAGES = Messages(prompt="p", fingerprint="f" * 12, system="s", user="u")
STEPS = (reply({"text": "one"}), reply({"text": "two"}), reply({"text": "three"}))


class Value(BaseModel):
    """What is asked for."""

    text: str


def not_one(value: Value) -> Sequence[str]:
    """A gate that the first answer does not pass."""
    return ["it says one"] if value.text == "one" else []


async def asked(
    cache: Path, steps: Sequence[Step], gate: Callable[[Value], Sequence[str]]
) -> tuple[Answer[Value], int]:
    """The answer, and how many calls it took; answers are kept in that directory."""
    endpoint = ScriptedEndpoint(steps)
    async with endpoint.model(scripted_settings(cache=True, cache_dir=cache)) as model:
        answer = await model.ask(MESSAGES, Value, max_output_tokens=10, gate=gate)
    return answer, len(endpoint.bodies)


def killing(after: int) -> Callable[[Value], Sequence[str]]:
    """The gate, whose process is gone when it is asked for that time."""
    left = after

    def judge(value: Value) -> Sequence[str]:
        nonlocal left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return not_one(value)

    return judge


if __name__ == "__main__":
    asyncio.run(asked(Path(sys.argv[1]), STEPS, killing(int(sys.argv[2]))))
