"""What can go wrong, each with the place and the remedy."""

from __future__ import annotations


class CommuniqueError(Exception):
    """Something the user can mend: what is wrong, where, and what to do, on one line."""

    def __init__(self, what: str, *, where: str | None = None, remedy: str | None = None) -> None:
        self.what = what
        self.where = where
        self.remedy = remedy
        super().__init__(what)

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        remedy = f"; {self.remedy}" if self.remedy else ""
        return shown(f"{place}{self.what}{remedy}")


def shown(text: str) -> str:
    r"""The text for a message: on one line, what cannot be seen written out.

    >>> shown("a\nb – \u202e")
    'a\\nb – \\u202e'
    """
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in text)


class DocumentError(CommuniqueError):
    """A document cannot be read; the others still can."""


class FrameError(CommuniqueError):
    """A frame file says something the frame language has no word for."""


class OntologyError(CommuniqueError):
    """A user's ontology file cannot be read, or declares what no frame could use."""


class ModelError(CommuniqueError):
    """The spaCy pipeline is missing, or lacks a component the pass needs."""


class GraphError(CommuniqueError):
    """A graph cannot be read, or a question about it cannot be answered."""


class ManifestError(CommuniqueError):
    """The record of what became of documents cannot be used, so that nothing can go on from it."""


class ClusterError(CommuniqueError):
    """A cluster cannot be reached, or its workers cannot do what this machine would."""


class GoldError(CommuniqueError):
    """An annotation file does not follow the annotation guide."""


class StoreError(CommuniqueError):
    """A store cannot be reached, refuses what it is asked, or does not hold what it was given."""
