"""Whether a clause says what a frame's trigger asks for, its roles aside."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from spacy.tokens import Token

from pipeline.language import lexicon
from pipeline.language.clauses import Argument, Clause
from pipeline.language.clauses.verbs import is_infinitive
from pipeline.language.frames import Frame, Trigger
from pipeline.language.instruments import singular
from pipeline.language.mentions import Kind
from pipeline.language.words import Words


class Obstacle(NamedTuple):
    """Why a trigger announces nothing in a clause: the key of the frame language, and of what."""

    key: str
    subject: str = ""


def obstacle(
    words: Words, clause: Clause, trigger: Trigger, rest: frozenset[str]
) -> Obstacle | None:
    """What keeps a clause from saying what a trigger asks for, its roles aside; None if nothing.

    *Step down* is *down* hung on *step*, one word deep or two.
    """
    token = clause.unit.doc[clause.index]
    if rest and not rest <= {t.lower_ for c in token.children for t in (c, *c.children)}:
        return Obstacle(trigger.sort, " ".join(sorted(rest)))
    for relation in trigger.unless:
        if clause.get(relation):
            return Obstacle("unless", relation)
    for relation in trigger.needs:
        if not clause.get(relation):
            return Obstacle("needs", relation)
    if trigger.finite and _reduced(token):
        return Obstacle("finite")
    return _misworded(words, clause, trigger)


def _misworded(words: Words, clause: Clause, trigger: Trigger) -> Obstacle | None:
    """What stands in a relation that may not, or does not stand there that must."""
    for relation, banned in trigger.without.items():
        if _stands(words, clause, relation, banned):
            return Obstacle("without", relation)
    for relation, allowed in trigger.where.items():
        if not _stands(words, clause, relation, allowed):
            return Obstacle("where", relation)
    return None


def _stands(words: Words, clause: Clause, relation: str, among: frozenset[str]) -> bool:
    """Whether one of some words stands in a relation to a clause."""
    return any(
        words.lower[clause.unit.origin[a.index][1] - 1] in among for a in clause.get(relation)
    )


def _reduced(verb: Token) -> bool:
    """Whether a participle only modifies: "a panel charged with drafting the rules"."""
    return verb.dep_ in ("acl", "advcl", "amod", "pcomp") and not any(
        c.dep_ in ("aux", "auxpass", "nsubj", "nsubjpass") for c in verb.children
    )


#: Instruments of many sides that states join, called by their noun alone: *joined the Accords*.
_JOINED = frozenset(("accord", "treaty", "protocol", "compact", "pact"))
#: What stands as subject and object is what is acted on, and what it becomes.
_TURNED = {"subject": "object", "object": "complement"}


def _acts_on(clause: Clause) -> bool:
    """Whether a verb has an object; *Smith Appointed Chief Secretary* has what Smith becomes."""
    doc, objects = clause.unit.doc, clause.get("object")
    becomes = all(
        a.kind is Kind.OFFICE and not any(c.dep_ == "det" for c in doc[a.index].children)
        for a in objects
    )
    person = any(a.kind is Kind.PERSON for a in clause.get("subject"))
    return bool(objects) and not (becomes and person)


def with_object(clause: Clause) -> Clause:
    """The clause of a verb that has an object: what stands as its subject, if nothing else does."""
    verb = clause.unit.doc[clause.index]
    if clause.voice != "active" or verb.tag_ not in ("VBN", "VBD") or _acts_on(clause):
        return clause
    if any(
        c.dep_ == "aux" or (c.dep_ in ("ccomp", "xcomp") and not is_infinitive(c))
        for c in verb.children
    ):
        return clause
    turned = (
        replace(a, relation=_TURNED[a.relation]) if a.relation in _TURNED else a
        for a in clause.arguments
    )
    return replace(clause, voice="passive", arguments=tuple(turned))


def spoken_of(clause: Clause, trigger: Trigger) -> Iterator[int]:
    """What a trigger tells of that is not told by the word alone: *pay* in *agree to pay*."""
    if trigger.kind is not None or trigger.status is not None or "infinitive" in trigger.where:
        relations = (*trigger.where, "infinitive")
        for argument in (a for relation in relations for a in clause.get(relation)):
            yield clause.unit.origin[argument.index][0]


def elliptical(
    clause: Clause, frame: Frame, trigger: Trigger, roles: Mapping[str, tuple[Argument, ...]]
) -> bool:
    """Whether what was signed was told before: *X signed for Ghana*, *the signing took place*."""
    if "agreement" not in frame.requires:
        return False
    if trigger.sort == "noun":
        noun = clause.unit.doc[clause.index]
        pointing = any(
            c.dep_ == "det" and c.lower_ in ("the", "this", "these") for c in noun.children
        )
        return pointing and bool(roles.keys() & {"place", "date"})
    return any(a.relation == "for" for a in roles.get("party", ())) and "signatory" in roles


def narrow(words: Words, clause: Clause, argument: Argument, limit: str) -> bool:
    """Whether an agreement is an instrument by itself, a named one, or a new one."""
    mention = argument.mention
    assert mention is not None
    head = singular(words.text[mention.head])
    strong = head in lexicon.words("instruments", "strong") or mention.end - mention.head > 1
    if limit == "strong":
        return strong
    if limit == "named":
        known = words.lower[mention.start - 1] == "the" and head in _JOINED
        return words.cap[mention.head] and (known or mention.end - mention.start > 1)
    return strong and not words.cap[mention.head]
