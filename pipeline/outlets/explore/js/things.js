// The pages of things: an agreement, a person, a body, a place; a release; a fact by itself.

import { h } from "./dom.js";
import { factList } from "./factlist.js";
import { factPane, readerOf, sourceLink } from "./pane.js";
import { factSaves, unknown } from "./factsview.js";
import { inWords } from "./dates.js";
import { address } from "./route.js";
import { capital } from "./words.js";
import { copyButton } from "./files.js";
import { line } from "./text.js";
import { plain } from "./store.js";

/** What of a thing is shown by itself rather than as a property. */
const SHOWN = new Set(["type", "label", "altLabel", "title", "evidence", "signed", "partyTo", "dateSigned", "said", "metWith", "knownHereAs", "sameAs"]);

/** The page of a thing: what it is called, what is said of it, and the facts it is in. */
export async function thingView(page, route) {
  const iri = route.iri;
  const found = await page.source.about(iri);
  const facts = [...found.filter((fact) => !fact.post), ...found.filter((fact) => fact.post)];
  if (!page.store.said.has(iri)) {
    const heir = await page.source.heir(iri);
    return heir ? thingView(page, { ...route, iri: heir }) : { title: "Not in this graph", root: unknown(iri) };
  }
  const { words } = page;
  const [name, ...others] = words.names(iri);
  const type = words.class(iri);
  const title = name ?? words.name(iri);
  const head = [
    h("p", { class: "meta" }, h("span", { class: "kind" }, capital(words.term(type))), copyLink("thing", iri)),
    h("h2", { tabindex: "-1" }, title),
    sides(page, iri),
    others.length > 0 && h("p", { class: "quiet" }, `also written: ${others.join("; ")}`),
    await properties(page, iri, facts),
    joined(page, iri),
    await namesakes(page, iri, title),
    byKind(page, iri, facts),
  ];
  return beside(page, route, title, head, facts, "thing");
}

/** The page of a release: its text, with every sentence that states a fact marked. */
export async function releaseView(page, route) {
  const iri = route.iri;
  const facts = await page.source.of(iri);
  if (!page.store.said.has(iri)) return { title: "Not in this graph", root: unknown(iri) };
  const { store, words } = page;
  const title = line(store.text(iri, "dcterms:title")) || "Release without a title";
  const issuers = store.values(iri, "dcterms:publisher").map((one) => words.name(one));
  const issued = store.text(iri, "dcterms:issued");
  const head = [
    h("p", { class: "meta" }, h("span", { class: "kind" }, "Release"), copyLink("release", iri)),
    h("h2", { tabindex: "-1" }, title),
    h("p", { class: "source" }, [...issuers, issued && inWords(issued)].filter(Boolean).join(" · "), store.values(iri, "dcterms:source").map((one) => [" · ", sourceLink(plain(one))])),
  ];
  const [begin, end] = (route.query.get("at") ?? "").split(",").map(Number);
  const asked = end > begin ? [{ release: iri, begin, end }] : [];
  const passages = [...asked, ...facts.flatMap((fact) => fact.evidence)];
  return beside(page, route, title, head, facts, "release", () => {
    const reader = readerOf(page, iri, passages, null);
    if (asked.length) reader.dataset.best = 0;
    return reader;
  });
}

/** A fact by itself, as its permalink shows it. */
export async function factView(page, route) {
  const fact = await page.source.fact(route.iri);
  if (!fact) return { title: "Not in this graph", root: unknown(route.iri) };
  return { title: page.facts.title(fact).who || fact.kind, root: h("div", { class: "alone" }, factPane(page, fact, address("facts"))) };
}

async function beside(page, route, title, head, facts, view, otherwise) {
  const open = route.query.get("fact") ?? "";
  const link = (fact) => address(view, route.iri, new URLSearchParams({ fact: fact.iri }));
  const number = `${facts.length.toLocaleString("en")} ${facts.length === 1 ? "fact" : "facts"}`;
  const list = h("div", { class: "results" }, head, h("h3", { class: "count" }, number), facts.length > 0 && [factSaves(page, facts), factList(page, facts, link, open)]);
  const fact = open && (await page.source.fact(open));
  const pane = fact ? factPane(page, fact, address(view, route.iri)) : otherwise?.();
  return { title, root: h("div", { class: `split${fact ? " open" : ""}` }, list, pane) };
}

function copyLink(view, iri) {
  return copyButton("Copy link", () => location.href.replace(/#.*$/s, "") + address(view, iri));
}

/** The sides of an agreement under its name, which alone is often no more than "MoU". */
function sides(page, iri) {
  const names = page.store.values(iri, "cmq:party").map((party) => page.words.name(plain(party)));
  return names.length > 0 && h("p", { class: "quiet" }, names.length > 1 ? `between ${names.slice(0, -1).join(", ")} and ${names.at(-1)}` : `with ${names[0]}`);
}

/** What is said of a thing itself, each with the way to the words that say so. */
async function properties(page, iri, found) {
  const { store, words, facts } = page;
  const said = new Map();
  for (const [property, value] of store.pairs(iri)) {
    const name = property.slice(Math.max(property.lastIndexOf("/"), property.lastIndexOf("#")) + 1);
    if (SHOWN.has(name)) continue;
    said.set(property, [...(said.get(property) ?? []), value]);
  }
  const place = found.length ? found[0] : await page.source.mention(iri);
  const told = (value) => {
    const fact = found.find(({ roles }) => roles.some(({ values }) => values.includes(value))) ?? found[0];
    return fact ? address("thing", iri, new URLSearchParams({ fact: fact.iri })) : inText(place);
  };
  const rows = [...said].map(([property, values]) => [
    h("dt", null, capital(words.term(property))),
    values.map((value) => h("dd", null, linked(page, value), place && h("a", { class: "told", href: told(value) }, "where it says so"))),
  ]);
  const stated = facts.passages(iri, "cmq:evidence").map((passage) =>
    h("blockquote", null, line(store.wordsOf(passage)), " ", h("a", { href: inText(passage) }, "in the release")),
  );
  const named = !found.length && place && h("p", null, h("a", { class: "told", href: inText(place) }, "where a release names it"));
  return [rows.length > 0 && h("dl", { class: "roles" }, rows), stated, named];
}

/** The address of a passage in the text of its release. */
function inText({ release, begin, end }) {
  return address("release", release, new URLSearchParams({ at: `${begin},${end}` }));
}

function linked(page, value) {
  if (typeof value !== "string") return line(value.value);
  const { store, words } = page;
  if (value.startsWith(store.prefixes.cmq) || !store.said.has(value)) return words.term(value);
  return h("a", { href: address("thing", value) }, words.name(value));
}

/** How many facts of each kind, each a way to those alone. */
function byKind(page, iri, facts) {
  const tally = new Map();
  for (const fact of facts) tally.set(fact.type, (tally.get(fact.type) ?? 0) + 1);
  if (tally.size < 2) return null;
  const links = [...tally].sort((one, other) => other[1] - one[1]).map(([type, number], at) => [
    at > 0 && " · ",
    h("a", { href: address("facts", "", new URLSearchParams([["who", iri], ["kind", type]])) }, `${capital(page.words.term(type))} ${number.toLocaleString("en")}`),
  ]);
  return h("p", { class: "kinds" }, links);
}

/** What was taken for one thing with this, where identity was put into the graph. */
function joined(page, iri) {
  const others = [...new Set(["cmq:knownHereAs", "owl:sameAs"].flatMap((term) => page.store.values(iri, term)))].filter((one) => one !== iri);
  if (!others.length) return null;
  return h("details", { class: "rests" },
    h("summary", null, `Joined from what releases call by ${others.length.toLocaleString("en")} ${others.length === 1 ? "other address" : "other addresses"}`),
    h("p", { class: "quiet" }, "They were taken to be one by name, post and company, or by decision; each release alone does not say so."),
    h("ul", null, others.sort().map((one) => h("li", null, one))));
}

/** The title and day of the release that a thing belongs to by its IRI, where that is known here. */
function releaseOf(page, iri) {
  const release = iri.replace(/\/[^/]+\/[^/]+$/, "");
  const title = line(page.store.text(release, "dcterms:title"));
  const issued = page.store.text(release, "dcterms:issued");
  return [title, issued && inWords(issued)].filter(Boolean).join(" · ");
}

/** Others of the same name: no one has said that they are the same. */
async function namesakes(page, iri, title) {
  const others = await page.source.called(title, iri);
  if (!others.length) return null;
  const links = others.slice(0, 12).map((other) => h("li", null, h("a", { href: address("thing", other) }, releaseOf(page, other) || other)));
  return h("details", { class: "rests" },
    h("summary", null, `Other releases name ${others.length.toLocaleString("en")} more with this name`),
    h("p", { class: "quiet" }, "They may or may not be the same. Nothing about two releases is joined by name alone."),
    h("ul", null, links),
    others.length > 12 && h("p", { class: "quiet" }, `and ${others.length - 12} more`));
}
