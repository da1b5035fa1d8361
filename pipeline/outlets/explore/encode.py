"""Graphs as the tables that a page holds: every triple once, and texts and IRIs in little room.

A passage is five numbers, because its IRI and its words follow from its release and its place in
the text. One that does not hold to that is told in triples like anything else, so that nothing is
made to look right. What is derived from events (``ontology/edges.rq``) is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from os.path import commonprefix
from typing import TypeAlias

import pyoxigraph as ox

from pipeline.graph.explain.node import iri
from pipeline.graph.terms import PREFIXES

Object: TypeAlias = ox.NamedNode | ox.Literal
#: A literal as the page holds it: its text, or text, datatype and language.
Cell: TypeAlias = "str | tuple[str, str, str]"

_TEXT = iri("nif:isString")
_TYPE = iri("rdf:type")
_DERIVED = frozenset(
    iri(f"cmq:{name}") for name in ("signed", "partyTo", "dateSigned", "said", "metWith")
)
_FOLDED = tuple(
    iri(f"nif:{name}") for name in ("referenceContext", "beginIndex", "endIndex", "anchorOf")
)
_NAMES = iri("itsrdf:taIdentRef")
#: The classes of a passage, as the bits of one number.
_CLASSES = (iri("cmq:Passage"), iri("cmq:Mention"))
_STRING = PREFIXES["xsd"] + "string"
#: Oxigraph keeps every whole number that it is given as an integer.
_PLACES = frozenset((iri("xsd:nonNegativeInteger"), iri("xsd:integer")))


@dataclass(frozen=True, slots=True)
class Tables:
    """A graph as the page reads it.

    ``iris`` are sorted, one a line: how many characters it shares with the one before, a space, and
    the rest. ``statements`` are runs of subject, number of pairs, and pairs of property and
    value: a value at or above 0 is an IRI or, from the number of IRIs on, a passage; one below 0 is
    the complement of a literal. ``passages`` are runs of release, begin, end, classes, and the
    number of the IRI named or -1. ``texts`` are runs of release (an IRI) and place in the texts.
    """

    iris: str
    literals: tuple[Cell, ...]
    statements: tuple[int, ...]
    passages: tuple[int, ...]
    texts: tuple[str, ...]
    texts_of: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Passage:
    iri: ox.NamedNode
    release: ox.NamedNode
    begin: int
    end: int
    classes: int
    names: ox.NamedNode | None


def encode(store: ox.Store) -> Tables:
    """The union of all graphs in a store as tables, the same for the same graphs."""
    subjects = dict(_subjects(store))
    texts = {
        subject: value.value
        for subject, pairs in subjects.items()
        for property_, value in pairs
        if property_ == _TEXT and isinstance(value, ox.Literal)
    }
    found = (_passage(subject, pairs, texts) for subject, pairs in subjects.items())
    passages = [passage for passage in found if passage]
    folded = {passage.iri for passage in passages}
    rest = {
        subject: [(p, o) for p, o in pairs if p not in _DERIVED and p != _TEXT]
        for subject, pairs in subjects.items()
        if subject not in folded
    }
    iris = sorted(_iris(rest, passages, texts) - {passage.value for passage in folded})
    number = {name: at for at, name in enumerate(iris)}
    number |= {passage.iri.value: len(iris) + at for at, passage in enumerate(passages)}
    literals = sorted(
        {_cell(o) for pairs in rest.values() for _, o in pairs if isinstance(o, ox.Literal)},
        key=str,
    )
    written = {cell: ~at for at, cell in enumerate(literals)}
    return Tables(
        "\n".join(_front_coded(iris)),
        tuple(literals),
        tuple(_statements(rest, number, written)),
        tuple(_rows(passages, number)),
        tuple(texts.values()),
        tuple(number[release.value] for release in texts),
    )


def _subjects(
    store: ox.Store,
) -> Iterator[tuple[ox.NamedNode, Sequence[tuple[ox.NamedNode, Object]]]]:
    """What is said of each thing, in order; blank nodes do not occur in our graphs."""
    quads = store.quads_for_pattern(None, None, None, ox.DefaultGraph())
    said = sorted(
        (
            (quad.subject, quad.predicate, quad.object)
            for quad in quads
            if isinstance(quad.subject, ox.NamedNode)
            and isinstance(quad.object, ox.NamedNode | ox.Literal)
        ),
        key=lambda triple: (triple[0].value, triple[1].value, str(triple[2])),
    )
    for subject, triples in groupby(said, key=lambda triple: triple[0]):
        yield subject, [(p, o) for _, p, o in triples]


def _passage(
    subject: ox.NamedNode,
    pairs: Sequence[tuple[ox.NamedNode, Object]],
    texts: Mapping[ox.NamedNode, str],
) -> _Passage | None:
    """A passage whose words stand where it says, else nothing."""
    said = {p: o for p, o in pairs if p != _TYPE}
    classes = [o for p, o in pairs if p == _TYPE]
    if len(said) + len(classes) != len(pairs) or not set(said) <= {*_FOLDED, _NAMES}:
        return None
    release, begin, end, words = (said.get(name) for name in _FOLDED)
    first, last = _place(begin), _place(end)
    if not isinstance(release, ox.NamedNode) or not classes or not set(classes) <= set(_CLASSES):
        return None
    text = texts.get(release, "")
    holds = (
        0 <= first < last <= len(text)
        and subject.value == f"{release.value}#char={first},{last}"
        and words == ox.Literal(text[first:last])
    )
    names = said.get(_NAMES)
    if not holds or isinstance(names, ox.Literal):
        return None
    bits = sum(1 << at for at, class_ in enumerate(_CLASSES) if class_ in classes)
    return _Passage(subject, release, first, last, bits, names)


def _place(literal: Object | None) -> int:
    """A number of characters, or -1 for anything that is not written as our graphs write one."""
    if not isinstance(literal, ox.Literal) or literal.datatype not in _PLACES:
        return -1
    return int(literal.value) if re.fullmatch(r"0|[1-9]\d*", literal.value, re.ASCII) else -1


def _cell(term: ox.Literal) -> Cell:
    if term.language:
        return (term.value, "", term.language)
    return term.value if term.datatype.value == _STRING else (term.value, term.datatype.value, "")


def _iris(
    rest: Mapping[ox.NamedNode, Sequence[tuple[ox.NamedNode, Object]]],
    passages: Iterable[_Passage],
    texts: Iterable[ox.NamedNode],
) -> set[str]:
    found = {release.value for release in texts}
    for subject, pairs in rest.items():
        found.add(subject.value)
        for property_, value in pairs:
            found.add(property_.value)
            if isinstance(value, ox.NamedNode):
                found.add(value.value)
    for passage in passages:
        found.add(passage.release.value)
        if passage.names:
            found.add(passage.names.value)
    return found


def _front_coded(names: Iterable[str]) -> Iterator[str]:
    before = ""
    for name in names:
        shared = len(commonprefix((before, name)))  # noqa: RUF071 - characters are what is meant
        yield f"{shared} {name[shared:]}"
        before = name


def _statements(
    rest: Mapping[ox.NamedNode, Sequence[tuple[ox.NamedNode, Object]]],
    number: Mapping[str, int],
    written: Mapping[Cell, int],
) -> Iterator[int]:
    for subject, pairs in rest.items():
        if pairs:
            yield from (number[subject.value], len(pairs))
        for property_, value in pairs:
            yield number[property_.value]
            yield number[value.value] if isinstance(value, ox.NamedNode) else written[_cell(value)]


def _rows(passages: Iterable[_Passage], number: Mapping[str, int]) -> Iterator[int]:
    for one in passages:
        names = number[one.names.value] if one.names else -1
        yield from (number[one.release.value], one.begin, one.end, one.classes, names)
