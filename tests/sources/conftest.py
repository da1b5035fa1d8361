"""What several tests of sources need."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

from pipeline.sources import Content, Document, Refusal, Terms, discover

Find: TypeAlias = Callable[..., tuple[dict[str, Content], list[str]]]


@pytest.fixture
def find(tmp_path: Path) -> Find:
    """What documents hold, by name, and the reasons of refusals without the folder."""

    def find(*sources: object, terms: Terms | None = None) -> tuple[dict[str, Content], list[str]]:
        found = list(discover(map(str, sources), terms))
        documents = {each.source: each.open() for each in found if isinstance(each, Document)}
        reasons = [each.reason for each in found if isinstance(each, Refusal)]
        return documents, [reason.replace(f"{tmp_path}/", "") for reason in reasons]

    return find
