// The text of a link: exact, and read for ever.

import assert from "node:assert/strict";

import { read } from "../../static/links/permalink.js";
import { pack, unpack } from "../../static/links/pack_points.js";
import "./schema.js";

// Links that were given out, with what they hold: never change one, only add.
const FROZEN = JSON.parse(Deno.readTextFileSync(new URL("../links/links.json", import.meta.url)));

for (const [name, { link, content }] of Object.entries(FROZEN)) {
  Deno.test(`a link given out is read for ever: ${name}`, async () => {
    assert.deepEqual(await read(link), content);
  });
}

for (const x of [1 / 3, 1e-7, 1e9, -0.1, 0.30000000000000004, 123456789.123]) {
  Deno.test(`any number comes back exactly: ${x}`, () => {
    const given = { X: [[x, 0], [-1e9, 0.5]], y: [0, 1] };
    assert.deepEqual(unpack(pack(given)), given);
  });
}
