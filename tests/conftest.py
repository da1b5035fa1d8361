"""What several tests need: where the real releases lie, and a reader that needs no model."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.corpus import processes
from tests.readers import FirstWords
from tests.servers import oxigraph, virtuoso

__all__ = ["oxigraph", "virtuoso"]  # the servers, for any test that names one


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real releases and annotations, beside the checkout."""
    folder = Path(__file__).parents[1] / ".." / "shared"
    if not folder.is_dir():
        pytest.skip("the real releases are not beside this checkout")
    return folder


@pytest.fixture(autouse=True)
def _in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read documents in the tests' own process, where their readers are, unless told otherwise."""
    monkeypatch.setattr(processes, "cores", lambda: 0)


@pytest.fixture
def reader() -> FirstWords:
    """A reader that needs no model."""
    return FirstWords()
