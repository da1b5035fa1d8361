"""Whether an argument can fill a role of a frame, and whom it fills it with."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from pipeline.language import lexicon
from pipeline.language.cast import Cast
from pipeline.language.clauses import Argument, Clause
from pipeline.language.descriptions import (
    described,
    employer,
    in_general,
    is_local,
    is_money,
    is_private,
    is_program,
    is_public,
    issuer,
    judges,
    tries,
)
from pipeline.language.mentions import Kind
from pipeline.language.referents import referents
from pipeline.language.strangers import acted_on
from pipeline.language.title_nouns import HEADS

#: Nouns that name no post by themselves: "a figurehead owner".
_VAGUE = lexicon.words("titles", "vague_heads") | lexicon.words("titles", "weak_heads")
_VAGUE -= {"member", "chief", "head"}
#: What fills a role by itself, being no one.
_THINGS = frozenset((Kind.DATE, Kind.AGREEMENT, Kind.MONEY))

#: Nouns after *in* that only tell how or out of what: *in response*, *in grants*.
_IDLE = lexicon.words("referents", "idle")
_PRONOUNS = frozenset(("WDT", "WP", "WP$", "PRP", "EX"))

#: Kinds that someone is of by what they are called.
_TOLD_BY_NAME: Mapping[Kind, Callable[[Cast, str], bool]] = {
    Kind.COURT: judges,
    Kind.PUBLIC: is_public,
    Kind.LOCAL: is_local,
    Kind.PRIVATE: is_private,
}

Kinds = frozenset[Kind]


def filler(
    cast: Cast, clause: Clause, argument: Argument, allowed: Kinds | None, kinds: Kinds
) -> Argument | None:
    """The argument with its referents, if it can fill a role.

    The role allows some kinds, or all; of these its relation in the clause is for some ``kinds``,
    or all.
    """
    mention, wanted = argument.mention, allowed or frozenset()
    if Kind.PHRASE in wanted:
        if not kinds or (Kind.PHRASE in kinds and mention is None):
            return argument if _is_phrase(clause, argument) else None
        if Kind.MONEY in kinds:
            return argument if _holds_sum(clause, argument) else None
        return argument if mention is not None and mention.kind in kinds else None
    if Kind.TITLE in wanted and _is_title(clause, argument):
        return argument
    if mention is not None and mention.kind in _THINGS:
        return argument if _fits(mention.kind, allowed, kinds) else None
    grouped = Kind.GROUP in wanted and (not kinds or Kind.GROUP in kinds)
    ids = described(cast, clause.unit, argument) if grouped else []
    if not ids and not _only_where(clause, argument):
        ids = _fitting(cast, clause, argument, allowed, kinds) or _otherwise(
            cast, clause, argument, wanted, grouped=grouped
        )
    ids = [id_ for id_ in ids if not is_money(cast, id_)]
    return replace(argument, referents=tuple(ids)) if ids else None


def _is_phrase(clause: Clause, argument: Argument) -> bool:
    """Whether words say something by themselves, which a date and a pronoun do not."""
    dated = argument.mention is not None and argument.mention.kind is Kind.DATE
    word = clause.unit.doc[argument.index]
    idle = argument.relation == "in" and word.lower_ in _IDLE
    return not dated and not idle and word.tag_ not in _PRONOUNS


def _holds_sum(clause: Clause, argument: Argument) -> bool:
    """Whether a phrase is a sum of money or tells one: *a $5 fine*, *a penalty of $5*."""
    token, mentions = clause.unit.doc[argument.index], clause.unit.mentions
    inside = (token, *(t for c in token.children if c.dep_ != "conj" for t in c.subtree))
    return any((m := mentions[t.i]) is not None and m.kind is Kind.MONEY for t in inside)


def _fits(kind: Kind, allowed: Kinds | None, kinds: Kinds) -> bool:
    return (allowed is None or kind in allowed) and (not kinds or kind in kinds)


def _is_title(clause: Clause, argument: Argument) -> bool:
    """Whether a phrase is a title of office: one without its holder, or a noun such as *chair*."""
    if argument.mention is not None:
        return argument.mention.kind is Kind.OFFICE
    noun = HEADS.get(clause.unit.doc[argument.index].lower_)
    return noun is not None and noun not in _VAGUE


def _only_where(clause: Clause, argument: Argument) -> bool:
    """Whether a place only says where a body is, and is not one of a list."""
    place = argument.mention is not None and argument.mention.kind is Kind.PLACE
    return place and clause.unit.doc[argument.index].dep_ not in ("pobj", "nsubj")


def _fitting(
    cast: Cast, clause: Clause, argument: Argument, allowed: Kinds | None, kinds: Kinds
) -> list[str]:
    """Those whom a phrase stands for, of the kinds that fit; a court is told by its name."""
    if argument.relation == "nationality":
        people = cast.demonyms.get(clause.unit.origin[argument.index][0])
        if people is None or not _fits(Kind.COUNTRY, allowed, kinds):
            return []
        return [cast.new_country(people[1], clause.unit.doc[argument.index].text)]
    return [
        id_
        for id_, kind in referents(cast, clause.unit, argument)
        if (allowed is None or _is_of(cast, id_, kind, allowed))
        and (not kinds or _is_of(cast, id_, kind, kinds))
        and (allowed is None or Kind.PROGRAM in allowed or not is_program(cast, id_))
        and not (
            Kind.GROUP in (allowed or ()) and tries(cast, id_, named=argument.mention is not None)
        )
    ]


def _is_of(cast: Cast, id_: str, kind: Kind, some: Kinds) -> bool:
    return kind in some or any(
        is_one(cast, id_) for k, is_one in _TOLD_BY_NAME.items() if k in some
    )


def _otherwise(
    cast: Cast, clause: Clause, argument: Argument, wanted: Kinds, *, grouped: bool
) -> list[str]:
    """Those whom a phrase only describes: someone nobody knew, *we*, *the court*, *agents of*."""
    unit = clause.unit
    court = Kind.COURT in wanted and unit.doc[argument.index].lower_ == "court"
    return (
        (acted_on(cast, unit, argument) if grouped else [])
        or (in_general(cast, unit, argument) if Kind.CLASS in wanted else [])
        or (issuer(cast, unit, argument) if Kind.ISSUER in wanted else [])
        or (described(cast, unit, argument) if court else [])
        or (employer(cast, unit, argument) if Kind.EMPLOYER in wanted else [])
    )
