"""Who is who across releases: proposed with reasons, decided by people, applied and taken out.

Within a release the language wing says who is who. Here what releases say of people, organizations,
agreements and events is compared: a link needs evidence, abstains where there is too little, and
never joins two that people have decided to be different.
"""

from __future__ import annotations

from pipeline.graph.identity.corpus import read_corpus
from pipeline.graph.identity.decisions import (
    Decision,
    Decisions,
    read_decisions,
    write_undecided,
)
from pipeline.graph.identity.files import rewrite_files
from pipeline.graph.identity.links import read_links, write_links
from pipeline.graph.identity.profiles import Corpus
from pipeline.graph.identity.proposals import CLOSE, SAME, Identity, Link, Refusal
from pipeline.graph.identity.resolve import resolve
from pipeline.graph.identity.rewrite import apply, remove

__all__ = [
    "CLOSE",
    "SAME",
    "Corpus",
    "Decision",
    "Decisions",
    "Identity",
    "Link",
    "Refusal",
    "apply",
    "read_corpus",
    "read_decisions",
    "read_links",
    "remove",
    "resolve",
    "rewrite_files",
    "write_links",
    "write_undecided",
]
