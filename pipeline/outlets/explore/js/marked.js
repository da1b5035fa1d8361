// Text with its passages and the words within them marked, nested as they lie.

import { h } from "./dom.js";
import { shown } from "./text.js";

/**
 * A stretch of a text as nodes. Marks are {begin, end, make(children)}; make gives the element around
 * the words. Marks that cross are cut where they cross, so that each stays whole in sight.
 */
export function marked(text, begin, end, marks) {
  const inside = marks
    .map((mark) => ({ ...mark, begin: Math.max(mark.begin, begin), end: Math.min(mark.end, end) }))
    .filter((mark) => mark.begin < mark.end)
    .sort((one, other) => one.begin - other.begin || other.end - one.end);
  const cuts = [...new Set([begin, end, ...inside.flatMap((mark) => [mark.begin, mark.end])])].sort((a, b) => a - b);
  const root = { children: [] };
  const open = [{ node: root }];
  let next = 0;
  for (let at = 0; at + 1 < cuts.length; at += 1) {
    const [from, to] = [cuts[at], cuts[at + 1]];
    const kept = open.findIndex((one, depth) => depth && one.mark.end <= from);
    const reopened = kept < 0 ? [] : open.splice(kept).map((one) => one.mark).filter((mark) => mark.end > from);
    while (next < inside.length && inside[next].begin === from) reopened.push(inside[next++]);
    for (const mark of reopened) {
      const node = { mark, children: [], ends: false };
      open[open.length - 1].node.children.push(node);
      open.push({ mark, node });
    }
    for (const one of open) if (one.mark?.end === to) one.node.ends = true;
    open[open.length - 1].node.children.push(shown(text.slice(from, to)));
  }
  return root.children.map(built);
}

function built(node) {
  if (typeof node === "string") return node;
  return node.mark.make(node.children.map(built), node.ends);
}

/** Marks for what fills the roles of a fact; each says its role after its words. */
export function roleMarks(marks) {
  return marks.map(({ passage, label, group }) => ({
    begin: passage.begin,
    end: passage.end,
    make: (children, ends) =>
      h("span", { class: `role ${group}`, "data-begin": passage.begin }, children, label && ends && h("span", { class: "tag" }, ` ${label}`)),
  }));
}

/** A mark around the sentence that states a fact. */
export function evidenceMark(passage, index) {
  return {
    begin: passage.begin,
    end: passage.end,
    make: (children) => h("mark", { "data-evidence": index, "data-begin": passage.begin, tabindex: "-1" }, children),
  };
}
