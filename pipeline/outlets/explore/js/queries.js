// The page's questions to an endpoint: their slots filled with terms that cannot break out.

/** An IRI as SPARQL writes it; what may not stand in one is left out, and no slot is in it. */
export function iriTerm(iri) {
  return `<${iri.replace(/[\u0000-\u0020<>"{}|^`\\]/g, "").replaceAll("$", "\\u0024")}>`;
}

/** A text as SPARQL writes it; no slot is in it. */
export function textTerm(text) {
  const escaped = text.replace(/["$\\\u0000-\u001f\u007f]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
  return `"${escaped}"`;
}

/**
 * A question with its slots filled. Values are terms, written already; a list fills a slot with all of
 * them, or repeats the lines that ask for each. See queries/README.md.
 */
export function question(queries, name, values) {
  const whole = queries[name].replace(/^\$chosen$/m, () => queries["chosen.part"]);
  const lines = whole.split("\n").flatMap((line) => {
    const once = /^#\? (\w+) (.*)$/.exec(line);
    if (once) return given(values[once[1]]) ? [once[2]] : [];
    return [line];
  });
  return repeated(lines, values).replace(/\$(\w+)/g, (slot, key) => [values[key] ?? slot].flat().join(key === "statuses" ? ", " : " "));
}

/** Runs of lines that ask for each value of a list, once for each. */
function repeated(lines, values) {
  const done = [];
  for (let at = 0; at < lines.length; ) {
    const each = /^#\* (\w+) /.exec(lines[at]);
    if (!each) {
      done.push(lines[at++]);
      continue;
    }
    const run = [];
    while (lines[at]?.startsWith(each[0])) run.push(lines[at++].slice(each[0].length));
    for (const value of values[each[1]] ?? []) done.push(run.join("\n").replaceAll(`$${each[1]}`, () => value));
  }
  return done.join("\n");
}

function given(value) {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}
