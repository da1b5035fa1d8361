// Facts as Turtle: their own statements, and those of the passages, things and releases they name.


const LOCAL = /^[A-Za-z][A-Za-z0-9_-]*$/;
const PLACE = "xsd:nonNegativeInteger";

/** The statements of some facts and of all they lead to, but for the texts of the releases. */
export function turtle(store, facts) {
  const wanted = new Set();
  for (const fact of facts) reach(store, fact.iri, wanted, 2);
  const used = new Set();
  const blocks = [...wanted].sort().map((iri) => block(store, iri, used)).filter(Boolean);
  const head = [...used].sort().map((prefix) => `@prefix ${prefix}: <${store.prefixes[prefix]}> .\n`);
  return `${head.join("")}\n${blocks.join("\n")}`;
}

/** A thing and what its statements lead to, so many steps far. */
function reach(store, iri, wanted, steps) {
  if (wanted.has(iri) || !(store.said.has(iri) || store.passages.has(iri))) return;
  wanted.add(iri);
  if (!steps) return;
  const passage = store.passages.get(iri);
  const led = passage ? [passage.release, ...passage.names] : store.pairs(iri).map(([, value]) => value);
  for (const value of led) if (typeof value === "string") reach(store, value, wanted, steps - 1);
}

function block(store, iri, used) {
  const pairs = pairsOf(store, iri);
  if (!pairs.length) return "";
  const said = new Map();
  for (const [property, value] of pairs) {
    const written = property === store.iri("rdf:type") ? "a" : term(store, property, used);
    said.set(written, [...(said.get(written) ?? []), term(store, value, used)]);
  }
  const lines = [...said].map(([property, values]) => `${property} ${values.join(", ")}`);
  return `${term(store, iri, used)} ${lines.join(" ;\n    ")} .\n`;
}

/** The statements of a thing: those of a passage follow from its place. */
function pairsOf(store, iri) {
  const passage = store.passages.get(iri);
  if (!passage || store.said.has(iri)) return store.pairs(iri);
  const number = (value) => ({ value: String(value), datatype: store.iri(PLACE) });
  return [
    ...passage.classes.map((class_) => [store.iri("rdf:type"), store.iri(class_)]),
    [store.iri("nif:referenceContext"), passage.release],
    [store.iri("nif:beginIndex"), number(passage.begin)],
    [store.iri("nif:endIndex"), number(passage.end)],
    [store.iri("nif:anchorOf"), { value: store.wordsOf(passage) }],
    ...passage.names.map((name) => [store.iri("itsrdf:taIdentRef"), name]),
  ];
}

function term(store, value, used) {
  if (typeof value === "string") return short(store, value, used);
  const text = `"${value.value.replace(/["\\\u0000-\u001f\u007f\u2028\u2029]/g, escaped)}"`;
  if (value.language) return `${text}@${value.language}`;
  return value.datatype ? `${text}^^${short(store, value.datatype, used)}` : text;
}

function short(store, iri, used) {
  for (const [prefix, namespace] of Object.entries(store.prefixes)) {
    if (iri.startsWith(namespace) && LOCAL.test(iri.slice(namespace.length))) {
      used.add(prefix);
      return `${prefix}:${iri.slice(namespace.length)}`;
    }
  }
  return `<${iri.replace(/[\u0000-\u0020<>"{}|^`\\]/g, escaped)}>`;
}

function escaped(character) {
  return `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
}
