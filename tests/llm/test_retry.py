"""How long a call waits for its next try, by what becomes of the others meanwhile."""

from __future__ import annotations

import asyncio
import json

import httpx2
import pytest
from pydantic import BaseModel

from conspectus.prompts import Messages
from tests.support.scripted import ScriptedEndpoint, fault, prompt_of, reply
from tests.support.virtual import virtually

OTHERS = 9


class Headline(BaseModel):
    text: str


class Endpoint(ScriptedEndpoint):
    """Answers after a second; calls that name a number below `failing` fail three times before that, at once."""

    def __init__(self, failing: int) -> None:
        super().__init__(lambda _: reply({"text": "Snow"}))
        self._left = [3] * failing

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        number = int(prompt_of(json.loads(await request.aread())).rsplit(" ", 1)[1])
        if number < len(self._left) and self._left[number]:
            self._left[number] -= 1
            return httpx2.Response(503, json=fault(503).body, request=request)
        await asyncio.sleep(1)
        return await super().handle_async_request(request)

    async def sleep(self, seconds: float) -> None:
        """Notes the wait, which the others' answers take part of."""
        await super().sleep(seconds)
        await asyncio.sleep(seconds)


async def _asked(endpoint: Endpoint) -> None:
    async with endpoint.model() as model:
        await asyncio.gather(
            *(model.ask(_said(each), Headline, max_output_tokens=100) for each in range(1 + OTHERS))
        )


def _said(number: int) -> Messages:
    return Messages(prompt="headline", fingerprint="f" * 12, system="You read.", user=f"Say {number}")


def test_a_call_that_fails_alone_is_tried_again_soon() -> None:
    """Twice, that is: then it waits as well."""
    endpoint = Endpoint(failing=1)
    virtually(_asked(endpoint))
    first, second, third = endpoint.waits
    assert max(first, second) <= 0.25
    assert third >= 2


@pytest.mark.parametrize("failing", [OTHERS // 2, 1 + OTHERS])
def test_calls_that_fail_with_others_wait_longer_each_time(failing: int) -> None:
    """That looks like an outage, which more requests don't end."""
    endpoint = Endpoint(failing=failing)
    virtually(_asked(endpoint))
    waits = sorted(endpoint.waits)
    assert len(waits) == 3 * failing
    assert max(waits[:failing]) <= 0.25
    assert all(1 <= wait <= 1.5 for wait in waits[failing : 2 * failing])
    assert all(wait >= 2 for wait in waits[2 * failing :])
