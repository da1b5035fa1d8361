"""What is sent at once."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from pipeline.outlets.stores.batches import batches, insertions, quads
from pipeline.outlets.stores.sameness import serialized

TEN = b"".join(b"<urn:s> <urn:p> <urn:o%d> .\n" % number for number in range(10))


def test_batches_are_the_whole_in_order() -> None:
    cut = batches(TEN, 4)
    assert [batch.count(b"\n") for batch in cut] == [4, 4, 2]
    assert b"".join(cut) == TEN


def test_a_graph_with_blank_nodes_is_not_divided() -> None:
    data = b"<urn:s> <urn:p> _:a .\n<urn:s> <urn:p> _:b .\n"
    assert batches(data, 1) == (data,)


def test_many_small_graphs_share_a_request_and_a_large_one_has_several() -> None:
    sent = list(quads([("urn:g", TEN), ("urn:h", TEN[:27]), ("urn:i", TEN)], 8))
    assert [len(lines) for lines, _ in sent] == [8, 8, 5]
    assert [ended for _, ended in sent] == [[], ["urn:g", "urn:h"], ["urn:i"]]
    data = b"".join(line for lines, _ in sent for line in lines)
    parsed = list(ox.parse(data, format=ox.RdfFormat.N_QUADS))
    names = [str(quad.graph_name) for quad in parsed]
    assert [names.count(f"<urn:{name}>") for name in "ghi"] == [10, 1, 10]


@pytest.mark.parametrize(
    "text",
    [
        r"a \u0022 } } ; CLEAR ALL ; #",
        r"\\u0022 } } ; CLEAR ALL ; #",
        r"ends in \U00000022",
        'quoted " and \\ and \n new line, tab\t, bell \x07, right-to-left \u202e',
        '\\" } } ; DROP ALL',
    ],
)
def test_a_text_comes_through_an_update_as_it_is_and_does_nothing_else(text: str) -> None:
    subject, property_, said = ox.NamedNode("urn:s"), ox.NamedNode("urn:p"), ox.Literal(text)
    triple = ox.Triple(subject, property_, said)
    other = ox.Quad(subject, property_, said, ox.NamedNode("urn:other"))
    for escape_first in (False, True):
        store = ox.Store()
        store.add(other)
        for update in insertions("urn:g", serialized([triple]), 10):
            store.update(escapes_replaced(update) if escape_first else update)
        assert set(store) == {other, ox.Quad(subject, property_, said, ox.NamedNode("urn:g"))}


def escapes_replaced(update: str) -> str:
    """An update as a store reads it that replaces codes before it looks at the grammar."""
    shown = ""
    at = 0
    while at < len(update):
        if update[at : at + 2] == "\\u" and not is_escaped(update, at):
            shown += chr(int(update[at + 2 : at + 6], 16))
            at += 6
        else:
            shown += update[at]
            at += 1
    return shown


def is_escaped(update: str, at: int) -> bool:
    before = update[:at]
    return (len(before) - len(before.rstrip("\\"))) % 2 == 1


def test_an_update_replaces_the_graph_first_and_adds_the_rest_after() -> None:
    first, second = insertions("urn:g", TEN, 6)
    assert first.startswith("DROP SILENT GRAPH <urn:g>;\nINSERT DATA")
    assert second.startswith("INSERT DATA")
