/** The stand-in and addin/web/book.js under Node, told what to do by lines of JSON; every line gets one in answer. */

import { createInterface } from "node:readline";

import { carryOut, notAsWritten, readBook, sameBook } from "./book.js";
import { contextOf, officeOf } from "./excel_stand_in.js";
import { Book } from "./stand_in_grid.js";

const books = [];

const deeds = {
  open: ({ content }) => books.push(new Book(content)) - 1,
  close: ({ book }) => {
    books[book] = null;
  },
  read: ({ book }) => readBook(contextOf(books[book])),
  carryOut: async ({ book, orders }) => {
    await carryOut(contextOf(books[book]), orders);
  },
  sameBook: ({ one, other }) => sameBook(one, other),
  notAsWritten: ({ orders, after }) => notAsWritten(orders, after),
  state: ({ book }) => books[book].state(),
  set: ({ book, values }) => {
    Object.assign(books[book], values);
  },
  setSheet: ({ book, sheet, values }) => {
    Object.assign(books[book].sheet(sheet), values);
  },
  setTable: ({ book, table, values }) => {
    Object.assign(books[book].table(table), values);
  },
  swallow: ({ book, sheet, row, column }) => {
    books[book].sheet(sheet).swallowed.add(`${row},${column}`);
  },
  type: ({ book, sheet, row, column, entered }) => books[book].sheet(sheet).enter(row, column, entered),
  put: ({ book, sheet, row, column, value, look }) => {
    const cell = books[book].sheet(sheet).cell(row, column);
    cell.hold(value);
    Object.assign(cell, look);
  },
  removeSheet: ({ book, sheet }) => {
    books[book].sheets = books[book].sheets.filter((each) => each.name !== sheet);
  },
};

for await (const line of createInterface({ input: process.stdin })) {
  const asked = JSON.parse(line);
  let answer;
  try {
    if (books[asked.book]) {
      globalThis.Office = officeOf(books[asked.book]);
    }
    answer = { gives: (await deeds[asked.do](asked)) ?? null };
  } catch (error) {
    answer = { error: error.code ?? "defect", says: error.stack };
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
