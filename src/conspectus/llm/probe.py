"""Whether a hosted endpoint answers at all, without asking a model anything."""

from __future__ import annotations

import httpx2
import openai

from conspectus.llm.address import shown_address
from conspectus.llm.faults import mapped
from conspectus.llm.opening import PROVIDER_ADDRESS
from conspectus.settings import Settings

_SECONDS = 5.0


async def reachable(settings: Settings, *, transport: httpx2.AsyncBaseTransport | None = None) -> str:
    """A sentence for a person: the endpoint answers, or why it does not; never a key.

    Costs one request for the list of models, of at most 5 seconds; nothing is generated. `transport`
    replaces the network.
    """
    key = settings.api_key.get_secret_value() if settings.api_key else None
    # Said outright: left to itself, the SDK would look into an environment that is not ours.
    base_url = settings.base_url or PROVIDER_ADDRESS
    try:
        address = shown_address(base_url)
        http = httpx2.AsyncClient(transport=transport, follow_redirects=True, timeout=_SECONDS)
        client = openai.AsyncOpenAI(
            base_url=base_url, api_key=key or "none", max_retries=0, timeout=_SECONDS, http_client=http
        )
    except (ValueError, httpx2.InvalidURL):
        return "the endpoint's address is no address"
    name = settings.target.name
    async with client:
        try:
            models = {model.id async for model in client.models.list()}
        except openai.NotFoundError:
            return f"{address} answers, but does not list its models"
        except openai.OpenAIError as error:
            return str(mapped(error, address=address, model=name, key=key))
        except (AttributeError, TypeError, ValueError):
            return f"{address} answers, but not with a list of models: does the address end in /v1?"
    if name in models:
        return f"{address} answers and has it"
    return f"{address} answers, but does not list it among its models ({len(models)})"
