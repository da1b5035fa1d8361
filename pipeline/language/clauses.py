"""English syntax, once for all frames: each predicate with its arguments laid bare.

Active and passive, conjoined subjects and objects, relative and participial clauses, control,
nominalizations, prepositions whether the parser hung them on the verb or on the object, negation,
modality and tense. A frame only says which argument is which role.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from pipeline.language.mentions import AGENTS, BODIES, Kind, Mention
from pipeline.language.standins import Unit
from pipeline.models import Status


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument of a predicate: its relation, and the words of its unit it covers.

    ``relation`` is ``subject``, ``object``, ``when``, ``possessor``, ``compound``, or a preposition
    such as ``with``. ``sure`` is False where only position in the sentence suggests it.
    """

    relation: str
    index: int
    first: int
    last: int
    mention: Mention | None
    referents: tuple[str, ...] = ()
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Clause:
    """A predicate with its arguments.

    ``voice`` is ``active``, ``passive``, ``noun`` or ``fragment``; ``cues`` are the words that decided the status.
    """

    unit: Unit
    index: int
    lemma: str
    voice: str
    arguments: tuple[Argument, ...]
    status: Status
    cues: tuple[str, ...] = ()
    first: int = 0
    last: int = 0

    def get(self, relation: str) -> tuple[Argument, ...]:
        """The arguments in one relation, in order."""
        return tuple(a for a in self.arguments if a.relation == relation)


_SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "expl"))
_RELATIVE = frozenset(("who", "which", "that", "whom", "whose"))
_MULTIWORD = {
    ("on", "behalf"): "on behalf of",
    ("in", "presence"): "in the presence of",
    ("in", "addition"): "in addition to",
    ("according", "to"): "according to",
    ("pursuant", "to"): "pursuant to",
    ("in", "connection"): "in connection with",
    ("on", "charges"): "on charges of",
    ("under", "patronage"): "under the patronage of",
    ("under", "chairmanship"): "under the patronage of",
    ("under", "leadership"): "under the patronage of",
    ("in", "support"): "in support of",
    ("on", "side"): "on the side of",
    ("on", "sidelines"): "on the sidelines of",
    ("along", "with"): "with",
    ("together", "with"): "with",
}


def clauses(unit: Unit, nouns: frozenset[str]) -> Iterator[Clause]:
    """The clauses of a parsed unit: one per verb, one per noun of ``nouns`` (lemmas)."""
    verbs = [t for t in unit.doc if _is_verb(t)]
    yield from _infinitive_fragments(unit, verbs)
    events = [
        t
        for t in unit.doc
        if t.lower_ in nouns and t.pos_ in ("NOUN", "PROPN", "VERB") and t not in verbs
    ]
    predicates = frozenset(t.i for t in (*verbs, *events))
    if not any(v.dep_ == "ROOT" or v.head.dep_ == "ROOT" for v in verbs):
        yield from _fragments(unit)
    for verb in verbs:
        yield _verbal(unit, verb, predicates)
    for noun in events:
        yield _nominal(unit, noun, predicates)


def _is_verb(token: Token) -> bool:
    if token.dep_ == "amod":  # "the recently signed agreement"
        return token.tag_ == "VBN"
    if token.dep_ in ("aux", "auxpass", "prep", "det", "case"):
        return False
    return token.tag_.startswith("VB") or token.pos_ == "VERB"


# -- verbs -----------------------------------------------------------------------------------------


def _verbal(unit: Unit, verb: Token, predicates: frozenset[int]) -> Clause:
    passive = _is_passive(verb)
    arguments = [
        *_subjects(unit, verb, passive),
        *_objects(unit, verb, passive),
        *_prepositional(unit, verb),
    ]
    arguments += _beyond_people(unit, arguments)
    for direct in [
        a
        for a in arguments
        if a.relation == "object" or (a.mention and a.mention.kind is Kind.AGREEMENT)
    ]:
        arguments += _hung_on_object(unit, unit.doc[direct.index], arguments)
    if any(
        a.relation == "object" and a.mention and a.mention.kind is Kind.MONEY for a in arguments
    ):
        for one in [a for a in arguments if a.relation == "in"]:  # "gave $5 million in aid to Chad"
            arguments += _prepositional(unit, unit.doc[one.index])
    for complement in verb.children:
        if complement.dep_ in ("acomp", "oprd", "advmod"):  # "pleaded guilty to"
            arguments += _prepositional(unit, complement)
        elif complement.dep_ == "ccomp" and complement.pos_ == "ADJ":  # "found Smith guilty of"
            arguments += [
                _argument(unit, "object", n) for n in _conjoined(_own_subject(complement))
            ]
            arguments += _prepositional(unit, complement)
    if not any(
        a.relation == "for" for a in arguments
    ):  # "sentenced to four weeks' imprisonment for theft"
        terms = [
            unit.doc[a.index]
            for a in arguments
            if a.relation == "to" and unit.doc[a.index].lower_ in _TERMS
        ]
        arguments += [
            a
            for noun in terms
            for t in (noun, *noun.subtree)
            for a in _prepositional(unit, t)
            if a.relation == "for"
        ]
    for agent in [a for a in arguments if passive and a.relation == "subject"]:
        arguments += _prepositional(unit, unit.doc[agent.index])  # "convicted by a jury of"
    arguments += _times(unit, verb, predicates)
    for adjective in (c for c in verb.children if c.dep_ == "acomp"):  # "were present at the talks"
        arguments += _prepositional(unit, adjective)
    if verb.dep_ == "amod":
        arguments.append(_argument(unit, "attribute", verb.head))
    arguments += [
        _argument(unit, "complement", c) for c in verb.children if c.dep_ in ("oprd", "attr")
    ]
    arguments += _occasion(unit, arguments)
    arguments += _infinitives(unit, verb, {verb.i})
    arguments += _announced(unit, verb, arguments)
    status, cues = status_of(verb)
    if any(_none(unit.doc[a.index]) for a in arguments if a.relation in ("subject", "object")):
        status, cues = Status.NEGATED, ("no",)
    first, last = _covering(verb, arguments)
    voice = "passive" if passive else "active"
    return Clause(
        unit,
        verb.i,
        _LEMMAS.get(verb.lemma_.lower(), verb.lemma_.lower()),
        voice,
        _unique(arguments),
        status,
        cues,
        first,
        last,
    )


def _beyond_people(unit: Unit, arguments: Sequence[Argument]) -> Iterator[Argument]:
    """What the parser hung on a person though it cannot be theirs.

    The place in *met Smith of Peru in Rome*, and the other one in *met Smith of Peru and Jones*.
    """
    for one in arguments:
        if one.mention is None or one.mention.kind not in (Kind.PERSON, Kind.OFFICE):
            continue
        yield from (
            a for a in _prepositional(unit, unit.doc[one.index]) if a.relation in ("in", "at")
        )
        for a in _prepositional(unit, unit.doc[one.index]):
            if a.mention is not None and a.mention.kind in (Kind.PERSON, Kind.OFFICE):
                head = unit.mentions[unit.doc[a.index].head.i]
                if unit.doc[a.index].dep_ == "conj" and head is not None and head.kind in BODIES:
                    yield replace(a, relation=one.relation)


_ANNOUNCING = frozenset("announce say report state confirm".split())


def _announced(unit: Unit, verb: Token, arguments: Sequence[Argument]) -> Iterator[Argument]:
    """Who announced what a clause tells, and when, if it has no date of its own: ", the Ministry announced today"."""
    above = verb.head
    if (
        verb.dep_ not in ("ccomp", "parataxis")
        or above.lemma_.lower() not in _ANNOUNCING
        or above.i == verb.i
    ):
        return
    for noun in _conjoined(_own_subject(above)):
        yield _argument(unit, "announcer", noun)
    if (
        above.lemma_.lower() == "announce"
        and not any(a.relation == "when" for a in arguments)
        and verb.i < above.i
    ):
        yield from (
            _argument(unit, "when", c)
            for c in above.children
            if (m := unit.mentions[c.i]) is not None and m.kind is Kind.DATE
        )


def _infinitives(unit: Unit, verb: Token, seen: set[int]) -> Iterator[Argument]:
    """What a verb is followed by in the infinitive, and its objects: *met to discuss the border*."""
    for child in verb.children:
        hung = child.dep_ in ("xcomp", "advcl", "ccomp") or (child.dep_ == "conj" and len(seen) > 1)
        marked = any(c.dep_ == "aux" and c.lower_ == "to" for c in child.children)
        if hung and marked and child.i > verb.i and child.i not in seen:
            seen.add(child.i)
            yield _argument(unit, "infinitive", child)
            yield _argument(unit, f"to {child.lemma_.lower()} itself", child)
            for noun in _conjoined([c for c in child.children if c.dep_ in ("dobj", "attr")]):
                yield _argument(unit, f"to {child.lemma_.lower()}", noun)
                yield from _of_infinitive(unit, noun)
            for one in _prepositional(unit, child):
                yield replace(one, relation=f"to {child.lemma_.lower()} {one.relation}")
            yield from _infinitives(unit, child, seen)


def _of_infinitive(unit: Unit, noun: Token) -> Iterator[Argument]:
    """Infinitives the parser hung on an object: "a fine to settle claims"."""
    for child in noun.children:
        if child.dep_ in ("acl", "relcl") and any(
            c.dep_ == "aux" and c.lower_ == "to" for c in child.children
        ):
            yield _argument(unit, "infinitive", child)
            for inner in (c for c in child.children if c.dep_ == "dobj"):
                yield _argument(unit, f"to {child.lemma_.lower()}", inner)


#: Nouns of what a sentence is to: what follows with *for* is what it is for.
_TERMS = frozenset(
    "imprisonment prison jail year years month months week weeks day days probation term fine custody detention life".split()
)
#: Verbs the lemmatizer gets wrong.
_LEMMAS = {"fin": "fine", "fining": "fine"}


def _none(noun: Token) -> bool:
    """Whether a noun is said not to be: "no agreement was signed", "nobody signed"."""
    return noun.lower_ in ("neither", "nobody", "none", "nothing") or any(
        c.dep_ == "det" and c.lower_ in ("no", "neither") for c in noun.children
    )


def _is_passive(verb: Token) -> bool:
    if any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children):
        return True
    if verb.tag_ == "VBN" and any(c.dep_ == "agent" for c in verb.children):
        return True
    if _misread(verb):
        return False
    if verb.dep_ == "amod" or (verb.dep_ == "acl" and verb.tag_ in ("VBN", "VBD")):
        return True
    if (
        verb.dep_ == "conj"
        and verb.tag_ == "VBN"
        and _is_verb(verb.head)
        and not _own_subject(verb)
        and verb.head.i != verb.i
    ):
        return (
            not any(c.dep_ == "dobj" for c in verb.children)
            and verb.head.dep_ != "conj"
            and _is_passive(verb.head)
        )
    return False


def _misread(verb: Token) -> bool:
    """Whether a sentence was read as a noun phrase: *The governor named Smith as the minister*."""
    return (
        verb.dep_ == "acl"
        and _apposed_to(verb.head).dep_ == "ROOT"
        and verb.head.i < verb.i
        and any(c.dep_ in ("dobj", "oprd") and c.tag_ == "NNP" for c in verb.children)
    )


def _apposed_to(noun: Token) -> Token:
    """The noun that this one only says more of, or itself."""
    seen = set[int]()
    while noun.dep_ == "appos" and noun.i not in seen:
        seen.add(noun.i)
        noun = noun.head
    return noun


def _own_subject(verb: Token) -> list[Token]:
    return [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass", "csubj")]


def _subjects(unit: Unit, verb: Token, passive: bool) -> Iterator[Argument]:
    """The one who acts: subject of an active verb, *by* of a passive one."""
    if passive:
        for prep in verb.children:
            if prep.dep_ == "agent" or (prep.lower_ == "by" and prep.dep_ == "prep"):
                for noun in _conjoined(_pobj(prep)):
                    yield _argument(unit, "subject", noun)
        if (shown := _showing(verb)) is not None:
            for noun in _conjoined(_controller(shown, {verb.i})):
                yield _argument(unit, "subject", noun)
        return
    for noun in _conjoined(_controller(verb, set())):
        yield from (_argument(unit, "subject", who) for who in _spoken_of(verb, noun))


def _showing(verb: Token) -> Token | None:
    """The verb of those who show what they signed: "hold signed copies of an agreement"."""
    above = verb.head.head
    held = verb.dep_ == "amod" and verb.head.dep_ == "dobj"
    return (
        above if held and above.lemma_.lower() in ("hold", "display", "exchange", "show") else None
    )


def _spoken_of(verb: Token, noun: Token) -> list[Token]:
    """*it* in "the Department announced that it has signed" is the one who announced."""
    if noun.lower_ not in ("it", "they") or verb.dep_ != "ccomp" or not _is_verb(verb.head):
        return [noun]
    above = [n for n in _controller(verb.head, {verb.i}) if n.lower_ not in ("it", "they")]
    return _conjoined(above) or [noun]


def _controller(verb: Token, seen: set[int]) -> list[Token]:
    """The nouns that are the verb's subject, its own or one it shares with a verb above it."""
    if verb.i in seen:
        return []
    seen.add(verb.i)
    own = _own_subject(verb)
    if own:
        found: list[Token] = []
        for noun in own:
            if (
                noun.lower_ in _RELATIVE
                and verb.dep_ in ("relcl", "ccomp", "acl")
                and verb.head.pos_ not in ("VERB", "AUX")
            ):
                found.append(verb.head)
            elif noun.lower_ == "there":
                found += [c for c in verb.children if c.dep_ == "attr"]
            else:
                found.append(noun)
        return found
    head = verb.head
    if head.i == verb.i:
        return []
    if verb.dep_ == "acl" or verb.dep_ == "relcl":
        if verb.tag_ == "VBN" and not _misread(verb):
            return []
        if head.dep_ in ("attr", "dobj", "pobj") and verb.tag_ == "VB" and _is_verb_like(head.head):
            return _controller(head.head, seen) or [head]
        return [_apposed_to(head) if _misread(verb) else head]
    if verb.dep_ == "xcomp":
        objects = [c for c in head.children if c.dep_ in ("dobj", "dative")]
        if objects and _is_verb(head) and head.lemma_ not in ("promise", "use", "have", "take"):
            return objects
    if verb.dep_ == "pcomp":  # "by signing", "after signing"
        above = head.head
        if not _is_verb_like(above):
            return []
        joined = _joined(above) if above.lemma_ == "join" else []
        return _controller(above, seen) + joined  # "Ruiz joined Doe in signing": both
    if _is_verb_like(head):
        if verb.dep_ == "conj" and _is_passive(head) and not _is_passive(verb):
            return list(_own_subject(head))
        return _controller(head, seen)
    return []


def _joined(join: Token) -> list[Token]:
    """The other one who joins: "joined Doe", "was joined by Doe"."""
    agents = [n for c in join.children if c.dep_ == "agent" for n in _pobj(c)]
    return [c for c in join.children if c.dep_ == "dobj"] + agents


def _is_verb_like(token: Token) -> bool:
    return token.pos_ in ("VERB", "AUX") or token.tag_.startswith("VB")


def _objects(unit: Unit, verb: Token, passive: bool) -> Iterator[Argument]:
    """What is acted on: object of an active verb, subject of a passive one."""
    given = [c for c in verb.children if c.dep_ == "dobj"] if passive else []
    if passive and given:  # "X was awarded a grant"
        yield from (
            _argument(unit, "indirect", n) for n in _conjoined(_passive_subject(verb, set()))
        )
        nouns = given
    elif passive:
        nouns = _passive_subject(verb, set())
    else:
        yield from (
            _argument(unit, "indirect", n)
            for n in _conjoined(
                [c for c in verb.children if c.dep_ == "dative" and c.pos_ != "ADP"]
            )
        )
        nouns = [c for c in verb.children if c.dep_ in ("dobj", "attr", "oprd")]
        if not nouns and verb.dep_ == "relcl" and _is_gap(verb):
            nouns = [verb.head]
        if not nouns:  # "is designating, under E.O. 13224, Ann Po"
            nouns = [
                c
                for c in verb.children
                if c.dep_ == "npadvmod" and c.i > verb.i and _names_agent(unit, c)
            ]
    for noun in _conjoined(nouns):
        if noun.lower_ in _RELATIVE and verb.dep_ == "relcl":
            noun = verb.head
        yield _argument(unit, "object", noun)


def _names_agent(unit: Unit, token: Token) -> bool:
    one = unit.mentions[token.i]
    return one is not None and one.kind in AGENTS


def _is_gap(verb: Token) -> bool:
    """Whether what a relative clause hangs on is acted on in it: not *Rome, where X met Y*."""
    subjects = _own_subject(verb)
    if any(c.lower_ in ("where", "when", "why") for c in verb.children):
        return False
    return bool(subjects) and not any(s.lower_ in ("who", "which", "that") for s in subjects)


def _passive_subject(verb: Token, seen: set[int]) -> list[Token]:
    if verb.i in seen:
        return []
    seen.add(verb.i)
    own = _own_subject(verb)
    if own:
        return [
            verb.head if n.lower_ in _RELATIVE and verb.dep_ in ("relcl", "acl") else n for n in own
        ]
    if verb.dep_ in ("acl", "relcl", "amod"):
        return [verb.head]
    if verb.dep_ in ("conj", "xcomp", "advcl", "ccomp") and _is_verb_like(verb.head):
        return _passive_subject(verb.head, seen) if verb.dep_ != "conj" or True else []
    if verb.dep_ == "pcomp":
        return []
    return []


#: Nouns that only count or show what follows *of*: "a series of agreements", "copies of the accord".
_TRANSPARENT = frozenset(
    "series number set range pair package copy copies text total couple host raft dozen dozens hundreds some both "
    "many several most all one two three list variety instrument instruments version majority slew".split()
)


def _through(noun: Token) -> list[Token]:
    """What a counting noun is of; any other noun itself."""
    if noun.lower_ in _TRANSPARENT:
        inner = [
            p for c in noun.children if c.dep_ == "prep" and c.lower_ == "of" for p in _pobj(c)
        ]
        if inner:
            return inner
    return [noun]


def _conjoined(nouns: list[Token]) -> list[Token]:
    """The nouns with those joined to them by *and* or a comma."""
    found: list[Token] = []
    pending = [inner for noun in nouns for inner in _through(noun)]
    while pending:
        noun = pending.pop(0)
        if noun not in found:
            found.append(noun)
            pending += [c for c in noun.children if c.dep_ == "conj" and not _is_verb(c)]
            # "Fox and Baker sign": the first of two names is sometimes hung on the second
            pending += [
                c
                for c in noun.children
                if c.dep_ == "nmod" and any(g.dep_ == "cc" for g in c.children)
            ]
            pending += _spelt_out(noun)
    return found


def _spelt_out(noun: Token) -> list[Token]:
    """The names after a common noun: *two officials, Smith and Jones*, *leaders including Smith*."""
    beside = noun.children if noun.tag_ in ("NN", "NNS") else ()
    names = [c for c in beside if c.dep_ == "appos" and c.i > noun.i and c.tag_ in ("NNP", "NNPS")]
    for prep in noun.children:
        if prep.lower_ in ("including", "especially", "notably") or (
            prep.lower_ == "as" and any(c.lower_ == "such" for c in prep.children)
        ):
            names += [c for c in prep.children if c.dep_ in ("pobj", "dobj")]
    return names


def _pobj(prep: Token) -> list[Token]:
    return [c for c in prep.children if c.dep_ in ("pobj", "pcomp") and not _is_verb(c)]


def _prepositional(unit: Unit, head: Token) -> Iterator[Argument]:
    """Arguments under the prepositions of a word, one step into chains like *on behalf of*."""
    for prep in head.children:
        if prep.dep_ not in ("prep", "agent", "dative", "prt", "advmod") or not any(
            c.dep_ in ("pobj", "prep", "pcomp") for c in prep.children
        ):
            continue
        yield from _under(unit, prep, prep.lower_)
        for joined in prep.children:
            if joined.dep_ == "conj" and joined.pos_ in ("ADP", "SCONJ"):
                yield from _under(unit, joined, joined.lower_)
            elif joined.dep_ == "prep":
                yield from _under(
                    unit, joined, _MULTIWORD.get((prep.lower_, joined.lower_), joined.lower_)
                )


def _under(unit: Unit, prep: Token, relation: str) -> Iterator[Argument]:
    for noun in _conjoined(_pobj(prep)):
        longer = _MULTIWORD.get((relation, noun.lower_))
        if longer:
            for inner in noun.children:
                if inner.dep_ == "prep":
                    for deep in _conjoined(_pobj(inner)):
                        yield _argument(unit, longer, deep)
            continue
        one = _argument(unit, relation, noun)
        yield one
    for verb in (c for c in prep.children if c.dep_ in ("pcomp", "pobj") and _is_verb(c)):
        yield _argument(unit, relation, verb)  # "pleaded guilty to selling"


def _hung_on_object(unit: Unit, noun: Token, known: list[Argument]) -> Iterator[Argument]:
    """Prepositions the parser hung on the object: "an agreement with Honduras"."""
    yield from _prepositional(unit, noun)
    for prep in noun.children:  # "an agreement on fisheries with Peru"
        if prep.dep_ == "prep" and prep.lower_ in _SUBJECT_MATTER:
            for topic in _pobj(prep):
                deeper = _prepositional(unit, topic)
                yield from (a for a in deeper if a.relation in _SIDES and a.mention is not None)
    yield from _of_infinitive(unit, noun)
    for deep in _measured(unit, noun):
        yield from _prepositional(unit, deep)
        yield from _of_infinitive(unit, deep)
    for child in noun.children:
        if (
            child.dep_ in ("compound", "amod", "nmod", "nummod")
            and unit.mentions[child.i] is not None
        ):
            yield _argument(unit, "compound", child)


#: What an agreement is about, and between whom it is.
_SUBJECT_MATTER = frozenset("on for concerning regarding about in".split())
_SIDES = frozenset(("with", "between", "among"))


def _measured(unit: Unit, noun: Token) -> list[Token]:
    """What a sum of money is a measure of: *grants* in "$5 million in grants to 12 tribes"."""
    one = unit.mentions[noun.i]
    if one is None or one.kind is not Kind.MONEY:
        return []
    return [
        p for c in noun.children if c.dep_ == "prep" and c.lower_ in ("in", "of") for p in _pobj(c)
    ]


#: Days seen from the release: they date what it tells, not what was planned or done in it.
_RANGE = frozenset(
    ("since", "until", "before")
)  # what they introduce lies before or after the event
_DEICTIC = frozenset(
    "today yesterday monday tuesday wednesday thursday friday saturday sunday".split()
)


def _deictic(one: Mention, token: Token) -> bool:
    return one.end - one.start == 1 and token.lower_ in _DEICTIC


def _nonfinite(token: Token) -> bool:
    return (
        token.dep_ in ("pcomp", "xcomp", "acl", "advcl", "amod")
        and token.tag_ in ("VBG", "VB")
        and token.head.tag_ in ("VBD", "VBN", "IN", "NN", "NNS", "TO")
    )


def _commencing(verb: Token) -> bool:
    """Whether a participle only says from when: *for a term of two years, commencing on 1 May*."""
    return (
        verb.tag_ == "VBG" and verb.dep_ in ("advcl", "acl", "prep") and verb.lower_ in _FROM_WHEN
    )


def _times(unit: Unit, predicate: Token, predicates: frozenset[int]) -> Iterator[Argument]:
    """The dates that belong to a predicate: it is the first one above them in the tree.

    A date in an *of* phrase dates the noun it hangs on, and one in another clause that clause.
    """
    for token in unit.doc:
        one = unit.mentions[token.i]
        if one is None or one.kind is not Kind.DATE:
            continue
        node, seen = token, set[int]()
        while node.i not in seen and node.i != predicate.i:
            seen.add(node.i)
            own = (
                node.head.i == predicate.i and predicate.pos_ != "VERB"
            )  # "the signing of X on Monday"
            if node.lower_ in _RANGE and node.dep_ == "prep":
                break
            passed = _commencing(node) or (_deictic(one, token) and _nonfinite(node))
            if (node.i in predicates and not passed) or (
                node.lower_ == "of" and node.dep_ == "prep" and not own
            ):
                break
            node = node.head
        if node.i == predicate.i:
            yield _argument(unit, "when", token)
    if (sharing := _shares_time(predicate)) is not None:
        yield from _times(unit, sharing, predicates - {predicate.i})
    if predicate.dep_ == "conj" and _is_verb(
        predicate.head
    ):  # "In June, X signed A and B joined C"
        for token in unit.doc[: predicate.head.i]:
            above = unit.mentions[token.i]
            if (
                above is not None
                and above.kind is Kind.DATE
                and predicate.head in (token.head, token.head.head)
            ):
                yield _argument(unit, "when", token)
    if predicate.dep_ == "relcl" and any(c.lower_ == "when" for c in predicate.children):
        above = unit.mentions[predicate.head.i]  # "in June 2024, when X signed"
        if above is not None and above.kind is Kind.DATE:
            yield _argument(unit, "when", predicate.head)


#: Verbs whose time is that of the event they speak of: "announced today that it has reached …".
_SIMULTANEOUS = frozenset(
    "announce witness attend oversee participate hold host conclude formalize formalise".split()
)


def _shares_time(predicate: Token) -> Token | None:
    """The verb whose dates are the event's too: "formalized today with the signing of X"."""
    above = predicate.head
    if predicate.dep_ == "ccomp" and above.lemma_.lower() == "announce":
        return above
    if (shown := _showing(predicate)) is not None:
        return shown
    if predicate.dep_ == "dobj" and _is_verb(above) and above.lemma_.lower() in _SIMULTANEOUS:
        return above
    if (
        predicate.dep_ in ("pobj", "pcomp")
        and above.lower_ in ("with", "by", "through", "at", "in", "during")
        and _is_verb(above.head)
    ):
        return above.head
    return None


_OCCASIONS = frozenset(
    "ceremony event meeting visit summit conference forum reception roundtable session function dialogue gathering "
    "trip tour assembly congress symposium workshop launch celebration talks".split()
)


def _occasion(unit: Unit, arguments: list[Argument]) -> Iterator[Argument]:
    """When and where an occasion is, is when and where what happens at it: "at a ceremony in Rome today"."""
    for one in arguments:
        noun = unit.doc[one.index]
        if (
            one.relation not in ("at", "during", "on the sidelines of")
            or noun.lower_ not in _OCCASIONS
        ):
            continue
        for token in noun.subtree:
            mention = unit.mentions[token.i]
            if mention is not None and mention.kind is Kind.DATE:
                yield _argument(unit, "when", token)
        yield from (a for a in _prepositional(unit, noun) if a.relation in ("in", "at"))


# -- fragments -------------------------------------------------------------------------------------


def _infinitive_fragments(unit: Unit, verbs: Sequence[Token]) -> Iterator[Clause]:
    """An infinitive in a sentence without a finite verb: *Jane Roe, of Ohio, to be Ambassador*."""
    if any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") or t.dep_ == "auxpass" for t in unit.doc):
        return
    for verb in verbs:
        if any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children):
            arguments = [*_objects(unit, verb, passive=False), *_prepositional(unit, verb)]
            for named in _conjoined(_first_named(unit, verb)):
                arguments += [_argument(unit, "subject", named), *_prepositional(unit, named)]
            first, last = _covering(verb, arguments)
            yield Clause(
                unit,
                verb.i,
                verb.lemma_.lower(),
                "fragment",
                _unique(arguments),
                Status.PLANNED,
                ("to",),
                first,
                last,
            )


def _first_named(unit: Unit, verb: Token) -> list[Token]:
    """What a fragment is about: the first word before the verb that names someone."""
    return next(([t] for t in unit.doc if t.i < verb.i and unit.mentions[t.i] is not None), [])


# -- nouns -----------------------------------------------------------------------------------------


def _nominal(unit: Unit, noun: Token, predicates: frozenset[int]) -> Clause:
    """*the signing of X by Y*, *India's signing of X*, *the MOU signing ceremony*."""
    arguments: list[Argument] = []
    for child in noun.children:
        if child.dep_ == "poss":
            arguments += [_argument(unit, "possessor", t) for t in _conjoined([child])]
        elif child.dep_ in ("compound", "amod", "nmod") and unit.mentions[child.i] is not None:
            arguments.append(_argument(unit, "compound", child))
        elif child.dep_ == "dobj":
            arguments += [_argument(unit, "of", t) for t in _conjoined([child])]
    if noun.dep_ == "appos":
        arguments.append(_argument(unit, "apposed", noun.head))
    arguments += _prepositional(unit, noun)
    for inner in [
        a
        for a in arguments
        if a.relation in ("of", "compound") or (a.mention and a.mention.kind is Kind.AGREEMENT)
    ]:
        arguments += _hung_on_object(unit, unit.doc[inner.index], arguments)
    arguments += _of_infinitive(unit, noun)
    arguments += _times(unit, noun, predicates)
    if noun.dep_ == "dobj":  # "announced the appointment of X, a lawyer, as Y"
        arguments += [
            a for a in _prepositional(unit, noun.head) if a.relation == "as" and a.index > noun.i
        ]
    if noun.dep_ == "nsubjpass" and noun.head.lemma_.lower() in ("schedule", "set", "slate"):
        arguments += _times(unit, noun.head, predicates)
    support = list(_supporting(noun))
    for verb in support:
        arguments += [
            *_subjects(unit, verb, _is_passive(verb)),
            *_prepositional(unit, verb),
            *_times(unit, verb, predicates),
        ]
    arguments += _beyond_people(unit, arguments)
    if support or any(a.relation in ("in", "at") for a in arguments):
        arguments += _paired(unit, noun)
    arguments += _attending(unit, noun)
    arguments = [a for a in arguments if a.index != noun.i]
    arguments += _occasion(unit, arguments)
    verb = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "on" else noun.head
    governed = noun.dep_ == "dobj" or verb.lemma_.lower() == "congratulate"
    if governed and _is_verb(verb) and not _is_passive(verb):
        # "welcomed the signing of X on 3 May by Y": what follows the noun is the noun's
        after = (a for a in _prepositional(unit, verb) if a.index > noun.i)
        arguments += [a for a in after if a.relation == "by"]
        arguments += [a for a in _times(unit, verb, predicates - {noun.i}) if a.index > noun.i]
    if noun.dep_ == "compound":
        arguments += _prepositional(unit, noun.head)
        arguments += [
            _argument(unit, "compound", c)
            for c in noun.head.children
            if c.dep_ == "compound" and unit.mentions[c.i] is not None
        ]
    status, cues = status_of(support[0] if support else noun)
    first, last = _covering(noun, arguments)
    return Clause(unit, noun.i, noun.lower_, "noun", _unique(arguments), status, cues, first, last)


#: Verbs that say no more than that the event of their object, or of their subject, took place.
_SUPPORT = frozenset("hold have conduct convene organize organise arrange host pay make".split())
_FROM_WHEN = frozenset(("commencing", "starting", "beginning"))
_TAKING_PART = frozenset(("participate", "take"))
_GOING = frozenset("be travel visit arrive go come fly return".split())
_ATTENDING = frozenset("attend chair cochair co-chair join lead".split())
_TAKE_PLACE = frozenset("take hold occur happen conduct convene begin conclude".split())


def _supporting(noun: Token) -> Iterator[Token]:
    """The verb that says an event took place: *X held talks*, *the talks, which were held at Y*."""
    outer = _counted(noun)
    verb, lemma = outer.head, outer.head.lemma_.lower()
    if outer.dep_ == "dobj" and lemma in _SUPPORT:
        yield verb
    elif (outer.dep_ == "nsubj" and lemma in _TAKE_PLACE) or (
        outer.dep_ == "nsubjpass" and lemma in _TAKE_PLACE | _SUPPORT
    ):
        yield verb
        beside = (c for c in verb.children if c.dep_ in ("advcl", "conj"))
        yield from (c for c in beside if any(g.dep_ == "agent" for g in c.children))
    elif (
        outer.dep_ == "pobj"
        and outer.head.lower_ in ("in", "at", "on")
        and outer.head.head.lemma_.lower() in _TAKING_PART
    ):
        yield outer.head.head
    for child in noun.children:
        if (
            child.dep_ in ("acl", "relcl")
            and child.tag_ != "VB"
            and child.lemma_.lower() in _TAKE_PLACE | _SUPPORT | _ATTENDING
        ):
            yield child


def _counted(noun: Token) -> Token:
    """The noun that counts this one, *the second round of talks*, or the noun itself."""
    above = noun.head.head
    counts = above.lower_ in _TRANSPARENT | {"round", "rounds", "session", "edition"}
    return above if noun.dep_ == "pobj" and noun.head.lower_ == "of" and counts else noun


def _paired(unit: Unit, noun: Token) -> Iterator[Argument]:
    """Two bodies before a noun stand for the two sides: *the France-Greece Dialogue*."""
    pending = [c for c in noun.children if c.i < noun.i and c.dep_ in ("compound", "nmod", "amod")]
    found: list[Token] = []
    while pending:
        child = pending.pop()
        if (one := unit.mentions[child.i]) is not None and one.kind in BODIES:
            found.append(child)
        pending += [c for c in child.children if c.dep_ in ("compound", "nmod", "dep", "conj")]
    if len(found) > 1:
        yield from (_argument(unit, "between", t) for t in sorted(found, key=lambda t: t.i))


def _attending(unit: Unit, noun: Token) -> Iterator[Argument]:
    """The subject of what was done at an event with someone: *X raised it in talks with Y*."""
    prep = noun.head
    above = prep.head.head if prep.head.dep_ == "dobj" else prep.head
    shared = any(c.dep_ == "prep" and c.lower_ in ("with", "on") for c in noun.children)
    there = prep.lower_ in ("in", "at", "during", "on") or (
        prep.lower_ == "for" and above.lemma_.lower() in _GOING
    )
    if noun.dep_ == "pobj" and there and shared and _is_verb(above):
        if not any(c.dep_ == "poss" for c in noun.children) and not _is_passive(above):
            for subject in _conjoined(_controller(above, set())):
                yield _argument(unit, "attending", subject)


def _fragments(unit: Unit) -> Iterator[Clause]:
    """Agreements named in a phrase without a verb: "an MoU between A and B on trade"."""
    for token in unit.doc:
        mention = unit.mentions[token.i]
        if mention is None or mention.kind is not Kind.AGREEMENT:
            continue
        arguments = [_argument(unit, "object", token), *_prepositional(unit, token)]
        if any(a.relation in ("between", "among", "with") for a in arguments):
            first, last = _covering(token, arguments)
            yield Clause(
                unit,
                token.i,
                "agreement",
                "fragment",
                _unique(arguments),
                Status.OCCURRED,
                (),
                first,
                last,
            )


def _argument(unit: Unit, relation: str, token: Token) -> Argument:
    first, last = _phrase(token)
    return Argument(relation, token.i, first, last, unit.mentions[token.i])


def _phrase(token: Token) -> tuple[int, int]:
    """The words of a noun phrase without its relative clauses and conjuncts."""
    inside = [token.i]
    pending = [
        c
        for c in token.children
        if c.dep_
        in ("det", "amod", "compound", "nummod", "poss", "quantmod", "nmod", "advmod", "predet")
        and c.i < token.i
    ]
    while pending:
        child = pending.pop()
        inside.append(child.i)
        pending += [c for c in child.children if c.i < token.i]
    return min(inside), token.i


def phrase_of(head: Token, mentions: Sequence[Mention | None]) -> tuple[int, int]:
    """First and last word of a phrase with all it governs, up to what a comma or a date sets off."""
    inside = {t.i for t in head.subtree if not (t.dep_ == "punct" and t.head.i == head.i)}
    for token in head.subtree:
        if token.i > head.i and _set_off(token, mentions):
            inside -= set(range(min(t.i for t in token.subtree), len(head.doc)))
    first, last = min(inside | {head.i}), max(inside | {head.i})
    opened = [t.i for t in head.doc[first : last + 1] if t.text == "("]
    if opened and not any(t.text == ")" for t in head.doc[opened[-1] : last + 1]):
        last = max(opened[-1] - 1, head.i)
    while last > head.i and (
        head.doc[last].dep_ == "cc"
        or (head.doc[last].is_punct and head.doc[last].text not in (")", "”", '"'))
    ):
        last -= 1
    return first, last


def _set_off(token: Token, mentions: Sequence[Mention | None]) -> bool:
    """Whether a word begins what is no longer part of a phrase: a date, a clause behind a comma."""
    one = mentions[token.i]
    if one is not None and one.kind is Kind.DATE:
        return True
    if token.dep_ == "prep" and any(
        m is not None and m.kind is Kind.DATE
        for c in token.children
        if c.dep_ == "pobj"
        for m in [mentions[c.i]]
    ):
        return True
    if (
        token.dep_ == "prep"
        and token.lower_ == "for"
        and (token.head.lower_ in _TERMS or any(c.dep_ == "pcomp" for c in token.children))
    ):
        return True
    if token.dep_ in ("prep", "agent") and (
        token.lower_ == "before"
        or (
            token.lower_ == "by"
            and any((m := mentions[c.i]) and m.kind is Kind.PERSON for c in token.children)
        )
    ):
        return True
    first = min(t.i for t in token.subtree)
    behind_comma = first > 0 and token.doc[first - 1].text in (",", ";", "–", "—")
    return behind_comma and token.dep_ in ("relcl", "advcl", "ccomp", "parataxis", "appos")


def purpose(head: Token, noun: Token) -> tuple[int, int] | None:
    """First and last word of what is aimed at: "to expand …" after the verb or its object, or
    what the instrument *will* do.
    """
    for word in (head, noun):
        for child in word.children:
            to = any(c.dep_ == "aux" and c.lower_ == "to" for c in child.children)
            if child.dep_ in ("advcl", "acl", "relcl", "xcomp") and to and child.i > head.i:
                return min(t.i for t in child.subtree), _last(child)
    if noun.dep_ in ("nsubj", "nsubjpass") and any(c.lower_ == "will" for c in noun.head.children):
        return noun.head.i, _last(noun.head)
    return None


def _last(head: Token) -> int:
    return max(t.i for t in head.subtree if t.dep_ != "punct" or t.i < head.i)


def _extent(head: Token) -> tuple[int, int]:
    """First and last word of the clause: the subtree without coordinate and subordinate clauses."""
    inside, pending, seen = [head.i], list(head.children), {head.i}
    while pending:
        child = pending.pop()
        if child.i in seen:
            continue
        seen.add(child.i)
        if child.dep_ in ("advcl", "ccomp", "parataxis", "punct") or (
            child.dep_ == "conj" and _is_verb(child)
        ):
            continue
        inside.append(child.i)
        pending += list(child.children)
    return min(inside), max(inside)


def _covering(head: Token, arguments: list[Argument]) -> tuple[int, int]:
    """First and last word of the clause with all its arguments."""
    first, last = _extent(head)
    return min([first, *(a.first for a in arguments)]), max([last, *(a.last for a in arguments)])


def _unique(arguments: list[Argument]) -> tuple[Argument, ...]:
    seen, found = set(), []
    for one in arguments:
        if (one.relation, one.index) not in seen:
            seen.add((one.relation, one.index))
            found.append(one)
    return tuple(found)


# -- status ----------------------------------------------------------------------------------------

#: Prepositions of circumstance: what they introduce is not planned because the verb's event is.
_CIRCUMSTANCE = frozenset(
    "since after following at during upon with by through under from despite before until amid".split()
) - {"by"}
_HAPPENING = frozenset("take occur happen follow begin be expect schedule include mark see".split())
_WILL = frozenset(("will", "shall", "'ll", "’ll", "wo"))
_MAY = frozenset(("may", "might", "could", "can", "would", "should", "must"))
_PLANNING = frozenset(
    "plan intend agree expect hope decide propose seek want commit schedule aim authorize authorise approve allow "
    "anticipate prepare pledge undertake invite urge encourage ask request call need wish continue work look consider "
    "instruct direct empower permit enable require recommend promise offer vow set slate due expected able "
    "proceed resolve endeavor endeavour negotiate strive try attempt discuss mandate nominate postpone delay suspend "
    "hop".split()  # the lemmatizer's for "hopes" and "hoped"
)
_PLANNED_ADJECTIVES = frozenset(
    "ready willing due set eager prepared able likely proposed upcoming forthcoming planned future expected".split()
)
_REFUSING = frozenset(
    "decline refuse fail reject oppose rule deny stop prevent avoid cease abandon withdraw cancel doubt".split()
)
#: Prepositions of what is not done: "left without signing", "instead of signing".
_NOT_DONE = frozenset(("without", "instead"))
#: Adverbs that keep what they stand beside from being stated as done.
_HEDGES = {
    **dict.fromkeys(("almost", "nearly"), Status.NEGATED),
    **dict.fromkeys(
        "reportedly allegedly supposedly possibly perhaps maybe".split(), Status.POSSIBLE
    ),
}
#: What opens a clause whose time is that of the clause above: "once Chile signs, trade will grow".
_SAME_TIME = frozenset("once when after before until till".split())
#: "the 20th nation to sign": the infinitive tells what was done.
_DOERS = frozenset(
    "nation nations country countries state states member members first second third latest signatory ones one".split()
)
#: Verbs whose mood is that of the clause they report: "hopes that X signs", "denied that it did".
_REPORTING = frozenset("expect anticipate hope hop propose plan deny doubt".split())
#: What is followed by an infinitive that was done.
_FULFILLING = frozenset(
    "please honor honour proud delight happy glad privilege pleasure manage meet gather come join convene return travel "
    "unite work go last third next begin start continue help pleased honored honoured delighted vote visit arrive".split()
)
_PLANNED_NOUNS = frozenset(
    "plan intention intent proposal approval permission authority decision commitment agreement desire readiness "
    "willingness hope opportunity request offer negotiation step need effort wish right mandate interest pledge goal aim".split()
)


def status_of(token: Token) -> tuple[Status, tuple[str, ...]]:
    """Whether the event a word names is stated as done, with the words that decide it.

    The first decisive word on the way up the tree wins; negation anywhere on it makes it negated.
    """
    node, seen, status, cues = token, set[int](), Status.OCCURRED, list[str]()
    while node.i not in seen:
        seen.add(node.i)
        for child in node.children:
            low = child.lower_
            if child.dep_ == "neg":
                return Status.NEGATED, (low,)
            if child.dep_ == "advmod" and node is token and low in _HEDGES:
                return _HEDGES[low], (low,)
            if (
                child.dep_ in ("aux", "mark")
                and status is Status.OCCURRED
                and (node is token or node.pos_ in ("VERB", "AUX"))
            ):
                if low in _WILL:
                    status, cues = Status.PLANNED, [low]
                elif low in _MAY:
                    status, cues = (
                        (Status.PLANNED if low in ("would", "must") else Status.POSSIBLE),
                        [low],
                    )
                elif low in ("if", "unless", "whether"):
                    status, cues = Status.POSSIBLE, [low]
            if child.dep_ == "amod" and child.lower_ in _PLANNED_ADJECTIVES and node is token:
                status, cues = Status.PLANNED, [low]
            if child.dep_ in ("det",) and low == "no" and node is token:
                return Status.NEGATED, (low,)
        step = _governor(node)
        if step is None:
            break
        above, bound = step
        if _not_done(node):
            return Status.NEGATED, (above.lower_,)
        if bound and status is Status.OCCURRED and node.dep_ != "conj":
            word = above.lemma_.lower()
            if word in _REFUSING:
                return Status.NEGATED, (above.lower_,)
            if (
                word in _PLANNING
                or above.lower_ in _PLANNED_ADJECTIVES
                or (above.pos_ == "NOUN" and word in _PLANNED_NOUNS)
            ):
                status, cues = Status.PLANNED, [above.lower_]
            elif (
                word == "be"
                and not any(c.dep_ == "attr" for c in above.children)
                and any(c.dep_ == "aux" and c.lower_ == "to" for c in node.children)
            ):
                status, cues = Status.PLANNED, ["to be"]
        if not bound:
            break
        node = above
    if status is Status.OCCURRED and _unfulfilled(token):
        return Status.PLANNED, ("to",)
    return status, tuple(cues)


def _not_done(node: Token) -> bool:
    """Whether a word stands under a preposition of what is not done."""
    if node.dep_ not in ("pcomp", "pobj"):
        return False
    above = node.head
    return above.lower_ in _NOT_DONE or (
        above.lower_ == "of" and any(c.lower_ == "instead" for c in (above.head, *above.children))
    )


def _unfulfilled(token: Token) -> bool:
    """An infinitive is not yet done, unless what governs it says it is: "the first nation to sign"."""
    marked = any(c.dep_ == "aux" and c.lower_ == "to" for c in token.children)
    bare = (
        token.tag_ == "VB"
        and token.dep_ in ("advcl", "conj", "ccomp", "xcomp", "acl", "dep")
        and not any(c.dep_ == "aux" for c in token.children)
    )
    if not marked and not bare:
        return False
    if token.dep_ in ("acl", "relcl") and token.head.lower_ in _DOERS:
        return False
    if token.dep_ == "conj" and bare and token.head.i != token.i:  # "to visit X and talk with Y"
        return token.head.tag_ == "VB" and _unfulfilled(token.head)
    governor = token.head
    if any(
        n.lower_ in _DOERS
        for c in governor.children
        if c.dep_ in ("attr", "oprd", "acomp")
        for n in (c, *_through(c))
    ):
        return False
    return governor.i == token.i or governor.lemma_.lower() not in _FULFILLING


def _governor(node: Token) -> tuple[Token, bool] | None:
    """The word whose modality reaches this one, and whether it does."""
    head = node.head
    if head.i == node.i:
        return None
    if node.dep_ in ("xcomp", "ccomp"):
        to = any(c.dep_ == "aux" and c.lower_ == "to" for c in node.children)
        gerund = node.dep_ == "xcomp" and node.tag_ == "VBG"  # "denied signing"
        if gerund and head.lemma_.lower() in _PLANNING | _REFUSING:
            return head, True
        return head, (
            (node.dep_ == "xcomp" and to)
            or head.lemma_.lower() in _REPORTING
            or any(c.dep_ == "acomp" and c.lower_ == "true" for c in head.children)
        )
    if node.dep_ == "conj":
        return head, _is_verb_like(node) and not _own_subject(node) and not any(
            c.dep_ == "aux" for c in node.children
        )
    if node.dep_ in (
        "dobj",
        "nsubjpass",
        "attr",
        "nsubj",
        "pobj",
        "pcomp",
        "prep",
        "compound",
        "agent",
    ):
        if _is_verb_like(node) and node.dep_ in ("nsubj",):
            return None
        if node.dep_ == "nsubj":  # "the signing will take place", but not "the signing will help"
            equated = any(c.dep_ in ("attr", "acomp") for c in head.children)
            return head, head.lemma_.lower() in _HAPPENING and not equated
        if node.dep_ == "prep" and node.lower_ in _CIRCUMSTANCE:
            return None
        if node.dep_ in ("pobj", "pcomp", "prep", "compound", "dobj", "nsubjpass", "agent", "attr"):
            return head, True
    if node.dep_ == "acl":
        return head, head.lemma_.lower() in _PLANNED_NOUNS and node.tag_ == "VB"
    if node.dep_ == "advcl" and node.tag_ == "VB":
        return head, head.lemma_.lower() in _PLANNING | _FULFILLING
    if node.dep_ == "advcl" and node.tag_ in ("VBZ", "VBP"):
        return head, any(c.lower_ in _SAME_TIME for c in node.children)
    if (
        node.dep_ == "advcl"
        and node.tag_ == "VBN"
        and not any(c.dep_ in ("auxpass", "aux", "nsubjpass") for c in node.children)
    ):
        return head, True  # "…, followed by the signing"
    return None
