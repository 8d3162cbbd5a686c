"""Spans by the GenAI semantic conventions, in an exporter that keeps them."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator, Sequence

import pytest
from opentelemetry import trace
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.trace import SpanKind, StatusCode
from pydantic import BaseModel

from conspectus.errors import EndpointError
from conspectus.prompts import Messages
from tests.support.scripted import ScriptedEndpoint, fault, reply, scripted_settings

SECRET = "the harbour crane fell"
MESSAGES = Messages(prompt="headline", fingerprint="f" * 12, system="You read.", user=SECRET)


class Headline(BaseModel):
    text: str


@pytest.fixture
def exporter(monkeypatch: pytest.MonkeyPatch) -> Iterator[InMemorySpanExporter]:
    """A provider of this test's own, whose spans stay in memory."""
    kept = InMemorySpanExporter()
    provider = TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(kept))
    monkeypatch.setattr(trace, "get_tracer", provider.get_tracer)
    yield kept
    provider.shutdown()


def all_said(spans: Sequence[ReadableSpan]) -> str:
    """Everything that the spans would export."""
    return "\n".join(span.to_json() for span in spans)


async def test_a_call_is_one_span_with_its_retries(exporter: InMemorySpanExporter) -> None:
    """Model, limits, place, tokens with the cached ones apart; of words and keys nothing."""
    endpoint = ScriptedEndpoint([fault(500), reply({"text": SECRET}, cached_input_tokens=4)])
    async with endpoint.model(scripted_settings(api_key="key-that-nobody-may-see")) as model:
        await model.ask(MESSAGES, Headline, max_output_tokens=100)
    (span,) = exporter.get_finished_spans()
    assert (span.name, span.kind, span.status.status_code) == (
        "chat scripted",
        SpanKind.CLIENT,
        StatusCode.UNSET,
    )
    assert dict(span.attributes or {}) == {
        "gen_ai.operation.name": "chat",
        "gen_ai.provider.name": "openai",
        "gen_ai.request.model": "scripted",
        "gen_ai.request.max_tokens": 100,
        "gen_ai.request.temperature": 0,
        "gen_ai.request.seed": 7,
        "gen_ai.output.type": "json",
        "server.address": "scripted.invalid",
        "server.port": 80,
        "gen_ai.response.id": "scripted",
        "gen_ai.response.model": "scripted",
        "gen_ai.response.finish_reasons": ("stop",),
        "gen_ai.usage.input_tokens": 10,
        "gen_ai.usage.output_tokens": 5,
        "gen_ai.usage.cache_read.input_tokens": 4,
        "conspectus.retries": 1,
    }
    said = all_said(exporter.get_finished_spans())
    assert SECRET not in said
    assert "key-that-nobody-may-see" not in said


async def test_a_call_that_fails_says_why_by_type(exporter: InMemorySpanExporter) -> None:
    """The error's name and a failed status, without the endpoint's words."""
    endpoint = ScriptedEndpoint(lambda _: fault(500, SECRET))
    async with endpoint.model(scripted_settings(attempts=1)) as model:
        with pytest.raises(EndpointError):
            await model.ask(MESSAGES, Headline, max_output_tokens=100)
    (span,) = exporter.get_finished_spans()
    assert span.status.status_code is StatusCode.ERROR
    assert (span.attributes or {})["error.type"] == "EndpointError"
    assert SECRET not in all_said([span])


def test_without_opentelemetry_calls_go_as_ever() -> None:
    """Where it is not installed, the module loads and its span does nothing."""
    code = (
        "import sys; sys.modules['opentelemetry'] = None\n"
        "from conspectus.llm.tracing import call_span\n"
        "with call_span('m', 'http://x/v1', {}) as span:\n"
        "    span.answered(None, 0)\n"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0  # noqa: S603 - our own code
