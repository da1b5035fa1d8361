// Text of releases: places in it count characters (code points), and what could reorder it is shown.

const UNSEEN = /[\u202a-\u202e\u2066-\u2069\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;
/** What may have an accent: most text has none, and looking for one is quick. */
const ACCENTED = /[\u00c0-\u036f\u1e00-\u1fff]|[^\u0000-\u2fff]/;
const NAMES = {
  0x202a: "left-to-right embedding", 0x202b: "right-to-left embedding", 0x202c: "end of direction",
  0x202d: "left-to-right override", 0x202e: "right-to-left override", 0x2066: "left-to-right isolate",
  0x2067: "right-to-left isolate", 0x2068: "isolate", 0x2069: "end of isolate",
};

/** Text with its control characters made visible, so that nothing in it can reorder or hide words. */
export function shown(text) {
  return text.replace(UNSEEN, (character) => {
    const code = character.codePointAt(0);
    const name = NAMES[code] ?? `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
    return `⟦${name}⟧`;
  });
}

/** Words on one line. */
export function line(text) {
  return shown(text.replace(/\s+/g, " ").trim());
}

/** A release's text, cut by the places that passages give: numbers of characters, as Python counts. */
export class Text {
  constructor(text) {
    this.text = text;
    this.wide = /[\ud800-\udfff]/.test(text) ? starts(text) : null;
  }

  slice(begin, end) {
    const [from, to] = this.wide ? [this.wide[begin], this.wide[end]] : [begin, end];
    return this.text.slice(from, to);
  }

  get length() {
    return this.wide ? this.wide.length - 1 : this.text.length;
  }
}

/** Where each character starts, for texts in which some take two places of a JavaScript string. */
function starts(text) {
  const found = [];
  let at = 0;
  for (const character of text) {
    found.push(at);
    at += character.length;
  }
  found.push(at);
  return found;
}

/** Text for comparing: lower case, without accents. */
export function folded(text) {
  const plain = ACCENTED.test(text) ? text.normalize("NFD").replace(/\p{Mn}/gu, "") : text;
  return plain.toLowerCase();
}

/** The words of one passage, cut by places in the whole text, which is not here. */
export class Excerpt {
  constructor(begin, words) {
    this.begin = begin;
    this.words = new Text(words);
  }

  slice(begin, end) {
    return this.words.slice(begin - this.begin, Math.min(end - this.begin, this.words.length));
  }
}
