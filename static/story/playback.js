// A story that is told on the page, moment by moment. The reader's own work is put aside meanwhile, history and all, and comes back
// when the story is closed. It draws nothing: the bar of the story is a view.

import { createBook } from "./draft.js";
import { isBeside, momentOf, same } from "../links/encode.js";
import { alike } from "../links/decode.js";
import { createSettler } from "../lab/goto.js";
import { createStoryBar } from "./bar.js";
import { dressed } from "../dom/sheet.js";

let one = null;

/** There is one page, and one story told on it: made when it is first asked for. */
export async function tellingOf(tools) {
  one ??= createTelling(tools);
  await one.dressed;
  return one;
}

const STAYS = ["book", "titles", "digits"]; // what is made or chosen during a story is no part of what was put aside

const sameProblem = (a, b) => alike(a, b) && same(a.box, b.box) && same(a.unit, b.unit);
const moments = (n) => `${n} moment${n > 1 ? "s" : ""}`;
const unknown = (said) => `This page does not know ${said.join(", ")}: the nearest that it knows stands in its place.`;

function createTelling(tools) {
  const { store, lab, player, work, open } = tools;
  const settle = createSettler(tools);
  const asides = []; // what was on the page before a story, the last one on top
  let [asked, mine] = [0, null]; // mine: the work that the browser keeps while the page began with a story

  function putAside() {
    player.pause();
    asides.push(store.exchange());
  }

  /** To a moment of the story, or one beside it; the page is drawn when it is there. */
  async function bring(moment, telling, beside = false) {
    const turn = (asked += 1);
    const { problem } = store.get();
    player.pause();
    store.exchange(); // nothing of another moment is undone here
    store.set({ telling: { ...telling, going: true } });
    if (!sameProblem(problem, moment.problem)) {
      store.set({
        problem: { ...moment.problem },
        mode: moment.at.mode,
        iteration: moment.at.iteration,
        step: -1,
        focus: { point: null },
      });
    }
    await settle(moment.at, () => turn === asked);
    if (turn !== asked) return;
    store.set({ telling: { ...telling, going: false, here: beside ? null : momentOf(store.get()) } });
    if (moment.said.length) lab.say(unknown(moment.said), "warning");
  }

  async function go(at) {
    const { telling } = store.get();
    if (at in telling.story) await bring(telling.story[at], { ...telling, at });
  }

  /** Back to what was on the page before; false if nothing was. */
  function leave() {
    asked += 1;
    player.pause();
    const before = asides.pop();
    if (!before) return store.set({ telling: null }), false;
    const now = store.get();
    store.exchange({
      ...before,
      state: { ...before.state, ...Object.fromEntries(STAYS.map((name) => [name, now[name]])) },
    });
    open(before.state.panel ?? null);
    return true;
  }

  /** `found`: a moment with its `telling`. */
  async function tell({ telling, beside, ...moment }) {
    if (!store.get().telling) {
      putAside();
      lab.say(
        `This is a story that somebody shared: ${
          moments(telling.story.length)
        }. Closing it brings back what was here before.`,
      );
    }
    await bring(moment, telling, beside);
  }

  function close() {
    const { telling } = store.get();
    const again = { text: "Open it again", does: () => tell({ ...telling.story[telling.at], telling }) };
    if (leave()) return lab.say("The story is closed: this is what was here before.", "info", again);
    if (mine) work.goOn(mine);
    lab.say(
      mine ? "The story is closed: this is your own work." : "The story is closed. What is on the page stays.",
      "info",
      again,
    );
  }

  const telling = {
    go,
    tell,
    leave,
    /** One of the reader's own, from its moment k on; it ends with `leave`. */
    async present(content, story, k) {
      putAside();
      await bring(story[k], { content, story, at: k });
    },
    first: () => go(0),
    last: () => go(store.get().telling.story.length - 1),
    next: () => go(store.get().telling.at + 1),
    /** The moment before; or this one again, if the page is beside it. */
    previous() {
      const state = store.get();
      return go(isBeside(state) ? state.telling.at : state.telling.at - 1);
    },
    /** The page began with a story; `kept` is the reader's work that the browser keeps meanwhile, if there is any. */
    welcome(said, kept) {
      mine = kept || null;
      if (said.length) lab.say(unknown(said), "warning");
      else if (!book.holds(store.get().telling.content)) {
        lab.say(
          `This is a story that somebody shared: ${moments(store.get().telling.story.length)}.${
            mine ? " Your own work is kept." : ""
          }`,
        );
      }
    },
  };
  const book = createBook(tools);
  const bar = createStoryBar(document.querySelector(".top"), {
    ...telling,
    close,
    keep: () => book.take(store.get().telling.content),
  });
  const draw = (state) => bar(state.telling, isBeside(state), book.holds(state.telling?.content));
  store.subscribe((state, before) => {
    if (
      state.telling !== before.telling || state.book !== before.book ||
      (state.telling && isBeside(state) !== isBeside(before))
    ) draw(state);
  });
  draw(store.get());
  return { ...telling, dressed: dressed("story/bar") };
}
