"""The model that the settings choose, opened and closed."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from conspectus.errors import ConspectusError, SettingsError
from conspectus.llm.address import shown_address
from conspectus.llm.apart import Apart, here
from conspectus.llm.budget import Budget
from conspectus.llm.prices import price_of
from conspectus.llm.types import CallRecord, Endpoint, ModelProfile
from conspectus.llm.weights import known_models, locate
from conspectus.prompts import overridden
from conspectus.settings import ModelKind, Settings

if TYPE_CHECKING:
    import httpx2

    from conspectus.llm.caller import Caller
    from conspectus.llm.embedded import Serving
    from conspectus.llm.heads import ClaimJudge
    from conspectus.llm.language_model import LanguageModel
    from conspectus.llm.retry import Sleep

_EMBEDDED_LANGUAGES = frozenset({"en"})
PROVIDER_ADDRESS = "https://api.openai.com/v1"
"""Where a hosted model is asked when a key and a model are set but no address."""


@asynccontextmanager
async def open_model(
    settings: Settings,
    *,
    on_call: Callable[[CallRecord], None] | None = None,
    transport: httpx2.AsyncBaseTransport | None = None,
    sleep: Sleep = asyncio.sleep,
    judging: bool = False,
) -> AsyncIterator[LanguageModel | None]:
    """The model in force, or None for `none`; connections close and embedded servers stop on leaving.

    `on_call` is told of every ask; `transport` replaces the network to a hosted endpoint, and `sleep` the
    waiting between tries. With `judging`, claims are judged by the states of an embedded model that has a head for it
    (`LanguageModel.judge`), or by what a `transport` plays back of such a model. While it is open, prompts come from
    `settings.prompts_dir` first. Raises SettingsError, ModelMissingError and WeightsError.
    """
    target = settings.target
    async with AsyncExitStack() as stack:
        stack.enter_context(overridden(settings.prompts_dir))
        match target.kind:
            case ModelKind.NONE:
                yield None
            case ModelKind.HOSTED:
                endpoint = _hosted(target.name, settings)
                model = await _connected(
                    stack, settings, endpoint, on_call=on_call, transport=transport, sleep=sleep
                )
                # Somebody's own server has no first layers to ask; what plays a recording back has their answers.
                if judging and transport is not None and _is_weights(target.name):
                    model.judge = _judge(model, endpoint.identity, _played_back(endpoint), on_call, transport)
                yield model
            case ModelKind.EMBEDDED:
                endpoint = await _served(stack, target.name, settings)
                model = await _connected(
                    stack, settings, endpoint, on_call=on_call, transport=transport, sleep=sleep
                )
                if judging:
                    served = await _layers_of(stack, target.name, settings, model)
                    model.judge = _judge(model, endpoint.identity, served, on_call)
                yield model


def _hosted(name: str, settings: Settings) -> Endpoint:
    base_url = settings.base_url or PROVIDER_ADDRESS
    return Endpoint(
        name=name,
        base_url=base_url,
        address=_shown(base_url),
        key=settings.api_key.get_secret_value() if settings.api_key else None,
        identity=base_url,
        profile=_profile(
            settings,
            "large",
            settings.context_tokens,
            settings.concurrency,
            # The same weights do no other languages behind somebody's own server.
            languages=_EMBEDDED_LANGUAGES if _is_weights(name) else None,
        ),
        embedded=False,
    )


async def _served(stack: AsyncExitStack, name: str, settings: Settings) -> Endpoint:
    """The embedded model's server, which stops when the stack is closed."""
    from conspectus.llm.embedded import SLOT_TOKENS, SLOTS, serve  # noqa: PLC0415  # as in `_connected`

    weights = locate(name, settings)
    server = await stack.enter_async_context(serve(weights))
    return Endpoint(
        name=weights.stem,
        base_url=server.base_url,
        address=_shown(server.base_url),
        key=server.key,
        identity=_embedded_identity(weights),
        profile=_profile(
            settings,
            "small",
            SLOT_TOKENS,
            SLOTS,
            # Weights of somebody's own may know any language.
            languages=_EMBEDDED_LANGUAGES if _is_known(name) else None,
        ),
        embedded=True,
    )


async def _layers_of(
    stack: AsyncExitStack, name: str, settings: Settings, model: LanguageModel
) -> Callable[[], Awaitable[Serving]] | None:
    """Starts the server of what a head reads of the embedded model; None where none was fitted for it.

    The file that it serves is made now: that it can't be must not come as a surprise after half an hour of work.
    """
    from conspectus.llm.embedded import serve_first_layers  # noqa: PLC0415  # as in `_connected`
    from conspectus.llm.first_layers import first_layers  # noqa: PLC0415  # as above
    from conspectus.llm.heads import head_of  # noqa: PLC0415  # as above

    head = head_of(model.name)
    if head is None or not _is_known(name):
        return None
    weights, layers = locate(name, settings), head.layers
    await asyncio.to_thread(first_layers, weights, layers)
    return lambda: stack.enter_async_context(serve_first_layers(weights, layers))


def _judge(
    model: LanguageModel,
    identity: str,
    served: Callable[[], Awaitable[Serving]] | None,
    on_call: Callable[[CallRecord], None] | None,
    transport: httpx2.AsyncBaseTransport | None = None,
) -> ClaimJudge | None:
    """What judges claims by the states that a server gives, which starts with the first claim."""
    from conspectus.llm.embedded import SLOTS  # noqa: PLC0415  # as in `_connected`
    from conspectus.llm.heads import ClaimJudge, head_of  # noqa: PLC0415  # as above
    from conspectus.llm.states import States  # noqa: PLC0415  # as above

    head = head_of(model.name)
    if head is None or served is None:
        return None
    states = States(
        served,
        identity=f"{identity}:{head.layers}",
        slots=SLOTS,
        cache=model.cache,
        on_call=on_call,
        transport=transport,
    )
    return ClaimJudge(head, states)


def _played_back(endpoint: Endpoint) -> Callable[[], Awaitable[Serving]]:
    """Where a recording is asked for the states that were recorded with it."""

    async def served() -> Serving:
        from conspectus.llm.embedded import Serving  # noqa: PLC0415  # as in `_connected`

        return Serving(endpoint.base_url, endpoint.key or "")

    return served


def _shown(base_url: str) -> str:
    try:
        return shown_address(base_url)
    except ValueError as error:
        raise SettingsError(f"is no address: {error}", where="base_url") from error


def identity_of(settings: Settings) -> str | None:
    """What tells the model in force from every other one; None where there is none or it can't be had."""
    target = settings.target
    match target.kind:
        case ModelKind.HOSTED:
            return f"{target.name} at {settings.base_url or PROVIDER_ADDRESS}"
        case ModelKind.EMBEDDED:
            with suppress(ConspectusError):
                return _embedded_identity(locate(target.name, settings))
        case ModelKind.NONE:
            pass
    return None


def _embedded_identity(weights: Path) -> str:
    return f"embedded:{weights.name}:{weights.stat().st_size}"


def _is_known(name: str) -> bool:
    return any(model.name == name for model in known_models())


def _is_weights(name: str) -> bool:
    return any(Path(model.file).stem == name for model in known_models())


def _nothing(*_: int) -> float:
    return 0.0


def _profile(
    settings: Settings,
    usual: Literal["large", "small"],
    context_tokens: int,
    slots: int,
    *,
    languages: frozenset[str] | None = None,
) -> ModelProfile:
    name = usual if settings.profile == "auto" else settings.profile
    return ModelProfile.of(name, context_tokens=context_tokens, slots=slots, languages=languages)


async def _connected(
    stack: AsyncExitStack,
    settings: Settings,
    endpoint: Endpoint,
    *,
    on_call: Callable[[CallRecord], None] | None,
    transport: httpx2.AsyncBaseTransport | None,
    sleep: Sleep,
) -> LanguageModel:
    from conspectus.llm.cache import AnswerCache  # noqa: PLC0415  # with it comes diskcache
    from conspectus.llm.language_model import LanguageModel  # noqa: PLC0415  # as above

    price = _nothing if endpoint.embedded else price_of(endpoint.name, endpoint.base_url, settings)
    budget = Budget(settings.max_tokens, settings.max_cost, price)

    def connect() -> Caller:
        # The SDK takes most of a second to import: a run that is answered from the cache does not wait for it.
        from conspectus.llm.client import connected  # noqa: PLC0415  # as said

        caller, close = connected(settings, endpoint, budget, transport=transport, sleep=sleep)
        stack.push_async_callback(lambda: away(close()))
        return caller

    cache = None
    if settings.cache:
        cache = await stack.enter_async_context(
            AnswerCache(settings.cache_dir, most_bytes=settings.cache_bytes)
        )
    # What somebody gives for a network belongs to the loop that it is given in.
    away = (await stack.enter_async_context(Apart())).done if transport is None else here
    return LanguageModel(
        name=endpoint.name,
        endpoint=endpoint.address,
        identity=endpoint.identity,
        profile=endpoint.profile,
        caller=lru_cache(maxsize=1)(connect),
        away=away,
        cache=cache,
        on_call=on_call,
        price=price,
    )
