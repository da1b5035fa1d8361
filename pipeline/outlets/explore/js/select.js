// Which facts are shown: what a reader asked for, as it stands in the address of the view.

import { folded } from "./text.js";
import { firstDay, lastDay } from "./dates.js";
import { plain } from "./store.js";

/** Facts prepared for the search at once: some milliseconds of work. */
const WARMED = 100;

/** A choice of facts; what is empty leaves all in. */
export function choice(parameters) {
  return {
    q: parameters.get("q") ?? "",
    kinds: parameters.getAll("kind"),
    statuses: parameters.getAll("status"),
    who: parameters.getAll("who"),
    from: parameters.get("from") ?? "",
    to: parameters.get("to") ?? "",
    order: parameters.get("order") ?? "",
  };
}

/** A choice as parameters of an address. */
export function parameters(chosen) {
  const found = new URLSearchParams();
  if (chosen.q) found.set("q", chosen.q);
  for (const kind of chosen.kinds) found.append("kind", kind);
  for (const status of chosen.statuses) found.append("status", status);
  for (const who of chosen.who) found.append("who", who);
  for (const name of ["from", "to", "order"]) if (chosen[name]) found.set(name, chosen[name]);
  return found;
}

/** The words and "phrases" of a search, without accents and in lower case, or spelt as told. */
export function searched(q, spelt = folded) {
  return [...spelt(q).matchAll(/"([^"]+)"?|(\S+)/g)].map((found) => found[1] ?? found[2]);
}

/** Whether a party is asked for by its IRI rather than by a name, which has spaces after its colons. */
export function isIri(name) {
  return /^[a-z][a-z0-9+.-]*:\S+$/i.test(name);
}

/** Whether a date lies in a range, as far as the text tells: 2024 lies in all of its months. */
export function within(date, from, to) {
  if (!from && !to) return true;
  return Boolean(date) && (!from || lastDay(date) >= from) && (!to || firstDay(date) <= to);
}

/** The facts of a store by what a reader can ask for. */
export class Selection {
  constructor(facts, iris) {
    this.facts = facts;
    this.all = iris.map((iri) => facts.get(iri));
    this.all.sort((one, other) => order(one, other));
    this.haystacks = new Map();
  }

  /** The facts chosen, newest first, and how many of each kind and status there would be. */
  find(chosen) {
    const wanted = searched(chosen.q);
    const who = chosen.who.map((name) => (isIri(name) ? name : folded(name)));
    const found = [];
    const kinds = new Map();
    const statuses = new Map();
    for (const fact of this.all) {
      if (!within(fact.date, chosen.from, chosen.to)) continue;
      if (who.length && !who.every((name) => this.has(fact, name))) continue;
      if (wanted.length) {
        const text = this.haystack(fact);
        if (!wanted.every((word) => text.includes(word))) continue;
      }
      const kind = !chosen.kinds.length || chosen.kinds.some((one) => one === fact.type || fact.kinds.includes(one));
      const status = !chosen.statuses.length || chosen.statuses.includes(fact.status);
      if (status) for (const one of [fact.type, ...fact.kinds]) count(kinds, one);
      if (kind) count(statuses, fact.status);
      if (kind && status) found.push(fact);
    }
    if (chosen.order === "oldest") found.reverse();
    return { found, kinds, statuses };
  }

  /** Prepare the search while nothing else is asked for, some facts at a time. */
  warm(at = 0) {
    const soon = globalThis.requestIdleCallback ?? ((work) => setTimeout(work, 1));
    for (const fact of this.all.slice(at, at + WARMED)) this.haystack(fact);
    if (at + WARMED < this.all.length) soon(() => this.warm(at + WARMED));
  }

  haystack(fact) {
    let text = this.haystacks.get(fact.iri);
    if (text === undefined) this.haystacks.set(fact.iri, (text = this.facts.haystack(fact.iri)));
    return text;
  }

  /** Whether someone, by IRI or by a part of a name, fills a role of a fact. */
  has(fact, name) {
    return fact.roles.some((role) =>
      role.values.some((value) =>
        typeof value === "string" && (isIri(name) ? value === name : this.nameOf(value).includes(name)),
      ),
    );
  }

  nameOf(iri) {
    let text = this.haystacks.get(iri);
    if (text === undefined) this.haystacks.set(iri, (text = folded(this.facts.words.names(iri).join("\n"))));
    return text;
  }

  /** The facts in which a thing fills a role. */
  about(iri) {
    return this.all.filter((fact) => fact.roles.some((role) => role.values.includes(iri)));
  }

  /** The facts of a release in the order of their passages. */
  of(release) {
    return inOrder(this.all.filter((fact) => fact.releases.includes(release)), release);
  }
}

function order(one, other) {
  if (one.sort !== other.sort) return one.sort > other.sort ? -1 : 1;
  if (one.release !== other.release) return one.release < other.release ? -1 : 1;
  return (one.evidence[0]?.begin ?? 0) - (other.evidence[0]?.begin ?? 0) || (one.iri < other.iri ? -1 : 1);
}

function count(tally, key) {
  tally.set(key, (tally.get(key) ?? 0) + 1);
}

/** Facts in the order in which a release states them. */
export function inOrder(facts, release) {
  const first = (fact) => fact.evidence.find((passage) => passage.release === release)?.begin ?? 0;
  return facts.sort((one, other) => first(one) - first(other));
}

/** All facts of a store: events, and posts held. */
export function factsIn(store) {
  const wanted = new Set([store.iri("cmq:Event"), store.iri("org:Membership")]);
  const type = store.iri("rdf:type");
  const found = [];
  for (const [subject, pairs] of store.said) {
    for (let at = 0; at < pairs.length; at += 2) {
      if (pairs[at] === type && wanted.has(plain(pairs[at + 1]))) {
        found.push(subject);
        break;
      }
    }
  }
  return found;
}
