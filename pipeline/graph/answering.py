"""Answer a named question: bind its parameters, ask, sort the rows, and add the passages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TypeAlias

import pyoxigraph as ox

from pipeline.errors import GraphError
from pipeline.graph.given import Terms, terms
from pipeline.graph.query import Solutions, ask
from pipeline.graph.questions import OPENING, Question
from pipeline.graph.read import read_releases
from pipeline.graph.renaming import KnownAs
from pipeline.graph.terms import CMQ, NIF

#: The variables that hold what a row rests on: shown with its passages only.
FACTS = ("fact", "otherFact")

Row: TypeAlias = tuple[ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None, ...]


def answer(
    graphs: Iterable[Path],
    question: Question,
    given: Mapping[str, str],
    *,
    passages: bool = False,
    known_as: KnownAs | None = None,
) -> Solutions:
    """The rows that answer a question, sorted by their columns from left to right.

    ``known_as`` tells which IRIs name one thing and what it is to be called.

    With ``passages`` each row comes once for every passage that states its fact, with the fact's
    IRI, the passage's and its words; a row without a fact has none of these. Raises
    :class:`GraphError` for a parameter that does not fit and for graphs that cannot be read.
    """
    return answer_in(read_releases(graphs, known_as), question, given, passages=passages)


def answer_in(
    store: ox.Store, question: Question, given: Mapping[str, str], *, passages: bool = False
) -> Solutions:
    """As :func:`answer`, of a store that has been read."""
    found = ask(store, bound(question, terms(question, given, store)))
    if not isinstance(found, Solutions):
        raise GraphError(f"the question {question.name} does not select rows")
    shown = _with_passages(found, store) if passages else _without_facts(found)
    rows = {tuple(map(_key, row)): row for row in shown.rows}
    return Solutions(shown.variables, tuple(rows[key] for key in sorted(rows)))


def bound(question: Question, values: Mapping[str, Terms]) -> str:
    """The question with a typed ``VALUES`` clause for each parameter that is bound.

    Terms are written by the RDF library, so no character of them can leave its term.
    """
    clauses = "".join(
        f"  VALUES ?{name} {{ {' '.join(map(str, those))} }}\n" for name, those in values.items()
    )
    return question.sparql.replace(OPENING, OPENING + clauses, 1)


def _without_facts(found: Solutions) -> Solutions:
    kept = [i for i, name in enumerate(found.variables) if name not in FACTS]
    return Solutions(
        tuple(found.variables[i] for i in kept),
        tuple(tuple(row[i] for i in kept) for row in found.rows),
    )


def _with_passages(found: Solutions, store: ox.Store) -> Solutions:
    places = [i for i, name in enumerate(found.variables) if name in FACTS]
    rows = (
        (*row, *shown)
        for row in found.rows
        for shown in _passages([row[i] for i in places], store) or [(None, None)]
    )
    return Solutions((*found.variables, "passage", "words"), tuple(rows))


def _passages(facts: Iterable[object], store: ox.Store) -> list[Row]:
    """Each passage that states one of the facts, with its words."""
    union, evidence = ox.DefaultGraph(), ox.NamedNode(str(CMQ["evidence"]))
    anchor = ox.NamedNode(str(NIF["anchorOf"]))
    return [
        (quad.object, words.object)
        for fact in facts
        if isinstance(fact, ox.NamedNode)
        for quad in store.quads_for_pattern(fact, evidence, None, union)
        if isinstance(quad.object, ox.NamedNode)
        for words in store.quads_for_pattern(quad.object, anchor, None, union)
    ]


def _key(term: object) -> tuple[bool, str]:
    """What rows are sorted by: an empty cell comes first."""
    return (term is not None, "" if term is None else str(term))
