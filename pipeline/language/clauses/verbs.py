"""What is a verb, and in which voice: the parser's tags, and the mistakes it makes with them."""

from __future__ import annotations

from pipeline.language.tree import Token


def is_verb(token: Token) -> bool:
    """Whether a word is the predicate of a clause, as a participle before its noun is."""
    if token.dep_ == "amod":  # "the recently signed agreement"
        return token.tag_ == "VBN"
    if token.dep_ in ("aux", "auxpass", "prep", "det", "case"):
        return False
    return token.tag_.startswith("VB") or token.pos_ == "VERB"


def is_verbal(token: Token) -> bool:
    """Whether a word is a verb by its form, an auxiliary included, whatever its place."""
    return token.pos_ in ("VERB", "AUX") or token.tag_.startswith("VB")


def is_infinitive(verb: Token) -> bool:
    """Whether *to* stands before a verb."""
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)


def own_subject(verb: Token) -> list[Token]:
    """The subjects that hang on a verb itself."""
    return [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass", "csubj")]


def is_passive(verb: Token) -> bool:
    """Whether what a verb's subject names is acted on."""
    if any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children):
        return True
    if verb.tag_ == "VBN" and any(c.dep_ == "agent" for c in verb.children):
        return True
    if is_misread(verb):
        return False
    described = verb.dep_ == "acl" and verb.tag_ in ("VBN", "VBD")
    return described or verb.dep_ == "amod" or _joined_to_passive(verb)


def _joined_to_passive(verb: Token) -> bool:
    """Whether a participle shares the auxiliary of the one before it: *was signed and sealed*."""
    above = verb.head
    if verb.dep_ != "conj" or verb.tag_ != "VBN" or not is_verb(above) or above.i == verb.i:
        return False
    complete = own_subject(verb) or any(c.dep_ == "dobj" for c in verb.children)
    return not complete and above.dep_ != "conj" and is_passive(above)


def is_misread(verb: Token) -> bool:
    """Whether a sentence was read as a noun phrase: *The governor named Smith as the minister*."""
    return (
        verb.dep_ == "acl"
        and apposed_to(verb.head).dep_ == "ROOT"
        and verb.head.i < verb.i
        and any(c.dep_ in ("dobj", "oprd") and c.tag_ == "NNP" for c in verb.children)
    )


def apposed_to(noun: Token) -> Token:
    """The noun that this one only says more of, or itself."""
    while noun.dep_ == "appos" and noun.head.i != noun.i:
        noun = noun.head
    return noun
