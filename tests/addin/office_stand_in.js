/* Stands in for office.js and the Excel that it reaches: what the pane asks for is written down in `asked`. */
"use strict";
window.asked = [];
window.broken = [];
window.excelFault = null;
window.openFails = false;
window.ribbon = {};
document.addEventListener("securitypolicyviolation", (event) => window.broken.push(event.violatedDirective));
class ExcelFault extends Error {
  constructor(code) {
    super(code);
    this.code = code;
  }
}
const sheet = (name) => ({
  activate: () => window.asked.push(`activate ${name}`),
  getRange: (address) => ({ select: () => window.asked.push(`select ${address}`) }),
});
const context = {
  workbook: { worksheets: { getItem: sheet } },
  sync: async () => undefined,
};
window.Excel = {
  run: async (work) => {
    if (window.excelFault) {
      throw new ExcelFault(window.excelFault);
    }
    return work(context);
  },
  createWorkbook: async (content) => {
    if (window.openFails) {
      throw new ExcelFault("GeneralException");
    }
    window.asked.push(`create ${content}`);
  },
};
let tokens = 0;
window.Office = {
  onReady: (then) => Promise.resolve({ host: "Excel", platform: "OfficeOnline" }).then(then),
  auth: {
    getAccessToken: async () => {
      if (window.signInFails) {
        throw new ExcelFault("13001");
      }
      tokens += 1;
      return `token-${tokens}`;
    },
  },
  actions: {
    associate: (name, run) => {
      window.ribbon[name] = run;
    },
  },
  addin: { showAsTaskpane: async () => window.asked.push("show pane") },
  context: {
    requirements: { isSetSupported: () => true },
    ui: { openBrowserWindow: (address) => window.asked.push(`browse ${new URL(address).pathname}`) },
  },
};
