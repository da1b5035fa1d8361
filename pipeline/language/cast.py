"""Who is who inside one release: each mention to the entity it names.

*Exemplar* and *Acting Secretary Exemplar* are Kevin K. Exemplar; *DHS* is the Department of
Homeland Security; *the Minister* is the one named with that title.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.gazetteer import Gazetteer
from pipeline.language import lexicon
from pipeline.language.mentions import BODIES, Kind, Mention, Mentions, Title
from pipeline.language.namesakes import full_names
from pipeline.language.offices import same_office
from pipeline.language.standins import Unit
from pipeline.language.tree import Token
from pipeline.language.words import Words
from pipeline.models import Release, slug

#: Nouns, in names, of what is run and paid for but does nothing itself.
PROGRAMS = lexicon.words("groups", "programs")


@dataclass(slots=True)
class Member:
    """An entity in the making: the spellings met, in order of first use, and where."""

    id: str
    kind: Kind
    spellings: Counter[str] = field(default_factory=Counter)
    mentions: list[Mention] = field(default_factory=list)
    titles: list[tuple[Title, Mention]] = field(default_factory=list)


class Cast:
    """The entities of one release.

    ``of`` leads from mentions to entities, ``inside`` from an agreement to the bodies in its name.
    ``subjects`` are the people who act, in reading order; ``items`` tells who is listed, by the
    noun announcing them; of the ``unnamed`` the release gives the office alone; ``selves`` are the
    people who say *I*, by its token.
    """

    def __init__(
        self,
        words: Words,
        named: Mentions,
        gazetteer: Gazetteer,
        release: Release,
        country: str | None,
    ) -> None:
        self.words = words
        self.gazetteer = gazetteer
        self.country = country
        self.release = release
        self.members: dict[str, Member] = {}
        self.of: dict[Mention, str] = {}
        self.subjects: list[Mention] = []
        self.items: dict[tuple[int, str], Mention] = {}
        self.unnamed: set[str] = set()
        self.selves: dict[int, str] = {}
        self.order = list(named.mentions)
        self.starting = {m.start: m for m in named.mentions}
        self.inside = named.sides
        self.demonyms = named.demonyms
        self._enlist_named(named.acronyms)
        self._enlist_bodies(t.organization for m in self.order for t in m.titles)
        for sides in named.sides.values():
            for one in sides:
                self._enlist_body(one)

    def _enlist_named(self, acronyms: Mapping[str, Mention]) -> None:
        """Make the people, bodies and places members, short names under the full one."""
        names = full_names(self.words, [m for m in self.order if m.kind is Kind.PERSON])
        longer = _longer_names(self.words, [m for m in self.order if m.kind in BODIES])
        for one in self.order:
            if one.kind is Kind.PERSON:
                self._add(one, "person/" + slug(names[one]), names[one])
            elif one.kind in BODIES or one.kind is Kind.PLACE:
                short = _name(self.words, one)
                full = acronyms.get(short, one)
                name = _name(self.words, full)
                self._add(one, full.id or self._id(one.kind, longer.get(name, name)), short)
                if full is not one:
                    self.members[self.of[one]].spellings[name] += 1

    def _enlist_bodies(self, bodies: Iterable[Mention | None]) -> None:
        for body in bodies:
            if body is not None and body not in self.of:
                self._enlist_body(body)

    def _enlist_body(self, body: Mention) -> None:
        name = _name(self.words, body)
        self._add(body, body.id or self._id(body.kind, name), name)

    def _id(self, kind: Kind, text: str) -> str:
        entry = self.gazetteer.find(text, self.country)
        if entry is not None:
            return entry.id
        return f"{'place' if kind is Kind.PLACE else 'organization'}/{slug(text)}"

    def _add(self, one: Mention, id_: str, spelling: str) -> None:
        entry = self.gazetteer.entries.get(id_)
        kind = Kind(entry.kind.value) if entry else one.kind
        member = self.members.setdefault(id_, Member(id_, kind))
        member.mentions.append(one)
        member.spellings[_name(self.words, one)] += 1
        if spelling not in member.spellings:
            member.spellings[spelling] += 1
        member.titles += [(t, one) for t in one.titles]
        self.of[one] = id_

    # -- those who come in later ---------------------------------------------------------------

    def new(self, folder: str, text: str, kind: Kind = Kind.ORGANIZATION) -> str:
        """The id of a body that no list knows, made a member under its words."""
        name = " ".join(text.split())
        id_ = f"{folder}/{slug(name)}"
        self.members.setdefault(id_, Member(id_, kind, Counter([name])))
        return id_

    def new_country(self, id_: str, people: str) -> str:
        """The id of a country, made a member under its name and that of its people."""
        entry = self.gazetteer.entries.get(id_)
        names = [entry.label, people] if entry is not None else [people]
        self.members.setdefault(id_, Member(id_, Kind.COUNTRY, Counter(names)))
        return id_

    def home(self) -> str:
        """The government of the country that publishes the release."""
        return self.enlisted([f"government/{self.country}"])[0]

    def enlisted(self, ids: list[str]) -> list[str]:
        """The ids, each made a member: a country may be met only through its government."""
        for id_ in ids:
            entry = self.gazetteer.entries.get(id_)
            if entry is not None:
                kind = Kind(entry.kind.value)
                self.members.setdefault(id_, Member(id_, kind, Counter([entry.label])))
        return ids

    # -- what is known of them -----------------------------------------------------------------

    def kind(self, id_: str) -> Kind:
        """The kind of an entity, also of a country or government not met yet."""
        if id_ in self.members:
            return self.members[id_].kind
        return Kind.GOVERNMENT if id_.startswith("government/") else Kind.COUNTRY

    def kind_of(self, one: Mention) -> Kind | None:
        """The kind of the entity that a mention names."""
        return self.members[self.of[one]].kind if one in self.of else None

    def sides_of(self, agreement: Mention) -> list[tuple[str, Mention]]:
        """The bodies in an agreement's own name."""
        return [(self.of[one], one) for one in self.inside.get(agreement, ())]

    def holder(self, office: str, people: Sequence[str]) -> str | None:
        """The person an office stands for: "the Minister", the last one named with that title."""
        noun = office.lower().split()[-1] if office else ""
        for id_ in (*reversed(people), *self.members):
            member = self.members[id_]
            if any(self.words.lower[t.head] == noun for t, _ in member.titles):
                return id_
        return None

    # -- offices -------------------------------------------------------------------------------

    def fill_offices(self, units: Sequence[Unit]) -> None:
        """Say who holds the offices that the release gives without a name beside the title."""
        for unit in units:
            for token in unit.doc:
                self._note_subject(unit, token)
            for office, holder in self._apposed_offices(unit):
                self._fill(office, holder)
                self.members[holder].titles.append((office.titles[0], office))
        for one in self.order:
            if one.kind is Kind.OFFICE and one not in self.of and (named := self._seated(one)):
                self._fill(one, named)

    def _note_subject(self, unit: Unit, token: Token) -> None:
        """Note a person who acts in a unit: *he* and *she* mean them before others."""
        one = unit.mentions[token.i]
        if token.dep_ in ("nsubj", "nsubjpass") and one is not None and one.kind is Kind.PERSON:
            self.subjects.append(one)

    def _fill(self, office: Mention, holder: str) -> None:
        self.of[office] = holder
        self.members[holder].mentions.append(office)

    def _apposed_offices(self, unit: Unit) -> Iterator[tuple[Mention, str]]:
        """Offices with the holder whose name follows: *the Envoy of Chad to Peru, Ali Deby,*."""
        for token in unit.doc:
            office = unit.mentions[token.i]
            if office is not None and office.kind is Kind.OFFICE:
                holder = _apposed(unit, token)
                if holder in self.of:
                    yield office, self.of[holder]

    def _seated(self, office: Mention) -> str | None:
        """Who is named with an office's title: the last one before it, else the first after."""
        named = [
            (m.start > office.start, abs(m.start - office.start), self.of[m])
            for m in self.order
            if m in self.of
            and any(same_office(self.words, office.titles[0], t, self.of) for t in m.titles)
        ]
        return min(named)[2] if named else None

    def office_holder(self, office: Mention) -> str | None:
        """Someone of whom the release gives the office alone; the noun alone is nobody."""
        text = self._office_name(office)
        if text is None:
            return None
        id_ = f"person/{slug(text)}"
        if id_ not in self.members:
            self.unnamed.add(id_)
            self.members[id_] = Member(id_, Kind.PERSON, Counter([text]))
        self._fill(office, id_)
        return id_

    def _office_name(self, office: Mention) -> str | None:
        """The words of an office, with the body it belongs to where they leave that out."""
        text = " ".join(self.words.span_text(office.start, office.end).split())
        body = office.titles[0].organization
        if body is None:
            return text if office.end - office.start > 1 else None
        if office.start <= body.start and body.end <= office.end:
            return text
        return f"{text} of {_name(self.words, body)}"


def _apposed(unit: Unit, token: Token) -> Mention | None:
    """The person named behind a comma in an office's phrase."""
    for inner in token.subtree:
        one = unit.mentions[inner.i]
        if (
            inner.dep_ == "appos"
            and one is not None
            and one.kind is Kind.PERSON
            and unit.doc[inner.i - 1].text == ","
        ):
            return one
    return None


def _name(words: Words, one: Mention) -> str:
    return " ".join(words.span_text(one.name_start, one.name_end).split())


def _longer_names(words: Words, bodies: Sequence[Mention]) -> dict[str, str]:
    """Short names of bodies to the longer name they begin: *Nikon* to that with *Inc.* added."""
    names = {_name(words, m) for m in bodies if m.id is None}
    found = {}
    for name in names:
        longer = [other for other in names if _goes_on(name, other)]
        if len(longer) == 1:
            found[name] = longer[0]
    return found


def _goes_on(name: str, other: str) -> bool:
    """Whether a longer name is a fuller form of a short one, not a name that only begins so."""
    if not other.startswith(name + " "):
        return False
    rest = other[len(name) + 1 :]
    if rest.split()[-1].lower() in PROGRAMS:
        return False  # a bank is not the program for banks
    return not rest.startswith(("and", "&")) and (" " in name or not rest.startswith("of"))
