"""What a frame says, as values: its triggers, the places of its roles, its examples."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.language.mentions import Kind
from pipeline.models import Status


@dataclass(frozen=True, slots=True)
class Relation:
    """A grammatical relation or preposition, and the kinds of filler it is for (all, if none).

    ``otherwise`` tells that it counts only where those before it fill nothing: *else for*.
    """

    name: str
    kinds: frozenset[Kind] = frozenset()
    otherwise: bool = False


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that announce an event, as verb, noun, fragment or quotation, and its roles' places.

    A word may be several, *step down*: the verb and what hangs on it. The fields are the keys of
    the frame language, and ``keys.py`` says what each means. ``line`` is that of its file.
    """

    sort: str
    words: frozenset[str]
    roles: Mapping[str, tuple[Relation, ...]] = field(default_factory=dict)
    narrow: Mapping[str, str] = field(default_factory=dict)
    kind: str | None = None
    status: Status | None = None
    requires: tuple[str, ...] = ()
    where: Mapping[str, frozenset[str]] = field(default_factory=dict)
    without: Mapping[str, frozenset[str]] = field(default_factory=dict)
    unless: tuple[str, ...] = ()
    strict: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    transitive: bool = False
    adds: bool = False
    finite: bool = False
    adopts: tuple[str, ...] = ()
    amid: str | None = None
    line: int = 0


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence of ours and what must be found in it; nothing, for a counterexample.

    ``finds`` holds for each role, and for ``date``, ``status`` and ``kind``, what fills it.
    ``line`` is that of its file.
    """

    text: str
    finds: Mapping[str, tuple[str, ...]] | None
    line: int = 0


@dataclass(frozen=True, slots=True)
class Frame:
    """One kind of event: the fields are the keys of the frame language (``keys.py``).

    ``name`` is that of its file without the suffix; ``path`` leads to the file.
    """

    name: str
    event: str
    triggers: tuple[Trigger, ...]
    everywhere: Mapping[str, tuple[Relation, ...]] = field(default_factory=dict)
    fillers: Mapping[str, frozenset[Kind]] = field(default_factory=dict)
    requires: tuple[str, ...] = ()
    identity: tuple[str, ...] = ()
    examples: tuple[Example, ...] = ()
    fewest: Mapping[str, int] = field(default_factory=dict)
    personal: tuple[str, ...] = ()
    within: Mapping[str, str] = field(default_factory=dict)
    statuses: frozenset[Status] = frozenset(Status)
    apart: tuple[str, ...] = ()
    shared: tuple[str, ...] = ()
    setting: bool = False
    settings: tuple[str, ...] = ()
    news: bool = False
    path: Path = Path()

    def roles(self, trigger: Trigger) -> Mapping[str, tuple[Relation, ...]]:
        """The roles of a trigger with those that every trigger has."""
        return {**self.everywhere, **trigger.roles}
