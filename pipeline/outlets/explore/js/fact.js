// A fact as it is shown: what it says, whether that is stated as done, and the words that state it.

import { folded, line } from "./text.js";
import { firstDay } from "./dates.js";
import { plain } from "./store.js";
import { ACCUSATIONS, STATUSES, last } from "./words.js";

/** Said of an event beside what fills its roles. */
const NO_ROLES = new Set(
  "type status confidence kind frame date endDate evidence mention trigger dated reportedIn support doubt comment label acting former".split(" "),
);
/** What roles have in common, which gives them their colour: who acts, with whom, what about. */
const GROUPS = {
  actor: "signatory speaker participant appointee defendant target funder member",
  other: "party recipient appointedBy authority agency onBehalfOf organization court",
  object: "agreement post offense amount quote topic program purpose role count penalty about",
  place: "place",
};
const GROUP_OF = new Map(Object.entries(GROUPS).flatMap(([group, roles]) => roles.split(" ").map((role) => [role, group])));
const ORDER = Object.values(GROUPS).join(" ").split(" ");
/** Names in the title of a fact; the rest are counted, and named in its roles. */
const FEW = 4;
const DATE = /^\d{4}(?:-\d\d){0,2}$/;

/** The group of a role, by its IRI: actor, other, object, place, or own for a user's own. */
export function groupOf(role) {
  return GROUP_OF.get(last(role)) ?? "own";
}

/** The facts of a store, each made once. */
export class Facts {
  constructor(store, words) {
    this.store = store;
    this.words = words;
    this.made = new Map();
  }

  get(iri) {
    let fact = this.made.get(iri);
    if (!fact) this.made.set(iri, (fact = this.make(iri)));
    return fact;
  }

  make(iri) {
    const { store, words } = this;
    const type = words.class(iri);
    const post = type === store.iri("org:Membership");
    const evidence = this.passages(iri, "cmq:evidence");
    const roles = this.roles(iri);
    const kinds = store.values(iri, "cmq:kind").map(plain);
    const releases = this.releases(iri, evidence);
    const release = releases[0] ?? "";
    const date = store.text(iri, "cmq:date");
    const fact = {
      iri, type, post, kinds, roles, evidence, release, releases,
      status: post ? "Occurred" : last(store.text(iri, "cmq:status")),
      date: DATE.test(date) ? date : "",
      endDate: store.text(iri, "cmq:endDate"),
      issued: store.text(release, "dcterms:issued"),
      kind: kinds.map((kind) => words.term(kind)).join(", ") || words.term(type),
    };
    fact.accuses = kinds.some((kind) => ACCUSATIONS.has(last(kind)));
    fact.statusWords = post ? this.held(iri) : STATUSES[fact.status]?.label ?? "Status not told";
    fact.sort = fact.date ? firstDay(fact.date) : fact.issued;
    return fact;
  }

  /** The releases that state a fact, the first to say so first: several where identity has joined theirs. */
  releases(iri, evidence) {
    const told = [...this.store.values(iri, "cmq:reportedIn").map(plain), ...evidence.map(({ release }) => release)];
    const key = (one) => `${this.store.text(one, "dcterms:issued") || "9"} ${one}`;
    return [...new Set(told)].sort((one, other) => (key(one) < key(other) ? -1 : 1));
  }

  /** The passages of a property in their order in the text; those that cannot be placed are kept. */
  passages(iri, property) {
    const found = this.store.values(iri, property).map((one) => this.store.passage(plain(one)));
    const place = (one, other) => one.begin - other.begin || other.end - one.end;
    return found.filter(Boolean).sort((one, other) => (one.release === other.release ? place(one, other) : one.release < other.release ? -1 : 1));
  }

  roles(iri) {
    const found = new Map();
    for (const [property, value] of this.store.pairs(iri)) {
      if (NO_ROLES.has(last(property))) continue;
      if (!found.has(property)) found.set(property, []);
      found.get(property).push(value);
    }
    const roles = [...found].map(([role, values]) => ({
      role, values, group: groupOf(role), label: this.words.term(role),
    }));
    const place = (one) => (ORDER.indexOf(last(one.role)) + 1 || 99);
    return roles.sort((one, other) => place(one) - place(other) || (one.role < other.role ? -1 : 1));
  }

  held(iri) {
    if (this.store.text(iri, "cmq:former") === "true") return "Held before";
    return this.store.text(iri, "cmq:acting") === "true" ? "Held, acting" : "Stated as held";
  }

  /** The stretches of text that fill roles, announce the event or tell its date, with their labels. */
  marks(fact) {
    const told = fact.post ? "cmq:evidence" : "cmq:mention";
    const marks = this.passages(fact.iri, told).map((passage) => {
      const roles = fact.roles.filter((role) => this.fills(passage, role.values));
      return { passage, label: roles.map((role) => role.label).join(", "), group: roles[0]?.group ?? "", whole: fact.evidence.includes(passage) };
    });
    for (const passage of this.passages(fact.iri, "cmq:dated")) marks.push({ passage, label: "date", group: "date" });
    for (const passage of this.passages(fact.iri, "cmq:trigger")) marks.push({ passage, label: "", group: "trigger" });
    return marks.filter((mark) => mark.group);
  }

  /** The place among the passages of a fact of the one that says most of it: most roles, then the first. */
  best(fact) {
    const marks = this.marks(fact).filter((mark) => mark.label);
    const held = fact.evidence.map((one) => marks.filter(({ passage }) => passage.release === one.release && passage.begin >= one.begin && passage.end <= one.end).length);
    return Math.max(0, held.indexOf(Math.max(...held)));
  }

  /** Whether a passage names one of the values of a role, or has its words. */
  fills(passage, values) {
    const words = line(this.store.wordsOf(passage));
    return values.some((value) =>
      typeof value === "string" ? passage.names.includes(value) : value.value && words.includes(line(value.value)),
    );
  }

  /** What fills a role, in words. */
  said(value) {
    return typeof value === "string" ? this.words.name(value) : line(value.value);
  }

  /** Who, with whom, and about what, in a line; a quotation is shown by its sentence instead. */
  title(fact) {
    return (fact.title ??= this.titleOf(fact));
  }

  titleOf(fact) {
    const few = (names) => (names.length > FEW + 1 ? [...names.slice(0, FEW), `and ${names.length - FEW} more`] : names).join(", ");
    const named = (groups) =>
      fact.roles
        .filter((role) => groups.includes(role.group) && !["quote", "count", "onBehalfOf"].includes(last(role.role)))
        .flatMap((role) => role.values.map((value) => this.said(value)));
    const who = [...new Set(named(["actor", "other"]))];
    const what = [...new Set(named(["object", "own"]))];
    return { who: few(who), what: few(what) };
  }

  /** All that a search looks into: names, words of roles, sentences, and the title of the release. */
  haystack(iri) {
    const fact = this.get(iri);
    const fillers = fact.roles.flatMap((role) =>
      role.values.flatMap((value) => (typeof value === "string" ? this.words.names(value) : [value.value])),
    );
    const sentences = fact.evidence.map((passage) => this.store.wordsOf(passage));
    const source = [this.store.text(fact.release, "dcterms:title"), fact.kind, this.words.term(fact.type)];
    return folded([...fillers, ...sentences, ...source].join("\n"));
  }
}
