// Elements are made one by one and never from markup: whatever people have written stays text.

const SVG = "http://www.w3.org/2000/svg";

// h("a", { class: "x", href: "#/", onclick: go, hidden: true }, "text", [more], null)
export function h(tag, attributes = {}, ...children) {
  return dress(document.createElement(tag), attributes, children);
}

// The same for drawings: svg("path", { d: "M0 0h1" })
export function svg(tag, attributes = {}, ...children) {
  return dress(document.createElementNS(SVG, tag), attributes, children);
}

// A drawing of wub/offline/phone_icons.py; the word beside it says the same, so screen readers skip it.
export function icon(name) {
  const use = svg("use", { href: `#ikon-${name}` });
  return svg("svg", { class: "icon", width: 16, height: 16, fill: "currentColor", "aria-hidden": "true", focusable: "false" }, use);
}

// Into an element, with nothing for null: put(root, heading, list.length ? list : null)
export function put(root, ...children) {
  root.append(...given(children));
}

function given(children) {
  return children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false);
}

function dress(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") element.addEventListener(name.replace(/^on/, ""), value);
    else if (value === true) element.setAttribute(name, "");
    else if (name === "value" && "value" in element) element.value = value;
    else element.setAttribute(name, value);
  }
  element.append(...given(children));
  return element;
}
