// Which panel stands where on the board: read off the steps of a pass, whatever the loss. It knows no DOM and no matrix names
// but the inputs that a pass has.

/** Subscripts for the heads of the coordinates. */
const SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉";
const subscript = (n) => [...String(n)].map((digit) => SUBSCRIPTS[digit]).join("");

/**
 * @param {Pass} pass
 * @returns {{forward: Panel[], backward: Panel[]}[]} columns from left to right; a panel is {id, index (of its step, or −1
 *   for an input), symbol, title, kind: "points" | "weights" | "scalar", rows, columns, heads: "class" | string[]}
 */
export function columns(pass, { N, D, C }) {
  const input = (id, title, rows, columns, heads, kind) => ({
    id,
    index: -1,
    symbol: id,
    title,
    rows,
    columns,
    heads,
    kind,
  });
  const shape = (rows, columns) => (pass.layout === "WX" ? `${columns}×${rows}` : `${rows}×${columns}`);
  const panels = pass.steps.map((step, index) => panelOf(step, index, N));
  const below = (...nodes) => panels.filter(({ step }) => step.direction === "backward" && nodes.includes(step.node));
  const remembered = (node) =>
    panels.filter(({ id, step }) => step.direction === "update" && step.node === node && id !== `${node}_next`);
  const forward = panels.filter(({ step }) => step.direction === "forward");
  const scalars = forward.filter(({ kind }) => kind === "scalar");
  const coordinates = Array.from({ length: D }, (_, k) => `x${subscript(k + 1)}`);
  const biased = pass.steps.some(({ reads }) => reads.includes("b"));
  return [
    { id: "X", forward: [input("X", shape(N, D), N, D, coordinates, "points")], backward: [] },
    {
      id: "W",
      forward: [
        input("W", shape(D, C), D, C, "class", "weights"),
        ...(biased ? [input("b", "", 1, C, [], "weights")] : []),
      ],
      backward: [...stacked(below("W")), ...stacked(below("b")), ...remembered("W"), ...remembered("b")].map((
        panel,
        k,
      ) => (k ? { ...panel, heads: [] } : panel)),
    },
    ...forward.filter(({ kind }) => kind !== "scalar").map((panel) => ({
      id: panel.id,
      forward: [panel],
      backward: below(panel.id),
    })),
    { id: "L", forward: scalars, backward: below(...scalars.map(({ id }) => id)) },
  ];
}

function panelOf(step, index, N) {
  const [rows, columns] = extent(step.shape, N);
  const kind = !step.shape.length
    ? "scalar"
    : step.shape[0] === N && !["W", "b"].includes(step.node)
    ? "points"
    : "weights";
  const heads = step.shape.length === 2 ? "class" : kind === "points" ? [""] : [];
  const symbol = columns === 1 && kind === "points" ? step.symbol.replace("∂L/∂", "∂") : step.symbol; // a narrow column
  const named = step.direction === "update"
    ? step.title.replace(/ of the (weights|bias)$/, "")
    : kind === "weights"
    ? step.title.split(", ")[1] ?? ""
    : step.title; // "…, data part": whose is said by its place
  const title = named === symbol ? "" : named;
  return { id: step.id, index, step, symbol, title, rows, columns, heads, kind };
}

/** A vector with a number a point is a column, one with a number a class a row. */
const extent = (
  shape,
  N,
) => (shape.length === 2 ? shape : !shape.length ? [1, 1] : shape[0] === N ? [N, 1] : [1, shape[0]]);

/** A gradient stands right under its quantity, and below it the parts that it is the sum of: signs say so. */
function stacked(panels) {
  const total = panels.at(-1);
  const parts = panels.slice(0, -1).map((panel, k) => ({ ...panel, sign: k ? "+" : "=" }));
  return total ? [total, ...parts] : [];
}

/** The number of one cell of a step's value. */
export const valueAt = (value, shape, r, c, N) =>
  shape.length === 2 ? value[r][c] : !shape.length ? value : shape[0] === N && c === 0 ? value[r] : value[c];
