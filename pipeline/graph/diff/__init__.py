"""What has changed between two graphs, fact by fact and in plain words."""

from pipeline.graph.diff.compare import Change, Difference, diff
from pipeline.graph.diff.tell import DIFFERENCE_FORMATS, differing, render

__all__ = ["DIFFERENCE_FORMATS", "Change", "Difference", "diff", "differing", "render"]
