"""What is given for the parameters of a question, checked and as terms of RDF."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from difflib import get_close_matches

import pyoxigraph as ox

from pipeline.errors import GraphError
from pipeline.graph.questions import Parameter, Question
from pipeline.graph.terms import CMQ, RDF, RDFS, SKOS, XSD
from pipeline.models import EntityKind, Status
from pipeline.vocabulary import AGREEMENT_KINDS, EVENT_KINDS

Terms = tuple[ox.NamedNode | ox.Literal, ...]

_AGENTS = tuple(k for k in EntityKind if k not in {EntityKind.PLACE, EntityKind.AGREEMENT})
#: The classes of the things that a parameter may name.
_CLASSES: Mapping[str, tuple[str, ...]] = {
    "agent": (*_AGENTS, EntityKind.PLACE),  # a state can be a side and is described as a place
    "person": (EntityKind.PERSON,),
    "place": (EntityKind.PLACE, EntityKind.COUNTRY),
    "agreement": (EntityKind.AGREEMENT,),
    "entity": tuple(EntityKind),
    "release": ("Release",),
}
_NAMES = (str(RDFS.label), str(SKOS.altLabel), "http://purl.org/dc/terms/title")
_KINDS = frozenset((*AGREEMENT_KINDS, *(k for kinds in EVENT_KINDS.values() for k in kinds)))


def terms(question: Question, given: Mapping[str, str], store: ox.Store) -> dict[str, Terms]:
    """The terms to bind each parameter to that is given or has a default.

    A thing is given by its IRI, the end of its IRI, or any of its names; all things of that name
    count. Raises :class:`GraphError` for a parameter the question does not have, a value that is
    not of its type, and a name that nothing in the graphs bears.
    """
    known = {parameter.name: parameter for parameter in question.parameters}
    for name in given:
        if name not in known:
            choices = ", ".join(f"--{each}" for each in known) or "none"
            raise GraphError(
                f"the question {question.name} has no parameter {name!r}",
                remedy=f"its parameters are: {choices}",
            )
    values = {p.name: given.get(p.name, p.default) for p in known.values()}
    return {n: _terms(known[n], value, store) for n, value in values.items() if value is not None}


def _terms(parameter: Parameter, value: str, store: ox.Store) -> Terms:
    if parameter.type in _CLASSES:
        return things_called(value, parameter.type, store, f" that fits --{parameter.name}")
    return (_LITERALS[parameter.type](parameter, value),)


def _first_day(parameter: Parameter, value: str) -> ox.Literal:
    """A day to begin with; ``2019-01-01`` is where 2019 begins, so a bare year counts as well."""
    return ox.Literal(re.sub(r"(-01){1,2}$", "", _checked_day(parameter, value)))


def _last_day(parameter: Parameter, value: str) -> ox.Literal:
    return ox.Literal(_checked_day(parameter, value))


def _checked_day(parameter: Parameter, value: str) -> str:
    try:
        if not re.fullmatch(r"\d{4}(-\d{2}){0,2}", value):
            raise ValueError(value)
        dt.date.fromisoformat(value + "-01-01"[len(value) - 4 :])
    except ValueError as error:
        raise _unfit(parameter, value, "a day such as 2019-09-27, 2019-09 or 2019") from error
    return value


def _words(parameter: Parameter, value: str) -> ox.Literal:
    if not value.strip():
        raise _unfit(parameter, value, "words")
    return ox.Literal(value)


def _number(parameter: Parameter, value: str) -> ox.Literal:
    if not re.fullmatch(r"-?\d+(\.\d+)?", value, re.ASCII):
        raise _unfit(parameter, value, "a number such as 2 or 0.5")
    return ox.Literal(value, datatype=ox.NamedNode(str(XSD.decimal)))


def _concept(parameter: Parameter, value: str) -> ox.NamedNode:
    known = {s.value for s in Status} if parameter.type == "status" else _KINDS
    sought = value.removeprefix("cmq:").removeprefix(str(CMQ)).replace(" ", "").casefold()
    for name in known:
        if name.casefold() == sought:
            return ox.NamedNode(str(CMQ[name]))
    raise _unfit(parameter, value, "one of " + ", ".join(sorted(known)))


_LITERALS: Mapping[str, Callable[[Parameter, str], ox.NamedNode | ox.Literal]] = {
    "first-day": _first_day,
    "last-day": _last_day,
    "words": _words,
    "number": _number,
    "status": _concept,
    "kind": _concept,
}


def things_called(
    value: str, type_: str, store: ox.Store, fitting: str = ""
) -> tuple[ox.NamedNode, ...]:
    """The things of a type of parameter, such as ``agent``, that are called so.

    A thing is called by its IRI, the end of it, or any of its names. Raises :class:`GraphError`
    with the nearest names where nothing is; ``fitting`` tells what it should have fitted.
    """
    called: dict[str, set[ox.NamedNode]] = {}
    exact = set()
    for thing in _of_classes(_CLASSES[type_], store):
        if thing.value == value or thing.value.endswith("/" + value):
            exact.add(thing)
        for predicate in _NAMES:
            for quad in store.quads_for_pattern(thing, ox.NamedNode(predicate), None, _UNION):
                called.setdefault(_fold(_text(quad.object)), set()).add(thing)
    found = exact or called.get(_fold(value), set())
    if found:
        return tuple(sorted(found, key=lambda thing: thing.value))
    near = get_close_matches(_fold(value), called, n=3, cutoff=0.6)
    raise GraphError(
        f"nothing in these graphs{fitting} is called {value!r}",
        remedy="did you mean " + " or ".join(map(repr, near)) if near else "give a name or IRI",
    )


_UNION = ox.DefaultGraph()


def _of_classes(classes: tuple[str, ...], store: ox.Store) -> set[ox.NamedNode]:
    type_ = ox.NamedNode(str(RDF.type))
    return {
        quad.subject
        for name in classes
        for quad in store.quads_for_pattern(None, type_, ox.NamedNode(str(CMQ[name])), _UNION)
        if isinstance(quad.subject, ox.NamedNode)
    }


def _text(term: object) -> str:
    return str(getattr(term, "value", term))


def _fold(name: str) -> str:
    return " ".join(name.casefold().removeprefix("the ").split())


def _unfit(parameter: Parameter, value: str, wanted: str) -> GraphError:
    return GraphError(f"--{parameter.name} cannot be {value!r}", remedy=f"give {wanted}")
