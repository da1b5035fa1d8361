"""How the value of a key is written: read from a file, and as JSON Schema for editors."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from pipeline.language.frames.frame import Relation
from pipeline.language.frames.relations import LIMITS, RELATIONS
from pipeline.language.frames.written import Fields, Several, Word, Written, fault, several
from pipeline.language.mentions import Kind
from pipeline.models import Status

Schema = Mapping[str, Any]

STATUSES = tuple(status.value.lower() for status in Status)
_KINDS = tuple(kind.value for kind in Kind)

_ROLE = r"[a-z][A-Za-z0-9]*"
_NAME = r"(else )?[a-z][a-z' -]*"


@dataclass(frozen=True, slots=True)
class Shape:
    """How a value is written: what it is read into, and the schema that says so to editors."""

    read: Callable[[Written], Any]
    schema: Schema


# -- single words ------------------------------------------------------------------------------


def text(said: Written) -> str:
    """Words of any sort, not none."""
    if not isinstance(said, Word) or not said.strip():
        raise fault(said, f"words should stand here, not {_shown(said)}")
    return str(said)


def _matching(pattern: str, what: str, such_as: str) -> Callable[[Written], str]:
    def read(said: Written) -> str:
        if not isinstance(said, Word) or not re.fullmatch(pattern, said):
            raise fault(said, f"{_shown(said)} is no {what}", remedy=f"write one such as {such_as}")
        return str(said)

    return read


def _chosen(choices: tuple[str, ...], what: str) -> Callable[[Written], str]:
    def read(said: Written) -> str:
        if not isinstance(said, Word) or said not in choices:
            raise fault(said, f"no {what} {_shown(said)}", choices)
        return str(said)

    return read


def _shown(said: Written) -> str:
    if isinstance(said, Word):
        return repr(str(said)) if said else "an empty value"
    return "a list" if isinstance(said, Several) else "keys and values"


_role = _matching(_ROLE, "role", "onBehalfOf")
_alternatives = _matching(f"{_ROLE}( or {_ROLE})*", "role", "recipient, or 'recipient or funder'")
_term = _matching("[A-Za-z][A-Za-z0-9]*", "term of an ontology", "SwornIn")
_frame = _matching("[a-z][a-z0-9_-]*", "name of a frame", "visit")
_number = _matching("[1-9][0-9]?", "number of fillers", "2")
_limit = _chosen(tuple(LIMITS), "narrowing to")
_truth = _chosen(("true", "false"), "truth value")
_status = _chosen(STATUSES, "status")
_kind = _chosen(_KINDS, "kind of filler")


def _name(said: Written) -> str:
    """A relation of grammar or a preposition; a slip in the name of the former is told."""
    if not isinstance(said, Word) or not re.fullmatch(_NAME, said):
        raise fault(said, f"{_shown(said)} is no relation", RELATIONS)
    name = said.removeprefix("else ")
    if name not in RELATIONS and get_close_matches(name, RELATIONS, 1, cutoff=0.8):
        raise fault(said, f"no relation {name!r}", RELATIONS, "a preposition")
    return str(said)


def _relations(said: Written) -> tuple[Relation, ...]:
    found: dict[tuple[str, bool], set[Kind]] = {}
    for one in several(said):
        word = text(one)
        name, slash, kind = word.partition("/")
        name = _name(Word(name, one.where))
        bare = name.removeprefix("else ")
        kinds = found.setdefault((bare, bare != name), set())
        if slash:
            kinds.add(Kind(_kind(Word(kind, one.where))))
    return tuple(
        Relation(name, frozenset(kinds), otherwise) for (name, otherwise), kinds in found.items()
    )


# -- several of them ---------------------------------------------------------------------------


def fields(said: Written) -> Fields:
    """Keys and values, not none."""
    if not isinstance(said, Fields) or not said.values:
        raise fault(said, f"keys and values should stand here, not {_shown(said)}")
    return said


def listed(said: Written) -> tuple[Written, ...]:
    """The values of a list, not none."""
    if not isinstance(said, Several) or not said.values:
        raise fault(said, f"a list should stand here, not {_shown(said)}")
    return said.values


def _all(one: Callable[[Written], str]) -> Callable[[Written], tuple[str, ...]]:
    return lambda said: tuple(one(each) for each in _some(said))


def _some(said: Written) -> tuple[Written, ...]:
    if isinstance(said, Several) and not said.values:
        raise fault(said, "the list is empty", remedy="fill it or leave the key out")
    return tuple(several(said))


def _by(
    name: Callable[[Written], str], value: Callable[[Written], Any]
) -> Callable[[Written], dict[str, Any]]:
    return lambda said: {name(key): value(each) for key, each in fields(said).values.items()}


def _one_or_several(one: Schema) -> Schema:
    return {"anyOf": [one, {"type": "array", "items": one, "minItems": 1}]}


def _object(names: Schema, values: Schema) -> Schema:
    return {
        "type": "object",
        "minProperties": 1,
        "propertyNames": names,
        "additionalProperties": values,
    }


_WORDS = {"type": ["string", "integer"], "pattern": r"\S"}
_ROLE_NAME = {"type": "string", "pattern": f"^{_ROLE}$"}
_TERM_NAME = {"type": "string", "pattern": "^[A-Za-z][A-Za-z0-9]*$"}
_RELATION_NAME = {
    "type": "string",
    "anyOf": [{"enum": list(RELATIONS)}, {"pattern": f"^{_NAME}$"}],
}
_PLACE = {
    "type": "string",
    "anyOf": [{"enum": list(RELATIONS)}, {"pattern": f"^{_NAME}(/({'|'.join(_KINDS)}))?$"}],
}

_FRAME_NAME = {"type": "string", "pattern": "^[a-z][a-z0-9_-]*$"}

TEXT = Shape(text, _WORDS)
TEXTS = Shape(
    lambda said: tuple(text(each) for each in listed(said)),
    {"type": "array", "items": _WORDS, "minItems": 1},
)
TERM = Shape(_term, _TERM_NAME)
WORDS = Shape(lambda said: frozenset(_all(text)(said)), _one_or_several(_WORDS))
RELATION_NAMES = Shape(_all(_name), _one_or_several(_RELATION_NAME))
PLACES = Shape(_by(_role, _relations), _object(_ROLE_NAME, _one_or_several(_PLACE)))
FILLERS = Shape(
    _by(_role, lambda said: frozenset(map(Kind, _all(_kind)(said)))),
    _object(_ROLE_NAME, _one_or_several({"enum": list(_KINDS)})),
)
ROLE_NAMES = Shape(_all(_role), _one_or_several(_ROLE_NAME))
NEEDED = Shape(
    _all(_alternatives),
    _one_or_several({"type": "string", "pattern": f"^{_ROLE}( or {_ROLE})*$"}),
)
FRAME_NAME = Shape(_frame, _FRAME_NAME)
FRAME_NAMES = Shape(_all(_frame), _one_or_several(_FRAME_NAME))
ROLE_TO_ROLE = Shape(_by(_role, _role), _object(_ROLE_NAME, _ROLE_NAME))
NARROWING = Shape(_by(_role, _limit), _object(_ROLE_NAME, {"enum": list(LIMITS)}))
COUNTS = Shape(
    _by(_role, lambda said: int(_number(said))),
    _object(_ROLE_NAME, {"type": "integer", "minimum": 1, "maximum": 99}),
)
WORDS_THERE = Shape(_by(_name, WORDS.read), _object(_RELATION_NAME, WORDS.schema))
TRUTH = Shape(lambda said: _truth(said) == "true", {"type": "boolean"})
STATUS = Shape(lambda said: Status(_status(said).capitalize()), {"enum": list(STATUSES)})
STATUS_SET = Shape(
    lambda said: frozenset(Status(one.capitalize()) for one in _all(_status)(said)),
    _one_or_several({"enum": list(STATUSES)}),
)
FOUND = Shape(_by(_role, _all(text)), _object(_ROLE_NAME, _one_or_several(_WORDS)))
