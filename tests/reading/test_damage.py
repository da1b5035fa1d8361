"""Lost and doubly encoded characters are noted, and nothing else is."""

from __future__ import annotations

import pytest

from pipeline.reading import read_bytes


@pytest.mark.parametrize(
    ("text", "notes"),
    [
        ("The minister’s étude, at £5 – signed.", ()),
        ("A PÂTÉ and a château, CÔTÉ JARDIN.", ()),
        ("The minister\ufffds caf\ufffd was opened.", ("2 characters are lost (\ufffd)",)),
        ("The ministerâ€™s office was opened.", ("1 character is encoded twice (â€™)",)),
        ("An Ã©tude at Â£5 was opened.", ("2 characters are encoded twice (Ã©)",)),
    ],
    ids=["none", "accents", "lost", "apostrophe", "letters"],
)
def test_damaged_characters_are_noted_and_left_as_they_are(
    text: str, notes: tuple[str, ...]
) -> None:
    (release,) = read_bytes(text.encode(), "note.txt")
    assert release.notes == notes
    assert release.text == text


def test_bytes_that_are_no_utf_8_after_a_byte_order_mark_are_noted_as_lost() -> None:
    (release,) = read_bytes(b"\xef\xbb\xbfThe caf\xe9 was opened on Friday.", "note.txt")
    assert release.notes == ("1 character is lost (\ufffd)",)
