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
from pipeline.language.mentions import BODIES, Kind, Mention, Mentions, Title
from pipeline.language.standins import Unit
from pipeline.language.words import Words
from pipeline.models import PROSE, BlockKind, Release, slug

_SIDES = frozenset("countries nations governments sides parties agencies departments ministries organizations organisations".split())
#: Nouns of groups that sign: told apart from a body by a number before them.
_GROUPS = frozenset("countries nations states governments parties members companies organizations organisations agencies partners".split())
_QUANTIFIERS = frozenset("all many several other each some more most numerous".split())
_NOBODIES = frozenset("agreement agreements president minister secretary members act covid covid-19".split())
_BODY_NOUNS = frozenset(
    "department ministry agency bureau commission council office company university government administration "
    "committee board authority institute bank association foundation centre center corporation union".split()
)
_PEOPLE = lexicon.words("groups", "people")
_NAMELESS = lexicon.words("groups", "body")
_DETERMINERS = frozenset("a an the these those its his her their this that our".split())
_PLURAL_PEOPLE = frozenset("men women defendants brothers sisters officers officials individuals people suspects".split())
_POINTING = _DETERMINERS - {"a", "an"}
_ANYBODY = frozenset("any every each no such many most these those other all".split())
_COURTS = frozenset("court courts tribunal magistrate magistrates".split())
_TITLES = lexicon.words("titles", "heads")
_HONORIFICS = lexicon.words("titles", "honorifics")
_SUFFIXES = lexicon.words("titles", "suffixes")


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
        mentions, acronyms = named.mentions, named.acronyms
        self.order = list(mentions)
        self.inside = named.sides
        people = [m for m in mentions if m.kind is Kind.PERSON]
        names = _full_names(words, people)
        longer = _longer_names(words, [m for m in mentions if m.kind in BODIES])
        short = {short: full for short, full in acronyms.items()}
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
                    self._add(body, body.id or self._id(body.kind, _name(words, body)), _name(words, body))

        for sides in named.sides.values():
            for one in sides:
                self._add(one, one.id or self._id(one.kind, _name(words, one)), _name(words, one))

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
            return [(id_, self.members[id_].kind)] if id_ else []
        word = unit.doc[argument.index]
        token = unit.origin[argument.index][0]
        ids = self._apposed(unit, word) or self._anaphor(word, token) or self._group(unit, argument) or self._unknown(unit, argument)
        return [(id_, self._kind(id_)) for id_ in ids]

    def _apposed(self, unit: Unit, word: Token) -> list[str]:
        """Who is named after a description: "a former officer, Ann Po,", "two men: Ann Po and Bo Li"."""
        if singular(word.lower_) not in _PEOPLE | _NAMELESS or word.pos_ == "PROPN":
            return []
        found = [c for c in word.children if c.dep_ == "appos"]
        for one in found:
            found += [c for c in one.children if c.dep_ in ("conj", "appos") and c not in found]
        mentions = [m for t in found if (m := unit.mentions[t.i]) is not None]
        return [self.of[m] for m in mentions if m in self.of and m.kind in (Kind.PERSON, Kind.ORGANIZATION, Kind.AGENCY)]

    def described(self, unit: Unit, argument: Argument) -> list[str]:
        """People or bodies whom only a common noun names, as one entity of this release.

        What points back (*the company*) or at nobody in particular (*any person*, *migrants*) does not.
        """
        word = unit.doc[argument.index]
        noun = singular(word.lower_)
        if argument.mention is not None or noun not in _PEOPLE | _NAMELESS | _COURTS or self._anaphor(word, unit.origin[argument.index][0]):
            return []
        if named := self._apposed(unit, word) or self._listed_behind(unit, word) or self._listed_below(unit, word):
            return named
        start, end = unit.tokens(argument.first, argument.index)
        while start < end - 1 and self.words.lower[start] in _DETERMINERS:
            start += 1
        lefts = {c.lower_ for c in word.children if c.i < word.i}
        if noun == word.lower_ and end - start == 1 and not lefts:  # "A Rockford, Ill., man"
            start = self._article_before(start)
            lefts |= {self.words.lower[start]}
            start += self.words.lower[start] in _DETERMINERS
        of = next((c for c in word.children if c.dep_ == "prep" and c.lower_ == "of"), None)
        if of is not None and end - start == 1:  # "the owner of a store"
            end = unit.tokens(argument.index, max(t.i for t in of.subtree))[1]
        if lefts & _ANYBODY or lefts & _POINTING and end - start == 1 or noun == "defendant":
            return []
        headline = self.words.sentence[start] in self.words.headline
        if not headline and not lefts & {"a", "an", "the"} and not self._particular(unit, argument):
            return []
        return [self._new("group", self.words.span_text(start, end))]

    def _article_before(self, end: int) -> int:
        """Where the article stands before names and commas, if one does."""
        start, words = end, self.words
        while words.same_sentence(start - 1, end) and (words.cap[start - 1] or words.text[start - 1] == ",") and words.lower[start] not in ("a", "an"):
            start -= 1
        return start if words.lower[start] in ("a", "an") else end

    def _particular(self, unit: Unit, argument: Argument) -> bool:
        """Whether a number or a name tells which people: "five officials", "Cuban officials"."""
        start, end = unit.tokens(argument.first, argument.index)
        named = any(self.words.cap[i] and self.words.same_sentence(i - 1, i) for i in range(start, end - 1))
        return named or any(t.like_num for t in unit.doc[argument.first : argument.index])

    def _listed_behind(self, unit: Unit, word: Token) -> list[str]:
        """Those named behind a colon: "Two men were charged: Ann Po, 34, and Bo Li, 41"."""
        colon = next((t.i for t in unit.doc if t.i > word.i and t.text == ":"), None)
        if colon is None or singular(word.lower_) == word.lower_ and word.lower_ not in ("men", "women"):
            return []
        behind = [m for m in unit.mentions[colon:] if m is not None and m.kind is Kind.PERSON and m in self.of]
        return list(dict.fromkeys(self.of[m] for m in behind))

    def _listed_below(self, unit: Unit, word: Token) -> list[str]:
        """Those named in the list below: "Two people were charged. They are:"."""
        if singular(word.lower_) == word.lower_:
            return []
        blocks, found = self.release.blocks, list[str]()
        text = blocks[unit.block].span.of(self.release.text).rstrip()
        if not text.endswith(":"):
            return []
        for one in self.order:
            block = self.words.block[one.start]
            if block <= unit.block or one.kind is not Kind.PERSON or one not in self.of:
                continue
            listed = all(b.kind is BlockKind.ITEM for b in blocks[unit.block + 1 : block + 1] if b.kind in PROSE)
            first = not any(self.words.block[i] == block for i in range(max(0, one.start - 2), one.start))
            if listed and first:
                found.append(self.of[one])
        return list(dict.fromkeys(found))

    def employer(self, unit: Unit, argument: Argument) -> list[str]:
        """The body that people act for: "special agents of the FBI", an attorney with a title."""
        if argument.mention is not None:
            bodies = [t.organization for t in argument.mention.titles]
            return [self.of[b] for b in bodies if b is not None and b in self.of][:1]
        word = unit.doc[argument.index]
        if singular(word.lower_) not in _PEOPLE:
            return []
        behind = [c for p in word.children if p.dep_ == "prep" and p.lower_ in ("of", "from", "with") for c in p.children]
        before = [c for c in word.children if c.dep_ in ("compound", "poss", "nmod")]
        mentions = [m for t in (*behind, *before) if (m := unit.mentions[t.i]) is not None]
        return [self.of[m] for m in mentions if m in self.of and m.kind in BODIES][:1]

    def issuer(self, unit: Unit, argument: Argument) -> list[str]:
        """The government that says *we*, outside what others are quoted with."""
        if unit.doc[argument.index].lower_ not in ("we", "i") or unit.quotation is not None or not self.country:
            return []
        return [self._home()]

    def judges(self, id_: str) -> bool:
        """Whether a body is a court."""
        return any(w in _COURTS and " " in s for s in self.members[id_].spellings for w in s.lower().split())

    def _group(self, unit: Unit, argument: Argument) -> list[str]:
        """A group told by number: "more than 50 states", "all States"."""
        word = unit.doc[argument.index]
        if word.lower_ not in _GROUPS:
            return []
        first = argument.first
        while unit.doc[first].lower_ in ("the", "these", "by", ",", "our"):
            first += 1
        if first == argument.index or unit.doc[first].lower_ in ("two", "both") or not any(t.like_num or t.lower_ in _QUANTIFIERS for t in unit.doc[first : argument.index]):
            return []
        return [self._new("group", self.words.span_text(*unit.tokens(first, argument.index)))]

    def _unknown(self, unit: Unit, argument: Argument) -> list[str]:
        """A body nobody knew: a capitalized phrase that acts, such as a company's name."""
        start, end = unit.tokens(argument.index, argument.index)
        words = self.words
        if unit.doc[argument.index].pos_ != "PROPN" or not words.cap[start] or words.lower[start] in _NOBODIES:
            return []
        while words.same_sentence(start - 1, end - 1) and unit.origin[argument.first][0] < start and words.cap[start - 1]:
            start -= 1
        if singular(words.lower[end - 1]) in _PEOPLE:
            return []
        named = words.lower[start:end]
        if any(w in _TITLES or w in _HONORIFICS for w in named) or len(words.span_text(start, end)) < 3:
            return []
        if words.sentence[start] in words.headline and words.ordinary[end - 1]:
            return [] if all(words.ordinary[start:end]) else [self._new("group", words.span_text(start, end))]
        if words.lower[start] in ("the", "a", "an") or end - start == 1 and words.ordinary[start] and words.sentence[start - 1] != words.sentence[start]:
            return []
        return [self._new("organization", words.span_text(start, end))]

    def _new(self, folder: str, text: str) -> str:
        name = " ".join(text.split())
        id_ = f"{folder}/{slug(name)}"
        self.members.setdefault(id_, Member(id_, Kind.ORGANIZATION, Counter([name])))
        return id_

    def _home(self) -> str:
        """The government of the country that publishes the release."""
        id_ = f"government/{self.country}"
        entry = self.gazetteer.entries.get(id_)
        if entry is not None:
            self.members.setdefault(id_, Member(id_, Kind.GOVERNMENT, Counter([entry.label])))
        return id_

    def _kind(self, id_: str) -> Kind:
        if id_ in self.members:
            return self.members[id_].kind
        return Kind.GOVERNMENT if id_.startswith("government/") else Kind.COUNTRY

    def _anaphor(self, word: Token, token: int) -> list[str]:
        low = word.lower_
        lefts = {c.lower_ for c in word.children if c.i < word.i}
        if low in ("he", "she", "him") or low in ("accused", "defendant") and "the" in lefts or low == "her" and word.dep_ == "dobj":
            person = self.person_before(token)
            return [person] if person else []
        if low in _PLURAL_PEOPLE and lefts & {"two", "both"} and lefts & {"the", "both"}:
            pair = self.before(token, frozenset({Kind.PERSON}))[:2]
            return pair[::-1] if len(pair) == 2 else []
        if low in _SIDES and (lefts & {"two", "both"} or low == "sides"):
            return self.sides(token)
        if low in _SIDES and lefts & {"these", "those"}:
            return self.listed_before(token)
        if low == "government" and lefts & {"the", "our"} and self.country:
            return [self._home()]
        if low == "each" and (of := next((c for c in word.children if c.lower_ == "of"), None)) is not None:
            return [i for c in of.children for i in self._anaphor(c, token)]
        if low in _BODY_NOUNS and word.text[0].isupper() and lefts & {"the", "this"}:
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

    def person_before(self, token: int) -> str | None:
        """The person *he* or *she* is: the one named last, subjects of the sentence before first."""
        people = self.before(token, frozenset({Kind.PERSON}))
        return people[0] if people else None

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
            return named
        last: dict[str, None] = {}
        for one in reversed([m for m in self.order if m.start < token]):
            if state := self._state(one):
                last.setdefault(state)
        return list(last)[:2] if len(last) >= 2 else []

    def listed_before(self, token: int) -> list[str]:
        """The countries named together last before a token: "El Salvador, Guatemala, and Honduras"."""
        states = [(m, s) for m in self.order if m.end <= token and (s := self._state(m))]
        found: list[str] = []
        for i in range(len(states) - 1, -1, -1):
            one, state = states[i]
            if found and states[i + 1][0].start - one.end > 3:
                break
            found.insert(0, state)
        return found if len(found) > 1 else []

    def titled_states(self) -> list[str]:
        """The two countries of the headline, if it names just two."""
        titled = self._states_in(0, self._title_end())
        return titled if len(titled) == 2 else []

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


def _core(words: Words, one: Mention) -> tuple[str, ...]:
    tokens = words.text[one.name_start : one.name_end]
    return tuple(t for t in tokens if t.lower() not in _SUFFIXES and t not in (",", "-", "‑", "–"))


def _full_names(words: Words, people: Sequence[Mention]) -> dict[Mention, str]:
    """Each person mention's fullest name: the longest that holds all its words in order."""
    fullest: dict[tuple[str, ...], tuple[int, str]] = {}
    for one in people:
        core = tuple(t.lower() for t in _core(words, one))
        text = _name(words, one)
        if core not in fullest or len(text) > len(fullest[core][1]):
            fullest[core] = (one.start, text)
    resolved: dict[tuple[str, ...], tuple[str, ...]] = {core: _fullest(core, list(fullest)) for core in fullest}
    return {one: fullest[resolved[tuple(t.lower() for t in _core(words, one))]][1] for one in people}


def _fullest(core: tuple[str, ...], others: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    best = core
    for other in others:
        if len(other) > len(best) and other[-1:] == core[-1:] and _inside(core, other):
            best = other
        elif len(core) == 1 and len(best) == 1 and len(other) > 1 and core[0] in other[:-1] and len(core[0]) > 2:
            best = other  # "Ms Indranee" for Indranee Rajah, "Mr Lee" for Lee Hsien Loong
    return best


def _inside(core: Sequence[str], other: Sequence[str]) -> bool:
    """Whether the words of one name stand in order in another; an initial stands for a name."""
    rest = iter(other)
    return all(any(word == w or len(word.strip(".")) == 1 and w.startswith(word[0]) or len(w.strip(".")) == 1 and word.startswith(w[0]) for w in rest) for word in core)


def _longer_names(words: Words, bodies: Sequence[Mention]) -> dict[str, str]:
    """Short names of bodies to the longer name they begin: *Nikon* to *Nikon Inc.*"""
    names = {_name(words, m) for m in bodies if m.id is None}
    found = {}
    for name in names:
        longer = sorted(n for n in names if n.startswith(name + " ") and not n[len(name) + 1 :].startswith(("and", "of", "&")))
        if len(longer) == 1:
            found[name] = longer[0]
    return found
