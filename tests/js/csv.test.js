// Tables of points as people have them: what is read, what is refused, and where the error is said to be.

import assert from "node:assert/strict";

import { readTable, writeTable } from "../../static/panels/data/csv.js";
import { short } from "../../static/panels/data/csv_words.js";
import { limits } from "./schema.js";

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
  "spaces": "0.5 0.4 0\n-1 2 1",
  "aligned with spaces": "   0.5   0.4  0\n  -1     2    1  \n",
  "the separator stated": "sep=;\nx1;x2;y\n0,5;0,4;0\n-1;2;1",
  "the separator stated, an odd one": "sep=|\n0.5|0.4|0\n-1|2|1",
  "other remarks": "% x1,x2,y\n0.5,0.4,0\n// nothing\n-1,2,1",
  "classes with an exponent": "5.0e-01,4.0e-01,0.000e+00\n-1.0e+00,2.0e+00,1.000e+00",
  "x, y, class": "x,y,class\n0.5,0.4,0\n-1,2,1",
  "X, Y, Class": "X,Y,Class\n0.5,0.4,0\n-1,2,1",
  "x, y, color": "x,y,color\n0.5,0.4,0\n-1,2,1",
  "x, y, Klasse": "x;y;Klasse\n0,5;0,4;0\n-1;2;1",
  "x, y, z in quotes": '"x","y","z"\n0.5,0.4,0\n-1,2,1',
  "x, y, names": "x,y,label\n0.5,0.4,red\n-1,2,blue",
  "the class between": "x,class,y\n0.5,0,0.4\n-1,1,2",
  "y before x": "class,y,x\n0,0.4,0.5\n1,2,-1",
  "x2 before x1": "x2,x1,y\n0.4,0.5,0\n2,-1,1",
  "a target": "feature_1,feature_2,target\n0.5,0.4,0\n-1,2,1",
  "pandas, to_csv": ",x,y,label\n0,0.5,0.4,0\n1,-1,2,1",
  "pandas, printed": "     x    y  label\n0  0.5  0.4      0\n1 -1.0  2.0      1",
  "R, write.csv": '"","x1","x2","y"\n"1",0.5,0.4,0\n"2",-1,2,1',
  "R, printed": "    x1  x2 species\n1  0.5 0.4  setosa\n2 -1.0 2.0  other",
  "R, write.table": '"x1" "x2" "y"\n"1" 0.5 0.4 0\n"2" -1 2 1',
  "an index without a head": "0,0.5,0.4,0\n1,-1,2,1",
  "an id": "id,x1,x2,class\n17,0.5,0.4,0\n12,-1,2,1",
  "libsvm": "0 1:0.5 2:0.4\n1 1:-1 2:2",
  "libsvm, signed": "-1 1:0.5 2:0.4 # one\n+1 1:-1 2:2",
  "more columns than needed": "x1,x2,x3,x4,species\n0.5,0.4,9,9,a\n-1,2,9,9,b",
  "names first, without a head": "red,0.5,0.4\nblue,-1,2",
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
  [["2.000e+00", "0.000e+00", "1.000e+00"], [2, 0, 1], ["0", "1", "2"]],
  [["1.0e+01", "1.1e+01"], [0, 1], ["10", "11"]],
  [["é", "e\u0301"], [0, 0], ["é"]],
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
  ["0,0,0\n1", [[2, 1, "1"]], "put a comma, a semicolon, a tab or a space between"],
  ["0 0 0\n0|0|0", [[2, 1, "0|0|0"]], "put a comma, a semicolon, a tab or a space between"],
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
    assert.deepEqual(readTable(text), { X: [], y: [], names: [], errors: [], more: 0, columns: null });
  }
});

Deno.test("all errors are collected, and those beyond a hundred counted", () => {
  const { errors, more } = readTable(`0,0,0\n${"a,b,0\n".repeat(60)}`);
  assert.deepEqual([errors.length, more], [100, 20]);
  assert.deepEqual([errors[99].row, errors[99].column], [51, 2]);
});

Deno.test("there are at most as many classes and points as the schema allows", () => {
  const rows = (n, row) => Array.from({ length: n }, (_, k) => row(k)).join("");
  const { points } = limits;
  assert.equal(readTable(rows(points, (k) => `0,0,c${k % 8}\n`)).y.length, points);
  assert.deepEqual(errorsOf(rows(9, (k) => `0,0,c${k}\n`)), [[9, 3, "c8"]]);
  assert.deepEqual(errorsOf(`x1,x2,y\n${"5,0,1\n".repeat(points + 3)}`), [[points + 2, 1, "5"]]);
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

Deno.test("a round number is said in few characters", () => {
  assert.deepEqual([1e9, 400, 0.5, 12].map(short), ["1e9", "400", "0.5", "12"]);
});

const COLUMNS = [
  ["x,y,class\n1,2,0\n3,4,1\n5,2,1\n", ["x1", "x2", "class"], [[1, 2], [3, 4], [5, 2]], [0, 1, 1]],
  ["1.0e+00,2.0e+00,2.000e+00\n3.0e+00,4.0e+00,0.000e+00\n5.0e+00,6.0e+00,1.000e+00\n", ["x1", "x2", "class"], [
    [1, 2],
    [3, 4],
    [5, 6],
  ], [2, 0, 1]],
  ["y,label,x\n1,0,2\n3,1,4", ["x2", "class", "x1"], [[2, 1], [4, 3]], [0, 1]],
  ["y,x1,x2\n1,5,2\n0,6,4", ["class", "x1", "x2"], [[5, 2], [6, 4]], [1, 0]],
  ["a,b,c,d\n1,2,3,0\n2,3,4,1", ["x1", "x2", "", "class"], [[1, 2], [2, 3]], [0, 1]],
  ["0 1:0.5 3:2\n1 2:1", ["class", "x1", "x2", ""], [[0.5, 0], [0, 1]], [0, 1]],
];

for (const [text, roles, X, y] of COLUMNS) {
  Deno.test(`a head means what it says: ${JSON.stringify(text)}`, () => {
    const found = readTable(text);
    if (X.length) assert.deepEqual(found.columns.roles, roles);
    assert.deepEqual({ X: found.X, y: found.y }, { X, y });
  });
}

Deno.test("the reader may take other columns", () => {
  const text = "sepal,petal,width,species\n1,2,3,a\n4,5,6,b";
  const found = readTable(text, ["", "x2", "x1", "class"]);
  assert.deepEqual(found.X, [[3, 2], [6, 5]]);
  assert.deepEqual(found.columns.names, ["sepal", "petal", "width", "species"]);
  assert.deepEqual(found.columns.sample[0], ["1", "2", "3", "a"]);
  assert.deepEqual(readTable(text, ["class", "x1", "x2"]).X, [[1, 2], [4, 5]]); // of another table: passed over
});
