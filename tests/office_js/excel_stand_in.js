/**
 * A stand-in for Office.js' `Excel` over a workbook in memory: the part of it that addin/web/book.js uses, with the
 * manners of the original. It knows no other property or call, and what was not loaded cannot be read.
 */

import { ExcelError } from "./stand_in_grid.js";
import { ClientObject, Collection, Context } from "./stand_in_proxies.js";
import { addressOf, placeOn, quoted, Range, RangeAreas } from "./stand_in_ranges.js";

/** What `Excel.run` would hand to a function. */
export function contextOf(book) {
  const context = new Context(book);
  context.workbook = new Workbook(context, () => book);
  return context;
}

/** What stands in `globalThis.Office`. */
export function officeOf(book) {
  const isSetSupported = (set, version) => book.supports.includes(`${set} ${version}`);
  return { context: { requirements: { isSetSupported } } };
}

class Workbook extends ClientObject {
  static properties = {
    name: { get: (book) => book.name },
    readOnly: { get: (book) => book.readOnly },
  };

  get application() {
    return new Application(this.context, this.resolve);
  }

  get functions() {
    return new Functions(this.context, this.resolve);
  }

  get worksheets() {
    return new Collection(this.context, () => this.resolve().sheets, (resolve) => new Worksheet(this.context, resolve));
  }

  get tables() {
    const list = () => this.resolve().sheets.flatMap((sheet) => sheet.tables);
    return new Collection(this.context, list, (resolve) => new Table(this.context, resolve));
  }

  get names() {
    return new Collection(this.context, () => this.resolve().names, (resolve) => new NamedItem(this.context, resolve));
  }
}

class Application extends ClientObject {
  static properties = { calculationMode: { get: (book) => book.calculation } };

  suspendScreenUpdatingUntilNextSync() {
    this.call(() => {});
  }

  suspendApiCalculationUntilNextSync() {
    this.call(() => {});
  }
}

class Functions extends ClientObject {
  date(year, month, day) {
    const days = (book) => (Date.UTC(year, month - 1, day) - Date.UTC(...firstDay(book))) / 86_400_000;
    return new FunctionResult(this.context, () => ({ value: days(this.resolve()), error: "" }));
  }
}

const firstDay = (book) => (book.date1904 ? [1904, 0, 1] : [1899, 11, 30]);

class FunctionResult extends ClientObject {
  static properties = { value: { get: (result) => result.value }, error: { get: (result) => result.error } };
}

class NamedItem extends ClientObject {
  static properties = {
    name: { get: (name) => name.name },
    scope: { get: (name) => name.scope },
    formula: { get: (name) => name.formula, set: (name, formula) => Object.assign(name, { formula }) },
  };
}

class Table extends ClientObject {
  static properties = {
    name: { get: (table) => table.name },
    showHeaders: { get: (table) => table.headings ?? true },
    showTotals: { get: (table) => table.totals ?? false },
  };

  constructor(context, resolve) {
    super(context, resolve);
    this.worksheet = new Worksheet(context, () => this.resolve().sheet);
    this.autoFilter = new AutoFilter(context, resolve);
  }

  getRange() {
    return new Range(this.context, () => placeOn(this.resolve().sheet, this.resolve().address));
  }

  resize(range) {
    this.call((table) => {
      table.sheet.refuseLocked();
      const [old, place] = [placeOn(table.sheet, table.address), range.resolve()];
      if (old.row !== place.row || old.column !== place.column || old.columns !== place.columns || place.rows < 2) {
        throw new ExcelError("InvalidArgument", "resize");
      }
      table.address = addressOf(place);
    });
  }
}

class AutoFilter extends ClientObject {
  static properties = { isDataFiltered: { get: (filtered) => filtered.filtered } };
}

class Worksheet extends ClientObject {
  static properties = {
    name: { get: (sheet) => sheet.name },
    visibility: { get: (sheet) => (sheet.visible ? "Visible" : "Hidden") },
  };

  constructor(context, resolve) {
    super(context, resolve);
    this.protection = new Protection(context, resolve);
    this.autoFilter = new AutoFilter(context, resolve);
    this.charts = new Collection(context, () => this.resolve().charts, (chart) => new Chart(context, chart));
  }

  getRange(address) {
    return new Range(this.context, () => placeOn(this.resolve(), address));
  }

  getRanges(address) {
    if (address.length > 255) {
      throw new ExcelError("InvalidArgument", "a long address");
    }
    return new RangeAreas(this.context, () => address.split(",").map((each) => placeOn(this.resolve(), each)));
  }

  getRangeByIndexes(rowIndex, columnIndex, rows, columns) {
    return new Range(this.context, () => ({
      sheet: this.resolve(),
      row: rowIndex + 1,
      column: columnIndex + 1,
      rows,
      columns,
    }));
  }

  getUsedRangeOrNullObject(valuesOnly) {
    return new Range(this.context, () => {
      const bounds = valuesOnly ? this.resolve().used() : null;
      if (bounds === null) {
        return null;
      }
      const [row, column, rows, columns] = bounds;
      return { sheet: this.resolve(), row, column, rows, columns };
    });
  }

  calculate(markAllDirty) {
    this.call((sheet) => (sheet.calculations += markAllDirty ? 1 : 0));
  }
}

class Protection extends ClientObject {
  static properties = {
    protected: { get: (sheet) => sheet.locked },
    options: { get: (sheet) => (sheet.locked ? { ...sheet.lock } : null) },
    isPasswordProtected: {
      get: (sheet) => {
        if (!sheet.book.supports.includes("ExcelApiOnline 1.1")) {
          throw new ExcelError("ApiNotFound");
        }
        return Boolean(sheet.password);
      },
    },
  };

  protect(options) {
    this.call((sheet) => sheet.protect(options ?? {}));
  }

  unprotect() {
    this.call((sheet) => sheet.unprotect());
  }
}

class Chart extends ClientObject {
  static properties = { name: { get: (chart) => chart.name }, chartType: { get: (chart) => chart.type } };

  constructor(context, resolve) {
    super(context, resolve);
    const wrap = (series) => new Series(context, series, () => this.resolve().type);
    this.series = new Collection(context, () => this.resolve().series, wrap);
  }
}

const SOURCES = { Categories: "categories", Values: "values", XValues: "categories", YValues: "values", BubbleSizes: "sizes" };

/** What a series bears: what the cell that it is linked to shows, or its own name. */
function shownName({ book, name, title }) {
  if (book === undefined || !title) {
    return name;
  }
  const mark = title.lastIndexOf("!");
  const sheet = title.slice(0, mark).replace(/^=?'?/, "").replace(/'$/, "").replaceAll("''", "'");
  const { row, column } = placeOn(null, title.slice(mark + 1));
  return String(book.sheet(sheet).shown(row, column).value);
}

class Series extends ClientObject {
  static properties = {
    name: { get: shownName, set: (series, name) => Object.assign(series, name.startsWith("=") ? { title: name } : { name }) },
  };

  constructor(context, resolve, typeOf) {
    super(context, resolve);
    this.typeOf = typeOf;
  }

  getDimensionDataSourceString(dimension) {
    return this.result((series) => {
      const isBubble = this.typeOf().startsWith("Bubble");
      if (isBubble !== !["Categories", "Values"].includes(dimension)) {
        throw new ExcelError("InvalidArgument", dimension);
      }
      return series[SOURCES[dimension]];
    });
  }

  setXAxisValues(range) {
    this.point("categories", range);
  }

  setValues(range) {
    this.point("values", range);
  }

  setBubbleSizes(range) {
    this.point("sizes", range);
  }

  point(source, range) {
    this.call((series) => {
      const place = range.resolve();
      const address = addressOf(place).replaceAll(/([A-Z]+)(\d+)/g, "$$$1$$$2");
      series[source] = `${quoted(place.sheet.name)}!${address}`;
    });
  }
}

