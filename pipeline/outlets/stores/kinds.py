"""The kinds of store: where each has its services, and what an address of it looks like."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from pipeline.errors import StoreError


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of store.

    ``query``, ``update``, ``graphs`` and ``quads`` are the ends of the addresses of its services,
    below the address of a database: SPARQL 1.1 Query and Update, the Graph Store Protocol, and
    where N-Quads that are posted are added to the graphs they name. A kind without ``graphs`` is
    loaded by SPARQL Update, one without ``quads`` graph by graph. ``ends`` are the ends that users
    copy along with an address, the longest first.
    """

    name: str
    title: str
    query: str
    update: str
    graphs: str | None
    quads: str | None
    ends: tuple[str, ...]
    example: str


@dataclass(frozen=True, slots=True)
class Endpoints:
    """The addresses of the services of one store."""

    kind: Kind
    query: str
    update: str
    graphs: str | None
    quads: str | None


_RDF4J = ("/rdf-graphs/service", "/rdf-graphs", "/statements")

#: After the documentation of each store.
KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        kind.name: kind
        for kind in (
            # Without a transaction new graphs come in twice as fast; what a broken load leaves is
            # found by its count, and replaced by the next.
            Kind("oxigraph", "Oxigraph", "/query", "/update", "/store", "/store?no_transaction",
                 ("/query", "/update", "/store"), "http://localhost:7878"),
            Kind("fuseki", "Apache Jena Fuseki", "/query", "/update", "/data", "/data",
                 ("/query", "/sparql", "/update", "/data", "/get"),
                 "http://localhost:3030/DATASET"),
            Kind("virtuoso", "Virtuoso", "/sparql", "/sparql-auth",
                 "/sparql-graph-crud-auth", None,
                 ("/sparql-graph-crud-auth", "/sparql-graph-crud", "/sparql-auth", "/sparql"),
                 "http://localhost:8890"),
            Kind("graphdb", "GraphDB", "", "/statements", "/rdf-graphs/service", "/statements",
                 _RDF4J, "http://localhost:7200/repositories/REPOSITORY"),
            Kind("rdf4j", "RDF4J", "", "/statements", "/rdf-graphs/service", "/statements",
                 _RDF4J, "http://localhost:8080/rdf4j-server/repositories/REPOSITORY"),
            Kind("blazegraph", "Blazegraph", "", "", None, None, (),
                 "http://localhost:9999/blazegraph/namespace/NAMESPACE/sparql"),
            Kind("stardog", "Stardog", "/query", "/update", "", None,
                 ("/query", "/update"), "http://localhost:5820/DATABASE"),
            Kind("neptune", "Amazon Neptune", "/sparql", "/sparql", "/sparql/gsp/", None,
                 ("/sparql/gsp", "/sparql"), "https://CLUSTER:8182"),
            Kind("sparql", "SPARQL endpoint", "", "", None, None, (),
                 "https://example.org/sparql, which takes queries and updates"),
        )
    }
)  # fmt: skip


def kind_named(name: str) -> Kind:
    """The kind of that name; raises :class:`StoreError` with the choices."""
    if name not in KINDS:
        raise StoreError(
            f"no kind of store is called {name!r}", remedy=f"choose one of {', '.join(KINDS)}"
        )
    return KINDS[name]


def endpoints(kind: Kind, address: str) -> Endpoints:
    """The services of a store at an address, which may be that of one of them.

    >>> endpoints(KINDS["fuseki"], "http://localhost:3030/ds/sparql").graphs
    'http://localhost:3030/ds/data'
    """
    root = address.rstrip("/")
    for end in kind.ends:
        if root.endswith(end):
            root = root.removesuffix(end)
            break
    _check(kind, root)
    return Endpoints(
        kind,
        root + kind.query,
        root + kind.update,
        None if kind.graphs is None else root + kind.graphs,
        None if kind.quads is None else root + kind.quads,
    )


#: Kinds that hold several databases, and what the address of one looks like.
_ONE_OF_SEVERAL = {
    "fuseki": r"https?://[^/]+(/[^/]+)+",
    "graphdb": r".*/repositories/[^/]+",
    "rdf4j": r".*/repositories/[^/]+",
    "blazegraph": r".*/sparql",
    "stardog": r"https?://[^/]+/[^/]+",
}


def _check(kind: Kind, root: str) -> None:
    """Refuse the address of a server where that of a database in it is needed."""
    if not re.fullmatch(_ONE_OF_SEVERAL.get(kind.name, ".*"), root):
        raise StoreError(
            f"is no address of a database in {kind.title}",
            where=root,
            remedy=f"give one such as {kind.example}",
        )
