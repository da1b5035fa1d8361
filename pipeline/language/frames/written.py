"""A frame file as it is written: every value knows its line, so that every fault names it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import TypeAlias

import yaml

from pipeline.errors import FrameError

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class Word(str):
    """Text in a frame file, whatever YAML takes it for: *on* is a preposition, 2020 a year."""

    __slots__ = ("where",)
    where: str

    def __new__(cls, text: str, where: str) -> Word:
        """Text that stands at a place, *file:line*."""
        word = super().__new__(cls, text)
        word.where = where
        return word


@dataclass(frozen=True, slots=True)
class Several:
    """A list in a frame file."""

    values: tuple[Written, ...]
    where: str


@dataclass(frozen=True, slots=True)
class Fields:
    """Keys and their values in a frame file, in order."""

    values: Mapping[Word, Written]
    where: str

    def get(self, key: str) -> Written | None:
        """The value of a key, if it is there."""
        return self.values.get(Word(key, self.where))


Written: TypeAlias = Word | Several | Fields


def read_written(path: Path) -> Fields:
    """What a frame file says. Raises FrameError if it cannot be read or is not keys and values."""
    try:
        root = yaml.compose(path.read_text("utf-8"), Loader=_LOADER)
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "is not UTF-8 text"
        raise FrameError(reason, where=str(path)) from error
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = f"{path}:{mark.line + 1}" if mark else str(path)
        raise FrameError(
            f"not YAML: {error.problem}", where=where, remedy="mend the line or the one above"
        ) from error
    except yaml.YAMLError as error:
        raise FrameError("not YAML: " + " ".join(str(error).split()), where=str(path)) from error
    if root is None:
        raise FrameError("is empty", where=str(path), remedy="begin with 'event:'")
    written = _written(root, path)
    if not isinstance(written, Fields):
        raise fault(written, "a frame is keys and values", remedy="begin with 'event:'")
    return written


def _written(node: yaml.Node, path: Path) -> Written:
    where = f"{path}:{node.start_mark.line + 1}"
    if isinstance(node, yaml.MappingNode):
        found: dict[Word, Written] = {}
        for name, value in node.value:
            key = _written(name, path)
            if not isinstance(key, Word):
                raise fault(key, "a key is a word")
            if key in found:
                raise fault(key, f"{str(key)!r} stands here twice", remedy="join the two")
            found[key] = _written(value, path)
        return Fields(found, where)
    if isinstance(node, yaml.SequenceNode):
        return Several(tuple(_written(each, path) for each in node.value), where)
    return Word(str(node.value), where)


def several(said: Written | None) -> Sequence[Written]:
    """The values of a list; one value stands for a list of one, nothing for an empty one."""
    if said is None:
        return ()
    return said.values if isinstance(said, Several) else (said,)


def line(said: Written) -> int:
    """The line of its file on which a value stands."""
    return int(said.where.rpartition(":")[2])


def fault(
    said: Written, what: str, choices: Iterable[str] = (), remedy: str | None = None
) -> FrameError:
    """What is wrong with a value: its file and line, and what may stand there instead."""
    choices = list(choices)
    near = get_close_matches(said, choices, 1) if isinstance(said, Word) else []
    guess = f"did you mean {near[0]!r}? " if near else ""
    told = [f"choose among {', '.join(choices)}"] if choices else []
    told += [remedy] if remedy else []
    return FrameError(what, where=said.where, remedy=guess + ", or ".join(told) or None)
