/** Ranges of a worksheet: read and typed into as a whole, dressed, copied, made higher. */

import { ExcelError } from "./stand_in_grid.js";
import { ClientObject } from "./stand_in_proxies.js";

const LAST_ROW = 1048576;

const columnOf = (letters) => [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);

export function lettersOf(column) {
  return column === 0 ? "" : lettersOf(Math.floor((column - 1) / 26)) + String.fromCharCode(65 + ((column - 1) % 26));
}

/** A place on a sheet: {sheet, row, column, rows, columns}. */
export function placeOn(sheet, address) {
  const rows = /^(\d+):(\d+)$/.exec(address);
  if (rows !== null) {
    return { sheet, row: Number(rows[1]), column: 1, rows: rows[2] - rows[1] + 1, columns: 1 };
  }
  const match = /^\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?$/.exec(address);
  if (match === null) {
    throw new ExcelError("InvalidArgument", address);
  }
  const [row, column] = [Number(match[2]), columnOf(match[1])];
  const lastRow = Number(match[4] ?? row);
  const lastColumn = match[3] === undefined ? column : columnOf(match[3]);
  if (lastRow > LAST_ROW || lastRow < row || lastColumn < column) {
    throw new ExcelError("InvalidArgument", address);
  }
  return { sheet, row, column, rows: lastRow - row + 1, columns: lastColumn - column + 1 };
}

export function addressOf({ row, column, rows, columns }) {
  const first = `${lettersOf(column)}${row}`;
  const last = `${lettersOf(column + columns - 1)}${row + rows - 1}`;
  return first === last ? first : `${first}:${last}`;
}

/** As Excel names a sheet in a reference: quoted only where it must be. */
export const quoted = (name) => (/^[\p{L}_][\p{L}\d_.]*$/u.test(name) ? name : `'${name.replaceAll("'", "''")}'`);

function gathered({ sheet, row, column, rows, columns }, of) {
  return Array.from({ length: rows }, (_, down) =>
    Array.from({ length: columns }, (__, right) => of(sheet.shown(row + down, column + right))),
  );
}

function eachCell(place, content, act) {
  const isFilled = content.length === place.rows && content.every((line) => line.length === place.columns);
  if (!isFilled) {
    throw new ExcelError("InvalidArgument", "the rows do not fill the range");
  }
  content.forEach((line, down) => line.forEach((each, right) => act(place.row + down, place.column + right, each)));
}

function typeInto(place, content, longest) {
  place.sheet.refuseLocked();
  eachCell(place, content, (row, column, entered) => {
    if (typeof entered === "string" && entered.length > longest) {
      throw new ExcelError("InvalidArgument", "too long");
    }
    place.sheet.enter(row, column, entered);
  });
}

function dress({ sheet, row, column, rows, columns }, style) {
  sheet.refuseLocked();
  if (!(style in sheet.book.styles)) {
    throw new ExcelError("InvalidArgument", `no style ${style}`);
  }
  for (let down = 0; down < rows; down += 1) {
    for (let right = 0; right < columns; right += 1) {
      Object.assign(sheet.cell(row + down, column + right), { style, format: sheet.book.styles[style] });
    }
  }
}

export class Range extends ClientObject {
  static properties = {
    address: { get: (place) => `${quoted(place.sheet.name)}!${addressOf(place)}` },
    rowIndex: { get: (place) => place.row - 1 },
    columnIndex: { get: (place) => place.column - 1 },
    rowCount: { get: (place) => place.rows },
    columnCount: { get: (place) => place.columns },
    values: {
      get: (place) => gathered(place, (cell) => cell.value),
      set: (place, rows) => typeInto(place, rows, 40000),
    },
    formulas: {
      get: (place) => gathered(place, (cell) => cell.formula ?? cell.value),
      set: (place, rows) => typeInto(place, rows, 8192),
    },
    valueTypes: { get: (place) => gathered(place, (cell) => cell.kind) },
    numberFormat: {
      get: (place) => gathered(place, (cell) => cell.format),
      set: (place, formats) => {
        place.sheet.refuseLocked();
        eachCell(place, formats, (row, column, format) => {
          const cell = place.sheet.cell(row, column);
          cell.format = format ?? cell.format;
        });
      },
    },
  };

  get format() {
    return new RangeFormat(this.context, this.resolve);
  }

  copyFrom(source, type) {
    this.call((target) => {
      target.sheet.refuseLocked();
      const from = source.resolve();
      if (type !== "Formats" || target.rows % from.rows !== 0 || target.columns !== from.columns) {
        throw new ExcelError("InvalidArgument", "copyFrom");
      }
      const looks = gathered(from, ({ style, format }) => ({ style, format }));
      for (let down = 0; down < target.rows; down += 1) {
        looks[down % from.rows].forEach((look, right) =>
          Object.assign(target.sheet.cell(target.row + down, target.column + right), look),
        );
      }
    });
  }
}

export class RangeAreas extends ClientObject {
  static properties = { style: { set: (places, style) => places.forEach((place) => dress(place, style)) } };
}

class RangeFormat extends ClientObject {
  static properties = {
    rowHeight: { set: (place, points) => eachRow(place, (row) => place.sheet.heights.set(row, points)) },
    useStandardHeight: { set: (place) => eachRow(place, (row) => place.sheet.heights.delete(row)) },
  };

  autofitRows() {
    this.call((place) => eachRow(place, (row) => place.sheet.fitted.add(row)));
  }
}

function eachRow({ sheet, row, rows }, act) {
  sheet.refuseLocked();
  for (let down = 0; down < rows; down += 1) {
    act(row + down);
  }
}
