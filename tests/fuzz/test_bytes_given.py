"""The corpus of the fuzzer, what it found, and small changes to both: nothing breaks reading."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from .bytes_given import NAMES, check

CORPUS = sorted(Path(__file__).with_name("corpus").iterdir())
FOUND = sorted(Path(__file__).with_name("found").iterdir())


@pytest.mark.parametrize("path", [*CORPUS, *FOUND], ids=lambda path: path.name)
def test_every_document_gives_releases_or_one_line(path: Path) -> None:
    check(f"a{path.suffix}", path.read_bytes())


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.name)
def test_a_document_of_any_kind_may_be_called_as_any_other(path: Path) -> None:
    for name in NAMES:
        check(name, path.read_bytes())


@given(path=st.sampled_from(CORPUS), data=st.data())
def test_a_document_that_is_cut_and_written_over_gives_releases_or_one_line(
    path: Path, data: st.DataObject
) -> None:
    whole = path.read_bytes()
    begin, end = (data.draw(st.integers(0, len(whole))) for _ in range(2))
    check(f"a{path.suffix}", whole[:begin] + data.draw(st.binary(max_size=12)) + whole[end:])
