from __future__ import annotations

import socket
import tomllib
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest

from pipeline import doctor
from pipeline.doctor import Finding, State, examine
from pipeline.language import installed as model_files

ROOT = Path(__file__).parents[1]


def found(what: str, **given: object) -> Finding:
    return next(f for f in examine(**given) if f.what == what)  # type: ignore[arg-type]


def test_the_default_model_is_the_one_published() -> None:
    assert found("model").state is State.good
    assert "SHA-256" in found("model").found


def test_a_model_whose_files_were_changed_is_a_fault(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    digests = model_files.DIGESTS.read_text(encoding="ascii").splitlines()
    altered = tmp_path / "digests"
    altered.write_text("\n".join(["0" * 64 + digests[0][64:], *digests[1:]]), encoding="ascii")
    monkeypatch.setattr(model_files, "DIGESTS", altered)
    finding = found("model")
    assert finding.state is State.bad
    assert digests[0].split()[1] in finding.found
    assert finding.remedy == "install it anew"


def test_a_model_that_is_not_here_is_a_fault_with_its_remedy() -> None:
    finding = found("model", model="xx_none")
    assert finding.state is State.bad
    assert "xx_none" in finding.found
    assert "spacy download" in finding.remedy


def test_an_optional_package_that_is_not_here_is_no_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        doctor, "OPTIONAL", (("no-such-thing", "no_such_thing", "nothing", "communique[no]"),)
    )
    finding = found("no-such-thing")
    assert (finding.state, finding.remedy) == (State.absent, "pip install 'communique[no]'")


def test_every_extra_that_is_named_as_a_remedy_is_there() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    for _, _, _, bringing in doctor.OPTIONAL:
        name, bracket, extra = bringing.rstrip("]").partition("[")
        assert not bracket or (name == "communique" and extra in project["optional-dependencies"])


class Quiet(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def store() -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), Quiet)
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_store_that_answers_is_well(store: str) -> None:
    assert found(store, stores=[store]).state is State.good


def test_a_store_that_does_not_answer_is_a_fault() -> None:
    with socket.socket() as taken:  # bound, but nobody listens
        taken.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{taken.getsockname()[1]}/"
        finding = found(url, stores=[url])
    assert finding.state is State.bad
    assert "start the store" in finding.remedy
