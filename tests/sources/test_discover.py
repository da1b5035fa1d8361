"""Which documents there are in what a user names."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.sources import Document, Refusal, Terms, discover


def found(*sources: object, terms: Terms | None = None) -> tuple[list[Document], list[Refusal]]:
    """What discovery yields, documents and refusals apart."""
    everything = list(discover(map(str, sources), terms))
    documents = [each for each in everything if isinstance(each, Document)]
    return documents, [each for each in everything if isinstance(each, Refusal)]


@pytest.fixture
def releases(tmp_path: Path) -> Path:
    folder = tmp_path / "releases"
    for name in (
        "b.md", "a/one.txt", "a/one.meta.json", "a/two.html", "z.png", ".hidden.md", ".git/c.md",
    ):  # fmt: skip
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("words", encoding="utf-8")
    (folder / "empty").mkdir()
    return folder


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        pytest.param([""], ["a/one.txt", "a/two.html", "b.md"], id="a folder, to any depth"),
        pytest.param(["a"], ["one.txt", "two.html"], id="names are paths below the folder"),
        pytest.param(["b.md"], ["b.md"], id="a file by its name"),
        pytest.param(["*/*.txt"], ["a/one.txt"], id="a glob below its fixed folders"),
        pytest.param(["**/*"], ["a/one.txt", "a/two.html", "b.md"], id="a recursive glob"),
        pytest.param(["b.md", "", "b.md"], ["b.md", "a/one.txt", "a/two.html"], id="each once"),
    ],
)
def test_documents_are_found(releases: Path, named: list[str], expected: list[str]) -> None:
    documents, refused = found(*(releases / name for name in named))
    assert [document.source for document in documents] == expected
    assert refused == []


@pytest.mark.parametrize(
    ("named", "reason"),
    [
        ("nowhere", "there is no such file or folder; check the spelling"),
        ("z.png", "cannot read .png; give one of"),
        ("empty", "holds no releases; give files in"),
        ("*.png", "holds no releases; give files in"),
        ("a/one.meta.json", "is a sidecar, no document; name one.* instead"),
    ],
)
def test_a_source_that_gives_nothing_is_refused_and_the_others_go_on(
    releases: Path, named: str, reason: str
) -> None:
    source = str(releases / named)
    documents, refused = found(source, releases / "b.md")
    assert [document.source for document in documents] == ["b.md"]
    assert refused[0].source == source
    assert refused[0].reason.startswith(f"{source}: {reason}")


def test_a_second_document_of_one_name_is_refused(releases: Path) -> None:
    other = releases / "a" / "b.md"
    other.write_text("other words", encoding="utf-8")
    documents, refused = found(releases / "b.md", other)
    assert [document.place for document in documents] == [str(releases / "b.md")]
    assert "give the folder that holds both" in refused[0].reason
