"""The fields between two ``---`` lines at the head of a document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from pipeline.models import Metadata

from .characters import clean, fold
from .dates import find_date
from .tongue import language_code

if TYPE_CHECKING:
    from yaml import Event

Fields = Mapping[str, tuple[str, ...]]

_FENCED = re.compile(r"\A\s*---[ \t]*\n(?P<fields>.*?)^(?:---|\.\.\.)[ \t]*$", re.S | re.M)
_UNCLOSED = re.compile(r"\A\s*---[ \t]*\n(?:title|date|source|publisher|layout)\s*:", re.I)
_FIELD = re.compile(r"(?P<key>[\w-]+):[ \t]*(?P<value>.*)")
_LISTED = re.compile(r"[ \t]*-[ \t]+(?P<value>.*)")

_MOST_NESTED = 20  # of which the stream, its document and their map are three
_OPENING = 1  # the line of the first mark, before the fields

#: Which keys state what, first found first taken.
_TITLE = ("title", "headline", "name")
_PUBLISHED = ("published", "date", "published_time", "release_date", "issued")
_MODIFIED = ("modified", "modified_time", "updated", "last_modified", "last_updated")
_PUBLISHER = ("publisher", "issuer", "agency", "organization", "organisation", "source")
_LANGUAGE = ("language", "lang", "locale")
_URL = ("url", "source_url", "canonical_url", "link")


def split_front_matter(text: str) -> tuple[Fields, str]:
    """The fields of the front matter, each a tuple of strings, and the rest of the document.

    Front matter that is not valid YAML is read line by line: a document is not lost to a stray
    quotation mark in its title.
    """
    fenced = _FENCED.match(text)
    if not fenced or not _FIELD.match(fenced["fields"].lstrip()):
        return {}, text
    fields = _as_yaml(fenced["fields"])
    if isinstance(fields, str):
        fields = _by_lines(fenced["fields"])
    return fields, text[fenced.end() :]


def amiss(text: str, fields: Fields) -> Iterator[str]:
    """What is amiss in a document's front matter: no YAML, no end, a date that is none."""
    fenced = _FENCED.match(text)
    if not fenced:
        if _UNCLOSED.match(text):
            yield "its front matter has no closing '---' and is read as text; add one"
        return
    problem = _as_yaml(fenced["fields"]) if fields else {}
    if isinstance(problem, str):
        yield (
            f"its front matter is not YAML ({problem}) and was read line by line;"
            " put values with quotation marks or colons in quotation marks"
        )
    dates = _values(fields, _PUBLISHED)
    if dates and not any(map(find_date, dates)):
        yield f"its front matter's date {dates[0]!r} is no date; write one such as 2019-09-27"


def stated(fields: Fields) -> Metadata:
    """What the fields of a front matter say about the document."""
    published = (find_date(value) for value in _values(fields, _PUBLISHED))
    modified = (find_date(value) for value in _values(fields, _MODIFIED))
    urls = (v for v in _values(fields, _URL) if v.startswith(("http://", "https://")))
    return Metadata(
        title=next(iter(_values(fields, _TITLE)), None),
        published=next((date for date in published if date), None),
        publisher=tuple(v for v in _values(fields, _PUBLISHER) if "://" not in v)[:1],
        url=next(urls, None),
        identifiers=_values(fields, ("identifier", "identifiers", "document_number")),
        topics=_values(fields, ("topics", "topic", "subjects", "subject")),
        keywords=_values(fields, ("keywords", "tags")),
        modified=next((date for date in modified if date), None),
        language=language_code(next(iter(_values(fields, _LANGUAGE)), None)),
    )


def _values(fields: Fields, keys: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(value for key in keys for value in fields.get(key, ()) if value)


def _as_yaml(text: str) -> Fields | str:
    """The fields as YAML strings, no value interpreted; where the YAML is broken, what is wrong."""
    import yaml  # noqa: PLC0415  (14 ms, needed only for documents with front matter)

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        if _depth(yaml.parse(text, Loader=loader)) > _MOST_NESTED:
            return f"it nests values more than {_MOST_NESTED} deep"
        fields = yaml.load(text, Loader=loader)  # builds strings, lists and maps only
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        return f"line {mark.line + 1 + _OPENING}: {error.problem}" if mark else str(error.problem)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        return type(error).__name__
    if not isinstance(fields, dict):
        return "it holds no keys"
    return {str(key).lower(): _strings(value) for key, value in fields.items()}


def _depth(events: Iterable[Event]) -> int:
    """How deep lists and maps are nested; libyaml builds them on a stack that can run out."""
    depth = deepest = 0
    for event in events:
        name = type(event).__name__
        depth += name.endswith("StartEvent") - name.endswith("EndEvent")
        deepest = max(deepest, depth)
        if deepest > _MOST_NESTED:
            break
    return deepest


def _strings(value: object) -> tuple[str, ...]:
    members = value if isinstance(value, list) else [value]
    strings = (fold(clean(member)) for member in members if isinstance(member, str))
    return tuple(string for string in strings if string)


def _by_lines(text: str) -> Fields:
    fields: dict[str, tuple[str, ...]] = {}
    key = ""
    for line in text.splitlines():
        if field := _FIELD.match(line):
            key = field["key"].lower()
            fields[key] = _unquoted(field["value"])
        elif (listed := _LISTED.match(line)) and key:
            fields[key] += _unquoted(listed["value"])
    return fields


def _unquoted(value: str) -> tuple[str, ...]:
    bare = fold(value)
    if len(bare) > 1 and bare[0] == bare[-1] and bare[0] in "\"'":
        bare = bare[1:-1]
    return (bare,) if bare else ()
