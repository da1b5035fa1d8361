"""The named questions: SPARQL in files whose first lines say what they ask and of whom."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from pipeline.errors import GraphError
from pipeline.vocabulary import ontology_directory

#: What a parameter may hold: words and numbers, days, and things of the graph by their names.
TYPES = frozenset(
    {
        "first-day", "last-day", "words", "number", "status", "kind",
        "agent", "person", "place", "agreement", "release", "entity",
    }
)  # fmt: skip

_HEADER = re.compile(r"# (title|description|parameter): (.+)")
_PARAMETER = re.compile(r"(?P<name>[a-z]+): (?P<type>[a-z-]+)(?: = (?P<default>.+))?")


@dataclass(frozen=True, slots=True)
class Parameter:
    """A variable of a question that may be bound; one left free asks of all."""

    name: str
    type: str
    default: str | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """A named question: its title and description, its parameters and its SPARQL."""

    name: str
    title: str
    description: str
    parameters: tuple[Parameter, ...]
    sparql: str


def questions(folder: Path | None = None) -> tuple[Question, ...]:
    """All questions of a folder, by default the ontology's, in order of their names."""
    folder = folder or ontology_directory() / "questions"
    return tuple(read_question(path) for path in sorted(folder.glob("*.rq")))


def find(name: str, among: Iterable[Question]) -> Question:
    """The question of that name; an error that names the nearest if there is none."""
    known = {question.name: question for question in among}
    if name in known:
        return known[name]
    near = get_close_matches(name, known, n=3, cutoff=0.5)
    raise GraphError(
        f"{name!r} is no question",
        remedy=f"did you mean {' or '.join(map(repr, near))}? 'communique ask --list' names all"
        if near
        else "'communique ask --list' names all",
    )


def read_question(path: Path) -> Question:
    """A question as its file holds it.

    Raises :class:`GraphError` for a header without title or description, a parameter of a type
    that does not exist, and SPARQL in which no value can be put first.
    """
    try:
        sparql = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise GraphError("the question cannot be read", where=str(path)) from error
    fields = _HEADER.findall(sparql)
    single = {key: text.strip() for key, text in fields if key != "parameter"}
    if missing := [key for key in ("title", "description") if key not in single]:
        raise GraphError(
            f"the question has no {missing[0]}",
            where=str(path),
            remedy=f"begin the file with a line '# {missing[0]}: …'",
        )
    parameters = tuple(_parameter(text, path) for key, text in fields if key == "parameter")
    if sparql.count(OPENING) != 1:
        raise GraphError(
            f"a question opens its pattern once by a line that ends in {OPENING.strip()!r}",
            where=str(path),
        )
    return Question(path.stem, single["title"], single["description"], parameters, sparql)


#: Where the values of parameters go: the first thing in the pattern.
OPENING = "WHERE {\n"


def _parameter(text: str, path: Path) -> Parameter:
    read = _PARAMETER.fullmatch(text.strip())
    if not read or read["type"] not in TYPES:
        types = ", ".join(sorted(TYPES))
        raise GraphError(
            f"{text!r} is no parameter",
            where=str(path),
            remedy=f"write 'name: type' or 'name: type = value' with one of {types}",
        )
    return Parameter(read["name"], read["type"], read["default"])
