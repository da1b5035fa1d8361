"""Match frames against clauses: what each sentence says happened, before names are resolved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.language.announcing import (
    Obstacle,
    elliptical,
    narrow,
    obstacle,
    spoken_of,
    with_object,
)
from pipeline.language.cast import Cast
from pipeline.language.clauses import Argument, Clause
from pipeline.language.clauses.attachments import hung_on
from pipeline.language.fillers import filler
from pipeline.language.frames import Frame, Relation, Trigger
from pipeline.language.mentions import Kind
from pipeline.language.words import Words
from pipeline.models import Status

#: What the way up a noun phrase leads over.
_PHRASE = frozenset(("NOUN", "PROPN", "ADP"))
_ABOUT = frozenset(("concerning", "regarding"))

Roles = dict[str, tuple[Argument, ...]]


@dataclass(frozen=True, slots=True)
class Found:
    """A frame that fired: for each role its fillers as arguments, in order."""

    frame: Frame
    trigger: Trigger
    clause: Clause
    roles: Mapping[str, tuple[Argument, ...]]
    status: Status


class Matcher:
    """Matches the frames against clauses, with the cast to say who an argument is."""

    def __init__(self, words: Words, cast: Cast, frames: Sequence[Frame]) -> None:
        self.words = words
        self.cast = cast
        self.index: dict[tuple[str, str], list[tuple[Frame, Trigger, frozenset[str]]]] = {}
        for frame in frames:
            for trigger in frame.triggers:
                for word in trigger.words:
                    first, *rest = word.split()
                    self.index.setdefault((trigger.sort, first), []).append(
                        (frame, trigger, frozenset(rest))
                    )

    def match(self, clauses: Iterable[Clause]) -> Iterator[Found]:
        """Each frame that fires on a clause; the first trigger of a frame that fits is taken."""
        told: set[tuple[str, int]] = set()  # nouns that a verb's kind of event speaks of
        for clause in clauses:
            fired: set[str] = set()
            for frame, trigger, rest in self.triggers(clause):
                here = clause.unit.origin[clause.index][0]
                if frame.name in fired or (frame.name, here) in told:
                    continue
                found = self.attempt(clause, frame, trigger, rest)
                if isinstance(found, Found):
                    fired.add(frame.name)
                    told |= {(frame.name, i) for i in spoken_of(clause, trigger)}
                    yield found

    def triggers(self, clause: Clause) -> Iterator[tuple[Frame, Trigger, frozenset[str]]]:
        """The triggers that begin with a clause's lemma, or with the word as it is written."""
        sort = clause.voice if clause.voice in ("noun", "fragment") else "verb"
        forms = (clause.lemma, clause.unit.doc[clause.index].lower_)
        for form in dict.fromkeys(forms):
            yield from self.index.get((sort, form), ())

    def attempt(
        self, clause: Clause, frame: Frame, trigger: Trigger, rest: frozenset[str]
    ) -> Found | Obstacle:
        """What a clause fills the roles of a frame with, or what it lacks of all that it needs.

        ``rest`` are the words of the trigger beside the clause's own.
        """
        if (stopped := obstacle(self.words, clause, trigger, rest)) is not None:
            return stopped
        if trigger.transitive:
            clause = with_object(clause)
        roles = self._roles(clause, frame, trigger)
        if (unfilled := _unfilled(clause, trigger, roles)) is not None and not _hangs_low(clause):
            return Obstacle("strict", unfilled)
        needed = trigger.requires if trigger.adds else (*frame.requires, *trigger.requires)
        for role in needed:
            if role not in roles and (climbed := self._climb(clause, frame, role)):
                sides = hung_on(clause.unit, clause.unit.doc[climbed.index])
                whole = replace(clause, arguments=(*clause.arguments, *sides))
                roles = self._roles(whole, frame, trigger) | {role: (climbed,)}
        lacking = [r for r in needed if not _has(roles, r) and not _adopted(trigger, r)]
        if lacking and not elliptical(clause, frame, trigger, roles):
            return Obstacle("requires", lacking[0])
        unreal = clause.status in (Status.NEGATED, Status.POSSIBLE)
        status = clause.status if unreal or trigger.status is None else trigger.status
        if status not in frame.statuses:
            return Obstacle("statuses", status.value.lower())
        if trigger.amid and status is not Status.PLANNED and clause.voice != "fragment":
            return Obstacle("amid", trigger.amid)  # "she served as Director": no post given now
        return Found(frame, trigger, clause, roles, status)

    def _roles(self, clause: Clause, frame: Frame, trigger: Trigger) -> Roles:
        """The fillers of each role in the clause."""
        roles: Roles = {}
        for role, relations in frame.roles(trigger).items():
            fillers: list[Argument] = []
            for relation in relations:
                if not fillers or not relation.otherwise:
                    fillers += self._filling(clause, frame, trigger, role, relation)
            if fillers:
                roles[role] = tuple(fillers)
        return roles

    def _filling(
        self, clause: Clause, frame: Frame, trigger: Trigger, role: str, relation: Relation
    ) -> list[Argument]:
        """The arguments in one relation that can fill a role."""
        limit, allowed = trigger.narrow.get(role), frame.fillers.get(role)
        return [
            filled
            for argument in clause.get(relation.name)
            if (filled := filler(self.cast, clause, argument, allowed, relation.kinds))
            and (limit is None or narrow(self.words, clause, filled, limit))
        ]

    def _climb(self, clause: Clause, frame: Frame, role: str) -> Argument | None:
        """An agreement further up the noun phrase that the parser hung a relative clause low in."""
        verb = clause.unit.doc[clause.index]
        allowed = frame.fillers.get(role) or frozenset()
        if Kind.AGREEMENT not in allowed:
            return None
        if verb.dep_ == "advcl" and verb.tag_ == "VBN" and clause.get("by"):
            return _before(clause, verb.i)  # "praised the pact of May 4, signed by Chile"
        if verb.dep_ not in ("relcl", "acl"):
            return None
        if any(a.kind is Kind.AGREEMENT for a in clause.get("subject")):
            return None  # "an MOU that will secure supplies"
        node, seen, about = verb.head, set[int](), False
        while node.i not in seen and (node.pos_ in _PHRASE or node.lower_ in _ABOUT):
            seen.add(node.i)
            mention = clause.unit.mentions[node.i]
            if mention is not None and mention.kind is Kind.AGREEMENT:
                return Argument("object", node.i, node.i, node.i, mention, sure=False)
            about = node.lower_ in _ABOUT
            node = node.head
        return _before(clause, verb.i) if about else None


def _hangs_low(clause: Clause) -> bool:
    """Whether a relative clause hangs on the last noun before it: *a deal on exports that*."""
    verb = clause.unit.doc[clause.index]
    objects = clause.get("object")
    return verb.dep_ == "relcl" and bool(objects) and all(a.index == verb.head.i for a in objects)


def _before(clause: Clause, verb: int) -> Argument | None:
    """The last agreement before a participle, no verb between: *the pact concerning X signed*."""
    for i in range(verb - 1, -1, -1):
        mention = clause.unit.mentions[i]
        if mention is not None and mention.kind is Kind.AGREEMENT:
            return Argument("object", i, i, i, mention, sure=False)
        word = clause.unit.doc[i]
        if mention is None and word.pos_ in ("VERB", "AUX") and word.dep_ != "prep":
            return None  # "concerning" is read as a verb
    return None


def _unfilled(clause: Clause, trigger: Trigger, roles: Roles) -> str | None:
    """The first relation that must fill a role where it is there, and does not."""
    filling = {a.index for arguments in roles.values() for a in arguments}
    for relation in trigger.strict:
        arguments = clause.get(relation)
        if arguments and not any(a.index in filling for a in arguments):
            return relation
    return None


def _adopted(trigger: Trigger, required: str) -> bool:
    """Whether a trigger takes one of the roles from the event told before."""
    return not set(required.split(" or ")).isdisjoint(trigger.adopts)


def _has(roles: Roles, required: str) -> bool:
    """Whether one of the roles is filled."""
    return any(role in roles for role in required.split(" or "))
