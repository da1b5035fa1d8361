"""The named questions, asked of the sample releases as they are read and of the archive."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pyoxigraph as ox
import pytest

from pipeline.errors import GraphError
from pipeline.graph.answering import answer_in
from pipeline.graph.questions import Question, find, questions, read_question
from pipeline.graph.validate import check
from tests.graph.archive import archive, together
from tests.graph.asked import CALLS, EXPECTED, parted

QUESTIONS = questions()


@pytest.fixture
def store(stores: Mapping[str, ox.Store]) -> ox.Store:
    """That of the sample releases."""
    return stores["samples"]


def asked(store: ox.Store, called: str) -> list[str]:
    name, given = parted(called)
    rows = answer_in(store, find(name, QUESTIONS), given).rows
    return [" | ".join(str(getattr(c, "value", "")) for c in row) for row in rows]


@pytest.mark.parametrize(("collection", "called"), CALLS)
def test_a_question_has_exactly_this_answer(
    stores: Mapping[str, ox.Store], collection: str, called: str
) -> None:
    assert asked(stores[collection], called) == EXPECTED[collection][called]


@pytest.mark.parametrize("collection", EXPECTED)
def test_every_question_has_an_expected_answer_and_some_are_empty(collection: str) -> None:
    expected = EXPECTED[collection]
    assert {called.split(" --")[0] for called in expected} == {q.name for q in QUESTIONS}
    assert any(not rows for rows in expected.values())


def test_there_is_something_in_the_archive_for_every_question_that_is_asked_of_all() -> None:
    assert len(QUESTIONS) >= 50
    assert [q.name for q in QUESTIONS if not EXPECTED["archive"][q.name]] == []


def test_the_archive_is_a_good_graph() -> None:
    assert [str(finding) for graph in (*archive(), together()) for finding in check(graph)] == []


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
    with pytest.raises(GraphError, match="'signed-wth' is no question; did you mean 'signed-with'"):
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
