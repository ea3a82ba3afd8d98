/** The part of the pane that shows a run: its progress, a question, its answer. */

import { filled, words } from "./told.js";

const panel = document.getElementById("run");
const heading = document.getElementById("run-heading");
const body = document.getElementById("run-body");
const closing = document.getElementById("close");
const said = document.getElementById("said");
const CELL_LINE = /^((?:[^\s:!]+: )?)([^:!]{1,31})!([A-Z]{1,3}[0-9]{1,7})(: .*)$/s;
const FIGURE_LINE = /^(.{1,60}:) ([−-]?[0-9][0-9\s]*(?:,[0-9]+)?\s?(?:kr|tkr|mnkr|%|procent)?)$/s;
const links = [];
let leave = () => undefined;

/**
 * Show that a button runs.
 * @param {string} label the button's
 */
export function begin(label) {
  forget();
  heading.textContent = label;
  panel.hidden = false;
}

/** @param {string} text what goes on just now */
export function progress(text) {
  const line = element("p", "progress", text);
  line.prepend(element("span", "spinner"));
  body.replaceChildren(line);
  turn("running");
  say(text);
}

/**
 * Show what a run ended with.
 * @param {"done" | "warning" | "failed"} state
 * @param {string} text lines; an empty line parts paragraphs, a line that begins with a cell links to it
 * @param {{cells?: (where: object) => void, extra?: Node[], focus?: boolean}} more
 */
export function answer(state, text, { cells, extra = [], focus = false } = {}) {
  const mark = element("p", "mark", words[state]);
  body.replaceChildren(mark, ...paragraphs(text, cells), ...extra);
  body.scrollTop = 0;
  turn(state);
  say(`${heading.textContent}. ${words[state]}. ${text}`);
  if (focus || panel.contains(document.activeElement)) {
    heading.focus();
  }
}

/** Put the panel away; what was said last stays for those who listen. */
export function close() {
  forget();
  panel.hidden = true;
}

/** @param {string} text for those who listen, whatever is shown */
export function say(text) {
  said.textContent = text;
}

/** @param {() => void} left called when the person closes an answer */
export function onLeave(left) {
  leave = left;
}

/**
 * Put a question, and give the answer that the person chose, or null where they changed their mind.
 * @param {{asks: "text" | "file" | "files", question: string, suggestion?: string, ending?: string}} question
 * @returns {Promise<string | File[] | null>}
 */
export function asked(question) {
  const form = element("form", "question");
  const field = question.asks === "text" ? textField(question) : fileField(question);
  const problem = element("p", "problem");
  problem.id = "question-problem";
  problem.setAttribute("role", "alert");
  const cancel = element("button", "plain", words.cancel);
  cancel.type = "button";
  const buttons = element("div", "choices");
  buttons.append(element("button", "main", words.continue), cancel);
  form.noValidate = true;
  form.append(...field.parts, problem, buttons);
  body.replaceChildren(form);
  turn("question");
  say(question.question);
  field.input.focus();
  return new Promise((settle) => {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const wrong = field.wrong();
      problem.textContent = wrong;
      field.input.setAttribute("aria-invalid", String(wrong !== ""));
      if (wrong) {
        field.input.focus();
        return;
      }
      heading.focus();
      settle(field.given());
    });
    cancel.addEventListener("click", () => settle(null));
    form.addEventListener("keydown", (event) => {
      if (event.key === "Escape") {
        event.stopPropagation();
        settle(null);
      }
    });
  });
}

function textField({ question, suggestion }) {
  const label = element("label", "asked", question);
  const input = element("input", "text");
  input.id = "question-answer";
  input.type = "text";
  input.autocomplete = "off";
  input.value = suggestion ?? "";
  label.htmlFor = input.id;
  input.setAttribute("aria-describedby", "question-problem");
  input.addEventListener("focus", () => input.select(), { once: true });
  return {
    parts: [label, input],
    input,
    wrong: () => (input.value.trim() === "" ? words["answer-needed"] : ""),
    given: () => input.value.trim(),
  };
}

function fileField({ question, asks, ending }) {
  const text = element("p", "asked", question);
  text.id = "question-text";
  const input = element("input", "unseen");
  input.id = "question-answer";
  input.type = "file";
  input.multiple = asks === "files";
  input.accept = ending ?? "";
  const label = element("label", "picker", words[input.multiple ? "choose-files" : "choose-file"]);
  label.htmlFor = input.id;
  const chosen = element("p", "chosen", words["none-chosen"]);
  chosen.id = "question-chosen";
  input.setAttribute("aria-describedby", "question-text question-chosen question-problem");
  input.addEventListener("change", () => {
    const names = [...input.files].map((file) => file.name).join(", ");
    chosen.textContent = names ? filled(words.chosen, { names }) : words["none-chosen"];
  });
  const strange = () => [...input.files].find((file) => !file.name.toLowerCase().endsWith((ending ?? "").toLowerCase()));
  return {
    parts: [text, input, label, chosen],
    input,
    wrong: () => {
      const other = strange();
      if (input.files.length === 0) {
        return words["file-needed"];
      }
      return other ? filled(words["ending-wrong"], { name: other.name, ending }) : "";
    },
    given: () => [...input.files],
  };
}

/**
 * A link by which a file is saved.
 * @param {string} name
 * @param {string} content base64
 */
export function download(name, content) {
  const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
  const link = element("a", "download", filled(words.download, { name }));
  link.href = URL.createObjectURL(new Blob([bytes]));
  link.download = name;
  links.push(link.href);
  return link;
}

/**
 * An element with a class and a text.
 * @param {string} tag
 * @param {string} className
 * @param {string} text
 */
export function element(tag, className, text = "") {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}

function paragraphs(text, cells) {
  return text
    .split(/\n\s*\n/)
    .map((block) => block.split("\n").filter((line) => line.trim() !== ""))
    .filter((lines) => lines.length > 0)
    .map((lines) => {
      if (lines.length === 1) {
        const paragraph = element("p", "line");
        paragraph.append(...line(lines[0], cells));
        return paragraph;
      }
      const list = element("ul", "lines");
      list.setAttribute("role", "list");
      list.append(...lines.map((one) => item(one, cells)));
      return list;
    });
}

function item(text, cells) {
  const figure = FIGURE_LINE.exec(text);
  const made = element("li", figure ? "figure" : "");
  if (figure) {
    made.append(element("span", "", figure[1]), " ", element("strong", "", figure[2]));
    return made;
  }
  made.append(...line(text, cells));
  return made;
}

function line(text, cells) {
  const found = cells ? CELL_LINE.exec(text) : null;
  if (!found) {
    return [text];
  }
  const [, severity, sheet, address, rest] = found;
  const link = element("button", "cell", `${sheet}!${address}`);
  link.type = "button";
  link.setAttribute("aria-label", filled(words["go-to-cell"], { cell: `${sheet}!${address}` }));
  link.addEventListener("click", () => cells({ sheet, address }));
  return [severity ? element("strong", "severity", severity) : "", link, rest];
}

function turn(state) {
  panel.dataset.state = state;
  closing.hidden = state === "running" || state === "question";
  reveal();
}

/** Where the page is so low that all of it scrolls, the panel stands last in it. */
function reveal() {
  if (document.documentElement.scrollHeight > document.documentElement.clientHeight) {
    panel.scrollIntoView({ block: panel.offsetHeight > document.documentElement.clientHeight ? "start" : "end" });
  }
}

function forget() {
  links.splice(0).forEach((address) => URL.revokeObjectURL(address));
  body.replaceChildren();
}

closing.addEventListener("click", () => leave());
panel.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !closing.hidden) {
    leave();
  }
});
