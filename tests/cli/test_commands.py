"""The command line: what it prints where, and how it leaves."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline import __version__, cli, language
from pipeline.cli import comparing, options
from pipeline.cli.telling import FAILED, WRONG_USE
from pipeline.errors import ModelError
from pipeline.evaluate import HALVES
from pipeline.graph.answers import ANSWER_FORMATS
from pipeline.graph.diff import DIFFERENCE_FORMATS
from pipeline.graph.views import CLAIMS, VIEWS
from pipeline.graph.write import FORMATS
from pipeline.models import Reading
from tests.readers import FirstWords

HEAVY = ("spacy", "rdflib", "trafilatura", "lxml", "pyshacl", "pyoxigraph", "rich", "yaml")

Run = Callable[..., int]


@pytest.mark.parametrize(
    "arguments", [["--help"], ["extract", "--help"], ["frames", "--help"], ["--version"]]
)
def test_help_imports_nothing_heavy(arguments: list[str]) -> None:
    program = (
        "import sys; from pipeline import cli\n"
        f"sys.argv = ['communique', *{arguments}]\n"
        "try: cli.main()\n"
        f"finally: print(sorted(set(sys.modules) & set({HEAVY})), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stderr.strip() == "[]"


def commands() -> list[str]:
    """The names of all commands, those of a group after the group's."""
    named = [(cli.app, ""), *((g.typer_instance, f"{g.name} ") for g in cli.app.registered_groups)]
    return [
        before + str(each.name or getattr(each.callback, "__name__", ""))
        for app, before in named
        if app is not None
        for each in app.registered_commands
    ]


@pytest.mark.parametrize("name", commands())
def test_every_command_is_described_with_an_example(
    capsys: pytest.CaptureFixture[str], run: Run, name: str
) -> None:
    assert run(*name.split(), "--help") == 0
    assert f"Example: communique {name}" in capsys.readouterr().out


def test_every_command_is_listed_in_one_line(capsys: pytest.CaptureFixture[str], run: Run) -> None:
    for group in ((), ("frames",)):
        assert run(*group, "--help") == 0
        assert "..." not in capsys.readouterr().out.partition("Commands:")[2]


def test_choices_are_those_of_the_wings() -> None:
    assert set(options.GraphFormat) == set(FORMATS)
    assert set(options.View) == {*VIEWS, CLAIMS}
    assert set(comparing.DifferenceFormat) == set(DIFFERENCE_FORMATS)
    assert set(options.AnswerFormat) == set(ANSWER_FORMATS)
    assert set(options.Half) == set(HALVES)


def test_version(capsys: pytest.CaptureFixture[str], run: Run) -> None:
    assert run("--version") == 0
    assert capsys.readouterr().out == f"communique {__version__}\n"


def test_extract_writes_graphs_and_a_plain_table(
    capsys: pytest.CaptureFixture[str], run: Run, releases: Path, tmp_path: Path
) -> None:
    assert run("extract", releases, "-o", tmp_path / "out") == 0
    told = capsys.readouterr()
    assert (tmp_path / "out" / "visit.md.ttl").is_file()
    assert told.err == ""
    rows = [line.split() for line in told.out.splitlines()]
    assert [row[0] for row in rows] == ["document", "talks.txt", "visit.md", "2"]
    assert rows[0][1:4] == ["Signing", "Statement", "Meeting"]
    assert rows[1][3] == "1"
    assert told.out.isascii()


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        pytest.param("empty.txt", b"", "empty", id="empty file"),
        pytest.param("photo.txt", bytes(range(256)) * 8, "", id="binary file"),
        pytest.param("bad.txt", b"An unreadable release.", "RuntimeError", id="a fault of ours"),
    ],
)
def test_a_bad_document_is_told_in_one_line_and_the_others_are_done(
    capsys: pytest.CaptureFixture[str],
    run: Run,
    releases: Path,
    tmp_path: Path,
    name: str,
    content: bytes,
    reason: str,
) -> None:
    (releases / name).write_bytes(content)
    assert run("extract", releases, "-o", tmp_path / "out") == FAILED
    (line,) = capsys.readouterr().err.splitlines()
    assert name in line
    assert reason in line
    written = sorted(p.name for p in (tmp_path / "out").iterdir() if not p.name.startswith("."))
    assert written == ["talks.txt.ttl", "visit.md.ttl"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(["extract", "nowhere"], "check the spelling", id="no such file"),
        pytest.param(["extract", "{empty}"], "give files in .docx", id="no releases"),
        pytest.param(["extract", "{releases}", "--format", "xml"], "'ttl', 'trig'", id="format"),
        pytest.param(["extract", "{releases}", "--published", "May"], "2024-05-31", id="no date"),
        pytest.param(["extract", "{releases}", "--base", "nonsense"], "https://", id="no base"),
        pytest.param(["extract", "--colour"], "see 'communique extract --help'", id="no option"),
        pytest.param(["extract", "--formt", "ttl"], "did you mean --format", id="a slip"),
        pytest.param(
            ["query", "{releases}"], "write 'communique query GRAPH... QUESTION'", id="no question"
        ),
        pytest.param(["evaluate", "nowhere", "{releases}"], "'nowhere'", id="no annotations"),
        pytest.param(["frames", "check", "nowhere"], "'nowhere' does not exist", id="no frames"),
        pytest.param(["frames", "chek"], "did you mean 'check'", id="no such command of a group"),
        pytest.param(["try", " "], "no words", id="no sentence"),
        pytest.param(["extract"], "name files or folders of releases", id="nothing named"),
        pytest.param(["extract", "{empty}/*.md"], "matches no file", id="a glob of nothing"),
        pytest.param(["ask", "{empty}"], "name a question behind it", id="graphs, no question"),
        pytest.param(
            ["query", "SELECT ?s {{ ?s ?p ?o }}", "{empty}"], "the graphs first", id="swapped"
        ),
        pytest.param(["zzz"], "choose among extract, query", id="no such command"),
    ],
)
def test_wrong_use_is_told_and_leaves_with_2(
    capsys: pytest.CaptureFixture[str],
    run: Run,
    releases: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    said: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty").mkdir()
    places = {"empty": tmp_path / "empty", "releases": releases}
    assert run(*(argument.format(**places) for argument in arguments)) == WRONG_USE
    told = capsys.readouterr()
    assert told.out == ""
    assert len(told.err.splitlines()) == 1
    assert said in told.err


def test_a_missing_model_is_told_in_one_line(
    capsys: pytest.CaptureFixture[str], run: Run, releases: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def load(*_: object, **__: object) -> None:
        raise ModelError("is not installed", where="en_core_web_xx", remedy="install it")

    monkeypatch.setattr(language, "load", load, raising=False)
    assert run("extract", releases) == FAILED
    assert capsys.readouterr().err == "communique: en_core_web_xx: is not installed; install it\n"


def test_broken_front_matter_is_told_in_one_line_and_the_document_read(
    capsys: pytest.CaptureFixture[str], run: Run, releases: Path, tmp_path: Path
) -> None:
    text = '---\ntitle: ""A stunt" or a pact?"\n---\nNorland met Suria.\n'
    (releases / "visit.md").write_text(text, encoding="utf-8")
    assert run("extract", releases, "-o", tmp_path / "out") == 0
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("communique: visit.md: its front matter is not YAML (line 2:")
    assert (tmp_path / "out" / "visit.md.ttl").is_file()


@pytest.mark.parametrize(
    ("model", "remedy"),
    [
        ("en_core_web_xx", "'python -m spacy download en_core_web_xx'"),
        ("./models/none", "check the path"),
    ],
)
def test_a_model_that_is_not_there_is_told_with_how_to_install_it(
    capsys: pytest.CaptureFixture[str], command: Run, model: str, remedy: str
) -> None:
    assert command("try", "A ship sailed.", "--model", model) == FAILED
    (line,) = capsys.readouterr().err.splitlines()
    assert model in line
    assert remedy in line


@pytest.fixture
def graphs(run: Run, releases: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    assert run("extract", releases, "-o", tmp_path / "graphs") == 0
    capsys.readouterr()
    return tmp_path / "graphs"


COUNT = "SELECT (COUNT(?m) AS ?meetings) WHERE { ?m a cmq:Meeting }"


@pytest.mark.parametrize(
    ("form", "answer"), [("csv", "meetings\n2\n"), ("table", "meetings\n--------\n2\n")]
)
def test_query_answers_plainly(
    capsys: pytest.CaptureFixture[str], run: Run, graphs: Path, form: str, answer: str
) -> None:
    assert run("query", graphs, COUNT, "--format", form) == 0
    assert capsys.readouterr().out == answer


def test_query_reads_its_question_from_a_file(
    capsys: pytest.CaptureFixture[str], run: Run, graphs: Path, tmp_path: Path
) -> None:
    (tmp_path / "count.rq").write_text(COUNT, encoding="utf-8")
    assert run("query", graphs, tmp_path / "count.rq", "--format", "json") == 0
    (row,) = json.loads(capsys.readouterr().out)["results"]["bindings"]
    assert row["meetings"]["value"] == "2"


@pytest.mark.parametrize("question", ["SELECT", "missing.rq"])
def test_a_query_that_cannot_be_asked_is_told_in_one_line(
    capsys: pytest.CaptureFixture[str], run: Run, graphs: Path, question: str
) -> None:
    assert run("query", graphs, question) == FAILED
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_validate_reads_the_documents_again(
    capsys: pytest.CaptureFixture[str], run: Run, graphs: Path, releases: Path
) -> None:
    (releases / "visit.md").write_text("# A Visit\n\nThe minister went.\n", encoding="utf-8")
    assert run("validate", graphs, "--against", releases) == FAILED
    said = capsys.readouterr()
    assert "its document no longer reads like this (1)\n" in said.out
    assert "'visit.md'" in said.out
    assert "faults found; write the graphs anew" in said.err


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ("text", "Every shape and every passage holds.\n"),
        ("json", '{\n "conforms": true,\n "findings": []\n}\n'),
    ],
)
def test_validate_says_that_all_is_well(
    capsys: pytest.CaptureFixture[str], command: Run, form: str, said: str
) -> None:
    golden = Path(__file__).parents[1] / "graph" / "golden" / "signing.ttl"
    assert command("validate", golden, "--format", form) == 0
    assert capsys.readouterr().out == said


def test_evaluate_prints_the_score_and_lists_what_differs(
    capsys: pytest.CaptureFixture[str], run: Run, graphs: Path, tmp_path: Path
) -> None:
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "talks.yaml").write_text(
        "release: talks.txt\nevents:\n"
        "  - {type: Meeting, status: occurred, participant: [[Norland], [Suria]], evidence: met}\n",
        encoding="utf-8",
    )
    errors = tmp_path / "errors.txt"
    assert run("evaluate", tmp_path / "gold", graphs, "--json", "--errors", errors) == 0
    assert json.loads(capsys.readouterr().out)["events"]["Meeting"]["gold"] == 1
    assert "- Meeting (occurred) “met”" in errors.read_text(encoding="utf-8")


def test_diff_tells_differences_and_leaves_with_1_if_there_are_any(
    run: Run, graphs: Path, releases: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("diff", graphs, graphs) == 0
    assert capsys.readouterr().out.startswith("0 came, 0 went, 0 changed; ")
    (releases / "talks.txt").write_text("Suria and Norland met today.\n", encoding="utf-8")
    run("extract", releases, "-o", tmp_path / "later")
    capsys.readouterr()
    assert run("diff", graphs, tmp_path / "later") == 1
    assert "words: “Norland” is now “Suria”" in capsys.readouterr().out


def test_convert_writes_one_file_in_the_syntax_of_its_suffix(
    run: Run, graphs: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    joint = tmp_path / "all.nq"
    assert run("convert", graphs, "-o", joint, "--view", "claims") == 0
    assert capsys.readouterr().out == f"2 documents in {joint}\n"
    assert run("validate", joint) == run("validate", graphs)


def test_a_graph_that_does_not_say_what_made_it_cannot_be_rebuilt_and_says_so(
    monkeypatch: pytest.MonkeyPatch,
    run: Run,
    graphs: Path,
    releases: Path,
    reader: FirstWords,
    capsys: pytest.CaptureFixture[str],
) -> None:
    capsys.readouterr()
    monkeypatch.setattr(reader, "reading", Reading("none", ""), raising=False)
    assert run("validate", graphs, "--rebuild", releases) == FAILED
    assert "cannot be made again: the graph does not say" in capsys.readouterr().out


def test_extract_writes_the_view_that_is_asked_for(
    run: Run, releases: Path, tmp_path: Path
) -> None:
    written = {}
    for view in options.View:
        assert run("extract", releases, "-o", tmp_path / view, "--view", view) == 0
        written[view] = (tmp_path / view / "talks.txt.ttl").read_text(encoding="utf-8")
    assert "rdf:reifies" in written[options.View.claims]
    assert "cmq:Release" in written[options.View.facts]
    assert written[options.View.edges].strip() == ""
    assert len(set(written.values())) >= 3


@pytest.mark.parametrize("before", [True, False])
def test_v_tells_on_standard_error_what_is_done_wherever_it_stands(
    capsys: pytest.CaptureFixture[str], run: Run, releases: Path, tmp_path: Path, before: bool
) -> None:
    told = []
    for _ in range(2):
        words = ["extract", releases, "-o", tmp_path / "out"]
        assert run(*(["-v", *words] if before else [*words, "-v"])) == 0
        shown = capsys.readouterr()
        assert shown.out.startswith("document")
        told.append(shown.err)
    assert "talks.txt: written to talks.txt.ttl; Meeting 1" in told[0]
    assert "talks.txt: unchanged" in told[1]
    assert all(line.startswith("communique: ") for line in "".join(told).splitlines())


@pytest.mark.parametrize("name", commands())
def test_every_command_takes_h_and_v(
    capsys: pytest.CaptureFixture[str], run: Run, name: str
) -> None:
    assert run(*name.split(), "-h") == 0
    assert "-v, --verbose" in capsys.readouterr().out


def test_shells_complete_commands_and_options() -> None:
    def completed(*words: str) -> list[str]:
        asked = {"_COMMUNIQUE_COMPLETE": "complete_bash", "COMP_WORDS": " ".join(words)}
        done = subprocess.run(
            [sys.executable, "-c", "from pipeline import cli; cli.main()"],
            env={**os.environ, **asked, "COMP_CWORD": str(len(words) - 1)},
            capture_output=True,
            text=True,
            check=False,
        )
        return done.stdout.split()

    assert completed("communique", "ex") == ["extract", "explain", "explore"]
    assert completed("communique", "extract", "--vi") == ["--view"]


@pytest.mark.parametrize("words", [("ask", "{}", "signings"), ("explain", "{}", "a")])
def test_graphs_that_tell_of_no_release_are_not_answered_by_silence(
    capsys: pytest.CaptureFixture[str], run: Run, tmp_path: Path, words: tuple[str, ...]
) -> None:
    other = tmp_path / "other.ttl"
    other.write_text("<http://a.example/a> <http://a.example/b> 1 .\n", encoding="utf-8")
    assert run(*(word.format(other) for word in words)) == FAILED
    assert "name graphs that 'communique extract' wrote" in capsys.readouterr().err


def test_a_graph_that_is_not_there_is_told_with_what_to_name(
    capsys: pytest.CaptureFixture[str], run: Run, tmp_path: Path
) -> None:
    assert run("ask", tmp_path / "gone.ttl", "signings") == FAILED
    assert "gone.ttl: No such file or directory; name a graph" in capsys.readouterr().err


@pytest.mark.parametrize("place", ["releases", "releases/texts", "."])
def test_texts_are_kept_apart_from_the_documents_that_are_read(
    capsys: pytest.CaptureFixture[str], run: Run, releases: Path, tmp_path: Path, place: str
) -> None:
    assert run("extract", releases, "-o", tmp_path / "g", "--text", tmp_path / place) == WRONG_USE
    assert "is not apart from releases" in capsys.readouterr().err
    assert (releases / "talks.txt").read_text(encoding="utf-8") == "Norland and Suria met today.\n"


def test_a_name_of_two_lines_is_told_on_one(
    capsys: pytest.CaptureFixture[str], run: Run, releases: Path, tmp_path: Path
) -> None:
    (releases / "a\ncommunique: b.txt").write_text("They met.\n", encoding="utf-8")
    assert run("extract", releases, "-o", tmp_path / "out", "-v") == 0
    told = capsys.readouterr().err.splitlines()
    assert not any(line.startswith("communique: b.txt") for line in told)
    assert any("a\\ncommunique: b.txt" in line for line in told)
