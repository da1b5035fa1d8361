"""Put identity into graphs, and take it out again: the two are exact inverses.

Applied, an entity goes by the IRI of its group in every document, and the document says by which
IRI it knew the entity itself (``cmq:knownHereAs``). Where a document has two members of one group,
only one of them can take the group's IRI and be told apart again; the other keeps its own, with
``owl:sameAs`` beside it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

import pyoxigraph as ox

from pipeline.errors import GraphError
from pipeline.graph.renaming import Names, renamed
from pipeline.graph.terms import CMQ, OWL

_SAME = ox.NamedNode(str(OWL.sameAs))
_HERE = ox.NamedNode(str(CMQ.knownHereAs))


def apply(quads: Iterable[ox.Quad], same_as: Mapping[str, str]) -> tuple[ox.Quad, ...]:
    """The statements of one document with identity put into it.

    Raises :class:`GraphError` if identity is in it already.
    """
    given = tuple(quads)
    if any(quad.predicate in (_SAME, _HERE) for quad in given):
        raise GraphError("identity is applied already", remedy="remove it first")
    count: dict[str, int] = defaultdict(int)
    for iri in _iris(given):
        count[iri] += 1
    taken: dict[str, str] = {}
    for iri in sorted(same_as.keys() & count.keys(), key=lambda i: (-count[i], i)):
        if same_as[iri] not in count:
            taken.setdefault(same_as[iri], iri)
    names: Names = {ox.NamedNode(iri): ox.NamedNode(known_as) for known_as, iri in taken.items()}
    graph = given[0].graph_name if given else ox.DefaultGraph()
    told = [ox.Quad(new, _HERE, old, graph) for old, new in names.items()]
    told += [
        ox.Quad(ox.NamedNode(iri), _SAME, ox.NamedNode(same_as[iri]), graph)
        for iri in same_as.keys() & count.keys() - set(taken.values())
    ]
    return (*(renamed(quad, names) for quad in given), *told)


def remove(quads: Iterable[ox.Quad]) -> tuple[ox.Quad, ...]:
    """The statements of one document as they were before :func:`apply`."""
    given = tuple(quads)
    names: Names = {
        quad.subject: quad.object
        for quad in given
        if quad.predicate == _HERE and isinstance(quad.object, ox.NamedNode)
    }
    kept = (quad for quad in given if quad.predicate not in (_SAME, _HERE))
    return tuple(renamed(quad, names) for quad in kept)


def _iris(quads: Iterable[ox.Quad]) -> Iterator[str]:
    for quad in quads:
        for term in (quad.subject, quad.object):
            if isinstance(term, ox.NamedNode):
                yield term.value
