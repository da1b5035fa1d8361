"""Check a graph against the shapes of the ontology, with pySHACL."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from rdflib import Graph, Namespace

from pipeline.graph.findings import Finding
from pipeline.vocabulary import ontology_directory

_SH = Namespace("http://www.w3.org/ns/shacl#")


def misshapen(graph: Graph) -> Iterator[Finding]:
    """Where a document's graph does not have the shape the ontology gives it."""
    from pyshacl import validate  # noqa: PLC0415 - half a second that only this check needs

    _, report, _ = validate(graph, shacl_graph=_shapes(), inplace=True)
    if not isinstance(report, Graph):
        raise TypeError(f"pySHACL reported {report!r}")
    for result in report.objects(None, _SH["result"]):
        value = report.value(result, _SH["value"])
        yield Finding(
            document=str(graph.identifier),
            node=str(report.value(result, _SH["focusNode"])),
            problem=" ".join(sorted(map(str, report.objects(result, _SH["resultMessage"])))),
            words=None if value is None else str(value),
        )


@cache
def _shapes() -> Graph:
    return Graph().parse(ontology_directory() / "shapes.ttl", format="turtle")
