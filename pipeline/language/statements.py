"""Direct quotations as statements: who is behind the words that name the speaker."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.language.cast import Cast
from pipeline.language.frames import Frame
from pipeline.language.mentions import AGENTS
from pipeline.language.quotations import Quotation, Side
from pipeline.language.speakers import names, said_by
from pipeline.models import Event, Filler, Span, Status

#: Lower where the marks were lost or the speaker stands in an earlier sentence.
_CONFIDENCE = {True: 0.97, False: 0.85}


def statements(
    cast: Cast, quotations: Sequence[Quotation], frames: Sequence[Frame]
) -> Iterator[Event]:
    """The statements of a release: quotations whose speaker is known."""
    frame = next((f for f in frames for t in f.triggers if t.sort == "quotation"), None)
    if frame is None:
        return
    named = names(cast)
    for quotation in quotations:
        id_ = said_by(cast, quotation, named) or _unknown(cast, quotation)
        if id_ is None or cast.members[id_].kind not in frame.fillers.get("speaker", AGENTS):
            continue
        yield _statement(cast, quotation, id_, frame)


def _unknown(cast: Cast, quotation: Quotation) -> str | None:
    """A capitalized speaker that is in no list: "the Coalition"."""
    if quotation.subject is None:
        return None
    tokens = cast.words.tokens_of([quotation.subject])
    words = cast.words
    named = [i for start, end in tokens for i in range(start, end) if words.cap[i]]
    if not any(words.namelike(i) or words.acronym[i] or words.text[i - 1] == "the" for i in named):
        return None  # "According", "Feb."
    return (
        cast.new("organization", cast.words.span_text(named[0], named[-1] + 1)) if named else None
    )


def _statement(cast: Cast, quotation: Quotation, id_: str, frame: Frame) -> Event:
    text = cast.release.text
    first, last = quotation.parts[0], quotation.parts[-1]
    quote = " ".join(" ".join(part.of(text).split()) for part in quotation.parts)
    evidence = [Span(first.start, last.end)]
    said = quotation.attribution
    if said is not None and not evidence[0].covers(said):
        evidence.append(said)
    plain = quotation.marked and quotation.side is not Side.EARLIER
    return Event(
        type=frame.event,
        status=Status.OCCURRED,
        evidence=tuple(sorted(evidence)),
        fillers=(
            Filler("speaker", entity=id_, span=quotation.subject),
            Filler("quote", literal=quote, span=Span(first.start, last.end)),
        ),
        confidence=_CONFIDENCE[plain],
        doubts=()
        if plain
        else ("the speaker is named at a distance, or the quotation marks are lost",),
        frame=frame.name,
    )
