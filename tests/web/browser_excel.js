/** Excel for a task pane in a browser: the stand-in over the workbook that the test server hands out. */

import { readBook } from "/book.js";
import content from "/stand_in/content.js";
import { contextOf, officeOf } from "/stand_in/excel_stand_in.js";
import { Book } from "/stand_in/stand_in_grid.js";

const book = new Book(content);
globalThis.opened = [];
globalThis.broken = [];
document.addEventListener("securitypolicyviolation", (event) => globalThis.broken.push(event.violatedDirective));
globalThis.book = book;
globalThis.readAgain = () => readBook(contextOf(book));
globalThis.Excel = {
  run: async (work) => work(contextOf(book)),
  createWorkbook: async (workbook) => globalThis.opened.push(workbook),
};
globalThis.Office = {
  ...officeOf(book),
  onReady: (then) => Promise.resolve({ host: "Excel" }).then(then),
  actions: { associate: () => undefined },
};
