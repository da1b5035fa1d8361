"""The options that say on what terms sources are opened."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer


class Tongue(StrEnum):
    """The languages that documents are read in."""

    en = "en"
    any = "any"


Columns = Annotated[
    str,
    typer.Option(
        metavar="TEXT=NAME,…",
        help="Columns of a dump: text, title, date, issuer, url, id.  [default: by their names]",
        show_default=False,
    ),
]
Name = Annotated[str, typer.Option(metavar="NAME", help="What standard input is called.")]
Spoken = Annotated[Tongue, typer.Option("--language", help="Language of the documents to read.")]
AllowPrivate = Annotated[
    bool, typer.Option("--allow-private", help="Fetch from private addresses and through proxies.")
]
MaxBytes = Annotated[int, typer.Option(min=1, help="Most bytes of one document.")]
MaxUnpacked = Annotated[int, typer.Option(min=1, help="Most bytes out of one archive.")]
MaxRatio = Annotated[
    int, typer.Option(min=1, help="Most times its size that an archive unpacks to.")
]
MaxCharacters = Annotated[int, typer.Option(min=1, help="Most characters of one document's text.")]
MaxBlocks = Annotated[
    int, typer.Option(min=1, help="Most paragraphs, items and cells of one document.")
]
MaxParagraph = Annotated[int, typer.Option(min=1, help="Most characters of one paragraph.")]
MaxPages = Annotated[int, typer.Option(min=1, help="Most pages of one PDF.")]
Timeout = Annotated[float, typer.Option(min=0.1, help="Seconds to wait for a page on the web.")]
