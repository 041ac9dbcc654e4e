// A request as programs in three languages, and JSON as it is set on a page: app/pages/manual/samples.py does the same.
// Pure.

const WIDTH = 64;
const SIX = 6;
const JSON_WORDS = { true: "true", false: "false", null: "null" };
const PYTHON = { true: "True", false: "False", null: "None" };

/** @typedef {typeof JSON_WORDS} Words */

/** @type {(value: any, words: Words) => string} */
function onALine(value, words) {
  if (Array.isArray(value)) return `[${value.map((item) => onALine(item, words)).join(", ")}]`;
  if (value && typeof value === "object") {
    const parts = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${onALine(item, words)}`);
    return `{${parts.join(", ")}}`;
  }
  if (value === null || typeof value === "boolean") return words[/** @type {keyof Words} */ (String(value))];
  return JSON.stringify(value);
}

/**
 * JSON, or a literal of Python, with whatever fits on a line on one line.
 *
 * @param {any} value
 * @param {string} [indent]
 * @param {Words} [words]
 * @returns {string}
 */
export function pretty(value, indent = "", words = JSON_WORDS) {
  const line = onALine(value, words);
  const isBranch = value && typeof value === "object" && Object.keys(value).length > 0;
  if (indent.length + line.length <= WIDTH || !isBranch) return line;
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    return `[\n${value.map((item) => inner + pretty(item, inner, words)).join(",\n")}\n${indent}]`;
  }
  const rows = Object.entries(value).map(([key, item]) =>
    `${inner}${JSON.stringify(key)}: ${pretty(item, inner, words)}`
  );
  return `{\n${rows.join(",\n")}\n${indent}}`;
}

/**
 * The same value with six digits of every number.
 *
 * @param {any} value
 * @returns {any}
 */
export function rounded(value) {
  if (Array.isArray(value)) return value.map(rounded);
  if (value && typeof value === "object") {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, rounded(item)]));
  }
  return typeof value === "number" && !Number.isInteger(value) ? Number(value.toPrecision(SIX)) : value;
}

/** For a shell. @param {string} text */
const quoted = (text) => `'${text.replaceAll("'", `'"'"'`)}'`;

/** @type {(url: string, body: any) => string} */
function curl(url, body) {
  if (body === null) return `curl ${quoted(url)}`;
  return `curl ${quoted(url)} \\\n  -H 'Content-Type: application/json' \\\n  -d ${quoted(pretty(body))}`;
}

/** @type {(url: string, body: any, isFile: boolean) => string} */
function python(url, body, isFile) {
  const imports = body === null ? "from urllib.request import urlopen" : "from urllib.request import Request, urlopen";
  const lines = isFile && body === null ? [imports, ""] : ["import json", imports, ""];
  if (body !== null) {
    const headers = '{"Content-Type": "application/json"}';
    lines.push(`body = ${pretty(body, "", PYTHON)}`);
    lines.push(`request = Request("${url}", json.dumps(body).encode(), ${headers})`);
  }
  const asked = body === null ? `"${url}"` : "request";
  lines.push(isFile ? `content = urlopen(${asked}).read()` : `answer = json.load(urlopen(${asked}))`);
  return [...lines, isFile ? "print(len(content))" : "print(answer)"].join("\n");
}

/** @type {(url: string, body: any, isFile: boolean) => string} */
function javascript(url, body, isFile) {
  const lines = body === null ? [`const response = await fetch("${url}");`] : [
    `const body = ${pretty(body)};`,
    `const response = await fetch("${url}", {`,
    '  method: "POST",',
    '  headers: { "Content-Type": "application/json" },',
    "  body: JSON.stringify(body),",
    "});",
  ];
  return [...lines, `console.log(await response.${isFile ? "blob" : "json"}());`].join("\n");
}

/**
 * The text in each language; `body` is null for a GET, `isFile`: the answer is to be saved, not read as JSON.
 *
 * @param {string} url
 * @param {any} body
 * @param {boolean} isFile
 */
export const samples = (url, body, isFile) => ({
  curl: curl(url, body),
  python: python(url, body, isFile),
  javascript: javascript(url, body, isFile),
});
