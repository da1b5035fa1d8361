"""The named questions, asked of the sample releases in ``data/raw`` as they are read."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import Graph
from rdflib.query import ResultRow

from pipeline import language
from pipeline.errors import GraphError
from pipeline.graph.answering import answer_in, bound
from pipeline.graph.given import terms
from pipeline.graph.query import Solutions, ask
from pipeline.graph.questions import Question, find, questions, read_question
from pipeline.graph.read import read
from pipeline.graph.write import write
from pipeline.release import draw, understand
from pipeline.sources import Document, discover

RAW = Path(__file__).parents[2] / "data" / "raw"
QUESTIONS = questions()
#: The answers by the question and its parameters, each row with its cells parted by " | ".
EXPECTED = json.loads((Path(__file__).parent / "answers.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("samples")
    reader = language.load()
    for document in discover([str(RAW)]):
        assert isinstance(document, Document)
        facts = understand(Path(document.place), reader, source=document.source)
        write(draw(facts), folder / f"{document.source}.ttl")
    return folder


@pytest.fixture(scope="session")
def store(samples: Path) -> ox.Store:
    return read([samples])


@pytest.fixture(scope="session")
def union(samples: Path) -> Graph:
    joint = Graph()
    for path in samples.rglob("*.ttl"):
        joint.parse(path, format="turtle")
    return joint


def asked(store: ox.Store, called: str) -> list[str]:
    name, *pairs = called.split(" --")
    given = dict(pair.split(" ", 1) for pair in pairs)
    rows = answer_in(store, find(name, QUESTIONS), given).rows
    return [" | ".join(str(getattr(c, "value", "")) for c in row) for row in rows]


@pytest.mark.parametrize("called", EXPECTED)
def test_a_question_has_exactly_this_answer(store: ox.Store, called: str) -> None:
    assert asked(store, called) == EXPECTED[called]


def test_every_question_has_an_expected_answer_and_some_are_empty() -> None:
    assert {called.split(" --")[0] for called in EXPECTED} == {q.name for q in QUESTIONS}
    assert len(QUESTIONS) >= 50
    assert any(not rows for rows in EXPECTED.values())


@pytest.mark.parametrize("called", EXPECTED)
def test_rdflib_and_oxigraph_answer_alike(store: ox.Store, union: Graph, called: str) -> None:
    name, *pairs = called.split(" --")
    question = find(name, QUESTIONS)
    given = dict(pair.split(" ", 1) for pair in pairs)
    sparql = bound(question, terms(question, given, store))
    found = ask(store, sparql)
    assert isinstance(found, Solutions)
    ours = sorted(" | ".join(cell(getattr(c, "value", None)) for c in row) for row in found.rows)
    theirs = sorted(" | ".join(map(cell, row)) for row in rows_of(union, sparql))
    assert ours == theirs


def rows_of(union: Graph, sparql: str) -> list[tuple[object, ...]]:
    return [tuple(row) for row in union.query(sparql) if isinstance(row, ResultRow)]


def cell(value: object) -> str:
    """A value's text; numbers without the zeros at their end, which engines keep or drop."""
    text = "" if value is None else str(value)
    return f"{Decimal(text).normalize():f}" if re.fullmatch(r"\d+\.\d+", text) else text


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: q.name)
def test_a_parameter_is_a_variable_of_its_question(question: Question) -> None:
    for parameter in question.parameters:
        assert f"?{parameter.name}" in question.sparql


@pytest.mark.parametrize("words", ['x" } ; DROP ALL #', "\\", 'a"@en', "line\nbreak", "?who }"])
def test_words_given_stay_words(store: ox.Store, words: str) -> None:
    question = find("quotations-with", QUESTIONS)
    assert answer_in(store, question, {"words": words}).rows == ()


@pytest.mark.parametrize(
    ("name", "given", "message"),
    [
        ("signings", {"since": "May"}, "--since cannot be 'May'; give a day such as 2019-09-27"),
        ("signings", {"until": "2019-02-30"}, "--until cannot be '2019-02-30'"),
        ("signings", {"status": "Done"}, "give one of Negated, Occurred, Planned, Possible"),
        ("signings", {"by": "x"}, "has no parameter 'by'; its parameters are: --since, --until"),
        ("not-signed", {"by": "x"}, "its parameters are: none"),
        ("unsure", {"below": "half"}, "--below cannot be 'half'; give a number"),
        ("quotations-with", {"words": " "}, "give words"),
        ("signed-with", {"with": "Costa Ria"}, "called 'Costa Ria'; did you mean 'costa rica'"),
        ("signed-with", {"with": "zzzz"}, "give a name or IRI"),
        ("posts-of", {"person": "Costa Rica"}, "nothing in these graphs that fits --person"),
    ],
)
def test_what_does_not_fit_is_an_error_that_says_what_would(
    store: ox.Store, name: str, given: dict[str, str], message: str
) -> None:
    with pytest.raises(GraphError) as error:
        answer_in(store, find(name, QUESTIONS), given)
    assert message in str(error.value)


def test_a_question_that_does_not_exist_is_an_error_that_names_the_nearest() -> None:
    with pytest.raises(GraphError, match="'signed-wth' is no question; ask signed-with"):
        find("signed-wth", QUESTIONS)


@pytest.mark.parametrize("value", ["Costa Rica", "the costa rica", "country/CR", "CR"])
def test_a_thing_is_given_by_its_name_or_the_end_of_its_iri(store: ox.Store, value: str) -> None:
    assert len(asked(store, f"signed-with --with {value}")) == 1


def test_passages_show_the_words_of_each_fact(store: ox.Store) -> None:
    found = answer_in(store, find("not-signed", QUESTIONS), {}, passages=True)
    assert found.variables == ("instrument", "fact", "passage", "words")
    assert "was signed" in str(found.rows[0][3])


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("# description: x\nSELECT ?x WHERE {\n}", "has no title"),
        ("# title: x\nSELECT ?x WHERE {\n}", "has no description"),
        ("# title: x\n# description: x\nASK {}", "opens its pattern once"),
        ("# title: x\n# description: x\n# parameter: a: b\n", "'a: b' is no parameter"),
    ],
)
def test_a_file_that_is_no_question_is_an_error(text: str, message: str, tmp_path: Path) -> None:
    path = tmp_path / "q.rq"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(GraphError, match=message):
        read_question(path)
