"""The frame language as JSON Schema, by which editors complete and check frames as one writes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from pipeline.language.frames.keys import (
    EXAMPLE_KEYS,
    FRAME_KEYS,
    OTHER_KEYS,
    SORTS,
    TRIGGER_KEYS,
    Key,
)
from pipeline.language.frames.shapes import TERM, TEXTS
from pipeline.vocabulary import EVENT_KINDS, EVENT_ROLES

Schema = dict[str, Any]


def frame_schema() -> Schema:
    """The schema of a frame file, made from the tables that the loader reads by.

    It knows the keys and how their values are written. Whether a role belongs to the event, and
    whether the parts of a frame agree, only the loader tells.
    """
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "A frame of Communiqué: one kind of event",
        **_object({**_others(), **_properties(FRAME_KEYS)}, required=("event", "triggers")),
        "allOf": [_kinds(event, kinds) for event, kinds in EVENT_KINDS.items()],
    }


def schema_text() -> str:
    """The schema as it is printed and shipped."""
    return json.dumps(frame_schema(), indent=2, ensure_ascii=False) + "\n"


def _others() -> dict[str, Schema]:
    schemas: dict[str, Schema] = {
        "event": {**TERM.schema, "examples": list(EVENT_ROLES)},
        "triggers": {"type": "array", "items": _trigger(), "minItems": 1},
        "examples": {"type": "array", "items": _example(), "minItems": 1},
        "counterexamples": dict(TEXTS.schema),
    }
    return {name: {"description": OTHER_KEYS[name], **schemas[name]} for name in OTHER_KEYS}


def _trigger() -> Schema:
    return {
        **_object(_properties({**SORTS, **TRIGGER_KEYS})),
        "oneOf": [{"required": [sort]} for sort in SORTS],
    }


def _example() -> Schema:
    return _object(_properties(EXAMPLE_KEYS), required=tuple(EXAMPLE_KEYS))


def _properties(keys: Mapping[str, Key]) -> dict[str, Schema]:
    return {name: {"description": key.says, **key.shape.schema} for name, key in keys.items()}


def _object(properties: Mapping[str, Schema], required: Iterable[str] = ()) -> Schema:
    return {
        "type": "object",
        "additionalProperties": False,
        "minProperties": 1,
        "required": list(required),
        "properties": dict(properties),
    }


def _kinds(event: str, kinds: Iterable[str]) -> Schema:
    """Triggers of an event whose kinds the ontology lists announce one of them."""
    trigger = {"properties": {"kind": {"enum": list(kinds)}}}
    return {
        "if": {"properties": {"event": {"const": event}}},
        "then": {"properties": {"triggers": {"items": trigger}}},
    }
