from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import conspectus
from conspectus.errors import AnswerError, UsageError
from conspectus.reading import read_article
from conspectus.running import left_out, model_name, read, run, warn_of
from conspectus.settings import Settings
from conspectus.tasks import gathered
from conspectus.telemetry import ProgressEvent, Recorder, Warned
from tests.support.scripted import scripted_settings

ARTICLE = read_article(b"A title\n\nThe mill closed on Monday.\n", name="a.txt", media="text")


async def _one() -> int:
    await asyncio.sleep(0)
    return 1


async def _fails() -> int:
    raise AnswerError("no answer")


NONE = Settings(model="none")
ANY: Any = conspectus
"""The package, for calls that a type checker would not let pass."""


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda: ANY.brief(None), "what to read: NoneType is no str or Path or Article or Feed"),
        (lambda: ANY.brief([ARTICLE, 5], settings=NONE), "what to read: int is no str"),
        (lambda: ANY.summarize(b"a.txt", settings=NONE), "what to read: bytes is no str"),
        (lambda: ANY.group_events([[ARTICLE]]), "what to read: list is no str"),
        (lambda: ANY.brief([ARTICLE], settings="none"), "settings: str is no Settings (make them with"),
        (lambda: ANY.group_events([ARTICLE], settings={}), "settings: dict is no Settings"),
        (
            lambda: ANY.check("It closed.", [ARTICLE], settings={"model": "none"}),
            "settings: dict is no Settings",
        ),
        (lambda: ANY.brief([ARTICLE], settings=NONE, title=5), "the title: int is no str"),
        (
            lambda: ANY.check(Path("a.txt"), [ARTICLE], settings=NONE),
            "the text to check: PosixPath is no str or Article",
        ),
        (lambda: ANY.check("It closed.", None, settings=NONE), "what to read: NoneType is no str"),
        (lambda: ANY.check_claim(None, "It closed."), "a claim and its evidence: NoneType is no str"),
        (lambda: ANY.check_claim("It closed.", 5), "a claim and its evidence: int is no str"),
        (
            lambda: ANY.check_claim("It closed.", "It did.", published="May"),
            "the day of publication: str is no date",
        ),
        (lambda: ANY.check_claim("It closed.", "It did.", settings="none"), "settings: str is no Settings"),
        (lambda: ANY.brief(ARTICLE, settings=NONE, listener=3), "listener: int can't be called"),
        (lambda: ANY.verify({}), "what to verify: dict is no Briefing or str or Path"),
    ],
)
def test_a_value_of_the_wrong_kind_is_a_usage_error(call: Callable[[], Any], said: str) -> None:
    """It says which argument it is and what it may be, whoever takes it."""
    with pytest.raises(UsageError) as raised:
        call()
    assert str(raised.value).startswith(said)


def test_async_work_runs_for_those_who_do_not_await() -> None:
    """The result is the work's own."""
    assert run(_one) == 1


def test_what_comes_of_it_is_not_printed() -> None:
    """Not even into an error that nobody sees, as a loop does with what its first task returns."""

    printed = []

    class Long:
        def __repr__(self) -> str:
            printed.append(self)
            return "long"

    async def work() -> Long:
        return Long()

    assert isinstance(run(work), Long)
    assert not printed


async def test_it_runs_inside_a_running_loop() -> None:
    """In a thread of its own."""
    assert run(_one) == 1


async def test_the_first_error_comes_out_as_itself() -> None:
    """Not in a group, however deep."""
    assert await gathered([_one(), _one()]) == [1, 1]
    with pytest.raises(AnswerError):
        await gathered([_one(), gathered([_fails()])])


def test_articles_and_paths_go_together(tmp_path: Path) -> None:
    """A text that comes both ways is there once, and repeats are told of."""
    for name in ("same.txt", "again.txt"):
        (tmp_path / name).write_bytes(b"A title\n\nThe mill closed on Monday.\n")
    reading = read([ARTICLE, tmp_path], Settings.load(), None)
    assert [article.id for article in reading.articles] == [ARTICLE.id]
    assert [entry.reason.value for entry in left_out(reading, {})] == ["duplicate"] * 2
    assert read(ARTICLE, Settings.load(), None).articles == (ARTICLE,)


def test_a_failed_answer_is_in_the_ledger() -> None:
    """With the error's own words."""
    (entry,) = left_out(read(ARTICLE, Settings.load(), None), {ARTICLE.id: AnswerError("no answer")})
    assert (entry.article_id, entry.detail) == (ARTICLE.id, "no answer")


def test_a_model_has_a_name_before_it_is_opened() -> None:
    """An embedded one says that it is."""
    assert model_name(scripted_settings()) == "scripted"
    assert model_name(Settings.load(model="embedded:0.5b")) == "embedded:0.5b"


def test_of_a_file_of_wrong_rows_the_first_are_told(tmp_path: Path) -> None:
    """And how many more there are; a file with few is told row by row, and what is no row by itself."""
    long, short, empty = tmp_path / "long.jsonl", tmp_path / "short.jsonl", tmp_path / "empty #1.txt"
    four = tmp_path / "four.jsonl"
    four.write_text('{"a": 1}\n' * 4)
    long.write_text('{"a": 1}\n' * 2003)
    short.write_text('{"a": 1}\n' * 3)
    empty.write_text("")
    told: list[ProgressEvent] = []
    warn_of(read([ARTICLE, long, short, four, empty], Settings(model="none"), None), Recorder(told.append))
    said = [(event.where, event.message) for event in told if isinstance(event, Warned)]
    wrong = "the row has no text (it has a)"
    assert said == [
        *((f"{long}#{row}", wrong) for row in (1, 2, 3)),
        *((f"{file}#{row}", wrong) for file in (short, four) for row in (1, 2, 3)),
        (str(empty), "the file is empty"),
        (str(long), "2,000 more rows can't be read; the ledger has each"),
        (str(four), "1 more row can't be read; the ledger has each"),
    ]
