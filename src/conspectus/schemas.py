"""The JSON Schemas that Conspectus publishes, by name; `schemas/` holds them as files."""

from __future__ import annotations

import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema

from conspectus.errors import UsageError
from conspectus.model.article import Article
from conspectus.model.briefing import Briefing
from conspectus.model.summary import ArticleSummary
from conspectus.resources import bundled
from conspectus.summarise.drafts import (
    CommonDraft,
    ComposedDraft,
    SameEventDraft,
    ShortenedDraft,
    SummaryDraft,
)
from conspectus.translate.drafts import TranslationsDraft
from conspectus.verification.report import Report

PUBLISHED: Mapping[str, type[BaseModel]] = MappingProxyType(
    {
        "briefing": Briefing,
        "article": Article,
        "article-summary": ArticleSummary,
        "report": Report,
        "summary-draft": SummaryDraft,
        "shortened-draft": ShortenedDraft,
        "common-draft": CommonDraft,
        "composed-draft": ComposedDraft,
        "same-event-draft": SameEventDraft,
        "translations-draft": TranslationsDraft,
    }
)
"""What `conspectus brief`, `summarize` and `check` put out, and the drafts that the model is asked for."""


def generated(name: str) -> str:
    """The schema as the model defines it now: indented JSON with a newline at the end."""
    model = PUBLISHED[name]
    # What goes out is described as it is written; what a model is asked for, as it is checked.
    described = model.model_json_schema(
        mode="validation" if name.endswith("-draft") else "serialization", schema_generator=_Generator
    )
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **described}
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


class _Generator(GenerateJsonSchema):
    """Requires every field of what is written, also those with a default: none is ever left out."""

    def field_is_required(self, field: Any, total: bool) -> bool:
        """True for all that is serialised; in validation what pydantic says."""
        return self.mode == "serialization" or super().field_is_required(field, total)


def published(name: str) -> str:
    """The schema as it stands in `schemas/`; raises UsageError when there is none of that name."""
    if name not in PUBLISHED:
        raise UsageError(f"there is no schema {name!r}", hint=f"one of: {', '.join(PUBLISHED)}")
    return (bundled("schemas") / f"{name}.json").read_text(encoding="utf-8")
