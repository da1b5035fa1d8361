// How to read the page, in plain words.

import { h } from "./dom.js";
import { STATUSES, capital } from "./words.js";

/** The view that explains the page. */
export async function aboutView(page) {
  const meanings = {
    Occurred: "The release states it as done.",
    Planned: "The release says that it is intended, announced, scheduled or under way.",
    Possible: "The release reports, alleges, urges or hopes for it, or makes it depend on something.",
    Negated: "The release says that it did not happen or will not happen.",
  };
  const statuses = Object.entries(STATUSES).map(([name, status]) => [h("dt", null, h("span", { class: `status ${status.mark}` }, status.label)), h("dd", null, meanings[name])]);
  const kinds = page.kinds.map(({ iri }) => [iri, page.words.meaning(iri)]).filter(([, meaning]) => meaning);
  return {
    title: "How to read this",
    root: h("div", { class: "page prose" },
      h("h2", { tabindex: "-1" }, "How to read this"),
      h("p", null, "Each fact here is something that a release says, found by a program that reads English. It is not a finding about the world: a release can be wrong, and so can the reading. So every fact is shown with the sentence that states it, at its place in the release. Check it there."),
      h("h3", null, "Statuses"), h("dl", { class: "terms" }, statuses),
      h("p", null, "An arrest, a charge or a lawsuit is an accusation. That it was made is stated as done; what it alleges is not."),
      h("h3", null, "Names"),
      h("p", null, "Countries, known agencies and people with a post are the same wherever they are named so. Everyone else belongs to one release: two people or bodies of one name are not joined, because nothing says that they are the same. Two people of one name and one post cannot be told apart."),
      h("h3", null, "Confidence"),
      h("p", null, "The figure beside a fact says how sure the reading is, from 0 to 1. It says nothing about whether the release is right."),
      h("h3", null, "Kinds of facts"),
      h("dl", { class: "terms" }, kinds.map(([iri, meaning]) => [h("dt", null, capital(page.words.term(iri))), h("dd", null, meaning)])),
      h("h3", null, "Links and files"),
      h("p", null, "Every fact, name and release has a link that stays the same as long as its release does. What is shown can be saved as CSV, as Turtle and, where there is a picture, as PNG. In CSV a cell that a spreadsheet would take for a formula begins with an apostrophe."),
      h("h3", null, "Made with"),
      h("p", null, "Communiqué, MIT licence. The network is drawn by Cytoscape.js, © The Cytoscape Consortium, MIT licence, whose text is in the source of this page.")),
  };
}
