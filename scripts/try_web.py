"""Fetching as its user meets it: serves pages from this machine, over real sockets, and runs the program on them.

    python scripts/try_web.py

Loopback only, no model. What can only be seen this way: sockets, TLS, look-ups, Ctrl-C. Everything else about
fetching is tested with a web that is written by hand (tests/support/web.py).
"""

from __future__ import annotations

import gzip
import json
import os
import shutil
import signal
import ssl
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "examples" / "04-mile-marker-austin.html").read_bytes()
PROGRAM = [str(Path(sys.executable).with_name("conspectus"))]
FEED = """<rss version="2.0"><channel><title>Mile Marker</title>
<item><title>Austin</title><link>/austin</link><pubDate>Fri, 25 Jul 2025 08:00:00 GMT</pubDate></item>
<item><title>Gone</title><link>/gone</link><pubDate>Thu, 24 Jul 2025 08:00:00 GMT</pubDate></item>
<item><title>Old</title><link>/old</link><pubDate>Thu, 01 May 2025 08:00:00 GMT</pubDate></item>
</channel></rss>"""

# Packed once, before anyone waits for it.
BOMB = gzip.compress(bytes(200_000_000), 1)
# Only what should run into a limit of time has a short one; the others have as long as a busy machine may take.
SHORT, PATIENT = "2", "300"


class Site(BaseHTTPRequestHandler):
    """A small site that misbehaves where it is asked to; counts what it answers."""

    answered: ClassVar[Counter[str]] = Counter()

    def do_GET(self) -> None:
        """Answers by path."""
        match self.path:
            case "/robots.txt":
                self.answer(b"User-agent: *\nDisallow: /private\n", "text/plain")
            case "/austin" if self.headers.get("If-None-Match") == '"1"':
                self.answer(b"", status=304)
            case "/austin":
                self.answer(PAGE, headers={"ETag": '"1"'})
            case "/feed":
                self.answer(FEED.encode(), "application/rss+xml")
            case "/moved":
                self.answer(b"", status=302, headers={"Location": "file:///etc/passwd"})
            case "/inside":
                self.answer(b"", status=302, headers={"Location": "http://169.254.169.254/latest/meta-data/"})
            case "/bomb":
                self.answer(BOMB, headers={"Content-Encoding": "gzip"})
            case "/slow":
                self.answer(PAGE, pause=0.2)
            case _:
                self.answer(b"", status=404)

    def answer(
        self,
        body: bytes,
        kind: str = "text/html; charset=utf-8",
        *,
        status: int = 200,
        headers: dict[str, str] | None = None,
        pause: float = 0.0,
    ) -> None:
        """Sends it, a byte at a time where there is a pause."""
        self.answered[f"{self.path} {status}"] += 1
        self.send_response(status)
        for name, value in {
            "Content-Type": kind,
            "Content-Length": str(len(body)),
            **(headers or {}),
        }.items():
            self.send_header(name, value)
        self.end_headers()
        pieces = [body] if not pause else [body[at : at + 1] for at in range(len(body))]
        try:
            for piece in pieces:
                self.wfile.write(piece)
                time.sleep(pause)
        except OSError:
            return

    def log_message(self, format: str, *args: object) -> None:
        """Nothing is logged."""


class Trial:
    """Runs the program with settings of its own, and says what was expected and did not happen."""

    def __init__(self, work: Path) -> None:
        self.work = work
        self.failed = 0
        self.environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("CONSPECTUS_")},
            "CONSPECTUS_MODEL": "none",
            "CONSPECTUS_PAGES_DIR": str(work / "pages"),
            "CONSPECTUS_HOST_SECONDS": "0",
            "CONSPECTUS_FETCH_SECONDS": PATIENT,
        }

    def run(self, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
        """What the program did with these arguments."""
        return subprocess.run(  # noqa: S603 - the program itself
            [*PROGRAM, *arguments],
            capture_output=True,
            text=True,
            cwd=self.work,
            env={**self.environment, **variables},
            timeout=600,
            check=False,
        )

    def expect(self, what: str, *, holds: bool, said: object = "") -> None:
        """Prints what holds and what does not."""
        print(f"{'ok  ' if holds else 'FAIL'} {what}" + ("" if holds else f"\n     {said}"))  # noqa: T201 - what it is for
        self.failed += not holds

    def refused(self, url: str, words: str, *flags: str, seconds: str = PATIENT) -> None:
        """The page is not read, the program says why, and ends with 3."""
        begun = time.monotonic()
        ended = self.run("brief", url, *flags, CONSPECTUS_FETCH_SECONDS=seconds)
        holds = ended.returncode == 3 and words in ended.stderr and "Traceback" not in ended.stderr
        self.expect(f"{words} ({time.monotonic() - begun:.1f} s)", holds=holds, said=ended.stderr)


def main() -> int:
    """0 where everything is as it should be."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    site = f"http://127.0.0.1:{server.server_port}"
    with tempfile.TemporaryDirectory() as directory:
        trial = Trial(Path(directory))
        briefed(trial, site)
        trial.refused(
            f"{site}/austin", "is a loopback address (if this is your own network, add --allow-private)"
        )
        for spelling in ("2130706433", "0x7f.1", "0177.0.0.1", "[::ffff:127.0.0.1]", "localhost"):
            trial.refused(f"http://{spelling}:{server.server_port}/austin", "is a loopback address")
        for path, words in (
            ("private/a", "robots.txt asks programs not to fetch this page"),
            ("moved", "only http and https are fetched, and this is file:"),
            ("inside", "169.254.169.254 is an address of cloud metadata"),
            ("bomb", "larger than 10 MB"),
            ("slow", "no whole answer within 2 seconds"),
            ("gone", "there is no such page (HTTP 404)"),
            ("feed", "is a feed, not an article (give it with --feed)"),
        ):
            seconds = SHORT if path == "slow" else PATIENT
            trial.refused(f"{site}/{path}", words, "--allow-private", seconds=seconds)
        interrupted(trial, site)
        secured(trial)
    server.shutdown()
    return min(trial.failed, 1)


def briefed(trial: Trial, site: str) -> None:
    """A page and a feed become a briefing that keeps its promises; the second time nothing is sent again."""
    arguments = (
        "brief",
        f"{site}/austin",
        "--feed",
        f"{site}/feed",
        "--since",
        "2025-07-01",
        "--allow-private",
    )
    ended = trial.run(*arguments, "-o", "briefing.json")
    trial.expect("a page and a feed are briefed", holds=ended.returncode == 0, said=ended.stderr)
    briefing = json.loads((trial.work / "briefing.json").read_text(encoding="utf-8"))
    statuses = Counter(article["status"] for article in briefing["articles"])
    trial.expect(
        "one used, one double, one failed",
        holds=statuses == {"used": 1, "duplicate": 1, "failed": 1},
        said=statuses,
    )
    trial.expect("it keeps its promises", holds=trial.run("verify", "briefing.json").returncode == 0)
    trial.run(*arguments, "-q", "-o", "again.json")
    trial.expect(
        "an unchanged page is not sent again", holds=Site.answered["/austin 304"] > 0, said=Site.answered
    )
    trial.expect(
        "what was not wanted is not asked for", holds=not Site.answered["/old 404"], said=Site.answered
    )


def interrupted(trial: Trial, site: str) -> None:
    """Ctrl-C ends a run that waits for a page, and would for minutes."""
    process = subprocess.Popen(  # noqa: S603 - the program itself
        [*PROGRAM, "brief", f"{site}/slow", "--allow-private"],
        env={**trial.environment, "CONSPECTUS_FETCH_SECONDS": PATIENT},
        stderr=subprocess.PIPE,
        text=True,
        # A script in the background may ignore interrupts, and would hand that on.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
    deadline = time.monotonic() + 300
    before = Site.answered["/slow 200"]
    while Site.answered["/slow 200"] == before and time.monotonic() < deadline:
        time.sleep(0.05)
    begun = time.monotonic()
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=300)
    took = time.monotonic() - begun
    holds = process.returncode == 130 and took < 30 and "Traceback" not in said
    trial.expect(f"Ctrl-C ends a fetch ({took:.1f} s)", holds=holds, said=(process.returncode, said))


def secured(trial: Trial) -> None:
    """Over TLS the certificate is that of the name, though the connection goes to a checked address."""
    if shutil.which("openssl") is None:
        print("skip TLS: there is no openssl to make a certificate with")  # noqa: T201 - as above
        return
    key, certificate = trial.work / "key.pem", trial.work / "certificate.pem"
    made = [
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-days",
        "2",
        "-subj",
        "/CN=localhost",
    ]
    names = ["-addext", "subjectAltName=DNS:localhost", "-keyout", str(key), "-out", str(certificate)]
    subprocess.run([*made, *names], capture_output=True, check=True)  # noqa: S603 - openssl, with words of our own
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    arguments = (
        "brief",
        f"https://localhost:{server.server_port}/austin",
        "--allow-private",
        "-q",
        "-o",
        "tls.json",
    )
    ended = trial.run(*arguments)
    trial.expect(
        "an unknown certificate is refused",
        holds=ended.returncode == 3 and "can't be trusted" in ended.stderr,
        said=ended.stderr,
    )
    ended = trial.run(*arguments, SSL_CERT_FILE=str(certificate))
    trial.expect("a trusted one is not", holds=ended.returncode == 0, said=ended.stderr)
    numbered = arguments[1].replace("localhost", "127.0.0.1")
    ended = trial.run("brief", numbered, *arguments[2:], SSL_CERT_FILE=str(certificate))
    trial.expect(
        "one for another name is refused",
        holds=ended.returncode == 3 and "can't be trusted" in ended.stderr,
        said=ended.stderr,
    )
    server.shutdown()


if __name__ == "__main__":
    sys.exit(main())
