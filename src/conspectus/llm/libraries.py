"""The model libraries, loaded without most of what they bring along where the process is ours.

`import openai` makes some seven hundred types, of which a chat takes a few, and instructor brings along what fetches
pictures and fills templates: half a second of processor time and thirty-five megabytes.
"""

from __future__ import annotations

import logging
import sys
from importlib import import_module

from conspectus.lazy_imports import Spared, has_the_process

_log = logging.getLogger(__name__)

_LIBRARIES = ("openai", "instructor")
_SPARED = Spared(
    handing_on="openai.types",
    called=("openai.lib.streaming", "instructor.v2.core.remote", "requests", "jinja2", "jinja2.sandbox"),
    # openai does without it where aiohttp is not installed.
    absent=("openai._vendor.httpx_aiohttp",),
)


def load_lightly() -> None:
    """What is to be loaded of them is loaded; nothing is done where others may need the rest, or have it already."""
    if not has_the_process() or any(name in sys.modules for name in _LIBRARIES):
        return
    try:
        with _SPARED.left_out():
            from openai.types.chat import ChatCompletion  # noqa: F401, PLC0415 - that is what this is about

            instructor = import_module("instructor")
            _ = instructor.patch, instructor.ResponseSchema
            import_module("instructor.v2.providers.openai.handlers")
    except Exception as error:
        _log.info("the model libraries are loaded whole: %s", error)
        for name in [name for name in sys.modules if name.split(".")[0] in _LIBRARIES]:
            del sys.modules[name]
