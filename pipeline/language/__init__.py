"""What a release says: names, dates, quotations, clauses, frames, events. No RDF enters here."""

from pipeline.language.model import MODEL
from pipeline.language.reader import Reader, load

__all__ = ["MODEL", "Reader", "load"]
