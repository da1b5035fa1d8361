"""Bytes to characters, and what is refused."""

from __future__ import annotations

import pytest

from pipeline.errors import DocumentError
from pipeline.reading.characters import clean, fold
from pipeline.reading.decode import decode

REFUSED = [
    (b"", "empty"),
    (b" \n\t ", "empty"),
    ("\u200b\u00a0".encode(), "white space"),
    (b"\xd0\xcf\x11\xe0 a document of 1997", "old Word"),
    (b"\x00\x01\x02\x03 text", "binary"),
    (b"\x89PNG\r\n\x1a\n" + bytes(range(1, 9)) * 9, "binary"),
]

ENCODED = [
    ("Côte d’Ivoire".encode(), "utf-8"),
    ("Côte d’Ivoire".encode("utf-8-sig"), "utf-8 with a byte-order mark"),
    ("Côte d’Ivoire".encode("utf-16"), "utf-16"),
    ("<meta charset='windows-1252'>Côte d’Ivoire".encode("cp1252"), "declared"),
    ("<meta charset='iso-8859-1'>Côte d’Ivoire".encode("cp1252"), "declared as latin-1"),
    ("<meta charset='no-such'>Côte d’Ivoire, où l’accord fut signé".encode("cp1252"), "guessed"),
]


@pytest.mark.parametrize(("data", "why"), REFUSED)
def test_what_is_not_text_is_refused_with_file_and_remedy(data: bytes, why: str) -> None:
    with pytest.raises(DocumentError, match=why) as refusal:
        decode(data, "note.txt")
    assert str(refusal.value).startswith("note.txt: ")
    assert refusal.value.remedy


@pytest.mark.parametrize(("data", "encoding"), ENCODED, ids=[name for _, name in ENCODED])
def test_text_is_decoded_whatever_its_encoding(data: bytes, encoding: str) -> None:
    assert "Côte d’Ivoire" in decode(data, "note.html")


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("co\u00adop\u200beration", "cooperation"),
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("page one\x0cpage two", "page one\n\npage two"),
        ("“quoted” – it’s", "“quoted” – it’s"),
        ("cafe\u0301", "cafe\u0301"),  # not composed: offsets are the document's own
        ("क्\u200dष", "क्\u200dष"),  # a joiner that spells
        ("Itâ\x80\x99s signed", "It’s signed"),  # encoded twice
        ("Ã© alone", "Ã© alone"),  # no control character shows that it is wrong
    ],
)
def test_only_invisible_characters_go(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


def test_every_kind_of_white_space_folds() -> None:
    assert fold(" a\u00a0 b\u2003\tc\n") == "a b c"
