"""What a charging document says for the verb it is charged in: *charged in an indictment with*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.language import lexicon
from pipeline.language.clauses.clause import Argument
from pipeline.language.clauses.prepositions import prepositional
from pipeline.language.standins import Unit
from pipeline.language.tree import Token

#: Nouns of what a charge is written in.
DOCUMENTS = lexicon.words("clauses", "documents")
_ISSUED = lexicon.words("clauses", "issued")


def charged_in(unit: Unit, verb: Token, arguments: Sequence[Argument]) -> Iterator[Argument]:
    """What hangs on the document, or on its having been filed, though it belongs to the charge.

    The offense in *charged in an indictment unsealed today for fraud*.
    """
    documents = [
        unit.doc[a.index]
        for a in arguments
        if a.relation in ("in", "by", "under") and unit.doc[a.index].lower_ in DOCUMENTS
    ]
    for noun in documents:
        yield from prepositional(unit, noun)
        for issued in issuing(noun, verb):
            yield from prepositional(unit, issued)


def issuing(document: Token, verb: Token) -> Iterator[Token]:
    """The verbs that say when and where a document was filed, returned or unsealed."""
    beside = (*document.children, *verb.children)
    yield from (
        c
        for c in beside
        if c.dep_ in ("acl", "relcl", "advcl") and c.i > document.i and c.lemma_.lower() in _ISSUED
    )


def issued_by(verb: Token) -> Token | None:
    """The verb that tells when the document was issued that charges someone.

    *Returned* in *returned an indictment on May 3 charging Smith*.
    """
    above = verb.head
    if verb.dep_ in ("acl", "relcl") and above.lower_ in DOCUMENTS:
        above = above.head
    elif verb.dep_ != "advcl" or not any(c.lower_ in DOCUMENTS for c in above.children):
        return None
    return above if above.lemma_.lower() in _ISSUED else None
