"""Join entities of one kind into groups, pair by pair, and never against a decision."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from pipeline.graph.identity.clusters import Clusters
from pipeline.graph.identity.commonness import Commonness
from pipeline.graph.identity.incumbents import Incumbent
from pipeline.graph.identity.proposals import CLOSE, SAME, Link, Refusal
from pipeline.graph.identity.weigh import Verdict

#: The most groups that one entity is compared with under one key; a key of more proves nothing.
_BLOCK = 400


class Known(Protocol):
    """What is known of one entity or of a group."""

    def with_(self: K, other: K) -> K:
        """What is known of both."""


K = TypeVar("K", bound=Known)


@dataclass(frozen=True, slots=True)
class Kind(Generic[K]):
    """How one kind of entity is compared."""

    keys: Callable[[K], Iterable[Hashable]]
    judge: Callable[[K, K, Commonness], Verdict | None]
    weight: Callable[[K], int]


class Joining:
    """The links found so far."""

    def __init__(self, clusters: Clusters, passages: Mapping[str, str]) -> None:
        self.clusters = clusters
        self.passages = passages
        self.links: list[Link] = []
        self.refused: list[Refusal] = []

    @property
    def groups(self) -> tuple[tuple[str, ...], ...]:
        """The groups of two or more."""
        return tuple(group for group in self.clusters.groups().values() if len(group) > 1)

    def decide(self, between: Sequence[str], why: str, who: str) -> None:
        """Join what people decided to be one."""
        said = (
            f"{who} decided: {why}"
            if who and why
            else why or (f"{who} decided" if who else "decided")
        )
        for other in between[1:]:
            self._join(self._link(between[0], other, 1.0, (said,), (), decided=True))

    def propose(self, incumbents: Iterable[Incumbent]) -> None:
        """Join those who are one for the office they hold."""
        for one in incumbents:
            joined = self.clusters.root(one.one) == self.clusters.root(one.other)
            if not joined and not self.clusters.kept_apart(one.one, one.other):
                link = self._link(one.one, one.other, one.score, (one.why,), ())
                if not link.same:
                    self.links.append(link)
                else:
                    self._join(link)

    def compare(self, kind: Kind[K], known: Mapping[str, K], common: Commonness) -> None:
        """Join the entities of one kind into groups."""
        groups: dict[str, K] = {}
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
        kind: Kind[K],
        one: K,
        groups: Mapping[str, K],
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
