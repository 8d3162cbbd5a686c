"""The first layers of a model as weights of their own.

Whether a text supports a statement is plainer in the middle of a language model than in the words that it says at its
end (`eval/README.md`), and what stops there takes two thirds of the time.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from conspectus.errors import WeightsError

_ABANDONED_SECONDS = 3600.0
_BLOCK = "blk."
_COUNT = "{}.block_count"
_WRITTEN_BY_THE_WRITER = frozenset(
    ("GGUF.version", "GGUF.tensor_count", "GGUF.kv_count", "general.architecture")
)


def first_layers(weights: Path, layers: int) -> Path:
    """The file beside `weights` that holds so many of its first layers, made where it is not there yet.

    It is a GGUF file like the one it is made of, without the blocks behind; it is there whole or not at all. Raises
    WeightsError where the weights can't be read as a model with so many layers, or the file can't be written.
    """
    target = weights.with_name(f"{weights.stem}.first-{layers}.gguf")
    if target.is_file():
        return target
    _clear(weights.parent, target)
    try:
        descriptor, name = tempfile.mkstemp(dir=weights.parent, prefix=f".{target.name}.")
        os.close(descriptor)
        try:
            _copy(weights, layers, Path(name))
            # Who may read the weights may read these.
            shutil.copymode(weights, name)
            os.replace(name, target)
        finally:
            with suppress(FileNotFoundError):
                os.unlink(name)
    except OSError as error:
        raise WeightsError(
            f"its first {layers} layers, which judge claims, can't be written beside it: {error.strerror or error}",
            where=str(weights),
            hint="make room there (the size of the weights), let this user write there, or say --no-entailment",
        ) from error
    except (ValueError, KeyError, IndexError) as error:
        raise WeightsError(
            f"has no {layers} first layers that can be taken: {error}",
            where=str(weights),
            hint="fetch the weights anew, or say --no-entailment",
        ) from error
    return target


def _clear(folder: Path, target: Path) -> None:
    """Removes what programs that were killed left of the file; what is younger may still be written."""
    for left in folder.glob(f".{target.name}.*"):
        with suppress(OSError):
            if time.time() - left.stat().st_mtime > _ABANDONED_SECONDS:
                left.unlink()


def _copy(weights: Path, layers: int, target: Path) -> None:
    # It loads numpy, which nothing else here needs.
    import gguf  # noqa: PLC0415

    reader = gguf.GGUFReader(weights)
    architecture = reader.fields["general.architecture"].contents()
    count = _COUNT.format(architecture)
    if reader.fields[count].contents() < layers:
        raise ValueError(f"it has {reader.fields[count].contents()}")
    writer = gguf.GGUFWriter(target, architecture)
    for field in reader.fields.values():
        if field.name not in _WRITTEN_BY_THE_WRITER:
            value = layers if field.name == count else field.contents()
            kind, sub = field.types[0], field.types[-1] if len(field.types) > 1 else None
            writer.add_key_value(field.name, value, kind, sub_type=sub)
    kept = [tensor for tensor in reader.tensors if _layer(tensor.name) < layers]
    for tensor in kept:
        writer.add_tensor_info(
            tensor.name, tensor.data.shape, tensor.data.dtype, tensor.data.nbytes, tensor.tensor_type
        )
    try:
        writer.write_header_to_file()
        writer.write_kv_data_to_file()
        writer.write_ti_data_to_file()
        for tensor in kept:
            writer.write_tensor_data(tensor.data)
    finally:
        writer.close()


def _layer(tensor: str) -> int:
    """The layer that a tensor belongs to, counted from 0; -1 for what stands before or behind all layers."""
    return int(tensor.split(".")[1]) if tensor.startswith(_BLOCK) else -1
