// Asks functions of the page's pure modules: [[module, name, arguments], …] as JSON in, their answers as JSON out.

const calls = await new Response(Deno.stdin.readable).json();
const answers = [];
for (const [module, name, args] of calls) {
  const found = await import(new URL(`../../static/js/${module}.js`, import.meta.url));
  answers.push(await found[name](...args));
}
console.log(JSON.stringify(answers));
