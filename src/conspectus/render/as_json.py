"""A briefing or a summary as JSON."""

from __future__ import annotations

from pydantic import BaseModel

from conspectus.render.safe import plain_json


def json(value: BaseModel) -> str:
    """The value as JSON that `model_validate_json` reads back: fields in their order, indented by two.

    Text stands as it is, except that control and direction characters are escaped; one newline ends it.
    """
    text = plain_json(value.model_dump_json(indent=2))
    # A text that nobody else has is added to where it is; a copy of it would be a run's largest moment.
    text += "\n"
    return text
