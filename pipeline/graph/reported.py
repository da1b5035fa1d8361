"""Findings as people and programs read them: grouped in words, as JSON, as a report of SHACL."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby, islice
from types import MappingProxyType

import pyoxigraph as ox

from pipeline.graph.findings import Finding, shortened
from pipeline.graph.oxigraph import turtle
from pipeline.graph.shape_conditions import SH
from pipeline.graph.terms import RDF, XSD

#: How many of a kind are told in words: more are read by a program.
_MOST = 20


def report(findings: Sequence[Finding], form: str) -> str:
    """All findings in one of the :data:`FORMS`, which are in order; nothing in words if none."""
    return FORMS[form](findings)


def _words(findings: Sequence[Finding]) -> str:
    blocks = []
    for problem, group in groupby(findings, key=lambda finding: finding.problem):
        kind = list(group)
        lines = [f"{problem} ({len(kind)})"]
        lines += [line for finding in islice(kind, _MOST) for line in _lines(finding)]
        if len(kind) > _MOST:
            lines.append(f"  and {len(kind) - _MOST} more, which --format json lists")
        blocks.append("\n".join(lines) + "\n")
    return "\n".join(blocks)


def _lines(finding: Finding) -> Iterator[str]:
    yield f"  {finding.node}"
    if finding.value is not None:
        yield f"    {shortened(finding.value)}"
    if finding.passage is not None and finding.words != finding.value:
        where = "" if finding.passage == finding.node else f" ({_characters(finding.passage)})"
        yield f"    in {shortened(finding.words or '')}{where}"


def _characters(passage: str) -> str:
    """The characters that the IRI of a passage names: ``#char=0,12``."""
    return "#" + passage.rpartition("#")[2]


def _json(findings: Sequence[Finding]) -> str:
    told = [
        {
            "problem": finding.problem,
            "node": finding.node,
            "value": finding.value,
            "passage": finding.passage,
            "words": finding.words,
            "document": finding.document,
            "path": finding.path,
            "component": finding.component,
        }
        for finding in findings
    ]
    report = {"conforms": not findings, "findings": told}
    return json.dumps(report, ensure_ascii=False, indent=1) + "\n"


def _turtle(findings: Sequence[Finding]) -> str:
    """A validation report as the recommendation of SHACL describes it."""
    return turtle(_report(findings), {"sh": str(SH), "xsd": str(XSD)})


def _report(findings: Sequence[Finding]) -> Iterator[ox.Triple]:
    report, type_ = ox.BlankNode("report"), _term(RDF.type)
    conforms = ox.Literal("false" if findings else "true", datatype=_term(XSD.boolean))
    yield ox.Triple(report, type_, _term(SH["ValidationReport"]))
    yield ox.Triple(report, _term(SH["conforms"]), conforms)
    for number, finding in enumerate(findings, 1):
        result = ox.BlankNode(f"result{number}")
        yield ox.Triple(report, _term(SH["result"]), result)
        yield ox.Triple(result, type_, _term(SH["ValidationResult"]))
        for name, value in _said(finding):
            yield ox.Triple(result, _term(SH[name]), value)


def _said(finding: Finding) -> Iterable[tuple[str, ox.NamedNode | ox.Literal]]:
    yield "focusNode", _value(finding.node)
    if finding.path:
        yield "resultPath", ox.NamedNode(finding.path)
    if finding.value is not None:
        yield "value", _value(finding.value)
    yield "resultMessage", ox.Literal(finding.problem)
    yield "resultSeverity", _term(SH["Violation"])
    yield "sourceConstraintComponent", ox.NamedNode(finding.component)


def _value(written: str) -> ox.NamedNode | ox.Literal:
    """A node by its IRI; words, and blank nodes that have no name outside their graph, as words."""
    return ox.NamedNode(written) if re.fullmatch(r"\w+://\S+", written) else ox.Literal(written)


def _term(iri: str) -> ox.NamedNode:
    return ox.NamedNode(str(iri))


#: The forms of a report.
FORMS: Mapping[str, Callable[[Sequence[Finding]], str]] = MappingProxyType(
    {"text": _words, "json": _json, "ttl": _turtle}
)
