"""Ask graphs a question in SPARQL."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import pyoxigraph as ox

from pipeline.errors import GraphError
from pipeline.graph.read import read
from pipeline.graph.renaming import KnownAs
from pipeline.graph.terms import PREFIXES


@dataclass(frozen=True, slots=True)
class Solutions:
    """The answer to SELECT: the variables, and for each row their terms or nothing."""

    variables: tuple[str, ...]
    rows: tuple[tuple[ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None, ...], ...]


@dataclass(frozen=True, slots=True)
class Triples:
    """The answer to CONSTRUCT and DESCRIBE, sorted."""

    triples: tuple[ox.Triple, ...]


Answer: TypeAlias = Solutions | Triples | bool


def query(graphs: Iterable[Path], sparql: str, known_as: KnownAs | None = None) -> Answer:
    """Ask the union of all graphs in files and folders.

    The prefixes of :data:`~pipeline.graph.terms.PREFIXES` need not be declared. Without
    ``ORDER BY`` the rows come sorted, so that the same question gets the same answer. Raises
    :class:`GraphError` for a question that is not SPARQL, with its line and column, and for
    graphs that cannot be read.
    """
    return ask(read(graphs, known_as), sparql)


def ask(store: ox.Store, sparql: str) -> Answer:
    """Ask a store that has been read; ``GRAPH`` reaches the documents one by one."""
    try:
        found = store.query(sparql, prefixes=PREFIXES)
        return _answer(found, ordered=bool(re.search(r"\border\s+by\b", sparql, re.IGNORECASE)))
    except SyntaxError as error:
        raise _misunderstood(sparql, str(error)) from error
    except OSError as error:
        raise GraphError(f"the question cannot be answered: {error}") from error


def _answer(
    found: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples, *, ordered: bool
) -> Answer:
    if isinstance(found, ox.QueryBoolean):
        return bool(found)
    if isinstance(found, ox.QueryTriples):
        return Triples(tuple(sorted(set(found), key=str)))
    variables = tuple(variable.value for variable in found.variables)
    rows = [tuple(solution[name] for name in variables) for solution in found]
    return Solutions(variables, tuple(rows if ordered else sorted(rows, key=str)))


def _misunderstood(sparql: str, message: str) -> GraphError:
    """The parser's complaint without its list of everything that might have stood there."""
    place = re.match(r"error at (\d+):(\d+)", message)
    if not place:
        return GraphError(f"the query is not SPARQL: {message}")
    line, column = int(place[1]), int(place[2])
    written = "".join(sparql.splitlines()[line - 1 : line])
    near = written[max(0, column - 25) : column + 10].strip()
    reason = re.search(r"(?:expected |one of |, )([A-Z]\w*(?: \w+)+)", message)
    return GraphError(
        f"{reason[1] if reason else 'not understood'} near {near!r}",
        where=f"query, line {line}, column {column}",
        remedy="mend the query there or just before",
    )
