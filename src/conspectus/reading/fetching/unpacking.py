"""Bodies unpacked piece by piece, so that a bomb is stopped while it is small."""

from __future__ import annotations

import zlib

ACCEPTED = "gzip"


class TooLargeError(Exception):
    """The body has more bytes than it may have, packed or unpacked."""


class UnknownCodingError(Exception):
    """The body is packed in a way that was not asked for."""


class DamagedError(Exception):
    """The body is not what its packing says, or ends too early."""


class Unpacker:
    """Takes a body in pieces and gives back what they unpack to, never more than `most` bytes, packed or unpacked."""

    def __init__(self, coding: str, most: int) -> None:
        coding = coding.strip().lower()
        if coding not in ("", "identity", "gzip", "x-gzip"):
            raise UnknownCodingError(coding[:40])
        self._inflate = _gzip() if coding.endswith("gzip") else None
        self._left = self._packed_left = most

    def feed(self, piece: bytes) -> bytes:
        """What the piece unpacks to; raises TooLargeError and DamagedError."""
        self._packed_left -= len(piece)
        if self._packed_left < 0:
            raise TooLargeError
        if self._inflate is None:
            return self._counted(piece)
        out = bytearray()
        while piece:
            if self._inflate.eof:
                # What is packed in several goes is one body all the same.
                self._inflate = _gzip()
            try:
                # One byte more than there is room for is enough to know.
                out += self._counted(self._inflate.decompress(piece, self._left + 1))
            except zlib.error as error:
                raise DamagedError(str(error)) from error
            piece = self._inflate.unused_data
        return bytes(out)

    def finish(self) -> None:
        """Raises DamagedError where the packed body ends too early."""
        if self._inflate is not None and not self._inflate.eof:
            raise DamagedError("it ends too early")

    def _counted(self, out: bytes) -> bytes:
        self._left -= len(out)
        if self._left < 0:
            raise TooLargeError
        return out


def _gzip() -> zlib._Decompress:
    return zlib.decompressobj(16 + zlib.MAX_WBITS)
