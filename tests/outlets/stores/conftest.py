"""Graphs of two releases with hostile texts, written for these tests, and what loads them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.outlets.stores import Loaded, Terms, load

ID = "https://example.org/id/release/"
PACT, VISIT = f"{ID}pact", f"{ID}visit"

#: Every kind of literal that graphs hold, and texts that would do harm where they are not text.
GRAPHS = f"""
@prefix cmq: <https://w3id.org/communique/ontology#> .
@prefix nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

<{PACT}> {{
  <{PACT}> a cmq:Release ;
    nif:isString "Ana said: \\"Día.\\"\\nThen \\\\u0022 }} }} ; CLEAR ALL # \\u202E" .
  <{PACT}/event/1> cmq:confidence "0.80"^^xsd:decimal ; cmq:date "2024-05"^^xsd:gYearMonth ;
    cmq:acting "true"^^xsd:boolean ; cmq:quote "Sí"@es .
  <{PACT}#char=0,3> nif:beginIndex "0"^^xsd:nonNegativeInteger ; nif:anchorOf "Ana" .
}}
<{VISIT}> {{
  <{VISIT}> a cmq:Release ; nif:isString "The minister came. 🚢" .
}}
"""

Load = Callable[..., Loaded]


@pytest.fixture
def graphs(tmp_path: Path) -> Path:
    """The graphs in a file."""
    path = tmp_path / "graphs" / "two.trig"
    path.parent.mkdir()
    path.write_text(GRAPHS, encoding="utf-8")
    return path


@pytest.fixture
def into(graphs: Path) -> Load:
    """Loads the file's graphs, as it then is, into the store at an address."""

    def run(address: str, user: tuple[str, str] | None = None, **terms: object) -> Loaded:
        said = dict(zip(("COMMUNIQUE_USER", "COMMUNIQUE_PASSWORD"), user or (), strict=False))
        terms = {"retries": 2, "timeout": 60.0, **terms}
        environment = {"NETRC": str(graphs.with_name("no-netrc")), **said}
        return load([graphs], address, Terms(**terms), environment)  # type: ignore[arg-type]

    return run
