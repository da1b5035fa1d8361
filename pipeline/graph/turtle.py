"""Turtle by rdflib's serializer, which asks for the short form of each IRI only once."""

from __future__ import annotations

from io import BytesIO

from rdflib import Graph
from rdflib.plugins.serializers.turtle import TurtleSerializer
from rdflib.term import Literal, Node


def turtle(graph: Graph) -> str:
    """A graph in Turtle, as ``graph.serialize(format="turtle")`` writes it."""
    stream = BytesIO()
    _Turtle(graph).serialize(stream)
    return stream.getvalue().decode()


class _Turtle(TurtleSerializer):
    """rdflib's serializer with a memory of the names it has shortened."""

    def __init__(self, graph: Graph) -> None:
        super().__init__(graph)
        self._short: dict[tuple[Node, bool], str | None] = {}
        self._namespaces = self._bound()

    def startDocument(self) -> None:  # noqa: N802 - rdflib's name
        # Until here prefixes were made for the properties that had none.
        self._short.clear()
        self._namespaces = self._bound()
        super().startDocument()

    def _bound(self) -> tuple[str, ...]:
        return tuple(str(namespace) for _, namespace in self.store.namespaces())

    def get_pname(self, uri: Node, gen_prefix: bool = True) -> str | None:
        """The prefixed name of an IRI, or nothing if it has none."""
        if not gen_prefix and not str(uri).startswith(self._namespaces):
            # rdflib would keep the start of each for a namespace, and look through all it has kept.
            return None
        key = uri, gen_prefix
        if key not in self._short:
            self._short[key] = super().get_pname(uri, gen_prefix)
        return self._short[key]

    def label(self, node: Node, position: int) -> str:
        """A term as it is written."""
        text = super().label(node, position)
        if isinstance(node, Literal) and "\n" in node and node.endswith('\\"'):
            # rdflib takes the backslash of the text for one that guards the mark behind it.
            body, _, kind = text.rpartition('"""')
            return f'{body[:-1]}\\""""{kind}' if body.endswith('"') else text
        return text
