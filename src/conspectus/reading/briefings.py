"""Saved briefings, read back."""

from __future__ import annotations

import json
import sys
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import BinaryIO

from pydantic import ValidationError

from conspectus.errors import AuditError, InputError
from conspectus.model.briefing import SCHEMA_VERSION, Briefing

MOST_BYTES = 500_000_000

_AGAIN = "make it again with `conspectus brief … --format json`"


def load_briefing(path: Path) -> Briefing:
    """The briefing that the file, or standard input for "-", holds, as `conspectus brief` wrote it.

    Raises InputError where the file can't be read, and AuditError where it has more than 500 MB, is not JSON, has
    another schema version, or does not fit the schema; the message names the field.
    """
    where = str(path)
    try:
        with _opened(path) as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise InputError(
            f"can't be read: {error.strerror or error}",
            where=where,
            hint="name a file that `conspectus brief` wrote",
        ) from error
    if len(data) > MOST_BYTES:
        raise AuditError(f"is larger than {MOST_BYTES / 1e6:.0f} MB", where=where)
    try:
        encoding = json.detect_encoding(data)
        # Some shells redirect into UTF-16, and some editors put a mark in front.
        data = data if encoding == "utf-8" else data.decode(encoding).encode()
        value = json.loads(data)
    except ValueError as error:
        raise AuditError(f"is not JSON: {error}", where=where, hint=_AGAIN) from error
    except RecursionError as error:
        raise AuditError(
            "is not JSON of a briefing: it is nested too deep", where=where, hint=_AGAIN
        ) from error
    if not isinstance(value, dict) or "schema_version" not in value:
        raise AuditError("is JSON, but not a briefing: it has no schema_version", where=where, hint=_AGAIN)
    if value["schema_version"] != SCHEMA_VERSION:
        raise AuditError(
            f"has schema version {value['schema_version']!r}; this Conspectus knows {SCHEMA_VERSION!r}",
            where=where,
            hint="use the version of Conspectus that wrote it, or make the briefing again",
        )
    try:
        return Briefing.model_validate_json(data)
    except ValidationError as error:
        first = error.errors()[0]
        more = f", and {error.error_count() - 1} more" if error.error_count() > 1 else ""
        place = field_path(first["loc"])
        raise AuditError(f"{place}: {first['msg']}{more}", where=where, hint=_AGAIN) from error


def _opened(path: Path) -> AbstractContextManager[BinaryIO]:
    if str(path) != "-":
        return path.open("rb")
    if sys.stdin is None:
        raise InputError("is closed", where="standard input")
    return nullcontext(sys.stdin.buffer)


def field_path(location: tuple[str | int, ...]) -> str:
    """The place in a document as people write it: `claims[3].evidence[0].quote`."""
    steps = [f"[{step}]" if isinstance(step, int) else f".{step}" for step in location]
    return "".join(steps).removeprefix(".") or "the document"
