"""Feeds: the entries of RSS and Atom files as documents."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from functools import partial

from lxml import etree

from pipeline.errors import DocumentError
from pipeline.reading.dates import find_date

from .document import Content, Document, Found, refuse
from .names import row_name
from .vessel import Vessel, kept, whole

_ENTRIES = ("item", "entry")
_PICTURES = "http://search.yahoo.com/mrss/"  # titles and texts of pictures, not of the entry
_TEXT = ("encoded", "content", "description", "summary")  # the fullest first
_DATE = ("pubDate", "published", "date", "issued", "updated")
_ENTITY = re.compile(r"&[a-zA-Z]{2,8};")
_MARKUP = re.compile(r"<[a-z][a-z0-9]{0,10}[\s/>]|&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8});", re.I)


def feed_entries(vessel: Vessel) -> Iterator[Found]:
    """The documents of a feed: what each entry tells, its title, date, address and publisher.

    Entities that the file declares are not followed and nothing is fetched. Raises DocumentError
    where the file is no feed.
    """
    root = _parsed(whole(vessel))
    entries = [element for element in root.iter(etree.Element) if _tag(element) in _ENTRIES]
    if not entries:
        raise DocumentError("is no RSS or Atom feed with entries", remedy="leave it out")
    for number, entry in enumerate(entries, 1):
        place = f"{vessel.place}:{entry.sourceline}"
        try:
            yield _document(entry, vessel, number, place)
        except DocumentError as error:
            yield refuse(f"{vessel.source}/{number}", place, error)


def _parsed(data: bytes) -> etree._Element:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=False
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise DocumentError(f"is no XML ({error})"[:200], remedy="fetch it again") from error
    if root is None:
        raise DocumentError("is no XML", remedy="fetch it again")
    return root


def _document(entry: etree._Element, vessel: Vessel, number: int, place: str) -> Document:
    children: dict[str, list[etree._Element]] = {}
    for child in entry.iterchildren(etree.Element):
        if etree.QName(child).namespace == _PICTURES:
            continue
        children.setdefault(_tag(child), []).append(child)
    text, suffix = _text(children)
    if not text:
        raise DocumentError("the entry has no text", remedy="leave it out")
    url = _url(children)
    dates = (find_date(_words(each)) for key in _DATE for each in children.get(key, ()))
    date = next((date for date in dates if date), None)
    said = {
        "title": _plain(_first(children, "title")),
        "date": date.isoformat() if date else None,
        "issuer": _plain(_first(children, "publisher")),
        "url": url,
    }
    name = row_name(_first(children, "guid", "id") or url, number)
    sidecar = {meaning: value for meaning, value in said.items() if value}
    content = Content(text.encode(), f"{name}{suffix}", sidecar)
    return Document(f"{vessel.source}/{name}", place, partial(kept, content))


def _text(children: dict[str, list[etree._Element]]) -> tuple[str, str]:
    """The fullest text of an entry and the ending that tells its format."""
    for element in (each for key in _TEXT for each in children.get(key, ())):
        inner = "".join(_markup(child) for child in element.iterchildren(etree.Element))
        if inner:
            return inner, ".html"
        if text := _words(element):
            is_page = _tag(element) == "encoded" or _MARKUP.search(text)
            return text, ".html" if is_page and element.get("type") != "text" else ".txt"
    return "", ""


def _markup(element: etree._Element) -> str:
    return str(etree.tostring(element, encoding="unicode"))


def _url(children: dict[str, list[etree._Element]]) -> str | None:
    for link in children.get("link", ()):
        address = link.get("href") or _words(link)
        if address and link.get("rel", "alternate") == "alternate":
            return str(address)
    return None


def _first(children: dict[str, list[etree._Element]], *tags: str) -> str | None:
    words = (_words(element) for tag in tags for element in children.get(tag, ()))
    return next((each for each in words if each), None)


def _words(element: etree._Element) -> str:
    """The text of an element; of entities, the characters that HTML knows them by."""
    return "".join(map(_unescaped, element.itertext(etree.Element, etree.Entity))).strip()


def _unescaped(text: str) -> str:
    return html.unescape(text) if _ENTITY.fullmatch(text) else text


def _plain(text: str | None) -> str | None:
    """A title without the markup that feeds escape in it."""
    return html.unescape(re.sub(r"</?[a-z][^<>]{0,200}>", "", text, flags=re.I)) if text else None


def _tag(element: etree._Element) -> str:
    return str(etree.QName(element).localname)
