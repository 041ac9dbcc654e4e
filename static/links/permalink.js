// A link that carries its own content: "#1.<payload>.<check>". The payload is JSON, deflated, in base64url; the check
// is the CRC-32 of all before it. A version, once given out, is read for ever. Pure: it knows neither the page nor its
// address.

import { limits } from "../state/schema.js";

export const VERSION = 1;

/** @typedef {Record<string, any>} Content  what a link holds: plain JSON, to be judged by whoever opens it */

/**
 * A link of another kind than this page can read, or can write; `content` is what could be read all the same.
 */
export class LinkError extends Error {
  /**
   * @param {"damaged" | "newer" | "long"} why
   * @param {Content | null} [content]
   */
  constructor(why, content = null) {
    super(why);
    this.why = why;
    this.content = content;
  }
}

const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  for (let k = 0; k < 8; k += 1) n = n & 1 ? 0xedb88320 ^ (n >>> 1) : n >>> 1;
  return n;
});

/**
 * CRC-32 as of zlib, of ASCII text.
 *
 * @param {string} text
 */
function crc32(text) {
  let sum = 0xffffffff;
  for (const letter of text) sum = TABLE[(sum ^ letter.charCodeAt(0)) & 0xff] ^ (sum >>> 8);
  return (sum ^ 0xffffffff) >>> 0;
}

/** @param {Uint8Array} bytes */
const toText = (bytes) =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join("")).replaceAll("+", "-").replaceAll("/", "_")
    .replaceAll("=", "");

/** @param {string} text */
const toBytes = (text) =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));

/** @param {string} text */
const check = (text) => crc32(text).toString(16).padStart(8, "0");

/**
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {CompressionStream | DecompressionStream} stream
 */
async function through(bytes, stream, most = Infinity) {
  /** @type {Uint8Array<ArrayBuffer>[]} */
  const parts = [];
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  let size = 0;
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    size += chunk.value.length;
    if (size > most) throw new RangeError("too long");
    parts.push(chunk.value);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/**
 * The link of a plain value, to stand behind an address. Rejects with LinkError, "long", what no link could be read as.
 *
 * @param {object} content
 */
export async function write(content) {
  const plain = new TextEncoder().encode(JSON.stringify(content));
  if (plain.length > limits.link_bytes) throw new LinkError("long");
  const packed = await through(plain, new CompressionStream("deflate-raw"));
  const text = `${VERSION}.${toText(packed)}`;
  return `#${text}.${check(text)}`;
}

/**
 * How deep the brackets of a JSON text stand in each other.
 *
 * @param {string} text
 */
function depth(text) {
  let now = 0;
  let deepest = 0;
  for (const [mark] of text.replace(/"(?:[^"\\]|\\.)*"/gs, "").matchAll(/[[{}\]]/g)) {
    now += "[{".includes(mark) ? 1 : -1;
    deepest = Math.max(deepest, now);
  }
  return deepest;
}

/**
 * @param {string} payload
 * @returns {Promise<Content | null>}
 */
async function unpack(payload) {
  if (payload.length > limits.link_bytes || /[^\w-]/.test(payload)) return null;
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(
      await through(toBytes(payload), new DecompressionStream("deflate-raw"), limits.link_bytes),
    );
    const found = depth(text) > limits.link_depth ? null : JSON.parse(text);
    return found && typeof found === "object" && !Array.isArray(found) ? found : null;
  } catch {
    return null;
  }
}

/**
 * The content of a link, null for an address without one. Rejects with LinkError.
 *
 * @param {string} hash
 */
export async function read(hash) {
  const link = /^#(\d{1,4})\.([^.]*)(?:\.(.*))?$/s.exec(hash);
  if (!link) {
    if (/^#\d/.test(hash)) throw new LinkError("damaged");
    return null;
  }
  const [, version, payload, sum] = link;
  const whole = sum === check(`${version}.${payload}`);
  if (Number(version) > VERSION && whole) throw new LinkError("newer", await unpack(payload));
  const content = Number(version) === VERSION ? await unpack(payload) : null;
  if (!whole || !content) throw new LinkError("damaged", content);
  return content;
}
