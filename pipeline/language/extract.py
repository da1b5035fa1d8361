"""Match frames against clauses: what each sentence says happened, before names are resolved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from pipeline.language import lexicon
from pipeline.language.agreements import singular
from pipeline.language.cast import Cast
from pipeline.language.clauses import Argument, Clause
from pipeline.language.descriptions import described, employer, issuer, judges
from pipeline.language.frames import Frame, Relation, Trigger
from pipeline.language.mentions import Kind
from pipeline.language.title_nouns import HEADS
from pipeline.language.words import Words
from pipeline.models import Status

#: Nouns that name no post by themselves: "a figurehead owner".
_VAGUE = lexicon.words("titles", "vague_heads") | lexicon.words("titles", "weak_heads")
_VAGUE -= {"member", "chief", "head"}


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
            sort = clause.voice if clause.voice in ("noun", "fragment") else "verb"
            fired: set[str] = set()
            token = clause.unit.doc[clause.index]
            for frame, trigger, rest in self._triggers(sort, clause.lemma, token.lower_):
                here = clause.unit.origin[clause.index][0]
                if (
                    frame.name not in fired
                    and (frame.name, here) not in told
                    and announced(self.words, clause, trigger, rest)
                    and (found := self._match(clause, frame, trigger))
                ):
                    fired.add(frame.name)
                    told |= {(frame.name, i) for i in spoken_of(clause, trigger)}
                    yield found

    def _triggers(self, sort: str, *forms: str) -> Iterator[tuple[Frame, Trigger, frozenset[str]]]:
        """The triggers that begin with a word's lemma, or with the word as it is written."""
        for form in dict.fromkeys(forms):
            yield from self.index.get((sort, form), ())

    def _match(self, clause: Clause, frame: Frame, trigger: Trigger) -> Found | None:
        if trigger.transitive:
            clause = with_object(clause)
        roles: dict[str, tuple[Argument, ...]] = {}
        for role, relations in frame.roles(trigger).items():
            fillers: list[Argument] = []
            for relation in relations:
                if not fillers or not relation.otherwise:
                    fillers += self._filling(clause, frame, trigger, role, relation)
            if fillers:
                roles[role] = tuple(fillers)
        filling = {a.index for arguments in roles.values() for a in arguments}
        for strict in trigger.strict:
            if clause.get(strict) and not any(a.index in filling for a in clause.get(strict)):
                return None
        needed = (*frame.requires, *trigger.requires)
        for role in needed:
            if role not in roles and (climbed := self._climb(clause, frame, role)):
                roles[role] = (climbed,)
        if not all(
            _has(roles, role) or not set(role.split(" or ")).isdisjoint(trigger.adopts)
            for role in needed
        ) and not elliptical(clause, frame, trigger, roles):
            return None
        status = trigger.status or clause.status
        return Found(frame, trigger, clause, roles, status) if status in frame.statuses else None

    def _filling(
        self, clause: Clause, frame: Frame, trigger: Trigger, role: str, relation: Relation
    ) -> list[Argument]:
        """The arguments in one relation that can fill a role."""
        limit = trigger.narrow.get(role)
        return [
            filled
            for argument in clause.get(relation.name)
            if (filled := self._fill(clause, argument, frame.fillers.get(role), relation.kinds))
            and (limit is None or narrow(self.words, clause, filled, limit))
        ]

    def _climb(self, clause: Clause, frame: Frame, role: str) -> Argument | None:
        """An agreement further up the noun phrase that the parser hung a relative clause low in."""
        verb = clause.unit.doc[clause.index]
        if verb.dep_ not in ("relcl", "acl"):
            return None
        allowed, node, seen = frame.fillers.get(role), verb.head, set[int]()
        while node.i not in seen and node.pos_ in ("NOUN", "PROPN", "ADP"):
            seen.add(node.i)
            mention = clause.unit.mentions[node.i]
            if (
                mention is not None
                and mention.kind is Kind.AGREEMENT
                and Kind.AGREEMENT in (allowed or ())
            ):
                return Argument("object", node.i, node.i, node.i, mention, sure=False)
            node = node.head
        return None

    def _fill(
        self,
        clause: Clause,
        argument: Argument,
        allowed: frozenset[Kind] | None,
        kinds: frozenset[Kind],
    ) -> Argument | None:
        """The argument with its referents, if it can fill the role."""
        mention = argument.mention
        if (
            allowed is not None
            and Kind.PHRASE in allowed
            and (not kinds or (Kind.PHRASE in kinds and mention is None))
        ):
            return None if mention is not None and mention.kind is Kind.DATE else argument
        if allowed is not None and Kind.TITLE in allowed and is_title(clause, argument):
            return argument
        if mention is not None and mention.kind in (Kind.DATE, Kind.AGREEMENT, Kind.MONEY):
            fits = (allowed is None or mention.kind in allowed) and (
                not kinds or mention.kind in kinds
            )
            return argument if fits else None
        grouped = allowed is not None and Kind.GROUP in allowed and not kinds
        if grouped and (named := described(self.cast, clause.unit, argument)):
            return replace(argument, referents=tuple(named))
        if (
            mention is not None
            and mention.kind is Kind.PLACE
            and clause.unit.doc[argument.index].dep_ not in ("pobj", "nsubj")
        ):
            return None  # where a body is, not one of a list
        referents = [
            (id_, kind)
            for id_, kind in self.cast.referents(clause.unit, argument)
            if (
                allowed is None
                or kind in allowed
                or (Kind.COURT in allowed and judges(self.cast, id_))
            )
            and (not kinds or kind in kinds)
        ]
        ids = [id_ for id_, _ in referents]
        if not ids and grouped:
            ids = self.cast.acted_on(clause.unit, argument)
        if not ids and allowed is not None and Kind.ISSUER in allowed:
            ids = issuer(self.cast, clause.unit, argument)
        if (
            allowed is not None
            and Kind.COURT in allowed
            and not ids
            and clause.unit.doc[argument.index].lower_ == "court"
        ):
            ids = described(self.cast, clause.unit, argument)
        if not ids and allowed is not None and Kind.EMPLOYER in allowed:
            ids = employer(self.cast, clause.unit, argument)
        return replace(argument, referents=tuple(ids)) if ids else None


def _has(roles: Mapping[str, tuple[Argument, ...]], required: str) -> bool:
    return any(role in roles for role in required.split(" or "))


def with_object(clause: Clause) -> Clause:
    """The clause of a verb that has an object: what stands as its subject, if nothing else does."""
    verb = clause.unit.doc[clause.index]
    if clause.voice != "active" or verb.tag_ not in ("VBN", "VBD") or clause.get("object"):
        return clause
    if any(c.dep_ in ("ccomp", "xcomp") for c in verb.children):
        return clause
    turned = (
        replace(a, relation="object") if a.relation == "subject" else a for a in clause.arguments
    )
    return replace(clause, voice="passive", arguments=tuple(turned))


def spoken_of(clause: Clause, trigger: Trigger) -> Iterator[int]:
    """The tokens that a trigger with a kind of its own is about: *leave the post*, *agree to pay*."""
    if trigger.kind is not None:
        relations = (*trigger.where, "infinitive")
        for argument in (a for relation in relations for a in clause.get(relation)):
            yield clause.unit.origin[argument.index][0]


def is_title(clause: Clause, argument: Argument) -> bool:
    """Whether a phrase is a title of office: one without its holder, or a noun such as *chair*."""
    if argument.mention is not None:
        return argument.mention.kind is Kind.OFFICE
    noun = HEADS.get(clause.unit.doc[argument.index].lower_)
    return noun is not None and noun not in _VAGUE


def announced(words: Words, clause: Clause, trigger: Trigger, rest: frozenset[str]) -> bool:
    """Whether a clause has the other words of a trigger, and what it says must be there or not.

    *Step down* is *down* hung on *step*, one word deep or two.
    """
    token = clause.unit.doc[clause.index]
    if rest and not rest <= {t.lower_ for c in token.children for t in (c, *c.children)}:
        return False
    if any(clause.get(relation) for relation in trigger.unless) or not all(
        clause.get(relation) for relation in trigger.needs
    ):
        return False
    if trigger.finite and _reduced(token):
        return False
    return all(
        any(
            words.lower[clause.unit.origin[a.index][1] - 1] in allowed for a in clause.get(relation)
        )
        for relation, allowed in trigger.where.items()
    )


def _reduced(verb: Token) -> bool:
    """Whether a participle only modifies: "a panel charged with drafting the rules"."""
    return verb.dep_ in ("acl", "advcl", "amod", "pcomp") and not any(
        c.dep_ in ("aux", "auxpass", "nsubj", "nsubjpass") for c in verb.children
    )


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
        return words.cap[mention.head] and mention.end - mention.start > 1
    return strong and not words.cap[mention.head]
