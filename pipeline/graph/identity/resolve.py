"""Go through what documents say, kind by kind, and join what the evidence shows to be one.

Every entity is compared only with groups that share a key with it, such as a family name and the
letter the given name begins with; the fullest come first, then the rest in the order of their IRIs,
so that the same graphs give the same groups, whatever order their files come in.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence

from pipeline.graph.identity import bodies, deals, happenings, people
from pipeline.graph.identity.clusters import Clusters
from pipeline.graph.identity.commonness import commonness
from pipeline.graph.identity.decisions import Decisions
from pipeline.graph.identity.disagreements import over_agreements, over_events, over_holders
from pipeline.graph.identity.incumbents import incumbents, one_holder
from pipeline.graph.identity.joining import Joining, K, Kind
from pipeline.graph.identity.names import PersonName, described, person_name
from pipeline.graph.identity.namesakes import part
from pipeline.graph.identity.profiles import BODIES, DEALS, PEOPLE, Corpus, Happening, Profile
from pipeline.graph.identity.proposals import Identity, canonical
from pipeline.graph.identity.tenures import overlaps, tenures

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
    passages = _passages(corpus)
    found = Joining(clusters, passages)
    for one in decisions.same:
        found.decide(one.between, one.why, one.who)
    by_kind = defaultdict(list)
    for profile in corpus.profiles:
        by_kind[profile.kind].append(profile)
    found.compare(_PERSON, _known(by_kind[PEOPLE], people.persona), common)
    held = tenures(corpus, clusters.root)
    found.propose(one_holder(overlaps(held), _names(by_kind[PEOPLE], clusters)))
    found.propose(incumbents(by_kind[PEOPLE], tenures(corpus, clusters.root)))
    found.compare(_BODY, _known(by_kind[BODIES], bodies.body), common)
    agreements = _known(
        by_kind[DEALS], lambda p: deals.deal(p, frozenset(map(clusters.root, p.parties)))
    )
    found.compare(_DEAL, agreements, common)
    told = {h.iri: happenings.told(h, clusters.root) for h in corpus.happenings}
    found.compare(_HAPPENING, {i: h for i, h in told.items() if h is not None}, common)

    named = {canonical(group): group for group in found.groups}
    known_as = {iri: name for name, group in named.items() for iri in group}
    held = tenures(corpus, lambda iri: known_as.get(iri, iri))
    unlike = {
        *over_holders(overlaps(held)),
        *over_agreements(agreements, {**passages, **_signings(corpus)}),
        *over_events(corpus.happenings, clusters.root),
    }
    return Identity(
        links=tuple(sorted(found.links)),
        groups=found.groups,
        refused=tuple(found.refused),
        parted=parted,
        called=tuple(sorted(_called(by_kind[PEOPLE], known_as))),
        tenures=held,
        disagreements=tuple(sorted(unlike)),
    )


def _signings(corpus: Corpus) -> Mapping[str, str]:
    """Where the releases tell of the signing of each agreement."""
    return {
        value: one.passage
        for one in reversed(corpus.happenings)
        if one.type == "Signing" and one.passage
        for role, value in one.fillers
        if role == "agreement"
    }


def _names(profiles: Iterable[Profile], clusters: Clusters) -> Mapping[str, frozenset[PersonName]]:
    """The names of each person, all of them together."""
    found: dict[str, set[PersonName]] = defaultdict(set)
    for profile in profiles:
        if name := person_name(profile.label):
            found[clusters.root(profile.iri)].add(name)
    return {root: frozenset(names) for root, names in found.items()}


def _called(profiles: Sequence[Profile], known_as: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The names of those groups of which one is called by an office alone."""
    offices = {known_as[p.iri] for p in profiles if p.iri in known_as and described(p.label)}
    best: dict[str, str] = {}
    for profile in profiles:
        group = known_as.get(profile.iri)
        if group in offices and person_name(profile.label):
            best[group] = max(best.get(group, ""), profile.label, key=lambda t: (len(t), t))
    yield from best.items()


def _known(profiles: Iterable[Profile], draw: Callable[[Profile], K | None]) -> dict[str, K]:
    """What all documents say of each entity, together."""
    found: dict[str, K] = {}
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
