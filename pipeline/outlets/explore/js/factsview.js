// The facts that a reader asked for, and one of them beside its release.

import { announce, h } from "./dom.js";
import { factList } from "./factlist.js";
import { factPane } from "./pane.js";
import { filterForm } from "./filters.js";
import { address } from "./route.js";
import { choice, parameters } from "./select.js";
import { saveButtons } from "./files.js";
import { csv } from "./csv.js";
import { turtle } from "./turtle.js";

/** The view of facts: filters, list and, where one is open, its pane. */
export async function factsView(page, route) {
  const chosen = choice(route.query);
  const found = await page.source.find(chosen);
  const results = h("div", { class: "results" });
  const root = h("div", { class: "split with-filters" });
  const open = route.query.get("fact") ?? "";

  async function change(next, typing = false) {
    const query = parameters(next);
    if (!typing) return page.go(address("facts", "", query));
    history.replaceState(null, "", address("facts", "", query));
    await page.rest(next);
    const again = await page.source.find(next);
    if (page.latest !== next) return undefined;
    return results.replaceChildren(...resultsOf(page, next, again, ""));
  }

  results.append(...resultsOf(page, chosen, found, open));
  root.append(filterForm(page, chosen, found, change), results);
  if (open) {
    const fact = await page.source.fact(open);
    root.append(fact ? factPane(page, fact, address("facts", "", parameters(chosen))) : unknown(open));
    root.classList.add("open");
  }
  return { title: chosen.q ? `Facts with “${chosen.q}”` : "Facts", root };
}

function resultsOf(page, chosen, { found, total }, open) {
  const query = parameters(chosen);
  const link = (fact) => {
    const beside = new URLSearchParams(query);
    beside.set("fact", fact.iri);
    return address("facts", "", beside);
  };
  const number = (total ?? found.length).toLocaleString("en");
  const told = `${number} ${number === "1" ? "fact" : "facts"}`;
  announce(told);
  const order = h("a", { href: address("facts", "", parameters({ ...chosen, order: chosen.order ? "" : "oldest" })) }, chosen.order ? "newest first" : "oldest first");
  return [
    h("div", { class: "results-top" }, h("h2", { class: "count" }, told), h("p", { class: "quiet" }, "Show ", order)),
    onlyFirst({ found, total }),
    found.length > 0 && factSaves(page, found),
    ...(found.length ? factList(page, found, link, open) : [h("p", { class: "quiet" }, "Nothing in these releases fits. Take a filter away, or search for fewer words.")]),
  ].filter(Boolean);
}

/** That not all facts found are listed, where an endpoint has more than a page can read. */
export function onlyFirst({ found, total }) {
  if (!total || total <= found.length) return null;
  return h("p", { class: "quiet" }, `The first ${found.length.toLocaleString("en")} are listed and saved; search or filter for fewer.`);
}

/** Buttons that save facts as tables and statements. */
export function factSaves(page, facts, more = {}) {
  return saveButtons("facts", {
    csv: async () => csv(page, await page.source.whole(facts)),
    ttl: async () => turtle(page.store, await page.source.whole(facts)),
    ...more,
  });
}

/** What is said of something that the graph does not hold. */
export function unknown(iri) {
  return h("section", { class: "pane" }, h("h2", { tabindex: "-1" }, "Not in this graph"), h("p", null, `Nothing here is called ${iri}. The link may be to another page.`));
}
