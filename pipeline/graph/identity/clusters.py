"""Groups of IRIs that name one: joined one pair at a time, never against a decision."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping


class Clusters:
    """A partition of IRIs that only grows coarser, with pairs that must stay apart."""

    def __init__(self, apart: Iterable[tuple[str, ...]] = ()) -> None:
        self._parent: dict[str, str] = {}
        self._apart: dict[str, set[str]] = defaultdict(set)
        for group in apart:
            for one in group:
                self._apart[one] |= set(group) - {one}
        self._members: dict[str, set[str]] = {}

    def root(self, iri: str) -> str:
        """What stands for the group of an IRI: the same for all of it, until it is joined."""
        path = []
        while (parent := self._parent.get(iri, iri)) != iri:
            path.append(iri)
            iri = parent
        for one in path:
            self._parent[one] = iri
        return iri

    def members(self, iri: str) -> set[str]:
        """The group of an IRI."""
        return self._members.get(self.root(iri), {iri})

    def kept_apart(self, one: str, other: str) -> tuple[str, str] | None:
        """Two IRIs of the two groups that must not be joined, or nothing."""
        if not self._apart:
            return None
        mine, theirs = self.members(one), self.members(other)
        for iri in sorted(mine):
            if clash := sorted(self._apart.get(iri, set()) & theirs):
                return iri, clash[0]
        return None

    def join(self, one: str, other: str) -> bool:
        """Make two groups one, unless two of them must stay apart; whether that was done."""
        a, b = sorted((self.root(one), self.root(other)))
        if a == b:
            return True
        if self.kept_apart(a, b):
            return False
        one_group, other_group = (self._members.pop(root, {root}) for root in (a, b))
        if len(one_group) < len(other_group):  # a group of thousands is not copied for one more
            one_group, other_group = other_group, one_group
        one_group |= other_group
        self._members[a] = one_group
        self._parent[b] = a
        return True

    def groups(self) -> Mapping[str, tuple[str, ...]]:
        """The groups of more than one, by what stands for each."""
        return {root: tuple(sorted(group)) for root, group in sorted(self._members.items())}
