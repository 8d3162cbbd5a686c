"""Files appear whole or not at all, and what else they were stays."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from conspectus.cli.files import check_writable, write_whole
from conspectus.errors import OutputError


@pytest.fixture
def mask_027() -> object:
    """New files are closed to others."""
    before = os.umask(0o027)
    yield
    os.umask(before)


@pytest.mark.usefixtures("mask_027")
def test_a_new_file_has_the_text_and_a_usual_mode(tmp_path: Path) -> None:
    """UTF-8 with plain newlines; the mode is that of any new file, and the mask stays as it was."""
    path = tmp_path / "b.md"
    write_whole(path, "café\n")
    assert path.read_bytes() == b"caf\xc3\xa9\n"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert list(tmp_path.iterdir()) == [path]


def test_an_old_file_keeps_its_mode(tmp_path: Path) -> None:
    """Only the text is new."""
    path = tmp_path / "b.md"
    path.write_text("old", encoding="utf-8")
    path.chmod(0o600)
    write_whole(path, "new")
    assert path.read_text("utf-8") == "new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    """What it points to gets the text."""
    (tmp_path / "real.md").write_text("old", encoding="utf-8")
    (tmp_path / "link.md").symlink_to("real.md")
    write_whole(tmp_path / "link.md", "new")
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "real.md").read_text("utf-8") == "new"


def test_a_device_is_written_to() -> None:
    """/dev/null takes the text and stays a device."""
    check_writable(Path("/dev/null"))
    write_whole(Path("/dev/null"), "text")
    assert Path("/dev/null").is_char_device()


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_a_failure_leaves_the_old_file_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    """Neither a full disk nor an interrupt leaves half a file, or anything beside it."""
    path = tmp_path / "b.md"
    path.write_text("old", encoding="utf-8")

    def fails(_: int) -> None:
        raise error

    monkeypatch.setattr(os, "fsync", fails)
    with pytest.raises((OutputError, KeyboardInterrupt)) as raised:
        write_whole(path, "new")
    assert isinstance(raised.value, OutputError) == isinstance(error, OSError)
    assert path.read_text("utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_what_cannot_be_written_is_found_early(tmp_path: Path) -> None:
    """A missing directory, a directory, a loop of links, a protected place: each is named with the reason."""
    (tmp_path / "loop.md").symlink_to("loop.md")
    for path, reason in (
        (tmp_path / "no" / "b.md", "does not exist"),
        (tmp_path, "is a directory"),
        (tmp_path / "loop.md", "can't be written"),
        (Path("/proc/b.md"), "can't be written"),
    ):
        with pytest.raises(OutputError, match=reason) as raised:
            check_writable(path)
        assert raised.value.where == str(path)
        assert "free some space" not in str(raised.value)


def test_a_protected_file_is_respected() -> None:
    """A file that may not be written is not replaced either."""
    with tempfile.TemporaryDirectory() as directory:
        Path(directory).chmod(0o755)
        path = Path(directory, "b.md")
        path.write_text("old", encoding="utf-8")
        path.chmod(0o444)
        # Nothing is protected from root, so that a child asks as nobody in particular.
        child = os.fork()
        if child == 0:
            os._exit(_asked_as_nobody(path))
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def _asked_as_nobody(path: Path) -> int:
    try:
        if os.geteuid() == 0:
            os.setresuid(65534, 65534, 65534)
        check_writable(path)
    except OutputError as error:
        return 0 if "write-protected" in str(error) else 2
    except OSError:
        return 3
    return 1


def test_checking_leaves_nothing_behind(tmp_path: Path) -> None:
    """Before there is a result there is no file."""
    check_writable(tmp_path / "b.md")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere files have a name from the start")
def test_a_process_that_is_killed_while_it_writes_leaves_nothing(tmp_path: Path) -> None:
    """Killed before the text is whole: the file holds what it held, and no part of the new text lies beside it."""
    target = tmp_path / "b.json"
    target.write_text("before")
    code = (
        "import os, signal, sys\n"
        "from pathlib import Path\n"
        "from conspectus.cli.files import write_whole\n"
        "os.fsync = lambda _: os.kill(os.getpid(), signal.SIGKILL)\n"
        "write_whole(Path(sys.argv[1]), 'after')\n"
    )
    ended = subprocess.run([sys.executable, "-c", code, str(target)], check=False)  # noqa: S603 - our own code
    assert ended.returncode == -signal.SIGKILL
    assert target.read_text() == "before"
    assert [each.name for each in tmp_path.iterdir()] == ["b.json"]
