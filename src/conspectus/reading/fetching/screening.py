"""Which network addresses may be connected to."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

# Clouds answer these with their machines' keys: never an article, whatever network one owns.
_METADATA = frozenset(
    map(ip_address, ("169.254.169.254", "100.100.100.200", "168.63.129.16", "192.0.0.192", "fd00:ec2::254"))
)
_NOBODY = ip_network("0.0.0.0/8")
_SHARED = ip_network("100.64.0.0/10")
_GLOBAL_V6 = ip_network("2000::/3")
_TRANSLATED = ip_network("64:ff9b::/96")
_TEREDO = ip_network("2001::/32")
_LOCAL = tuple(map(ip_network, ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7")))
# Set aside, which not every version of Python knows.
_RESERVED = tuple(map(ip_network, ("192.0.0.0/24", "192.88.99.0/24", "3fff::/20")))


def refusal(spelled: str, *, allow_private: bool = False) -> str | None:
    """Why this network address is not connected to; None where it may be.

    Refused are private, loopback, link-local, multicast, reserved and unspecified addresses and those of
    cloud metadata, also inside the IPv6 forms that carry an IPv4 address (mapped, compatible, 6to4, NAT64);
    tunnels that hide the address (Teredo) too. `allow_private` admits private, shared and loopback ones only.
    """
    address = ip_address(spelled)
    if isinstance(address, IPv6Address):
        if address.scope_id is not None:
            return f"{spelled} is a link-local address"
        if address == IPv6Address("::1"):
            return None if allow_private else f"{spelled} is a loopback address"
        inner = _carried(address)
        if inner is not None:
            return _refused(inner, spelled, allow_private)
        if address in _TEREDO:
            return f"{spelled} is the address of a tunnel"
    return _refused(address, spelled, allow_private)


def _refused(address: IPv4Address | IPv6Address, spelled: str, allow_private: bool) -> str | None:
    if address in _METADATA:
        return f"{spelled} is an address of cloud metadata"
    if address.is_unspecified or address in _NOBODY:
        return f"{spelled} is no machine's address"
    for kind, is_so in (("multicast", address.is_multicast), ("link-local", address.is_link_local)):
        if is_so:
            return f"{spelled} is a {kind} address"
    if address.is_loopback:
        return None if allow_private else f"{spelled} is a loopback address"
    if address in _SHARED or any(address in network for network in _LOCAL):
        return None if allow_private else f"{spelled} is a private address"
    reserved = not address.is_global or address.is_reserved or any(address in each for each in _RESERVED)
    if reserved or (address.version == 6 and address not in _GLOBAL_V6):
        return f"{spelled} is a reserved address"
    return None


def _carried(address: IPv6Address) -> IPv4Address | None:
    """The IPv4 address inside an IPv6 one, where it is of a form that has one."""
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    if address.sixtofour is not None:
        return address.sixtofour
    if address in _TRANSLATED or int(address) < 2**32:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return None
