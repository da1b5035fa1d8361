"""Word documents as pieces, and those that are refused."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest
from docx.document import Document

from pipeline.errors import DocumentError
from pipeline.models import BlockKind
from pipeline.reading.draft import Piece
from pipeline.reading.formats import read_format
from pipeline.reading.limits import Limits

BODY = "The two ministers signed an arrangement on the harbours of the strait."


def saved(document: Document) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def zipped(**members: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name.replace("_", "/", 1).replace("_", "."), data)
    return out.getvalue()


def test_styles_tell_headings_items_and_captions_and_the_ending_of_the_name_does_not_matter() -> (
    None
):
    document = docx.Document()
    document.add_heading("Harbours opened", 0)
    document.add_heading("Background", 2)
    document.add_paragraph(BODY)
    document.add_paragraph("three harbours", style="List Bullet")
    document.add_paragraph("The quay at noon", style="Caption")
    document.add_paragraph().add_run("What follows").bold = True
    assert read_format(saved(document), "named.pdf", Limits()).pieces == (
        Piece(BlockKind.HEADING, "Harbours opened", 1),
        Piece(BlockKind.HEADING, "Background", 2),
        Piece(BlockKind.PARAGRAPH, BODY),
        Piece(BlockKind.ITEM, "three harbours"),
        Piece(BlockKind.CAPTION, "The quay at noon"),
        Piece(BlockKind.HEADING, "What follows"),
    )


def test_a_row_of_a_table_is_a_line_and_a_merged_cell_is_told_once() -> None:
    document = docx.Document()
    table = document.add_table(2, 3)
    for cell, text in zip(table.rows[0].cells, ("Harbour", "Boats", "Dues"), strict=True):
        cell.text = text
    table.cell(1, 0).merge(table.cell(1, 1)).text = "Northern quay"
    table.cell(1, 2).text = "12"
    told = [piece.text for piece in read_format(saved(document), "a.docx", Limits()).pieces]
    assert told == ["Harbour Boats Dues", "Northern quay 12"]


def test_the_title_property_counts_only_where_the_page_says_it_too() -> None:
    document = docx.Document()
    document.core_properties.title = "Harbours opened"
    document.add_paragraph(BODY)
    assert read_format(saved(document), "a.docx", Limits()).stated.title is None
    document.paragraphs[0].insert_paragraph_before("Harbours opened")
    assert read_format(saved(document), "a.docx", Limits()).stated.title == "Harbours opened"


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"PK\x03\x04 and nothing more", "damaged"),
        (zipped(notes_txt=b"text"), "no Word document"),
        (zipped(word_document_xml=b"<w:document"), "damaged"),
        (zipped(word_document_xml=bytes(201_000_000)), "201,000,000 bytes"),
    ],
    ids=["cut short", "another zip", "broken parts", "a bomb"],
)
def test_what_is_no_word_document_is_refused_with_its_name_and_a_remedy(
    data: bytes, why: str
) -> None:
    with pytest.raises(DocumentError, match=why) as refusal:
        read_format(data, "a.docx", Limits())
    assert str(refusal.value).startswith("a.docx: ")
    assert refusal.value.remedy
