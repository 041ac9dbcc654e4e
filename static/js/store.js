// The one state of the page: a value, its listeners, and the history of what the reader made. It knows no DOM.

const DEEP = 200; // undo steps kept

/** `problem` is what undo brings back; the rest (mode, place, focus, answers) only follows. */
export function createStore(initial) {
  let state = initial;
  let [past, future] = [[], []];
  const listeners = new Set();

  function set(patch) {
    const before = state;
    state = { ...state, ...patch };
    for (const listen of listeners) listen(state, before);
  }

  return {
    get: () => state,
    set,
    subscribe: (listener) => listeners.add(listener),
    /** A change of the problem by the reader. `gesture`: changes of one name in a row are one undo. */
    change(patch, gesture = null) {
      const merged = gesture !== null && past.at(-1)?.gesture === gesture && !future.length;
      if (!merged) past = [...past, { problem: state.problem, gesture }].slice(-DEEP);
      future = [];
      set({ problem: { ...state.problem, ...patch } });
    },
    undo: () => travel(past, future),
    redo: () => travel(future, past),
  };

  function travel(from, to) {
    const entry = from.pop();
    if (!entry) return false;
    to.push({ problem: state.problem, gesture: null });
    set({ problem: entry.problem });
    return true;
  }
}
