"""Whether an IRI that all releases share names several people.

Someone with a post has an IRI made of the name alone: *Deputy Secretary Sherman* and *Congressman
Sherman* of two releases have one. Where what releases say of the bearers cannot be of one person,
each document in which it is another one than in most gets an IRI of its own for the person.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.graph.identity import people
from pipeline.graph.identity.commonness import Commonness
from pipeline.graph.identity.decisions import Decisions
from pipeline.graph.identity.people import Persona
from pipeline.graph.identity.profiles import PEOPLE, Corpus, Profile
from pipeline.graph.identity.ranks import ranks

#: Below this score two bearers of a full name are two people: far from what says they are one.
_TWO = 0.2


@dataclass(frozen=True, slots=True, order=True)
class Parting:
    """That an IRI which all releases share names another person in one document.

    ``here`` is the IRI by which the person of that document is to be known; ``why`` tells what
    speaks against the two being one, ``passages`` where each is first named.
    """

    here: str
    iri: str
    document: str
    why: str
    passages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Bearer:
    """Those who bear an IRI in some documents and may be one person, and why they are no other."""

    known: Persona
    profiles: tuple[Profile, ...]
    why: str = ""


def here(iri: str, document: str) -> str:
    """The IRI of someone in one document, where the one that all share names another.

    >>> here("https://example.org/person/ann-roe", "https://example.org/release/b")
    'https://example.org/release/b/person/ann-roe'
    """
    return "/".join((document, *iri.rsplit("/", 2)[1:]))


def document_of(own: str, iri: str) -> str:
    """The document in which someone has an IRI of their own: the inverse of :func:`here`.

    >>> document_of(
    ...     "https://example.org/release/b/person/ann-roe", "https://example.org/person/ann-roe"
    ... )
    'https://example.org/release/b'
    """
    return own.removesuffix("/" + "/".join(iri.rsplit("/", 2)[1:]))


def part(
    corpus: Corpus, common: Commonness, decisions: Decisions
) -> tuple[Corpus, tuple[Parting, ...]]:
    """The corpus with each person under an IRI of their own, and which were parted from whom."""
    bearers: dict[str, list[Profile]] = defaultdict(list)
    for profile in corpus.profiles:
        if profile.kind == PEOPLE and "/release/" not in profile.iri:
            bearers[profile.iri].append(profile)
    judge = _Judge(common, _fully_named(corpus.profiles), _decided(decisions))
    found = tuple(
        sorted(
            parting
            for iri, profiles in bearers.items()
            if len(profiles) > 1
            for parting in judge.partings(iri, profiles)
        )
    )
    return _renamed(corpus, {(p.iri, p.document): p.here for p in found}), found


def _fully_named(profiles: Iterable[Profile]) -> Mapping[str, tuple[frozenset[int], ...]]:
    """For each family name the ranks of each person who is named in full."""
    found: dict[tuple[str, str], set[int]] = defaultdict(set)
    for profile in profiles:
        if profile.kind == PEOPLE and (one := people.persona(profile)) and one.fullest.full:
            found[one.fullest.last, one.fullest.first] |= ranks(one.offices)
    by_last: dict[str, list[frozenset[int]]] = defaultdict(list)
    for (last, _), held in sorted(found.items()):
        by_last[last].append(frozenset(held))
    return {last: tuple(held) for last, held in by_last.items()}


def _decided(decisions: Decisions) -> Mapping[str, frozenset[str]]:
    """For each IRI those that people decided are different."""
    found: dict[str, set[str]] = defaultdict(set)
    for one in decisions.different:
        for iri in one.between:
            found[iri] |= set(one.between) - {iri}
    return {iri: frozenset(others) for iri, others in found.items()}


@dataclass(frozen=True, slots=True)
class _Judge:
    """What tells whether two bearers of a name are one."""

    common: Commonness
    fully: Mapping[str, tuple[frozenset[int], ...]]
    different: Mapping[str, frozenset[str]]

    def partings(self, iri: str, profiles: Sequence[Profile]) -> Iterator[Parting]:
        """The documents in which an IRI names another person than in most."""
        groups = self._groups(iri, profiles)
        if len(groups) == 1:
            return
        free = [one for one in groups if not self._apart(iri, one)]
        first = max(free, key=lambda one: len(one.profiles), default=None)
        for other in groups:
            if other is first:
                continue
            against = first or next(one for one in groups if one is not other)
            why = other.why or against.why
            for profile in other.profiles:
                passages = (against.profiles[0].passage, profile.passage)
                own = here(iri, profile.document)
                told = tuple(passage for passage in passages if passage)
                yield Parting(own, iri, profile.document, why, told)

    def _apart(self, iri: str, one: _Bearer) -> bool:
        """Whether people decided that some of these are not whom the shared IRI names."""
        others = self.different.get(iri, frozenset())
        return any(here(iri, profile.document) in others for profile in one.profiles)

    def _groups(self, iri: str, profiles: Sequence[Profile]) -> list[_Bearer]:
        """The bearers of one IRI, those of whom most is said first; alone if nobody can be told."""
        groups: list[_Bearer] = []
        for profile in sorted(profiles, key=lambda p: (-len(p.offices), p.document)):
            known = people.persona(profile)
            if known is None:
                return [_Bearer(_NOBODY, tuple(profiles))]
            known = replace(known, documents=frozenset())  # that one names both says nothing here
            why = ""
            for at, one in enumerate(groups):
                against = self._decided(iri, one, profile) or self._against(one.known, known)
                if against is None:
                    joined = (*one.profiles, profile)
                    groups[at] = replace(one, known=one.known.with_(known), profiles=joined)
                    break
                why = why or against
            else:
                groups.append(_Bearer(known, (profile,), why))
        return groups

    def _decided(self, iri: str, one: _Bearer, profile: Profile) -> str | None:
        """Whether people decided that the bearer in one more document is none of these."""
        if not self.different:
            return None
        own, held = here(iri, profile.document), {here(iri, p.document) for p in one.profiles}
        shared = self.different.get(iri, frozenset())
        apart = bool(self.different.get(own, frozenset()) & held)
        return "people decided so" if apart or (own in shared) != bool(held & shared) else None

    def _against(self, one: Persona, other: Persona) -> str | None:
        """Why two bearers of a name are two people, if they are."""
        verdict = people.judge(one, other, self.common)
        against = [reason.words for reason in people.contradictions(one, other)]
        if against and (verdict is None or verdict.score < _TWO):
            return "; ".join(against)
        if not one.fullest.full:
            return self._by_rank(one, other)
        return None

    def _by_rank(self, one: Persona, other: Persona) -> str | None:
        """Whether a family name alone is borne by two of other ranks, and nobody held both."""
        mine, theirs = ranks(one.offices), ranks(other.offices)
        if not mine or not theirs or mine & theirs or people.bodies(one) & people.bodies(other):
            return None
        if any(held & mine and held & theirs for held in self.fully.get(one.fullest.last, ())):
            return None
        titles = (min(o.title for o in who.offices if ranks([o])) for who in (one, other))
        return "one is called {}, the other {}".format(*titles)


_NOBODY = Persona(*[frozenset()] * 7)


def _renamed(corpus: Corpus, names: Mapping[tuple[str, str], str]) -> Corpus:
    """The corpus with some people of some documents under other IRIs."""
    if not names:
        return corpus
    profiles = (replace(p, iri=names[p.key]) if p.key in names else p for p in corpus.profiles)
    happenings = (
        replace(h, fillers=frozenset(_own(h.fillers, h.document, names))) for h in corpus.happenings
    )
    showings = (
        replace(s, person=names.get((s.person, s.document), s.person)) for s in corpus.showings
    )
    return Corpus(
        tuple(sorted(profiles, key=lambda p: p.key)),
        tuple(happenings),
        corpus.documents,
        tuple(showings),
    )


def _own(
    fillers: Iterable[tuple[str, str]], document: str, names: Mapping[tuple[str, str], str]
) -> Iterator[tuple[str, str]]:
    return ((role, names.get((value, document), value)) for role, value in fillers)
