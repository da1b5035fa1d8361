"""Who acts: the subject of a verb, its own or one it shares with a verb above it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pipeline.language.clauses.clause import Argument, argument
from pipeline.language.clauses.nouns import RELATIVE, conjoined, governed
from pipeline.language.clauses.verbs import (
    apposed_to,
    is_misread,
    is_passive,
    is_verb,
    is_verbal,
    own_subject,
)
from pipeline.language.standins import Unit
from pipeline.language.tree import Token

#: Verbs whose infinitive is done by their own subject though they have an object: *promised Jo to*.
_OWN_DEED = frozenset(("promise", "use", "have", "take"))
_STATES = frozenset(("nation", "country", "state"))
_PRAISING = frozenset(("congratulate", "commend", "praise", "compliment", "applaud"))
_SHOWING = frozenset(("hold", "display", "exchange", "show"))


def subjects(unit: Unit, verb: Token) -> Iterator[Argument]:
    """The one who acts: subject of an active verb, *by* of a passive one."""
    nouns = _agents(verb) if is_passive(verb) else _speakers(verb, conjoined(controller(verb)))
    yield from (argument(unit, "subject", noun) for noun in nouns)


def _agents(verb: Token) -> Iterator[Token]:
    for prep in verb.children:
        if prep.dep_ == "agent" or (prep.lower_ == "by" and prep.dep_ == "prep"):
            yield from conjoined(governed(prep))
    if (shown := showing(verb)) is not None:
        yield from conjoined(controller(shown))


def showing(verb: Token) -> Token | None:
    """The verb of those who show what they signed: "hold signed copies of an agreement"."""
    above = verb.head.head
    held = verb.dep_ == "amod" and verb.head.dep_ == "dobj"
    return above if held and above.lemma_.lower() in _SHOWING else None


def _speakers(verb: Token, nouns: Iterable[Token]) -> Iterator[Token]:
    """*it* in "the Department announced that it has signed" is the one who announced.

    So it is in *the Department honors the pact that it signed*.
    """
    told = verb.head if verb.dep_ == "ccomp" else _clause_above(verb)
    for noun in nouns:
        above = controller(told) if is_verb(told) and _is_pronoun(noun) else []
        yield from conjoined(n for n in above if not _is_pronoun(n)) or [noun]


def _clause_above(verb: Token) -> Token:
    """The verb whose clause the noun of a relative clause stands in; itself if there is none."""
    above = verb.head
    while verb.dep_ == "relcl" and not is_verb(above) and above.head.i != above.i:
        above = above.head
    return above if verb.dep_ == "relcl" else verb


def _is_pronoun(noun: Token) -> bool:
    return noun.lower_ in ("it", "they")


def controller(verb: Token) -> list[Token]:
    """The nouns that are the verb's subject, its own or one it shares with a verb above it."""
    if own := own_subject(verb):
        return [noun for subject in own for noun in _meant(subject, verb)]
    if verb.head.i == verb.i:
        return []
    if verb.dep_ in ("acl", "relcl"):
        return _described(verb)
    if verb.dep_ == "pcomp":
        return _thanked(verb.head) or _of_circumstance(verb.head.head)
    return _told_to(verb) or _taken_for_object(verb) or _counted_in(verb) or _shared(verb)


def _meant(subject: Token, verb: Token) -> list[Token]:
    """What a subject stands for: *who* for the noun before it, *there* for the noun after it."""
    described = verb.dep_ in ("relcl", "ccomp", "acl") and verb.head.pos_ not in ("VERB", "AUX")
    if subject.lower_ in RELATIVE and described:
        return [verb.head]
    if subject.lower_ == "there":
        return [c for c in verb.children if c.dep_ == "attr"]
    return [subject]


def _described(verb: Token) -> list[Token]:
    """Who does what a noun is described by: the noun, or for "has a plan to sign" who has it."""
    noun, misread = verb.head, is_misread(verb)
    if verb.tag_ == "VBN" and not misread:
        return []
    if noun.dep_ in ("attr", "dobj", "pobj") and verb.tag_ == "VB" and is_verbal(noun.head):
        return controller(noun.head) or [noun]
    if noun.dep_ == "pobj" and noun.head.lower_ == "as":  # "welcomed Peru as the 20th to sign"
        return [c for c in noun.head.head.children if c.dep_ == "dobj"] or [noun]
    return _apposed_before(noun) or [apposed_to(noun) if misread else noun]


def _apposed_before(noun: Token) -> list[Token]:
    """The name that *the first nation* stands behind a comma for: *Peru, the first to sign*."""
    first = min(word.i for word in noun.subtree)
    if noun.lower_ not in _STATES or first < 2 or noun.doc[first - 1].text != ",":
        return []
    name = noun.doc[first - 2]
    return [name] if name.pos_ == "PROPN" else []


def _of_circumstance(above: Token) -> list[Token]:
    """Who does what the verb above is done by or after: *by signing*, *after signing*."""
    if not is_verbal(above):
        return []
    joined = _joined(above) if above.lemma_ == "join" else []
    return controller(above) + joined  # "Ruiz joined Doe in signing": both


def _thanked(prep: Token) -> list[Token]:
    """Who is thanked or fined for what they did: *thanked the unions for reaching*."""
    above = prep.head.head if prep.dep_ == "conj" and prep.head.dep_ == "prep" else prep.head
    praised = prep.lower_ in ("on", "upon") and above.lemma_.lower() in _PRAISING
    told = (prep.lower_ == "for" or praised) and is_verb(above) and not is_passive(above)
    return [c for c in above.children if c.dep_ == "dobj" and c.i < prep.i] if told else []


def _joined(join: Token) -> list[Token]:
    """The other one who joins: "joined Doe", "was joined by Doe"."""
    agents = [n for c in join.children if c.dep_ == "agent" for n in governed(c)]
    return [c for c in join.children if c.dep_ == "dobj"] + agents


def _told_to(verb: Token) -> list[Token]:
    """Who is told to do what a verb says: *urged Peru to sign*."""
    above = verb.head
    if verb.dep_ != "xcomp" or not is_verb(above) or above.lemma_ in _OWN_DEED:
        return []
    return [c for c in above.children if c.dep_ in ("dobj", "dative")]


def _taken_for_object(verb: Token) -> list[Token]:
    """The subject read as what is announced: *announced Norway will sign*."""
    auxiliaries = [c for c in verb.children if c.dep_ == "aux"]
    if verb.dep_ != "ccomp" or not auxiliaries or not is_verb(verb.head):
        return []
    objects = (c for c in verb.head.children if c.dep_ == "dobj")
    return [c for c in objects if c.i == auxiliaries[0].i - 1]


def _counted_in(verb: Token) -> list[Token]:
    """What the verb above acts on, one more that does so: *welcome Peru as the 20th to sign*."""
    to = next((c for c in verb.children if c.dep_ == "aux" and c.lower_ == "to"), None)
    if to is None or to.i == 0 or verb.dep_ not in ("advcl", "xcomp"):
        return []
    noun = verb.doc[to.i - 1]
    counted = noun.dep_ == "pobj" and noun.head.lower_ == "as" and noun.head.head == verb.head
    return [c for c in verb.head.children if c.dep_ == "dobj"] if counted else []


def _shared(verb: Token) -> list[Token]:
    """The subject of the verb above: *met and signed*, *decided to sign*."""
    above = verb.head
    if above.dep_ == "acomp" and verb.dep_ in ("xcomp", "ccomp", "advcl"):
        return controller(above.head)  # "was pleased to meet"
    if not is_verbal(above):
        return []
    if verb.dep_ == "conj" and is_passive(above) and not is_passive(verb):
        return own_subject(above)
    return controller(above)
