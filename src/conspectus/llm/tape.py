"""A transport that answers from a recording, and goes over the wire only for what is missing.

A recording is a file of JSON lines: the first says which model answered and when, each other one holds an answer
under a digest of the request's canonical JSON body. Every answer is on disk as soon as it has come.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from typing import Any

import httpx2
from pydantic import ValidationError

from conspectus.errors import InputError
from conspectus.llm.embedded import Serving
from conspectus.llm.wire import canonical, digest, likeness, scrubbed
from conspectus.model.base import Frozen

ADDRESS = "http://recorded.invalid/v1"
"""Where a recorded model is asked; nothing ever goes there."""


class Header(Frozen):
    """Who answered: `model` by the name of its weights, with their sha256, and the day of the last new answer."""

    model: str
    sha256: str
    recorded: str


class Taped(Frozen):
    """One answer, and what it answered: texts that are the same for many requests stand as digests."""

    key: str
    asked: Mapping[str, Any]
    status: int
    answer: Any
    seconds: float


class Miss(Frozen):
    """A request that nothing answers: what was asked, and the nearest request that was recorded."""

    asked: Mapping[str, Any]
    system: str
    nearest: Mapping[str, Any] | None


class MissError(httpx2.TransportError):
    """Nothing was recorded for a request."""


class Tape(httpx2.AsyncBaseTransport):
    """Answers requests from a file.

    With `live`, which gives the server for a request's path, what is missing is asked there, and kept; without it a
    miss is noted in `misses` and the request fails. `today` is the day that new answers are given, in ISO form.
    `seconds` adds up how long the answers took when they were given. Raises InputError where the file is no recording,
    or is another model's.
    """

    def __init__(
        self,
        path: Path,
        *,
        model: str,
        sha256: str,
        live: Callable[[str], Awaitable[Serving]] | None = None,
        today: str = "",
    ) -> None:
        self.path = path
        self.misses: list[Miss] = []
        self.seconds = 0.0
        self._live = live
        self._http: httpx2.AsyncHTTPTransport | None = None
        self._asked: dict[str, None] = {}
        self._answers: dict[str, Taped] = {}
        self._new = False
        self.header = Header(model=model, sha256=sha256, recorded=today)
        if path.is_file():
            self._load(path)

    def _load(self, path: Path) -> None:
        lines = path.read_text(encoding="utf-8").split("\n")
        number = 1
        try:
            found = Header.model_validate_json(lines[0])
            for number, line in enumerate(lines[1:], start=2):  # noqa: B007 - the handler below says where
                if line:
                    taped = Taped.model_validate_json(line)
                    self._answers[taped.key] = taped
        except ValidationError as error:
            # The last line of a recording that was killed may be cut off; it is asked again.
            if number != len(lines) or number == 1:
                raise InputError(
                    f"is no recording: {error.errors()[0]['msg']}",
                    where=f"{path}:{number}",
                    hint="remove the file and record again",
                ) from error
        if found.sha256 != self.header.sha256:
            raise InputError(
                f"was recorded from {found.model} ({found.sha256[:12]}…), not from {self.header.model}",
                where=str(path),
                hint="remove the file and record again",
            )
        self.header = found.model_copy(update={"recorded": found.recorded})

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """The recorded answer, or the live one, which is then recorded."""
        body = json.loads(await request.aread())
        key = digest(body)
        self._asked[key] = None
        taped = self._answers.get(key)
        if taped is None:
            if self._live is None:
                self.misses.append(self._missed(body))
                raise MissError("nothing was recorded for this request")
            taped = await self._record(key, body, request)
        self.seconds += taped.seconds
        return httpx2.Response(
            taped.status,
            content=json.dumps(taped.answer, ensure_ascii=False).encode(),
            headers={"content-type": "application/json"},
            request=request,
        )

    async def _record(self, key: str, body: Any, request: httpx2.Request) -> Taped:
        assert self._live is not None  # noqa: S101 - the caller has looked
        path = request.url.path.partition("/v1")[2]
        serving = await self._live(path)
        self._http = self._http or httpx2.AsyncHTTPTransport()
        live = httpx2.Request(
            request.method,
            f"{serving.base_url}{path}",
            headers={"content-type": "application/json", "authorization": f"Bearer {serving.key}"},
            content=request.content,
            extensions=request.extensions,
        )
        started = time.perf_counter()
        response = await self._http.handle_async_request(live)
        content = await response.aread()
        seconds = round(time.perf_counter() - started, 2)
        try:
            answer = scrubbed(json.loads(content))
        except ValueError:
            raise httpx2.RemoteProtocolError("the live answer is no JSON", request=request) from None
        taped = Taped(
            key=key, asked=_condensed(body), status=response.status_code, answer=answer, seconds=seconds
        )
        # What a server says about its own trouble is no answer of the model.
        if response.status_code < httpx2.codes.INTERNAL_SERVER_ERROR:
            self._answers[key] = taped
            self._append(taped)
        return taped

    def _append(self, taped: Taped) -> None:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        whole = self.path.is_file()
        text = self.path.read_text(encoding="utf-8") if whole else f"{self.header.model_dump_json()}\n"
        with self.path.open("a", encoding="utf-8", newline="\n") as file:
            if not whole:
                file.write(text)
            elif not text.endswith("\n"):
                file.truncate(len(text[: text.rfind("\n") + 1].encode()))
            file.write(f"{taped.model_dump_json()}\n")
        self._new = True

    def tidy(self, *, today: str) -> None:
        """The file holds exactly the answers that were asked for, sorted by key; that may be none."""
        kept = [self._answers[key] for key in sorted(self._asked) if key in self._answers]
        self.header = self.header.model_copy(
            update={"recorded": today if self._new else self.header.recorded}
        )
        lines = [self.header.model_dump_json(), *(taped.model_dump_json() for taped in kept)]
        text = "".join(f"{line}\n" for line in lines)
        self.path.parent.mkdir(parents=True, exist_ok=True)
        if not self.path.is_file() or self.path.read_text(encoding="utf-8") != text:
            part = self.path.with_suffix(".part")
            part.write_text(text, encoding="utf-8", newline="\n")
            os.replace(part, self.path)

    def _missed(self, body: Any) -> Miss:
        asked = _condensed(body)
        text = canonical(asked)
        nearest = max(
            (taped.asked for taped in self._answers.values()),
            key=lambda other: likeness(canonical(other), text),
            default=None,
        )
        return Miss(asked=asked, system=_system(body), nearest=nearest)

    async def aclose(self) -> None:
        """Connections to the live endpoint are closed."""
        if self._http is not None:
            await self._http.aclose()
            self._http = None


def _condensed(body: Any) -> dict[str, Any]:
    """The request with its system message and its schema as digests, so that thousands of them stay readable."""
    rest = {name: value for name, value in body.items() if name not in {"messages", "response_format"}}
    return {
        **rest,
        "schema": digest(body.get("response_format")),
        "system": digest(_system(body)),
        # A re-ask adds the answer that was refused and the complaint.
        "messages": [m.get("content") for m in body.get("messages", ()) if m.get("role") != "system"],
    }


def _system(body: Any) -> str:
    return "\n".join(str(m.get("content")) for m in body.get("messages", ()) if m.get("role") == "system")
