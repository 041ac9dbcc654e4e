// Asks functions of the page's pure modules: { schema, calls: [[module, name, arguments], …] } as JSON in, their answers
// as JSON out.

import { learn } from "../../static/state/schema.js";

const { schema, calls } = await new Response(Deno.stdin.readable).json();
learn(schema);
const answers = [];
for (const [module, name, args] of calls) {
  const found = await import(new URL(`../../static/${module}.js`, import.meta.url));
  answers.push(await found[name](...args));
}
console.log(JSON.stringify(answers));
