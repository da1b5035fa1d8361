"""What is sent at once: triples in batches, as N-Triples, N-Quads or SPARQL Update."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from .sameness import has_blank_nodes

#: Triples of one INSERT DATA: stores parse an update as a whole, and Virtuoso refuses 10,000.
_UPDATE = 2_000

#: A backslash of a text, which is written as two, before a u.
_ESCAPED_U = re.compile(r"(?<!\\)((?:\\\\)+)([uU])")


def batches(triples: bytes, size: int) -> tuple[bytes, ...]:
    r"""Triples in N-Triples in batches of a size, at least one.

    A graph with blank nodes stays whole: a blank node is known within its request alone.

    >>> batches(b"<a> <b> <c> .\n<a> <b> <d> .\n", 1)
    (b'<a> <b> <c> .\n', b'<a> <b> <d> .\n')
    """
    if has_blank_nodes(triples):
        return (triples,)
    lines = triples.splitlines(keepends=True)
    return tuple(b"".join(lines[at : at + size]) for at in range(0, len(lines), size)) or (b"",)


def quads(
    graphs: Iterable[tuple[str, bytes]], size: int
) -> Iterator[tuple[list[bytes], list[str]]]:
    """Named graphs in N-Triples as lines of N-Quads, in batches of a size or less.

    With each batch come the names of the graphs that end in it.
    """
    waiting: list[bytes] = []
    ended: list[str] = []
    for name, triples in graphs:
        end = f" <{name}> .\n".encode()
        waiting += [line[: -len(b" .\n")] + end for line in triples.splitlines(keepends=True)]
        while len(waiting) > size:
            yield waiting[:size], ended
            waiting, ended = waiting[size:], []
        ended.append(name)
    if ended:
        yield waiting, ended


def insertions(name: str, triples: bytes, size: int) -> Iterator[str]:
    """SPARQL updates that put triples in N-Triples in the place of a graph, one after the other."""
    before = drop(name) + ";\n"
    for batch in batches(triples, min(size, _UPDATE)):
        yield f"{before}INSERT DATA {{ GRAPH <{name}> {{\n{_shielded(batch.decode())}}} }}"
        before = ""


def drop(name: str) -> str:
    """The SPARQL update that takes a graph out."""
    return f"DROP SILENT GRAPH <{name}>"


def _shielded(triples: str) -> str:
    r"""Triples whose texts say the same in SPARQL, where ``\u0022`` anywhere is a quotation mark.

    A text with a backslash before a u would end its literal in a store that looks for such codes
    first, as the specification has it (SPARQL 1.1, 19.2), and what follows would be obeyed.

    >>> print(_shielded(r'<a> <b> "\\u0022 } ; CLEAR ALL" .'))
    <a> <b> "\\\u00750022 } ; CLEAR ALL" .
    """
    return _ESCAPED_U.sub(lambda found: f"{found[1]}\\u{ord(found[2]):04X}", triples)
