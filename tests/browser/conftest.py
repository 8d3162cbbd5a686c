"""A real browser, offline: Debian's Chromium through Playwright, for tests marked `browser` (`make test-browser`)."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from conspectus.model.briefing import Briefing
from conspectus.render import html

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

# Without the group `browser` there is nothing to run here; `make test` does without it.
collect_ignore_glob = [] if find_spec("playwright") else ["test_*.py"]

DESK = {"width": 1280, "height": 900}
PHONE = {"width": 360, "height": 780}
# Sentences, the numbers behind them, and the notes where these lead.
SENTENCE = "[id^=s]"
NUMBER = '> [href^="#n"]'
NOTE = "#notes li"
_NAMES = ("chromium", "chromium-browser", "google-chrome")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything here is marked `browser`."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker("browser")


@dataclass
class Opened:
    """A page that is open, and what happened to it that should not have."""

    page: Page
    path: Path
    requests: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    @property
    def panel(self) -> Any:
        """The panel that shows evidence."""
        return self.page.locator("#evidence")

    def sentence(self, text: str) -> Any:
        """The words of the first sentence with that text in it."""
        return self.page.locator(SENTENCE, has_text=text).first.locator("> bdi")

    def go(self, fragment: str) -> None:
        """The page is loaded again at that fragment."""
        self.page.goto("about:blank")
        self.page.goto(f"{self.path.as_uri()}#{fragment}")


def watch(shown: Opened) -> None:
    """What the page asks for, says and complains about is noted down from now on."""

    def dismiss(dialog: Any) -> None:
        shown.dialogs.append(dialog.message)
        dialog.dismiss()

    shown.page.on("request", lambda request: shown.requests.append(request.url))
    shown.page.on("dialog", dismiss)
    shown.page.on("console", lambda message: shown.complaints.append(message.text))
    shown.page.on("pageerror", lambda error: shown.complaints.append(str(error)))


Open = Callable[..., Opened]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium without a window; fails where there is none."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - of the group `browser`

    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, _NAMES)), None)
    if found is None:
        pytest.fail("there is no Chromium: install your system's package, or set CHROMIUM to its path")
    with sync_playwright() as playwright:
        # The pages are our own and offline; in CI, which runs as root, Chromium refuses its sandbox.
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Opens a briefing's page from the file system; other arguments are the browser context's."""
    contexts: list[Any] = []

    def open_page(briefing: Briefing, **options: Any) -> Opened:
        path = tmp_path / f"briefing-{len(contexts)}.html"
        path.write_text(html(briefing), encoding="utf-8")
        context = browser.new_context(
            **{"viewport": DESK, "offline": True, "reduced_motion": "reduce", **options}
        )
        contexts.append(context)
        shown = Opened(context.new_page(), path)
        watch(shown)
        shown.page.goto(path.as_uri())
        return shown

    yield open_page
    for context in contexts:
        context.close()
