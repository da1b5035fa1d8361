"""What is told of an archive, or a member, that is not what it should be."""

from __future__ import annotations

import struct
import tarfile
import zipfile
import zlib

from pipeline.errors import DocumentError

#: What the libraries raise for archives that were cut short, altered or made to deceive.
BROKEN = (
    zipfile.BadZipFile, tarfile.TarError, zlib.error, struct.error, EOFError, OSError,
    NotImplementedError, RuntimeError, ValueError, LookupError, ArithmeticError,
)  # fmt: skip


def damaged(error: Exception) -> DocumentError:
    """The library's reason on one line."""
    told = " ".join(str(error).split())[:200] or type(error).__name__
    return DocumentError(f"is damaged ({told})", remedy="fetch or write it again")
