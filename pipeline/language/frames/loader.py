"""Read frames and check them: a wrong key names the file, the line and the choices."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from pipeline.errors import FrameError
from pipeline.language.mentions import Kind
from pipeline.models import Status
from pipeline.vocabulary import EVENT_KINDS

HERE = Path(__file__).parent


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

    A word may be several, *step down*: the verb and what hangs on it. ``where`` are relations with
    the words of which one must stand in each, ``unless`` relations that must not be there,
    ``needs`` those that must, ``strict`` those that must fill a role where they are there.
    ``requires`` are roles it needs beside the frame's; ``status`` overrules that of the clause.
    ``transitive`` verbs cannot do without an object: where there is none, what stands as their
    subject is it (*Two men charged with fraud*); ``finite`` verbs count only with a subject of
    their own. A trigger that ``adds`` tells more of the event told before, one that ``adopts``
    roles takes their fillers from it (*Sentencing is set for May 3*).
    """

    sort: str
    words: frozenset[str]
    roles: Mapping[str, tuple[Relation, ...]]
    narrow: Mapping[str, str] = field(default_factory=dict)
    kind: str | None = None
    status: Status | None = None
    requires: tuple[str, ...] = ()
    where: Mapping[str, frozenset[str]] = field(default_factory=dict)
    unless: tuple[str, ...] = ()
    strict: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    transitive: bool = False
    adds: bool = False
    finite: bool = False
    adopts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence of ours and what must be found in it; nothing, for a counterexample.

    ``finds`` holds for each role, and for ``date``, ``status`` and ``kind``, what fills it.
    """

    text: str
    finds: Mapping[str, tuple[str, ...]] | None


@dataclass(frozen=True, slots=True)
class Frame:
    """One kind of event.

    ``requires`` are the roles without which it does not fire, *recipient or purpose* one of them;
    ``identity`` are those that two mentions must share to be one event; ``statuses`` those it
    counts in. ``fewest`` tells how many fillers of a role an event needs
    when all its mentions are united; ``personal`` are roles in which a person counts for the body
    they stand for; ``within`` leads from a role to the one whose words name what fills it; those
    of a list in an ``apart`` role have an event each.
    """

    name: str
    event: str
    triggers: tuple[Trigger, ...]
    everywhere: Mapping[str, tuple[Relation, ...]]
    fillers: Mapping[str, frozenset[Kind]]
    requires: tuple[str, ...]
    identity: tuple[str, ...]
    examples: tuple[Example, ...]
    fewest: Mapping[str, int] = field(default_factory=dict)
    personal: tuple[str, ...] = ()
    within: Mapping[str, str] = field(default_factory=dict)
    statuses: frozenset[Status] = frozenset(Status)
    apart: tuple[str, ...] = ()

    def roles(self, trigger: Trigger) -> Mapping[str, tuple[Relation, ...]]:
        """The roles of a trigger with those that every trigger has."""
        return {**self.everywhere, **trigger.roles}


_KEYS = (
    "event",
    "triggers",
    "everywhere",
    "fillers",
    "requires",
    "identity",
    "fewest",
    "personal",
    "within",
    "statuses",
    "apart",
    "examples",
    "counterexamples",
)
_SORTS = ("verb", "noun", "fragment", "quotation")
_TRIGGER_KEYS = (
    *_SORTS, "roles", "narrow", "kind", "status", "requires", "where", "unless", "strict", "needs",
    "transitive", "adds", "finite", "adopts",
)  # fmt: skip
_NARROW = ("strong", "named", "new")


class _Reader(yaml.SafeLoader):
    """YAML in which *on* and *off* are the prepositions they look like, not truth values."""


_Reader.yaml_implicit_resolvers = {
    first: [(tag, shape) for tag, shape in resolvers if not tag.endswith((":bool", ":timestamp"))]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


class _Place:
    """Where in a frame file something stands, for errors."""

    def __init__(self, path: Path, root: yaml.Node | None) -> None:
        self.path = path
        self.lines: dict[str, int] = {}
        self._walk(root)

    def _walk(self, node: yaml.Node | None) -> None:
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                self._walk(key)
                self._walk(value)
        elif isinstance(node, yaml.SequenceNode):
            for item in node.value:
                self._walk(item)
        elif isinstance(node, yaml.ScalarNode):
            for word in (str(node.value), str(node.value).rpartition("/")[2]):
                self.lines.setdefault(word, node.start_mark.line + 1)

    def error(self, word: str, what: str, choices: Sequence[str] = ()) -> FrameError:
        line = self.lines.get(word)
        where = f"{self.path}:{line}" if line else str(self.path)
        return FrameError(
            what, where=where, remedy=f"choose among {', '.join(choices)}" if choices else None
        )


def load_frames(extra: Path | None = None) -> tuple[Frame, ...]:
    """Communiqué's frames, with those of a folder added; one of the same name takes its place."""
    frames = {f.name: f for f in _folder(HERE)}
    if extra is not None:
        if not extra.is_dir():
            raise FrameError(
                "no such folder of frames",
                where=str(extra),
                remedy="give --frames a folder of .yaml files",
            )
        frames |= {f.name: f for f in _folder(extra)}
    return tuple(frames[name] for name in sorted(frames))


@cache
def _folder(folder: Path) -> tuple[Frame, ...]:
    return tuple(read_frame(path) for path in sorted(folder.glob("*.yaml")))


def read_frame(path: Path) -> Frame:
    """The frame of one file. Raises FrameError for anything the frame language has no word for."""
    text = path.read_text("utf-8")
    try:
        raw = yaml.load(text, Loader=_Reader)
        place = _Place(path, yaml.compose(text, Loader=_Reader))
    except yaml.YAMLError as error:
        raise FrameError("not YAML: " + " ".join(str(error).split()), where=str(path)) from error
    if not isinstance(raw, dict):
        raise FrameError(
            "a frame is a mapping", where=str(path), remedy=f"begin with one of {', '.join(_KEYS)}"
        )
    for key in raw:
        if key not in _KEYS:
            raise place.error(str(key), f"no key {key!r} in a frame", _KEYS)
    for key in ("event", "triggers"):
        if key not in raw:
            raise FrameError(f"a frame needs {key!r}", where=str(path))
    return _frame(path.stem, raw, place)


def _frame(name: str, raw: Mapping[str, Any], place: _Place) -> Frame:
    triggers = tuple(_trigger(t, place) for t in raw["triggers"])
    _check_kinds(str(raw["event"]), triggers, place)
    examples = [_example(e, place) for e in raw.get("examples", ())]
    examples += [Example(str(text), None) for text in raw.get("counterexamples", ())]
    return Frame(
        name,
        str(raw["event"]),
        triggers,
        {role: _relations(said, place) for role, said in raw.get("everywhere", {}).items()},
        {
            role: frozenset(_kind(k, place) for k in _several(said))
            for role, said in raw.get("fillers", {}).items()
        },
        tuple(raw.get("requires", ())),
        tuple(raw.get("identity", ())),
        tuple(examples),
        {role: int(count) for role, count in raw.get("fewest", {}).items()},
        tuple(raw.get("personal", ())),
        {role: str(other) for role, other in raw.get("within", {}).items()},
        frozenset(filter(None, (_status(s, place) for s in _several(raw.get("statuses", [])))))
        or frozenset(Status),
        tuple(_several(raw.get("apart", []))),
    )


def _check_kinds(event: str, triggers: Sequence[Trigger], place: _Place) -> None:
    """The kinds of the ontology's own events are its concepts; a user's event may have any."""
    choices = EVENT_KINDS.get(event)
    for trigger in triggers:
        if choices and trigger.kind and trigger.kind not in choices:
            raise place.error(trigger.kind, f"no kind of {event} {trigger.kind!r}", choices)


def _trigger(raw: Mapping[str, Any], place: _Place) -> Trigger:
    for key in raw:
        if key not in _TRIGGER_KEYS:
            raise place.error(str(key), f"no key {key!r} in a trigger", _TRIGGER_KEYS)
    sorts = [s for s in _SORTS if s in raw]
    if len(sorts) != 1:
        raise FrameError(
            "a trigger is one of its sorts",
            where=str(place.path),
            remedy=f"choose among {', '.join(_SORTS)}",
        )
    for limit in raw.get("narrow", {}).values():
        if limit not in _NARROW:
            raise place.error(str(limit), f"nothing is narrowed to {limit!r}", _NARROW)
    return Trigger(
        sorts[0],
        frozenset(str(w) for w in _several(raw[sorts[0]])),
        {role: _relations(said, place) for role, said in raw.get("roles", {}).items()},
        dict(raw.get("narrow", {})),
        raw.get("kind"),
        _status(raw.get("status"), place),
        tuple(_several(raw.get("requires", []))),
        {
            name: frozenset(str(w) for w in _several(said))
            for name, said in raw.get("where", {}).items()
        },
        tuple(_several(raw.get("unless", []))),
        tuple(_several(raw.get("strict", []))),
        tuple(_several(raw.get("needs", []))),
        _truth(raw, "transitive", place),
        _truth(raw, "adds", place),
        _truth(raw, "finite", place),
        tuple(_several(raw.get("adopts", []))),
    )


def _truth(raw: Mapping[str, Any], key: str, place: _Place) -> bool:
    said = raw.get(key, "false")
    if said not in ("true", "false"):
        raise place.error(key, f"{key} cannot be {said!r}", ("true", "false"))
    return bool(said == "true")


def _status(word: str | None, place: _Place) -> Status | None:
    choices = [s.value.lower() for s in Status]
    if word is not None and word not in choices:
        raise place.error(word, f"no status {word!r}", choices)
    return Status(word.capitalize()) if word else None


def _several(said: object) -> list[Any]:
    return list(said) if isinstance(said, list) else [said]


def _relations(said: object, place: _Place) -> tuple[Relation, ...]:
    found: dict[tuple[str, bool], set[Kind]] = {}
    for one in _several(said):
        words, _, kind = str(one).partition("/")
        name = words.removeprefix("else ")
        found.setdefault((name, name != words), set())
        if kind:
            found[name, name != words].add(_kind(kind, place))
    return tuple(
        Relation(name, frozenset(kinds), otherwise) for (name, otherwise), kinds in found.items()
    )


def _kind(word: str, place: _Place) -> Kind:
    try:
        return Kind(word)
    except ValueError:
        raise place.error(word, f"no kind of filler {word!r}", [k.value for k in Kind]) from None


def _example(raw: Mapping[str, Any], place: _Place) -> Example:
    if set(raw) != {"text", "finds"}:
        raise FrameError("an example has 'text' and 'finds'", where=str(place.path))
    return Example(
        str(raw["text"]),
        {role: tuple(str(v) for v in _several(said)) for role, said in raw["finds"].items()},
    )
