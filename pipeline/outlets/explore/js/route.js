// Addresses within the page: #/view/IRI?parameters. Each thing has one that stays the same.

/** The view an address names, the thing it is about, and its parameters. */
export function parsed(hash) {
  const [path, query] = split(hash.replace(/^#\/?/, ""));
  const [view, ...rest] = path.split("/");
  return { view: view || "facts", iri: decode(rest.join("/")), query: new URLSearchParams(query) };
}

/** The address of a view. */
export function address(view, iri = "", query = null) {
  const asked = query?.toString() ?? "";
  return `#/${view}${iri ? `/${encode(iri)}` : ""}${asked ? `?${asked}` : ""}`;
}

/** An IRI that keeps its looks: only what would end it in an address is escaped. */
function encode(iri) {
  return encodeURIComponent(iri).replace(/%(?:2F|3A)/g, decodeURIComponent);
}

function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function split(path) {
  const at = path.indexOf("?");
  return at < 0 ? [path, ""] : [path.slice(0, at), path.slice(at + 1)];
}
