"""Frames: which words announce an event, and which argument fills which role. Data, in YAML."""

from pipeline.language.frames.frame import Frame, Relation, Trigger
from pipeline.language.frames.loader import load_frames

__all__ = ["Frame", "Relation", "Trigger", "load_frames"]
