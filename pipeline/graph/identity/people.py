"""Whether two people of different releases are one person."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.graph.identity.commonness import Commonness
from pipeline.graph.identity.names import PersonName, fold, likeness, person_name
from pipeline.graph.identity.profiles import Office, Profile, country_of, title
from pipeline.graph.identity.weigh import Reason, Verdict, log_odds, weigh

#: Weights in log-odds, set on the half of the annotated pairs that is developed on.
_SAME_OFFICE, _SAME_BODY, _SAME_TITLE, _ONLY = 3.0, 2.0, 1.0, 2.0
_SAME_PUBLISHER = 0.7
_FULLER, _INITIALS = -0.5, -1.5
_ABROAD, _BOTH_SIDES, _FAR, _TOGETHER = -3.0, -3.0, -1.5, -4.0

#: Years after which one name is likelier another person's.
_CAREER = 25

#: Roles of those a case or a sanction is brought against.
_ACCUSED = frozenset({"defendant", "target"})


@dataclass(frozen=True, slots=True)
class Persona:
    """A person as one or several documents have them: everything known, together."""

    names: frozenset[PersonName]
    offices: frozenset[Office]
    publishers: frozenset[str]
    beside: frozenset[str]
    parts: frozenset[str]
    years: frozenset[int]
    documents: frozenset[str]

    def with_(self, other: Persona) -> Persona:
        """What is known of both."""
        return Persona(
            self.names | other.names,
            self.offices | other.offices,
            self.publishers | other.publishers,
            self.beside | other.beside,
            self.parts | other.parts,
            self.years | other.years,
            self.documents | other.documents,
        )

    @property
    def fullest(self) -> PersonName:
        """The longest of the names."""
        return max(self.names, key=lambda n: (len(n.words), sum(map(len, n.words)), n.words))


def persona(profile: Profile) -> Persona | None:
    """What one document says of a person; nothing if the label is no name."""
    name = person_name(profile.label)
    if name is None or not any(len(word) > 1 for word in name.words):
        return None
    return Persona(
        names=frozenset({name}),
        offices=frozenset(profile.offices),
        publishers=profile.publishers,
        beside=profile.beside,
        parts=profile.parts,
        years=frozenset({int(profile.day[:4])} if profile.day else ()),
        documents=frozenset({profile.document}),
    )


def can_be_one(one: Persona, other: Persona) -> bool:
    """Whether no name of the one contradicts a name of the other."""
    return all(likeness(a, b) for a in one.names for b in other.names)


def judge(one: Persona, other: Persona, common: Commonness) -> Verdict | None:
    """The evidence for two people being one; nothing if their names forbid it.

    A name of one word proves nothing by itself: without an office in common the answer is no.
    """
    if not can_be_one(one, other):
        return None
    reasons = [
        *_by_name(one, other, common),
        *_by_office(one, other, common),
        *_by_place(one, other, common),
        *contradictions(one, other),
    ]
    if not (one.fullest.full and other.fullest.full) and not any(
        reason.points >= _SAME_BODY for reason in reasons
    ):
        return None
    return weigh(reasons)


def _by_name(one: Persona, other: Persona, common: Commonness) -> Iterator[Reason]:
    short, long = sorted((one.fullest, other.fullest), key=lambda n: (len(n.words), n.words))
    prior = common.prior(short)
    shown = " ".join(short.words).title()
    rare = "rare" if prior > 0.9 else "common" if prior < 0.6 else "not rare"
    yield Reason(round(log_odds(prior), 2), f"the name {shown} is {rare} in these releases")
    if short.words != long.words:
        cut = any(len(word) == 1 for word in (short.first, long.first))
        yield Reason(_INITIALS if cut else _FULLER, "one name is fuller than the other")


def _by_office(one: Persona, other: Persona, common: Commonness) -> Iterator[Reason]:
    mine = {(title(o), _body(o)): o for o in one.offices}
    theirs = {(title(o), _body(o)): o for o in other.offices}
    both = sorted((k for k in mine.keys() & theirs.keys() if k[1]), key=str)
    shared = sorted(bodies(one) & bodies(other))
    titles = sorted({k[0] for k in mine} & {k[0] for k in theirs})
    if both:
        office = mine[both[0]]
        yield Reason(_SAME_OFFICE, f"both are {office.title} of {office.body_name}")
    elif shared:
        name = next(o.body_name for k, o in sorted(mine.items()) if k[1] == shared[0])
        yield Reason(_SAME_BODY, f"both hold a post of {name}")
    elif titles:
        called = next(o.title for k, o in sorted(mine.items()) if k[0] == titles[0])
        yield Reason(_SAME_TITLE, f"both are called {called}")
        short = min((one.fullest, other.fullest), key=lambda n: len(n.words))
        if len(short.words) == 1 and len(common.titled.get((titles[0], short.last), ())) == 1:
            yield Reason(_ONLY, f"only one {short.last.title()} here is called {called}")


def contradictions(one: Persona, other: Persona) -> Iterator[Reason]:
    """What two people can hardly have in common with one."""
    abroad, there = _countries(one), _countries(other)
    if not bodies(one) & bodies(other) and abroad and there and not abroad & there:
        yield Reason(_ABROAD, f"one serves {min(abroad)}, the other {min(there)}")
    if (_accused(one) and other.offices) or (_accused(other) and one.offices):
        yield Reason(_BOTH_SIDES, "one is accused, the other holds an office")
    if one.years and other.years and _apart(one.years, other.years) > _CAREER:
        yield Reason(_FAR, f"they are named {_apart(one.years, other.years)} years apart")


def bodies(one: Persona) -> frozenset[str]:
    """The bodies that someone holds posts of."""
    return frozenset(body for office in one.offices if (body := _body(office)))


def _body(office: Office) -> str:
    if office.body is None:
        return ""
    return office.body if "/release/" not in office.body else " ".join(fold(office.body_name or ""))


def _countries(one: Persona) -> frozenset[str]:
    """The countries whose bodies someone serves, as the ids of listed bodies tell them."""
    return frozenset(c for office in one.offices if (c := country_of(office.body)))


def _by_place(one: Persona, other: Persona, common: Commonness) -> Iterator[Reason]:
    points, named = common.company(one.beside & other.beside)
    if points:
        yield Reason(points, "both are named beside " + ", ".join(named))
    if one.publishers & other.publishers:
        yield Reason(_SAME_PUBLISHER, f"both are named by {min(one.publishers & other.publishers)}")
    if one.documents & other.documents:
        yield Reason(_TOGETHER, "one release names both and does not say they are one")


def _accused(one: Persona) -> bool:
    return bool(one.parts & _ACCUSED) and not one.offices


def _apart(one: frozenset[int], other: frozenset[int]) -> int:
    return max(0, min(other) - max(one), min(one) - max(other))
