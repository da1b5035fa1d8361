"""Where on a saved page the release itself stands, between menus, cards and footers."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from lxml import etree
from lxml import html as lxml_html

from .characters import fold

HIDDEN_TAGS = frozenset(
    "aside button footer head iframe input label math nav noscript object option script select"
    " style svg template textarea".split()
)
_HIDDEN_CLASS = re.compile(
    r"(?:element-(?:hidden|invisible)|screen-reader-text|sr-only|visually-?hidden|breadcrumbs?"
    r"|(?:social-?)?shar(?:e|ing)(?:-(?:bar|buttons?|links?))?|social-(?:media|links|icons)"
    r"|addtoany\w*|related(?:-(?:posts|articles|content|news|links))?|modal(?:popup)?|popup|twitter-tweet"
    r"|cookie-(?:banner|notice|bar|consent)|advertisements?)",
    re.IGNORECASE,
)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_PARAGRAPHS = frozenset(("p", "li", "blockquote", "dd"))

#: The release is the deepest element with this share of the page's prose: the rest is cards and
#: captions. On the 64 whole pages, .5 to .8 choose the same element.
_SHARE = 0.7


def hidden(element: lxml_html.HtmlElement) -> bool:
    """Whether a page hides the element, or shows it only as furniture."""
    marks = f"{element.get('class', '')} {element.get('id', '')}".split()
    return (
        any(map(_HIDDEN_CLASS.fullmatch, marks[:30]))
        or bool(_HIDDEN_STYLE.search(element.get("style", "")[:500]))
        or element.get("aria-hidden") == "true"
        or element.get("hidden") is not None
    )


def main_content(root: lxml_html.HtmlElement, title: str | None) -> lxml_html.HtmlElement:
    """The element that holds the release: where the prose is dense, and the title above it."""
    mass = _masses(root)
    enough = _SHARE * max(mass.values(), default=0)
    dense = max((el for el in mass if mass[el] >= enough), key=_depth, default=root)
    return _with_title(dense, title)


def _masses(root: lxml_html.HtmlElement) -> dict[lxml_html.HtmlElement, int]:
    """For each element, how many characters of prose it holds: text of paragraphs, not links."""
    mass: dict[lxml_html.HtmlElement, int] = {}
    for paragraph in _visible_paragraphs(root):
        linked = sum(len(fold(link.text_content())) for link in paragraph.iter("a"))
        length = len(fold(paragraph.text_content())) - 2 * linked
        parent = paragraph.getparent()
        if length > 0 and parent is not None:
            mass[parent] = mass.get(parent, 0) + length
    for element in reversed(list(root.iter(etree.Element))) if mass else ():
        parent = element.getparent()
        if element in mass and parent is not None:  # inner elements come last in the page
            mass[parent] = mass.get(parent, 0) + mass[element]
    return mass


def _visible_paragraphs(element: lxml_html.HtmlElement) -> Iterator[lxml_html.HtmlElement]:
    """The outermost paragraphs below an element that a reader of the page sees."""
    for child in element:
        if not isinstance(child.tag, str) or child.tag in HIDDEN_TAGS or hidden(child):
            continue
        if child.tag in _PARAGRAPHS:
            if child.find(".//select") is None:
                yield child
        else:
            yield from _visible_paragraphs(child)


def _depth(element: lxml_html.HtmlElement) -> int:
    return sum(1 for _ in element.iterancestors())


def _with_title(element: lxml_html.HtmlElement, title: str | None) -> lxml_html.HtmlElement:
    """The nearest element around it whose headings give the page's title, else itself."""
    wanted = fold(title or "").casefold()
    if not wanted:
        return element
    around: set[lxml_html.HtmlElement] = set()
    for heading in element.getroottree().getroot().iter("h1", "h2", "h3"):
        if wanted == fold(heading.text_content()).casefold():
            around.update(_until(heading, around))
    return next((each for each in (element, *element.iterancestors()) if each in around), element)


def _until(
    element: lxml_html.HtmlElement, known: Container[lxml_html.HtmlElement]
) -> Iterator[lxml_html.HtmlElement]:
    """An element and those around it, up to one that is known: so that many cost little."""
    while element is not None and element not in known:
        yield element
        element = element.getparent()
