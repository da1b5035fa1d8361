"""Documents made to be slow, to be endless or to break a parser: one line each, and no crash."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Callable

import pytest

from pipeline.errors import DocumentError
from pipeline.reading import Limits, read_bytes
from pipeline.reading.pdf.characters import Placed, line_of

from .pdfs import lines, pdf

SENTENCE = "Norland and Suria signed a pact on fish in Oslo today, both said. "
SMALL = Limits(characters=2_000, blocks=50, paragraph=1_500, pages=3)

BEYOND = [
    ("a.txt", SENTENCE * 40, "holds more than 2,000 characters; .* --max-characters"),
    ("a.md", SENTENCE * 40, "holds more than 2,000 characters; .* --max-characters"),
    ("a.html", f"<p>{SENTENCE}</p>" * 40, "holds more than 2,000 characters; .* --max-characters"),
    ("a.txt", "fish " * 350, "holds a paragraph of more than 1,500 characters; .*--max-paragraph"),
    ("a.txt", "fish\n\n" * 60, "holds more than 50 blocks; .* --max-blocks"),
    ("a.md", "| fish | crab |\n" * 60, "holds more than 50 blocks; .* --max-blocks"),
    ("a.html", f"<table>{'<tr><td>fish' * 60}", "holds more than 50 blocks; .* --max-blocks"),
    ("a.html", f"<p>{'Fish.<br>' * 60}", "holds more than 50 blocks; .* --max-blocks"),
]
HOSTILE = [
    ("a.html", "<div>" * 100_000 + SENTENCE, "nests its elements more than 255 deep"),
    ("a.html", "<b>x " * 1_000, "nests its elements more than 255 deep"),
    ("a.html", f"<p {'a=1 ' * 100_000}>{SENTENCE}", "more than 2,000 attributes"),
    ("a.html", f"<p title={'a' * 11_000_000}>{SENTENCE}", "a tag or text of more than 10 MB"),
    ("a.txt", "\0" * 1_000, "binary data"),
    ("a.txt", " \n" * 1_000_000, "empty|white space"),
    ("a.md", "<!-- " * 100_000, "no text was found"),
]


@pytest.mark.parametrize(("name", "text", "told"), BEYOND, ids=lambda value: str(value)[:20])
def test_a_document_beyond_the_limits_is_refused_with_the_option_that_allows_more(
    name: str, text: str, told: str
) -> None:
    with pytest.raises(DocumentError, match=told) as error:
        read_bytes(text.encode(), name, limits=SMALL)
    assert error.value.where == name
    assert read_bytes(text.encode(), name)


@pytest.mark.parametrize(("name", "text", "told"), HOSTILE, ids=lambda value: str(value)[:20])
def test_a_document_made_to_break_a_parser_is_refused_in_one_line(
    name: str, text: str, told: str
) -> None:
    with pytest.raises(DocumentError, match=told) as error:
        read_bytes(text.encode(), name)
    assert "\n" not in str(error.value)
    assert error.value.where == name
    assert error.value.remedy


def test_a_pdf_of_more_pages_or_characters_than_allowed_is_refused() -> None:
    page = lines("\n".join([SENTENCE] * 20))
    with pytest.raises(DocumentError, match=r"holds more than 3 pages; .* --max-pages"):
        read_bytes(pdf(*[page] * 4), "a.pdf", limits=SMALL)
    with pytest.raises(DocumentError, match="holds more than 2,000 characters"):
        read_bytes(pdf(*[page] * 3), "a.pdf", limits=SMALL)
    assert read_bytes(pdf(*[page] * 4), "a.pdf")


@pytest.mark.parametrize("nest", ["[", "{a: ", "- "], ids=["lists", "maps", "blocks"])
def test_front_matter_that_is_nested_without_end_is_read_line_by_line(nest: str) -> None:
    text = f"---\ntitle: Pact signed\nx:\n  {nest * 100_000}\n---\n{SENTENCE}"
    (release,) = read_bytes(text.encode(), "a.md")
    assert release.metadata.title == "Pact signed"
    assert "nests values more than 20 deep" in release.notes[0]


def test_a_zip_file_of_a_version_to_come_is_refused() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/document.xml", SENTENCE)
    data = bytearray(buffer.getvalue())
    data[data.index(b"PK\x01\x02") + 6] = 75  # the version that it takes to unpack it
    with pytest.raises(DocumentError, match="this zip file is damaged"):
        read_bytes(bytes(data), "a.docx")


def test_characters_that_a_broken_font_of_a_pdf_gives_are_left_out() -> None:
    placed = [Placed(text, 10, 20, 10, 20, 10, False) for text in "fish\0\x07 \u202e"]
    assert line_of(placed, 0).text == "fish"


def test_entities_that_grow_are_not_followed() -> None:
    grown = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(9))
    page = f'<!DOCTYPE html [<!ENTITY e0 "fish">{grown}]><html><body><p>{SENTENCE}&e9;</p>'
    (release,) = read_bytes(page.encode(), "a.html")
    assert "fishfish" not in release.text


def test_marks_of_direction_and_control_characters_are_left_out() -> None:
    text = f"\u202e{SENTENCE}\u2066\u2069\x1b[31m and\x07 more"
    (release,) = read_bytes(text.encode() * 3, "a.txt")
    assert all(character.isprintable() or character == "\n" for character in release.text)


def test_bytes_that_are_no_utf_8_are_read_and_told() -> None:
    data = "\ufeff".encode() + SENTENCE.encode() * 5 + b"\xc3\x28 \xff"
    (release,) = read_bytes(data, "a.txt")
    assert release.text.startswith("Norland and Suria")
    assert release.notes == ("2 characters are lost (\ufffd)",)


GROWING: list[tuple[str, str, Callable[[int], str]]] = [
    ("one line", "a.txt", lambda n: "fish and chips, " * n),
    ("one word", "a.txt", lambda n: "fish" * 4 * n),
    ("lines", "a.txt", lambda n: "fish\n" * 3 * n),
    ("titles", "a.txt", lambda n: "Pact On Fish\n\n" * n),
    ("dates", "a.txt", lambda n: "12 May 2019\n\n" * n),
    ("labels", "a.txt", lambda n: "Topics:\n\nfish\n\n" * n),
    ("emphasis", "a.md", lambda n: "*a " * 4 * n),
    ("brackets", "a.md", lambda n: "[a](" * 4 * n),
    ("images", "a.md", lambda n: "![" * 8 * n),
    ("tags", "a.md", lambda n: "<a " * 4 * n),
    ("cells", "a.html", lambda n: "<table>" + "<td>fish" * n),
    ("notes", "a.html", lambda n: "<p>fish" + "<sup><a>1</a></sup>" * n),
    ("headings", "a.html", lambda n: "<html><title>Pact</title>" + "<h1>Pact</h1><p>fish" * n),
    ("paragraphs", "a.html", lambda n: "<html><body>" + "<div>" * 200 + "<p>fish, crab" * n),
    ("classes", "a.html", lambda n: f'<p class="{"share-" * 9 * n}">fish and crab</p>'),
]


@pytest.mark.parametrize(
    ("name", "made"), [each[1:] for each in GROWING], ids=[each[0] for each in GROWING]
)
def test_four_times_the_text_takes_no_more_than_some_eight_times_as_long(
    name: str, made: Callable[[int], str]
) -> None:
    def seconds(times: int) -> float:
        data = made(times).encode()
        start = time.process_time()
        read_bytes(data, name)
        return time.process_time() - start

    seconds(10)
    assert seconds(4_000) < 8 * seconds(1_000) + 0.1
