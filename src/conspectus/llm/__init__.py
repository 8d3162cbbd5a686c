"""The edge where models are asked: the only importer of the model libraries.

`LanguageModel` and `cache_info` are imported on first use, because the libraries beneath them take a
second to load. Weights are fetched by `conspectus.llm.fetch`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from conspectus.llm.opening import open_model
from conspectus.llm.types import Answer, CallRecord, ModelProfile
from conspectus.llm.weights import KnownModel, known, known_models, locate

if TYPE_CHECKING:
    from conspectus.llm.cache import CacheInfo, cache_info
    from conspectus.llm.language_model import LanguageModel

__all__ = [
    "Answer",
    "CacheInfo",
    "CallRecord",
    "KnownModel",
    "LanguageModel",
    "ModelProfile",
    "cache_info",
    "known",
    "known_models",
    "locate",
    "open_model",
]

_ON_FIRST_USE = {"LanguageModel": "language_model", "CacheInfo": "cache", "cache_info": "cache"}


def __getattr__(name: str) -> Any:
    if name in _ON_FIRST_USE:
        return getattr(import_module(f"{__name__}.{_ON_FIRST_USE[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
