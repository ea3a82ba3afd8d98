/**
 * A workbook in memory that takes what is typed as Excel does: "001" becomes 1, "=…" a formula, an apostrophe keeps
 * text. Formulas are not calculated: what they come to is looked up in `calculated`.
 */

export const GENERAL = "General";
const TEXT = "@";
const ERRORS = ["#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#GETTING_DATA"];
const NUMBER = /^\s*[-+]?(\d[\d\s]*([.,]\d*)?|[.,]\d+)\s*$/;
const DAY = /^(\d{4}-\d\d-\d\d|\d+\/\d+|(mars|maj|jan|march|may)\.?\s*\d+)$/i;

/** What Office.js throws: a code and a sentence. */
export class ExcelError extends Error {
  constructor(code, message = code) {
    super(message);
    this.code = code;
  }
}

/** A cell: its value and of what kind it is, its formula, named style and number format. */
export class Cell {
  kind = "Empty";
  value = "";
  formula = null;
  style = "Normal";
  format = GENERAL;

  hold(value) {
    this.formula = null;
    if (value === null || value === undefined) {
      [this.kind, this.value] = ["Empty", ""];
    } else if (typeof value === "object") {
      [this.kind, this.value] = ["Error", value.error];
    } else {
      const kinds = { string: "String", number: "Double", boolean: "Boolean" };
      [this.kind, this.value] = [kinds[typeof value], value];
    }
  }
}

export class Sheet {
  constructor(book, { name, locked, password, cells, tables, charts, visible = true }) {
    Object.assign(this, { book, name, locked, password, charts, visible });
    this.lock = locked ? { allowFormatColumns: true, allowSort: false, selectionMode: "Normal" } : {};
    this.tables = tables.map((table) => ({ ...table, sheet: this, filtered: false }));
    const series = charts.flatMap((chart) => chart.series);
    series.forEach((each) => Object.defineProperty(each, "book", { value: book })); // no part of its state
    this.filtered = false;
    this.cells = new Map();
    this.heights = new Map();
    this.fitted = new Set();
    this.swallowed = new Set();
    this.calculations = this.timesUnlocked = 0;
    for (const [row, column, value, formula, style, format] of cells) {
      const cell = this.cell(row, column);
      cell.hold(value === null && formula !== null ? { error: "#GETTING_DATA" } : value);
      Object.assign(cell, { formula, style, format });
    }
  }

  /** The cell to write to. */
  cell(row, column) {
    const key = `${row},${column}`;
    if (!this.cells.has(key)) {
      this.cells.set(key, new Cell());
    }
    return this.cells.get(key);
  }

  /** The cell to read. */
  shown(row, column) {
    return this.cells.get(`${row},${column}`) ?? new Cell();
  }

  refuseLocked() {
    if (this.locked) {
      throw new ExcelError("AccessDenied", "the sheet is protected");
    }
  }

  unprotect() {
    if (this.locked && this.password) {
      throw new ExcelError("InvalidArgument", "wrong password");
    }
    [this.locked, this.lock] = [false, {}];
    this.timesUnlocked += 1;
  }

  protect(options) {
    if (this.locked) {
      throw new ExcelError("InvalidOperation", "already protected");
    }
    [this.locked, this.lock] = [true, { ...options }];
  }

  /** Bounds of everything that holds something: [row, column, rows, columns], null for nothing. */
  used() {
    const places = [...this.cells].filter(([, cell]) => cell.kind !== "Empty" || cell.formula !== null);
    if (places.length === 0) {
      return null;
    }
    const rows = places.map(([key]) => Number(key.split(",")[0]));
    const columns = places.map(([key]) => Number(key.split(",")[1]));
    const least = (numbers) => numbers.reduce((one, other) => Math.min(one, other));
    const most = (numbers) => numbers.reduce((one, other) => Math.max(one, other));
    const [row, column] = [least(rows), least(columns)];
    return [row, column, most(rows) - row + 1, most(columns) - column + 1];
  }

  /** Do as Excel does when something is typed. */
  enter(row, column, entered) {
    this.refuseLocked();
    if (this.book.failAfter !== null && this.book.failAfter-- <= 0) {
      throw new ExcelError("GeneralException", "Excel broke off");
    }
    if (entered === null || this.swallowed.has(`${row},${column}`)) {
      return;
    }
    const cell = this.cell(row, column);
    const isText = cell.format === TEXT;
    if (typeof entered === "string" && entered.startsWith("'")) {
      cell.hold(entered.slice(1));
    } else if (typeof entered === "string" && entered.length > 32767) {
      throw new ExcelError("InvalidArgument", "the text is too long");
    } else if (typeof entered === "string" && entered.startsWith("=") && !isText) {
      const worth = this.book.calculated[`${this.name}!${row},${column}`];
      cell.hold(worth === undefined || worth === null ? { error: "#GETTING_DATA" } : worth);
      cell.formula = entered;
    } else if (typeof entered === "string" && !isText) {
      this.guess(cell, entered);
    } else {
      cell.hold(entered === "" ? null : entered);
    }
  }

  /** What Excel makes of text that is typed into an ordinary cell. */
  guess(cell, text) {
    const lower = text.toLowerCase();
    if (text === "") {
      cell.hold(null);
    } else if (ERRORS.includes(text)) {
      cell.hold({ error: text });
    } else if (["true", "sant", "false", "falskt"].includes(lower)) {
      cell.hold(["true", "sant"].includes(lower));
    } else if (NUMBER.test(text)) {
      cell.hold(Number(text.replaceAll(/\s/g, "").replace(",", ".")));
    } else if (DAY.test(text)) {
      cell.hold(46000);
      cell.format = "yyyy-mm-dd";
    } else if (/^\(\d+\)$/.test(text)) {
      cell.hold(-1);
    } else if ("+-@".includes(text[0]) && text.length > 1) {
      throw new ExcelError("InvalidArgument", "not a formula");
    } else {
      cell.hold(text);
    }
  }
}

/** The whole workbook. `supports` are requirement sets of this Excel. */
export class Book {
  constructor({ name, date1904, sheets, names, styles }) {
    Object.assign(this, { name, date1904, names, styles });
    this.sheets = sheets.map((sheet) => new Sheet(this, sheet));
    this.calculated = {};
    this.supports = ["ExcelApi 1.15"];
    this.calculation = "Automatic";
    this.readOnly = false;
    this.failAfter = null;
    this.largestAllowed = 5_000_000;
    this.syncs = this.largestPayload = 0;
  }

  sheet(name) {
    return found(this.sheets, (sheet) => sheet.name === name);
  }

  table(name) {
    return found(this.sheets.flatMap((sheet) => sheet.tables), (table) => table.name === name);
  }

  /** Everything a test may ask about, as plain values. */
  state() {
    return {
      syncs: this.syncs,
      largest_payload: this.largestPayload,
      names: this.names,
      sheets: this.sheets.map((sheet) => ({
        name: sheet.name,
        locked: sheet.locked,
        lock: sheet.lock,
        heights: Object.fromEntries(sheet.heights),
        fitted: [...sheet.fitted],
        calculations: sheet.calculations,
        times_unlocked: sheet.timesUnlocked,
        charts: sheet.charts,
        looks: Object.fromEntries([...sheet.cells].map(([key, cell]) => [key, [cell.style, cell.format]])),
      })),
    };
  }
}

export function found(items, isWanted) {
  const item = items.find(isWanted);
  if (item === undefined) {
    throw new ExcelError("ItemNotFound");
  }
  return item;
}
