// The page: reads its graph, shows the view that the address names, and moves on when it changes.

import { aboutView } from "./about.js";
import { announce, h } from "./dom.js";
import { Endpoint } from "./endpoint.js";
import { Facts } from "./fact.js";
import { factsView } from "./factsview.js";
import { networkView } from "./network.js";
import { releasesView } from "./releases.js";
import { parsed } from "./route.js";
import { Store, fromTables } from "./store.js";
import { Tables } from "./tables.js";
import { Excerpt } from "./text.js";
import { factView, releaseView, thingView } from "./things.js";
import { timelineView } from "./timeline.js";
import { Words, last } from "./words.js";

const VIEWS = {
  facts: factsView, timeline: timelineView, network: networkView, releases: releasesView,
  about: aboutView, thing: thingView, release: releaseView, fact: factView,
};
/** Milliseconds without a keystroke after which a slow view is shown anew. */
const SOON = 300;

class Page {
  constructor(data, texts) {
    const held = data.source === "tables";
    this.store = held ? fromTables(data, texts) : new Store(data.prefixes);
    this.words = new Words(this.store, data.words);
    this.facts = new Facts(this.store, this.words);
    this.source = held ? new Tables(this.facts) : new Endpoint(this.facts, data);
    this.main = document.getElementById("main");
    this.filtersOpen = false;
    this.turn = 0;
  }

  async start() {
    const steps = await this.source.kinds().catch(() => new Map());
    const types = [...steps.keys()].sort((one, other) => (last(one) < last(other) ? -1 : 1));
    this.kinds = types.flatMap((iri) => [{ iri }, ...[...steps.get(iri)].sort().map((kind) => ({ iri: kind, parent: iri }))]);
    addEventListener("hashchange", () => this.show());
    document.querySelector(".skip").addEventListener("click", (event) => {
      event.preventDefault(); // its address would be taken for that of a view
      this.main.focus();
    });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.show());
    await this.show();
    this.source.selection?.warm();
  }

  /** The text that a passage stands in, or its words where the text is not here. */
  text(passage) {
    return this.store.texts.get(passage.release) ?? new Excerpt(passage.begin, this.store.wordsOf(passage));
  }

  /** Go to an address of the page. */
  go(address) {
    if (location.hash === address) this.show();
    else location.hash = address;
  }

  /** Note what was asked for last, and wait for the typing to rest where each question takes its way. */
  async rest(chosen) {
    this.latest = chosen;
    if (this.source.distant) await new Promise((done) => setTimeout(done, SOON));
  }

  /** Show the view anew once typing rests. */
  soon() {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.show(), SOON);
  }

  /** Show the view of the address; the focus stays on a field, else it goes to the new heading. */
  async show() {
    const turn = (this.turn += 1);
    const route = parsed(location.hash);
    const view = VIEWS[route.view] ?? factsView;
    const focused = document.activeElement?.id ?? "";
    const before = this.main.querySelector(".results")?.scrollTop ?? 0;
    let made;
    try {
      made = await view(this, route);
    } catch (error) {
      made = { title: "Not shown", root: h("section", { class: "page" }, h("h2", { tabindex: "-1" }, "This could not be shown"), h("p", { class: "warning" }, String(error.message))) };
    }
    if (turn !== this.turn) return;
    this.main.replaceChildren(h("h1", { class: "unseen" }, made.title), made.root);
    document.title = made.title;
    this.current(route.view);
    made.shown?.();
    this.settle(route, focused, before);
  }

  current(view) {
    for (const link of document.querySelectorAll("nav a[data-view]")) {
      if (link.dataset.view === view) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
  }

  settle(route, focused, before) {
    const results = this.main.querySelector(".results");
    if (results) results.scrollTop = before;
    const field = focused && focused !== "main" && document.getElementById(focused);
    if (field && this.main.contains(field)) field.focus();
    else if (this.shownOnce) this.main.querySelector(".pane h2, h2[tabindex]")?.focus({ preventScroll: Boolean(results) });
    this.shownOnce = true;
    this.reveal();
    announce(document.title);
  }

  /** Bring the sentence that says most of the fact shown into sight, in the box of its text. */
  reveal() {
    const pane = this.main.querySelector("[data-best]");
    const sentence = pane?.querySelector(`mark[data-evidence="${pane.dataset.best}"]`);
    if (!sentence) return;
    for (const part of pane.querySelectorAll(`mark[data-evidence="${pane.dataset.best}"]`)) part.classList.add("here");
    const text = sentence.closest(".text");
    if (text.scrollHeight > text.clientHeight) text.scrollTop = sentence.offsetTop - text.clientHeight / 3;
    else sentence.scrollIntoView({ block: "center" });
  }

  /** The colours of the page as it is now, for drawings. */
  colours() {
    const style = getComputedStyle(document.documentElement);
    const names = ["paper", "ink", "quiet", "rule", "accent", "done", "planned", "possible", "negated"];
    return Object.fromEntries(names.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
  }
}

function read(id) {
  return JSON.parse(document.getElementById(id).textContent);
}

/** The choice of colours, kept for the next time where the browser lets a page keep anything. */
function theme(page) {
  const select = document.getElementById("theme");
  const set = (value) => {
    document.documentElement.dataset.theme = value;
    select.value = value;
  };
  try {
    set(localStorage.getItem("theme") ?? "");
  } catch {
    set("");
  }
  select.addEventListener("change", () => {
    set(select.value);
    try {
      localStorage.setItem("theme", select.value);
    } catch {
      // A page opened from a file may not be let to keep it; it holds until the page is closed.
    }
    page.show();
  });
}

const page = new Page(read("data"), read("texts"));
theme(page);
page.start();
