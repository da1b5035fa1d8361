"""Facts in HTML: the words are coloured by their roles, and whatever they say, it is text."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from lxml import html

from pipeline import cli
from pipeline.errors import GraphError
from pipeline.outlets.highlight import highlight
from pipeline.outlets.highlight.manner import text

#: What can run, load, break out or deceive, as it could stand in a release.
HOSTILE = {
    "script": "<script>alert(1)</script>",
    "event handler": "<img src=x onerror=alert(1)>",
    "end of an attribute": '" onmouseover="alert(1)" style="x:y',
    "end of another attribute": "' autofocus onfocus='alert(1)",
    "entities": "&lt;script&gt;alert(1)&#x3C;/script&#62;",
    "end of the title": "</title></style><script>alert(1)</script>",
    "comment": "<!-- --><svg/onload=alert(1)>",
    "style": "</mark><style>@import 'http://evil.example/x.css'</style>",
    "frame": '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    "form": "<form action=http://evil.example><input name=a></form>",
    "template": "{policy} {body} %s ${alert(1)} {{7*7}}",
    "turned around": "signed \u202etsal eht\u202c by \u2066B\u2069 and\u200b C\u200f",
    "control characters": "a\x07b\x1b[31mc\x85d",
}
ELEMENTS = {
    "html", "head", "meta", "title", "body", "main", "section", "h3", "p", "bdi", "dl", "dt", "dd",
    "mark", "span", "details", "summary", "br", "div", "a",
}  # fmt: skip
ATTRIBUTES = {"style", "title", "dir", "lang", "charset", "name", "content", "http-equiv", "rel",
              "href"}  # fmt: skip

ID = "https://example.org/id/"
GRAPH = """
@prefix cmq: <https://w3id.org/communique/ontology#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix itsrdf: <http://www.w3.org/2005/11/its/rdf#> .
@prefix nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix : <https://example.org/id/> .

:r a cmq:Release ; dcterms:title "{x}" ; dcterms:publisher :office ; dcterms:source "{source}" ;
  nif:isString "{body}" .
:office a cmq:Agency ; rdfs:label "{x}" .
:ana a cmq:Person ; rdfs:label "Ana {x}" .
:role rdfs:label "Minister {x}" .
:e1 a cmq:Event, cmq:Signing ; cmq:status cmq:Occurred ; cmq:date "2019-09-27" ;
  cmq:signatory :ana ; cmq:own-role "{x}" ; cmq:frame "{x}" ; cmq:support "{x}" ;
  cmq:evidence :p ; cmq:mention :m ; cmq:trigger :t ; cmq:reportedIn :r .
:m1 a org:Membership ; org:member :ana ; org:role :role ; cmq:evidence :p .
:p a cmq:Passage ; nif:beginIndex 0 ; nif:endIndex {end} ; nif:referenceContext :r .
:m a cmq:Passage, cmq:Mention ; nif:beginIndex 0 ; nif:endIndex 3 ; nif:anchorOf "Ana" ;
  nif:referenceContext :r ; itsrdf:taIdentRef :ana .
:t a cmq:Passage ; nif:beginIndex 4 ; nif:endIndex 10 ; nif:anchorOf "signed" ;
  nif:referenceContext :r .
"""


def graph(folder: Path, said: str, source: str = "samples/pact.md") -> Path:
    """A graph in which a release says something, as do its title and everybody's name."""
    body = f"Ana signed {said} today.\n\nBelow."
    end = body.index("\n")
    filled = {"{x}": said, "{body}": body, "{source}": source, "{end}": str(end)}
    turtle = GRAPH
    for slot, value in filled.items():
        turtle = turtle.replace(slot, "".join(f"\\U{ord(c):08X}" for c in value)
                                if slot != "{end}" else value)  # fmt: skip
    path = folder / "pact.ttl"
    path.write_text(turtle, encoding="utf-8")
    return path


@pytest.mark.parametrize("name", ["e1", "m1", "r", "ana", "p"])
@pytest.mark.parametrize("said", HOSTILE.values(), ids=HOSTILE)
def test_whatever_a_release_says_is_text(name: str, said: str, tmp_path: Path) -> None:
    page = highlight([graph(tmp_path, said)], f"{ID}{name}")
    tree = html.document_fromstring(page)
    assert {element.tag for element in tree.iter()} <= ELEMENTS
    assert {name for element in tree.iter() for name in element.attrib} <= ATTRIBUTES
    for element in tree.iter():
        assert "url(" not in element.get("style", "") and "@import" not in element.get("style", "")
    if said.isprintable():
        assert said in " ".join(tree.text_content().split())
    assert not set(page) & set("\u202e\u202c\u2066\u2069\u200b\u200f\x07\x1b\x85")


@pytest.mark.parametrize(
    ("source", "link"),
    [
        ("https://example.gov/a?b=1&c='2'", "https://example.gov/a?b=1&c='2'"),
        ("javascript:alert(1)//https://example.gov", None),
        ("data:text/html,<script>alert(1)</script>", None),
        ('https://example.gov/" onclick="alert(1)', 'https://example.gov/" onclick="alert(1)'),
        (" JaVaScRiPt:alert(1)", None),
        ("samples/pact.md", None),
    ],
)
def test_only_an_address_on_the_web_is_a_link(
    source: str, link: str | None, tmp_path: Path
) -> None:
    tree = html.document_fromstring(highlight([graph(tmp_path, "it", source)], "e1"))
    assert tree.xpath("//a/@href") == ([link] if link else [])
    assert source.strip() in tree.text_content()


def test_a_browser_is_told_to_run_and_load_nothing(tmp_path: Path) -> None:
    tree = html.document_fromstring(highlight([graph(tmp_path, "it")], "e1"))
    (policy,) = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none'; style-src 'unsafe-inline';")
    assert "script" not in policy


def test_words_carry_the_names_of_the_roles_they_fill(tmp_path: Path) -> None:
    tree = html.document_fromstring(highlight([graph(tmp_path, "it")], "e1"))
    (quoted,) = tree.xpath("//p[@title='characters 0 to 20']")
    assert quoted.text_content() == "Anasignatory signed it today."
    passage, filler, trigger = quoted.xpath(".//mark")
    assert passage.text_content() == "Anasignatory signed it today."
    assert filler.text_content() == "Anasignatory"
    assert trigger.text_content() == "signed"
    (listed,) = tree.xpath("//dd[.='Ana it (Person)']//mark")
    assert listed.get("style") == filler.get("style")  # one role, one colour


def test_a_release_is_shown_whole_with_its_facts_in_it(tmp_path: Path) -> None:
    tree = html.document_fromstring(highlight([graph(tmp_path, "it")], f"{ID}r"))
    (body,) = tree.xpath("//div")
    assert body.text_content() == "Anasignatory signed it today.\n\nBelow."


def test_somebody_is_shown_with_each_fact(tmp_path: Path) -> None:
    tree = html.document_fromstring(highlight([graph(tmp_path, "it")], "Ana it"))
    headings = [each.text_content() for each in tree.xpath("//h3")]
    assert headings == ["Person Ana it", "Signing, occurred, 2019-09-27", "Post"]


def test_a_character_that_is_not_seen_is_told_by_its_code() -> None:
    assert "U+202E" in text("\u202e") and "U+0007" in text("\x07")
    assert text("naïve – “quoted” 🚢 שלום") == "naïve – “quoted” 🚢 שלום"


def test_a_name_nothing_has_is_refused_as_in_text(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match="nothing here is called"):
        highlight([graph(tmp_path, "it")], "nobody")


def test_the_command_writes_a_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = graph(tmp_path, "it")
    monkeypatch.setattr(sys, "argv", ["communique", "explain", str(path), "e1", "--html"])
    with pytest.raises(SystemExit) as left:
        cli.main()
    assert not left.value.code
    assert capsys.readouterr().out == highlight([path], "e1")
