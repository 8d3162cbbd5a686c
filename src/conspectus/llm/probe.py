"""Whether a hosted endpoint answers at all, without asking a model anything."""

from __future__ import annotations

import openai

from conspectus.llm.faults import mapped, shown_address
from conspectus.settings import Settings

_SECONDS = 5.0


async def reachable(settings: Settings) -> str:
    """A sentence for a person: the endpoint answers, or why it does not; never a key.

    Costs one request for the list of models; nothing is generated.
    """
    key = settings.api_key.get_secret_value() if settings.api_key else None
    client = openai.AsyncOpenAI(
        base_url=settings.base_url, api_key=key or "none", max_retries=0, timeout=_SECONDS
    )
    address = shown_address(str(client.base_url))
    name = settings.target.name
    async with client:
        try:
            models = [model.id async for model in client.models.list()]
        except openai.OpenAIError as error:
            return f"{address} is not usable: {mapped(error, address=address, model=name, key=key)}"
        except (AttributeError, TypeError, ValueError):
            return f"{address} answers, but not with a list of models"
    known = "has it" if name in models else f"does not list it, but {len(models)} others"
    return f"{address} answers and {known}"
