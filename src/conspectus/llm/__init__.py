"""The edge where models are asked: the only importer of the model libraries.

`LanguageModel` is imported on first use, because the libraries beneath it take a second to load.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from conspectus.llm.opening import open_model
from conspectus.llm.types import Answer, CallRecord, ModelProfile
from conspectus.llm.weights import KnownModel, known_models, locate

if TYPE_CHECKING:
    from conspectus.llm.language_model import LanguageModel

__all__ = [
    "Answer",
    "CallRecord",
    "KnownModel",
    "LanguageModel",
    "ModelProfile",
    "known_models",
    "locate",
    "open_model",
]


def __getattr__(name: str) -> Any:
    if name == "LanguageModel":
        from conspectus.llm.language_model import LanguageModel  # noqa: PLC0415  # see above

        return LanguageModel
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
