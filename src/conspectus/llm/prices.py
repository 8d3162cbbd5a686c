"""What tokens cost, where that is known: from the settings, or else from a table of providers' prices, offline.

A model at an endpoint that is not in the table has no known price, whatever its name: the same model costs different
money at different places.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Callable
from urllib.parse import urlsplit

from conspectus.settings import Settings

Price = Callable[[int, int, int], float | None]
"""US dollars for input tokens (cached ones among them), cached input tokens and output tokens; None where not known."""

_MILLION = 1_000_000


def price_of(model: str, base_url: str, settings: Settings) -> Price:
    """The price of a hosted model's tokens."""
    if settings.input_price is not None and settings.output_price is not None:
        paid, made = settings.input_price, settings.output_price
        return lambda read, _, written: (paid * read + made * written) / _MILLION
    if _is_own(base_url):
        return lambda *_: None
    return lambda read, cached, written: _listed(model, base_url, read, cached, written)


def _listed(model: str, base_url: str, read: int, cached: int, written: int) -> float | None:
    # The table takes half a second to load, which nobody spends who needs no price.
    from genai_prices import Usage, calc_price  # noqa: PLC0415  # as said

    used = Usage(input_tokens=read, cache_read_tokens=cached, output_tokens=written)
    try:
        return float(calc_price(used, model_ref=model, provider_api_url=base_url).total_price)
    except (LookupError, ValueError):
        return None


def _is_own(base_url: str) -> bool:
    """Whether the address is one of somebody's own machines, which no table lists."""
    host = urlsplit(base_url).hostname or ""
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        return "." not in host or host.endswith((".local", ".internal", ".invalid"))
