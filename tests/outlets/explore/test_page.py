"""The page as a file: whole, the same each time, with nothing in it that release text made."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.cli import app
from pipeline.errors import GraphError
from pipeline.outlets.explore import page
from pipeline.outlets.explore.modules import asset, script
from pipeline.outlets.explore.page import block
from tests.outlets.explore.conftest import CASE, PACT

#: The file of the package on npm that vendor/README.md names.
CYTOSCAPE = "081591ab735b2b6a3b31a3c60f8f3a3e2fee8c92939e0c7820ad1208571b6cd8"


class Parts(HTMLParser):
    """What a browser would find in the page: its tags, and the text of scripts and styles."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.inline: list[str] = []
        self._inside = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._inside = tag in ("script", "style")

    def handle_endtag(self, tag: str) -> None:
        self._inside = False

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.inline.append(data)


def test_the_same_graphs_give_the_same_page(graphs: Path, written: str) -> None:
    files = sorted(graphs.iterdir(), reverse=True)
    assert page(files, "Nets and courts") == written


def test_the_page_asks_for_nothing_from_elsewhere(written: str) -> None:
    fetched = [
        value
        for tag, attributes in Parts(written).tags
        for name, value in attributes.items()
        if name in ("src", "srcset", "data", "action") or (name == "href" and tag != "a")
    ]
    assert fetched == []


def test_release_text_adds_no_tag_to_the_page(written: str) -> None:
    assert [tag for tag, _ in Parts(written).tags if tag in ("script", "img")] == ["script"] * 4


def test_only_scripts_and_styles_of_the_policy_can_run(written: str) -> None:
    parts = Parts(written)
    policy = next(
        attributes["content"] or ""
        for tag, attributes in parts.tags
        if tag == "meta" and attributes.get("http-equiv") == "Content-Security-Policy"
    )
    assert "default-src 'none'" in policy
    assert "connect-src 'none'" in policy
    assert "unsafe" not in policy
    allowed = set(re.findall(r"'sha256-([^']+)'", policy))
    style, network, code = (parts.inline[at] for at in (0, -2, -1))
    hashes = {
        base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        for text in (style, network, code)
    }
    assert hashes == allowed


@given(st.recursive(st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)))
def test_a_block_holds_any_data_and_nothing_that_ends_it(data: object) -> None:
    written = block(data)
    assert json.loads(written) == data
    assert not re.search("[<>&\u2028\u2029\u202a-\u202e\u2066-\u2069]", written)


def test_the_texts_of_the_releases_are_in_the_page_whole(written: str) -> None:
    texts = written.split('id="texts">')[1].split("</script>", maxsplit=1)[0]
    assert sorted(json.loads(texts)) == sorted((CASE, PACT))


def test_cytoscape_is_the_file_that_is_named_and_its_licence_goes_with_it(written: str) -> None:
    library = asset("vendor/cytoscape.min.js").read_bytes()
    assert hashlib.sha256(library).hexdigest() == CYTOSCAPE
    assert "Permission is hereby granted, free of charge" in written


def test_every_module_is_in_the_script_and_none_is_left_to_be_fetched() -> None:
    code = script()
    assert not re.search(r"^\s*(?:import|export)\b", code, re.MULTILINE)
    for module in asset("js").iterdir():
        first = module.read_text(encoding="utf-8").splitlines()[0]
        assert first in code


def test_text_reaches_the_page_as_text_alone() -> None:
    forbidden = re.compile(
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|DOMParser"
        r"|createContextualFragment|srcdoc|setTimeout\(['\"`]"
    )
    for module in asset("js").iterdir():
        assert not forbidden.search(module.read_text(encoding="utf-8")), module.name


def test_the_command_writes_the_page(
    graphs: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "page.html"
    app(["explore", str(graphs), "-o", str(output), "--title", "A < B"], standalone_mode=False)
    assert "<title>A &lt; B</title>" in output.read_text(encoding="utf-8")
    assert f"MB in {output}" in capsys.readouterr().out


def test_a_place_that_cannot_be_written_is_told_with_its_name(graphs: Path, tmp_path: Path) -> None:
    output = tmp_path / "nowhere" / "page.html"
    with pytest.raises(GraphError, match=r"nowhere/page\.html"):
        app(["explore", str(graphs), "-o", str(output)], standalone_mode=False)
