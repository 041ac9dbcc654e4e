// SVG elements that are kept and changed in place. Knows nothing of scenes.

/** @typedef {string | number | boolean | null} Value  of an attribute; null: there is none */
/** @typedef {Element & { written?: Record<string, Value> }} Kept  an element that knows what was written to it last */

const SVG = "http://www.w3.org/2000/svg";

/**
 * @template {keyof SVGElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, Value>} [attributes]
 * @param {(Node | string)[]} children
 * @returns {SVGElementTagNameMap[Tag]}
 */
export function element(tag, attributes = {}, ...children) {
  const node = document.createElementNS(SVG, tag);
  for (const name in attributes) set(node, name, attributes[name]);
  node.append(...children);
  return node;
}

/**
 * Write an attribute only when it differs from what was written last; null takes it away.
 *
 * @param {Kept} node
 * @param {string} name
 * @param {Value} value
 */
export function set(node, name, value) {
  const written = (node.written ??= {});
  if (written[name] === value) return;
  written[name] = value;
  if (value === null) node.removeAttribute(name);
  else node.setAttribute(name, String(value));
}

/**
 * Put `child` at the end of `parent`, or take it away.
 *
 * @param {Element} parent
 * @param {Element} child
 * @param {boolean} wanted
 */
export function attach(parent, child, wanted) {
  if (wanted === (child.parentNode === parent)) return;
  if (wanted) parent.append(child);
  else child.remove();
}

/** @param {Element | { root: Element }} made */
const rootOf = (made) => (made instanceof Element ? made : made.root);

/**
 * A child of `parent` for each item, in their order, the same one for as long as the item's key is there.
 *
 * @template Item
 * @param {Element} parent
 * @param {(item: Item) => string} keyOf
 * @param {(item: Item) => Element} make
 * @param {(made: Element, item: Item) => void} update
 */
export function keyed(parent, keyOf, make, update) {
  /** @type {Map<string, Element>} */
  const nodes = new Map();
  /** @param {Item[]} items */
  return (items) => {
    const keys = items.map(keyOf);
    const there = new Set(keys);
    for (const [key, node] of nodes) {
      if (there.has(key)) continue;
      node.remove();
      nodes.delete(key);
    }
    let at = parent.firstChild;
    items.forEach((item, k) => {
      const node = nodes.get(keys[k]) ?? make(item);
      nodes.set(keys[k], node);
      if (node === at) at = node.nextSibling;
      else parent.insertBefore(node, at);
      update(node, item);
    });
  };
}

/**
 * As many children of `parent` as there are items: made once, kept for later when they are too many.
 *
 * @template Item
 * @template {Element | { root: Element }} Made
 * @param {Element} parent
 * @param {(item: Item, i: number) => Made} make
 * @param {(made: Made, item: Item, i: number) => void} update
 */
export function pool(parent, make, update) {
  /** @type {Made[]} */
  const nodes = [];
  let shown = 0;
  return {
    nodes,
    /** @param {Item[]} items */
    draw(items) {
      items.forEach((item, i) => {
        nodes[i] ??= make(item, i);
        if (i >= shown) parent.append(rootOf(nodes[i]));
        update(nodes[i], item, i);
      });
      for (let i = items.length; i < shown; i++) rootOf(nodes[i]).remove();
      shown = items.length;
    },
  };
}
