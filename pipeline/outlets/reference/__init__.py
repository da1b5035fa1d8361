"""The ontology as a reference to read: one page of HTML with diagrams, which needs no network."""

from __future__ import annotations

import shutil
from functools import cache
from importlib.resources import files
from pathlib import Path

from pipeline.outlets.reference.diagram import Diagram, draw
from pipeline.outlets.reference.terms import Reference, Term, read_reference
from pipeline.vocabulary import ontology_directory

#: The files beside the page, as they are.
_BESIDE = ("communique.ttl", "shapes.ttl")


def write_reference(folder: Path) -> Path:
    """Write the page and the files it tells of into a folder; returns the page."""
    folder.mkdir(parents=True, exist_ok=True)
    page = folder / "index.html"
    page.write_text(render(read_reference()), encoding="utf-8")
    for name in _BESIDE:
        shutil.copyfile(ontology_directory() / name, folder / name)
    return page


def render(reference: Reference) -> str:
    """The page of a reference."""
    from jinja2 import Environment, StrictUndefined  # noqa: PLC0415 - for this page alone

    source = (files(__package__) / "reference.html.j2").read_text(encoding="utf-8")
    made = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return made.from_string(source).render(reference=reference, diagrams=diagrams(reference))


@cache
def diagrams(reference: Reference) -> tuple[Diagram, ...]:
    """The classes as trees with their properties: the events, and all that they are about."""
    classes = {term.name: term for term in reference.classes}

    def below(name: str) -> tuple[Term, ...]:
        return tuple(term for term in reference.classes if name in term.above[:1])

    roots = [term for term in reference.classes if not term.above]
    events = [term for term in roots if term.name == "Event"]
    rest = [classes[term.name] for term in roots if term not in events]
    return (
        draw("events", "Events and their roles", events, below),
        draw("rest", "Texts, those who take part, and agreements", rest, below),
    )
