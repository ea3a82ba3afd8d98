/** The workbook that is open in Excel: read, written, shown. What stops Excel is said in the pane's own words. */

import { carryOut, notAsWritten, readBook, sameBook } from "./book.js";
import { Stopped } from "./told.js";

/** Whether the page is open in Excel. */
export function inExcel() {
  return typeof Excel !== "undefined" && typeof Excel.run === "function";
}

/** Everything that the server needs to know of the workbook. */
export async function held() {
  return batch(readBook, "excel-read");
}

/**
 * Carry a run's orders out, where the workbook still is what the server saw.
 * @param {object} before the workbook that the server saw
 * @param {object} orders
 * @param {() => void} begun called when the first cell is about to be written
 * @returns the workbook after, and the first cell that holds something else than was written, "" where none does
 */
export async function write(before, orders, begun) {
  if (!sameBook(before, await held())) {
    throw new Stopped("book-changed");
  }
  begun();
  await batch((context) => carryOut(context, orders), "excel-write");
  const after = await held();
  return { after, unlike: cellName(notAsWritten(orders, after)) };
}

/**
 * Show a cell; a sheet that is gone or hidden is no reason to stop.
 * @param {{sheet: string, address: string}} where
 */
export async function goTo({ sheet, address }) {
  try {
    await Excel.run(async (context) => {
      const found = context.workbook.worksheets.getItem(sheet);
      found.activate();
      found.getRange(address).select();
      await context.sync();
    });
  } catch {
    return;
  }
}

/**
 * Open a new workbook in a window of its own.
 * @param {string} content base64
 * @returns whether Excel opened it
 */
export async function opened(content) {
  try {
    await Excel.createWorkbook(content);
    return true;
  } catch {
    return false;
  }
}

async function batch(work, fault) {
  if (!inExcel()) {
    throw new Stopped("no-excel");
  }
  try {
    return await Excel.run(work);
  } catch (problem) {
    const code = String(problem.code ?? problem.name ?? "");
    throw code === "InvalidOperationInCellEditMode" ? new Stopped("cell-editing") : new Stopped(fault, { code });
  }
}

function cellName(cell) {
  if (!cell) {
    return "";
  }
  return typeof cell === "string" ? cell : `${cell.sheet}!${cell.address}`;
}
