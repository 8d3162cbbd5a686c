"""The program as a test calls it, and articles and answers for it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import partial
from typing import NamedTuple

import pytest

from conspectus import pipeline
from conspectus.cli import main
from tests.support.scripted import Body, ScriptedEndpoint, Step, accounts, choice, prompt_of, reply

FERRY = """Calder Line stops the ferry to Little Calf
By Nora Quill, Harbour Post
12 May 2025

The shipping company Calder Line will end its ferry service to Little Calf Island on 1 June 2025. Fourteen
people who work on the boats will lose their posts, the company said on Monday.

"Nobody wanted this," said Tom Brack, who runs the island's only shop.
"""

LIBRARY = """Wexcombe opens its library again
By Ada Finch, Wexcombe Echo
3 March 2025

The town of Wexcombe reopened its public library on Saturday after a fire that closed it for 11 months. The
repairs cost 2.4 million dollars, the council said.
"""

ENDPOINT = ("--base-url", "http://scripted.invalid/v1", "--model", "scripted")


class Ended(NamedTuple):
    """How the program ended, and what it wrote."""

    code: int
    out: str
    err: str


class Program:
    """Calls `main` and says how it ended; fails where anything but an exit comes out of it, or a traceback."""

    def __init__(self, captured: pytest.CaptureFixture[str]) -> None:
        self._captured = captured

    def __call__(self, *arguments: str) -> Ended:
        """The exit code and both streams."""
        self._captured.readouterr()
        with pytest.raises(SystemExit) as exit_:
            main(arguments)
        out, err = self._captured.readouterr()
        assert isinstance(exit_.value.code, int)
        assert "Traceback" not in err or "--verbose" in arguments
        return Ended(exit_.value.code, out, err)

    def fails(self, *arguments: str, code: int) -> str:
        """The single line that it says when it ends with that code and shows no result."""
        ended = self(*arguments)
        assert (ended.code, ended.out) == (code, ""), ended
        lines = ended.err.splitlines()
        assert len(lines) == 1, ended.err
        assert lines[0].startswith("error: ")
        return lines[0]


def behind(
    monkeypatch: pytest.MonkeyPatch, script: Callable[[Body], Step], *, function: str = "brief"
) -> ScriptedEndpoint:
    """An endpoint that stands where the network would, for the pipeline's function of that name."""
    endpoint = ScriptedEndpoint(script)
    monkeypatch.setattr(pipeline, function, partial(getattr(pipeline, function), transport=endpoint))
    monkeypatch.setenv("CONSPECTUS_ATTEMPTS", "1")
    return endpoint


def obliging(body: Body) -> Step:
    """The article's own sentences as claims; "yes" to whatever offers a choice; no account of its own."""
    asked = json.dumps(body["response_format"])
    if '"conflicts"' in asked:
        return accounts(body)
    offered = re.search(r'"enum": \["(\w+)"', asked)
    if '"claims"' not in asked:
        return choice(offered[1]) if offered else reply({"sentence": "Nothing."})
    sentences = re.findall(r"^S(\d+): (.+)$", prompt_of(body), re.MULTILINE)
    claims = [
        {
            "text": words,
            "kind": "fact",
            "attributed_to": None,
            "sentence_ids": [int(number)],
            "quote": words,
        }
        for number, words in sentences
    ]
    return reply({"claims": claims, "events": [], "headline": "", "gist": ""})
