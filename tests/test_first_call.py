"""What a run loads before its first call goes out: what the call needs, and nothing that judges its answer."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
ASKS = """
import asyncio, sys
import httpx2
from conspectus import abrief
from conspectus.settings import Settings

def asked(request):
    raise SystemExit(" ".join(sys.modules))

settings = Settings.load(model="m", base_url="http://127.0.0.1:9/v1", cache=False)
asyncio.run(abrief(["examples"], settings=settings, transport=httpx2.MockTransport(asked)))
"""


def test_the_first_call_does_not_wait_for_what_judges_its_answer() -> None:
    """Neither the gates nor consolidation are loaded when the endpoint is asked, nor what writes other results."""
    done = subprocess.run(  # noqa: S603 - this interpreter
        [sys.executable, "-c", ASKS],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={"PYTHONPATH": ":".join(["src", *filter(None, sys.path)])},
        check=False,
    )
    loaded = set(done.stderr.split())
    assert "conspectus.llm.client" in loaded, done.stderr
    later = ("verification", "consolidate", "translate", "text.facts", "summarise.narrow", "render.as_report")
    assert not {f"conspectus.{name}" for name in later} & loaded
