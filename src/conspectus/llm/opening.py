"""The model that the settings choose, opened and closed."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from typing import TYPE_CHECKING, Literal

from conspectus.errors import SettingsError
from conspectus.llm.types import CallRecord, ModelProfile
from conspectus.llm.weights import known_models, locate
from conspectus.prompts import overridden
from conspectus.settings import ModelKind, Settings

if TYPE_CHECKING:
    import httpx2

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
                    profile=_profile(settings, "large", settings.context_tokens, settings.concurrency),
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
                    identity=f"embedded:{weights.name}:{weights.stat().st_size}",
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


def _is_known(name: str) -> bool:
    return any(model.name == name for model in known_models())


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
    # The SDK takes a second to import; `--model none` and `--help` don't wait for it.
    import httpx2  # noqa: PLC0415
    import openai  # noqa: PLC0415

    from conspectus.llm.cache import AnswerCache  # noqa: PLC0415
    from conspectus.llm.caller import Caller  # noqa: PLC0415
    from conspectus.llm.faults import shown_address  # noqa: PLC0415
    from conspectus.llm.language_model import LanguageModel  # noqa: PLC0415

    try:
        address = shown_address(base_url)
        # A proxy from the environment must not stand between this process and its own server.
        http = httpx2.AsyncClient(
            transport=transport,
            trust_env=not embedded,
            follow_redirects=True,
            timeout=httpx2.Timeout(settings.timeout_seconds),
            limits=httpx2.Limits(max_connections=None, max_keepalive_connections=profile.slots),
        )
        client = openai.AsyncOpenAI(
            api_key=key or "none",
            base_url=base_url,
            max_retries=0,
            timeout=settings.timeout_seconds,
            http_client=http,
        )
    except (ValueError, httpx2.InvalidURL) as error:
        raise SettingsError(f"is no address: {error}", where="base_url") from error
    await stack.enter_async_context(client)
    cache = await stack.enter_async_context(AnswerCache(settings.cache_dir)) if settings.cache else None
    return LanguageModel(
        name=name,
        endpoint=address,
        identity=identity,
        profile=profile,
        caller=Caller(
            client,
            address=address,
            model=name,
            key=key,
            slots=profile.slots,
            timeout=settings.timeout_seconds,
            attempts=settings.attempts,
            sleep=sleep,
        ),
        cache=cache,
        on_call=on_call,
        free=embedded,
    )
