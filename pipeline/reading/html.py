"""HTML to pieces: whole saved pages, and the fragments that feeds and interfaces give.

The tree is walked with lxml and not with trafilatura, which on three saved pages of the Press
Information Bureau left out lists, title and date; its import takes four times as long.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree
from lxml import html as lxml_html

from pipeline.errors import DocumentError
from pipeline.models import BlockKind, Metadata

from .characters import fold
from .content import HIDDEN_TAGS, hidden, main_content
from .draft import Draft, Piece
from .items import itemized
from .limits import MOST_ATTRIBUTES, MOST_NESTED, Limits, bounded
from .lines import stanzas, unwrap
from .meta import page_metadata

_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset"
    " figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre"
    " section summary table tbody td tfoot th thead title tr ul".split()
)
_BOLD = frozenset(("b", "strong", "u"))
_XML_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,200}\?>")
_WHOLE_PAGE = re.compile(r"<(?:!doctype|html|head|body)\b", re.IGNORECASE)
_LONG_TAG = re.compile(r"<[a-zA-Z][^<>]{5000,}")
_NOTE = re.compile(r"[\[(]?\d{1,3}[\])]?")
_HEADING_WORDS = 20


def read_html(text: str, name: str, limits: Limits) -> Draft:
    """The pieces of a page's main content, or of a fragment, and the page's meta tags.

    Raises DocumentError where its elements are nested too deep or it is beyond the limits.
    """
    whole = bool(_WHOLE_PAGE.search(text[:5000]))
    source = _XML_DECLARATION.sub("", text)
    try:
        root = _parsed(source if whole else f"<html><body>{source}</body></html>", name)
    except etree.LxmlError:  # nothing but comments or processing instructions
        return Draft(())
    stated = page_metadata(root) if whole else Metadata()
    content = main_content(root, stated.title) if whole else root
    return Draft(tuple(bounded(_pieces(content), limits, name)), stated)


def _parsed(source: str, name: str) -> lxml_html.HtmlElement:
    """The tree of a page; raises DocumentError where the parser would cut it short or hang."""
    remedy = "save the page anew, or its text as .txt"
    if any(len(tag[0].split()) > MOST_ATTRIBUTES for tag in _LONG_TAG.finditer(source)):
        what = f"has a tag with more than {MOST_ATTRIBUTES:,} attributes"
        raise DocumentError(what, where=name, remedy=remedy)
    parser = lxml_html.HTMLParser()
    root = lxml_html.document_fromstring(source, parser=parser)
    refused = [e.message for e in parser.error_log if e.type_name == "ERR_RESOURCE_LIMIT"]
    if any("depth" in message for message in refused):
        what = f"nests its elements more than {MOST_NESTED} deep"
        raise DocumentError(what, where=name, remedy=remedy)
    if refused:
        raise DocumentError("has a tag or text of more than 10 MB", where=name, remedy=remedy)
    return root


def _pieces(content: lxml_html.HtmlElement) -> Iterator[Piece]:
    block = _Block()
    for event, element in etree.iterwalk(content, events=("start", "end", "comment", "pi")):
        if event == "start":
            yield from block.open(element, content)
        elif event == "end":
            yield from block.close(element, content)
        elif element.tail and not block.skipped:
            block.add(element.tail)
    yield from block.flush()


class _Block:
    """The text of the block that the walk is in, until the next block begins."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.path: list[str] = []  # the open elements' names
        self.skipped = 0  # how many open elements hide their text
        self.bold = self.all = 0  # letters in bold, letters

    def open(
        self, element: lxml_html.HtmlElement, content: lxml_html.HtmlElement
    ) -> Iterator[Piece]:
        tag = str(element.tag).lower()
        if tag in _BLOCKS:
            yield from self.flush()
        self.path.append(tag)
        unseen = tag in HIDDEN_TAGS or hidden(element) or _is_note(element)
        if self.skipped or (unseen and element is not content):
            self.skipped += 1
        if not self.skipped:
            self.add("\n" if tag == "br" else "")
            self.add(source_spaces(element.text))

    def close(
        self, element: lxml_html.HtmlElement, content: lxml_html.HtmlElement
    ) -> Iterator[Piece]:
        if str(element.tag).lower() in _BLOCKS:
            yield from self.flush()
        self.path.pop()
        self.skipped = max(0, self.skipped - 1)
        if not self.skipped and element is not content:
            self.add(source_spaces(element.tail))

    def add(self, text: str) -> None:
        self.words.append(text)
        letters = sum(map(str.isalpha, text))
        self.all += letters
        self.bold += letters if _BOLD.intersection(self.path) else 0

    def flush(self) -> Iterator[Piece]:
        """The pieces of the block that ends here."""
        text, bold = "".join(self.words), self.bold == self.all
        self.words, self.bold, self.all = [], 0, 0
        for line in (line for group in unwrap(stanzas(text.split("\n"))) for line in group):
            yield self._piece(line, bold)

    def _piece(self, line: str, bold: bool) -> Piece:
        if level := next((int(tag[1]) for tag in self.path if re.fullmatch("h[1-6]", tag)), 0):
            return Piece(BlockKind.HEADING, line, level)
        if "figcaption" in self.path or "caption" in self.path:
            return Piece(BlockKind.CAPTION, line)
        if bold and len(line.split()) <= _HEADING_WORDS and "li" not in self.path:
            return Piece(BlockKind.HEADING, line)
        return itemized(line).as_kind(BlockKind.ITEM) if "li" in self.path else itemized(line)


def source_spaces(text: str | None) -> str:
    """Line breaks of the source, which a browser shows as spaces, as spaces."""
    return re.sub(r"[\n\t]", " ", text or "")


def _is_note(element: lxml_html.HtmlElement) -> bool:
    """A superscript number that links to a note."""
    return (
        element.tag == "sup"
        and element.find(".//a") is not None
        and bool(_NOTE.fullmatch(fold(element.text_content())))
    )
