"""What came, went and changed between two graphs, in words."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.errors import GraphError
from pipeline.graph.build import build
from pipeline.graph.diff import Difference, diff, render
from pipeline.graph.diff.facts import Fact
from pipeline.graph.diff.pair import pair
from pipeline.graph.diff.tell import apart
from pipeline.graph.write import write
from pipeline.models import Event, Facts, PartialDate, Span, Status
from tests.graph.archive import BASE, courts, ferries, seasons

Compare = Callable[[object, object], Difference]
FERRIES = ferries()[0]
SIGNING, SAID, CALM, MET, MEETING, LIGHTHOUSE, TUNNEL, LETTERS = FERRIES.events


@pytest.fixture
def compared(tmp_path: Path) -> Callable[..., Difference]:
    """The difference between two documents, each given as the facts of its release."""

    def compare(old: Facts, new: Facts) -> Difference:
        for name, facts in (("old", old), ("new", new)):
            write(build((facts,), base=BASE), tmp_path / f"{name}.ttl")
        return diff(tmp_path / "old.ttl", tmp_path / "new.ttl")

    return compare


def told(difference: Difference) -> list[str]:
    return [line.strip() for line in render(difference).splitlines()]


def with_events(*events: Event) -> Facts:
    return replace(FERRIES, events=events)


def reworded(facts: Facts, old: str, new: str) -> Facts:
    """The facts of a release whose text was corrected, each still at its words."""
    text, at = facts.release.text, facts.release.text.index(old)
    shift = len(new) - len(old)

    def moved(span: Span) -> Span:
        start = span.start + shift * (span.start > at)
        return Span(start, span.end + shift * (span.end > at))

    events = tuple(
        replace(
            event,
            evidence=tuple(map(moved, event.evidence)),
            fillers=tuple(replace(f, span=f.span and moved(f.span)) for f in event.fillers),
        )
        for event in facts.events
    )
    entities = tuple(replace(e, mentions=tuple(map(moved, e.mentions))) for e in facts.entities)
    posts = tuple(replace(p, evidence=tuple(map(moved, p.evidence))) for p in facts.posts)
    deals = tuple(replace(d, aims=tuple(map(moved, d.aims))) for d in facts.agreements)
    release = replace(facts.release, text=text.replace(old, new, 1))
    return Facts(release, entities, deals, posts, events)


def test_a_graph_does_not_differ_from_itself(compared: Compare) -> None:
    found = compared(FERRIES, FERRIES)
    assert found.changes == ()
    assert told(found) == ["0 came, 0 went, 0 changed; 17 the same"]


def test_a_fact_that_came_is_told_with_its_words(compared: Compare) -> None:
    assert told(compared(with_events(*FERRIES.events[:-1]), FERRIES)) == [
        "archive/ferries.md",
        "came: Signing (Occurred): agreement letters of intent; count 2; party Borduria, Oria",
        "“Oria and Borduria signed two letters of intent”",
        "1 came, 0 went, 0 changed; 16 the same",
    ]


def test_a_fact_that_went_is_told_with_its_words(compared: Compare) -> None:
    lines = told(compared(FERRIES, with_events(*FERRIES.events[1:])))
    assert lines[1].startswith("went: Signing (Occurred, 2021-03-04): agreement Ferry Pact")
    assert lines[-1] == "0 came, 1 went, 0 changed; 16 the same"


@pytest.mark.parametrize(
    ("event", "changes", "line"),
    [
        (MEETING, {"status": Status.OCCURRED}, "status: Planned is now Occurred"),
        (SIGNING, {"date": PartialDate("2021-03-05")}, "date: 2021-03-04 is now 2021-03-05"),
        (LIGHTHOUSE, {"date": None}, "date: 2022 went"),
        (LETTERS, {"date": PartialDate("2021")}, "date: 2021 came"),
        (SIGNING, {"fillers": SIGNING.fillers[1:]}, "signatory: Ida Brandt went"),
        (MET, {"fillers": (*MET.fillers, MET.fillers[-1])}, None),
        (TUNNEL, {"kind": "Contract"}, "kind: Contract came"),
        (SAID, {"confidence": 0.3}, None),
        (
            SIGNING,
            {"evidence": SIGNING.evidence[:1]},
            "no longer stated by “Brandt and Kral signed the Ferry Pact of Oria and Syldavia in "
            "Klow on 4 March 2021”",
        ),
    ],
)
def test_what_changed_about_a_fact_is_one_line(
    compared: Compare, event: Event, changes: Mapping[str, object], line: str | None
) -> None:
    after = [replace(each, **changes) if each is event else each for each in FERRIES.events]  # type: ignore[arg-type]
    lines = told(compared(FERRIES, with_events(*after)))
    if line is None:
        assert lines == ["0 came, 0 went, 0 changed; 17 the same"]
    else:
        assert lines[1].startswith("changed: ")
        assert lines[2:] == [line, "0 came, 0 went, 1 changed; 16 the same"]


def test_facts_are_the_same_though_a_correction_gave_them_other_iris_and_places(
    compared: Compare,
) -> None:
    lines = told(compared(FERRIES, reworded(FERRIES, "Both met", "Both then met")))
    assert lines[1] == "changed: release “Ferry Pact signed”"
    assert lines[2].startswith("text: ")
    assert lines[3].startswith("changed: Meeting (Occurred, 2021-03-04)")
    assert lines[4] == (
        "words: “Both met former Harbour Master Rolf Steen” is now "
        "“Both then met former Harbour Master Rolf Steen”"
    )
    assert lines[5] == "0 came, 0 went, 2 changed; 15 the same, 5 of them elsewhere in the text"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("a b", "a c", ("a b", "a c")),
        (
            f"{'w ' * 70}to pay",
            f"{'w ' * 70}to pay a fine",
            ("… w w to pay", "… w w to pay a fine"),
        ),
        (f"May {'w ' * 70}", f"June {'w ' * 70}", ("May w w w w …", "June w w w w …")),
        (
            f"{'v ' * 70}x {'w ' * 70}",
            f"{'v ' * 70}{'w ' * 70}",
            ("… v v v v x w w w w …", "… v v v v w w w w …"),
        ),
    ],
    ids=["short", "longer at the end", "another beginning", "a word went"],
)
def test_of_long_words_what_is_not_the_same_is_shown(
    old: str, new: str, told: tuple[str, str]
) -> None:
    assert apart(old, new) == told


def test_a_post_says_who_holds_it_and_how(compared: Compare) -> None:
    without = replace(FERRIES, posts=FERRIES.posts[:1])
    assert "went: post: Rolf Steen, Harbour Master, Ministry of Ports, former" in told(
        compared(FERRIES, without)
    )


def test_an_agreement_says_what_it_builds_on(compared: Compare) -> None:
    pact, treaty = FERRIES.agreements
    without = replace(FERRIES, agreements=(replace(pact, follows=()), treaty))
    assert told(compared(FERRIES, without))[1:3] == [
        "changed: agreement (Pact): aim to keep both shores in reach of each other; "
        "follows Harbour Treaty; label Ferry Pact",
        "follows: Harbour Treaty went",
    ]


def test_the_step_before_in_a_case_is_called_by_its_kind_and_day(compared: Compare) -> None:
    (case,) = courts()
    without = replace(case, steps=case.steps[1:])
    lines = told(compared(without, case))
    assert lines[2:] == [
        "partOfCase: Charge 2020-05-03 came",
        "0 came, 0 went, 1 changed; 4 the same",
    ]


def test_documents_are_told_apart_by_their_sources(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    for folder, documents in ((old, (ferries(), courts())), (new, (courts(), seasons()))):
        for number, facts in enumerate(documents):
            write(build(facts, base=BASE), folder / f"{number}.ttl")
    changes = diff(old, new).changes
    assert {(change.document, change.sort) for change in changes} == {
        ("archive/ferries.md", "went"),
        ("archive/seasons.md", "came"),
    }


def test_two_statements_of_one_speaker_are_two_facts() -> None:
    one, other = (
        Fact("Statement", iri, (("quote", (quote,)), ("speaker", ("Ana",))), (quote,), (place,))
        for iri, quote, place in (("a", "The sea is calm.", 1), ("b", "Salt is dear.", 9))
    )
    assert pair([one], [other]) == ((None, other), (one, None))


def test_equal_facts_are_paired_by_their_words() -> None:
    facts = [
        Fact("Meeting", words, (("participant", ("Ana", "Bo")),), (words,), (place,))
        for words, place in (("Ana met Bo", 1), ("Bo saw Ana at sea", 30))
    ]
    assert pair(facts, facts[::-1]) == tuple((fact, fact) for fact in facts[::-1])


def test_json_holds_both_sides_of_a_change(compared: Compare) -> None:
    changed = replace(SIGNING, date=PartialDate("2021-03-05"))
    found = json.loads(render(compared(FERRIES, with_events(changed, *FERRIES.events[1:])), "json"))
    (change,) = found["changes"]
    assert (found["same"], change["change"]) == (16, "changed")
    assert change["roles"] == {"date": {"old": ["2021-03-04"], "new": ["2021-03-05"]}}
    assert change["old"]["iri"] != change["new"]["iri"]
    assert change["new"]["says"]["signatory"] == ["Ida Brandt", "Otto Kral"]


def test_csv_has_a_line_for_each_role_that_changed(compared: Compare) -> None:
    changed = replace(MEETING, status=Status.OCCURRED, date=PartialDate("2021-07"))
    lines = render(
        compared(FERRIES, with_events(*FERRIES.events[:4], changed, *FERRIES.events[5:])), "csv"
    ).splitlines()
    assert lines[0] == "document,change,fact,role,old,new"
    assert [line.rsplit(",", 3)[1:] for line in lines[1:]] == [
        ["date", "2021-06", "2021-07"],
        ["status", "Planned", "Occurred"],
    ]


def test_a_form_that_does_not_exist_is_an_error_that_names_the_choices(compared: Compare) -> None:
    with pytest.raises(GraphError, match="'xml' is no format of a difference; choose one of words"):
        render(compared(FERRIES, FERRIES), "xml")


def test_the_page_shows_what_is_told(compared: Compare) -> None:
    page = (Path(__file__).parents[2] / "docs" / "diff.md").read_text(encoding="utf-8")
    _, _, rest = page.partition("```text\n")
    after = (
        replace(SIGNING, date=PartialDate("2021-03-05")),
        *FERRIES.events[1:4],
        replace(MEETING, status=Status.OCCURRED),
        *FERRIES.events[5:-1],
    )
    assert render(compared(FERRIES, with_events(*after))) == rest.partition("```")[0]
