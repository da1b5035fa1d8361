"""Mail to pieces: the body of a message, and what its header says; attachments are only told."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from email import policy
from email.message import EmailMessage, Message, MIMEPart
from email.parser import BytesParser
from typing import Any

from pipeline.errors import DocumentError
from pipeline.models import Metadata

from .characters import clean, fold
from .decode import decode
from .draft import Draft
from .html import read_html
from .limits import Limits, beyond
from .publisher import body_named
from .text import read_text

#: The fields that are parsed. What parses them takes long over long ones.
_PARSED = frozenset(
    (
        "content-type",
        "content-disposition",
        "content-transfer-encoding",
        "subject",
        "from",
        "date",
    )
)
#: Codecs of Python's that are no encodings of mail; some take long, some make half characters.
_NO_CHARSETS = frozenset(("idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined"))
_LONGEST_FIELD = 4_000  # characters
_MOST_PARTS = 1_000
_FORWARDED = re.compile(r"\A(?:(?:re|fwd?|aw|wg)\s?: ?)+", re.IGNORECASE)


def read_mail(data: bytes, name: str, limits: Limits) -> Draft:
    """The pieces of a message (.eml): its HTML where it has any, else its plain text.

    Raises DocumentError where it has neither, or its parts nest or its fields run on without end.
    """
    message = _parsed(data, name)
    try:
        body = message.get_body(("html", "plain"))
        attached = tuple(_attached(message))
    except Exception as error:  # the library's parser of fields raises anything
        raise _hostile("has fields that cannot be understood", name) from error
    if body is None:
        raise DocumentError(
            "this message has no text of its own", where=name, remedy="save what is attached to it"
        )
    text = _characters(body, name)
    if body.get_content_subtype() == "html":
        draft = read_html(text, name, limits)
    elif len(text) > limits.characters:
        raise beyond(name, "characters", limits.characters)
    else:
        draft = read_text(text, name, limits)
    header, amiss = _header(message)
    return replace(draft, stated=_stated(header), notes=(*draft.notes, *attached, *amiss))


def _parsed(data: bytes, name: str) -> EmailMessage:
    """The message; raises DocumentError where it is made to keep its parser busy."""
    try:
        # By the policy that parses no field; the other parses some while it reads the message.
        parts = tuple(BytesParser(policy=policy.compat32).parsebytes(data).walk())
        if len(parts) > _MOST_PARTS:
            raise _hostile(f"has more than {_MOST_PARTS:,} parts", name)
        if any(map(_runs_on, parts)):
            raise _hostile(f"has a field of more than {_LONGEST_FIELD:,} characters", name)
        return BytesParser(EmailMessage, policy=policy.default).parsebytes(data)
    except RecursionError as error:
        raise _hostile("nests its parts too deep", name) from error


def _runs_on(part: Message) -> bool:
    fields = ((key.lower(), len(value)) for key, value in part.raw_items())
    return any(key in _PARSED and length > _LONGEST_FIELD for key, length in fields)


def _hostile(what: str, name: str) -> DocumentError:
    return DocumentError(f"this message {what}", where=name, remedy="save its text as .txt")


def _characters(body: MIMEPart, name: str) -> str:
    """The text of a part in the encoding that it declares, else as that of a file."""
    payload = body.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    charset = body.get_content_charset("utf-8")
    try:
        known = codecs.lookup(charset).name.replace("-", "_") not in _NO_CHARSETS
        return clean(data.decode(charset)) if known else decode(data, name)
    except (LookupError, ValueError):
        return decode(data, name)


def _header(message: EmailMessage) -> tuple[dict[str, Any], list[str]]:
    """The fields that tell of the release, parsed, and a note on each that cannot be."""
    known: dict[str, Any] = {}
    amiss: list[str] = []
    for name in ("Subject", "Date", "From"):
        try:
            known[name] = message[name]
        except Exception:  # as above
            amiss.append(f"its field {name} cannot be understood and is left out")
    return known, amiss


def _stated(header: Mapping[str, Any]) -> Metadata:
    """What it says: the subject, the day on which it was sent, a sender that is a body."""
    sent = header["Date"].datetime if header.get("Date") else None
    subject = _FORWARDED.sub("", fold(clean(str(header.get("Subject") or ""))), count=1)
    senders = header["From"].addresses if header.get("From") else ()
    names = (body_named(fold(clean(sender.display_name))) for sender in senders)
    return Metadata(
        title=subject or None,
        published=sent.date() if sent else None,
        publisher=tuple(name for name in names if name)[:1],
    )


def _attached(message: EmailMessage) -> Iterator[str]:
    """A note on what is attached and not read."""
    names = [fold(clean(part.get_filename() or "")) for part in message.iter_attachments()]
    if names:
        listed = ", ".join(name[:80] or "one without a name" for name in names[:5])
        yield f"what is attached is not read: {listed}{' and more' if len(names) > 5 else ''}"
