// The source of a page that holds its graph: everything is in the store.

import { folded } from "./text.js";
import { plain } from "./store.js";
import { Selection, factsIn, searched } from "./select.js";
import { ties } from "./ties.js";

/** Answers what the views ask, from the tables of the page. */
export class Tables {
  constructor(facts) {
    this.facts = facts;
    this.store = facts.store;
    this.selection = new Selection(facts, factsIn(facts.store));
  }

  async find(chosen) {
    return this.selection.find(chosen);
  }

  async fact(iri) {
    return this.store.said.has(iri) ? this.facts.get(iri) : null;
  }

  async about(iri) {
    return this.selection.about(iri);
  }

  async of(release) {
    return this.selection.of(release);
  }

  /** Facts with all their statements, to be saved. */
  async whole(facts) {
    return facts;
  }

  /** The releases that hold all words of a search in title, issuer or text, the newest first. */
  async releases(q = "") {
    const wanted = searched(q);
    const all = this.dated();
    return wanted.length ? all.filter(({ iri }) => wanted.every((word) => this.textOf(iri).includes(word))) : all;
  }

  textOf(iri) {
    this.compared ??= new Map();
    if (!this.compared.has(iri)) {
      const issuers = this.store.values(iri, "dcterms:publisher").map((one) => this.facts.words.name(one));
      const text = this.store.texts.get(iri)?.text ?? "";
      this.compared.set(iri, folded([this.store.text(iri, "dcterms:title"), ...issuers, text].join("\n")));
    }
    return this.compared.get(iri);
  }

  dated() {
    const tally = new Map();
    for (const release of this.selection.all.flatMap((fact) => fact.releases)) tally.set(release, (tally.get(release) ?? 0) + 1);
    const release = this.store.iri("cmq:Release");
    const found = [...this.store.said.keys()].filter((iri) => this.store.values(iri, "rdf:type").includes(release));
    const day = (iri) => this.store.text(iri, "dcterms:issued");
    found.sort((one, other) => (day(other) < day(one) ? -1 : day(other) > day(one) ? 1 : one < other ? -1 : 1));
    return found.map((iri) => ({ iri, facts: tally.get(iri) ?? 0 }));
  }

  /** How many facts there are of each date and status. */
  async dates(chosen) {
    return this.selection.find(chosen).found.map(({ date, status }) => ({ date, status, number: 1 }));
  }

  /** Who was with whom in the facts chosen. */
  async ties(chosen, joined) {
    return ties(this.facts, this.selection.find(chosen).found, joined);
  }

  /** Kinds of facts there are, each with its steps after it. */
  async kinds() {
    const found = new Map();
    for (const fact of this.selection.all) {
      if (!found.has(fact.type)) found.set(fact.type, new Set());
      for (const kind of fact.kinds) found.get(fact.type).add(kind);
    }
    return found;
  }

  /** Names of those in roles that begin with or hold some letters, those met most first. */
  async namesLike(typed, most) {
    const wanted = folded(typed.trim());
    const found = [];
    for (const [name, compared] of this.named()) {
      if (compared.includes(wanted)) found.push(name);
      if (found.length === most) break;
    }
    return found;
  }

  named() {
    if (this.tally) return this.tally;
    const tally = new Map();
    for (const fact of this.selection.all) {
      for (const value of fact.roles.flatMap((role) => role.values)) {
        if (typeof value !== "string") continue;
        const name = this.facts.words.name(value);
        tally.set(name, (tally.get(name) ?? 0) + 1);
      }
    }
    const sorted = [...tally].sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1));
    this.tally = sorted.map(([name]) => [name, folded(name)]);
    return this.tally;
  }

  /** The first passage that names a thing. */
  async mention(iri) {
    const found = [...this.store.passages.values()].filter((passage) => passage.names.includes(iri));
    const place = (one, other) => (one.release === other.release ? one.begin - other.begin : one.release < other.release ? -1 : 1);
    return found.sort(place)[0];
  }

  /** The thing that goes by another IRI since identity was put into the graph. */
  async heir(iri) {
    return [...this.store.said.keys()].find((one) => this.store.values(one, "cmq:knownHereAs").includes(iri));
  }

  /** Things of the same name, but for one. */
  async called(name, iri) {
    if (!this.byName) {
      this.byName = new Map();
      for (const [subject] of this.store.said) {
        for (const label of this.store.values(subject, "rdfs:label")) {
          const key = folded(plain(label));
          this.byName.set(key, [...(this.byName.get(key) ?? []), subject]);
        }
      }
    }
    return (this.byName.get(folded(name)) ?? []).filter((other) => other !== iri);
  }
}
