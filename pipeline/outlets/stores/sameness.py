"""Whether a store holds what it was given: triples as a number and a digest, whoever writes them.

Stores write literals in their own way: Oxigraph makes every whole number an ``xsd:integer``,
Virtuoso ``"0.80"`` a ``"0.8"``. So numbers, truth values and times are compared by their value.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache

import pyoxigraph as ox

_XSD = b"http://www.w3.org/2001/XMLSchema#"
_EXACT = frozenset(
    b"decimal integer nonNegativeInteger positiveInteger nonPositiveInteger negativeInteger long "
    b"int short byte unsignedLong unsignedInt unsignedShort unsignedByte".split()
)
_BINARY = frozenset((b"double", b"float"))
_TIMES = frozenset((b"dateTime", b"dateTimeStamp", b"time", b"date"))
_TRUTH = {b"1": b"true", b"0": b"false"}

#: A literal with one of the datatypes above, in N-Triples, where no quotation mark stands bare.
_TYPED = re.compile(
    rb'> "([^"\\]*)"\^\^<'
    + re.escape(_XSD)
    + rb"("
    + b"|".join(sorted(_EXACT | _BINARY | _TIMES | {b"boolean"}, reverse=True))
    + rb")>"
)
_TAGGED = re.compile(rb'"@([A-Za-z0-9-]+) \.$', re.MULTILINE)
_DIGITS = re.compile(rb"([+-]?)0*(\d*?)(?:\.(\d*?)0*)?")
_ZEROS = re.compile(rb"(?:(\.\d*?[1-9])0+|\.0+)(?=Z$|[+-]\d\d:\d\d$|$)")


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """How many triples a graph has, each once, and the SHA-256 of them, sorted, by their values."""

    triples: int
    digest: str


def fingerprint(data: bytes) -> Fingerprint:
    """The fingerprint of triples in N-Triples, one a line.

    >>> one = b'<urn:a> <urn:b> "0.80"^^<http://www.w3.org/2001/XMLSchema#decimal> .'
    >>> fingerprint(one) == fingerprint(one.replace(b"0.80", b"0.8"))
    True
    """
    valued = _by_value(data)
    lines = set(statements(_relabelled(valued) if has_blank_nodes(valued) else valued))
    return Fingerprint(len(lines), hashlib.sha256(b"\n".join(sorted(lines))).hexdigest())


def says_the_same(returned: bytes, sent: Fingerprint) -> bool:
    """Whether triples in N-Triples of any hand are those of a fingerprint."""
    if not has_blank_nodes(returned) and fingerprint(returned) == sent:
        return True
    try:
        return fingerprint(rewritten(returned)) == sent
    except SyntaxError:  # what is not N-Triples is nothing that was sent
        return False


def statements(data: bytes) -> list[bytes]:
    """The lines of N-Triples that state something; Virtuoso writes comments among them."""
    lines = data.splitlines()
    if data.startswith(b"#") or b"\n#" in data or b"\n\n" in data:
        return [line for line in lines if line and not line.startswith(b"#")]
    return lines


def rewritten(data: bytes, syntax: ox.RdfFormat = ox.RdfFormat.N_TRIPLES) -> bytes:
    """Triples in any syntax, or in N-Triples of another hand, in our N-Triples.

    Raises SyntaxError for what is not in that syntax.
    """
    return serialized(quad.triple for quad in ox.parse(data, format=syntax))


def serialized(triples: Iterable[ox.Triple]) -> bytes:
    """Triples in N-Triples, in the order they come in."""
    data = ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES)
    assert data is not None  # only a file as output leaves nothing to return
    return data


def has_blank_nodes(data: bytes) -> bool:
    """Whether triples may have blank nodes; a text with what looks like one counts as well."""
    return data.startswith(b"_:") or b"\n_:" in data or b"> _:" in data


def _relabelled(data: bytes) -> bytes:
    """Triples whose blank nodes are named by what is said of them (W3C's RDFC-1.0)."""
    dataset = ox.Dataset(ox.parse(data, format=ox.RdfFormat.N_TRIPLES))
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return serialized(quad.triple for quad in dataset)


def _by_value(data: bytes) -> bytes:
    typed = _TYPED.sub(lambda found: _value(found[1], found[2]), data)
    return _TAGGED.sub(lambda found: found[0].lower(), typed)


@lru_cache(maxsize=100_000)
def _value(written: bytes, datatype: bytes) -> bytes:
    """A literal by its value; one that is no value of its datatype stays as it is."""
    if datatype == b"boolean":
        written = _TRUTH.get(written, written)
    elif datatype in _TIMES:
        written = _ZEROS.sub(rb"\1", written).replace(b"+00:00", b"Z")
    elif datatype in _BINARY:
        with suppress(ValueError):
            written = repr(float(written)).encode()
    elif number := _DIGITS.fullmatch(written):
        sign, whole, part = number[1], number[2] or b"0", number[3]
        digits = whole + b"." + part if part else whole
        written = digits if sign != b"-" or digits == b"0" else b"-" + digits
        datatype = b"decimal"
    return b'> "' + written + b'"^^<' + _XSD + datatype + b">"
