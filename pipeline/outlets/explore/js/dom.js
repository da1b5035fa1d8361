// Elements whose text is only ever text, and whose links lead into this page or to the web.

const SVG = "http://www.w3.org/2000/svg";
const LINK = /^(?:#|https?:\/\/)/i;

/** An HTML element; strings among its children become text, functions among its attributes listen. */
export function h(tag, attributes, ...children) {
  return filled(document.createElement(tag), attributes, children);
}

/** An element of SVG. */
export function svg(tag, attributes, ...children) {
  return filled(document.createElementNS(SVG, tag), attributes, children);
}

function filled(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") element.addEventListener(name, value);
    else if (name === "value" || name === "checked") element[name] = value;
    else if (name !== "href" || LINK.test(value)) element.setAttribute(name, value === true ? "" : value);
  }
  const shown = children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false);
  element.append(...shown);
  return element;
}

/** Whether an address may be followed from the page. */
export function isWeb(address) {
  return /^https?:\/\//i.test(address);
}

/** Tell those who listen rather than look. */
export function announce(text) {
  document.getElementById("said").textContent = text;
}
