// The releases, the newest first, with how many facts each states; and a search in their texts.

import { announce, h } from "./dom.js";
import { inWords } from "./dates.js";
import { address } from "./route.js";
import { line } from "./text.js";

/** Rows built at once. */
const STEP_OF_RELEASES = 60;

/** The list of releases. */
export async function releasesView(page, route) {
  const q = route.query.get("q") ?? "";
  const results = h("div", null, ...listOf(page, await page.source.releases(q)));
  async function typed(event) {
    const asked = event.target.value;
    history.replaceState(null, "", address("releases", "", asked ? new URLSearchParams({ q: asked }) : null));
    await page.rest(asked);
    const found = await page.source.releases(asked);
    if (page.latest === asked) results.replaceChildren(...listOf(page, found));
  }
  const field = h("p", { class: "field" },
    h("label", { for: "q" }, "Search the texts"),
    h("input", { id: "q", type: "search", value: q, input: typed, autocomplete: "off", spellcheck: "false" }));
  return { title: "Releases", root: h("div", { class: "page" }, h("form", { role: "search", submit: (event) => event.preventDefault() }, field), results) };
}

function listOf(page, releases) {
  const body = h("tbody");
  const more = h("button", { type: "button", class: "more", click: grow });
  let built = 0;
  function grow() {
    const next = releases.slice(built, built + STEP_OF_RELEASES);
    body.append(...next.map(({ iri, facts }) => releaseRow(page, iri, facts)));
    built += next.length;
    more.hidden = built >= releases.length;
    more.textContent = `Show more of ${(releases.length - built).toLocaleString("en")}`;
  }
  grow();
  const number = `${releases.length.toLocaleString("en")} ${releases.length === 1 ? "release" : "releases"}`;
  announce(number);
  const head = h("tr", null, ["Issued", "Title", "Issuer", "Facts"].map((name) => h("th", { scope: "col" }, name)));
  const table = h("div", { class: "table", tabindex: "0", role: "region", "aria-label": "Releases" }, h("table", null, h("thead", null, head), body));
  return [h("h2", { tabindex: "-1" }, number), releases.length > 0 && table, more].filter(Boolean);
}

function releaseRow(page, iri, facts) {
  const { store, words } = page;
  const issued = store.text(iri, "dcterms:issued");
  const issuers = store.values(iri, "dcterms:publisher").map((one) => words.name(one)).join("; ");
  const title = line(store.text(iri, "dcterms:title")) || "Release without a title";
  return h("tr", null,
    h("td", { class: "date" }, issued ? h("time", { datetime: issued }, inWords(issued)) : "no date"),
    h("th", { scope: "row" }, h("a", { href: address("release", iri) }, title)),
    h("td", null, issuers), h("td", { class: "number" }, facts, h("span", { class: "narrow" }, facts === 1 ? " fact" : " facts")));
}
