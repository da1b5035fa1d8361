"""The characters of a document: what is invisible goes, white space folds, the rest stays."""

from __future__ import annotations

import re

#: Soft hyphen, zero-width space and word joiner, byte-order mark, marks of direction and
#: of ruby, invisible operators; not the
#: zero-width joiner, which spells words in Indic scripts.
_INVISIBLE = (
    0xAD, 0x61C, 0x200B, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2060, 0x2065),
    *range(0x2066, 0x2070), 0xFEFF, *range(0xFFF9, 0xFFFC), 0xFFFE, 0xFFFF,
)  # fmt: skip
_CONTROLS = (*range(0x09), 0x0B, *range(0x0E, 0x20), *range(0x7F, 0x85), *range(0x86, 0xA0))
_TABLE: dict[int, str | None] = {
    **dict.fromkeys(_INVISIBLE),
    **dict.fromkeys(_CONTROLS, " "),
    0x0C: "\n\n",  # a form feed starts a page
    0x85: "\n",
    0x2028: "\n",
    0x2029: "\n\n",
}

_TWICE_ENCODED = re.compile("[\u00c2-\u00f4][\u0080-\u00bf]{1,3}")


def clean(text: str) -> str:
    r"""The text without invisible and control characters, its lines ended by ``\n`` alone.

    >>> clean("co\u00adoperation\r\nagreement")
    'cooperation\nagreement'
    """
    return _repaired(text.replace("\r\n", "\n").replace("\r", "\n")).translate(_TABLE)


def fold(text: str) -> str:
    """The text on one line, every run of white space a single space."""
    return " ".join(text.split())


def _repaired(text: str) -> str:
    """Characters that an earlier program encoded twice, as themselves again.

    Only where a C1 control shows it: no text that is right holds one.
    """
    if not re.search("[\u0080-\u0084\u0086-\u009f]", text):
        return text
    return _TWICE_ENCODED.sub(_once, text)


def _once(match: re.Match[str]) -> str:
    for end in range(len(match[0]), 1, -1):
        try:
            return match[0][:end].encode("latin-1").decode("utf-8") + match[0][end:]
        except UnicodeDecodeError:
            continue
    return match[0]
