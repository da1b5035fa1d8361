"""Whether an event is news of its release, or the past of someone whom it introduces."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from pipeline.language.drafts import Draft

#: Days after which an appointment is part of a life told: of those that releases announce, none
#: lies further back, while careers reach back for decades.
_BYGONE = 400


def is_news(group: Sequence[Draft], published: dt.date | None) -> bool:
    """Whether an event of a kind that is told as news is not dated long before its release."""
    dated = [d.date for d in group if d.date]
    if not group[0].frame.news or published is None or not dated:
        return True
    earliest = (published - dt.timedelta(_BYGONE)).isoformat()
    return any(date.iso >= earliest[: len(date.iso)] for date in dated)
