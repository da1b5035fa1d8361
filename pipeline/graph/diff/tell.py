"""Tell differences: in words, as a table or as JSON."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby, takewhile
from types import MappingProxyType

from rdflib import Graph

from pipeline.errors import GraphError
from pipeline.graph import oxigraph
from pipeline.graph.diff.compare import Change, Difference, compare
from pipeline.graph.diff.facts import Document, Fact, document_facts

#: Told before the roles, without their names: whether it happened, what sort of thing, and when.
_FIRST = ("status", "kind", "date")

#: Characters of words on a line: these fit a terminal with little beside them.
_LINE = 120


def render(difference: Difference, format: str = "words") -> str:  # noqa: A002 - the option's name
    """Differences as text that ends in a line break.

    Raises :class:`GraphError` for a format that is none of :data:`DIFFERENCE_FORMATS`.
    """
    if format not in DIFFERENCE_FORMATS:
        choices = ", ".join(DIFFERENCE_FORMATS)
        raise GraphError(
            f"{format!r} is no format of a difference", remedy=f"choose one of {choices}"
        )
    return DIFFERENCE_FORMATS[format](difference)


def differing(old: Graph, new: Graph) -> Iterator[str]:
    """Each fact that differs between two graphs of one document, with what about it, in a line."""
    for change in compare(*(_alone(graph) for graph in (old, new))).changes:
        fact = change.old or change.new
        assert fact
        turns = f" ({'; '.join(_turns(change))})" if change.sort == "changed" else ""
        yield f"{change.sort}: {headline(fact)}{turns}"


def _alone(graph: Graph) -> dict[str, Document]:
    document = document_facts(str(graph.identifier), oxigraph.quads(graph))
    return {document.name: document}


def headline(fact: Fact) -> str:
    """A fact in one line.

    >>> headline(Fact("Signing", "x", (("agreement", ("Ferry Pact",)), ("status", ("Planned",)))))
    'Signing (Planned): agreement Ferry Pact'
    """
    said = dict(fact.says)
    if fact.kind == "release":
        return f"release “{', '.join(said.get('title', ('untitled',)))}”"
    if fact.kind == "post":
        return f"post: {_held(said)}"
    first = ", ".join(value for role in _FIRST for value in said.get(role, ()))
    rest = "; ".join(
        f"{role} {', '.join(map(_shortened, values))}"
        for role, values in fact.says
        if role not in _FIRST
    )
    return fact.kind + (f" ({first})" if first else "") + (f": {rest}" if rest else "")


def _held(said: Mapping[str, tuple[str, ...]]) -> str:
    """Who holds which post, or held it, or fills in for who does."""
    named = (", ".join(said.get(role, ())) for role in ("member", "role", "organization"))
    how = (word for word in ("acting", "former") if said.get(word) == ("true",))
    return ", ".join(filter(None, (*named, *how)))


def _words(difference: Difference) -> str:
    lines = []
    for document, changes in groupby(difference.changes, key=lambda change: change.document):
        lines.append(document)
        lines += (f"  {line}" for change in changes for line in _told(change))
    lines.append(_summary(difference))
    return "".join(f"{line}\n" for line in lines)


def _told(change: Change) -> Iterator[str]:
    fact = change.new or change.old
    assert fact
    yield f"{change.sort}: {headline(change.old or fact)}"
    if change.sort != "changed":
        yield from (f"    “{_shortened(words)}”" for words in fact.words)
    else:
        yield from (f"    {line}" for line in _turns(change))


def _turns(change: Change) -> Iterator[str]:
    """What about a fact is no longer the same, one line each."""
    assert change.old
    assert change.new
    for role, was, now in change.roles():
        yield f"{role}: {_turn(', '.join(map(_shortened, was)), ', '.join(map(_shortened, now)))}"
    gone = [w for w in change.old.words if w not in change.new.words]
    come = [w for w in change.new.words if w not in change.old.words]
    if len(gone) == len(come) == 1:
        yield "words: “{}” is now “{}”".format(*apart(gone[0], come[0]))
    else:
        yield from (f"no longer stated by “{_shortened(words)}”" for words in gone)
        yield from (f"now also stated by “{_shortened(words)}”" for words in come)


def apart(was: str, now: str) -> tuple[str, str]:
    """Two wordings on a line each; of long ones what is not the same, with a little before it."""
    old, new = was.split(), now.split()
    if len(was) <= _LINE and len(now) <= _LINE:
        return " ".join(old), " ".join(new)
    start = _common(old, new)
    end = _common(old[start:][::-1], new[start:][::-1])
    return _part(old, start, end), _part(new, start, end)


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """With how many equal words both begin."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _part(words: list[str], start: int, end: int) -> str:
    """Words without the first and the last so many, save four of each, with marks where they go."""
    first, last = max(0, start - 4), len(words) - max(0, end - 4)
    kept = _shortened(" ".join(words[first:last]))
    return ("… " if first else "") + kept + (" …" if last < len(words) else "")


def _turn(was: str, now: str) -> str:
    if was and now:
        return f"{was} is now {now}"
    return f"{now} came" if now else f"{was} went"


def _summary(difference: Difference) -> str:
    """How many came, went and changed, and how many are as they were."""
    counts = Counter(change.sort for change in difference.changes)
    moved = f", {difference.moved:,} of them elsewhere in the text" if difference.moved else ""
    changed = ", ".join(f"{counts[sort]:,} {sort}" for sort in ("came", "went", "changed"))
    return f"{changed}; {difference.same:,} the same{moved}"


def _table(difference: Difference) -> str:
    """One line for each fact that came or went and each role that changed, as CSV."""
    written = io.StringIO()
    rows = csv.writer(written, lineterminator="\n")
    rows.writerow(("document", "change", "fact", "role", "old", "new"))
    for change in difference.changes:
        fact = change.old or change.new
        assert fact
        start = (change.document, change.sort, headline(fact))
        if change.sort != "changed":
            rows.writerow((*start, "", "", ""))
            continue
        for role, was, now in change.roles():
            rows.writerow((*start, role, ", ".join(was), ", ".join(now)))
        if change.old and change.new and change.old.words != change.new.words:
            old, new = (" … ".join(f.words) for f in (change.old, change.new))
            rows.writerow((*start, "words", old, new))
    return written.getvalue()


def _json(difference: Difference) -> str:
    document = {
        "same": difference.same,
        "moved": difference.moved,
        "changes": [
            {
                "document": change.document,
                "change": change.sort,
                "old": _object(change.old),
                "new": _object(change.new),
                "roles": {
                    role: {"old": list(was), "new": list(now)}
                    for role, was, now in (change.roles() if change.sort == "changed" else ())
                },
            }
            for change in difference.changes
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _object(fact: Fact | None) -> dict[str, object] | None:
    if fact is None:
        return None
    says = {role: list(values) for role, values in fact.says}
    return {"kind": fact.kind, "iri": fact.iri, "says": says, "words": list(fact.words)}


def _shortened(words: str) -> str:
    """Words on one line, their middle left out where they are many."""
    line = " ".join(words.split())
    return line if len(line) <= _LINE else f"{line[:70]} … {line[-40:]}"


#: The forms of a difference.
DIFFERENCE_FORMATS: Mapping[str, Callable[[Difference], str]] = MappingProxyType(
    {"words": _words, "csv": _table, "json": _json}
)
