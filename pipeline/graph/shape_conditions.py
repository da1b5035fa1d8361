"""What a SHACL shape asks of a node, as a condition in SPARQL.

After the definitions in the SHACL recommendation, for the constraints that our shapes use; a shape
with any other is refused, so that none is passed over.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import count
from types import MappingProxyType

from rdflib import Graph, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from pipeline.graph.terms import RDF, RDFS, XSD

SH = Namespace("http://www.w3.org/ns/shacl#")
TARGETS: Mapping[Node, str] = MappingProxyType(
    {
        SH["targetClass"]: f"?this <{RDF.type}>/<{RDFS.subClassOf}>* {{value}} .",
        SH["targetSubjectsOf"]: "?this {value} ?any .",
        SH["targetObjectsOf"]: "?any {value} ?this .",
    }
)
_NODE_KINDS: Mapping[Node, str] = {
    SH["IRI"]: "isIRI",
    SH["Literal"]: "isLiteral",
    SH["BlankNode"]: "isBlank",
}
_COMPARED: Mapping[Node, str] = {
    SH["lessThan"]: "{at} < {other}",
    SH["disjoint"]: "!sameTerm({at}, {other})",
}
_COUNTS = (SH["minCount"], SH["maxCount"])
#: What says nothing about the nodes that a shape is about.
_ASIDE = frozenset(
    {RDF.type, RDFS.label, RDFS.comment, SH["path"], SH["message"], SH["severity"]}
    | {*TARGETS, *_COUNTS}
)
#: Kinds of whole numbers, which a store of Oxigraph keeps as integers, and what is true of each.
WHOLE_NUMBERS: Mapping[Node, str] = MappingProxyType(
    {XSD.nonNegativeInteger: ">= 0", XSD.positiveInteger: "> 0"}
)


def sure(condition: str) -> str:
    """A condition that is false where it would be an error, as of the length of a blank node."""
    return f"COALESCE({condition}, false)"


class Conditions:
    """The conditions of the shapes of one graph; no two of them share a variable."""

    def __init__(self, shapes: Graph) -> None:
        self.shapes = shapes
        self._numbers = count(1)

    def of(self, shape: Node, at: str) -> str:
        """What is true of a node ``at``, a variable, that keeps to a shape.

        Raises ValueError for a shape that asks what cannot be said so.
        """
        path = self.shapes.value(shape, SH["path"])
        if path is None:
            return _all(self._of_node(shape, at, at))
        where, value = self._path(path), self._variable()
        found = list(self._of_path(shape, at, where))
        if each := list(self._of_node(shape, value, at)):
            wrong = f"FILTER(!{sure(_all(each))})"
            found.append(f"NOT EXISTS {{ {at} {where} {value} {wrong} }}")
        return _all(found)

    def _variable(self) -> str:
        return f"?v{next(self._numbers)}"

    def _path(self, path: Node) -> str:
        """A path as SPARQL has it: a property, one backwards, or several in a row."""
        if isinstance(path, URIRef):
            return path.n3()
        if (backwards := self.shapes.value(path, SH["inversePath"])) is not None:
            return f"^{self._path(backwards)}"
        if not (steps := list(Collection(self.shapes, path))):
            raise ValueError(f"the path {path} of a shape is no property, forwards or backwards")
        return "/".join(map(self._path, steps))

    def _of_path(self, shape: Node, at: str, where: str) -> Iterator[str]:
        """How many values there are."""
        for term, beyond, sign in zip(_COUNTS, (0, 1), ("", "NOT "), strict=True):
            if (bound := self.shapes.value(shape, term)) is not None:
                values = [self._variable() for _ in range(int(str(bound)) + beyond)]
                if values:
                    yield f"{sign}EXISTS {{ {at} {where} {', '.join(values)} {_differ(values)} }}"

    def _of_node(self, shape: Node, at: str, focus: str) -> Iterator[str]:
        """What a shape asks of the node ``at``: the focus node itself or one of its values."""
        for term, value in sorted(self.shapes.predicate_objects(shape)):
            if term in _COMPARED:
                yield self._compared(at, focus, value, _COMPARED[term])
            elif term in _CONSTRAINTS:
                yield _CONSTRAINTS[term](self, at, value)
            elif term not in _ASIDE:
                raise ValueError(f"{shape} has the constraint {term}, which cannot be asked here")

    def _compared(self, at: str, focus: str, term: Node, comparison: str) -> str:
        """Whether a value compares so with each value of another property of the focus node."""
        other = self._variable()
        wrong = f"FILTER(!{sure(comparison.format(at=at, other=other))})"
        return f"NOT EXISTS {{ {focus} {term.n3()} {other} {wrong} }}"

    def _class(self, at: str, value: Node) -> str:
        """A thing is of a class or of one below it.

        Asked apart, for a store seeks the whole class to see whether one thing is below it.
        """
        below, class_ = self._variable(), value.n3()
        narrower = f"{at} <{RDF.type}> {below} . {below} <{RDFS.subClassOf}>+ {class_}"
        return f"(EXISTS {{ {at} <{RDF.type}> {class_} }} || EXISTS {{ {narrower} }})"

    def _datatype(self, at: str, value: Node) -> str:
        """A literal is of a datatype if it says so and can be read so."""
        limit = WHOLE_NUMBERS.get(value)
        kept = (XSD.integer if limit else value).n3()
        cast = f"{kept}(STR({at}))"
        limited = f" && {cast} {limit}" if limit else ""
        return f"(DATATYPE({at}) = {kept} && isLiteral({cast}){limited})"

    def _node_kind(self, at: str, value: Node) -> str:
        return f"{_NODE_KINDS[value]}({at})"

    def _in(self, at: str, value: Node) -> str:
        choices = ", ".join(choice.n3() for choice in Collection(self.shapes, value))
        return f"{at} IN ({choices})"

    def _or(self, at: str, value: Node) -> str:
        kept = (sure(self.of(shape, at)) for shape in Collection(self.shapes, value))
        return f"({' || '.join(kept)})"

    def _shape(self, at: str, value: Node) -> str:
        return self.of(value, at)

    def _pattern(self, at: str, value: Node) -> str:
        return f"REGEX(STR({at}), {value.n3()})"

    def _length(self, at: str, value: Node) -> str:
        return f"STRLEN(STR({at})) >= {value}"

    def _minimum(self, at: str, value: Node) -> str:
        return f"{at} >= {value.n3()}"

    def _maximum(self, at: str, value: Node) -> str:
        return f"{at} <= {value.n3()}"

    def _sparql(self, at: str, value: Node) -> str:
        """A constraint in SPARQL, whose pattern matches no node that keeps to it."""
        select = str(self.shapes.value(value, SH["select"]))
        pattern = select.partition("{")[2].rpartition("}")[0]
        if "$this" not in pattern:
            raise ValueError(f"{select!r} asks nothing about $this")
        return f"NOT EXISTS {{ {pattern.replace('$this', at)} }}"


_CONSTRAINTS: Mapping[Node, Callable[[Conditions, str, Node], str]] = {
    SH["class"]: Conditions._class,
    SH["datatype"]: Conditions._datatype,
    SH["in"]: Conditions._in,
    SH["maxInclusive"]: Conditions._maximum,
    SH["minInclusive"]: Conditions._minimum,
    SH["minLength"]: Conditions._length,
    SH["node"]: Conditions._shape,
    SH["nodeKind"]: Conditions._node_kind,
    SH["or"]: Conditions._or,
    SH["pattern"]: Conditions._pattern,
    SH["property"]: Conditions._shape,
    SH["sparql"]: Conditions._sparql,
}


def _all(conditions: Iterator[str] | Sequence[str]) -> str:
    return f"({' && '.join(conditions) or 'true'})"


def _differ(values: Sequence[str]) -> str:
    pairs = [f"!sameTerm({a}, {b})" for i, a in enumerate(values) for b in values[i + 1 :]]
    return f"FILTER{_all(pairs)}" if pairs else ""
