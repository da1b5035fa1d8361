"""Which kinds of filler a role can have whose range an ontology declares."""

from __future__ import annotations

from pipeline.extension.terms import SUM, WORDS, local_name
from pipeline.language.mentions import Kind

#: Kinds of filler that are no one's name but stand for someone.
_STANDING_FOR = frozenset(
    (
        Kind.OFFICE, Kind.COURT, Kind.EMPLOYER, Kind.ISSUER, Kind.GROUP, Kind.PUBLIC, Kind.CLASS,
    )
)  # fmt: skip
_AGENTS = frozenset((Kind.PERSON, Kind.ORGANIZATION, Kind.AGENCY, Kind.GOVERNMENT, Kind.COUNTRY))
_BELOW = {
    "Agent": _AGENTS | _STANDING_FOR,
    "Person": frozenset((Kind.PERSON, Kind.OFFICE)),
    "Organization": frozenset(
        (
            Kind.ORGANIZATION,
            Kind.AGENCY,
            Kind.GOVERNMENT,
            Kind.EMPLOYER,
            Kind.COURT,
            Kind.PUBLIC,
        )
    ),
    "Place": frozenset((Kind.PLACE, Kind.COUNTRY)),
}


def kinds_in(range_: str) -> frozenset[Kind]:
    """The kinds of filler that are in a range, given as an IRI.

    >>> sorted(kinds_in("https://w3id.org/communique/ontology#Place"))
    [<Kind.COUNTRY: 'Country'>, <Kind.PLACE: 'Place'>]
    """
    if range_ == WORDS:
        return frozenset((Kind.PHRASE, Kind.TITLE))
    if range_ == SUM:
        return frozenset((Kind.MONEY,))
    name = local_name(range_)
    return _BELOW.get(name, frozenset((Kind(name),)))


def named_in(range_: str) -> frozenset[Kind]:
    """The kinds in a range that have a name, or are plain words: what fits if no more is said."""
    return kinds_in(range_) - _STANDING_FOR - {Kind.TITLE}
