/** What a button does: read the workbook, ask the server, put its questions, carry its orders out, show its answer. */

import * as panel from "./panel.js";
import { ask } from "./server.js";
import { faults, filled, Stopped, words } from "./told.js";
import { goTo, held, inExcel, opened, write } from "./workbook.js";

const buttons = [...document.querySelectorAll("[data-button]")];
const notice = document.getElementById("notice");
const kept = { undo: null, after: null };
let running = false;
let latest = null;

/**
 * Run a button to its end; does nothing while another runs.
 * @param {HTMLElement} button
 * @param {{focus?: boolean}} how whether the answer takes the focus, as for one who pressed a key
 */
async function run(button, { focus = false } = {}) {
  if (running) {
    return;
  }
  latest = button;
  setRunning(true);
  panel.begin(button.querySelector(".label").textContent);
  panel.progress(button.dataset.reads === "yes" ? words.reading : words.working);
  button.scrollIntoView({ block: "nearest" });
  try {
    await converse(button, focus);
  } catch (problem) {
    const stopped = problem instanceof Stopped ? problem : new Stopped("not-understood");
    panel.answer("failed", stopped.sentence, { focus });
  } finally {
    setRunning(false);
  }
}

async function converse(button, focus) {
  const before = button.dataset.reads === "yes" ? await held() : null;
  const told = { answers: {}, files: {} };
  const last = button.dataset.undoes === "yes" ? kept : {};
  for (;;) {
    panel.progress(words.working);
    const reply = await ask(button.dataset.button, { book: before, ...told, ...last });
    if (reply.kind === "answer") {
      await conclude(reply, before, focus);
      return;
    }
    const given = await panel.asked(reply);
    if (given === null) {
      leave();
      panel.say(words.cancelled);
      return;
    }
    if (reply.asks === "text") {
      told.answers[reply.id] = given;
    } else {
      told.files[reply.id] = await Promise.all(given.map(sent));
    }
  }
}

async function conclude(reply, before, focus) {
  let { tone, text } = reply;
  if (reply.orders) {
    const unlike = await written(reply, before);
    if (unlike) {
      tone = "warning";
      text = `${filled(faults["not-as-written"], { cell: unlike })}\n\n${text}`;
    }
  }
  const extra = [...(await offered(reply.files ?? [])), ...shown(reply.show)];
  if (!text && extra.length === 0) {
    leave();
    panel.say(words["nothing-said"]);
    return;
  }
  panel.answer(tone === "warning" ? "warning" : "done", text || words["nothing-said"], { cells: goTo, extra, focus });
  if (reply.where) {
    await goTo(reply.where);
  }
}

/** Carry the orders out, and keep what takes them back from the first cell on, even if the rest cannot be written. */
async function written(reply, before) {
  panel.progress(words.writing);
  try {
    const { after, unlike } = await write(before, reply.orders, () => {
      kept.undo = reply.undo ?? null;
      kept.after = null;
    });
    kept.after = kept.undo === null ? null : after;
    return unlike;
  } catch (problem) {
    if (kept.undo !== null && kept.after === null) {
      kept.after = await held().catch(() => null);
    }
    throw problem;
  }
}

async function offered(files) {
  const parts = [];
  for (const { name, content, opens } of files) {
    const isOpen = opens && inExcel() && (await opened(content));
    parts.push(panel.element("p", "line", isOpen ? filled(words.opened, { name }) : ""), panel.download(name, content));
  }
  return parts.filter((part) => part.textContent !== "");
}

/** A page of the server's own, opened beside Excel, and a link to it should the browser have held it back. */
function shown(show) {
  const address = show ? new URL(show, document.baseURI) : null;
  if (address?.origin !== window.location.origin) {
    return [];
  }
  if (inExcel() && Office.context.requirements.isSetSupported("OpenBrowserWindowApi", "1.1")) {
    Office.context.ui.openBrowserWindow(address.href);
  } else {
    window.open(address.href, "_blank", "noopener");
  }
  const link = panel.element("a", "download", words.show);
  link.href = address.href;
  link.target = "_blank";
  link.rel = "noopener";
  return [link];
}

function sent(file) {
  return new Promise((settle, refuse) => {
    const reader = new FileReader();
    reader.onload = () => settle({ name: file.name, content: String(reader.result).split(",", 2)[1] ?? "" });
    reader.onerror = () => refuse(new Stopped("file-unreadable", { name: file.name }));
    reader.readAsDataURL(file);
  });
}

/** Buttons keep the focus while one runs, so they are marked as out of use and not taken out of it. */
function setRunning(value) {
  running = value;
  for (const button of buttons) {
    if (value) {
      button.setAttribute("aria-disabled", "true");
    } else {
      button.removeAttribute("aria-disabled");
    }
    button.toggleAttribute("data-running", value && button === latest);
  }
}

function leave() {
  const had = document.activeElement === document.body || document.getElementById("run").contains(document.activeElement);
  panel.close();
  if (had) {
    latest?.focus();
  }
}

function start() {
  for (const button of buttons) {
    button.addEventListener("click", (event) => run(button, { focus: event.detail === 0 }));
  }
  panel.onLeave(leave);
  if (typeof Office === "undefined") {
    tellOutside();
    return;
  }
  Office.onReady(({ host }) => (host === "Excel" ? fromRibbon() : tellOutside()));
}

function fromRibbon() {
  for (const button of buttons) {
    Office.actions.associate(button.dataset.button, async (event) => {
      // A pane that cannot be brought forward is no reason to do nothing.
      await Office.addin.showAsTaskpane().catch(() => undefined);
      event?.completed();
      await run(button);
    });
  }
}

function tellOutside() {
  notice.textContent = faults["no-excel"];
  notice.hidden = false;
}

start();
