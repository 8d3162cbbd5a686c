"""prompts/ and schemas/ are found in a checkout and in a wheel."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import conspectus
from conspectus import resources
from conspectus.errors import ConspectusError
from conspectus.resources import bundled

SOURCE = Path(conspectus.__file__).parent


@pytest.mark.parametrize("name", ["prompts", "schemas"])
def test_a_checkout_has_them_at_its_root(name: str) -> None:
    """An editable install reads the originals."""
    assert [file.name for file in bundled(name).iterdir()]


def test_what_is_missing_is_an_error() -> None:
    """It says what to do."""
    with pytest.raises(ConspectusError, match=r"no nothing/ directory \(install Conspectus again"):
        bundled("nothing")


def test_the_package_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A wheel's copy is preferred to whatever happens to stand beside it."""
    (tmp_path / "data" / "prompts").mkdir(parents=True)
    monkeypatch.setattr(resources, "files", lambda _: tmp_path)
    assert bundled("prompts") == tmp_path / "data" / "prompts"


def test_a_package_has_them_inside(tmp_path: Path) -> None:
    """What the wheel puts into the package is found, also where the package is a zip file."""
    archive = tmp_path / "conspectus.zip"
    with zipfile.ZipFile(archive, "w") as package:
        for name in ("__init__.py", "errors.py", "resources.py"):
            package.write(SOURCE / name, f"conspectus/{name}")
        package.writestr("conspectus/data/prompts/greet.md", "inside")
    code = (
        f"import sys; sys.path.insert(0, {str(archive)!r})\n"
        "from conspectus.resources import bundled\n"
        "print((bundled('prompts') / 'greet.md').read_text())"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)  # noqa: S603
    assert (done.stdout, done.stderr) == ("inside\n", "")
