"""The nouns: what a document holds and what it is found to say.

Every offset is in Unicode code points of :attr:`Release.text`, the release's canonical text;
``end`` is exclusive, as in a Python slice. All values are frozen: a stage takes values and
returns new ones.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a release's text, ``text[start:end]``."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"span {self.start}:{self.end} is empty or runs backwards")

    def of(self, text: str) -> str:
        """The words this span covers."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Whether the other span lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end


class BlockKind(StrEnum):
    """What a block of text is on the page."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"  # of a list
    CAPTION = "caption"  # of a photograph or a video: it can carry facts
    SIGNATURE = "signature"  # "Issued by", a name under a letter
    HEADER = "header"  # release date, topics, document number, contact: fields, not sentences
    BOILERPLATE = "boilerplate"  # navigation, share bars, page stamps, "###"


#: The kinds of block whose sentences are read for facts.
PROSE = frozenset(
    {
        BlockKind.TITLE,
        BlockKind.HEADING,
        BlockKind.PARAGRAPH,
        BlockKind.ITEM,
        BlockKind.CAPTION,
        BlockKind.SIGNATURE,
    }
)


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item or other block of a release, in reading order."""

    kind: BlockKind
    span: Span


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a document, its sidecar or the user says about it besides its text."""

    title: str | None = None
    published: dt.date | None = None
    publisher: tuple[str, ...] = ()
    url: str | None = None
    identifiers: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    modified: dt.date | None = None
    language: str | None = None  # ISO 639-1, such as "en"
    given: tuple[str, ...] = ()  # the fields that the user gave: "published", "publisher"


@dataclass(frozen=True, slots=True)
class Release:
    """One release: its canonical text, the blocks of that text and its header fields.

    ``source`` names the document it was read from, as a path below the folder that was given or
    as a URL; ``part`` counts the releases of one document from 0, the first being the main one.
    Text between blocks is white space. ``notes`` say what is amiss in the document that did not
    keep it from being read. ``stated`` holds what each source says by itself, under its name
    ("document", "sidecar"); ``metadata`` is what was made of them.
    """

    source: str
    part: int
    text: str
    blocks: tuple[Block, ...]
    metadata: Metadata
    dateline: Span | None = None
    notes: tuple[str, ...] = ()
    stated: tuple[tuple[str, Metadata], ...] = ()

    @property
    def digest(self) -> str:
        """SHA-256 of the canonical text in UTF-8, in hexadecimal."""
        return hashlib.sha256(self.text.encode()).hexdigest()


class EntityKind(StrEnum):
    """The ontology's classes of entities that take part in events."""

    PERSON = "Person"
    ORGANIZATION = "Organization"
    AGENCY = "Agency"
    GOVERNMENT = "Government"
    COUNTRY = "Country"
    PLACE = "Place"
    AGREEMENT = "Agreement"


@dataclass(frozen=True, slots=True)
class Entity:
    """Someone or something named in a release.

    ``id`` is unique within the release and ends the entity's IRI, such as ``country/HN`` or
    ``person/kevin-k-mcaleenan``. ``shared`` tells whether the IRI is the same in every release
    (countries, agencies of the gazetteer, people with a post) or scoped to this one.
    ``label`` is the fullest spelling met, ``alt_labels`` are the others.
    """

    id: str
    kind: EntityKind
    label: str
    alt_labels: tuple[str, ...] = ()
    shared: bool = False
    mentions: tuple[Span, ...] = ()
    parent: str | None = None  # id of the organization this one is part of
    government_of: str | None = None  # id of the country this one governs
    headquarters_of: str | None = None  # id of the organization that sits in this place


@dataclass(frozen=True, slots=True)
class Agreement:
    """What a release says about an agreement, beside its being an entity with the same id."""

    id: str
    kind: str | None = None  # local name of a concept of the ontology: MemorandumOfUnderstanding
    title: str | None = None  # the official name
    parties: tuple[str, ...] = ()
    aims: tuple[Span, ...] = ()
    follows: tuple[str, ...] = ()
    implements: tuple[str, ...] = ()
    replaces: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Post:
    """A person's post in an organization, as a release states it."""

    person: str
    title: str
    organization: str | None = None
    acting: bool = False
    former: bool = False
    evidence: tuple[Span, ...] = ()


class Status(StrEnum):
    """Whether a release states an event as done. Local names of the ontology's concepts."""

    OCCURRED = "Occurred"
    PLANNED = "Planned"
    NEGATED = "Negated"
    POSSIBLE = "Possible"


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date as precise as the text: ``2019-09-25``, ``2019-09`` or ``2019``."""

    iso: str

    def __post_init__(self) -> None:
        if not re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?", self.iso):
            raise ValueError(f"{self.iso!r} is not YYYY, YYYY-MM or YYYY-MM-DD")

    @property
    def precision(self) -> str:
        """``day``, ``month`` or ``year``."""
        return {10: "day", 7: "month", 4: "year"}[len(self.iso)]

    def agrees(self, other: PartialDate) -> bool:
        """Whether the two are equal at the coarser precision of the two."""
        width = min(len(self.iso), len(other.iso))
        return self.iso[:width] == other.iso[:width]


@dataclass(frozen=True, slots=True)
class Amount:
    """How much money it is.

    ``value`` counts whole units of ``currency``, an ISO 4217 code where it is certain; ``until`` is
    the upper end of a range, whose lower end ``value`` then is. ``hedge`` are the words that keep a
    sum from being exact: *almost*, *up to*.
    """

    value: Decimal
    currency: str | None = None
    hedge: str = ""
    until: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Filler:
    """What fills a role of an event: an entity by its id, or a literal; and the words that say so.

    ``role`` is the local name of the ontology's property, such as ``signatory`` or ``onBehalfOf``.
    ``amount`` is what a literal that is a sum of money comes to.
    """

    role: str
    entity: str | None = None
    literal: str | int | None = None
    span: Span | None = None
    amount: Amount | None = None

    def __post_init__(self) -> None:
        if (self.entity is None) == (self.literal is None):
            raise ValueError(f"role {self.role} needs either an entity or a literal")


@dataclass(frozen=True, slots=True)
class Event:
    """Something a release says happened, is planned, did not happen or may have happened.

    ``type`` and ``kind`` are local names of the ontology. ``evidence`` holds the passages that
    state the event, in reading order, ``triggers`` the words in them that announce it, ``dated``
    those that tell its date. ``reasons`` say what raised the confidence, which lies between 0 and
    1, and ``doubts`` what lowered it.
    """

    type: str
    status: Status
    evidence: tuple[Span, ...]
    fillers: tuple[Filler, ...] = ()
    kind: str | None = None
    date: PartialDate | None = None
    end_date: PartialDate | None = None
    confidence: float = 0.5
    reasons: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    frame: str = ""
    triggers: tuple[Span, ...] = ()
    dated: tuple[Span, ...] = ()

    def fill(self, role: str) -> tuple[Filler, ...]:
        """The fillers of one role, in order."""
        return tuple(f for f in self.fillers if f.role == role)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a release was read with: the model's name and version, and a digest of the frames.

    ``frames`` is the SHA-256 of all of them in hexadecimal, ``names`` that of the gazetteer files
    of a user's own, if there are any.
    """

    model: str
    frames: str
    names: str | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything found in one release.

    ``steps`` lead from a step of a case among the events, such as a sentencing, to the one before
    it, such as the plea. ``reading`` says with what the release was read, where a program did it.
    """

    release: Release
    entities: tuple[Entity, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    posts: tuple[Post, ...] = ()
    events: tuple[Event, ...] = ()
    steps: tuple[tuple[Event, Event], ...] = ()
    reading: Reading | None = None


def slug(text: str, limit: int = 60) -> str:
    """Lower-case ASCII words joined by hyphens, at most ``limit`` characters, cut at a word.

    >>> slug("Kevin K. McAleenan")
    'kevin-k-mcaleenan'
    """
    folded = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", folded.replace("'", "")).strip("-")
    if len(words) <= limit:
        return words or "unnamed"
    return words[: limit + 1].rsplit("-", 1)[0][:limit].strip("-") or "unnamed"
