"""HTML: fragments of feeds and whole saved pages."""

from __future__ import annotations

import datetime as dt

import pytest

from pipeline.reading import read_bytes
from pipeline.reading.html import read_html
from pipeline.reading.limits import Limits

FRAGMENTS = [
    ("<p>One.</p><p>Two.</p>", ["paragraph One.", "paragraph Two."]),
    ("<p>One\nline&nbsp;of <em>two</em> words.</p>", ["paragraph One line of two words."]),
    ("<p>A<br/>B</p>", ["paragraph A", "paragraph B"]),
    ("<p>The pact was<br>signed.</p>", ["paragraph The pact was signed."]),
    ("<h2>Pact</h2>Loose text", ["heading Pact", "paragraph Loose text"]),
    ("<ul><li>Crews</li><li><p>Wages</p></li></ul>", ["item Crews", "item Wages"]),
    ("<p><strong>Next steps</strong></p>", ["heading Next steps"]),
    ("<p>Pact.<script>x()</script><style>p{}</style></p>", ["paragraph Pact."]),
    ("<p>Pact<sup><a href='#n'>1</a></sup> and 4<sup>th</sup>.</p>", ["paragraph Pact and 4th."]),
    ("<nav>Home</nav><p class='sr-only'>Skip</p><p>Pact.</p>", ["paragraph Pact."]),
    ("<figure><img><figcaption>At the quay</figcaption></figure>", ["caption At the quay"]),
    ("<table><tr><td>One.</td><td>Two.</td></tr></table>", ["paragraph One.", "paragraph Two."]),
    ("<!-- x --><p>A<!-- y -->B</p>", ["paragraph AB"]),
    ("<p>1. It was signed.</p>", ["paragraph It was signed."]),
]  # fmt: skip

PAGE = """<!DOCTYPE html><html><head><title>Pact signed | Ministry</title>
<meta property="og:title" content="Pact on crews signed">
<meta property="article:published_time" content="2021-03-04T09:00:00Z">
<meta name="keywords" content="ports, crews"></head><body>
<nav><ul><li>Home and away</li></ul></nav>
<div><form action="/"><div class="cards"><p>An older story about a lighthouse.</p></div>
<div class="story"><div class="agency">Office of Ports</div><h1>Pact on crews signed</h1>
<div class="body"><p>The Minister of Ports signed a pact on crews with the Seafarers Union today,
which replaces the arrangement of 2004.</p><ul><li>Wages rise by a tenth.</li></ul>
<p>“We are glad that it is done,” said Minister Ama Boateng at the quay, before leaving.</p>
</div></div></form></div><footer><p>Copyright Ministry</p></footer></body></html>"""


@pytest.mark.parametrize(("html", "expected"), FRAGMENTS, ids=[html for html, _ in FRAGMENTS])
def test_a_fragment_becomes_blocks(html: str, expected: list[str]) -> None:
    assert [
        f"{p.kind.value} {p.text}" for p in read_html(html, "a.html", Limits()).pieces
    ] == expected


def test_of_a_whole_page_only_the_release_is_read() -> None:
    (release,) = read_bytes(PAGE.encode(), "page.html")
    assert [b.span.of(release.text)[:20] for b in release.blocks] == [
        "Pact on crews signed", "Office of Ports", "The Minister of Port", "Wages rise by a tent",
        "“We are glad that it",
    ]  # fmt: skip


def test_a_page_states_its_metadata() -> None:
    (release,) = read_bytes(PAGE.encode(), "page.html")
    assert release.metadata.title == "Pact on crews signed"
    assert release.metadata.published == dt.date(2021, 3, 4)
    assert release.metadata.keywords == ("ports", "crews")
    assert release.metadata.publisher == ("Office of Ports",)


def test_a_page_at_an_address_is_told_by_its_tags() -> None:
    (release,) = read_bytes(PAGE.encode(), "https://ports.example/news/pact-1.0")
    assert release.metadata.title == "Pact on crews signed"
