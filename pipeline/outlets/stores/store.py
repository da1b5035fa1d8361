"""A store: put graphs into it, take them out, look at what is there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import httpx
import pyoxigraph as ox

from pipeline.errors import StoreError
from pipeline.vocabulary import CMQ

from .asking import accepted
from .batches import batches, drop, insertions, quads
from .kinds import Endpoints
from .sameness import rewritten, statements

#: Graphs that one question asks for: their names are a request of some 20 kB.
_ASKED_AT_ONCE = 200

#: Rows of one page of an answer: Virtuoso sorts no more than 10,000 and says nothing of the rest.
_PAGE = 5_000

_NTRIPLES = "application/n-triples"
_SYNTAXES = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/x-turtle": ox.RdfFormat.TURTLE,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
    "text/plain": ox.RdfFormat.N_TRIPLES,
    _NTRIPLES: ox.RdfFormat.N_TRIPLES,
}

#: Answers by which a server says that it has no Graph Store Protocol at that address.
_NO_PROTOCOL = (404, 405, 501)


class Store:
    """The graphs of a store, by its Graph Store Protocol or by SPARQL alone.

    All raise :class:`~pipeline.errors.StoreError` where the store refuses, and httpx's errors
    where it does not answer.
    """

    def __init__(self, client: httpx.Client, endpoints: Endpoints, batch: int) -> None:
        self.client = client
        self.endpoints = endpoints
        self.batch = batch
        self._graphs = endpoints.graphs

    def replace(self, name: str, triples: bytes) -> None:
        """Put triples in N-Triples in the place of a graph, the first batch and then the others."""
        if self._graphs is None:
            self._replace_by_update(name, triples)
            return
        first, *others = batches(triples, self.batch)
        answer = self._send("PUT", name, first)
        if answer.status_code in _NO_PROTOCOL:
            self._graphs = None
            self._replace_by_update(name, triples)
            return
        accepted(answer, f"the graph {name}")
        for batch in others:
            accepted(self._send("POST", name, batch), f"more of the graph {name}")

    def add(self, graphs: Iterable[tuple[str, bytes]]) -> Iterator[tuple[int, Sequence[str]]]:
        """Add graphs that the store does not hold.

        Says after each request how many triples it carried, and the names of the graphs that are
        whole by now: where a store takes N-Quads, one request carries many small ones.
        """
        if self.endpoints.quads is None:
            for name, triples in graphs:
                self.replace(name, triples)
                yield triples.count(b"\n"), (name,)
            return
        for lines, names in quads(graphs, self.batch):
            answer = self.client.post(
                self.endpoints.quads,
                content=b"".join(lines),
                headers={"Content-Type": "application/n-quads"},
            )
            accepted(answer, f"{len(lines)} statements")
            yield len(lines), names

    def remove(self, name: str) -> None:
        """Take a graph out."""
        if self._graphs is None:
            self._update(drop(name))
            return
        answer = self.client.delete(self._graphs, params={"graph": name})
        if answer.status_code != 404:  # another has taken it out: it is not there, as was asked
            accepted(answer, f"delete the graph {name}")

    def counts(self, names: Sequence[str]) -> dict[str, int]:
        """How many triples the store holds of each graph that it holds."""
        found: dict[str, int] = {}
        for start in range(0, len(names), _ASKED_AT_ONCE):
            asked = " ".join(f"<{name}>" for name in names[start : start + _ASKED_AT_ONCE])
            rows = self._select(
                "SELECT ?g (COUNT(*) AS ?n) WHERE "
                f"{{ VALUES ?g {{ {asked} }} GRAPH ?g {{ ?s ?p ?o }} }} GROUP BY ?g"
            )
            found |= {row["g"]: int(row["n"]) for row in rows if "g" in row}
        return {name: count for name, count in found.items() if count}

    def releases(self) -> Iterator[str]:
        """The names of the graphs of documents: those that tell of a release of their own name."""
        last = ""
        while True:
            rows = self._select(
                f"SELECT DISTINCT ?g WHERE {{ GRAPH ?g {{ ?g a <{CMQ}Release> }} "
                f'FILTER(STR(?g) > "{last}") }} ORDER BY STR(?g) LIMIT {_PAGE}'
            )
            if not rows:
                return
            yield from (row["g"] for row in rows)
            last = rows[-1]["g"]

    def fetch(self, name: str, count: int) -> bytes:
        """The triples of a graph in N-Triples, as the store writes them.

        ``count`` is how many it says there are. Some stores cut long answers and do not say so;
        then the graph is asked for in slices, by a digest of its subjects.
        """
        whole = self._fetched(name)
        if len(statements(whole)) >= count:
            return whole
        digits = 1
        while count > _PAGE // 2 * 16**digits:
            digits += 1
        slices = (f"{number:0{digits}x}" for number in range(16**digits))
        return b"".join(
            self._construct(name, f'FILTER(STRSTARTS(LCASE(MD5(STR(?s))), "{part}"))')
            for part in slices
        )

    def _fetched(self, name: str) -> bytes:
        if self._graphs is None:
            return self._construct(name, "")
        answer = self.client.get(
            self._graphs, params={"graph": name}, headers={"Accept": _ACCEPTED}
        )
        return b"" if answer.status_code == 404 else _ntriples(accepted(answer, f"read {name}"))

    def _construct(self, name: str, condition: str) -> bytes:
        query = (
            "CONSTRUCT { ?s ?p ?o } "
            f"WHERE {{ GRAPH <{name}> {{ ?s ?p ?o }} {condition} }}"
        )  # fmt: skip
        answer = self.client.post(
            self.endpoints.query, data={"query": query}, headers={"Accept": _ACCEPTED}
        )
        return _ntriples(accepted(answer, f"read {name}"))

    def _replace_by_update(self, name: str, triples: bytes) -> None:
        for update in insertions(name, triples, self.batch):
            self._update(update)

    def _update(self, update: str) -> None:
        answer = self.client.post(self.endpoints.update, data={"update": update})
        accepted(answer, "a SPARQL update")

    def _send(self, method: str, name: str, triples: bytes) -> httpx.Response:
        return self.client.request(
            method,
            self._graphs or "",
            params={"graph": name},
            content=triples,
            headers={"Content-Type": _NTRIPLES},
        )

    def _select(self, query: str) -> list[dict[str, str]]:
        """The rows of an answer, each a value by its variable."""
        answer = self.client.post(
            self.endpoints.query,
            data={"query": query},
            headers={"Accept": "application/sparql-results+json"},
        )
        try:
            rows = accepted(answer, "a query").json()["results"]["bindings"]
            return [{name: term["value"] for name, term in row.items()} for row in rows]
        except (ValueError, KeyError, TypeError) as error:
            raise StoreError(
                "what answers there is no SPARQL endpoint",
                where=self.endpoints.query,
                remedy="check the address and --store",
            ) from error


_ACCEPTED = f"{_NTRIPLES}, text/turtle;q=0.5"


def _ntriples(answer: httpx.Response) -> bytes:
    """The triples of an answer in N-Triples, by the syntax that it says it has."""
    kind = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
    syntax = _SYNTAXES.get(kind)
    if syntax is None:
        raise StoreError(
            f"sends a graph as {kind or 'something unnamed'}, not as N-Triples or Turtle",
            where=str(answer.url.copy_with(query=None)),
            remedy="check the address and --store",
        )
    if syntax is ox.RdfFormat.N_TRIPLES:
        return answer.content
    try:
        return rewritten(answer.content, syntax)
    except SyntaxError as error:
        raise StoreError(
            f"sends a graph that is not {kind}", where=str(answer.url.copy_with(query=None))
        ) from error
