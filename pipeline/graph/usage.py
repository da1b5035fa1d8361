"""Whether terms are used as they are defined: none that is not, and none for nothing."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pyoxigraph as ox

from pipeline.errors import OntologyError
from pipeline.graph.answers import plain
from pipeline.graph.document import Document, document
from pipeline.graph.ontology import ontology
from pipeline.graph.read import graph_files, read_file
from pipeline.graph.terms import OWL, PREFIXES, RDF, RDFS, XSD
from pipeline.vocabulary import CMQ, ontology_directory

#: What RDF, OWL and SHACL are made of, which no ontology need define.
_BUILT_IN = (*map(str, (RDF, RDFS, OWL, XSD)), "http://www.w3.org/ns/shacl#")
_TYPE = ox.NamedNode(str(RDF.type))


@dataclass(frozen=True, slots=True)
class Usage:
    """The terms used but not defined, each with the files that use it; those defined in vain."""

    undefined: Mapping[str, tuple[str, ...]]
    unused: tuple[str, ...]


def usage(graphs: Iterable[Path] = (), own: Path | None = None) -> Usage:
    """How terms are used in shapes, questions, gazetteer and graphs.

    ``own`` is an ontology file of a user's own, whose terms are defined then and sought in the
    graphs too. Raises OntologyError and :class:`GraphError` for files that cannot be read.
    """
    described = _own(own) if own else document("", ())
    defined = _described(ontology()) | _described(described)
    used: dict[str, set[str]] = defaultdict(set)
    for where, term in (*_within(ontology()), *_within(described), *_shipped(), *_stated(graphs)):
        used[term].add(where)
    undefined = {term: tuple(sorted(used[term])) for term in sorted(used.keys() - defined)}
    ours = {term for term in defined if term.startswith(CMQ)} | _described(described)
    return Usage(undefined, tuple(sorted(ours - used.keys())))


def _own(path: Path) -> Document:
    try:
        return document(path.name, tuple(ox.parse(path=path, format=ox.RdfFormat.TURTLE)))
    except (OSError, SyntaxError) as error:
        raise OntologyError(str(error), where=str(path), remedy="name a Turtle file") from error


def _described(described: Document) -> frozenset[str]:
    """The terms that an ontology describes."""
    return frozenset(plain(term) for term in described.by_subject if _is_term(term))


def _is_term(term: object) -> bool:
    return isinstance(term, ox.NamedNode) and not term.value.startswith(_BUILT_IN)


def _within(described: Document) -> Iterator[tuple[str, str]]:
    """What the terms of an ontology are described by; what lists them alone does not count."""
    for quad in described.quads:
        if isinstance(quad.subject, ox.NamedNode):
            for term in (quad.predicate, quad.object):
                if _is_term(term) and plain(term).startswith((CMQ, *PREFIXES.values())):
                    yield described.name, plain(term)


def _shipped() -> Iterator[tuple[str, str]]:
    """The terms in the files beside the ontology."""
    folder = ontology_directory()
    for path in sorted(folder.rglob("*.rq")):
        yield from ((_name(path), term) for term in asked(path.read_text(encoding="utf-8")))
    for path in (folder / "shapes.ttl", *sorted((folder / "gazetteer").glob("*.ttl"))):
        yield from ((_name(path), term) for term in _terms_of_file(path))


def _name(path: Path) -> str:
    return str(path.relative_to(ontology_directory()))


def asked(question: str) -> frozenset[str]:
    r"""The terms of a question in SPARQL.

    >>> sorted(asked("# cmq:x\nSELECT * WHERE { ?s cmq:signatory ?o ; rdfs:label 'cmq:y' }"))
    ['https://w3id.org/communique/ontology#signatory']
    """
    code = re.sub(r"\"[^\"\n]*\"|'[^'\n]*'|(?<![\w/<])#[^\n]*", " ", question)
    declared = dict(re.findall(r"(?i)\bPREFIX\s+(\w*):\s*<([^>]*)>", code))
    prefixes = {**PREFIXES, **declared}
    code = re.sub(r"(?i)\bPREFIX\s+\w*:|<[^<>\s]*>", " ", code)
    found = (
        prefixes[prefix] + name
        for prefix, name in re.findall(r"(?<![\w:?$])(\w*):([A-Za-z]\w*)", code)
        if prefix in prefixes
    )
    return frozenset(term for term in found if not term.startswith(_BUILT_IN))


@cache
def _terms_of_file(path: Path) -> frozenset[str]:
    """The terms of ours, and the properties and classes, that a file of Turtle is written with."""
    return frozenset(_terms(ox.parse(path=path, format=ox.RdfFormat.TURTLE), everywhere=True))


def _stated(graphs: Iterable[Path]) -> Iterator[tuple[str, str]]:
    """The terms in graphs that they do not define themselves."""
    for path in graph_files(graphs):
        quads = read_file(path)
        own = {plain(q.subject) for q in quads if plain(q.object).startswith(str(OWL))}
        for term in frozenset(_terms(quads, everywhere=False)) - own:
            yield str(path), term


def _terms(quads: Iterable[ox.Quad], *, everywhere: bool) -> Iterator[str]:
    """Properties and classes; ``everywhere``, terms of known vocabularies as any value."""
    for quad in quads:
        if _is_term(quad.predicate):
            yield plain(quad.predicate)
        known = plain(quad.object).startswith((CMQ, *PREFIXES.values()) if everywhere else CMQ)
        if _is_term(quad.object) and (quad.predicate == _TYPE or known):
            yield plain(quad.object)
