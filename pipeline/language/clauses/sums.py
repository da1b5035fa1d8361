"""A verb shared by two sums: *gave $5 to Chad for wells and $3 to Peru for schools*.

Each sum is given to someone of its own, so each has a clause: what stands before the first sum is
common to both, what follows a sum is that sum's alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.language.clauses.clause import Argument, Clause, argument
from pipeline.language.clauses.nouns import kind_of
from pipeline.language.clauses.prepositions import prepositional
from pipeline.language.clauses.verbs import is_infinitive
from pipeline.language.mentions import Kind
from pipeline.language.standins import Unit
from pipeline.language.tree import Token

_JOINTS = frozenset(("and", ",", ";"))
#: What tells that a sum goes somewhere of its own, right behind it or behind what it is paid in.
_TELLING = frozenset(("for", "to", "towards", "toward"))
_RANGES = frozenset(("between", "from"))


def per_sum(unit: Unit, clause: Clause) -> Iterator[Clause]:
    """The clause itself, or one for each of the sums that share its verb."""
    sums = [t for t in unit.doc if t.i > clause.index and kind_of(t, unit.mentions) is Kind.MONEY]
    first = next((a for a in clause.arguments if sums and a.index == sums[0].i), None)
    if first is None or len(sums) < 2 or unit.doc[first.index - 1].lower_ in _RANGES:
        yield clause
        return
    starts = [sums[0], *(t for t in sums[1:] if _begins_anew(unit, t))]
    ends = [*(t.i for t in starts[1:]), len(unit.doc)]
    if len(starts) < 2 or not all(map(_goes_somewhere, starts, ends)):
        yield clause
        return
    given = [_is_given(*each) for each in zip(starts, ends, strict=True)]
    if given[0] and not all(given):  # "$10 to Peru, $6 for wells": the first sum in parts
        yield clause
        return
    for one, end in zip(starts, ends, strict=True):
        yield _about(unit, clause, first, one, end)


def _begins_anew(unit: Unit, sum_: Token) -> bool:
    """Whether a sum is joined to what stands before it, whatever the parser joined it to."""
    return sum_.dep_ in ("conj", "appos", "dobj") and unit.doc[sum_.i - 1].lower_ in _JOINTS


def _goes_somewhere(sum_: Token, end: int) -> bool:
    doc = sum_.doc
    return any(t.lower_ in _TELLING for t in doc[sum_.i + 1 : end])


def _is_given(sum_: Token, end: int) -> bool:
    """Whether it is told to whom a sum goes."""
    return any(t.lower_ == "to" and t.tag_ != "TO" for t in sum_.doc[sum_.i + 1 : end])


def _about(unit: Unit, clause: Clause, first: Argument, sum_: Token, end: int) -> Clause:
    """The clause with one of its sums, and with what is said of that sum up to the next."""
    own = [a for a in clause.arguments if a.index < first.index or sum_.i < a.index < end]
    own = [a for a in own if a.kind is not Kind.MONEY]
    if sum_.i != first.index:
        own += _said_of(unit, sum_, end, own)
    own.append(argument(unit, first.relation, sum_))
    last = max(a.last for a in own)
    return replace(clause, arguments=tuple(own), last=min(last, end - 1))


def _said_of(unit: Unit, sum_: Token, end: int, known: Sequence[Argument]) -> Iterator[Argument]:
    """What follows a sum that the parser did not hang on the verb: to whom, what for."""
    told = {(a.relation, a.index) for a in known}
    below = [t for t in sum_.subtree if sum_.i <= t.i < end]
    behind = sum_.doc[sum_.i + 1]
    for word in (sum_, behind.head, *(t for t in below if t.dep_ == "pobj")):
        said = (a for a in prepositional(unit, word) if sum_.i < a.index < end)
        yield from (a for a in said if (a.relation, a.index) not in told)
    for verb in below:
        if is_infinitive(verb) and verb.dep_ in ("acl", "relcl", "advcl", "xcomp"):
            yield argument(unit, "infinitive", verb)
            return
