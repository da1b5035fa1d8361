"""Events as a table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.errors import CommuniqueError

from .facts import Event

if TYPE_CHECKING:
    import pandas as pd

_COLUMNS = ("event", "type", "kind", "status", "date", "end_date")
_LAST = ("words", "confidence", "release", "release_title")


def dataframe(events: Sequence[Event]) -> pd.DataFrame:
    """A row for each event: what it is, a column for each role, its words and its release.

    Several fillers of a role are parted by ``"; "``. Raises
    :class:`~pipeline.errors.CommuniqueError` where pandas is not installed.
    """
    try:
        import pandas as pd  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise CommuniqueError(
            "pandas is not installed", remedy="pip install 'communique[pandas]'"
        ) from error
    roles = sorted({role for event in events for role in event.roles})
    rows = [
        {
            "event": event.iri,
            "type": event.type,
            "kind": event.kind,
            "status": event.status,
            "date": event.date,
            "end_date": event.end_date,
            **{role: "; ".join(map(str, event[role])) or None for role in roles},
            "words": event.words,
            "confidence": event.confidence,
            "release": event.release.iri,
            "release_title": event.release.label,
        }
        for event in events
    ]
    return pd.DataFrame(rows, columns=[*_COLUMNS, *roles, *_LAST])
