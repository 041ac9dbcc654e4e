// The layout that formulas are asked for in: S = XW, or S = WX with every matrix transposed. The page itself counts in XW:
// what is sent is turned here, and so is what comes back. Pure: no DOM, no requests.

const turned = (rows) => rows[0].map((_, c) => rows.map((row) => row[c]));
const swapped = ({ row, column, ...cell }) => ({ ...cell, row: column, column: row });
const cellBack = ({ reads, ...cell }) => ({ ...swapped(cell), reads: reads.map(swapped) });

const stepBack = (
  step,
) => (step.shape.length < 2 ? step : {
  ...step,
  value: turned(step.value),
  shape: [...step.shape].reverse(),
  product: step.product && [...step.product].reverse(),
});

/** A body of the API in that layout. */
export const inLayout = (
  layout,
  { X, W, ...body },
) => (layout === "WX" ? { ...body, X: turned(X), W: turned(W), layout } : { ...body, X, W });

/** A pass, or the cells of one, with numbers and places as in XW; formulas stay as they came. Null stays null. */
export function fromLayout(layout, answer) {
  if (layout !== "WX" || !answer) return answer;
  const { cells, steps, W, ...rest } = answer;
  return { ...rest, cells: cells.map(cellBack), ...(steps && { steps: steps.map(stepBack), W: turned(W), layout }) };
}

const renamed = (name) => name.replace(/^W\[(\d+),(\d+)\]$/, "W[$2,$1]");

/** What a weight is called in that layout; `name` has the coordinate first. */
export const nameIn = (layout, name) => (layout === "WX" ? renamed(name) : name);

/** A diagnosis with names and places as in XW. Null stays null. */
export function diagnosisFrom(layout, answer) {
  if (layout !== "WX" || !answer) return answer;
  const back = (each) => each && { ...each, cells: each.cells.map(swapped) };
  const differences = answer.differences.map((each) => ({ ...each, parameter: renamed(each.parameter) }));
  return {
    ...answer,
    differences,
    explanations: answer.explanations.map(back),
    undecided: answer.undecided.map(back),
    nearest: back(answer.nearest),
  };
}
