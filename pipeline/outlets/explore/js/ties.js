// Who is together with whom in facts, counted: the ties of the network.

import { firstDay } from "./dates.js";
import { last } from "./words.js";

/** The roles that tie two agents to each other where both fill one in the same event. */
const TYING = new Set(["signatory", "party", "participant", "onBehalfOf"]);
const AGENTS = new Set(["Person", "Organization", "Agency", "Government", "Country"]);

/**
 * Agents and their ties, those in most facts first. Ties of facts that are not stated as done are
 * apart from those that are. With joined, those of one name and class count as one.
 */
export function ties(facts, chosen, joined) {
  const { words } = facts;
  const people = new Map();
  const found = new Map();
  for (const fact of chosen) {
    const together = [...new Set(fact.roles.filter((role) => TYING.has(last(role.role))).flatMap((role) => role.values))];
    const agents = [...new Set(together.filter((iri) => typeof iri === "string").map((iri) => key(iri)).filter(Boolean))].sort();
    if (agents.length < 2) continue;
    for (const agent of agents) people.get(agent).facts += 1;
    for (const [at, one] of agents.entries()) for (const other of agents.slice(at + 1)) tie(one, other, fact);
  }
  function key(iri) {
    const type = last(words.class(iri));
    if (!AGENTS.has(type)) return "";
    const id = joined ? `${type} ${words.name(iri)}` : iri;
    if (!people.has(id)) people.set(id, { id, iri, name: words.name(iri), type, facts: 0 });
    return id;
  }
  function tie(one, other, fact) {
    const done = fact.status === "Occurred";
    const id = `${one} ${other} ${done}`;
    const known = found.get(id) ?? { id, one, other, done, facts: [], first: "", last: "" };
    known.facts.push(fact.iri);
    if (fact.date) {
      if (!known.first || firstDay(fact.date) < firstDay(known.first)) known.first = fact.date;
      if (!known.last || firstDay(fact.date) > firstDay(known.last)) known.last = fact.date;
    }
    found.set(id, known);
  }
  const agents = [...people.values()].filter((one) => one.facts);
  agents.sort((one, other) => other.facts - one.facts || (one.name < other.name ? -1 : one.name > other.name ? 1 : one.id < other.id ? -1 : 1));
  const sorted = [...found.values()].sort((one, other) => other.facts.length - one.facts.length || (one.id < other.id ? -1 : 1));
  return { agents, ties: sorted };
}
