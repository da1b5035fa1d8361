"""When and where what happens on an occasion happens: *during the visit* is where the visit went.

A release tells once where and when a visit, a ceremony or a summit is, and then only points at it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Token

from pipeline.language import lexicon
from pipeline.language.clauses import Clause, prepositional
from pipeline.language.dating import DateMention
from pipeline.language.mentions import Kind, Mention
from pipeline.language.standins import Unit
from pipeline.models import PartialDate

_SORTS = {
    **dict.fromkeys(lexicon.words("occasions", "journeys"), "visit"),
    **dict.fromkeys(lexicon.words("occasions", "talks"), "meeting"),
    **{noun: noun for noun in lexicon.words("occasions", "others")},
}
_INCLUDING = lexicon.words("occasions", "including")
_POINTING = ("during", "at", "as part of", "on the sidelines of")
_WHERE = {"visit": ("to", "in"), "": ("in", "at")}
_PLACES = frozenset((Kind.PLACE, Kind.COUNTRY))
#: Sentences within which one of several occasions of a sort is the one pointed at.
_NEAR = 2


@dataclass(frozen=True, slots=True)
class Occasion:
    """An occasion as one sentence tells it: its sort, and where and when it is.

    ``day`` are the words of its date.
    """

    sort: str
    sentence: int
    place: Mention | None
    date: PartialDate | None
    day: Mention | None = None


class Occasions:
    """The occasions that one release, of the day ``anchor``, tells of."""

    def __init__(
        self,
        units: Sequence[Unit],
        dates: Mapping[Mention, DateMention],
        anchor: dt.date | None,
    ) -> None:
        self.units = units
        self.dates = dates
        self.anchor = anchor

    @cached_property
    def told(self) -> list[Occasion]:
        """The occasions of which the release tells where or when they are, in its order."""
        return [
            Occasion(sort, unit.sentence, place, date, day)
            for unit in self.units
            for sort, place, day in _told(unit)
            if (date := self._day(sort, day)) or place
        ]

    def pointed_at(self, clause: Clause) -> Occasion | None:
        """The occasion a clause says it belongs to, with the place and date told elsewhere."""
        sort = _sort(clause)
        if sort is None:
            return None
        sentence = clause.unit.sentence
        same = sorted(
            (o for o in self.told if o.sort == sort),
            key=lambda o: (o.sentence > sentence, abs(o.sentence - sentence)),
        )
        near = [o for o in same if abs(o.sentence - sentence) <= _NEAR]
        places = [o.place for o in same if o.place]
        dated = [o for o in same if o.date]
        dates = [o.date for o in dated if o.date]
        one_place = len({p.id for p in places}) == 1 or any(o.place for o in near)
        one_date = all(d.agrees(dates[0]) for d in dates) or any(o.date for o in near)
        return Occasion(
            sort,
            sentence,
            places[0] if places and one_place else None,
            dates[0] if dates and one_date else None,
            dated[0].day if dates and one_date else None,
        )

    def _day(self, sort: str, day: Mention | None) -> PartialDate | None:
        """As much of its date as what happens on an occasion has: of a journey, the month."""
        start, end = self.dates[day].resolve(self.anchor) if day else (None, None)
        if start is None:
            return None
        width = len(start.iso) if sort != "visit" else min(len(start.iso), 7)
        while end is not None and start.iso[:width] != end.iso[:width]:
            width = {10: 7, 7: 4}.get(width, 0)
        return PartialDate(start.iso[:width]) if width else None


def _sort(clause: Clause) -> str | None:
    """The sort of occasion a clause points at: *during the visit*, *the visit included*."""
    doc = clause.unit.doc
    nouns = [doc[a.index] for relation in _POINTING for a in clause.get(relation)]
    head = doc[clause.index].head
    if doc[clause.index].dep_ == "dobj" and head.lemma_.lower() in _INCLUDING:
        nouns += [c for c in head.children if c.dep_ == "nsubj"]
        nouns += [
            c for c in head.head.children if head.dep_ == "xcomp" and c.dep_.startswith("nsubj")
        ]
    return next((_SORTS[n.lower_] for n in nouns if n.lower_ in _SORTS), None)


def _told(unit: Unit) -> Iterator[tuple[str, Mention | None, Mention | None]]:
    """The occasions of a unit: of which sort, where, and on which date."""
    for token in unit.doc:
        sort = _SORTS.get(token.lower_)
        if sort is not None:
            yield sort, _place(unit, token, sort), _date(unit, token)
        elif token.lemma_ == "visit" and token.pos_ == "VERB":
            yield "visit", _visited(unit, token), _date(unit, token)


def _visited(unit: Unit, verb: Token) -> Mention | None:
    named = (unit.mentions[c.i] for c in verb.children if c.dep_ == "dobj")
    return next((m for m in named if m is not None and m.kind in _PLACES), None)


def _place(unit: Unit, noun: Token, sort: str) -> Mention | None:
    """Where an occasion is: what hangs on it, else on the verb it is the subject or object of."""
    heads = [noun, noun.head] if _governed(noun) else [noun]
    for head in heads:
        for one in prepositional(unit, head):
            if one.relation in _WHERE.get(sort, _WHERE[""]) and one.kind in _PLACES:
                return one.mention
    return None


def _date(unit: Unit, word: Token) -> Mention | None:
    """When an occasion is: by what hangs on it or on its verb, or all through its own sentence."""
    above = word.head if _governed(word) else word.head.head if word.dep_ == "pobj" else word
    prepositions = (c for c in above.children if c.dep_ == "prep")
    beside = [*word.subtree, *above.children, *(g for c in prepositions for g in c.children)]
    if word.dep_ in ("nsubj", "nsubjpass") and word.head.dep_ == "ROOT":
        beside += list(unit.doc)
    found = dict.fromkeys(m for t in beside if (m := unit.mentions[t.i]) and m.kind is Kind.DATE)
    return next(iter(found), None)


def _governed(noun: Token) -> bool:
    return noun.dep_ in ("nsubj", "nsubjpass", "dobj")
