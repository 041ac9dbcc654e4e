// SVG elements that are kept and changed in place. Knows nothing of scenes.

const SVG = "http://www.w3.org/2000/svg";

export function element(tag, attributes = {}, ...children) {
  const node = document.createElementNS(SVG, tag);
  for (const name in attributes) set(node, name, attributes[name]);
  node.append(...children);
  return node;
}

/** Write an attribute only when it differs from what was written last; null takes it away. */
export function set(node, name, value) {
  const written = (node.written ??= {});
  if (written[name] === value) return;
  written[name] = value;
  if (value === null) node.removeAttribute(name);
  else node.setAttribute(name, value);
}

/** Put `child` at the end of `parent`, or take it away. */
export function attach(parent, child, wanted) {
  if (wanted === (child.parentNode === parent)) return;
  if (wanted) parent.append(child);
  else child.remove();
}

/** As many children of `parent` as there are items: made once, kept for later when they are too many. */
export function pool(parent, make, update) {
  const nodes = [];
  let shown = 0;
  return {
    nodes,
    draw(items) {
      items.forEach((item, i) => {
        nodes[i] ??= make(item, i);
        if (i >= shown) parent.append(nodes[i].root ?? nodes[i]);
        update(nodes[i], item, i);
      });
      for (let i = items.length; i < shown; i++) (nodes[i].root ?? nodes[i]).remove();
      shown = items.length;
    },
  };
}
