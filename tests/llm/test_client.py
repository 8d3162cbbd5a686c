"""Whom a client trusts."""

from __future__ import annotations

import ssl

import pytest

from conspectus.llm.client import _trusted


@pytest.mark.parametrize("address", ["http://127.0.0.1:8080/v1", "http://localhost/v1", "http://[::1]:9/v1"])
def test_plain_http_on_this_machine_trusts_nobody(address: str) -> None:
    """And would refuse whoever has to be trusted."""
    context = _trusted(address)
    assert isinstance(context, ssl.SSLContext)
    assert not context.get_ca_certs()
    assert context.verify_mode is ssl.CERT_REQUIRED
    assert context.check_hostname


@pytest.mark.parametrize(
    "address",
    ["https://127.0.0.1/v1", "https://localhost/v1", "http://models.example/v1", "http://10.0.0.1/v1"],
)
def test_anywhere_else_whom_the_system_trusts_is_trusted(address: str) -> None:
    """Plain HTTP too may lead to where that matters."""
    assert _trusted(address) is True
