// The releases, the newest first, with how many facts each states.

import { h } from "./dom.js";
import { inWords } from "./dates.js";
import { address } from "./route.js";
import { line } from "./text.js";

const STEP_OF_RELEASES = 60;

/** The list of releases. */
export async function releasesView(page) {
  const { store, words } = page;
  const releases = await page.source.releases();
  const body = h("tbody");
  const more = h("button", { type: "button", class: "more", click: grow });
  let built = 0;
  function grow() {
    const next = releases.slice(built, built + STEP_OF_RELEASES);
    body.append(...next.map(({ iri, facts }) => row(iri, facts)));
    built += next.length;
    more.hidden = built >= releases.length;
    more.textContent = `Show more of ${(releases.length - built).toLocaleString("en")}`;
  }
  function row(iri, facts) {
    const issued = store.text(iri, "dcterms:issued");
    const issuers = store.values(iri, "dcterms:publisher").map((one) => words.name(one)).join("; ");
    const title = line(store.text(iri, "dcterms:title")) || "Release without a title";
    return h("tr", null,
      h("td", { class: "date" }, issued ? h("time", { datetime: issued }, inWords(issued)) : "no date"),
      h("th", { scope: "row" }, h("a", { href: address("release", iri) }, title)),
      h("td", null, issuers), h("td", { class: "number" }, facts));
  }
  grow();
  const head = h("tr", null, ["Issued", "Title", "Issuer", "Facts"].map((name) => h("th", { scope: "col" }, name)));
  return {
    title: "Releases",
    root: h("div", { class: "page" }, h("h2", { tabindex: "-1" }, `${releases.length.toLocaleString("en")} releases`),
      h("div", { class: "table", tabindex: "0", role: "region", "aria-label": "Releases" }, h("table", null, h("thead", null, head), body)), more),
  };
}
