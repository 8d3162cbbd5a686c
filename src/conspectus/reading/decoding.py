"""The text of a file's bytes, or a clear reason why there is none."""

from __future__ import annotations

import codecs
import re

from conspectus.errors import ArticleError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_KINDS = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x1f\x8b", "gzip-compressed"),
    (b"{\\rtf", "an RTF document"),
)
_DECLARED = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_DECLARED_WITHIN = 4096
# What bytes 128–255 stand for in Western news prose. Left out on purpose: characters that other
# code pages keep at the places of their own letters, so that Polish is not read as French.
_WESTERN = frozenset("“”‘’‚„–—…•·€£¥¢©®™°«»¿¡½¼¾\xa0\xad§ßéèêëàâäáåãçñöüóôòíîïúûùæœøÉÈÊÀÂÄÁÅÇÑÖÜÓÔÍÎÚÛÆŒØ")
_MOSTLY_ASCII = 0.15
_SAVE_ITS_TEXT = "save its text as .txt or .html"
_NO_ENCODING = "the file is not text in any encoding that can be told"
_SAVE_AS_UTF8 = "save it as UTF-8 and try again"


def decode(data: bytes, *, name: str, html: bool = False, charset: str | None = None) -> str:
    """The text that the bytes spell, without a byte order mark and otherwise unchanged.

    Tried in order: a byte order mark; the `charset` that a server declares; what an HTML page declares;
    UTF-8; the Western code page, where its reading looks like prose; whatever charset-normalizer finds.
    Raises ArticleError for bytes that are empty, binary or in no encoding that can be told.
    """
    if not data.strip():
        raise ArticleError("the file is empty" if not data else "the file holds only white space", where=name)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data, encoding, name)
    _refuse_binary(data, name)
    if charset is not None and (text := _labelled(data, charset)) is not None:
        return text
    if html and (declared := _declared(data)) is not None:
        return declared
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _western(data) or _detected(data, name)


def _strict(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        label = encoding.upper().removesuffix("-SIG")
        raise ArticleError(
            f"the file begins with a {label} mark but is not {label} from byte {error.start} on",
            where=name,
            hint=_SAVE_AS_UTF8,
        ) from error


def _refuse_binary(data: bytes, name: str) -> None:
    for magic, kind in _KINDS:
        if data.startswith(magic):
            raise ArticleError(f"the file is {kind}, not text", where=name, hint=_SAVE_ITS_TEXT)
    if b"\0" in data:
        raise ArticleError(
            "the file is binary, not text (it holds NUL bytes)",
            where=name,
            hint="if it is UTF-16 text without a byte order mark, save it as UTF-8",
        )


def _declared(data: bytes) -> str | None:
    found = _DECLARED.search(data[:_DECLARED_WITHIN])
    if found is None:
        return None
    return _labelled(data, found[1].decode("ascii"))


def _labelled(data: bytes, label: str) -> str | None:
    # Browsers read these labels as the Windows code page (WHATWG Encoding Standard).
    western = label.lower() in {"iso-8859-1", "latin1", "us-ascii", "ascii", "windows-1252", "cp1252"}
    try:
        # Servers put a Western label on everything; no Western prose spells UTF-8 by chance.
        return data.decode("utf-8") if western else data.decode(label)
    except (LookupError, UnicodeError):
        pass
    try:
        return data.decode("cp1252") if western else None
    except UnicodeError:
        return None


def _western(data: bytes) -> str | None:
    high = sum(byte >= 128 for byte in data)
    if high > _MOSTLY_ASCII * len(data):
        return None
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return None
    return text if all(c < "\x80" or c in _WESTERN for c in text) else None


def _detected(data: bytes, name: str) -> str:
    # Only files that are not UTF-8 pay for the import.
    from charset_normalizer import from_bytes  # noqa: PLC0415

    best = from_bytes(data).best()
    text = None if best is None else str(best)
    if text is None or sum(_is_control(character) for character in text) > len(text) // 100:
        raise ArticleError(_NO_ENCODING, where=name, hint=_SAVE_AS_UTF8)
    return text


def _is_control(character: str) -> bool:
    return (character < " " and not character.isspace()) or "\x7f" <= character <= "\x9f"
