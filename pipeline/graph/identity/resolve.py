"""Go through what documents say, kind by kind, and join what the evidence shows to be one.

Every entity is compared only with groups that share a key with it, such as a family name and the
letter the given name begins with; the fullest come first, then the rest in the order of their IRIs,
so that the same graphs give the same groups, whatever order their files come in.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from pipeline.graph.identity import bodies, deals, happenings, people
from pipeline.graph.identity.clusters import Clusters
from pipeline.graph.identity.commonness import Commonness, commonness
from pipeline.graph.identity.decisions import Decisions
from pipeline.graph.identity.names import PersonName
from pipeline.graph.identity.namesakes import Parting, part
from pipeline.graph.identity.profiles import BODIES, DEALS, PEOPLE, Corpus, Happening, Profile
from pipeline.graph.identity.proposals import CLOSE, SAME, Identity, Link, Refusal
from pipeline.graph.identity.weigh import Verdict

#: The most groups that one entity is compared with under one key; a key of more proves nothing.
_BLOCK = 400


class Known(Protocol):
    """What is known of one entity or of a group."""

    def with_(self: _K, other: _K) -> _K:
        """What is known of both."""


_K = TypeVar("_K", bound=Known)


@dataclass(frozen=True, slots=True)
class Kind(Generic[_K]):
    """How one kind of entity is compared."""

    keys: Callable[[_K], Iterable[Hashable]]
    judge: Callable[[_K, _K, Commonness], Verdict | None]
    weight: Callable[[_K], int]


_PERSON = Kind(
    keys=lambda one: {key for name in one.names for key in _name_keys(name)},
    judge=people.judge,
    weight=lambda one: len(one.fullest.words) + len(one.offices),
)
_BODY = Kind(keys=lambda one: one.folded, judge=bodies.judge, weight=lambda one: len(one.expanded))
_DEAL = Kind(
    keys=lambda one: {*one.titles, *_signed(one)},
    judge=deals.judge,
    weight=lambda one: len(one.titles) + len(one.parties) + len(one.days),
)
_HAPPENING = Kind(
    keys=lambda one: one.keys, judge=happenings.judge, weight=lambda one: len(one.parts)
)


def resolve(corpus: Corpus, decisions: Decisions | None = None) -> Identity:
    """Propose who is who; what people decided wins over every rule."""
    decisions = decisions or Decisions()
    common = commonness(corpus.profiles, corpus.documents)
    corpus, parted = part(corpus, common, decisions)
    clusters = Clusters(one.between for one in decisions.different)
    found = _Found(clusters, _passages(corpus))
    for one in decisions.same:
        found.decide(one.between, one.why, one.who)
    by_kind = defaultdict(list)
    for profile in corpus.profiles:
        by_kind[profile.kind].append(profile)
    found.compare(_PERSON, _known(by_kind[PEOPLE], people.persona), common)
    found.compare(_BODY, _known(by_kind[BODIES], bodies.body), common)
    found.compare(
        _DEAL,
        _known(by_kind[DEALS], lambda p: deals.deal(p, frozenset(map(clusters.root, p.parties)))),
        common,
    )
    told = {h.iri: happenings.told(h, clusters.root) for h in corpus.happenings}
    found.compare(_HAPPENING, {i: h for i, h in told.items() if h is not None}, common)
    return found.identity(parted)


class _Found:
    """The links found so far."""

    def __init__(self, clusters: Clusters, passages: Mapping[str, str]) -> None:
        self.clusters = clusters
        self.passages = passages
        self.links: list[Link] = []
        self.refused: list[Refusal] = []

    def identity(self, parted: tuple[Parting, ...]) -> Identity:
        """All that was found."""
        groups = tuple(group for group in self.clusters.groups().values() if len(group) > 1)
        return Identity(tuple(sorted(self.links)), groups, tuple(self.refused), parted)

    def decide(self, between: Sequence[str], why: str, who: str) -> None:
        said = (
            f"{who} decided: {why}"
            if who and why
            else why or (f"{who} decided" if who else "decided")
        )
        for other in between[1:]:
            self._join(self._link(between[0], other, 1.0, (said,), (), decided=True))

    def compare(self, kind: Kind[_K], known: Mapping[str, _K], common: Commonness) -> None:
        """Join the entities of one kind into groups."""
        groups: dict[str, _K] = {}
        keyed: dict[Hashable, dict[str, None]] = defaultdict(dict)
        order = sorted(known, key=lambda iri: ("/release/" in iri, -kind.weight(known[iri]), iri))
        for iri in order:
            one, root = known[iri], self.clusters.root(iri)
            if root in groups:  # joined by a decision
                groups[root] = groups[root].with_(one)
            elif (best := self._best(kind, one, groups, keyed, common)) is not None:
                other, verdict = best
                link = self._link(other, iri, verdict.score, verdict.support, verdict.doubt)
                if link.same and self._join(link):
                    one = groups.pop(other).with_(one)
                    root = self.clusters.root(iri)
                elif not link.same:
                    self.links.append(link)
                groups[root] = one
            else:
                groups[root] = one
            for key in kind.keys(groups[root]):
                keyed[key][root] = None

    def _best(
        self,
        kind: Kind[_K],
        one: _K,
        groups: Mapping[str, _K],
        keyed: Mapping[Hashable, Mapping[str, None]],
        common: Commonness,
    ) -> tuple[str, Verdict] | None:
        """The group that an entity most likely belongs to, if one is at least close."""
        near = {
            self.clusters.root(root)
            for key in kind.keys(one)
            if len(keyed.get(key, ())) <= _BLOCK
            for root in keyed.get(key, ())
        }
        judged = (
            (verdict.score, root, verdict)
            for root in sorted(near)
            if (verdict := kind.judge(groups[root], one, common)) is not None
        )
        best = max(judged, key=lambda v: v[0], default=None)
        return (best[1], best[2]) if best and best[0] >= CLOSE else None

    def _link(
        self,
        one: str,
        other: str,
        score: float,
        support: tuple[str, ...],
        doubt: tuple[str, ...],
        *,
        decided: bool = False,
    ) -> Link:
        first, second = sorted((one, other))
        passages = tuple(self.passages[iri] for iri in (first, second) if iri in self.passages)
        return Link(first, second, score >= SAME, score, support, doubt, passages, decided)

    def _join(self, link: Link) -> bool:
        clash = self.clusters.kept_apart(link.one, link.other)
        if clash is not None:
            self.refused.append(Refusal(link, clash))
            return False
        self.links.append(link)
        return self.clusters.join(link.one, link.other)


def _known(profiles: Iterable[Profile], draw: Callable[[Profile], _K | None]) -> dict[str, _K]:
    """What all documents say of each entity, together."""
    found: dict[str, _K] = {}
    for profile in profiles:
        drawn = draw(profile)
        if drawn is not None:
            known = found.get(profile.iri)
            found[profile.iri] = drawn if known is None else known.with_(drawn)
    return found


def _passages(corpus: Corpus) -> dict[str, str]:
    found: dict[str, str] = {}
    told: tuple[Profile | Happening, ...] = (*corpus.profiles, *corpus.happenings)
    for one in told:
        if one.passage and one.iri not in found:
            found[one.iri] = one.passage
    return found


def _name_keys(name: PersonName) -> Iterator[Hashable]:
    yield (name.last, name.first[0]) if name.full else (name.last,)
    if name.full:
        yield (name.last,)


def _signed(one: deals.Deal) -> Iterator[Hashable]:
    parties = sorted(one.parties)
    for day in one.days:
        yield from ((day, a, b) for i, a in enumerate(parties) for b in parties[i + 1 :])
