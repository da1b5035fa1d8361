"""What is told of sentences on trial, in words and without the parser's objects."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NameSeen:
    """Something named: its words, its kind, and its entity or the day it means."""

    words: str
    kind: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class ArgumentSeen:
    """An argument of a clause: its relation, words and kind, and the roles it fills."""

    relation: str
    words: str
    kind: str
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ClauseSeen:
    """A clause: the word it turns on, as written and as frames have it, and its arguments.

    ``sort`` is that of the triggers it is matched against, ``cues`` the words that decide the
    status.
    """

    word: str
    lemma: str
    sort: str
    voice: str
    status: str
    cues: tuple[str, ...]
    quoted: bool
    arguments: tuple[ArgumentSeen, ...]


@dataclass(frozen=True, slots=True)
class EventSeen:
    """An event that was found: for each role its fillers, and what speaks for and against it."""

    type: str
    kind: str | None
    status: str
    date: str | None
    frame: str
    confidence: float
    roles: tuple[tuple[str, tuple[str, ...]], ...]
    words: tuple[str, ...]
    reasons: tuple[str, ...]
    doubts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Miss:
    """A frame that made no event of a clause: its nearest trigger, and what was lacking.

    ``trigger`` is empty where none of its words was met. ``own`` tells that the frame is a user's.
    """

    frame: str
    trigger: str
    line: int
    because: tuple[str, ...]
    own: bool = False
