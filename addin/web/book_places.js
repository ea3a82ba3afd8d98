/**
 * Addresses and references as Excel writes them.
 */

/** @typedef {{row: number, column: number, lastRow: number, lastColumn: number}} Area */

/**
 * Sheet and address of a reference such as ='Indata & mer'!$B$2:$F$9.
 * @param {string} reference
 */
export function placeOf(reference) {
  const bare = reference.replace(/^=/, "");
  const mark = bare.lastIndexOf("!");
  const sheet = bare.slice(0, Math.max(mark, 0));
  const isQuoted = sheet.startsWith("'") && sheet.endsWith("'");
  return { sheet: isQuoted ? sheet.slice(1, -1).replaceAll("''", "'") : sheet, address: bare.slice(mark + 1) };
}

/**
 * Bounds of an address such as B2:F9 or $B$2, counted from 1; row 0 for anything else.
 * @param {string} address
 * @returns {Area}
 */
export function areaOf(address) {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/.exec(address);
  if (match === null) {
    return { row: 0, column: 0, lastRow: 0, lastColumn: 0 };
  }
  const [row, column] = [Number(match[2]), columnOf(match[1])];
  return { row, column, lastRow: Number(match[4] ?? row), lastColumn: match[3] ? columnOf(match[3]) : column };
}

/** @param {string} letters */
function columnOf(letters) {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}

/** @param {number} column */
export function lettersOf(column) {
  let letters = "";
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}
