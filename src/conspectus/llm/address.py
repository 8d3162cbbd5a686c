"""An endpoint's address, as it may be shown."""

from __future__ import annotations

from urllib.parse import urlsplit


def shown_address(url: str) -> str:
    """The address without user name, password and query, which may hold secrets; raises ValueError where it is none."""
    if not url.isprintable() or " " in url:
        raise ValueError("it has characters that no address has")
    parts = urlsplit(url)
    host = parts.hostname or ""
    if ":" in host:
        host = f"[{host}]"
    port = f":{parts.port}" if parts.port else ""
    return f"{parts.scheme}://{host}{port}{parts.path}".rstrip("/")
