"""Frame files: every mistake names its place and the choices, in the loader and in an editor."""

from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema
import pytest
import yaml

from pipeline.errors import FrameError
from pipeline.language.frames import keys, load_frames
from pipeline.language.frames.frame import Frame, Trigger
from pipeline.language.frames.loader import HERE, folder_frames, read_frame
from pipeline.language.frames.schema import frame_schema, schema_text

FRAME = "event: Meeting\ntriggers:\n  - verb: meet\n    roles: {participant: subject}\n"
EXAMPLES = FRAME + "examples:\n  - text: Norway met Peru.\n    finds: {participant: Norway}\n"


def _with(old: str, new: str, text: str = FRAME) -> str:
    assert old in text
    return text.replace(old, new)


#: A frame with one mistake, its line, and what the error says.
MISTAKES = {
    "key": (FRAME + "colour: red\n", 5, "no key 'colour' in a frame; choose among event, triggers"),
    "key that is nearly one": (FRAME + "filers: {}\n", 5, "did you mean 'fillers'?"),
    "key of a trigger": (_with("meet\n", "meet\n    mood: glad\n"), 4, "'mood' in a trigger"),
    "sort": (_with("verb:", "adjective:"), 3, "'adjective'"),
    "no sort": (_with("verb: meet\n    ", ""), 3, "a trigger is one of verb, noun"),
    "two sorts": (_with("meet\n", "meet\n    noun: talks\n"), 4, "not verb and noun"),
    "no words": (_with("verb: meet", "verb: []"), 3, "the list is empty"),
    "status": (_with("meet\n", "meet\n    status: maybe\n"), 4, "no status 'maybe'"),
    "statuses": (FRAME + "statuses: [occurred, done]\n", 5, "no status 'done'"),
    "truth": (_with("meet\n", "meet\n    finite: perhaps\n"), 4, "no truth value 'perhaps'"),
    "narrowing": (_with("meet\n", "meet\n    narrow: {participant: weak}\n"), 4, "'weak'"),
    "filler": (FRAME + "fillers: {participant: Persn}\n", 5, "did you mean 'Person'?"),
    "filler of a relation": (_with("subject", "subject/Robot"), 4, "no kind of filler 'Robot'"),
    "relation in capitals": (_with("subject", "Subject"), 4, "did you mean 'subject'?"),
    "roles without relations": (_with("{participant: subject}", "subject"), 4, "keys and values"),
    "name of a role": (_with("participant:", "who met:"), 4, "'who met' is no role"),
    "alternatives": (FRAME + "requires: participant, topic\n", 5, "no role"),
    "count": (FRAME + "fewest: {participant: two}\n", 5, "'two' is no number of fillers"),
    "empty value": (FRAME + "requires:\n", 5, "an empty value is no role"),
    "key of an example": (_with("finds:", "find:", EXAMPLES), 7, "did you mean 'finds'?"),
    "example without its finds": (EXAMPLES[: EXAMPLES.index("    finds")], 6, "the key 'finds'"),
    "examples that are no list": (FRAME + "examples: none\n", 5, "a list should stand here"),
    "no event": ("triggers:\n  - verb: meet\n", 1, "a frame needs the key 'event'"),
    "no triggers": ("event: Meeting\n", 1, "a frame needs the key 'triggers'"),
    "a list": ("- verb: meet\n", 1, "a frame is keys and values"),
    "kind": (
        "event: Appointment\ntriggers:\n  - verb: hire\n    kind: Hired\n    roles: {post: as}\n",
        4,
        "no kind of Appointment 'Hired'; choose among Nominated",
    ),
}  # fmt: skip

#: Mistakes that only the loader sees: what belongs together, and what is not YAML.
INCOHERENT = {
    "role of another event": (_with("participant", "signatory"), 4, "no role 'signatory' of"),
    "role that is nearly one": (_with("participant", "particpant"), 4, "mean 'participant'?"),
    "relation that is nearly one": (_with("subject", "subjct"), 4, "did you mean 'subject'?"),
    "role that nothing fills": (FRAME + "requires: topic\n", 5, "no trigger has the role 'topic'"),
    "filler of no role": (FRAME + "fillers: {topic: Phrase}\n", 5, "the role 'topic'"),
    "trigger that cannot fire": (
        FRAME + "  - noun: talks\n    roles: {topic: on}\nrequires: participant\n",
        5,
        "no place for the role 'participant'",
    ),
    "example of no role": (_with("finds: {part", "finds: {sign: x, part", EXAMPLES), 7, "'sign'"),
    "twice": (FRAME + "event: Meeting\n", 5, "'event' stands here twice"),
    "not YAML": (FRAME + "requires: [\n", 6, "not YAML"),
    "nothing": ("", None, "is empty"),
}


class _Core(yaml.SafeLoader):
    """YAML as editors read it: *on* is a word and 2020-05-01 too, numbers are numbers."""


_Core.yaml_implicit_resolvers = {
    first: [(tag, shape) for tag, shape in resolvers if tag.endswith((":int", ":null", ":merge"))]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
for letter in "tf":
    _Core.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(true|false)$"), [letter])


def _told_by_editor(text: str) -> list[str]:
    found = yaml.load(text, Loader=_Core)
    return [e.message for e in jsonschema.Draft7Validator(frame_schema()).iter_errors(found)]


@pytest.mark.parametrize(("text", "line", "said"), [*MISTAKES.values(), *INCOHERENT.values()],
                         ids=[*MISTAKES, *INCOHERENT])  # fmt: skip
def test_a_mistake_names_its_line_and_the_choices(
    tmp_path: Path, text: str, line: int | None, said: str
) -> None:
    path = tmp_path / "odd.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(FrameError) as raised:
        read_frame(path)
    assert said in str(raised.value)
    assert raised.value.where == (f"{path}:{line}" if line else str(path))
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("text", [text for text, *_ in MISTAKES.values()], ids=[*MISTAKES])
def test_an_editor_refuses_what_the_loader_refuses(text: str) -> None:
    assert _told_by_editor(text)


@pytest.mark.parametrize("text", [FRAME, EXAMPLES], ids=["bare", "with an example"])
def test_a_frame_without_mistakes_is_taken_by_both(tmp_path: Path, text: str) -> None:
    path = tmp_path / "good.yaml"
    path.write_text(text, encoding="utf-8")
    assert read_frame(path).event == "Meeting"
    assert not _told_by_editor(text)


@pytest.mark.parametrize("path", sorted(HERE.glob("*.yaml")), ids=lambda path: str(path.name))
def test_an_editor_takes_the_frames_that_are_shipped(path: Path) -> None:
    assert not _told_by_editor(path.read_text("utf-8"))


def test_the_schema_that_is_shipped_is_the_one_the_tables_give() -> None:
    shipped = (HERE / "frame.schema.json").read_text("utf-8")
    assert shipped == schema_text(), "write it anew: communique frames schema"
    jsonschema.Draft7Validator.check_schema(json.loads(shipped))


def test_every_key_fills_a_field() -> None:
    assert keys.TRIGGER_KEYS.keys() == set(Trigger.__slots__) - {"sort", "words", "line"}
    beside = {"name", "path", "event", "triggers", "examples"}
    assert keys.FRAME_KEYS.keys() == set(Frame.__slots__) - beside


def test_prepositions_that_yaml_takes_for_truth_values_are_words(tmp_path: Path) -> None:
    path = tmp_path / "on.yaml"
    path.write_text(_with("subject", "[on, off]"), encoding="utf-8")
    (trigger,) = read_frame(path).triggers
    assert [relation.name for relation in trigger.roles["participant"]] == ["on", "off"]


def test_a_folder_of_frames_replaces_those_of_the_same_name_and_adds_others(tmp_path: Path) -> None:
    (tmp_path / "meeting.yaml").write_text(FRAME, encoding="utf-8")
    (tmp_path / "rendezvous.yml").write_text(_with("meet", "rendezvous"), encoding="utf-8")
    frames = {f.name: f for f in load_frames(tmp_path)}
    shipped = {f.name: f for f in load_frames()}
    assert frames["meeting"].triggers[0].words == {"meet"}
    assert frames["meeting"].path == tmp_path / "meeting.yaml"
    assert frames["signing"] == shipped["signing"]
    assert frames.keys() - shipped.keys() == {"rendezvous"}


def test_a_folder_is_read_anew_when_its_frames_change(tmp_path: Path) -> None:
    (tmp_path / "meeting.yaml").write_text(FRAME, encoding="utf-8")
    load_frames(tmp_path)
    (tmp_path / "meeting.yaml").write_text(_with("verb: meet", "verb: convene"), encoding="utf-8")
    frame = next(f for f in load_frames(tmp_path) if f.name == "meeting")
    assert frame.triggers[0].words == {"convene"}


@pytest.mark.parametrize(
    ("content", "said"),
    [(None, "no such folder"), ({"notes.txt": b""}, "no frame lies in"),
     ({"a.yaml": b"event: \xff\n"}, "not UTF-8")],
    ids=["missing", "without frames", "not text"],
)  # fmt: skip
def test_a_folder_that_cannot_be_used_is_named(
    tmp_path: Path, content: dict[str, bytes] | None, said: str
) -> None:
    folder = tmp_path / "mine"
    if content is not None:
        folder.mkdir()
        for name, data in content.items():
            (folder / name).write_bytes(data)
    with pytest.raises(FrameError, match=said) as raised:
        folder_frames(folder)
    assert (raised.value.where or "").startswith(str(folder))
