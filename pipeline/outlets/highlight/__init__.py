"""Facts in HTML: the sentences that state them, the words coloured by the roles that they fill."""

from __future__ import annotations

from .fragment import fragment
from .page import highlight

__all__ = ["fragment", "highlight"]
