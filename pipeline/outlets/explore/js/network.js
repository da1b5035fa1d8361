// Who signed with whom: a drawing for the eye, and the same as a table for everyone.

import { h } from "./dom.js";
import { filterForm } from "./filters.js";
import { inWords } from "./dates.js";
import { agentsOf } from "./ties.js";
import { address } from "./route.js";
import { choice, parameters } from "./select.js";
import { factSaves } from "./factsview.js";

/** Names drawn: beyond these nothing can be read, and the layout takes long. */
const MOST_DRAWN = 120;
/** Ties listed at once. */
const MOST_LISTED = 100;
const SHAPES = { Person: "ellipse", Country: "round-rectangle", Government: "round-rectangle", Agency: "rectangle", Organization: "diamond" };

/** The view of the network: of signings stated as done, unless other facts are asked for. */
export async function networkView(page, route) {
  const asked = choice(route.query);
  const joined = route.query.get("same") === "name";
  const chosen = {
    ...asked,
    kinds: asked.kinds.length ? asked.kinds : [page.store.iri("cmq:Signing")],
    statuses: asked.statuses.length ? asked.statuses : ["Occurred"],
  };
  const [found, ties] = await Promise.all([page.source.find(chosen), page.source.ties(chosen, joined)]);
  const agents = agentsOf(page.words, ties);
  const change = (next, typing, same = joined) => {
    const query = parameters(next);
    if (same) query.set("same", "name");
    if (!typing) return page.go(address("network", "", query));
    return history.replaceState(null, "", address("network", "", query)), page.soon();
  };
  const drawn = agents.slice(0, MOST_DRAWN);
  const canvas = h("div", { class: "canvas", role: "img", "aria-label": `Drawing of ${drawn.length} names and who signed with whom; the table below says the same` });
  const told = agents.length > MOST_DRAWN
    ? `The ${MOST_DRAWN} names in most facts are drawn, of ${agents.length.toLocaleString("en")}; all ties are in the table.`
    : `${agents.length} names, ${ties.length} ties.`;
  let picture = null;
  const root = h("div", { class: "split with-filters" },
    filterForm(page, { ...asked, order: "" }, found, change),
    h("div", { class: "results wide" },
      h("h2", { tabindex: "-1" }, asked.kinds.length ? "Who is in one fact with whom" : "Who signed with whom"),
      h("p", { class: "quiet" }, told, asked.statuses.length ? " Solid lines are stated as done; dashed ones are not." : " Only what is stated as done, unless another status is chosen."),
      !page.source.distant && h("label", { class: "box" }, h("input", { type: "checkbox", id: "joined", checked: joined, change: () => change(asked, false, !joined) }), h("span", { class: "box-label" }, "Draw those of the same name and class as one (the graph does not say that they are)")),
      canvas,
      saves(page, found.found, () => picture),
      tieTable(page, agents, ties, joined, chosen)));
  return { title: "Who signed with whom", root, shown: () => (picture = draw(page, canvas, drawn, ties)) };
}

function saves(page, facts, picture) {
  return factSaves(page, facts, { png: () => picture().png({ output: "blob-promise", bg: page.colours().paper, full: true, scale: 2 }) });
}

/** The drawing, the same each time: names begin on a circle in their order, and nothing is random. */
function draw(page, container, agents, ties) {
  const colours = page.colours();
  const known = new Set(agents.map((agent) => agent.iri));
  const round = (at) => ({ x: 300 * Math.cos((2 * Math.PI * at) / agents.length), y: 300 * Math.sin((2 * Math.PI * at) / agents.length) });
  const nodes = agents.map((agent, at) => ({
    data: { id: agent.iri, label: agent.name, shape: SHAPES[agent.type] ?? "ellipse", size: 12 + 4 * Math.sqrt(agent.number), font: 10 + Math.min(14, 2 * Math.sqrt(agent.number)) },
    position: round(at),
  }));
  const edges = ties.filter((tie) => known.has(tie.one) && known.has(tie.other)).map((tie) => ({
    data: { id: tie.id, source: tie.one, target: tie.other, width: 1 + Math.sqrt(tie.number), line: tie.done ? "solid" : "dashed" },
  }));
  const picture = cytoscape({
    container,
    elements: { nodes, edges },
    layout: { name: "cose", animate: false, randomize: false, padding: 12, nodeDimensionsIncludeLabels: true, numIter: 500, idealEdgeLength: 80, nodeRepulsion: 20000, nodeOverlap: 24, componentSpacing: 24, gravity: 1.5 },
    style: [
      { selector: "node", style: { label: "data(label)", shape: "data(shape)", width: "data(size)", height: "data(size)", "background-color": colours.accent, color: colours.ink, "font-size": "data(font)", "min-zoomed-font-size": 6, "text-valign": "bottom", "text-margin-y": 3, "text-wrap": "wrap", "text-max-width": 110, "text-background-color": colours.paper, "text-background-opacity": 0.75 } },
      { selector: "edge", style: { width: "data(width)", "line-color": colours.quiet, "line-style": "data(line)", "curve-style": "bezier", opacity: 0.7 } },
    ],
  });
  picture.on("tap", "node", (event) => page.go(address("thing", event.target.id())));
  picture.on("mouseover", "node", () => (container.style.cursor = "pointer"));
  picture.on("mouseout", "node", () => (container.style.cursor = ""));
  return picture;
}

function tieTable(page, agents, ties, joined, chosen) {
  const names = new Map(agents.map((agent) => [agent.iri, agent]));
  const body = h("tbody");
  const more = h("button", { type: "button", class: "more", click: grow });
  let built = 0;
  function grow() {
    body.append(...ties.slice(built, built + MOST_LISTED).map(row));
    built += MOST_LISTED;
    more.hidden = built >= ties.length;
    more.textContent = `Show more of ${(ties.length - built).toLocaleString("en")}`;
  }
  function row(tie) {
    const [one, other] = [names.get(tie.one), names.get(tie.other)];
    const who = [one, other].map((agent) => (joined ? agent.name : agent.iri));
    const query = parameters({ ...chosen, who, statuses: tie.done ? ["Occurred"] : chosen.statuses.filter((status) => status !== "Occurred") });
    const span = tie.first && (tie.first === tie.last ? inWords(tie.first) : `${inWords(tie.first)} to ${inWords(tie.last)}`);
    return h("tr", null,
      h("th", { scope: "row" }, h("a", { href: address("thing", one.iri) }, one.name)),
      h("td", null, h("a", { href: address("thing", other.iri) }, other.name)),
      h("td", null, h("a", { href: address("facts", "", query) }, `${tie.number} ${tie.number === 1 ? "fact" : "facts"}`)),
      h("td", { class: "state" }, tie.done ? "stated as done" : "not stated as done"),
      h("td", null, span || "no date told"));
  }
  grow();
  const head = h("tr", null, ["Who", "With whom", "Shown by", "Status", "When"].map((name) => h("th", { scope: "col" }, name)));
  return [h("div", { class: "table", tabindex: "0", role: "region", "aria-label": "Who signed with whom" }, h("table", null, h("thead", null, head), body)), more];
}
