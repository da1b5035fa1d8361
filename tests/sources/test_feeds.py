"""Feeds: an entry is a document, and nothing that the file declares is followed."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from .conftest import Find

RSS = """<?xml version="1.0"?>
<!DOCTYPE rss [<!ENTITY bomb "xxxx"><!ENTITY file SYSTEM "{secret}">]>
<rss xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
     xmlns:media="http://search.yahoo.com/mrss/"><channel><title>News</title>
<item><title>Norland &amp;amp; Suria</title><link>https://norland.example/1</link><guid>n-1</guid>
  <pubDate>Wed, 03 Aug 2022 10:00:00 +0000</pubDate><dc:publisher>Ministry of Trade</dc:publisher>
  <media:title>A photograph</media:title><description>In short.</description>
  <content:encoded><![CDATA[<p>Both signed&nbsp;it.</p>]]></content:encoded></item>
<item><title>Two</title><description>They&nbsp;met &bomb;&file; today.</description></item>
<item><title>Three</title></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>tag:suria,1</id><title>Talks</title>
<link rel="self" href="https://suria.example/self"/><link href="https://suria.example/1"/>
<updated>2024-01-03T00:00:00Z</updated><published>2024-01-02T00:00:00Z</published>
{content}</entry></feed>"""


def test_entries_of_rss_are_documents(find: Find, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("the secret")
    path = tmp_path / "news.xml"
    path.write_text(RSS.format(secret=tmp_path / "secret"), encoding="utf-8")
    documents, refused = find(path)
    first, second = documents.values()
    assert list(documents) == ["news.xml/n-1", "news.xml/2"]
    assert (first.data.decode(), first.name) == ("<p>Both signed&nbsp;it.</p>", "n-1.html")
    assert first.sidecar == {
        "title": "Norland & Suria",
        "date": "2022-08-03",
        "issuer": "Ministry of Trade",
        "url": "https://norland.example/1",
    }
    assert second.data.decode().split() == ["They", "met", "today."]
    assert refused == ["news.xml:10: the entry has no text; leave it out"]


@pytest.mark.parametrize(
    ("content", "data", "ending"),
    [
        ('<content type="html">&lt;p&gt;We met.&lt;/p&gt;</content>', "<p>We met.</p>", ".html"),
        ("<summary>They met.</summary>", "They met.", ".txt"),
        ('<content type="text">a &lt;b&gt;</content>', "a <b>", ".txt"),
        ('<content type="xhtml"><div><p>They met.</p></div></content>',
         '<div xmlns="http://www.w3.org/2005/Atom"><p>They met.</p></div>', ".html"),
    ],
)  # fmt: skip
def test_entries_of_atom_are_documents(
    find: Find, tmp_path: Path, content: str, data: str, ending: str
) -> None:
    path = tmp_path / "news.atom"
    path.write_text(ATOM.format(content=content), encoding="utf-8")
    ((name, document),) = find(path)[0].items()
    assert name.startswith("news.atom/tag-suria-1-")
    assert document.data.decode() == data
    assert document.name.endswith(ending)
    assert document.sidecar == {
        "title": "Talks", "date": "2024-01-02", "url": "https://suria.example/1"
    }  # fmt: skip


def test_entities_within_entities_end_at_once(find: Find, tmp_path: Path) -> None:
    names = "abcdefghij"
    declared = "".join(f'<!ENTITY {name} "{f"&{inner};" * 10}">' for inner, name in pairwise(names))
    path = tmp_path / "bomb.rss"
    path.write_text(
        f'<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa">{declared}]>'
        "<rss><item><description>They met. &j;</description></item></rss>"
    )
    documents, refused = find(path)
    assert [content.data for content in documents.values()] == [b"They met."]
    assert refused == []


def test_a_file_that_is_no_feed_is_refused_and_xml_in_folders_passed_over(
    find: Find, tmp_path: Path
) -> None:
    (tmp_path / "map.xml").write_text("<urlset><url/></urlset>")
    (tmp_path / "a.rss").write_text("<html><p>Not found</p></html>")
    (tmp_path / "b.txt").write_text("They met.")
    documents, refused = find(tmp_path)
    assert list(documents) == ["b.txt"]
    assert refused == ["a.rss: is no RSS or Atom feed with entries; leave it out"]
