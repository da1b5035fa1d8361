"""The wing as others see it: what always holds, what is refused, how long it takes."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.errors import DocumentError
from pipeline.models import BlockKind
from pipeline.reading import SUFFIXES, read, read_bytes
from tests.growth import spent

MARKS = st.sampled_from(
    ["\n", "\n\n", "  \n", "# ", "**", "_", "- ", "1. ", "[a](b)", "<p>", "</p>", "<br>", "<li>",
     "<table>", "<", "|", "---\n", "###", "Release Date: ", "March 4, 2021", "WASHINGTON – ", "“",
     "title: x", "{:.a}", "\\", "&nbsp;", "The pact was signed today.", "\u00ad", "\u00a0"]
)  # fmt: skip
DOCUMENTS = st.one_of(
    st.text(max_size=300),
    st.lists(st.one_of(MARKS, st.text(max_size=20)), max_size=40).map("".join),
)


@settings(max_examples=150, deadline=None)
@given(DOCUMENTS, st.sampled_from((".txt", ".md", ".html")))
def test_blocks_are_ordered_and_cover_the_text_and_nothing_else_is_raised(
    text: str, suffix: str
) -> None:
    try:
        releases = read_bytes(text.encode("utf-8", "replace"), f"note{suffix}")
    except DocumentError as error:
        assert error.where == f"note{suffix}"
        return
    for release in releases:
        end = 0
        for block in release.blocks:
            words = block.span.of(release.text)
            assert words == words.strip() != ""
            assert block.span.end <= len(release.text)
            assert not release.text[end : block.span.start].strip()
            end = block.span.end
        assert end == len(release.text)


@settings(max_examples=50, deadline=None)
@given(st.binary(max_size=200))
def test_bytes_are_read_or_refused(data: bytes) -> None:
    with suppress(DocumentError):
        read_bytes(data, "note.txt")


@settings(max_examples=50, deadline=None)
@given(DOCUMENTS)
def test_reading_twice_gives_the_same(text: str) -> None:
    data = text.encode("utf-8", "replace")
    with suppress(DocumentError):
        assert read_bytes(data, "note.md") == read_bytes(data, "note.md")


def test_the_words_of_a_plain_text_are_kept_in_order() -> None:
    text = "The “pact”, signed\nby both – at last –\n\nholds: it’s 5 * 3 < 20."
    (release,) = read_bytes(text.encode(), "pact.txt")
    assert release.text.split() == text.split()


@pytest.mark.parametrize("name", ["pact.csv", "pact.json", "pact.xlsx"])
def test_an_unknown_ending_is_refused_with_the_choices(name: str) -> None:
    with pytest.raises(DocumentError, match=r"\.html") as error:
        read_bytes(b"The pact was signed.", name)
    assert SUFFIXES[0] in str(error.value)


@pytest.mark.parametrize("suffix", [".html", ".md"])
def test_a_document_without_words_is_refused(suffix: str) -> None:
    data = {".html": b"<html><script>x()</script></html>", ".md": b"![quay](q.jpg)"}[suffix]
    with pytest.raises(DocumentError, match="no text"):
        read_bytes(data, f"quay{suffix}")


def test_a_missing_file_is_an_error_with_its_path(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="cannot be opened") as error:
        read(tmp_path / "gone.txt")
    assert "gone.txt" in str(error.value)


def test_the_source_is_the_name_that_was_given(tmp_path: Path) -> None:
    (tmp_path / "pact.txt").write_text("The pact was signed.")
    assert read(tmp_path / "pact.txt")[0].source == "pact.txt"
    assert read(tmp_path / "pact.txt", source="2021/pact.txt")[0].source == "2021/pact.txt"


@pytest.mark.parametrize(
    ("name", "data", "published"),
    [
        ("2021-03-04-pact.txt", "The pact was signed in Oslo.", dt.date(2021, 3, 4)),
        ("pact.txt", "The pact was signed in Oslo.\n\n4 MARCH 2021", dt.date(2021, 3, 4)),
        ("pact.md", "---\ndate: 2021-03-04\n---\nPosted on 5 March 2021", dt.date(2021, 3, 4)),
        ("pact.txt", "Oslo, 4 March 2021: The pact was signed by both.", dt.date(2021, 3, 4)),
        ("pact.txt", "The pact of 4 March 2021 was signed in Oslo.", None),
    ],
)
def test_the_date_of_publication_is_the_most_explicit(
    name: str, data: str, published: dt.date | None
) -> None:
    assert read_bytes(data.encode(), name)[0].metadata.published == published


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html"])
@pytest.mark.parametrize(
    "line",
    ["a" * 10**6, "- " * 10**5, "[" * 10**5, "x" + " " * 10**6 + "y", "<a " * 10**5, "#" * 10**5],
)  # fmt: skip
def test_long_lines_take_time_in_proportion(suffix: str, line: str) -> None:
    def read(text: str) -> None:
        with suppress(DocumentError):
            read_bytes(text.encode(), f"long{suffix}")

    short = spent(lambda: read(line[: len(line) // 4]))
    assert spent(lambda: read(line)) < 8 * short + 0.02  # by its square it would be sixteen


def test_lxml_and_yaml_are_loaded_only_when_needed() -> None:
    program = (
        "import sys; from pipeline.reading import read_bytes;"
        "read_bytes(b'The pact was signed.', 'pact.md');"
        "sys.exit(any(name in sys.modules for name in ('lxml', 'yaml', 'chardet', 'trafilatura')))"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def _real() -> Path:
    folder = Path(__file__).parents[3] / "shared" / "releases"
    if not folder.is_dir():
        pytest.skip("the real releases are not beside this checkout")
    return folder


def test_only_one_of_the_real_documents_holds_two_releases() -> None:
    documents = [path for path in _real().glob("*/*") if path.suffix in SUFFIXES]
    assert [path.parent.name for path in documents if len(read(path)) > 1] == ["us-dhs"]


def test_the_first_release_comes_out_right() -> None:
    (path,) = (_real() / "us-dhs").glob("*.md")
    first, second = read(path)
    assert [r.metadata.published for r in (first, second)] == [
        dt.date(2019, 9, 27),
        dt.date(2019, 9, 26),
    ]
    assert first.metadata.publisher[0] == "U.S. Department of Homeland Security"
    assert first.metadata.identifiers == ("AILA Doc. No. 19092735",)
    assert "efforts to build a more stable" in second.text
    prose = [b.span.of(first.text) for b in first.blocks if b.kind is BlockKind.PARAGRAPH]
    assert prose[3].endswith("migration management priorities.")
