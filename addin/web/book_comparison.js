/**
 * Two readings of a workbook compared, and what was ordered with what came of it.
 */

import { areaOf, lettersOf } from "./book_places.js";

/** @typedef {import("./book.js").Cell} Cell */
/** @typedef {import("./book.js").Held} Held */
/** @typedef {import("./book.js").Orders} Orders */

const VOLATILE = /\b(NOW|RAND|RANDBETWEEN|RANDARRAY)\(/i;

/**
 * Whether two readings hold the same; what a formula comes to that differs each time it is asked is passed over.
 * @param {Held} one
 * @param {Held} other
 * @returns {boolean}
 */
export function sameBook(one, other) {
  return settled(one) === settled(other);
}

/**
 * The first cell that holds something else than was written, null where all is well.
 * @param {Orders} given
 * @param {Held} after
 * @returns {{sheet: string, address: string} | null}
 */
export function notAsWritten(given, after) {
  /** @type {Map<string, Map<string, any>>} */
  const written = new Map();
  for (const order of given.orders.filter((each) => each.do === "fill")) {
    const cells = written.get(order.sheet) ?? new Map();
    written.set(order.sheet, cells);
    const { row, column } = areaOf(order.address);
    order.rows.forEach((/** @type {any[]} */ line, /** @type {number} */ down) =>
      line.forEach((entry, right) => {
        if (entry !== null) {
          cells.set(`${row + down},${column + right}`, entry);
        }
      }),
    );
  }
  for (const [sheet, cells] of written) {
    const held = new Map(heldCells(after, sheet).map((cell) => [`${cell[0]},${cell[1]}`, cell]));
    for (const [place, entry] of cells) {
      if (!isAsWritten(entry, held.get(place))) {
        const [row, column] = place.split(",").map(Number);
        return { sheet, address: `${lettersOf(column)}${row}` };
      }
    }
  }
  return null;
}

/**
 * @param {Held} held
 * @param {string} name
 * @returns {Cell[]}
 */
function heldCells(held, name) {
  return held.sheets.find((sheet) => sheet.name === name)?.cells ?? [];
}

/** @param {Held} held */
function settled(held) {
  const sheets = held.sheets.map((sheet) => ({
    ...sheet,
    cells:
      sheet.cells?.map(([row, column, type, value, formula, shown]) =>
        formula !== null && VOLATILE.test(formula)
          ? [row, column, formula]
          : [row, column, type, value, formula, shown],
      ) ?? null,
  }));
  return JSON.stringify({ ...held, sheets });
}

/**
 * @param {any} entry
 * @param {Cell | undefined} cell
 */
function isAsWritten(entry, cell) {
  const [, , type, value, formula] = cell ?? [0, 0, "Empty", null, null];
  if (typeof entry === "number") {
    return typeof value === "number" && formula === null && Math.abs(value - entry) <= 1e-12 * Math.abs(entry);
  }
  if (typeof entry === "string" && entry.startsWith("=")) {
    return formula !== null; // what it comes to is Excel's to say
  }
  const wanted = typeof entry === "string" && entry.startsWith("'") ? entry.slice(1) : entry;
  if (wanted === "") {
    return formula === null && (type === "Empty" || value === "");
  }
  return formula === null && value === wanted;
}
