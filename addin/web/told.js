/** What the page was built with: every sentence that the code shows, and how long it waits. */

const { words, faults, seconds } = JSON.parse(document.getElementById("told").textContent);

export { words, faults, seconds };

/**
 * A sentence with its {names} filled in.
 * @param {string} sentence
 * @param {Record<string, string>} values
 */
export function filled(sentence, values) {
  return sentence.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

/** Something that stopped a run and that a person is told of, by its name among the faults. */
export class Stopped extends Error {
  /**
   * @param {string} fault
   * @param {Record<string, string>} values
   */
  constructor(fault, values = {}) {
    super(fault);
    this.fault = fault;
    this.values = values;
  }

  /** What is wrong and what to do. */
  get sentence() {
    return filled(faults[this.fault], this.values);
  }
}
