// Draws each view for itself: one that throws is switched off and said once, and the rest goes on. It knows no view.

/**
 * `say(name)` is called once for each that is switched off; the error itself is reported as any other.
 *
 * @param {(name: string) => void} say
 */
export function createIsolation(say) {
  const off = new Set();
  /** @param {string} name @param {() => void} draw */
  return function isolated(name, draw) {
    if (off.has(name)) return;
    try {
      draw();
    } catch (error) {
      off.add(name);
      reportError(error);
      say(name);
    }
  };
}
