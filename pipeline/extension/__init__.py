"""A user's own classes of events, with their roles and kinds: what an ontology file adds."""

from pipeline.extension.file import read_extension
from pipeline.extension.terms import NOTHING, EventClass, Extension, Role, Term

__all__ = ["NOTHING", "EventClass", "Extension", "Role", "Term", "read_extension"]
