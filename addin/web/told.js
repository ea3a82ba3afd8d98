/** What the page was built with: every sentence that the code shows, how long it waits, how much it sends. */

const { words, faults, seconds, most } = JSON.parse(document.getElementById("told").textContent);

export { words, faults, seconds, most };

/**
 * A sentence with its {names} filled in.
 * @param {string} sentence
 * @param {Record<string, string>} values
 */
export function filled(sentence, values) {
  return sentence.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

/** Something that stopped a run and that a person is told of. */
export class Stopped extends Error {
  /**
   * @param {string} fault its name among the faults
   * @param {Record<string, string>} values
   * @param {string} sentence the server's own, which knows more
   */
  constructor(fault, values = {}, sentence = "") {
    super(fault);
    /** What is wrong and what to do. */
    this.sentence = sentence || filled(faults[fault], values);
  }
}
