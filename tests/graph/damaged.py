"""The sample's graph, damaged in the ways that ``damage.yaml`` lists."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml
from rdflib.namespace import DCTERMS

from pipeline.graph.build import build
from pipeline.graph.write import serialize
from tests.graph.conftest import DOCUMENT

DAMAGE = yaml.safe_load((Path(__file__).parent / "damage.yaml").read_text(encoding="utf-8"))


@cache
def short() -> tuple[str, dict[str, str]]:
    """The sample in Turtle, its releases' IRIs shortened, and what the short names stand for."""
    graph = build(DOCUMENT, base="https://example.org/id/", provenance=("reader 1.0",))
    (part,) = graph.objects(graph.identifier, DCTERMS.hasPart)
    names = {"MAIN": str(graph.identifier), "PART": str(part)}
    turtle = serialize(graph).decode()
    for name, iri in names.items():
        turtle = turtle.replace(iri, name)
    return turtle, names


def damaged(case: dict[str, Any]) -> str:
    """The sample in Turtle with one kind of damage done to it."""
    turtle, names = short()
    old, new = ([each] if isinstance(each, str) else each for each in (case["old"], case["new"]))
    for before, after in zip(old, new, strict=True):
        assert before in turtle
        turtle = turtle.replace(before, after)
    for name, iri in names.items():
        turtle = turtle.replace(name, iri)
    return turtle
