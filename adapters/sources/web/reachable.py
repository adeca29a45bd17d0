"""Tells the addresses that anybody may reach from those of this machine and its network."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Final

_NAT64: Final = IPv6Network("64:ff9b::/96")
"""Where a network without IPv4 has the hosts of IPv4 (RFC 6052)."""


def is_public(host: str) -> bool:
    """Return whether a numeric address is anybody's to reach: not private, local or reserved."""
    return all(map(_is_public, _meant(ip_address(host.partition("%")[0]))))


def _meant(address: IPv4Address | IPv6Address) -> list[IPv4Address | IPv6Address]:
    """Return the addresses that a packet to this one ends up at, also one packed within it."""
    if not isinstance(address, IPv6Address):
        return [address]
    if address.ipv4_mapped is not None:
        return [address.ipv4_mapped]
    if address in _NAT64:
        return [IPv4Address(int(address) & 0xFFFF_FFFF)]
    return [address, address.sixtofour] if address.sixtofour is not None else [address]


def _is_public(address: IPv4Address | IPv6Address) -> bool:
    is_local = isinstance(address, IPv6Address) and address.is_site_local
    return address.is_global and not (address.is_multicast or address.is_reserved or is_local)
