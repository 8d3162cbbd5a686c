"""doctor: what is in force, where it came from, and whether it works; never a key."""

from __future__ import annotations

import asyncio
import os
import platform
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from conspectus import __version__
from conspectus.cli.console import emit, set_up_logging
from conspectus.errors import ConspectusError

if TYPE_CHECKING:
    from conspectus.settings import Settings


def doctor() -> None:
    """Show the settings in force and where each came from, and whether model, weights and cache are usable.

    Asks a hosted endpoint for its list of models; everything else works offline.
    """
    from conspectus.render.safe import visible  # noqa: PLC0415 - it loads what --help has no use for
    from conspectus.settings import Settings, unknown_variables  # noqa: PLC0415 - as above

    set_up_logging(quiet=False, verbose=False)
    settings = Settings.load()
    emit(f"conspectus {__version__}, Python {platform.python_version()}, {platform.system()}\n\n")
    origins = settings.origins()
    rows = [(name, visible(_shown(settings, name)), origins[name]) for name in type(settings).model_fields]
    widths = [max(len(row[column]) for row in rows) for column in (0, 2)]
    for name, value, origin in rows:
        emit(f"{name:<{widths[0]}}  {origin:<{widths[1]}}  {value}\n")
    emit("\n")
    for line in _checks(settings):
        emit(f"{visible(line)}\n")
    for name in unknown_variables():
        emit(f"{visible(name)}: is in the environment, but is no setting\n")


def _shown(settings: Settings, name: str) -> str:
    from conspectus.settings import USUAL_MODEL  # noqa: PLC0415 - it loads what --help has no use for

    value = getattr(settings, name)
    if name == "model" and value is None and settings.base_url is None:
        return USUAL_MODEL
    if value is None:
        return "not set"
    if name in settings.secret_fields:
        return "set"
    return _address(value) if name == "base_url" else str(value)


def _address(url: str) -> str:
    from conspectus.llm.address import shown_address  # noqa: PLC0415 - only where it is needed

    try:
        return shown_address(url)
    except ValueError:
        return "set, but no address"


def _checks(settings: Settings) -> Iterator[str]:
    yield f"model: {_model(settings)}"
    yield f"weights: {_weights(settings)}"
    yield f"cache: {_cache(settings)}"
    yield f"pages: {_pages(settings)}"


def _model(settings: Settings) -> str:
    from conspectus.settings import ModelKind  # noqa: PLC0415 - it loads what --help has no use for

    try:
        kind, name = settings.target
        if kind is ModelKind.NONE:
            return "none; code alone selects and arranges the sources' own sentences"
        if kind is ModelKind.EMBEDDED:
            from conspectus.llm import locate  # noqa: PLC0415 - only where it is needed

            return f"embedded {name}, usable: {locate(name, settings)}"
        from conspectus.llm.probe import reachable  # noqa: PLC0415 - it loads the model libraries

        return f"{name}; {asyncio.run(reachable(settings))}"
    except (ConspectusError, OSError) as error:
        return f"not usable: {error}"


def _weights(settings: Settings) -> str:
    from conspectus.llm.weights import is_fetched, known_models  # noqa: PLC0415 - only where it is needed

    return ", ".join(
        f"{model.name} {'is there' if is_fetched(model, settings) else 'is not fetched'}"
        for model in known_models()
    )


def _cache(settings: Settings) -> str:
    from conspectus.llm.cache import cache_info  # noqa: PLC0415 - it loads diskcache

    if not settings.cache:
        return "off"
    if not _can_be_written(settings.cache_dir):
        return f"not usable: {settings.cache_dir} can't be written, so answers are not kept"
    try:
        info = asyncio.run(cache_info(settings.cache_dir))
    except OSError as error:
        return f"not usable: {error}"
    return f"{info.answers} answers, {info.bytes / 1e6:.1f} MB"


def _pages(settings: Settings) -> str:
    from conspectus.reading.fetching.store import PageStore  # noqa: PLC0415 - as above

    if not settings.cache:
        return "none are kept"
    if not _can_be_written(settings.pages_dir):
        return f"not usable: {settings.pages_dir} can't be written, so none are kept"
    count, size = PageStore(settings.pages_dir).measured()
    return f"{count} kept, {size / 1e6:.1f} MB"


def _can_be_written(directory: Path) -> bool:
    """Whether files can be made there, or the directory itself can; nothing is tried."""
    there = next(place for place in (directory, *directory.absolute().parents) if os.path.lexists(place))
    return there.is_dir() and os.access(there, os.W_OK | os.X_OK)
