"""Put an answer into words: a table to read, or CSV, JSON, Markdown and Turtle."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Mapping

import pyoxigraph as ox

from pipeline.errors import GraphError
from pipeline.graph.oxigraph import turtle
from pipeline.graph.query import Answer, Solutions, Triples
from pipeline.graph.terms import PREFIXES


def render(answer: Answer, format: str = "table") -> str:  # noqa: A002 - the option's name
    """An answer as text that ends in a line break.

    Raises :class:`GraphError` for an unknown format, and for Turtle where there are no triples.
    """
    if format not in ANSWER_FORMATS:
        raise GraphError(
            f"{format!r} is no format of an answer",
            remedy=f"choose one of {', '.join(ANSWER_FORMATS)}",
        )
    return ANSWER_FORMATS[format](answer)


def _table(answer: Answer) -> str:
    """Columns under their names, two spaces apart; each row on one line."""
    head, rows = _grid(answer, short)
    widths = [max(map(len, column)) for column in zip(head, *rows, strict=True)]
    lines = [head, ["-" * width for width in widths], *rows] if head else rows
    return "".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        + "\n"
        for line in lines
    )


def _csv(answer: Answer) -> str:
    head, rows = _grid(answer, plain)
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerows([head, *rows])
    return written.getvalue()


def _json(answer: Answer) -> str:
    """SPARQL 1.1 Query Results JSON; triples as rows of subject, predicate and object."""
    if isinstance(answer, bool):
        return json.dumps({"head": {}, "boolean": answer}) + "\n"
    names, rows = _rows(answer)
    bindings = [
        {name: _binding(term) for name, term in zip(names, row, strict=True) if term is not None}
        for row in rows
    ]
    document = {"head": {"vars": list(names)}, "results": {"bindings": bindings}}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _markdown(answer: Answer) -> str:
    """A table of Markdown; IRIs are links, and no text can break out of its cell."""
    head, rows = _grid(answer, _cell)
    lines = [head, ["---"] * len(head), *rows]
    return "".join("| " + " | ".join(line) + " |\n" for line in lines)


def _cell(term: object) -> str:
    if isinstance(term, ox.NamedNode) and not term.value.startswith(PREFIXES["cmq"]):
        return f"<{term.value}>"
    return re.sub(r"([\\|<>&*_`\[\]])", r"\\\1", short(term))


def _turtle(answer: Answer) -> str:
    if not isinstance(answer, Triples):
        raise GraphError(
            "only triples can be written as Turtle",
            remedy="ask with CONSTRUCT or DESCRIBE, or choose table, csv, json or md",
        )
    return turtle(answer.triples, PREFIXES)


#: The formats of an answer.
ANSWER_FORMATS: Mapping[str, Callable[[Answer], str]] = {
    "table": _table,
    "csv": _csv,
    "json": _json,
    "md": _markdown,
    "ttl": _turtle,
}


def _grid(answer: Answer, spell: Callable[[object], str]) -> tuple[list[str], list[list[str]]]:
    if isinstance(answer, bool):
        return ["answer"], [["yes" if answer else "no"]]
    names, rows = _rows(answer)
    return list(names), [["" if term is None else spell(term) for term in row] for row in rows]


def _rows(answer: Solutions | Triples) -> tuple[tuple[str, ...], tuple[tuple[object, ...], ...]]:
    if isinstance(answer, Solutions):
        return answer.variables, answer.rows
    return (
        ("subject", "predicate", "object"),
        tuple((t.subject, t.predicate, t.object) for t in answer.triples),
    )


def plain(term: object) -> str:
    """A term's bare value: an IRI without brackets, a literal's text."""
    return str(getattr(term, "value", term))


def short(term: object) -> str:
    """A term as a person reads it on one line: a known prefix instead of its IRI."""
    text = plain(term)
    if isinstance(term, ox.NamedNode):
        for prefix, namespace in PREFIXES.items():
            if text.startswith(namespace):
                return f"{prefix}:{text.removeprefix(namespace)}"
        return f"<{text}>"
    return " ".join(text.split())


def _binding(term: object) -> dict[str, str]:
    if isinstance(term, ox.NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, ox.Literal):
        kind = {"type": "literal", "value": term.value}
        if term.language:
            return {**kind, "xml:lang": term.language}
        is_plain = term.datatype.value == PREFIXES["xsd"] + "string"
        return kind if is_plain else {**kind, "datatype": term.datatype.value}
    return {"type": "bnode", "value": plain(term)}
