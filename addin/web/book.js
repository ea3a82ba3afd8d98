/**
 * The workbook that is open in Excel, read typed and written by orders, through Office.js. Everything is decided in
 * Python: here nothing is judged, only read, carried out and compared. The wire is described in
 * python/vardering/books/office_js/README.md.
 */

/**
 * @typedef {[number, number, string, any, string | null, string | null]} Cell
 * Row and column from 1, Office.js' value type, value, formula where there is one, number format of a number.
 * @typedef {{name: string, protected: boolean, password: boolean, visible: boolean, filtered: boolean,
 *   cells: Cell[] | null}} HeldSheet
 * @typedef {{name: string, sheet: string, address: string, headings: boolean, totals: boolean}} HeldTable
 * @typedef {{name: string, formula: string}} HeldName
 * @typedef {{name: string, categories: string, values: string, sizes: string}} HeldSeries
 * @typedef {{sheet: string, name: string, series: HeldSeries[]}} HeldChart
 * @typedef {{name: string, date1904: boolean, read_only: boolean, sheets: HeldSheet[], tables: HeldTable[],
 *   names: HeldName[], charts: HeldChart[]}} Held
 * @typedef {{do: string, [part: string]: any}} Order
 * @typedef {{sheets: string[], orders: Order[]}} Orders
 */

export { readBook } from "./book_reading.js";
export { carryOut } from "./book_orders.js";
export { notAsWritten, sameBook } from "./book_comparison.js";
