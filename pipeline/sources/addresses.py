"""Which addresses of the internet may be asked: public ones, unless the user allows others."""

from __future__ import annotations

import socket
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from pipeline.errors import DocumentError

#: IPv6 that stands for IPv4 behind a translator (RFC 6052).
_TRANSLATED = ip_network("64:ff9b::/96")


def public_addresses(host: str, port: int) -> list[str]:
    """The addresses of a host, all of them public.

    Raises DocumentError where the host is not known, or one of its addresses is private: whoever
    answers for a name may answer otherwise the next time, so the address that was checked is the
    one to connect to.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise DocumentError(
            f"the host {host} cannot be found", remedy="check the spelling and the connection"
        ) from error
    addresses = list(dict.fromkeys(str(entry[4][0]).partition("%")[0] for entry in found))
    for address in addresses:
        if not is_public(address):
            raise DocumentError(
                f"{host} is at the private address {address}",
                remedy="allow it with --allow-private if you trust it",
            )
    return addresses


def is_public(address: str) -> bool:
    """Whether an address is one that anybody on the internet can reach.

    >>> [is_public(a) for a in ("8.8.8.8", "127.0.0.1", "10.0.0.1", "::1", "::ffff:10.0.0.1")]
    [True, False, False, False, False]
    """
    ip = _carried(ip_address(address))
    return ip.is_global and not (ip.is_multicast or ip.is_reserved)


def _carried(ip: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    """The address of version 4 that one of version 6 stands for, else itself."""
    if isinstance(ip, IPv4Address):
        return ip
    if ip in _TRANSLATED:
        return IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else ip)
