"""The JSON-LD context ``ontology/context.jsonld``: a short name for each property and class."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from rdflib import Literal, URIRef
from rdflib.namespace import XSD
from rdflib.term import Node

from pipeline.graph.terms import CMQ
from pipeline.vocabulary import ontology_directory


@dataclass(frozen=True, slots=True)
class Context:
    """The terms of the context, and what each stands for.

    ``whole`` is the context as JSON. ``terms`` gives the name of a property for values of one
    type, which is a datatype, ``@id``, ``@vocab`` or, for plain strings, nothing; ``classes``
    gives the names of classes outside the ontology's own namespace, ``sets`` the names whose value
    is a list even if it holds one thing, and ``prefixes`` what IRIs are shortened by.
    """

    whole: Mapping[str, object]
    terms: Mapping[tuple[str, str | None], str]
    classes: Mapping[str, str]
    sets: frozenset[str]
    prefixes: Mapping[str, str]

    def term(self, predicate: Node, value: Node) -> str | None:
        """The name under which a value of a property is written, if there is one."""
        if isinstance(value, URIRef):
            types: tuple[str | None, ...] = ("@vocab", "@id")
        elif isinstance(value, Literal) and not value.language:
            types = (None if value.datatype in {None, XSD.string} else str(value.datatype),)
        else:
            return None
        found = (self.terms.get((str(predicate), each)) for each in types)
        return next(filter(None, found), None)

    def is_concept(self, term: str) -> bool:
        """Whether a term's values are concepts of the ontology, which go by their bare names."""
        return _definition(self.whole[term]).get("@type") == "@vocab"


@cache
def context() -> Context:
    """The context that the ontology comes with."""
    path = ontology_directory() / "context.jsonld"
    whole = json.loads(path.read_text(encoding="utf-8"))["@context"]
    prefixes = {n: d for n, d in whole.items() if isinstance(d, str) and d.endswith(("#", "/"))}
    prefixes.pop("@vocab")
    named = {
        name: _definition(value)
        for name, value in whole.items()
        if name not in prefixes and ":" in str(_definition(value).get("@id", ""))
    }
    full = {name: _expand(definition["@id"], prefixes) for name, definition in named.items()}
    return Context(
        whole=whole,
        terms={
            (full[name], _expand(d["@type"], prefixes) if "@type" in d else None): name
            for name, d in named.items()
            if name[0].islower()
        },
        classes={full[name]: name for name in named if name[0].isupper()},
        sets=frozenset(name for name, d in named.items() if d.get("@container") == "@set"),
        prefixes=prefixes,
    )


def bare(iri: str) -> str:
    """A term of the ontology by its bare name; any other IRI as it is."""
    return iri.removeprefix(str(CMQ))


def _definition(value: object) -> dict[str, str]:
    return dict(value) if isinstance(value, dict) else {"@id": str(value)}


def _expand(name: str, prefixes: Mapping[str, str]) -> str:
    prefix, colon, local = name.partition(":")
    return prefixes[prefix] + local if colon and prefix in prefixes else name
