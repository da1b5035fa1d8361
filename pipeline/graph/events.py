"""Events: what a release says happened, is planned, did not happen or may have happened."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from rdflib import Literal, URIRef

from pipeline.graph import own_terms
from pipeline.graph.iris import Names
from pipeline.graph.passages import mention, passage
from pipeline.graph.terms import CMQ, RDF, RDFS, SCHEMA, XSD, Triple
from pipeline.models import Event, Filler, PartialDate, Release

#: The datatype of a date as precise as the text.
DATATYPES = {"day": XSD.date, "month": XSD.gYearMonth, "year": XSD.gYear}

#: The roles whose literals are sums of money even where it is not known how much they are.
SUMS = frozenset({"amount"})


def describe_event(event: Event, release: Release, names: Names) -> Iterator[Triple]:
    """Write down an event: its class, status and date, who took part, and the words for it all."""
    iri = names.event(event)
    yield iri, RDF.type, CMQ["Event"]
    for class_ in own_terms.classes(event.type, names.extension):
        yield iri, RDF.type, class_
    yield iri, CMQ["reportedIn"], names.release
    for predicate, value in _circumstances(event, names):
        yield iri, predicate, value
    for span in event.evidence:
        yield iri, CMQ["evidence"], names.passage(span)
        yield from passage(span, release, names)
    for term, spans in (("trigger", event.triggers), ("dated", event.dated)):
        for span in spans:
            yield iri, CMQ[term], names.passage(span)
            yield from passage(span, release, names)
    for filler in event.fillers:
        yield from _describe_filler(iri, event, filler, release, names)


def _circumstances(event: Event, names: Names) -> Iterator[tuple[URIRef, URIRef | Literal]]:
    yield CMQ["status"], CMQ[event.status.value]
    yield CMQ["confidence"], Literal(Decimal(f"{event.confidence:.2f}"))
    if event.kind:
        yield CMQ["kind"], own_terms.kind(event.type, event.kind, names.extension)
    if event.frame:
        yield CMQ["frame"], Literal(event.frame)
    dates = ((CMQ["date"], event.date), (CMQ["endDate"], event.end_date))
    yield from ((predicate, date_literal(date)) for predicate, date in dates if date)
    yield from ((CMQ["support"], Literal(reason)) for reason in event.reasons)
    yield from ((CMQ["doubt"], Literal(reason)) for reason in event.doubts)


def _describe_filler(
    iri: URIRef, event: Event, filler: Filler, release: Release, names: Names
) -> Iterator[Triple]:
    """Fill a role, and point at the words that do: ``cmq:mention`` leads from the event to them."""
    value = _value(event, filler, names)
    yield iri, own_terms.role(event.type, filler.role, names.extension), value
    if isinstance(value, URIRef) and not filler.entity:
        yield from _describe_amount(value, filler)
    if filler.span is None:
        return
    yield iri, CMQ["mention"], names.passage(filler.span)
    if isinstance(value, URIRef):
        yield from mention(filler.span, value, release, names)
    else:
        yield from passage(filler.span, release, names)


def _describe_amount(node: URIRef, filler: Filler) -> Iterator[Triple]:
    """A sum of money as it is written, and what it comes to where that is known."""
    yield node, RDF.type, SCHEMA["MonetaryAmount"]
    yield node, RDFS.label, Literal(filler.literal)
    if (amount := filler.amount) is None:
        return
    if amount.until is None:
        yield node, SCHEMA["value"], decimal_literal(amount.value)
    else:
        yield node, SCHEMA["minValue"], decimal_literal(amount.value)
        yield node, SCHEMA["maxValue"], decimal_literal(amount.until)
    if amount.currency:
        yield node, SCHEMA["currency"], Literal(amount.currency)
    if amount.hedge:
        yield node, CMQ["hedge"], Literal(amount.hedge)


def _value(event: Event, filler: Filler, names: Names) -> URIRef | Literal:
    """What fills a role: an entity, a sum of money, a date, or words and numbers as they are."""
    if filler.entity:
        return names.entity(filler.entity)
    if (
        filler.amount
        or filler.role in SUMS
        or own_terms.is_sum(event.type, filler.role, names.extension)
    ):
        return names.amount(str(filler.literal))
    if filler.role in ("date", "endDate"):
        return date_literal(PartialDate(str(filler.literal)))
    return Literal(filler.literal)


def decimal_literal(value: Decimal) -> Literal:
    """A number in its shortest form: ``1300000`` for *1.30 million*."""
    plain = f"{value.normalize():f}"
    return Literal(plain, datatype=XSD.decimal, normalize=False)


def describe_case(later: Event, earlier: Event, names: Names) -> Iterator[Triple]:
    """Lead from a step of a case to the one before it: from a sentencing to the plea."""
    yield names.event(later), CMQ["partOfCase"], names.event(earlier)


def date_literal(date: PartialDate) -> Literal:
    """A date typed by its precision, its digits left as they are."""
    return Literal(date.iso, datatype=DATATYPES[date.precision], normalize=False)
