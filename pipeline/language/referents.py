"""Whom a phrase stands for: those it names, lists, describes or points back at.

*He* is the last man who acted, *both countries* are the two the release is about, *the following
members* are those in the list below. When the text does not decide, there is no referent.
"""

from __future__ import annotations

from pipeline.language.anaphora import pointed_at
from pipeline.language.cast import Cast
from pipeline.language.clauses import Argument
from pipeline.language.descriptions import apposed
from pipeline.language.listed import announces_list, listed_after
from pipeline.language.mentions import Kind, Mention
from pipeline.language.standins import Unit
from pipeline.language.strangers import acting, delegates, group


def referents(cast: Cast, unit: Unit, argument: Argument) -> list[tuple[str, Kind]]:
    """The entities a phrase stands for, with their kinds; none if the text does not decide."""
    if argument.mention is not None:
        return _named(cast, argument.mention)
    word = unit.doc[argument.index]
    ids = (
        apposed(cast, unit, word)
        or _listed(cast, unit, argument.index)
        or pointed_at(cast, unit, word, unit.origin[argument.index][0])
        or delegates(cast, unit, argument)
        or group(cast, unit, argument)
        or acting(cast, unit, argument)
    )
    return [(id_, cast.kind(id_)) for id_ in ids]


def _named(cast: Cast, mention: Mention) -> list[tuple[str, Kind]]:
    """The entity a mention names; someone of whom the office alone is known counts as an office."""
    id_ = cast.of.get(mention)
    if id_ is None and mention.kind is Kind.OFFICE:
        id_ = cast.office_holder(mention)
    if not id_:
        return []
    return [(id_, Kind.OFFICE if id_ in cast.unnamed else cast.members[id_].kind)]


def _listed(cast: Cast, unit: Unit, index: int) -> list[str]:
    """Those in the list that a noun announces."""
    if not announces_list(unit, index):
        return []
    named = [m for m in listed_after(cast.words, cast.order, unit) if m in cast.of]
    cast.items |= {(unit.origin[index][0], cast.of[m]): m for m in named}
    return [cast.of[m] for m in named]
