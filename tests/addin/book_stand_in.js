/* Stands in for book.js: a workbook that is a number, which grows when it is written. */
window.book = { name: "kalkyl.xlsx", number: 1, changes: false, unlike: null, writeFails: null };

export async function readBook() {
  window.asked.push("read");
  if (window.book.changes) {
    window.book.number += 1;
  }
  return { name: window.book.name, number: window.book.number };
}

export async function carryOut(context, orders) {
  window.asked.push(`write ${JSON.stringify(orders)}`);
  window.book.number += 1;
  if (window.book.writeFails) {
    const fault = new Error(window.book.writeFails);
    fault.code = window.book.writeFails;
    throw fault;
  }
}

export function sameBook(one, other) {
  return one.number === other.number;
}

export function notAsWritten() {
  return window.book.unlike;
}
