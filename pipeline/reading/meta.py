"""What a web page says about itself in meta tags, in RDFa and in its head."""

from __future__ import annotations

import datetime as dt
import re

from lxml import html as lxml_html

from pipeline.models import Metadata

from .characters import fold
from .dates import find_date
from .tongue import language_code

_TITLE = ("dc:title", "og:title", "dcterms.title", "dc.title", "twitter:title", "headline")
_PUBLISHED = (
    "article:published_time", "dc:date", "dcterms.issued", "dcterms.date", "dc.date.issued",
    "dc.date", "datepublished", "govuk:first-published-at", "date",
)  # fmt: skip
_MODIFIED = ("article:modified_time", "dcterms.modified", "dc.date.modified", "datemodified")
_PUBLISHER = ("dcterms.publisher", "dc.publisher", "dc:publisher", "og:site_name", "publisher")
_LANGUAGE = ("dcterms.language", "dc.language", "og:locale", "language")
_URL = ("og:url",)
_KEYWORDS = ("keywords", "news_keywords", "dc.subject", "article:tag")
_JSON_DATE = re.compile(r'"datePublished"\s*:\s*"(\d{4}-\d\d-\d\d)')


def page_metadata(root: lxml_html.HtmlElement) -> Metadata:
    """The title, dates, publisher, address and keywords that a page states in its markup."""
    meta = _statements(root)
    dated = (find_date(value) for value in _all(meta, _PUBLISHED))
    changed = (find_date(value) for value in _all(meta, _MODIFIED))
    keywords = (part.strip() for value in _all(meta, _KEYWORDS) for part in value.split(","))
    return Metadata(
        title=next(iter(_all(meta, _TITLE)), None) or _heading(root) or _head_title(root),
        published=next((date for date in dated if date), None) or _json_date(root),
        publisher=_all(meta, _PUBLISHER)[:1],
        url=next((url for url in _all(meta, _URL) if "://" in url), None) or _canonical(root),
        keywords=tuple(dict.fromkeys(word for word in keywords if word)),
        modified=next((date for date in changed if date), None),
        language=language_code(root.get("lang") or next(iter(_all(meta, _LANGUAGE)), None)),
    )


def _statements(root: lxml_html.HtmlElement) -> dict[str, list[str]]:
    """Every name, property or itemprop of the page that has a ``content``, in lower case."""
    found: dict[str, list[str]] = {}
    for element in root.xpath("//*[@content and (@name or @property or @itemprop)]"):
        names = element.get("property") or element.get("name") or element.get("itemprop") or ""
        for name in names.lower().split():
            found.setdefault(name, []).append(fold(element.get("content")))
    return found


def _all(meta: dict[str, list[str]], names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(value for name in names for value in meta.get(name, ()) if value)


def _heading(root: lxml_html.HtmlElement) -> str | None:
    """The page's only first-level heading; of several, one is the site's and none is sure."""
    headings = [fold(element.text_content()) for element in root.iter("h1")]
    return headings[0] if len(headings) == 1 and headings[0] else None


def _head_title(root: lxml_html.HtmlElement) -> str | None:
    """The head's title without the name of the site after a bar or dash."""
    title = fold(root.findtext(".//title") or "")
    return re.split(r" [|–—»] ", title)[0] or None


def _json_date(root: lxml_html.HtmlElement) -> dt.date | None:
    for script in root.iterfind(".//script[@type='application/ld+json']"):
        if match := _JSON_DATE.search(script.text or ""):
            return find_date(match[1])
    return None


def _canonical(root: lxml_html.HtmlElement) -> str | None:
    for link in root.iterfind(".//link[@rel='canonical']"):
        if "://" in link.get("href", ""):
            return str(link.get("href"))
    return None
