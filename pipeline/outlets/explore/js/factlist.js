// A list of facts, each with the sentence that states it; no more of it is built than is read.

import { h } from "./dom.js";
import { evidenceMark, marked, roleMarks } from "./marked.js";
import { inWords } from "./dates.js";
import { line } from "./text.js";
import { STATUSES, capital } from "./words.js";

/** Facts built at once. */
const STEP = 40;
/** Characters of a sentence in a list; the whole of it is in the release beside. */
const LONG = 420;

/** A list of facts that grows on demand; link gives the address of a fact. */
export function factList(page, facts, link, open) {
  const items = h("ol", { class: "facts" });
  const more = h("button", { type: "button", class: "more", click: () => grow(true) });
  let built = 0;
  function grow(byHand) {
    const next = facts.slice(built, built + STEP).map((fact) => item(page, fact, link(fact), fact.iri === open));
    items.append(...next);
    built += next.length;
    const left = facts.length - built;
    more.hidden = !left;
    more.textContent = `Show ${Math.min(STEP, left)} more of ${left.toLocaleString("en")}`;
    if (byHand) next[0]?.querySelector("a")?.focus();
  }
  grow(false);
  return [items, more];
}

function item(page, fact, href, current) {
  const { store } = page;
  return h(
    "li",
    { class: `fact ${STATUSES[fact.status]?.mark ?? "unknown"}` },
    h("p", { class: "meta" }, badges(page, fact), when(fact)),
    h("h3", null, h("a", { href, "data-fact": fact.iri, "aria-current": current && "true" }, heading(page, fact))),
    fact.evidence.length > 0 && sentence(page, fact, fact.evidence[page.facts.best(fact)]),
    h("p", { class: "source" }, sourceOf(page, store, fact)),
  );
}

/** Which release tells a fact: its title, issuer and day. */
function sourceOf(page, store, fact) {
  const title = line(store.text(fact.release, "dcterms:title")) || "Release without a title";
  const others = fact.releases.length - 1;
  const issuers = store.values(fact.release, "dcterms:publisher").map((one) => page.words.name(one));
  const more = others > 0 && `and ${others} more ${others === 1 ? "release" : "releases"}`;
  return [title, ...issuers, fact.issued && inWords(fact.issued), more].filter(Boolean).join(" · ");
}

/** Kind and status of a fact, the status in words and in shape. */
export function badges(page, fact) {
  const status = STATUSES[fact.status]?.mark ?? "unknown";
  return [
    h("span", { class: "kind" }, capital(fact.kind)),
    h("span", { class: `status ${status}` }, fact.statusWords),
    fact.accuses && h("span", { class: "status possible" }, "An accusation, not a finding"),
  ];
}

/** The day of a fact, or that none is told. */
export function when(fact) {
  if (!fact.date) return fact.post ? null : h("span", { class: "date" }, "no date told");
  const until = fact.endDate ? ` to ${inWords(fact.endDate)}` : "";
  return h("time", { class: "date", datetime: fact.date }, inWords(fact.date) + until);
}

/** A fact in a line; one that is not stated as done begins with that. */
export function heading(page, fact) {
  const before = STATUSES[fact.status]?.before;
  const { who, what } = page.facts.title(fact);
  const said = who && what ? `${who}: ${what}` : who || what || "No one named";
  return before ? `${before}: ${said}` : said;
}

/** The words of a passage with what fills the roles in them. */
export function sentence(page, fact, passage) {
  const text = page.text(passage);
  const marks = rolesIn(page, fact, passage.release);
  const end = Math.min(passage.end, passage.begin + LONG);
  const words = marked(text, passage.begin, end, marks);
  return h("blockquote", null, words, end < passage.end && " …");
}

/** What fills the roles of a fact in the text of one release. */
function rolesIn(page, fact, release) {
  return roleMarks(page.facts.marks(fact).filter((mark) => !mark.whole && mark.passage.release === release));
}

/** A release's whole text with the sentences of facts and the roles of one of them. */
export function wholeText(page, release, passages, fact) {
  const text = page.store.texts.get(release);
  if (!text) return h("p", { class: "quiet" }, "The text of this release is not in the graph.");
  const marks = [
    ...passages.map((passage, index) => passage.release === release && evidenceMark(passage, index)).filter(Boolean),
    ...(fact ? rolesIn(page, fact, release) : []),
  ];
  return h("div", { class: "text", dir: "ltr", tabindex: "0", role: "region", "aria-label": "Text of the release" }, marked(text, 0, text.length, marks));
}
