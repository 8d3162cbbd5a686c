"""An endpoint's address, as it may be shown."""

from __future__ import annotations

from urllib.parse import urlsplit


def shown_address(url: str) -> str:
    """The address without user name, password and query, which may hold secrets.

    Raises ValueError where it is none; neither the error nor what caused it quotes the address.
    """
    if not url.isprintable() or " " in url:
        raise ValueError("it has characters that no address has")
    try:
        parts = urlsplit(url)
        host, number = parts.hostname or "", parts.port
    except ValueError:
        raise ValueError("its host or its port can't be read") from None
    if not host:
        raise ValueError("it names no host")
    if ":" in host:
        host = f"[{host}]"
    port = f":{number}" if number else ""
    return f"{parts.scheme}://{host}{port}{parts.path}".rstrip("/")
