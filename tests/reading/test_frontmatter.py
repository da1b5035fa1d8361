"""Front matter, and front matter that is not YAML."""

from __future__ import annotations

import datetime as dt

import pytest

from pipeline.reading.frontmatter import amiss, split_front_matter, stated

BROKEN = """---
title: ""A stunt" - or a pact?"
date: "2010-08-07"
subjects:
  - "Fishing"
  - Ports
---
Body."""


@pytest.mark.parametrize("text", ["No front matter.", "---\nA rule, then prose.\n---\nMore.", ""])
def test_a_text_without_front_matter_is_all_body(text: str) -> None:
    assert split_front_matter(text) == ({}, text)


def test_values_stay_strings_and_lists_become_tuples() -> None:
    fields, body = split_front_matter("---\ntitle: 'Pact: a start'\ndate: 2021-03-04\n---\nBody.")
    assert fields == {"title": ("Pact: a start",), "date": ("2021-03-04",)}
    assert body.strip() == "Body."


def test_a_folded_title_is_one_line() -> None:
    fields, _ = split_front_matter("---\ntitle: Pact on\n  fishing signed\n---\n")
    assert fields["title"] == ("Pact on fishing signed",)


def test_broken_yaml_does_not_lose_the_document() -> None:
    fields, body = split_front_matter(BROKEN)
    assert fields["title"] == ('"A stunt" - or a pact?',)
    assert fields["subjects"] == ("Fishing", "Ports")
    assert body.strip() == "Body."


def test_the_fields_state_the_metadata() -> None:
    fields, _ = split_front_matter(
        "---\ntitle: Pact\npublished_time: 2021-03-04 14:09:35-04:00\nmodified_time: 2021-03-05\n"
        "source: Minister of Ports\nsource_url: https://ports.example/1\ntags: [fishing]\n---\n"
    )
    metadata = stated(fields)
    assert metadata.published == dt.date(2021, 3, 4)
    assert metadata.modified == dt.date(2021, 3, 5)
    assert metadata.publisher == ("Minister of Ports",)
    assert metadata.url == "https://ports.example/1"
    assert metadata.keywords == ("fishing",)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (BROKEN, "is not YAML (line 2: "),
        ("---\ntitle: Pact\ndate: soon\n---\nBody.", "date 'soon' is no date"),
        ("---\ntitle: Pact\n\nBody.", "has no closing '---'"),
    ],
    ids=["broken", "no date", "not closed"],
)
def test_what_is_amiss_is_told_in_one_line(text: str, said: str) -> None:
    (note,) = amiss(text, split_front_matter(text)[0])
    assert said in note
    assert "\n" not in note


@pytest.mark.parametrize(
    "text", ["No front matter.", "---\ntitle: Pact\n---\nBody.", "---\nA rule."]
)
def test_nothing_is_amiss_where_nothing_is(text: str) -> None:
    assert not list(amiss(text, split_front_matter(text)[0]))
