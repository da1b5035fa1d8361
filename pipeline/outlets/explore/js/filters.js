// What can be asked for, beside what is found; each change is a new address, so that it can be kept.

import { h } from "./dom.js";
import { STATUSES, capital } from "./words.js";

/** Names offered while one is typed. */
const OFFERED = 30;

/** The form of filters. found has the numbers by kind and status; change is called with a new choice. */
export function filterForm(page, chosen, found, change) {
  const active = [chosen.kinds, chosen.statuses, chosen.who].flat().length + [chosen.from, chosen.to].filter(Boolean).length;
  const wide = matchMedia("(min-width: 62rem)").matches;
  return h(
    "form",
    { class: "filters", role: "search", "aria-label": "Search and filters", submit: (event) => event.preventDefault() },
    searchField(chosen, change),
    h(
      "details",
      { open: wide || page.filtersOpen, toggle: (event) => (page.filtersOpen = event.target.open) },
      h("summary", null, active ? `Filters (${active} set)` : "Filters"),
      group("Status", Object.entries(STATUSES).map(([name, status]) =>
        box(chosen, "statuses", name, status.label, found.statuses.get(name) ?? 0, change, `status ${status.mark}`))),
      group("Kind", page.kinds.filter(({ parent }) => !parent || found.kinds.size).map(({ iri, parent }) =>
        box(chosen, "kinds", iri, capital(page.words.term(iri)), found.kinds.get(iri) ?? 0, change, parent ? "sub" : ""))),
      whoField(page, chosen, change),
      dates(chosen, change),
      active > 0 && h("button", { type: "button", class: "quiet-button", click: () => change({ ...chosen, kinds: [], statuses: [], who: [], from: "", to: "" }) }, "Clear the filters"),
    ),
  );
}

function searchField(chosen, change) {
  const typed = (event) => change({ ...chosen, q: event.target.value }, true);
  return h(
    "p",
    { class: "field" },
    h("label", { for: "q" }, "Search"),
    h("input", { id: "q", type: "search", value: chosen.q, input: typed, autocomplete: "off", spellcheck: "false", "aria-describedby": "q-help" }),
    h("span", { id: "q-help", class: "help" }, "names, sentences, titles; \"in quotation marks\" for a phrase"),
  );
}

function group(legend, children) {
  return h("fieldset", null, h("legend", null, legend), children);
}

function box(chosen, list, value, label, number, change, look) {
  const on = chosen[list].includes(value);
  const toggle = () => change({ ...chosen, [list]: on ? chosen[list].filter((one) => one !== value) : [...chosen[list], value] });
  const id = `${list}-${value.replace(/\W+/g, "-")}`;
  return h(
    "label",
    { class: `box ${look}`, for: id },
    h("input", { id, type: "checkbox", checked: on, change: toggle }),
    h("span", { class: "box-label" }, label),
    h("span", { class: "number" }, number.toLocaleString("en")),
  );
}

function whoField(page, chosen, change) {
  const offers = h("datalist", { id: "names" });
  const offer = async (event) => {
    const names = await page.source.namesLike(event.target.value, OFFERED);
    offers.replaceChildren(...names.map((value) => h("option", { value })));
  };
  const add = (event) => {
    const name = event.target.value.trim();
    if (name) change({ ...chosen, who: [...new Set([...chosen.who, name])] });
  };
  const chips = chosen.who.map((who) => {
    const name = page.store.said.has(who) ? page.words.name(who) : who;
    return h("button", { type: "button", class: "chip", "aria-label": `Remove ${name}`, click: () => change({ ...chosen, who: chosen.who.filter((one) => one !== who) }) }, name, " ×");
  });
  return h(
    "div",
    { class: "field" },
    h("label", { for: "who" }, "Party or person"),
    h("input", { id: "who", type: "text", list: "names", input: offer, change: add, autocomplete: "off" }),
    offers,
    chips.length > 0 && h("p", { class: "chips" }, chips),
  );
}

function dates(chosen, change) {
  const day = (name, label) =>
    h("label", null, label, h("input", { id: `date-${name}`, type: "date", value: chosen[name], change: (event) => change({ ...chosen, [name]: event.target.value }) }));
  return h("fieldset", { class: "dates" }, h("legend", null, "Date of the event"), day("from", "from"), day("to", "to"));
}
