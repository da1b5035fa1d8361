"""The sidecar: what it adds, and what is wrong with a broken one."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from pipeline.errors import DocumentError
from pipeline.reading import read
from pipeline.reading.sidecar import read_sidecar


def test_absent_and_null_values_say_nothing() -> None:
    assert read_sidecar({"title": None, "note": 3}, "a.meta.json").title is None


@pytest.mark.parametrize(
    ("issuer", "publisher"),
    [
        ("Home Office", ("Home Office",)),
        ("Ministry of Ports (via the Press Bureau)", ("Ministry of Ports",)),
        ("Ministry of Ports; Coast Guard", ("Ministry of Ports", "Coast Guard")),
        ("", ()),
    ],
)
def test_an_issuer_loses_its_note_and_several_are_told_apart(
    issuer: str, publisher: tuple[str, ...]
) -> None:
    assert read_sidecar({"issuer": issuer}, "a.meta.json").publisher == publisher


@pytest.mark.parametrize(
    ("sidecar", "why"),
    [
        ("{", "not JSON"),
        ("[1]", "holds a list"),
        ('{"date": "soon"}', "date 'soon'"),
        ('{"title": 7}', "title is 7"),
    ],
)
def test_a_broken_sidecar_is_an_error_that_names_it(tmp_path: Path, sidecar: str, why: str) -> None:
    (tmp_path / "pact.txt").write_text("The two ministers signed a pact.")
    (tmp_path / "pact.meta.json").write_text(sidecar)
    with pytest.raises(DocumentError, match=why) as error:
        read(tmp_path / "pact.txt")
    assert error.value.where == "pact.meta.json"


def test_a_sidecar_completes_what_the_document_leaves_open(tmp_path: Path) -> None:
    (tmp_path / "pact.txt").write_text("The two ministers signed a pact on fishing in Port Vila.")
    (tmp_path / "pact.meta.json").write_text(
        '{"title": "Pact on fishing signed", "date": "2021-03-04", "issuer": "Ministry of Ports",'
        ' "url": "https://ports.example/pact"}'
    )
    (release,) = read(tmp_path / "pact.txt")
    assert release.metadata.title == "Pact on fishing signed"
    assert release.metadata.published == dt.date(2021, 3, 4)
    assert release.metadata.publisher == ("Ministry of Ports",)
    assert release.metadata.url == "https://ports.example/pact"
    assert release.text.startswith("Pact on fishing signed\n\nThe two ministers")
