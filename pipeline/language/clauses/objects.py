"""What is acted on: the object of an active verb, the subject of a passive one."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.language.clauses.clause import Argument, argument
from pipeline.language.clauses.nouns import RELATIVE, conjoined, kind_of
from pipeline.language.clauses.verbs import is_verbal, own_subject
from pipeline.language.mentions import AGENTS, Kind
from pipeline.language.standins import Unit
from pipeline.language.tree import Token

#: Verbs that need no object, though the next one has its own: *met and discussed trade*.
_OF_THEMSELVES = frozenset("meet gather convene speak talk arrive travel return resign".split())


def objects(unit: Unit, verb: Token, *, passive: bool) -> Iterator[Argument]:
    """What is acted on, after those it is given to."""
    receivers, nouns = _of_passive(unit, verb) if passive else _of_active(unit, verb)
    yield from (argument(unit, "indirect", noun) for noun in conjoined(receivers))
    for noun in conjoined(nouns):
        relative = noun.lower_ in RELATIVE and verb.dep_ == "relcl"
        yield argument(unit, "object", verb.head if relative else noun)


def _of_passive(unit: Unit, verb: Token) -> tuple[list[Token], list[Token]]:
    """To whom, and what: *X was awarded a grant* has both, *a grant was awarded* the second.

    An agreement is given nothing, though the parser may find an object further on.
    """
    given = [c for c in verb.children if c.dep_ == "dobj"]
    acted_on = _acted_on(verb)
    if any(kind_of(noun, unit.mentions) is Kind.AGREEMENT for noun in acted_on):
        return [], acted_on
    return (acted_on, given) if given else ([], acted_on)


def _of_active(unit: Unit, verb: Token) -> tuple[list[Token], list[Token]]:
    """To whom, and what: *gave Peru a grant*."""
    receivers = [c for c in verb.children if c.dep_ == "dative" and c.pos_ != "ADP"]
    nouns = [c for c in verb.children if c.dep_ in ("dobj", "attr", "oprd")]
    if not nouns and verb.dep_ == "relcl" and _is_gap(verb):
        nouns = [verb.head]
    if not nouns and (shared := _sharing_object(verb)) is not None:
        return _of_active(unit, shared)
    return receivers, nouns or _read_as_adverbs(unit, verb)


def _sharing_object(verb: Token) -> Token | None:
    """The verb right behind *and* or *or* whose object is this one's too: *signed and ratified*."""
    after = verb.doc[verb.i + 1 : verb.i + 3]
    if len(after) < 2 or after[0].dep_ != "cc" or after[0].lower_ not in ("and", "or"):
        return None
    other = after[1]
    if verb.lemma_.lower() in _OF_THEMSELVES:
        return None
    joined = other.dep_ == "conj" and other.head.i == verb.i and is_verbal(other)
    return other if joined and other.tag_ == verb.tag_ and not own_subject(other) else None


def _read_as_adverbs(unit: Unit, verb: Token) -> list[Token]:
    """Names the parser took for adverbs: "is designating, under E.O. 13224, Ann Po"."""
    after = (c for c in verb.children if c.dep_ == "npadvmod" and c.i > verb.i)
    return [c for c in after if kind_of(c, unit.mentions) in AGENTS]


def _is_gap(verb: Token) -> bool:
    """Whether what a relative clause hangs on is acted on in it: not *Rome, where X met Y*."""
    subjects = own_subject(verb)
    if any(c.lower_ in ("where", "when", "why") for c in verb.children):
        return False
    return bool(subjects) and not any(s.lower_ in ("who", "which", "that") for s in subjects)


def _acted_on(verb: Token) -> list[Token]:
    """The subject of a passive verb, its own or one it shares with a verb above it."""
    described = verb.dep_ in ("acl", "relcl")
    if own := own_subject(verb):
        return [verb.head if n.lower_ in RELATIVE and described else n for n in own]
    if described or verb.dep_ == "amod":
        return _one_of(verb.head) or [verb.head]
    below = verb.dep_ in ("conj", "xcomp", "advcl", "ccomp") and verb.head.i != verb.i
    return _acted_on(verb.head) if below and is_verbal(verb.head) else []


def _one_of(noun: Token) -> list[Token]:
    """What is said to be one of some things: *among the agreements signed was a pact*."""
    among, be = noun.head, noun.head.head
    if noun.dep_ != "pobj" or among.lower_ != "among" or be.lemma_ != "be" or among.i > be.i:
        return []
    return [c for c in be.children if c.dep_ in ("nsubj", "attr") and c.i > be.i]
