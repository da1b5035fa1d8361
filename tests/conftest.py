"""What several tests need: where the real releases lie, and a reader that needs no model."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.models import Event, Facts, Release, Span, Status
from tests.servers import oxigraph, virtuoso

__all__ = ["oxigraph", "virtuoso"]  # the servers, for any test that names one


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real releases and annotations, beside the checkout."""
    folder = Path(__file__).parents[1] / ".." / "shared"
    if not folder.is_dir():
        pytest.skip("the real releases are not beside this checkout")
    return folder


class FirstWords:
    """A reader that states one meeting, at the first word of each release."""

    def understand(self, release: Release) -> Facts:
        if "unreadable" in release.text:
            raise RuntimeError("fell over\nin the middle")
        first = Span(0, len(release.text.split()[0]))
        event = Event(type="Meeting", status=Status.OCCURRED, evidence=(first,), frame="first")
        return Facts(release, events=(event,))


@pytest.fixture
def reader() -> FirstWords:
    """A reader that needs no model."""
    return FirstWords()
