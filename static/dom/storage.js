// The storage of this browser, which may be refused.

/**
 * What `work(localStorage)` returns; undefined where it is refused, be it by its getter.
 *
 * @template Found
 * @param {(storage: Storage) => Found} work
 * @returns {Found | undefined}
 */
export function attempt(work) {
  try {
    return work(localStorage);
  } catch {
    return undefined;
  }
}
