"""The model that the settings choose, opened and closed."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from conspectus.errors import ConspectusError, SettingsError
from conspectus.llm.address import shown_address
from conspectus.llm.budget import Budget
from conspectus.llm.prices import price_of
from conspectus.llm.types import CallRecord, ModelProfile
from conspectus.llm.weights import known_models, locate
from conspectus.prompts import overridden
from conspectus.settings import ModelKind, Settings

if TYPE_CHECKING:
    import httpx2

    from conspectus.llm.caller import Caller
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
) -> AsyncIterator[LanguageModel | None]:
    """The model in force, or None for `none`; connections close and the embedded server stops on leaving.

    `on_call` is told of every ask; `transport` replaces the network to a hosted endpoint, and `sleep` the
    waiting between tries. While it is open, prompts come from `settings.prompts_dir` first. Raises SettingsError,
    ModelMissingError and WeightsError.
    """
    target = settings.target
    async with AsyncExitStack() as stack:
        stack.enter_context(overridden(settings.prompts_dir))
        match target.kind:
            case ModelKind.NONE:
                yield None
            case ModelKind.HOSTED:
                key = settings.api_key.get_secret_value() if settings.api_key else None
                yield await _connected(
                    stack,
                    settings,
                    name=target.name,
                    base_url=settings.base_url or PROVIDER_ADDRESS,
                    key=key,
                    identity=settings.base_url or PROVIDER_ADDRESS,
                    profile=_profile(
                        settings,
                        "large",
                        settings.context_tokens,
                        settings.concurrency,
                        # The same weights do no other languages behind somebody's own server.
                        languages=_EMBEDDED_LANGUAGES if _is_weights(target.name) else None,
                    ),
                    on_call=on_call,
                    transport=transport,
                    sleep=sleep,
                    embedded=False,
                )
            case ModelKind.EMBEDDED:
                from conspectus.llm.embedded import SLOT_TOKENS, SLOTS, serve  # noqa: PLC0415  # as below

                weights = locate(target.name, settings)
                server = await stack.enter_async_context(serve(weights))
                yield await _connected(
                    stack,
                    settings,
                    name=weights.stem,
                    base_url=server.base_url,
                    key=server.key,
                    identity=_embedded_identity(weights),
                    profile=_profile(
                        settings,
                        "small",
                        SLOT_TOKENS,
                        SLOTS,
                        # Weights of somebody's own may know any language.
                        languages=_EMBEDDED_LANGUAGES if _is_known(target.name) else None,
                    ),
                    on_call=on_call,
                    transport=transport,
                    sleep=sleep,
                    embedded=True,
                )


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
    *,
    name: str,
    base_url: str,
    key: str | None,
    identity: str,
    profile: ModelProfile,
    on_call: Callable[[CallRecord], None] | None,
    transport: httpx2.AsyncBaseTransport | None,
    sleep: Sleep,
    embedded: bool,
) -> LanguageModel:
    from conspectus.llm.cache import AnswerCache  # noqa: PLC0415  # with it comes diskcache
    from conspectus.llm.language_model import LanguageModel  # noqa: PLC0415  # as above

    try:
        address = shown_address(base_url)
    except ValueError as error:
        raise SettingsError(f"is no address: {error}", where="base_url") from error

    price = price_of(name, base_url, settings) if not embedded else _nothing
    budget = Budget(settings.max_tokens, settings.max_cost, price)

    def connect() -> Caller:
        # The SDK takes most of a second to import: a run that is answered from the cache does not wait for it.
        from conspectus.llm.client import connected  # noqa: PLC0415  # as said

        caller, close = connected(
            settings,
            name=name,
            base_url=base_url,
            address=address,
            key=key,
            slots=profile.slots,
            budget=budget,
            transport=transport,
            sleep=sleep,
            trust_env=not embedded,
        )
        stack.push_async_callback(close)
        return caller

    cache = None
    if settings.cache:
        cache = await stack.enter_async_context(
            AnswerCache(settings.cache_dir, most_bytes=settings.cache_bytes)
        )
    return LanguageModel(
        name=name,
        endpoint=address,
        identity=identity,
        profile=profile,
        caller=lru_cache(maxsize=1)(connect),
        cache=cache,
        on_call=on_call,
        price=price,
    )
