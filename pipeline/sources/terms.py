"""On what terms sources are opened: what columns mean, how much is read, whom one may ask."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from pipeline.errors import DocumentError


@dataclass(frozen=True, slots=True)
class Terms:
    """What the user allows and says about sources.

    ``columns`` gives for ``text``, ``title``, ``date``, ``issuer``, ``url`` and ``id`` the
    column that holds it; those not given are guessed. ``name`` is that of standard input.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    name: str = "stdin"
    allow_private: bool = False
    #: Bytes of one document. The longest of 6,773 releases has 2.6 MB; of PDF, much is pictures.
    max_bytes: int = 50_000_000
    #: Bytes that may come out of one archive or compressed dump: 400,000 releases of 5 kB.
    max_unpacked: int = 2_000_000_000
    #: Times its size that something packed may unpack to. Dumps reach 4 and saved pages 30;
    #: the bombs that zip allows go from 1,000.
    max_ratio: int = 200
    #: Seconds in which a web server has to deliver a document.
    timeout: float = 60.0


def too_large(terms: Terms) -> DocumentError:
    """What is said of a document of more than the bytes allowed."""
    return DocumentError(
        f"is larger than {terms.max_bytes / 1e6:g} MB", remedy="allow more with --max-bytes"
    )
