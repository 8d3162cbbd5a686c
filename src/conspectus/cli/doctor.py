"""doctor: what is in force, where it came from, and whether it works; never a key."""

from __future__ import annotations

import asyncio
import platform
from collections.abc import Iterator

from conspectus import __version__
from conspectus.cli.console import emit
from conspectus.errors import ConspectusError
from conspectus.settings import ModelKind, Settings


def doctor() -> None:
    """Show the settings in force and where each came from, and whether model and cache are usable."""
    settings = Settings.load()
    emit(f"conspectus {__version__}, python {platform.python_version()}, {platform.platform()}\n\n")
    origins = settings.origins()
    rows = [(name, _shown(settings, name), origins[name]) for name in type(settings).model_fields]
    widths = [max(len(row[column]) for row in rows) for column in (0, 1)]
    for name, value, origin in rows:
        emit(f"{name:<{widths[0]}}  {value:<{widths[1]}}  {origin}\n")
    emit("\n")
    for line in _checks(settings):
        emit(f"{line}\n")


def _shown(settings: Settings, name: str) -> str:
    value = getattr(settings, name)
    if name in settings.secret_fields:
        return "set" if value else "not set"
    if name == "base_url" and value:
        from conspectus.llm.faults import shown_address  # noqa: PLC0415 - it loads the model libraries

        return shown_address(value)
    return "not set" if value is None else str(value)


def _checks(settings: Settings) -> Iterator[str]:
    from conspectus.llm import locate  # noqa: PLC0415 - only where it is needed
    from conspectus.llm.cache import cache_info  # noqa: PLC0415 - it loads diskcache
    from conspectus.llm.probe import reachable  # noqa: PLC0415 - it loads the model libraries

    try:
        kind, name = settings.target
        match kind:
            case ModelKind.NONE:
                yield "model: none; code alone selects and arranges the sources' own sentences"
            case ModelKind.EMBEDDED:
                yield f"model: embedded {name}, {locate(name, settings)}"
            case ModelKind.HOSTED:
                yield f"model: {name}; {asyncio.run(reachable(settings))}"
    except ConspectusError as error:
        yield f"model: not usable: {error}"
    try:
        info = asyncio.run(cache_info(settings.cache_dir))
        yield f"cache: {info.answers} answers, {info.bytes / 1e6:.1f} MB"
    except (OSError, ConspectusError) as error:
        yield f"cache: not usable: {error}"
