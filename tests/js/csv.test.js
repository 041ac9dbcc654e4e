// Tables of points as people have them: what is read, what is refused, and where the error is said to be.

import assert from "node:assert/strict";

import { readTable, writeTable } from "../../static/js/csv.js";

const TABLES = {
  "commas": "0.5,0.4,0\n-1,2,1",
  "commas and spaces": " 0.5 , 0.4 , 0 \n -1, 2, 1 \n",
  "semicolons": "0.5;0.4;0\n-1;2;1",
  "tabs": "0.5\t0.4\t0\n-1\t2\t1",
  "decimal comma and semicolons": "0,5;0,4;0\n-1,0;2,0;1",
  "decimal comma and tabs": "0,5\t0,4\t0\n-1\t2\t1",
  "decimal comma in quotes": '"0,5","0,4",0\n-1,2,1',
  "a head": "x1,x2,y\n0.5,0.4,0\n-1,2,1",
  "a head of other words": "breadth;length;species\n0.5;0.4;0\n-1;2;1",
  "a head with the class first": "label,a,b\n0,0.5,0.4\n1,-1,2",
  "a byte order mark": "\ufeff0.5,0.4,0\n-1,2,1",
  "a byte order mark and a head": "\ufeffx1,x2,y\r\n0.5,0.4,0\r\n-1,2,1\r\n",
  "carriage returns": "0.5,0.4,0\r\n-1,2,1\r\n",
  "old carriage returns": "0.5,0.4,0\r-1,2,1\r",
  "blank rows": "\n\n0.5,0.4,0\n  \n-1,2,1\n\n\n",
  "rows of bare separators": "0.5;0.4;0;\n;;;\n-1;2;1;\n;;;",
  "remarks": "# x1,x2,y\n0.5,0.4,0\n# nothing\n-1,2,1",
  "names": "0.5,0.4,setosa\n-1,2,virginica",
  "quoted names": '0.5,0.4,"a, ""b"""\n-1,2,c',
  "quoted everything": '"0.5","0.4","a"\r\n"-1","2","b"\r\n',
  "names beyond ASCII": "0.5\t0.4\tβ\n-1\t2\té",
  "fractions, signs, exponents": "1/2,.4,0\n−1,+2e0,1",
  "classes as decimals": "0.5,0.4,0.0\n-1,2,1.0",
  "classes from one": "0.5,0.4,1\n-1,2,2",
  "classes below zero": "0.5,0.4,-1\n-1,2,+1",
  "classes far apart": "0.5,0.4,5\n-1,2,1900",
  "no newline at the end": "0.5,0.4,0\n-1,2,1",
};

for (const [spelling, text] of Object.entries(TABLES)) {
  Deno.test(`one table in many spellings: ${spelling}`, () => {
    const { X, y, errors } = readTable(text);
    assert.deepEqual(errors, []);
    assert.deepEqual({ X, y }, { X: [[0.5, 0.4], [-1, 2]], y: [0, 1] });
  });
}

const CLASSES = [
  [["0", "2"], [0, 2], ["0", "1", "2"]],
  [["2", "0", "7"], [2, 0, 7], ["0", "1", "2", "3", "4", "5", "6", "7"]],
  [["3", "1", "2"], [2, 0, 1], ["1", "2", "3"]],
  [["0", "9"], [0, 1], ["0", "9"]],
  [["b", "a", "b"], [0, 1, 0], ["b", "a"]],
  [["b", "1", "1.0", "b"], [0, 1, 1, 0], ["b", "1"]],
  [["A", "a"], [0, 1], ["A", "a"]],
];

for (const [classes, y, names] of CLASSES) {
  Deno.test(`classes are numbered as documented: ${classes.join(" ")}`, () => {
    const found = readTable(classes.map((name) => `0,0,${name}`).join("\n"));
    assert.deepEqual({ y: found.y, names: found.names }, { y, names });
  });
}

const errorsOf = (text) =>
  readTable(text).errors.map(({ row, column, start, end }) => [row, column, text.slice(start, end)]);

const WRONG = [
  ["x1,x2,y\n0,0,0\n1,abc,1", [[3, 2, "abc"]], "“abc” is no number: write one such as 0.5, -2 or 1/3."],
  ["0,0,0\n,1,1", [[2, 1, ""]], "x1 is missing: write a number, such as 0.5."],
  ["0,0,0\n1, ,1", [[2, 2, " "]], "x2 is missing"],
  ["0,0,0\n1,1,", [[2, 3, ""]], "The class is missing: write its number or its name."],
  ["0,0,0\n1,1", [[2, 3, ""]], "The class is missing"],
  ["0,0,0\n1", [[2, 1, "1"]], "put a comma, a semicolon or a tab between"],
  ["0 0 0", [[1, 1, "0 0 0"]], "put a comma, a semicolon or a tab between"],
  [
    "0,0,0\n0,5,0,4,1",
    [[2, 4, "4"]],
    "There are 5 columns where three are expected: x1, x2 and the class. With",
  ],
  ["0;0;0\n1;1;1;1", [[2, 4, "1"]], "There are 4 columns where three are expected: x1, x2 and the class."],
  ["0,0,0\n1e10,1,1", [[2, 1, "1e10"]], "“1e10” is too large: numbers go up to 1e9 either way."],
  ["0,0,0\n1,-1e400,1", [[2, 2, "-1e400"]], "too large"],
  ["0,0,0\nNaN,Infinity,1", [[2, 1, "NaN"], [2, 2, "Infinity"]], "“NaN” is no number"],
  ["0,0,0\n1/0,1,1", [[2, 1, "1/0"]], "“1/0” is no number"],
  ['0,0,0\n1,"1,1', [[2, 2, '"1']], "The quotation marks here do not match: remove the one, or add the other."],
  ['0,0,"a"b', [[1, 3, '"a"b']], "quotation marks"],
  ["\ufeff\r\nx,0,0\r\n\r\n0,y,0\r\n0,0,z", [[2, 1, "x"], [4, 2, "y"]], "“x” is no number"],
  [`0,0,0\n${"z".repeat(40)},0,0`, [[2, 1, "z".repeat(40)]], "“zzzzzzzzzzzzzzzzzzzzzzz…” is no number"],
  ["x1,x2,y", [[1, 1, ""]], "There is no point here: a row is x1, x2 and the class, such as 0.5, 0.4, 0."],
  ["# nothing", [[1, 1, ""]], "There is no point here"],
  ["label,a,b\n0,0,0\n1,2,?", [[3, 3, "?"]], "“?” is no number"],
];

for (const [text, places, says] of WRONG) {
  Deno.test(`an error names its row and column and says what to do: ${JSON.stringify(text)}`, () => {
    assert.deepEqual(errorsOf(text), places);
    const { X, y, errors } = readTable(text);
    assert.ok(errors[0].message.includes(says), errors[0].message);
    assert.deepEqual({ X, y }, { X: [], y: [] });
  });
}

Deno.test("nothing is neither a table nor an error", () => {
  for (const text of ["", "\n\n", " \r\n\t\n"]) {
    assert.deepEqual(readTable(text), { X: [], y: [], names: [], errors: [], more: 0 });
  }
});

Deno.test("all errors are collected, and those beyond a hundred counted", () => {
  const { errors, more } = readTable(`0,0,0\n${"a,b,0\n".repeat(60)}`);
  assert.deepEqual([errors.length, more], [100, 20]);
  assert.deepEqual([errors[99].row, errors[99].column], [51, 2]);
});

Deno.test("eight classes and two thousand points are the most", () => {
  const rows = (n, row) => Array.from({ length: n }, (_, k) => row(k)).join("");
  assert.equal(readTable(rows(2000, (k) => `0,0,c${k % 8}\n`)).y.length, 2000);
  assert.deepEqual(errorsOf(rows(9, (k) => `0,0,c${k}\n`)), [[9, 3, "c8"]]);
  assert.deepEqual(errorsOf(`x1,x2,y\n${"5,0,1\n".repeat(2003)}`), [[2002, 1, "5"]]);
  const [{ message }] = readTable("5,0,1\n".repeat(2003)).errors;
  assert.ok(message.includes("2,003"), message);
});

Deno.test("what is written is read back bit for bit", () => {
  const [X, y] = [[[0.1 + 0.2, -1e-7], [1e9, 5e-324], [0, 1 / 3]], [0, 3, 2]];
  const text = writeTable(X, y);
  assert.deepEqual(text.split("\n").slice(0, 2), ["x1,x2,y", "0.30000000000000004,-1e-7,0"]);
  const found = readTable(text);
  assert.deepEqual([found.X, found.y, found.errors], [X, y, []]);
});
