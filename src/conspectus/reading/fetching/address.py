"""Addresses of the web, taken apart once and strictly, so that what is checked is what is asked for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit

from conspectus.errors import ArticleError

_LONGEST = 4000
_PORTS = {"http": 80, "https": 443}
# Browsers and libraries read these in different ways, and one of them would be the wrong way.
_AMBIGUOUS = re.compile(r"[\x00-\x20\x7f\\]")
_KEPT = "%/:=&?~!$,;'@()*+[]"
_HOST = re.compile(r"[a-z0-9._-]+|\[[0-9a-f:.]+\]")


def is_address(text: str) -> bool:
    """True for what begins like an address of the web."""
    return text[:8].lower().startswith(("http://", "https://"))


def shown(text: str) -> str:
    """The address as it may be told: without a name and password, and no longer than is of use."""
    return re.sub(r"//[^/?#]*@", "//…@", text)[:300]


@dataclass(frozen=True, slots=True)
class Address:
    """One http or https address in its plain form: an ASCII host, a target with path and query, no fragment."""

    scheme: str
    host: str
    port: int
    target: str

    @classmethod
    def of(cls, text: str, *, where: str | None = None) -> Address:
        """The address that the text spells; raises ArticleError for any that is not to be asked for."""
        where = where or shown(text)
        if len(text) > _LONGEST:
            raise ArticleError(f"the address has more than {_LONGEST} characters", where=where)
        if _AMBIGUOUS.search(text):
            raise ArticleError("the address has a space, a backslash or a control character", where=where)
        try:
            parts = urlsplit(text)
            port = parts.port
        except ValueError as error:
            raise ArticleError(f"is no address ({error})", where=where) from error
        scheme = parts.scheme.lower()
        if scheme not in _PORTS:
            kind = f"{scheme[:20]}:" if scheme else "no scheme"
            raise ArticleError(f"only http and https are fetched, and this is {kind}", where=where)
        if "@" in parts.netloc:
            raise ArticleError(
                "an address with a name or password in it is not fetched",
                where=where,
                hint="save the page as .html and give that file",
            )
        target = quote(parts.path or "/", safe=_KEPT)
        if parts.query:
            target += "?" + quote(parts.query, safe=_KEPT)
        return cls(scheme, _host(parts.hostname, where), port or _PORTS[scheme], target)

    def joined(self, location: str) -> Address:
        """The address that a redirect from here to `location` leads to; raises ArticleError as `of` does."""
        where = str(self)
        try:
            return Address.of(urljoin(where, location.strip()), where=where)
        except ValueError as error:
            raise ArticleError(f"redirects to no address ({error})", where=where) from error

    @property
    def authority(self) -> str:
        """Host and port, the port only where it is not the scheme's own."""
        return self.host if self.port == _PORTS[self.scheme] else f"{self.host}:{self.port}"

    @property
    def origin(self) -> str:
        """Scheme, host and port: what one robots.txt speaks for."""
        return f"{self.scheme}://{self.authority}"

    def __str__(self) -> str:
        return self.origin + self.target


def _host(name: str | None, where: str) -> str:
    if not name:
        raise ArticleError("the address has no host", where=where)
    bare = name.rstrip(".")
    if ":" in bare:
        bare = f"[{bare}]"
    elif not bare.isascii():
        import idna  # noqa: PLC0415 - its tables are large, and hardly any address needs them

        try:
            bare = idna.encode(bare, uts46=True).decode("ascii")
        except UnicodeError as error:
            raise ArticleError(f"the host {name!r} is no valid name ({error})", where=where) from error
    bare = bare.lower()
    if not _HOST.fullmatch(bare) or len(bare) > 253:
        raise ArticleError(f"the host {name[:100]!r} is no valid name", where=where)
    return bare
