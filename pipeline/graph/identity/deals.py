"""Whether two agreements of different releases are one instrument."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.graph.identity.commonness import Commonness
from pipeline.graph.identity.lexicon import words
from pipeline.graph.identity.names import fold
from pipeline.graph.identity.profiles import Profile
from pipeline.graph.identity.weigh import Reason, Verdict, log_odds, weigh

_START = 0.3
_SAME_TITLE, _SAME_WORDS = 2.2, 1.5
_SAME_PARTIES, _SAME_PARTY, _OTHER_SIDE, _OTHER_PARTIES = 1.5, 0.5, -2.5, -3.0
_SAME_DAY, _OTHER_DAY = 2.0, -3.0
_OTHER_KIND, _NAMED_KIND = -2.0, 1.0

#: Kinds of instruments that many can be party to, and that are known by their names.
_OPEN = frozenset({"Accord", "Charter", "Compact", "Convention", "Protocol", "Treaty"})


@dataclass(frozen=True, slots=True)
class Deal:
    """An agreement as one or several documents have it; parties are those of one identity."""

    titles: frozenset[tuple[str, ...]]
    kinds: frozenset[str]
    parties: frozenset[str]
    days: frozenset[str]
    beside: frozenset[str]
    documents: frozenset[str]

    def with_(self, other: Deal) -> Deal:
        """What is known of both."""
        return Deal(
            self.titles | other.titles,
            self.kinds | other.kinds,
            self.parties | other.parties,
            self.days | other.days,
            self.beside | other.beside,
            self.documents | other.documents,
        )


def deal(profile: Profile, parties: frozenset[str]) -> Deal:
    """What one document says of an agreement, its parties by what they are known as."""
    names = (*profile.names, *([profile.official] if profile.official else []))
    return Deal(
        titles=frozenset(words for name in names if (words := telling(name))),
        kinds=frozenset({profile.instrument} if profile.instrument else ()),
        parties=parties,
        days=profile.days,
        beside=profile.beside,
        documents=frozenset({profile.document}),
    )


def telling(title: str) -> tuple[str, ...]:
    """The words of a title by which one instrument is known from others: capitalized ones.

    >>> telling("Memorandum of Understanding on Lake Fisheries")
    ('lake', 'fisheries')
    >>> telling("a new funding agreement")
    ()
    """
    capitals = (word for word in title.split() if any(map(str.isupper, word)))
    return tuple(word for word in fold(" ".join(capitals)) if word not in words("plain"))


def can_be_one(one: Deal, other: Deal) -> bool:
    """Whether a title or the parties with the day or the kind are shared."""
    if one.titles & other.titles:
        return True
    return len(one.parties & other.parties) > 1 and bool(one.days & other.days)


def judge(one: Deal, other: Deal, common: Commonness) -> Verdict | None:
    """The evidence for two agreements being one; nothing if there is too little to compare.

    Two agreements of one document are two: the release itself told them apart.
    """
    if one.documents & other.documents or not can_be_one(one, other):
        return None
    return weigh([*_by_title(one, other), *_by_signing(one, other), *_by_place(one, other, common)])


def _by_title(one: Deal, other: Deal) -> Iterator[Reason]:
    yield Reason(round(log_odds(_START), 2), "there are many instruments")
    shared = one.titles & other.titles
    if shared:
        title = max(shared, key=lambda words: (len(words), words))
        points = _SAME_TITLE if len(title) > 1 else _SAME_WORDS
        yield Reason(points, f"both are called after {' '.join(title)}")
        if len(title) > 1 and (named := _open(one) & _open(other)):
            yield Reason(_NAMED_KIND, f"a {min(named)} is known by its name")
    if one.kinds and other.kinds and not one.kinds & other.kinds:
        kinds = sorted(kind.rpartition("#")[2] for kind in (min(one.kinds), min(other.kinds)))
        yield Reason(_OTHER_KIND, f"one is a {kinds[0]}, the other a {kinds[1]}")


def _open(one: Deal) -> frozenset[str]:
    return _OPEN & {kind.rpartition("#")[2] for kind in one.kinds}


def _by_signing(one: Deal, other: Deal) -> Iterator[Reason]:
    both = one.parties & other.parties
    if len(both) > 1:
        yield Reason(_SAME_PARTIES, "two parties are the same")
    elif both and not _open(one) and min(len(one.parties), len(other.parties)) > 1:
        yield Reason(_OTHER_SIDE, "one party is the same, the other is not")
    elif both:
        yield Reason(_SAME_PARTY, "one party is the same")
    elif one.parties and other.parties:
        yield Reason(_OTHER_PARTIES, "the parties are others")
    if one.days and other.days:
        if one.days & other.days:
            yield Reason(_SAME_DAY, f"both were signed on {min(one.days & other.days)}")
        elif not _agree(one.days, other.days):
            yield Reason(
                _OTHER_DAY, f"one was signed on {min(one.days)}, the other {min(other.days)}"
            )


def _agree(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether a day of the one is as precise as it goes a day of the other: 2019-09, 2019-09-25."""
    return any(a.startswith(b) or b.startswith(a) for a in one for b in other)


def _by_place(one: Deal, other: Deal, common: Commonness) -> Iterator[Reason]:
    points, named = common.company(one.beside & other.beside)
    if points:
        yield Reason(min(points, 1.5), "both are named beside " + ", ".join(named))
