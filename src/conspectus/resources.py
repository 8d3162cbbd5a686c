"""Finds `prompts/` and `schemas/`: inside an installed package, or at the root of a checkout."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from conspectus.errors import ConspectusError

_CHECKOUT = Path(__file__).resolve().parents[2]


def bundled(name: str) -> Traversable:
    """The bundled directory of that name (`prompts` or `schemas`), readable from a zipped wheel too.

    Raises ConspectusError where the installation lacks it.
    """
    packaged = files("conspectus") / "data" / name
    if packaged.is_dir():
        return packaged
    # An editable install has no copy inside the package: the originals stand at the checkout's root.
    original = _CHECKOUT / name
    if original.is_dir():
        return original
    raise ConspectusError(
        f"this installation has no {name}/ directory", hint="install Conspectus again from its wheel"
    )
