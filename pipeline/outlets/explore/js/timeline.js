// Signings over time: as many bars as the days, months or years they spread over, then the facts.

import { h, svg } from "./dom.js";
import { factList } from "./factlist.js";
import { factPane } from "./pane.js";
import { factSaves, onlyFirst } from "./factsview.js";
import { filterForm } from "./filters.js";
import { inWords, firstDay } from "./dates.js";
import { address } from "./route.js";
import { choice, parameters } from "./select.js";
import { png } from "./files.js";
import { STATUSES, capital } from "./words.js";

const [WIDE, NARROW, HEIGHT, LEFT, BOTTOM, TOP] = [960, 380, 240, 40, 28, 12];
/** Pixels that the name of a bar takes. */
const TICK = 76;
/** Dates told beside the chart. */
const TOLD = 12;
/** Bars beyond which a coarser unit is taken: each must be wide enough to be pointed at. */
const MOST_BARS = 120;
/** Characters of a day, a month and a year; and the share of dates that must be in its bars. */
const UNITS = [10, 7, 4];
const ENOUGH = { 10: 1, 7: 0.6, 4: 0 };

/** The view of the timeline. Without a choice of kinds it is that of signings. */
export async function timelineView(page, route) {
  const chosen = choice(route.query);
  const kinds = chosen.kinds.length ? chosen.kinds : [page.store.iri("cmq:Signing")];
  const asked = { ...chosen, kinds, order: "oldest" };
  const [found, dates] = await Promise.all([page.source.find(asked), page.source.dates(asked)]);
  const name = chosen.kinds.length ? kinds.map((kind) => capital(page.words.term(kind))).join(", ") : "Signings";
  const change = (next) => page.go(address("timeline", "", parameters(next)));
  const { bins, outside } = binned(dates.filter((one) => one.date));
  const [dated, undated] = [true, false].map((told) => sum(dates.filter((one) => Boolean(one.date) === told)));
  const chart = drawn(bins, page.colours(), (bin) => address("timeline", "", parameters({ ...chosen, from: bin.from, to: bin.to })));
  const open = route.query.get("fact") ?? "";
  const fact = open && (await page.source.fact(open));
  const link = (one) => {
    const query = parameters(chosen);
    query.set("fact", one.iri);
    return address("timeline", "", query);
  };
  const saves = factSaves(page, found.found, { png: () => png(chart, page.colours().paper) });
  const results = h("div", { class: "results" },
    h("h2", { tabindex: "-1" }, `${name} over time`),
    h("p", { class: "quiet" }, `${dated.toLocaleString("en")} with a date, ${undated.toLocaleString("en")} without`, onlyFirst(found)),
    bins.length > 0 && h("div", { class: "chart", tabindex: "0", role: "region", "aria-label": "Chart" }, chart),
    key(page),
    outside.length > 0 && h("p", { class: "quiet" }, "In no bar, being told less exactly or far from the others: ", outside.slice(0, TOLD).map(({ date, number }) => `${inWords(date)} (${number})`).join(", "), outside.length > TOLD && ` and ${outside.length - TOLD} more`),
    bins.length > 0 && asTable(bins),
    saves,
    factList(page, found.found, link, open));
  const form = filterForm(page, { ...chosen, order: "" }, found, change);
  const pane = fact && factPane(page, fact, address("timeline", "", parameters(chosen)));
  return { title: `${name} over time`, root: h("div", { class: `split with-filters${fact ? " open" : ""}` }, form, results, pane) };
}

/**
 * Dates by day, month or year: the finest that most are told to and that the chart has room for. A few
 * dates far from the others would leave it empty, so those are told beside it, like those less exact.
 */
function binned(dates) {
  const all = sum(dates);
  for (const size of UNITS) {
    const exact = dates.filter(({ date }) => date.length >= size);
    const names = stretch(exact.map(({ date, number }) => [date.slice(0, size), number]));
    const bins = new Map(names.map((name) => [name, { name, from: firstDay(name), to: lastOf(name), counts: {}, total: 0 }]));
    const inside = exact.filter(({ date }) => bins.has(date.slice(0, size)));
    if (sum(inside) < ENOUGH[size] * all) continue;
    for (const { date, status, number } of inside) {
      const bin = bins.get(date.slice(0, size));
      bin.counts[status] = (bin.counts[status] ?? 0) + number;
      bin.total += number;
    }
    return { bins: [...bins.values()], outside: tallied(dates.filter((one) => !inside.includes(one))) };
  }
  return { bins: [], outside: tallied(dates) };
}

/** The names of the bars: all days, months or years of the stretch with most in it that can be drawn. */
function stretch(counted) {
  const sorted = [...counted].sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0));
  let best = { number: 0, from: "", to: "" };
  let [start, number] = [0, 0];
  for (const [name, more] of sorted) {
    number += more;
    while (distance(sorted[start][0], name) >= MOST_BARS) number -= sorted[start++][1];
    if (number > best.number) best = { number, from: sorted[start][0], to: name };
  }
  return best.from ? between(best.from, best.to) : [];
}

/** How many days, months or years lie between two. */
function distance(from, to) {
  if (from.length === 10) return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
  const [years, months] = [from, to].map((name) => name.split("-").map(Number)).reduce((one, other) => [other[0] - one[0], (other[1] ?? 1) - (one[1] ?? 1)]);
  return from.length === 7 ? 12 * years + months : years;
}

function sum(dates) {
  return dates.reduce((all, { number }) => all + number, 0);
}

function tallied(dates) {
  const found = new Map();
  for (const { date, number } of dates) found.set(date, (found.get(date) ?? 0) + number);
  return [...found].sort().map(([date, number]) => ({ date, number }));
}

/** The last day of a day, month or year. */
function lastOf(name) {
  if (name.length === 10) return name;
  if (name.length === 4) return `${name}-12-31`;
  const [year, month] = name.split("-").map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/** All days, months or years from one to another. */
function between(from, to) {
  const found = [];
  const size = from.length;
  const [year, month = 1, day = 1] = from.split("-").map(Number);
  for (let at = 0; at < MOST_BARS; at += 1) {
    const moved = size === 10 ? [year, month - 1, day + at] : size === 7 ? [year, month - 1 + at, 1] : [year + at, 0, 1];
    const name = new Date(Date.UTC(...moved)).toISOString().slice(0, size);
    if (name > to) break;
    found.push(name);
  }
  return found;
}

function drawn(bins, colours, link) {
  const most = Math.max(1, ...bins.map((bin) => bin.total));
  // Letters keep their size on a phone, and the bars become narrower instead.
  const width = matchMedia("(max-width: 30rem)").matches ? NARROW : WIDE;
  const step = (width - LEFT) / Math.max(1, bins.length);
  const tall = HEIGHT - TOP - BOTTOM;
  const y = (number) => TOP + tall - (tall * number) / most;
  const every = Math.ceil(TICK / step);
  const lines = [...new Set([0, Math.ceil(most / 2), most])].map((number) => [
    svg("line", { x1: LEFT, x2: width, y1: y(number), y2: y(number), stroke: colours.rule, "stroke-width": 1 }),
    svg("text", { x: LEFT - 6, y: y(number) + 4, "text-anchor": "end", "font-size": 11, fill: colours.quiet, "font-family": "sans-serif" }, String(number)),
  ]);
  const bars = bins.map((bin, at) => {
    const x = LEFT + at * step;
    const wide = Math.min(step * 0.8, 48);
    let base = 0;
    const parts = Object.keys(STATUSES).filter((status) => bin.counts[status]).map((status) => {
      const part = bar(status, x + (step - wide) / 2, y(base + bin.counts[status]), wide, y(base) - y(base + bin.counts[status]), colours);
      base += bin.counts[status];
      return part;
    });
    const label = at % every === 0 && svg("text", { x: x + step / 2, y: HEIGHT - 8, "text-anchor": "middle", "font-size": 11, fill: colours.quiet, "font-family": "sans-serif" }, tick(bin.name));
    if (!bin.total) return label;
    const said = spoken(bin);
    return [svg("a", { href: link(bin), "aria-label": said }, svg("title", null, said), parts), label];
  });
  return svg("svg", { viewBox: `0 0 ${width} ${HEIGHT}`, width, height: HEIGHT, xmlns: "http://www.w3.org/2000/svg", role: "group", "aria-label": "Number of facts by date" }, lines, bars);
}

/** A bar: solid only for what is stated as done, else an outline, dashed or dotted. */
function bar(status, x, y, width, height, colours) {
  const inside = { x: x + 1, y: y + 1, width: Math.max(1, width - 2), height: Math.max(1, height - 2) };
  if (status === "Occurred") return svg("rect", { ...inside, fill: colours.done });
  const dash = { Planned: "6 3", Possible: "2 3", Negated: null }[status];
  const colour = { Planned: colours.planned, Possible: colours.possible, Negated: colours.negated }[status];
  const cross = status === "Negated" && svg("line", { x1: inside.x, y1: inside.y + inside.height, x2: inside.x + inside.width, y2: inside.y, stroke: colour, "stroke-width": 1.5 });
  return [svg("rect", { ...inside, fill: colours.paper, stroke: colour, "stroke-width": 1.5, "stroke-dasharray": dash }), cross];
}

function spoken(bin) {
  const parts = Object.entries(STATUSES).filter(([status]) => bin.counts[status]).map(([status, { label }]) => `${bin.counts[status]} ${label.toLowerCase()}`);
  return `${inWords(bin.name)}: ${parts.join(", ")}`;
}

function tick(name) {
  const words = inWords(name).split(" ");
  if (name.length === 7) return `${words[0].slice(0, 3)} ${words[1]}`;
  return name.length === 10 ? `${words[0]} ${words[1].slice(0, 3)}` : name;
}

function key(page) {
  const colours = page.colours();
  return h("ul", { class: "key" }, Object.entries(STATUSES).map(([status, { label }]) =>
    h("li", null, svg("svg", { viewBox: "0 0 16 16", width: 16, height: 16, "aria-hidden": "true" }, bar(status, 0, 0, 16, 16, colours)), ` ${label}`)));
}

function asTable(bins) {
  const names = Object.entries(STATUSES);
  const rows = bins.filter((bin) => bin.total).map((bin) =>
    h("tr", null, h("th", { scope: "row" }, inWords(bin.name)), names.map(([status]) => h("td", { class: "number" }, bin.counts[status] ?? 0))));
  const head = h("tr", null, h("th", { scope: "col" }, "When"), names.map(([, { label }]) => h("th", { scope: "col" }, label)));
  return h("details", { class: "rests" }, h("summary", null, "The chart as a table"), h("table", null, h("thead", null, head), h("tbody", null, rows)));
}
