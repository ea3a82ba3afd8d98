/* Loads the stand-in of Excel that tests/office_js has, with a workbook of the test's, before the pane's own code. */
"use strict";
window.broken = [];
window.shown = [];
window.made = [];
document.addEventListener("securitypolicyviolation", (event) => window.broken.push(event.violatedDirective));
const workbook = (async () => {
  const [{ contextOf, officeOf }, { Book }] = await Promise.all([
    import("/excel_stand_in.js"),
    import("/stand_in_grid.js"),
  ]);
  const book = new Book(await (await fetch("/workbook.json")).json());
  window.book = book;
  Object.assign(window.Office.context, officeOf(book).context);
  return () => contextOf(book);
})();
window.open = (address) => window.shown.push(new URL(address).pathname);
window.Excel = { run: async (work) => work((await workbook)()), createWorkbook: async (content) => window.made.push(content) };
window.readAgain = async () => (await import("/book.js")).readBook((await workbook)());
window.Office = {
  onReady: (then) => workbook.then(() => ({ host: "Excel" })).then(then),
  actions: { associate: () => undefined },
  context: {},
};
