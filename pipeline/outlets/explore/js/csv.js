// Facts as a table for spreadsheets, one row for each and each release that states it.

import { plain } from "./store.js";
import { line } from "./text.js";

/** Facts as CSV (RFC 4180): status in words, every role with its fillers, the sentences, the source. */
export function csv(page, facts) {
  const { store, words } = page;
  const roles = [...new Set(facts.flatMap((fact) => fact.roles.map((role) => role.label)))];
  const head = ["kind", "status", "date", "end date", ...roles, "words", "characters", "release", "issuer", "issued", "source", "IRI"];
  const stated = facts.flatMap((fact) => (fact.releases.length ? fact.releases : [""]).map((release) => ({
    fact, release, evidence: fact.evidence.filter((passage) => passage.release === release),
  })));
  const rows = stated.map(({ fact, release, evidence }) => [
    fact.kind,
    fact.accuses ? `${fact.statusWords}: an accusation, not a finding` : fact.statusWords,
    fact.date,
    fact.endDate,
    ...roles.map((label) =>
      fact.roles.filter((role) => role.label === label).flatMap((role) => role.values.map((value) => page.facts.said(value))).join("; "),
    ),
    evidence.map((passage) => line(store.wordsOf(passage))).join(" … "),
    evidence.map((passage) => `${passage.begin}-${passage.end}`).join(" "),
    line(store.text(release, "dcterms:title")),
    store.values(release, "dcterms:publisher").map((one) => words.name(one)).join("; "),
    store.text(release, "dcterms:issued"),
    store.values(release, "dcterms:source").map(plain).join("; "),
    fact.iri,
  ]);
  return [head, ...rows].map((row) => row.map(cell).join(",") + "\r\n").join("");
}

/** A cell; one that a spreadsheet would take for a formula begins with an apostrophe. */
function cell(value) {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
