"""How well graphs tell what people who read the releases wrote down.

The annotation guide's terms are in :mod:`.guide`; both sides, annotation and graph, become the
same :class:`~.record.Record`; :mod:`.pairing` pairs what they hold, :mod:`.score` counts it,
:mod:`.report` puts the figures into words and :mod:`.differences` what to mend.
"""

from __future__ import annotations

from pipeline.evaluate.annotations import HALVES, read_annotations
from pipeline.evaluate.differences import differences
from pipeline.evaluate.findings import read_findings
from pipeline.evaluate.report import as_json, as_text
from pipeline.evaluate.score import Report, evaluate

__all__ = [
    "HALVES",
    "Report",
    "as_json",
    "as_text",
    "differences",
    "evaluate",
    "read_annotations",
    "read_findings",
]
