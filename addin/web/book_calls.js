/**
 * Calls to Excel that may fail, and what this Excel knows.
 */

/**
 * Whether Excel did what was asked; where it did not, nobody is the wiser.
 * @param {Excel.RequestContext} context
 * @param {() => void} ask
 */
export async function tried(context, ask) {
  try {
    ask();
    await context.sync();
    return true;
  } catch {
    return false;
  }
}

/**
 * @param {string} set
 * @param {string} version
 */
export function isSupported(set, version) {
  return globalThis.Office?.context?.requirements?.isSetSupported(set, version) ?? false;
}

/**
 * @template T
 * @param {T} options
 * @returns {T | undefined}
 */
export function plain(options) {
  return options === null || options === undefined ? undefined : JSON.parse(JSON.stringify(options));
}
