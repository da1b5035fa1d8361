// The source of a page over an endpoint: it asks for what is shown, and keeps what it was told.

import { iriTerm, question, textTerm } from "./queries.js";
import { inOrder, isIri, searched } from "./select.js";
import { Text } from "./text.js";
import { isAgent } from "./ties.js";
import { last } from "./words.js";

/** Facts, releases and ties asked for at once; a reader narrows the search rather than turn pages. */
const MOST = 200;
const MOST_TIES = 1000;

/** Answers what the views ask, from a SPARQL 1.1 endpoint. */
export class Endpoint {
  constructor(facts, data) {
    this.facts = facts;
    this.store = facts.store;
    this.url = data.url;
    this.queries = data.queries;
    this.known = new Set();
    this.distant = true;
  }

  /** The rows of an answer; each value is an IRI or a literal, as in the store. */
  async ask(name, values) {
    const prefixes = Object.entries(this.store.prefixes).map(([prefix, iri]) => `PREFIX ${prefix}: <${iri}>`);
    const query = [...prefixes, question(this.queries, name, values)].join("\n");
    let answer;
    try {
      answer = await fetch(this.url, {
        method: "POST",
        headers: { Accept: "application/sparql-results+json" },
        body: new URLSearchParams({ query }),
      });
    } catch {
      throw new Error(`The endpoint ${this.url} does not answer. Start it, for instance with “communique serve”, and load this page again.`);
    }
    if (!answer.ok) throw new Error(`The endpoint answers ${answer.status}: ${(await answer.text()).slice(0, 300)}`);
    let results;
    try {
      ({ results } = await answer.json());
    } catch {
      throw new Error(`The endpoint ${this.url} broke its answer off: the question takes longer than it allows. Narrow the search, or let “communique serve” work longer with --timeout.`);
    }
    return results.bindings.map((row) => Object.fromEntries(Object.entries(row).map(([key, cell]) => [key, value(cell)])));
  }

  /** Fetch what is said of facts, or of things, and of what they lead to. */
  async describe(iris, name = "facts") {
    const wanted = iris.filter((iri) => !this.known.has(iri));
    if (!wanted.length) return;
    const rows = await this.ask(`said.${name}`, { [name]: wanted.map(iriTerm) });
    for (const iri of wanted) this.known.add(iri);
    const fresh = new Map();
    for (const { s, p, o } of rows) {
      if (!fresh.has(s)) fresh.set(s, !this.store.said.has(s));
      if (fresh.get(s)) this.store.add(s, p, o);
    }
  }

  async find(chosen) {
    const values = slots(chosen);
    const order = { [chosen.order === "oldest" ? "oldest" : "newest"]: "yes", limit: String(MOST) };
    const [rows, facets, [all]] = await Promise.all([
      this.ask("facts", { ...values, ...order }),
      this.ask("facets", { ...values, kinds: [], statuses: [] }),
      this.ask("count", values),
    ]);
    const iris = rows.map((row) => row.fact).filter(Boolean);
    await this.describe(iris);
    return { found: iris.map((iri) => this.facts.get(iri)), ...counted(facets, chosen), total: Number(all.facts.value) };
  }

  async fact(iri) {
    await this.describe([iri]);
    if (!this.store.said.has(iri)) return null;
    const fact = this.facts.get(iri);
    await Promise.all(fact.releases.map((release) => this.text(release)));
    return fact;
  }

  async text(release) {
    if (!release || this.store.texts.has(release)) return;
    const [row] = await this.ask("text", { release: iriTerm(release) });
    if (row) this.store.texts.set(release, new Text(row.text.value));
  }

  async about(iri) {
    const rows = await this.ask("about", { thing: iriTerm(iri), limit: String(MOST) });
    const iris = rows.map((row) => row.fact);
    await Promise.all([this.describe([iri], "things"), this.describe(iris)]);
    const found = iris.map((one) => this.facts.get(one));
    return found.sort((one, other) => (one.sort < other.sort ? 1 : one.sort > other.sort ? -1 : 0));
  }

  async of(release) {
    await this.text(release);
    return inOrder(await this.about(release), release);
  }

  async whole(facts) {
    return facts;
  }

  async releases(q = "") {
    const rows = await this.ask("releases", { word: words(q), limit: String(5 * MOST) });
    await this.describe(rows.map((row) => row.release), "things");
    return rows.map((row) => ({ iri: row.release, facts: Number(row.facts.value) }));
  }

  async dates(chosen) {
    const rows = await this.ask("dates", slots(chosen));
    return rows.map((row) => ({ date: row.day?.value ?? "", status: last(row.status), number: Number(row.facts.value) }));
  }

  async ties(chosen) {
    const asked = await this.ask("ties", { ...slots(chosen), limit: String(MOST_TIES) });
    const rows = asked.filter((row) => row.one);
    await this.describe([...new Set(rows.flatMap((row) => [row.one, row.other]))], "things");
    const both = rows.filter((row) => isAgent(this.facts.words, row.one) && isAgent(this.facts.words, row.other));
    return both.map((row) => ({
      id: `${row.one} ${row.other} ${row.done.value}`, one: row.one, other: row.other, done: row.done.value === "true",
      number: Number(row.facts.value), first: row.first?.value ?? "", last: row.last?.value ?? "",
    }));
  }

  async kinds() {
    const found = new Map();
    for (const { s, p, o } of await this.ask("terms", {})) this.store.add(s, p, o);
    for (const { type, kind } of await this.ask("facets", {})) {
      if (!found.has(type)) found.set(type, new Set());
      if (kind) found.get(type).add(kind);
    }
    return found;
  }

  async namesLike(typed, most) {
    const rows = await this.ask("names", { typed: textTerm(typed.trim().toLowerCase()), limit: String(most) });
    return rows.map((row) => row.name?.value).filter(Boolean);
  }

  async mention(iri) {
    const [row] = await this.ask("mention", { thing: iriTerm(iri) });
    return row?.release && { release: row.release, begin: Number(row.begin.value), end: Number(row.end.value) };
  }

  async heir(iri) {
    const [row] = await this.ask("heir", { iri: iriTerm(iri) });
    return row?.thing;
  }

  async called(name, iri) {
    const rows = await this.ask("called", { name: textTerm(name) });
    return rows.map((row) => row.thing).filter((thing) => thing !== iri);
  }
}

/** A term of SPARQL's JSON as the store has it. */
function value(cell) {
  if (cell.type === "uri") return cell.value;
  return { value: cell.value, datatype: cell.datatype ?? "", language: cell["xml:lang"] ?? "" };
}

/** The words of a search, as terms; accents count, for SPARQL cannot take them off. */
function words(q) {
  return searched(q, (text) => text.toLowerCase()).map(textTerm);
}

/** What a reader chose, as terms. */
function slots(chosen) {
  const [things, names] = [chosen.who.filter(isIri), chosen.who.filter((who) => !isIri(who))];
  return {
    kinds: chosen.kinds.map(iriTerm),
    statuses: chosen.statuses.filter((status) => /^\w+$/.test(status)).map((status) => `cmq:${status}`),
    thing: things.map(iriTerm),
    who: names.map((name) => textTerm(name.toLowerCase())),
    word: words(chosen.q),
    from: chosen.from && textTerm(chosen.from),
    to: chosen.to && textTerm(chosen.to),
  };
}

/** Numbers by kind under the statuses chosen, and by status under the kinds chosen. */
function counted(facets, chosen) {
  const [kinds, statuses] = [new Map(), new Map()];
  const more = (tally, key, number) => tally.set(key, (tally.get(key) ?? 0) + number);
  for (const { type, kind, status, facts } of facets) {
    if (!type) continue;
    const number = Number(facts.value);
    const kindFits = !chosen.kinds.length || chosen.kinds.includes(type) || chosen.kinds.includes(kind);
    const statusFits = !chosen.statuses.length || chosen.statuses.includes(last(status));
    if (statusFits) for (const one of [type, kind].filter(Boolean)) more(kinds, one, number);
    if (kindFits) more(statuses, last(status), number);
  }
  return { kinds, statuses };
}
