"""What a name component finds: a stretch of tokens that names someone, something or a date."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from pipeline.language.dating import DateMention


class Kind(StrEnum):
    """What a mention names. The first seven are the ontology's classes of entities."""

    PERSON = "Person"
    ORGANIZATION = "Organization"
    AGENCY = "Agency"
    GOVERNMENT = "Government"
    COUNTRY = "Country"
    PLACE = "Place"
    AGREEMENT = "Agreement"
    OFFICE = "Office"  # a post without its holder's name: "the Foreign Minister"
    DATE = "Date"
    MONEY = "Money"
    LAW = "Law"
    PHRASE = "Phrase"  # in frames: the words themselves, whatever they name
    TITLE = "Title"  # in frames: the words of a title of office
    COURT = "Court"  # in frames: a body that judges
    CLASS = "Class"  # in frames: people or bodies in general: "small businesses"
    PUBLIC = "Public"  # in frames: an agency, a government, or a body whose name says it is one
    LOCAL = "Local"  # in frames: a county, a school district, a sheriff's office
    PRIVATE = "Private"  # in frames: whoever is not public: a person, a company
    PROGRAM = "Program"  # in frames: what is run and paid for, but does nothing itself
    EMPLOYER = "Employer"  # in frames: the body that people act for: "special agents of the FBI"
    ISSUER = "Issuer"  # in frames: the government that speaks: *we*
    GROUP = (
        "Group"  # in frames: people or bodies whom only their description names: "two local men"
    )


#: Kinds that can act: sign, speak, meet.
AGENTS = frozenset(
    {Kind.PERSON, Kind.ORGANIZATION, Kind.AGENCY, Kind.GOVERNMENT, Kind.COUNTRY, Kind.OFFICE}
)
#: Kinds of bodies: agents that are nobody's name.
BODIES = frozenset({Kind.ORGANIZATION, Kind.AGENCY, Kind.GOVERNMENT, Kind.COUNTRY})


#: From this rank on a name is the gazetteer's or built on a noun, not a recogniser's guess.
SOLID = 2


@dataclass(frozen=True, slots=True)
class Title:
    """A title of office: its tokens, and the mention of the body it belongs to, where one is named.

    ``outer`` is where a body named before it begins (*NASA Administrator*), ``tail`` where one
    named after it ends (*Director, CPIB*).
    """

    start: int
    end: int
    head: int
    outer: int
    tail: int
    organization: Mention | None = None
    acting: bool = False
    former: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """Tokens ``start`` to ``end`` that name one thing.

    ``name_start`` to ``name_end`` are the tokens of the name proper, without titles and
    appositions. ``id`` is the gazetteer's, where it knows the name.
    """

    start: int
    end: int
    kind: Kind
    name_start: int
    name_end: int
    id: str | None = None
    titles: tuple[Title, ...] = ()
    rank: int = 0  # how strong the evidence is: a recogniser's guess is 0
    head: int = -1  # of an agreement: the token of its noun

    def overlaps(self, other: Mention) -> bool:
        """Whether the two share a token."""
        return self.start < other.end and other.start < self.end


def mention(start: int, end: int, kind: Kind, *, id: str | None = None, rank: int = 0) -> Mention:  # noqa: A002  (the gazetteer's word)
    """A mention that is all name."""
    return Mention(start, end, kind, start, end, id, (), rank)


def widened(one: Mention, start: int, end: int) -> Mention:
    """The same mention over more tokens."""
    return replace(one, start=min(start, one.start), end=max(end, one.end))


def choose(candidates: Iterable[Mention]) -> list[Mention]:
    """The best non-overlapping mentions: by rank, then length, then place; in reading order."""
    taken: list[Mention] = []
    used: set[int] = set()
    for one in sorted(candidates, key=lambda m: (-m.rank, m.start - m.end, m.start, m.kind)):
        if used.isdisjoint(range(one.start, one.end)):
            taken.append(one)
            used.update(range(one.start, one.end))
    return sorted(taken, key=lambda m: m.start)


@dataclass(frozen=True, slots=True)
class Mentions:
    """What is named in one release.

    ``acronyms`` lead from a short form the text defines to the name it is short for, ``dates``
    from a mention to its date expression, ``sides`` from an agreement to the bodies in its name,
    ``demonyms`` from a token to where the demonym it begins ends and to its country.
    """

    mentions: list[Mention]
    acronyms: dict[str, Mention]
    dates: dict[Mention, DateMention]
    sides: dict[Mention, tuple[Mention, ...]]
    demonyms: dict[int, tuple[int, str]]
