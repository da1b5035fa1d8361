"""Who is who inside one release: each mention to the entity it names, and pronouns to theirs.

*McAleenan*, *Acting Secretary McAleenan* and *he* are Kevin K. McAleenan; *DHS* and the
*Department* are the Department of Homeland Security; *both countries* are the two the release is
about. When the text does not decide, there is no referent.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.tokens import Token

from pipeline.gazetteer import Gazetteer
from pipeline.language import lexicon
from pipeline.language.agreements import singular
from pipeline.language.clauses import Argument
from pipeline.language.descriptions import PEOPLE, apposed
from pipeline.language.listed import announces_list, listed_after
from pipeline.language.mentions import BODIES, Kind, Mention, Mentions, Title
from pipeline.language.namesakes import full_names
from pipeline.language.offices import same_office
from pipeline.language.standins import Unit
from pipeline.language.words import Words
from pipeline.models import Release, slug

_SIDES = frozenset(
    "countries nations governments sides parties agencies departments ministries organizations organisations".split()
)
#: Nouns of groups that sign: told apart from a body by a number before them.
_GROUPS = frozenset(
    "countries nations states governments parties members companies organizations organisations agencies partners".split()
)
#: Nouns of people who act for whom they come from.
_DELEGATES = frozenset(
    "delegation delegations delegate delegates representative representatives official officials member members leader leaders "
    "personnel staff counterparts ministers executives team teams".split()
)
_OFFICIALS = frozenset(
    "representatives officials ministers signatories people persons delegates parties leaders".split()
)
_QUANTIFIERS = frozenset("all many several other each some more most numerous".split())
_NOBODIES = frozenset(
    "agreement agreements president minister secretary members act covid covid-19".split()
)
_BODY_NOUNS = frozenset(
    "department ministry agency bureau commission council office company university government administration "
    "committee board authority institute bank association foundation centre center corporation union".split()
)
_PLURAL_PEOPLE = frozenset(
    "men women defendants brothers sisters officers officials individuals people suspects".split()
)
_TITLES = lexicon.words("titles", "heads")
_HONORIFICS = lexicon.words("titles", "honorifics")


@dataclass(slots=True)
class Member:
    """An entity in the making: the spellings met, in order of first use, and where."""

    id: str
    kind: Kind
    spellings: Counter[str] = field(default_factory=Counter)
    mentions: list[Mention] = field(default_factory=list)
    titles: list[tuple[Title, Mention]] = field(default_factory=list)


class Cast:
    """The entities of one release."""

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
        self.subjects: list[Mention] = []  # people as subjects of verbs, in reading order
        self.items: dict[tuple[int, str], Mention] = {}  # who is listed, by the noun announcing it
        self.unnamed: set[str] = set()  # people of whom the release gives the office alone
        mentions, acronyms = named.mentions, named.acronyms
        self.order = list(mentions)
        self.starting = {m.start: m for m in mentions}
        self.inside = named.sides
        self.demonyms = named.demonyms
        people = [m for m in mentions if m.kind is Kind.PERSON]
        names = full_names(words, people)
        longer = _longer_names(words, [m for m in mentions if m.kind in BODIES])
        short = dict(acronyms.items())
        for one in mentions:
            if one.kind is Kind.PERSON:
                self._add(one, "person/" + slug(names[one]), names[one])
            elif one.kind in BODIES or one.kind is Kind.PLACE:
                text = _name(words, one)
                full = short.get(text, one)
                text_of = _name(words, full)
                text_of = longer.get(text_of, text_of)
                self._add(one, full.id or self._id(one.kind, text_of), text)
                if full is not one:
                    self.members[self.of[one]].spellings[_name(words, full)] += 1
        for one in mentions:
            for title in one.titles:
                body = title.organization
                if body is not None and body not in self.of:
                    self._add(
                        body, body.id or self._id(body.kind, _name(words, body)), _name(words, body)
                    )

        for sides in named.sides.values():
            for one in sides:
                self._add(one, one.id or self._id(one.kind, _name(words, one)), _name(words, one))

    def fill_offices(self, units: Sequence[Unit]) -> None:
        """Say who holds the offices that the release gives without a name beside the title."""
        for unit in units:
            self._note_subjects(unit)
            for token in unit.doc:
                office = unit.mentions[token.i]
                if (
                    office is not None
                    and office.kind is Kind.OFFICE
                    and (holder := self._apposed(unit, token))
                ):
                    self._fill(office, holder)
                    self.members[holder].titles.append((office.titles[0], office))
        for one in self.order:
            if one.kind is Kind.OFFICE and one not in self.of and (holder := self._seated(one)):
                self._fill(one, holder)

    def _note_subjects(self, unit: Unit) -> None:
        """The people who act in a unit: *he* and *she* mean them before others."""
        for token in unit.doc:
            one = unit.mentions[token.i]
            if token.dep_ in ("nsubj", "nsubjpass") and one is not None and one.kind is Kind.PERSON:
                self.subjects.append(one)

    def _fill(self, office: Mention, holder: str) -> None:
        self.of[office] = holder
        self.members[holder].mentions.append(office)

    def _apposed(self, unit: Unit, token: Token) -> str | None:
        """The name a comma after the office's phrase: *the Envoy of Chad to Peru, Ali Deby,*."""
        for inner in token.subtree:
            one = unit.mentions[inner.i]
            if (
                inner.dep_ == "appos"
                and one is not None
                and one.kind is Kind.PERSON
                and unit.doc[inner.i - 1].text == ","
            ):
                return self.of.get(one)
        return None

    def _seated(self, office: Mention) -> str | None:
        """Who is named with the title of an office: the last one before it, else the first after."""
        named = [
            (m.start > office.start, abs(m.start - office.start), self.of[m])
            for m in self.order
            if m in self.of
            and any(same_office(self.words, office.titles[0], t, self.of) for t in m.titles)
        ]
        return min(named)[2] if named else None

    def _unnamed(self, office: Mention) -> str | None:
        """Someone of whom the release gives the office alone; the noun alone is nobody."""
        text, title = (
            " ".join(self.words.span_text(office.start, office.end).split()),
            office.titles[0],
        )
        body = title.organization
        if body is not None and not (office.start <= body.start and body.end <= office.end):
            text += f" of {_name(self.words, body)}"
        elif body is None and office.end - office.start < 2:
            return None
        id_ = f"person/{slug(text)}"
        if id_ not in self.members:
            self.unnamed.add(id_)
        member = self.members.setdefault(id_, Member(id_, Kind.PERSON, Counter([text])))
        member.mentions.append(office)
        self.of[office] = id_
        return id_

    def sides_of(self, agreement: Mention) -> list[tuple[str, Mention]]:
        """The bodies in an agreement's own name."""
        return [(self.of[one], one) for one in self.inside.get(agreement, ())]

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

    def referents(self, unit: Unit, argument: Argument) -> list[tuple[str, Kind]]:
        """The entities a phrase stands for, with their kinds; none if the text does not decide."""
        if argument.mention is not None:
            id_ = self.of.get(argument.mention)
            if id_ is None and argument.mention.kind is Kind.OFFICE:
                id_ = self._unnamed(argument.mention)
            return (
                [(id_, Kind.OFFICE if id_ in self.unnamed else self.members[id_].kind)]
                if id_
                else []
            )
        word = unit.doc[argument.index]
        token = unit.origin[argument.index][0]
        ids = (
            apposed(self, unit, word)
            or self._listed(unit, argument.index)
            or self._anaphor(unit, word, token)
            or self._delegates(unit, argument)
            or self._group(unit, argument)
            or self._unknown(unit, argument)
        )
        return [(id_, self._kind(id_)) for id_ in ids]

    def points_back(self, unit: Unit, argument: Argument) -> bool:
        """Whether a phrase stands for someone named before: *she*, *both men*, *the Department*."""
        token = unit.origin[argument.index][0]
        return bool(self._anaphor(unit, unit.doc[argument.index], token))

    def _listed(self, unit: Unit, index: int) -> list[str]:
        """Those in the list that a noun announces."""
        if not announces_list(unit, index):
            return []
        named = [m for m in listed_after(self.words, self.order, unit) if m in self.of]
        self.items |= {(unit.origin[index][0], self.of[m]): m for m in named}
        return [self.of[m] for m in named]

    def _group(self, unit: Unit, argument: Argument) -> list[str]:
        """A group told by number: "more than 50 states", "all States"."""
        word = unit.doc[argument.index]
        if word.lower_ not in _GROUPS:
            return []
        first = argument.first
        while unit.doc[first].lower_ in ("the", "these", "by", ",", "our"):
            first += 1
        if (
            first == argument.index
            or unit.doc[first].lower_ in ("two", "both")
            or not any(
                t.like_num or t.lower_ in _QUANTIFIERS for t in unit.doc[first : argument.index]
            )
        ):
            return []
        return [self.new("group", self.words.span_text(*unit.tokens(first, argument.index)))]

    def _delegates(self, unit: Unit, argument: Argument) -> list[str]:
        """Those who come from a body stand for it: *delegations from Chad*; else they are a group."""
        word = unit.doc[argument.index]
        if word.lower_ not in _DELEGATES:
            return []
        preps = [c for c in word.children if c.dep_ == "prep" and c.lower_ in ("from", "of")]
        nouns = [noun for prep in preps for noun in prep.subtree if noun.dep_ in ("pobj", "conj")]
        sent = [
            self.of[m]
            for noun in nouns
            if (m := unit.mentions[noun.i]) in self.of and m.kind in BODIES
        ]
        if sent or any(c.dep_ == "appos" and unit.mentions[c.i] is not None for c in word.children):
            return sent
        named = any(unit.mentions[i] is not None for i in range(argument.first, argument.index))
        if not named and not any(
            unit.doc[i].pos_ in ("PROPN", "ADJ") and unit.doc[i].text[0].isupper() and i
            for i in range(argument.first, argument.index)
        ):
            return []
        first = argument.first + (unit.doc[argument.first].dep_ in ("det", "poss"))
        return [self.new("group", self.words.span_text(*unit.tokens(first, argument.index)))]

    def acted_on(self, unit: Unit, argument: Argument) -> list[str]:
        """Someone nobody knew whom something is done to: a defendant, a recipient."""
        return [] if argument.mention is not None else self._unknown(unit, argument, acts=True)

    def _unknown(self, unit: Unit, argument: Argument, *, acts: bool = False) -> list[str]:
        """A body nobody knew: a capitalized phrase that acts, such as a company's name."""
        start, end = unit.tokens(argument.index, argument.index)
        words = self.words
        upper = any(c.isupper() for c in words.text[start])
        acts = acts or argument.relation in ("subject", "with", "between", "among", "by")
        if (
            not acts
            or start in self.demonyms
            or unit.doc[argument.index].pos_ != "PROPN"
            or not upper
            or words.lower[start] in _NOBODIES
        ):
            return []
        while (
            words.same_sentence(start - 1, end - 1)
            and unit.origin[argument.first][0] < start
            and words.cap[start - 1]
        ):
            start -= 1
        if singular(words.lower[end - 1]) in PEOPLE:
            return []
        named = words.lower[start:end]
        if (
            any(w in _TITLES or w in _HONORIFICS for w in named)
            or len(words.span_text(start, end)) < 3
        ):
            return []
        if words.sentence[start] in words.headline and words.ordinary[end - 1]:
            return (
                []
                if all(words.ordinary[start:end])
                else [self.new("group", words.span_text(start, end))]
            )
        if words.lower[start] in ("the", "a", "an") or (
            end - start == 1
            and words.ordinary[start]
            and words.sentence[start - 1] != words.sentence[start]
        ):
            return []
        name = words.span_text(start, end)
        if country := self.gazetteer.demonyms.get(name):
            self.members.setdefault(country, Member(country, Kind.COUNTRY, Counter([name])))
            return [country]
        beside = unit.mentions[unit.doc[argument.index].head.i]
        person = unit.doc[argument.index].dep_ == "conj" and beside and beside.kind is Kind.PERSON
        return [self.new("person", name, Kind.PERSON) if person else self.new("organization", name)]

    def new(self, folder: str, text: str, kind: Kind = Kind.ORGANIZATION) -> str:
        """The id of a body that no list knows, made a member under its words."""
        name = " ".join(text.split())
        id_ = f"{folder}/{slug(name)}"
        self.members.setdefault(id_, Member(id_, kind, Counter([name])))
        return id_

    def home(self) -> str:
        """The government of the country that publishes the release."""
        return self._enlisted([f"government/{self.country}"])[0]

    def _enlisted(self, ids: list[str]) -> list[str]:
        """The ids, each made a member: a country may be met only through its government."""
        for id_ in ids:
            entry = self.gazetteer.entries.get(id_)
            if entry is not None:
                kind = Kind(entry.kind.value)
                self.members.setdefault(id_, Member(id_, kind, Counter([entry.label])))
        return ids

    def _kind(self, id_: str) -> Kind:
        if id_ in self.members:
            return self.members[id_].kind
        return Kind.GOVERNMENT if id_.startswith("government/") else Kind.COUNTRY

    def _anaphor(self, unit: Unit, word: Token, token: int) -> list[str]:
        low = word.lower_
        lefts = {c.lower_ for c in word.children if c.i < word.i}
        if low in ("he", "she", "his", "him", "her") or (
            low in ("accused", "defendant") and "the" in lefts
        ):
            person = self.person_before(
                token, self._subject_of(unit, word) if low in ("him", "her") else None
            )
            return [person] if person else []
        if low in _PLURAL_PEOPLE and lefts & {"two", "both"} and lefts & {"the", "both"}:
            pair = self.before(token, frozenset({Kind.PERSON}))[:2]
            return pair[::-1] if len(pair) == 2 else []
        if low in _SIDES and (lefts & {"two", "both"} or low == "sides"):
            return self.sides(token)
        if low in _SIDES and lefts & {"these", "those"}:
            return self.listed_before(token)
        alone = not any(c.dep_ == "prep" for c in word.children)
        if low == "government" and lefts & {"the", "our"} and self.country and alone:
            return [self.home()]
        if (
            low == "each"
            and (of := next((c for c in word.children if c.lower_ == "of"), None)) is not None
        ):
            return [i for c in of.children for i in self._anaphor(unit, c, token)]
        if (
            low in _BODY_NOUNS
            and lefts & {"the", "this"}
            and alone
            and (
                word.text[0].isupper()
                or low in ("department", "ministry", "commission", "bureau", "agency")
            )
        ):
            body = self.body_called(low, token)
            return [body] if body else []
        return []

    # -- referents -----------------------------------------------------------------------------

    def before(self, token: int, kinds: frozenset[Kind]) -> list[str]:
        """The entities of some kinds named before a token, the nearest first, each once."""
        found: dict[str, None] = {}
        for one in reversed(self.order):
            if one.start < token and one in self.of and self.members[self.of[one]].kind in kinds:
                found.setdefault(self.of[one])
        return list(found)

    def _subject_of(self, unit: Unit, word: Token) -> str | None:
        """Who acts in the clause of a pronoun that is acted on: someone else than it stands for."""
        subjects = (unit.mentions[c.i] for c in word.head.children if c.dep_ == "nsubj")
        return next((self.of[m] for m in subjects if m in self.of), None)

    def person_before(self, token: int, other: str | None = None) -> str | None:
        """The person *he* or *she* is, and not the ``other``.

        The last one who acted in the sentence or the two before it, else the one named last.
        """
        near = self.words.sentence[token] - 2
        acting = (m for m in reversed(self.subjects) if self.words.sentence[m.start] >= near)
        named = (m for m in reversed(self.order) if m.kind is Kind.PERSON)
        before = (m for m in (*acting, *named) if m.start < token and m in self.of)
        return next((self.of[m] for m in before if self.of[m] != other), None)

    def holder(self, office: str, people: Sequence[str]) -> str | None:
        """The person an office stands for: "the Minister", the last one named with that title."""
        noun = office.lower().split()[-1] if office else ""
        for id_ in (*reversed(people), *self.members):
            member = self.members[id_]
            if any(self.words.lower[t.head] == noun for t, _ in member.titles):
                return id_
        return None

    def sides(self, token: int) -> list[str]:
        """The two countries, governments or bodies that *both* speaks of."""
        titled = self.titled_states()
        if titled:
            return titled
        named = self._states_in(0, token)
        if len(named) == 2:
            return self._enlisted(named)
        last: dict[str, None] = {}
        for one in reversed([m for m in self.order if m.start < token]):
            if state := self._state(one):
                last.setdefault(state)
        return self._enlisted(list(last)[:2]) if len(last) >= 2 else []

    def listed_before(self, token: int) -> list[str]:
        """The countries named together last before a token: "El Salvador, Guatemala, and Honduras"."""
        states = [(m, s) for m in self.order if m.end <= token and (s := self._state(m))]
        found: list[str] = []
        for i in range(len(states) - 1, -1, -1):
            one, state = states[i]
            if found and not self._in_one_list(one, states[i + 1][0]):
                break
            found.insert(0, state)
        return self._enlisted(found) if len(found) > 1 else []

    def _in_one_list(self, one: Mention, other: Mention) -> bool:
        """Whether two names stand in one list: a comma and *and the* between them at most."""
        return other.start - one.end <= 3 and self.words.same_sentence(one.start, other.start)

    def titled_states(self) -> list[str]:
        """The two countries of the headline, if it names just two."""
        titled = self._states_in(0, self._title_end())
        return self._enlisted(titled) if len(titled) == 2 else []

    def visited_states(self) -> list[str]:
        """The publisher's country and the one foreign country of the headline, or of its people."""
        home = f"country/{self.country}"
        end = self._title_end()
        titled = {s for s in self._states_in(0, end) if s != home}
        titled |= {c for i, (_, c) in self.demonyms.items() if i < end and c != home}
        if not self.country or len(titled) != 1:
            return []
        return self._enlisted([home, *titled])

    def _title_end(self) -> int:
        return next((i for i in range(len(self.words)) if self.words.block[i] > 0), 0)

    def _states_in(self, start: int, end: int) -> list[str]:
        found: dict[str, None] = {}
        for one in self.order:
            state = self._state(one) if start <= one.start < end else None
            if state:
                found.setdefault(state)
        return list(found)

    def _state(self, one: Mention) -> str | None:
        """The country a mention stands for, whether named itself or through its government."""
        id_ = self.of.get(one, "")
        if id_.startswith(("country/", "government/")):
            return "country/" + id_.split("/")[1]
        return None

    def body_called(self, noun: str, token: int) -> str | None:
        """The body *the Department* or *the Ministry* is: the last one named with that noun."""
        for one in reversed(self.order):
            if one.start < token and one in self.of and self.members[self.of[one]].kind in BODIES:
                for spelling in self.members[self.of[one]].spellings:
                    if noun in spelling.lower().split():
                        return self.of[one]
        return None


def _name(words: Words, one: Mention) -> str:
    return " ".join(words.span_text(one.name_start, one.name_end).split())


def _longer_names(words: Words, bodies: Sequence[Mention]) -> dict[str, str]:
    """Short names of bodies to the longer name they begin: *Nikon* to *Nikon Inc.*"""
    names = {_name(words, m) for m in bodies if m.id is None}
    found = {}
    for name in names:
        longer = sorted(
            n
            for n in names
            if n.startswith(name + " ")
            and not n[len(name) + 1 :].startswith(("and", "&"))
            and (" " in name or not n[len(name) + 1 :].startswith("of"))
        )
        if len(longer) == 1:
            found[name] = longer[0]
    return found
