from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conspectus.reading.fetching.screening import refusal

OWN = [
    "10.1.2.3",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "100.64.0.1",
    "127.0.0.1",
    "127.9.9.9",
    "::1",
    "fd12:3456::1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "::127.0.0.1",
    "2002:7f00:1::",
    "2002:c0a8:101::1",
    "64:ff9b::10.0.0.1",
]
NEVER = [
    "0.0.0.0",  # noqa: S104 - nothing is bound here
    "0.1.2.3",
    "169.254.169.254",
    "169.254.1.1",
    "::ffff:169.254.169.254",
    "64:ff9b::a9fe:a9fe",
    "2002:a9fe:a9fe::",
    "100.100.100.200",
    "168.63.129.16",
    "fd00:ec2::254",
    "192.0.0.192",
    "192.0.2.1",
    "198.18.0.1",
    "224.0.0.1",
    "239.255.255.250",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "fe80::1",
    "fe80::1%eth0",
    "fec0::1",
    "ff02::1",
    "2001:db8::1",
    "2001::1",
    "64:ff9b:1::1",
    "100::1",
    "3fff::1",
    "5f00::1",
]
PUBLIC = [
    "93.184.215.14",
    "8.8.8.8",
    "2606:2800:21f:cb07:6820:80da:af6b:8b2c",
    "::ffff:8.8.8.8",
    "64:ff9b::8.8.8.8",
]


@pytest.mark.parametrize("address", OWN)
def test_own_networks_take_a_flag(address: str) -> None:
    """Private and loopback addresses are refused, in every form, unless they are asked for."""
    assert refusal(address) is not None
    assert refusal(address, allow_private=True) is None


@pytest.mark.parametrize("address", NEVER)
def test_some_are_never_fetched_from(address: str) -> None:
    """Link-local, metadata, multicast and reserved addresses, whatever is allowed."""
    assert refusal(address) is not None
    assert refusal(address, allow_private=True) is not None


@pytest.mark.parametrize("address", PUBLIC)
def test_the_web_is_open(address: str) -> None:
    """Public addresses are fetched from."""
    assert refusal(address) is None


@given(st.ip_addresses(v=4))
def test_no_form_of_an_address_says_more_than_the_address(address: IPv4Address) -> None:
    """What is refused as itself is refused inside IPv6."""
    number = int(address)
    forms = [
        IPv6Address(0xFFFF << 32 | number),
        IPv6Address(0x2002 << 112 | number << 80 | 1),
        IPv6Address(0x64FF9B << 96 | number),
    ]
    refused = refusal(str(address)) is not None
    assert [refusal(str(form)) is not None for form in forms] == [refused] * 3
