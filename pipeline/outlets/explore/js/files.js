// What is shown, as files: CSV, Turtle and PNG.

import { announce, h } from "./dom.js";

/** A button that copies a text. */
export function copyButton(label, text) {
  const button = h("button", { type: "button", class: "quiet-button", click: copy }, label);
  async function copy() {
    try {
      await navigator.clipboard.writeText(text());
      announce("The link is copied.");
      button.textContent = "Copied";
    } catch {
      button.replaceWith(h("input", { class: "copied", readonly: true, value: text(), "aria-label": "Link to copy" }));
    }
  }
  return button;
}

/** Buttons that save what is shown; each gives its name and what makes its content. */
export function saveButtons(name, makers) {
  const buttons = Object.entries(makers).map(([ending, make]) =>
    h("button", { type: "button", class: "quiet-button", click: async () => save(`${name}.${ending}`, await make()) }, ending.toUpperCase().replace("TTL", "Turtle")),
  );
  return h("p", { class: "save" }, h("span", { class: "label" }, "Save what is shown as"), buttons);
}

const TYPES = { csv: "text/csv;charset=utf-8", ttl: "text/turtle;charset=utf-8" };

function save(name, content) {
  const blob = content instanceof Blob ? content : new Blob([content], { type: TYPES[name.split(".").pop()] });
  const url = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
  announce(`Saved ${name}.`);
}

/** A drawing as a PNG of twice its size, on a ground of its own. */
export async function png(drawing, ground) {
  const { width, height } = drawing.viewBox.baseVal;
  const source = new XMLSerializer().serializeToString(drawing);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(source)}`;
  await image.decode();
  const canvas = h("canvas", { width: 2 * width, height: 2 * height });
  const context = canvas.getContext("2d");
  context.fillStyle = ground;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}
