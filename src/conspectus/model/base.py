"""What all models share: frozen, nothing extra, nothing coerced from the wrong type in silence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from pydantic import BaseModel, ConfigDict


class Frozen(BaseModel):
    """A value that never changes after it is made; unknown fields are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    _alike: ClassVar[dict[frozenset[str], set[str]]] = {}

    def model_post_init(self, _: Any) -> None:
        """The note of which fields were given is that of all that were given the same.

        Each value would have one of its own otherwise, which takes more room than a short value.
        """
        given = self.__pydantic_fields_set__
        object.__setattr__(self, "__pydantic_fields_set__", self._alike.setdefault(frozenset(given), given))

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """A copy with the fields in `update`, which keeps nothing that was computed from the fields before."""
        copied = super().model_copy(update=update, deep=deep)
        for name in copied.__dict__.keys() - type(self).model_fields.keys():
            del copied.__dict__[name]
        return copied
