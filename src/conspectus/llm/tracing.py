"""OpenTelemetry spans of calls, by the GenAI semantic conventions; nothing where OpenTelemetry is not installed.

Spans say which model was asked, what it took and what went wrong. Prompts, answers and keys are never among it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from conspectus import __version__

if TYPE_CHECKING:
    from openai.types.chat import ChatCompletion

trace: Any = None
with suppress(ImportError):  # without the extra `otel`
    from opentelemetry import trace


class CallSpan:
    """What is noted of one call; without a tracer, nothing."""

    def __init__(self, span: Any = None) -> None:
        self._span = span

    def answered(self, completion: ChatCompletion, retries: int) -> None:
        """The call was answered, after so many retries."""
        if self._span is None or not self._span.is_recording():
            return
        used = completion.usage
        found: dict[str, Any] = {
            "gen_ai.response.id": completion.id,
            "gen_ai.response.model": completion.model,
            "gen_ai.response.finish_reasons": [choice.finish_reason for choice in completion.choices],
            "conspectus.retries": retries,
        }
        if used is not None:
            details = used.prompt_tokens_details
            found |= {
                "gen_ai.usage.input_tokens": used.prompt_tokens,
                "gen_ai.usage.output_tokens": used.completion_tokens,
                "gen_ai.usage.cache_read.input_tokens": (details.cached_tokens or 0) if details else 0,
            }
        # Not every server that speaks the protocol sends every field.
        self._span.set_attributes({name: value for name, value in found.items() if value is not None})


@contextmanager
def call_span(model: str, address: str, request: dict[str, Any]) -> Iterator[CallSpan]:
    """The span of one call with all its retries, called `chat MODEL`; an error's name is its `error.type`."""
    if trace is None:
        yield CallSpan()
        return
    place = urlsplit(address)
    attributes = {
        "gen_ai.operation.name": "chat",
        "gen_ai.provider.name": "openai",
        "gen_ai.request.model": model,
        "gen_ai.request.max_tokens": request.get("max_tokens"),
        "gen_ai.request.temperature": request.get("temperature"),
        "gen_ai.request.seed": request.get("seed"),
        "gen_ai.output.type": "json",
        "server.address": place.hostname,
        "server.port": place.port or {"https": 443, "http": 80}.get(place.scheme),
    }
    tracer = trace.get_tracer("conspectus", __version__)
    with tracer.start_as_current_span(
        f"chat {model}",
        kind=trace.SpanKind.CLIENT,
        attributes={name: value for name, value in attributes.items() if value is not None},
        record_exception=False,
        set_status_on_exception=False,
    ) as span:
        try:
            yield CallSpan(span)
        except BaseException as error:
            span.set_attribute("error.type", type(error).__name__)
            span.set_status(trace.Status(trace.StatusCode.ERROR))
            raise
