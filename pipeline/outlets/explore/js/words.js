// What terms are called: in the ontology's words, in those a graph declares, or by the end of the IRI.

import { line } from "./text.js";

/** How each status is said. What is not stated as done is never said like what is. */
export const STATUSES = {
  Occurred: { label: "Stated as done", mark: "done", before: "" },
  Planned: { label: "Planned", mark: "planned", before: "Planned" },
  Possible: { label: "Alleged or possible", mark: "possible", before: "Alleged or possible" },
  Negated: { label: "Stated as not done", mark: "negated", before: "Not done" },
};

/** Steps of a case that accuse; the release that tells them states no conduct. */
export const ACCUSATIONS = new Set(["Arrest", "Charge", "Lawsuit"]);

const POST = { "org:member": "holder", "org:role": "post", "org:organization": "body" };

/** Words for the terms of a graph. */
export class Words {
  constructor(store, words) {
    this.store = store;
    this.words = words;
    this.posts = new Map(Object.entries(POST).map(([short, label]) => [store.iri(short), label]));
    this.posts.set(store.iri("org:Membership"), "post");
  }

  /** A class, kind, role or status in words. */
  term(iri) {
    return this.posts.get(iri) ?? this.words[iri]?.[0] ?? (line(this.store.text(iri, "rdfs:label")) || last(iri));
  }

  /** What the ontology says a term means, or "". */
  meaning(iri) {
    return this.words[iri]?.[1] ?? "";
  }

  /** What a thing is called: its fullest name. */
  name(iri) {
    let fullest = "";
    for (const { value = "" } of this.store.values(iri, "rdfs:label")) {
      if (value.length > fullest.length || (value.length === fullest.length && value < fullest)) fullest = value;
    }
    return line(fullest) || this.names(iri)[0] || last(iri);
  }

  /** All names of a thing, the fullest first; then in order of their letters. */
  names(iri) {
    const labels = this.store.values(iri, "rdfs:label").map((label) => line(label.value ?? label));
    const others = ["dcterms:title", "skos:altLabel"].flatMap((term) => this.store.values(iri, term));
    const spelt = others.map((label) => line(label.value ?? label));
    labels.sort((one, other) => other.length - one.length || (one < other ? -1 : 1));
    return [...new Set([...labels, ...spelt.sort()])].filter(Boolean);
  }

  /** The narrowest class of a thing: one that a user declared rather than one above it. */
  class(iri) {
    const types = this.store.values(iri, "rdf:type").filter((type) => type !== this.store.iri("cmq:Event"));
    const above = new Set(types.flatMap((type) => this.store.values(type, "rdfs:subClassOf")));
    const ours = this.store.prefixes.cmq;
    return types.filter((type) => !above.has(type)).sort((one) => (one.startsWith(ours) ? 1 : -1))[0] ?? types[0] ?? "";
  }
}

/** The end of an IRI after its last slash or hash. */
export function last(iri) {
  return iri.slice(Math.max(iri.lastIndexOf("/"), iri.lastIndexOf("#")) + 1);
}

/** Words with a capital. */
export function capital(words) {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
