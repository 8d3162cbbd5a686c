"""brief, summarize, verify and schema: what they write, and where."""

from __future__ import annotations

import io
import json
import os
import re
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from conspectus import Briefing
from conspectus.pipeline import verify
from conspectus.resources import bundled
from conspectus.schemas import PUBLISHED
from tests.support.program import ENDPOINT, FERRY, Program, behind, obliging

NONE = ("--model", "none")


@pytest.mark.usefixtures("articles")
def test_a_briefing_is_shown(program: Program) -> None:
    """Piped, it is plain text of at most 80 columns, and there is nothing else to say."""
    ended = program("brief", "ferry.txt", "library.txt", *NONE, "--title", "Boats and books")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.startswith("Boats and books\n")
    assert "“The shipping company Calder Line will end" in ended.out
    assert max(map(len, ended.out.splitlines())) <= 80
    assert all(line.isprintable() for line in ended.out.splitlines())


@pytest.mark.usefixtures("articles")
def test_the_formats_are_the_renderers_own(program: Program) -> None:
    """--format gives what a briefing gives of itself; JSON reads back and keeps every promise."""
    ended = program("brief", "ferry.txt", *NONE, "--format", "json")
    briefing = Briefing.model_validate_json(ended.out)
    assert verify(briefing) == ()
    ended = program("brief", "ferry.txt", *NONE, "--format", "markdown")
    assert ended.out.startswith("# ")


@pytest.mark.usefixtures("articles")
def test_files_get_the_format_of_their_suffix(program: Program) -> None:
    """Each is written, named on the error stream, and the briefing is shown as well."""
    ended = program("brief", "ferry.txt", *NONE, "-o", "b.json", "-o", "b.md", "-o", "b.txt")
    assert ended.code == 0
    assert ended.err.splitlines() == ["written: b.json", "written: b.md", "written: b.txt"]
    assert Briefing.model_validate_json(Path("b.json").read_text("utf-8"))
    assert Path("b.md").read_text("utf-8").startswith("# ")
    assert Path("b.txt").read_text("utf-8") == ended.out
    assert sorted(path.name for path in Path().iterdir()) == [
        "b.json",
        "b.md",
        "b.txt",
        "ferry.txt",
        "library.txt",
    ]


@pytest.mark.usefixtures("articles")
def test_other_suffixes_need_a_format(program: Program) -> None:
    """Without one the call is refused before any work; with one nothing is shown besides."""
    assert "name it .json" in program.fails("brief", "ferry.txt", *NONE, "-o", "b.out", code=2)
    ended = program("brief", "ferry.txt", *NONE, "-o", "b.out", "--format", "json")
    assert ended == (0, "", "written: b.out\n")
    assert json.loads(Path("b.out").read_text("utf-8"))["schema_version"]


@pytest.mark.usefixtures("articles")
def test_quiet_is_quiet(program: Program) -> None:
    """With -q and -o neither stream gets a word, not even about an article that can't be read."""
    assert program("brief", "ferry.txt", "nope.txt", *NONE, "-q", "-o", "b.json") == (0, "", "")
    ended = program("brief", "ferry.txt", "nope.txt", *NONE, "-q")
    assert ended.err == ""
    assert ended.out


@pytest.mark.usefixtures("articles")
def test_verbose_tells_each_stage(program: Program) -> None:
    """One line a stage, on the error stream; a warning stands there once."""
    ended = program("brief", "ferry.txt", "nope.txt", *NONE, "-v", "--format", "json")
    assert json.loads(ended.out)
    assert ended.err.count("nope.txt") == 1
    assert ended.err.startswith("1 article with no model\n")
    for stage in ("summarise", "consolidate", "verify", "done"):
        assert stage in ended.err


def test_a_directory_and_standard_input(
    program: Program, articles: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both are read; the articles are named by their paths and by -."""
    Path("news").mkdir()
    Path("ferry.txt").rename("news/ferry.txt")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(Path("library.txt").read_bytes())))
    ended = program("brief", "news", "-", *NONE, "--format", "json")
    assert [article["path"] for article in json.loads(ended.out)["articles"]] == ["news/ferry.txt", "-"]


@pytest.mark.usefixtures("articles")
def test_flags_reach_the_endpoint(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    """Model, address and profile are those of the flags; the answer is cached unless --no-cache is given."""
    endpoint = behind(monkeypatch, obliging)
    first = program("brief", "ferry.txt", *ENDPOINT, "--format", "json")
    asked = len(endpoint.bodies)
    assert {body["model"] for body in endpoint.bodies} == {"scripted"}
    run = json.loads(first.out)["run"]
    assert (run["endpoint"], run["profile"]) == ("http://scripted.invalid/v1", "large")
    assert program("brief", "ferry.txt", *ENDPOINT).code == 0
    assert len(endpoint.bodies) == asked
    assert program("brief", "ferry.txt", *ENDPOINT, "--no-cache").code == 0
    assert len(endpoint.bodies) == 2 * asked
    small = program("brief", "ferry.txt", *ENDPOINT, "--profile", "small", "--format", "json")
    assert json.loads(small.out)["run"]["profile"] == "small"


@pytest.mark.usefixtures("articles")
def test_a_dry_run_spends_nothing(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    """It says articles, calls, tokens and cost, and asks nobody."""
    endpoint = behind(monkeypatch, obliging)
    ended = program("brief", "ferry.txt", "library.txt", *ENDPOINT, "--no-entailment", "--dry-run")
    assert ended.code == 0
    assert ended.out.startswith("2 articles, with ")
    assert "calls: about 2, and 0 answered from the cache" in ended.out
    assert "price not known" in ended.out
    assert program("brief", "ferry.txt", *ENDPOINT, "--dry-run").out.startswith("1 article, with ")
    assert not endpoint.bodies


@pytest.mark.usefixtures("articles")
def test_a_summary_is_shown_and_written(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    """summarize takes one article through the same flags and formats."""
    behind(monkeypatch, obliging, function="summarize")
    ended = program("summarize", "ferry.txt", *ENDPOINT, "-o", "s.json")
    assert ended.code == 0
    claims = json.loads(Path("s.json").read_text("utf-8"))["claims"]
    assert claims
    assert all(FERRY[e["start"] : e["end"]] == e["quote"] for c in claims for e in c["evidence"])
    assert "Calder Line" in ended.out


@pytest.mark.usefixtures("articles")
def test_a_summary_calls_its_article_by_name(program: Program) -> None:
    """On the screen and in Markdown; its id, which says nothing to a reader, stands in the JSON only."""
    ended = program("summarize", "ferry.txt", *NONE, "-o", "s.md", "-o", "s.json")
    article_id = json.loads(Path("s.json").read_text("utf-8"))["article_id"]
    for told in (ended.out, Path("s.md").read_text("utf-8")):
        assert "ferry" in told
        assert article_id not in told


def test_a_summary_of_nothing(program: Program) -> None:
    """summarize fails as brief does."""
    assert "no such file" in program.fails("summarize", "nope.txt", *NONE, code=3)


@pytest.mark.usefixtures("articles")
def test_a_saved_briefing_is_verified(program: Program) -> None:
    """verify says that all is well, or with --quiet nothing, and ends with 0."""
    program("brief", "ferry.txt", *NONE, "-q", "-o", "b.json")
    assert program("verify", "b.json") == (0, "b.json: every promise is kept\n", "")
    assert program("verify", "b.json", "-q") == (0, "", "")


@pytest.mark.usefixtures("articles")
def test_an_altered_briefing_is_caught(program: Program) -> None:
    """verify ends with 5 and names each place, on the output, and what is broken in all."""
    program("brief", "ferry.txt", *NONE, "-q", "-o", "b.json")
    altered = Path("b.json").read_text("utf-8").replace('"Fourteen', '"Forty')
    Path("b.json").write_text(altered, encoding="utf-8")
    ended = program("verify", "b.json")
    assert ended.code == 5
    assert "claims[" in ended.out
    assert ended.err.startswith("error: b.json: ")
    assert ended.err.rstrip().endswith("a promise")


@pytest.mark.parametrize("content", ["{", "{}", "[]", '{"schema_version": "9.0"}'])
def test_what_is_no_briefing_cannot_be_verified(program: Program, content: str) -> None:
    """verify ends with 5 and one line for a file that is something else."""
    Path("b.json").write_text(content, encoding="utf-8")
    assert program.fails("verify", "b.json", code=5).startswith("error: b.json: ")


@pytest.mark.parametrize("name", ["missing.json", ".", "loop.json"])
def test_what_cannot_be_read_breaks_no_promise(program: Program, name: str) -> None:
    """verify and show end with 3, as brief does: nothing is known of a file that is missing or not to be read."""
    Path("loop.json").symlink_to("loop.json")
    for command in ("verify", "show"):
        assert program.fails(command, name, code=3).startswith(f"error: {name}: can't be read: ")


def test_a_file_without_permission_cannot_be_read(program: Program) -> None:
    """It is told and counted like one that is missing, whichever command and option it is given to."""
    Path("b.json").touch(mode=0)
    if os.access("b.json", os.R_OK):
        pytest.skip("whoever runs this may read every file")
    for call in (("verify", "b.json"), ("show", "b.json"), ("events", "--settled", "b.json")):
        assert program.fails(*call, code=3).startswith("error: b.json: can't be read: Permission denied")


def test_the_help_names_every_schema(program: Program) -> None:
    """Those that are published, and no other."""
    told = program("schema", "--help").out
    named = set(re.findall(r"[a-z]+(?:-[a-z]+)*-draft", " ".join(told.split())))
    assert named == {name for name in PUBLISHED if name.endswith("-draft")}
    assert all(name in told for name in PUBLISHED)


def test_a_schema_is_printed(program: Program) -> None:
    """schema prints the file in schemas/."""
    expected = (bundled("schemas") / "briefing.json").read_text(encoding="utf-8")
    assert program("schema", "briefing") == (0, expected, "")


@pytest.mark.usefixtures("articles")
@pytest.mark.parametrize(("target", "reason"), [("no/b.json", "does not exist"), (".", "is a directory")])
def test_an_output_that_cannot_be_is_refused_early(
    program: Program, monkeypatch: pytest.MonkeyPatch, target: str, reason: str
) -> None:
    """Nothing is asked of a model whose answer could not be written."""
    endpoint = behind(monkeypatch, obliging)
    said = program.fails("brief", "ferry.txt", *ENDPOINT, "-o", target, "--format", "json", code=4)
    assert reason in said
    assert endpoint.bodies == []


@pytest.mark.usefixtures("articles")
@pytest.mark.parametrize("given", ["ferry.txt", "."])
def test_an_article_is_not_overwritten(program: Program, given: str) -> None:
    """An output that would be read as an article first is refused."""
    said = program.fails("brief", given, *NONE, "-o", "ferry.txt", code=2)
    assert "would be read" in said
    assert Path("ferry.txt").read_text("utf-8") == FERRY


@pytest.mark.usefixtures("articles")
def test_a_full_device(program: Program) -> None:
    """Output to a full device ends with 4; the other file is written and the device still stands."""
    ended = program("brief", "ferry.txt", *NONE, "--format", "json", "-o", "/dev/full", "-o", "b.json")
    assert (ended.code, ended.out) == (4, "")
    assert "error: /dev/full: can't be written: No space left on device" in ended.err
    assert json.loads(Path("b.json").read_text("utf-8"))
    assert Path("/dev/full").is_char_device()


@pytest.mark.usefixtures("articles")
def test_a_full_disk_keeps_the_old_file(program: Program, tmp_path: Path) -> None:
    """Where the file does not fit, what it held before stays, and no half file is left."""
    Path("b.json").write_text("old", encoding="utf-8")

    def small_files() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (3000, 3000))

    done = subprocess.run(  # noqa: S603 - this interpreter, and it has no threads yet
        [sys.executable, "-m", "conspectus", "brief", "ferry.txt", *NONE, "-q", "-o", "b.json"],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
        preexec_fn=small_files,
        check=False,
    )
    assert (done.returncode, done.stdout) == (4, "")
    assert done.stderr.startswith("error: b.json: can't be written: File too large")
    assert Path("b.json").read_text("utf-8") == "old"
    assert sorted(os.listdir()) == ["b.json", "ferry.txt", "library.txt"]
