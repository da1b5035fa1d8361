"""Which kind of store is at an address: by the address, by what the server says, by its port."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import urlsplit

import httpx

from pipeline.errors import StoreError

from .kinds import KINDS, Kind

#: What only one kind has in its addresses, without the query; the first that is found decides.
_ADDRESSES = (
    (r"/(?:rdf4j-server|openrdf-sesame)/repositories/", "rdf4j"),
    (r"/repositories/", "graphdb"),
    (r"/(?:blazegraph|bigdata)/", "blazegraph"),
    (r"/sparql-(?:auth|graph-crud)", "virtuoso"),
    (r"/sparql/gsp|^https?://[^/]+\.neptune\.amazonaws\.com", "neptune"),
)

#: What servers call themselves in the heads of their answers.
_SAYINGS = (
    ("oxigraph", "oxigraph"),
    ("fuseki", "fuseki"),
    ("virtuoso", "virtuoso"),
    ("graphdb", "graphdb"),
    ("rdf4j", "rdf4j"),
    ("blazegraph", "blazegraph"),
    ("bigdata", "blazegraph"),
    ("stardog", "stardog"),
)

#: The ports that servers listen to unless told otherwise.
_PORTS = {
    7878: "oxigraph",
    3030: "fuseki",
    8890: "virtuoso",
    7200: "graphdb",
    9999: "blazegraph",
    5820: "stardog",
    8182: "neptune",
}


def by_address(address: str) -> Kind | None:
    """The kind that an address speaks of.

    >>> by_address("http://db.example:8080/rdf4j-server/repositories/news").name
    'rdf4j'
    >>> by_address("http://db.example/sparql")
    """
    return _first(_ADDRESSES, address)


def by_answer(heads: Mapping[str, str]) -> Kind | None:
    """The kind that a server says it is.

    >>> by_answer({"server": "Virtuoso/07.20.3229 (Linux)"}).title
    'Virtuoso'
    """
    said = " ".join(
        f"{name} {value}" for name, value in heads.items() if name.lower() in _TELLING
    ).lower()
    return _first(_SAYINGS, said)


#: The heads in which a server speaks of itself; Fuseki numbers its requests.
_TELLING = frozenset(("server", "www-authenticate", "fuseki-request-id", "x-powered-by"))


def recognise(address: str, client: httpx.Client) -> Kind:
    """The kind of the store at an address.

    Raises :class:`StoreError` where it cannot be told, and for a server that does not answer.
    """
    named = by_address(address)
    if named:
        return named
    # Without an account: its challenge may tell. The body may be all that the store holds.
    with client.stream("GET", address, auth=None) as answer:
        told = by_answer(answer.headers)
    usual = KINDS.get(_PORTS.get(urlsplit(address).port or 0, ""))
    if told or usual:
        return told or usual  # type: ignore[return-value]  # one of them is there
    raise StoreError(
        "does not say which kind of store it is",
        where=address,
        remedy=f"say it with --store, one of {', '.join(KINDS)}",
    )


def _first(patterns: tuple[tuple[str, str], ...], text: str) -> Kind | None:
    return next((KINDS[name] for pattern, name in patterns if re.search(pattern, text)), None)
