/**
 * Orders carried out in the workbook that is open in Excel, through Office.js.
 */

import { plain } from "./book_calls.js";
import { pointSeries } from "./book_charts.js";
import { areaOf } from "./book_places.js";

/** @typedef {import("./book.js").Order} Order */
/** @typedef {import("./book.js").Orders} Orders */

/** Excel on the web refuses requests of more than 5 MB. */
const SIGNS_IN_REQUEST = 1_500_000;
const SIGNS_IN_ADDRESS = 250;
const LONG_TEXT = 8_000;

/**
 * Do what is ordered, in order. Sheets are unlocked first and locked again as they were, come what may.
 * @param {Excel.RequestContext} context
 * @param {Orders} given
 * @returns {Promise<void>}
 */
export async function carryOut(context, given) {
  const { worksheets } = context.workbook;
  const application = context.workbook.application.load("calculationMode");
  const locks = given.sheets.map((name) => ({ name, lock: worksheets.getItem(name).protection }));
  locks.forEach(({ lock }) => lock.load("protected,options"));
  const chosen = chosenFormats(context, given.orders);
  await context.sync();

  const opened = locks
    .filter(({ lock }) => lock.protected)
    .map(({ name, lock }) => ({ name, options: plain(lock.options) }));
  let stop = null;
  try {
    opened.forEach(({ name }) => worksheets.getItem(name).protection.unprotect());
    await carryOutOpened(context, given.orders, chosen, application.calculationMode === "Manual");
  } catch (error) {
    stop = error;
  }
  try {
    await lockAgain(context, opened);
  } catch (error) {
    stop = stop ?? error;
  }
  if (stop !== null) {
    throw stop;
  }
}

/**
 * Ranges of which only the cells with one number format get another, read beforehand.
 * @param {Excel.RequestContext} context
 * @param {Order[]} orders
 * @returns {Map<Order, Excel.Range[]>}
 */
function chosenFormats(context, orders) {
  const picky = orders.filter((each) => each.do === "format" && each.where !== null && each.where !== undefined);
  return new Map(
    picky.map((order) => [
      order,
      order.areas.map((/** @type {string} */ area) =>
        context.workbook.worksheets.getItem(order.sheet).getRange(area).load("numberFormat"),
      ),
    ]),
  );
}

/**
 * @param {Excel.RequestContext} context
 * @param {Order[]} orders
 * @param {Map<Order, Excel.Range[]>} chosen
 * @param {boolean} isManual
 */
async function carryOutOpened(context, orders, chosen, isManual) {
  const { application, worksheets } = context.workbook;
  const hush = () => {
    application.suspendScreenUpdatingUntilNextSync();
    application.suspendApiCalculationUntilNextSync();
  };
  let signs = 0;
  hush();
  for (const order of orders) {
    const size = JSON.stringify(order).length;
    if (signs > 0 && signs + size > SIGNS_IN_REQUEST) {
      await context.sync();
      hush();
      signs = 0;
    }
    signs += size;
    carryOutOne(context, order, chosen.get(order) ?? []);
  }
  if (isManual) {
    const written = new Set(orders.filter((each) => each.do === "fill").map((each) => each.sheet));
    written.forEach((name) => worksheets.getItem(name).calculate(true));
  }
  await context.sync();
}

/**
 * @param {Excel.RequestContext} context
 * @param {Order} order
 * @param {Excel.Range[]} chosen
 */
function carryOutOne(context, order, chosen) {
  const { worksheets, tables, names } = context.workbook;
  const sheet = order.sheet === undefined ? null : worksheets.getItem(order.sheet);
  const rows = () => /** @type {Excel.Worksheet} */ (sheet).getRange(`${order.first}:${order.last}`);
  const range = (/** @type {string} */ address) => /** @type {Excel.Worksheet} */ (sheet).getRange(address);
  switch (order.do) {
    case "resize":
      tables.getItem(order.table).resize(range(order.address));
      break;
    case "copy-formats":
      range(order.to).copyFrom(range(order.from), "Formats");
      break;
    case "style":
      addressesOf(order.areas).forEach((address) => {
        /** @type {Excel.Worksheet} */ (sheet).getRanges(address).style = order.style;
      });
      break;
    case "format":
      giveFormat(order, chosen, range);
      break;
    case "fill":
      fill(range(order.address), order.rows);
      break;
    case "name":
      names.getItem(order.name).formula = order.formula;
      break;
    case "heights":
      if (order.points === null) {
        rows().format.useStandardHeight = true;
      } else {
        rows().format.rowHeight = order.points;
      }
      break;
    case "fit":
      rows().format.autofitRows();
      break;
    case "series":
      pointSeries(context, order);
      break;
    default:
      throw new Error(`no order ${order.do}`);
  }
}

/**
 * @param {Order} order
 * @param {Excel.Range[]} chosen
 * @param {(address: string) => Excel.Range} range
 */
function giveFormat(order, chosen, range) {
  if (order.where === null || order.where === undefined) {
    order.areas.forEach((/** @type {string} */ address) => {
      const { row, column, lastRow, lastColumn } = areaOf(address);
      range(address).numberFormat = table(lastRow - row + 1, lastColumn - column + 1, order.format);
    });
    return;
  }
  chosen.forEach((cells) => {
    cells.numberFormat = cells.numberFormat.map((line) =>
      line.map((each) => (each === order.where ? order.format : null)),
    );
  });
}

/**
 * @param {Excel.Range} range
 * @param {any[][]} rows
 */
function fill(range, rows) {
  const isLong = rows.length === 1 && rows[0].length === 1 && String(rows[0][0]).length > LONG_TEXT;
  if (isLong) {
    range.values = rows; // no formula may be so long
  } else {
    range.formulas = rows;
  }
}

/**
 * Lock the sheets that were opened, unless they are locked.
 * @param {Excel.RequestContext} context
 * @param {{name: string, options: Excel.WorksheetProtectionOptions | undefined}[]} opened
 */
async function lockAgain(context, opened) {
  if (opened.length === 0) {
    return;
  }
  const sheets = opened.map(({ name, options }) => ({
    options,
    lock: context.workbook.worksheets.getItem(name).protection.load("protected"),
  }));
  await context.sync();
  sheets.filter(({ lock }) => !lock.protected).forEach(({ lock, options }) => lock.protect(options));
  await context.sync();
}

/**
 * Areas as addresses that Excel takes: several in one as long as it does not become too long.
 * @param {string[]} areas
 * @returns {string[]}
 */
function addressesOf(areas) {
  /** @type {string[]} */
  const addresses = [];
  for (const area of areas) {
    const last = addresses.at(-1);
    if (last !== undefined && last.length + area.length < SIGNS_IN_ADDRESS) {
      addresses[addresses.length - 1] = `${last},${area}`;
    } else {
      addresses.push(area);
    }
  }
  return addresses;
}

/**
 * @template T
 * @param {number} rows
 * @param {number} columns
 * @param {T} content
 * @returns {T[][]}
 */
function table(rows, columns, content) {
  return Array.from({ length: rows }, () => Array(columns).fill(content));
}
