"""Writes docs/briefing.png: the page of a briefing of examples/, with a sentence's evidence open.

The briefing is that of the recorded answers, or the one in the JSON file that is named. Needs the group
`browser` and a Chromium.
"""

from __future__ import annotations

import io
import os
import shutil
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright
from vcr import VCR

from conspectus import Briefing, brief
from conspectus.llm.embedded import SLOT_TOKENS, SLOTS
from conspectus.reading.briefings import load_briefing
from conspectus.settings import Settings

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.conftest import RECORDED_MODEL  # noqa: E402 - the checkout's tests are no installed package
from tests.support.cassettes import DIRECTORY, CassetteMissError, configured, guarded  # noqa: E402

TARGET = ROOT / "docs" / "briefing.png"
CASSETTE = DIRECTORY / "test_recorded" / "test_the_examples_become_one_briefing_that_keeps_every_promise.yaml"
LIMIT = 300_000
# A page at reading size; half as many pixels again as points, so that letters are sharp.
VIEWPORT = {"width": 1280, "height": 860}
SCALE = 1.5
COLOURS = 96


def recorded() -> Briefing:
    """The briefing of examples/ from the embedded model's recorded answers.

    Ends the program where the answers don't fit the requests any more.
    """
    settings = Settings.load(
        base_url="http://127.0.0.1:9/v1",
        model=RECORDED_MODEL,
        profile="small",
        context_tokens=SLOT_TOKENS,
        concurrency=SLOTS,
        attempts=1,
        cache=False,
    )
    os.chdir(ROOT)
    try:
        with configured(VCR()).use_cassette(str(CASSETTE), record_mode="none") as cassette, guarded(cassette):
            return brief("examples", settings=settings)
    except CassetteMissError as miss:
        sys.exit(
            f"{miss}\nrecord again (make record), or name a saved briefing: scripts/screenshot.py BRIEFING.json"
        )


def picture(briefing: Briefing) -> bytes:
    """The page from its first event on, light, with the first sentence open that rests on several quotes."""
    found = os.environ.get("CHROMIUM") or shutil.which("chromium") or sys.exit("there is no Chromium")
    with tempfile.TemporaryDirectory() as directory, sync_playwright() as playwright:
        page_file = Path(directory, "briefing.html")
        page_file.write_text(briefing.to_html(), encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        context = browser.new_context(
            viewport=VIEWPORT,
            device_scale_factor=SCALE,
            color_scheme="light",
            reduced_motion="reduce",
            offline=True,
        )
        page = context.new_page()
        page.goto(page_file.as_uri())
        page.evaluate(
            """() => {
              scrollTo(0, document.querySelector('.event').getBoundingClientRect().top - 24);
              const all = [...document.querySelectorAll('.event [id^=s]')].filter(each => !each.closest('h2'));
              const several = all.find(each => each.querySelectorAll(':scope > a').length > 1) || all[0];
              several.querySelector('bdi').click();
              document.activeElement.blur();
            }"""
        )
        shot = page.screenshot()
        browser.close()
    return shot


def small(png: bytes) -> bytes:
    """The picture with few colours, which a page of text does not miss."""
    out = io.BytesIO()
    image = Image.open(io.BytesIO(png)).convert("RGB")
    image.quantize(COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(
        out, "PNG", optimize=True
    )
    return out.getvalue()


def main() -> int:
    """Write the picture; exits with 1 where it is larger than README should carry."""
    briefing = load_briefing(Path(sys.argv[1])) if len(sys.argv) > 1 else recorded()
    data = small(picture(briefing))
    TARGET.write_bytes(data)
    sys.stdout.write(f"{TARGET.relative_to(ROOT)}: {len(data):,} bytes\n")
    return 0 if len(data) <= LIMIT else 1


if __name__ == "__main__":
    sys.exit(main())
