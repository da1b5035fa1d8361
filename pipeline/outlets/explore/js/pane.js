// A fact beside its release: who and what, in the words of the release, one click from each to its place.

import { announce, h, isWeb } from "./dom.js";
import { badges, heading, when, wholeText } from "./factlist.js";
import { inWords } from "./dates.js";
import { line, shown } from "./text.js";
import { address } from "./route.js";
import { capital } from "./words.js";
import { plain } from "./store.js";
import { copyButton } from "./files.js";

/** The pane of a fact, its evidence first; back is the address of the list it was opened from. */
export function factPane(page, fact, back) {
  const best = page.facts.best(fact);
  const desk = new Desk(page, fact, fact.evidence[best]?.release ?? fact.release);
  return h(
    "section",
    { class: "pane", "aria-labelledby": "pane-title", "data-best": best },
    h(
      "div",
      { class: "pane-head" },
      h("p", { class: "pane-top" }, h("a", { href: back, class: "back" }, "← Back to the list"), permalink("fact", fact.iri)),
      h("p", { class: "meta" }, badges(page, fact), when(fact)),
      h("h2", { id: "pane-title", tabindex: "-1" }, heading(page, fact)),
    ),
    desk.reader,
    h("div", { class: "pane-facts" }, h("dl", { class: "roles" }, rolesOf(page, fact, desk)), wordsOf(page, fact, desk), restsOn(page, fact)),
  );
}

/** The release that lies open beside a fact; another takes its place where a passage stands in that. */
class Desk {
  constructor(page, fact, release) {
    Object.assign(this, { page, fact, release });
    this.reader = this.open(release);
  }

  open(release) {
    return readerOf(this.page, release, this.fact.evidence, this.fact);
  }

  turnTo(release) {
    if (release === this.release) return;
    const next = this.open(release);
    this.reader.replaceWith(next);
    Object.assign(this, { release, reader: next });
  }
}

/** The release text under its title, for reading. */
export function readerOf(page, release, passages, fact) {
  const { store, words } = page;
  const title = titleOf(page, release);
  const issuers = store.values(release, "dcterms:publisher").map((one) => words.name(one));
  const issued = store.text(release, "dcterms:issued");
  const told = [...issuers, issued && `issued ${inWords(issued)}`].filter(Boolean).join(" · ");
  return h(
    "article",
    { class: "reader", "aria-label": `Release: ${title}` },
    h("h3", null, h("a", { href: address("release", release) }, title)),
    h("p", { class: "source" }, told, store.values(release, "dcterms:source").map((one) => [" · ", sourceLink(plain(one))])),
    wholeText(page, release, passages, fact),
  );
}

function titleOf(page, release) {
  return line(page.store.text(release, "dcterms:title")) || "Release without a title";
}

/** Where a release came from: a link only if it is an address of the web. */
export function sourceLink(source) {
  const said = shown(source);
  return isWeb(source) ? h("a", { href: source, rel: "noopener noreferrer" }, said) : `document ${said}`;
}

function permalink(view, iri) {
  return copyButton("Copy link", () => location.href.replace(/#.*$/s, "") + address(view, iri));
}

/** Each role with what fills it, and the words that say so: a button that shows them in the text. */
function rolesOf(page, fact, desk) {
  const marks = page.facts.marks(fact);
  return fact.roles.map((role) => [
    h("dt", { class: `role-name ${role.group}` }, capital(fact.accuses && role.label === "offense" ? "alleged offense" : role.label)),
    role.values.map((value) => {
      const told = marks.filter((mark) => page.facts.fills(mark.passage, [value]));
      return h("dd", null, filler(page, value), told.slice(0, 3).map((mark) => placeButton(page, mark.passage, desk)));
    }),
  ]);
}

/** What fills a role: a link to its page where it is a thing. */
function filler(page, value) {
  const said = page.facts.said(value);
  if (typeof value !== "string" || !page.store.said.has(value)) return said;
  return h("a", { href: address("thing", value) }, said);
}

function placeButton(page, passage, desk) {
  const words = line(page.store.wordsOf(passage));
  const cut = words.length > 60 ? `${words.slice(0, 58)}…` : words;
  return h(
    "button",
    { type: "button", class: "show", "aria-label": `Show in the text: ${cut}`, click: () => show(desk, passage) },
    `“${cut}”`,
  );
}

function wordsOf(page, fact, desk) {
  if (!fact.evidence.length) return h("p", { class: "warning" }, "No passage is given for this fact.");
  const places = fact.evidence.map((passage, index) =>
    h("li", null, h("button", { type: "button", class: "show", click: () => show(desk, passage, index) },
      `characters ${passage.begin} to ${passage.end}${fact.releases.length > 1 ? ` of ${titleOf(page, passage.release)}` : ""}`), verdict(page.store.holds(passage))),
  );
  return h("div", { class: "stated" }, h("span", { class: "label" }, "Stated at"), h("ul", null, places));
}

function verdict(holds) {
  if (holds === undefined) return " the text is not here";
  return holds ? null : h("strong", { class: "warning" }, " these words are not at that place in the text");
}

/** Bring a passage into view and tell it to those who listen. */
function show(desk, passage, index = -1) {
  desk.turnTo(passage.release);
  const { reader } = desk;
  const named = index < 0 ? null : reader.querySelector(`mark[data-evidence="${index}"]`);
  const mark = named ?? at(reader, passage.begin);
  if (!mark) return;
  for (const one of reader.querySelectorAll(".here")) one.classList.remove("here");
  mark.classList.add("here");
  mark.tabIndex = -1;
  mark.focus({ preventScroll: true });
  mark.scrollIntoView({ block: "center" });
  announce(`In the text: ${mark.textContent}`);
}

/** What begins at a character of the text: the words of a role, else a sentence. */
function at(reader, begin) {
  return reader.querySelector(`.role[data-begin="${begin}"]`) ?? reader.querySelector(`mark[data-begin="${begin}"]`);
}

/** How sure the reading is, and why; the frame, and the IRI. */
function restsOn(page, fact) {
  const { store } = page;
  const said = (term) => store.values(fact.iri, term).map((value) => line(plain(value)));
  const confidence = store.text(fact.iri, "cmq:confidence");
  const rows = [
    ["Confidence in the reading", confidence && `${confidence} of 1: how sure the reading is, not whether the release is right`],
    ["For it", said("cmq:support").join("; ")],
    ["Against it", said("cmq:doubt").join("; ")],
    ["Found by the frame", said("cmq:frame").join(", ")],
    ["IRI", fact.iri],
  ].filter(([, value]) => value);
  return h(
    "details",
    { class: "rests" },
    h("summary", null, "How it was read"),
    h("dl", null, rows.map(([name, value]) => [h("dt", null, name), h("dd", null, shown(value))])),
  );
}
