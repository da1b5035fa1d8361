"""Whether two organizations of different releases are one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.graph.identity.commonness import Commonness
from pipeline.graph.identity.names import body_name, generic, is_acronym
from pipeline.graph.identity.profiles import Profile
from pipeline.graph.identity.weigh import Reason, Verdict, log_odds, weigh

#: How likely two bodies of one name are one body, by what the name is made of.
_DISTINCT, _SINGLE, _ACRONYM, _GENERIC = 0.93, 0.8, 0.6, 0.25

_SAME_PUBLISHER = 0.7
_ONE_EXPANSION, _SEVERAL_EXPANSIONS = 1.5, -2.0
_OTHER_FORM = -0.3
_TOGETHER = -2.0


@dataclass(frozen=True, slots=True)
class Body:
    """An organization as one or several documents have it."""

    names: frozenset[str]
    publishers: frozenset[str]
    beside: frozenset[str]
    documents: frozenset[str]

    def with_(self, other: Body) -> Body:
        """What is known of both."""
        return Body(
            self.names | other.names,
            self.publishers | other.publishers,
            self.beside | other.beside,
            self.documents | other.documents,
        )

    @property
    def folded(self) -> frozenset[tuple[str, ...]]:
        """The names without articles and legal forms; acronyms are letters alone."""
        return frozenset(body_name(name) for name in self.names)

    @property
    def expanded(self) -> frozenset[tuple[str, ...]]:
        """The names that are no acronyms."""
        return frozenset(body_name(name) for name in self.names if not is_acronym(name))


def body(profile: Profile) -> Body:
    """What one document says of an organization."""
    return Body(
        frozenset(profile.names),
        profile.publishers,
        profile.beside,
        frozenset({profile.document}),
    )


def can_be_one(one: Body, other: Body) -> bool:
    """Whether the two share a name, and no acronym alone joins two different full names."""
    shared = one.folded & other.folded
    if not shared:
        return False
    return bool(shared & one.expanded & other.expanded) or not (one.expanded and other.expanded)


def judge(one: Body, other: Body, common: Commonness) -> Verdict | None:
    """The evidence for two organizations being one; nothing if they share no name."""
    if not can_be_one(one, other):
        return None
    return weigh([*_by_name(one, other, common), *_by_place(one, other, common)])


def _by_name(one: Body, other: Body, common: Commonness) -> Iterator[Reason]:
    shared = one.folded & other.folded
    name = max(shared, key=lambda words: (not generic(words), len(words), words))
    shown = _shown(name, one)
    if name not in one.expanded | other.expanded:
        yield Reason(round(log_odds(_ACRONYM), 2), f"both are called {shown}, an acronym")
        known = common.expansions.get(shown.replace(".", ""), frozenset())
        if len(known) == 1:
            yield Reason(_ONE_EXPANSION, f"{shown} stands for one name only in these releases")
        elif known:
            yield Reason(_SEVERAL_EXPANSIONS, f"{shown} stands for {len(known)} names")
    elif generic(name):
        yield Reason(round(log_odds(_GENERIC), 2), f"many bodies may be called {shown}")
    else:
        likely = _DISTINCT if len(name) > 1 else _SINGLE
        yield Reason(round(log_odds(likely), 2), f"both are called {shown}")
    if not one.names & other.names:
        yield Reason(_OTHER_FORM, "the names are written differently")


def _shown(name: tuple[str, ...], one: Body) -> str:
    return min(text for text in one.names if body_name(text) == name)


def _by_place(one: Body, other: Body, common: Commonness) -> Iterator[Reason]:
    own = {" ".join(words) for words in one.folded | other.folded}
    points, named = common.company(token for token in one.beside & other.beside if token not in own)
    if points:
        yield Reason(points, "both are named beside " + ", ".join(named))
    if one.documents & other.documents:
        yield Reason(_TOGETHER, "one release names both and does not say they are one")
    if one.publishers & other.publishers:
        yield Reason(_SAME_PUBLISHER, f"both are named by {min(one.publishers & other.publishers)}")
