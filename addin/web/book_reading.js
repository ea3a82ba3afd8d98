/**
 * The workbook that is open in Excel, read typed through Office.js in few answers however many rows there are.
 */

import { isSupported, plain, tried } from "./book_calls.js";
import { drawnCharts, readCharts } from "./book_charts.js";
import { areaOf, placeOf } from "./book_places.js";

/** @typedef {import("./book.js").Cell} Cell */
/** @typedef {import("./book.js").Held} Held */
/** @typedef {import("./book.js").HeldName} HeldName */
/** @typedef {import("./book.js").HeldTable} HeldTable */
/** @typedef {import("./book_places.js").Area} Area */

const PREFIX = "vm_";
const LAST_ROW = 1048576;
/** Excel on the web refuses answers and requests of more than 5 MB. */
const CELLS_IN_ANSWER = 60_000;
const FEWEST_CELLS_IN_ANSWER = 1_000;
const TOO_LARGE = ["RequestPayloadSizeLimitExceeded", "ResponsePayloadSizeLimitExceeded"];
/** A box of more cells is not read: something stands far from everything else. */
const CELLS_IN_SHEET = 1_000_000;

/**
 * Everything of ours in the workbook, typed.
 * @param {Excel.RequestContext} context
 * @returns {Promise<Held>}
 */
export async function readBook(context) {
  const { workbook } = context;
  workbook.load("name,readOnly");
  const worksheets = workbook.worksheets.load("items/name,items/visibility");
  const listed = workbook.tables.load("items/name,items/showHeaders,items/showTotals,items/worksheet/name");
  const defined = workbook.names.load("items/name,items/formula,items/scope");
  await context.sync();

  const names = defined.items
    .filter((each) => each.scope === "Workbook" && isOurs(each.name))
    .map((each) => ({ name: each.name, formula: String(each.formula) }));
  const ours = new Set(names.map((each) => placeOf(each.formula).sheet));
  listed.items.filter((each) => isOurs(each.name)).forEach((each) => ours.add(each.worksheet.name));

  const ranges = listed.items.map((each) => each.getRange().load("address"));
  const filters = listed.items.map((each) => each.autoFilter.load("isDataFiltered"));
  const looked = worksheets.items.map((sheet) => lookAt(sheet, ours.has(sheet.name)));
  await context.sync();

  const tables = listed.items.map((each, at) => ({
    name: each.name,
    sheet: each.worksheet.name,
    address: placeOf(ranges[at].address).address,
    headings: each.showHeaders,
    totals: each.showTotals,
  }));
  const filtered = new Set(tables.filter((_, at) => filters[at].isDataFiltered).map((each) => each.sheet));
  const areas = areasOf(tables, names);
  const read = looked.filter((each) => each.used);
  const boxes = read.map((each) => ({ sheet: each.sheet, box: boxOf(each, areas) }));
  const drawn = drawnCharts(read);
  const cells = await readCells(context, boxes, CELLS_IN_ANSWER);
  const locked = await withPassword(context, read.filter((each) => each.sheet.protection.protected));
  const date1904 = await startsIn1904(context);
  const charts = await readCharts(context, drawn);

  return {
    name: workbook.name,
    date1904,
    read_only: workbook.readOnly,
    sheets: looked.map(({ sheet, filter }) => ({
      name: sheet.name,
      protected: sheet.protection.protected,
      password: locked.has(sheet.name),
      visible: sheet.visibility === "Visible",
      filtered: filter.isDataFiltered || filtered.has(sheet.name),
      cells: cells.has(sheet.name) ? (cells.get(sheet.name) ?? null) : [],
    })),
    tables,
    names,
    charts,
  };
}

/** @param {string} name */
function isOurs(name) {
  return name.toLowerCase().startsWith(PREFIX);
}

/**
 * What there is to know of a sheet before its cells are read.
 * @param {Excel.Worksheet} sheet
 * @param {boolean} isOurs
 */
function lookAt(sheet, isOurs) {
  sheet.protection.load("protected,options");
  return {
    sheet,
    filter: sheet.autoFilter.load("isDataFiltered"),
    charts: isOurs ? sheet.charts.load("items/name,items/chartType") : null,
    used: isOurs
      ? sheet.getUsedRangeOrNullObject(true).load("rowIndex,columnIndex,rowCount,columnCount")
      : null,
  };
}

/**
 * Where our tables, with the row below them, and our names stand, by sheet.
 * @param {HeldTable[]} tables
 * @param {HeldName[]} names
 * @returns {Map<string, Area[]>}
 */
function areasOf(tables, names) {
  const places = [
    ...tables.filter((each) => isOurs(each.name)).map((each) => ({ sheet: each.sheet, address: each.address })),
    ...names.map((each) => placeOf(each.formula)),
  ];
  /** @type {Map<string, Area[]>} */
  const areas = new Map();
  for (const { sheet, address } of places) {
    const area = areaOf(address);
    if (area.row > 0) {
      areas.set(sheet, [...(areas.get(sheet) ?? []), { ...area, lastRow: Math.min(area.lastRow + 1, LAST_ROW) }]);
    }
  }
  return areas;
}

/**
 * The box around everything that a sheet holds and everything of ours, null for nothing.
 * @param {{sheet: Excel.Worksheet, used: Excel.Range | null}} looked
 * @param {Map<string, Area[]>} areas
 * @returns {Area | null}
 */
function boxOf({ sheet, used }, areas) {
  const parts = [...(areas.get(sheet.name) ?? [])];
  if (used !== null && !used.isNullObject) {
    const [row, column] = [used.rowIndex + 1, used.columnIndex + 1];
    parts.push({ row, column, lastRow: row + used.rowCount - 1, lastColumn: column + used.columnCount - 1 });
  }
  return parts.length === 0
    ? null
    : {
        row: Math.min(...parts.map((each) => each.row)),
        column: Math.min(...parts.map((each) => each.column)),
        lastRow: Math.max(...parts.map((each) => each.lastRow)),
        lastColumn: Math.max(...parts.map((each) => each.lastColumn)),
      };
}

/**
 * The cells of every box that hold something, null for a box that is too large. Read in strips of at most so many
 * cells together; where Excel finds an answer too large all the same, in smaller ones.
 * @param {Excel.RequestContext} context
 * @param {{sheet: Excel.Worksheet, box: Area | null}[]} boxes
 * @param {number} most
 * @returns {Promise<Map<string, Cell[] | null>>}
 */
async function readCells(context, boxes, most) {
  try {
    return await readStrips(context, boxes, most);
  } catch (error) {
    const code = /** @type {{code?: string}} */ (error).code ?? "";
    if (!TOO_LARGE.includes(code) || most <= FEWEST_CELLS_IN_ANSWER) {
      throw error;
    }
    return readCells(context, boxes, most / 4);
  }
}

/**
 * @param {Excel.RequestContext} context
 * @param {{sheet: Excel.Worksheet, box: Area | null}[]} boxes
 * @param {number} most
 * @returns {Promise<Map<string, Cell[] | null>>}
 */
async function readStrips(context, boxes, most) {
  /** @type {Map<string, Cell[] | null>} */
  const found = new Map();
  /** @type {{name: string, range: Excel.Range, row: number, column: number}[]} */
  let asked = [];
  let count = 0;
  const answer = async () => {
    await context.sync();
    asked.forEach((strip) => /** @type {Cell[]} */ (found.get(strip.name)).push(...filledCells(strip)));
    [asked, count] = [[], 0];
  };
  for (const { sheet, box } of boxes) {
    const isRead = box !== null && sizeOf(box) <= CELLS_IN_SHEET;
    found.set(sheet.name, box === null || isRead ? [] : null);
    for (const strip of isRead ? stripsOf(box, most) : []) {
      if (count > 0 && count + sizeOf(strip) > most) {
        await answer();
      }
      const [rows, columns] = [strip.lastRow - strip.row + 1, strip.lastColumn - strip.column + 1];
      const range = sheet.getRangeByIndexes(strip.row - 1, strip.column - 1, rows, columns);
      asked.push({ name: sheet.name, range: range.load("values,formulas,valueTypes,numberFormat"), ...strip });
      count += sizeOf(strip);
    }
  }
  await answer();
  return found;
}

/** @param {Area} area */
function sizeOf({ row, column, lastRow, lastColumn }) {
  return (lastRow - row + 1) * (lastColumn - column + 1);
}

/**
 * A box cut across into strips of no more cells than an answer holds.
 * @param {Area} box
 * @param {number} most
 * @returns {Area[]}
 */
function stripsOf(box, most) {
  const height = Math.max(1, Math.floor(most / (box.lastColumn - box.column + 1)));
  const strips = [];
  for (let row = box.row; row <= box.lastRow; row += height) {
    strips.push({ ...box, row, lastRow: Math.min(row + height - 1, box.lastRow) });
  }
  return strips;
}

/**
 * @param {{range: Excel.Range, row: number, column: number}} strip
 * @returns {Cell[]}
 */
function filledCells({ range, row, column }) {
  const { values, formulas, valueTypes, numberFormat } = range;
  /** @type {Cell[]} */
  const cells = [];
  values.forEach((line, down) =>
    line.forEach((value, right) => {
      const type = String(valueTypes[down][right]);
      const typed = formulas[down][right];
      const formula = typeof typed === "string" && typed.startsWith("=") && typed !== value ? typed : null;
      if (type !== "Empty" || formula !== null) {
        const shown = typeof value === "number" ? String(numberFormat[down][right]) : null;
        cells.push([row + down, column + right, type, type === "Empty" ? null : value, formula, shown]);
      }
    }),
  );
  return cells;
}

/**
 * Names of locked sheets that need a password. Where Excel does not tell, it is tried: unlocked and locked again.
 * @param {Excel.RequestContext} context
 * @param {{sheet: Excel.Worksheet}[]} locked
 * @returns {Promise<Set<string>>}
 */
async function withPassword(context, locked) {
  const sheets = locked.map((each) => each.sheet);
  if (sheets.length === 0) {
    return new Set();
  }
  if (isSupported("ExcelApiOnline", "1.1")) {
    sheets.forEach((sheet) => sheet.protection.load("isPasswordProtected"));
    await context.sync();
    return new Set(sheets.filter((sheet) => sheet.protection.isPasswordProtected).map((sheet) => sheet.name));
  }
  if (await opens(context, sheets)) {
    return new Set();
  }
  const names = new Set();
  for (const sheet of sheets) {
    if (!(await opens(context, [sheet]))) {
      names.add(sheet.name);
    }
  }
  return names;
}

/**
 * Whether locked sheets open without a password; they are locked again as they were.
 * @param {Excel.RequestContext} context
 * @param {Excel.Worksheet[]} sheets
 */
function opens(context, sheets) {
  return tried(context, () =>
    sheets.forEach(({ protection }) => {
      const options = plain(protection.options);
      protection.unprotect();
      protection.protect(options);
    }),
  );
}

/**
 * Whether the workbook counts days from 1904: its own DATE function tells.
 * @param {Excel.RequestContext} context
 */
async function startsIn1904(context) {
  /** @type {Excel.FunctionResult<number> | null} */
  let second = null;
  const told = await tried(context, () => {
    second = context.workbook.functions.date(1904, 1, 2).load("value,error");
  });
  return told && second !== null && /** @type {Excel.FunctionResult<number>} */ (second).value === 1;
}
