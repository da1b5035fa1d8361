"""Lines that several explanations have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.graph.explain.node import Node


def columns(rows: Sequence[Sequence[str]], indent: str) -> Iterator[str]:
    """Rows in columns two spaces apart."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True))
        yield indent + "  ".join(cells).rstrip()


def quoted(words: str) -> str:
    """Words on one line."""
    return " ".join(words.split())


def source(release: Node) -> Iterator[str]:
    """Which release it is: its title, who issued it when, the document, and its IRI."""
    issuers = ", ".join(one.label for one in release.things("dcterms:publisher"))
    title = release.value("dcterms:title")
    told = (quoted(title) if title else "", issuers, release.value("dcterms:issued") or "")
    yield f"  from “{told[0]}”" * bool(told[0]) + "".join(f", {t}" for t in told[1:] if t)
    documents = ", ".join(release.values("dcterms:source"))
    yield f"  document {documents}; read by {_readers(release)}"


def _readers(release: Node) -> str:
    return ", ".join(tool.label for tool in release.things("prov:wasAttributedTo")) or "?"
