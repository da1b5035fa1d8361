// The statements of a graph, by what they are about: those of the page, or those an endpoint gave.

import { Text } from "./text.js";

const CLASSES = ["cmq:Passage", "cmq:Mention"];

/** Statements, passages and texts. An IRI is a string; a literal is {value, datatype, language}. */
export class Store {
  constructor(prefixes) {
    this.prefixes = prefixes;
    this.spelt = new Map();
    this.said = new Map();
    this.passages = new Map();
    this.texts = new Map();
  }

  /** The IRI of a term by its prefix and name. */
  iri(short) {
    let iri = this.spelt.get(short);
    if (!iri) {
      const [prefix, name] = short.split(":", 2);
      this.spelt.set(short, (iri = this.prefixes[prefix] + name));
    }
    return iri;
  }

  add(subject, property, value) {
    let pairs = this.said.get(subject);
    if (!pairs) this.said.set(subject, (pairs = []));
    pairs.push(property, value);
  }

  /** All properties and values of a thing, as pairs. */
  pairs(subject) {
    const flat = this.said.get(subject) ?? [];
    return Array.from({ length: flat.length / 2 }, (_, at) => [flat[2 * at], flat[2 * at + 1]]);
  }

  /** The values of a property. */
  values(subject, short) {
    const property = this.iri(short);
    const flat = this.said.get(subject) ?? [];
    const found = [];
    for (let at = 0; at < flat.length; at += 2) if (flat[at] === property) found.push(flat[at + 1]);
    return found;
  }

  /** The first value of a property as text, or "". */
  text(subject, short) {
    const [first] = this.values(subject, short);
    return first === undefined ? "" : plain(first);
  }

  /** A passage with its words, or nothing. One that does not stand where it says has holds false. */
  passage(iri) {
    const known = this.passages.get(iri);
    if (known) return known;
    const release = this.text(iri, "nif:referenceContext");
    if (!release) return undefined;
    const [begin, end] = ["nif:beginIndex", "nif:endIndex"].map((term) => Number(this.text(iri, term)));
    const names = this.values(iri, "itsrdf:taIdentRef");
    return this.keep({ iri, release, begin, end, names, told: this.text(iri, "nif:anchorOf") });
  }

  keep(passage) {
    this.passages.set(passage.iri, passage);
    return passage;
  }

  /** The words of a passage: those at its place, or those it gives where its text is not here. */
  wordsOf(passage) {
    const text = this.texts.get(passage.release);
    return text ? text.slice(passage.begin, passage.end) : passage.told ?? "";
  }

  /** Whether the words a passage gives stand at its place; undefined where the text is not here. */
  holds(passage) {
    const text = this.texts.get(passage.release);
    if (!text) return undefined;
    return passage.told === undefined || text.slice(passage.begin, passage.end) === passage.told;
  }
}

/** A term as text. */
export function plain(term) {
  return typeof term === "string" ? term : term.value;
}

/** The store that a page holds: see encode.py for the form of its tables. */
export function fromTables(data, texts) {
  const store = new Store(data.prefixes);
  const iris = decoded(data.iris);
  const literals = data.literals.map((cell) =>
    typeof cell === "string" ? { value: cell } : { value: cell[0], datatype: cell[1], language: cell[2] },
  );
  data.texts_of.forEach((release, at) => store.texts.set(iris[release], new Text(texts[at])));
  const places = [];
  const rows = data.passages;
  for (let at = 0; at < rows.length; at += 5) {
    const release = iris[rows[at]];
    const iri = `${release}#char=${rows[at + 1]},${rows[at + 2]}`;
    const names = rows[at + 4] < 0 ? [] : [iris[rows[at + 4]]];
    const classes = CLASSES.filter((_, bit) => rows[at + 3] & (1 << bit));
    places.push(iri);
    store.keep({ iri, release, begin: rows[at + 1], end: rows[at + 2], names, classes });
  }
  const value = (id) => (id < 0 ? literals[~id] : id < iris.length ? iris[id] : places[id - iris.length]);
  const flat = data.statements;
  for (let at = 0; at < flat.length; ) {
    const pairs = new Array(2 * flat[at + 1]);
    for (let pair = 0; pair < pairs.length; pair += 2) {
      pairs[pair] = iris[flat[at + 2 + pair]];
      pairs[pair + 1] = value(flat[at + 3 + pair]);
    }
    store.said.set(iris[flat[at]], pairs);
    at += 2 + pairs.length;
  }
  return store;
}

function decoded(lines) {
  let before = "";
  return lines.split("\n").map((line) => {
    const space = line.indexOf(" ");
    before = before.slice(0, Number(line.slice(0, space))) + line.slice(space + 1);
    return before;
  });
}
