// Who is together with whom in facts, counted: the ties of the network.

import { firstDay } from "./dates.js";
import { last } from "./words.js";

/** The roles that tie two agents to each other where both fill one in the same event. */
const TYING = new Set(["signatory", "party", "participant", "onBehalfOf"]);
const AGENTS = new Set(["Person", "Organization", "Agency", "Government", "Country"]);

/** Whether a thing is one of those who act. */
export function isAgent(words, iri) {
  return AGENTS.has(last(words.class(iri)));
}

/**
 * The ties of facts, the closest first: {one, other, done, number, first, last}. Ties of facts that are
 * not stated as done are apart from those that are. With joined, those of one name and class count as
 * one, under the first of their IRIs.
 */
export function ties(facts, chosen, joined) {
  const { words } = facts;
  const chief = joined ? chiefs(words, chosen) : (iri) => iri;
  const found = new Map();
  for (const fact of chosen) {
    const agents = [...new Set(tied(fact).filter((iri) => isAgent(words, iri)).map(chief))].sort();
    for (const [at, one] of agents.entries()) for (const other of agents.slice(at + 1)) tie(found, one, other, fact);
  }
  return [...found.values()].sort((one, other) => other.number - one.number || (one.id < other.id ? -1 : 1));
}

function tied(fact) {
  const values = fact.roles.filter((role) => TYING.has(last(role.role))).flatMap((role) => role.values);
  return values.filter((value) => typeof value === "string");
}

/** For each agent the first IRI of its name and class. */
function chiefs(words, chosen) {
  const first = new Map();
  const key = (iri) => `${words.class(iri)} ${words.name(iri)}`;
  for (const iri of chosen.flatMap(tied).sort()) if (!first.has(key(iri))) first.set(key(iri), iri);
  return (iri) => first.get(key(iri));
}

function tie(found, one, other, fact) {
  const done = fact.status === "Occurred";
  const id = `${one} ${other} ${done}`;
  const known = found.get(id) ?? { id, one, other, done, number: 0, first: "", last: "" };
  known.number += 1;
  if (fact.date) {
    if (!known.first || firstDay(fact.date) < firstDay(known.first)) known.first = fact.date;
    if (!known.last || firstDay(fact.date) > firstDay(known.last)) known.last = fact.date;
  }
  found.set(id, known);
}

/** Those whom ties tie, those in most of them first: {iri, name, type, number}. */
export function agentsOf(words, found) {
  const agents = new Map();
  for (const { one, other, number } of found) {
    for (const iri of [one, other]) {
      if (!agents.has(iri)) agents.set(iri, { iri, name: words.name(iri), type: last(words.class(iri)), number: 0 });
      agents.get(iri).number += number;
    }
  }
  return [...agents.values()].sort((one, other) => other.number - one.number || (one.name < other.name ? -1 : one.name > other.name ? 1 : one.iri < other.iri ? -1 : 1));
}
