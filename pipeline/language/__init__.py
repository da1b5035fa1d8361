"""What a release says: names, dates, quotations, clauses, frames, events. No RDF enters here."""

from pipeline.language.reader import MODEL, Reader, load

__all__ = ["MODEL", "Reader", "load"]
