"""Triples are the same whoever writes them, and not when a value is another."""

from __future__ import annotations

import pytest

from pipeline.outlets.stores.sameness import fingerprint, rewritten

XSD = "http://www.w3.org/2001/XMLSchema#"


def triples(*literals: str) -> bytes:
    made = (f"<urn:a> <urn:b> {literal} ." for literal in literals)
    return "\n".join(made).replace("xsd:", f"<{XSD}").encode()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ('"0.80"^^xsd:decimal>', '"0.8"^^xsd:decimal>'),
        ('"-0.0"^^xsd:decimal>', '"0"^^xsd:integer>'),
        ('"007"^^xsd:integer>', '"7"^^xsd:nonNegativeInteger>'),
        ('"+12"^^xsd:long>', '"12.0"^^xsd:decimal>'),
        ('"-.50"^^xsd:decimal>', '"-0.5"^^xsd:decimal>'),
        ('"1"^^xsd:boolean>', '"true"^^xsd:boolean>'),
        ('"1.5E3"^^xsd:double>', '"1500.0"^^xsd:double>'),
        ('"2024-01-05T10:00:00.500Z"^^xsd:dateTime>', '"2024-01-05T10:00:00.5Z"^^xsd:dateTime>'),
        ('"2024-01-05T10:00:00.0+00:00"^^xsd:dateTime>', '"2024-01-05T10:00:00Z"^^xsd:dateTime>'),
        ('"Hi"@en-GB', '"Hi"@EN-gb'),
    ],
)
def test_a_value_written_in_two_ways_is_one(one: str, other: str) -> None:
    assert fingerprint(triples(one)) == fingerprint(triples(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ('"10"^^xsd:integer>', '"1"^^xsd:integer>'),
        ('"0.08"^^xsd:decimal>', '"0.8"^^xsd:decimal>'),
        ('"100"^^xsd:decimal>', '"1"^^xsd:decimal>'),
        ('"-1"^^xsd:integer>', '"1"^^xsd:integer>'),
        ('"1"^^xsd:integer>', '"1"'),
        ('"1"^^xsd:double>', '"1"^^xsd:integer>'),
        ('"2024-01-05"^^xsd:date>', '"2024-01-06"^^xsd:date>'),
        ('"2024-01-05T10:00:00.05Z"^^xsd:dateTime>', '"2024-01-05T10:00:00.5Z"^^xsd:dateTime>'),
        ('"2024"^^xsd:gYear>', '"2024"^^xsd:integer>'),
        ('"Hi"@en', '"HI"@en'),
        ('"Hi"@en', '"Hi"'),
        (r'"\"007\"^^<urn:x> 007"', r'"\"7\"^^<urn:x> 7"'),
    ],
)
def test_another_value_is_another_triple(one: str, other: str) -> None:
    assert fingerprint(triples(one)) != fingerprint(triples(other))


def test_a_text_that_quotes_a_typed_literal_is_not_touched() -> None:
    quoting = rf'"he wrote \"0.80\"^^<{XSD}decimal> there"'
    assert fingerprint(triples(quoting)) != fingerprint(triples(quoting.replace("0.80", "0.8")))


def test_neither_order_nor_repetition_nor_comments_count() -> None:
    one, other = triples('"a"'), triples('"b"')
    mixed = b"# Virtuoso says this\n" + other + b"\n" + one + b"\n" + other + b"\n"
    assert fingerprint(mixed) == fingerprint(one + b"\n" + other)
    assert fingerprint(mixed).triples == 2


def test_escapes_of_another_hand_are_the_same_once_rewritten() -> None:
    ours, theirs = triples('"né\\t\\"x\\""'), triples('"n\\u00E9\\u0009\\u0022x\\u0022"')
    assert fingerprint(rewritten(theirs)) == fingerprint(ours)


def test_blank_nodes_are_known_by_what_is_said_of_them() -> None:
    one = b'_:x <urn:p> "a" .\n_:y <urn:p> "b" .\n<urn:s> <urn:q> _:x .\n'
    other = b'_:b7 <urn:p> "b" .\n<urn:s> <urn:q> _:b1 .\n_:b1 <urn:p> "a" .\n'
    assert fingerprint(one) == fingerprint(other)
    assert fingerprint(one) != fingerprint(other.replace(b"<urn:q> _:b1", b"<urn:q> _:b7"))
