/** What is sent to the server and what it replies; who is asking, where people sign in. */

import { most, seconds, Stopped } from "./told.js";

const REFUSALS = new Map([
  [401, "sign-in"],
  [403, "sign-in"],
  [413, "too-large"],
  [429, "busy"],
  [503, "busy"],
  [504, "timeout"],
]);
const KINDS = new Set(["question", "answer"]);
let signIn;

/**
 * What the server replies to a button.
 * @param {string} button the button's name
 * @param {object} body the workbook, the answers so far, and what can be undone
 */
export async function ask(button, body) {
  const payload = JSON.stringify(body);
  if (payload.length > most) {
    throw new Stopped("too-large");
  }
  let response = await post(button, payload, await token());
  if (response.status === 401 && signIn) {
    response = await post(button, payload, await token());
  }
  return replyOf(response);
}

async function post(button, payload, bearer) {
  const headers = { "Content-Type": "application/json" };
  if (bearer) {
    headers.Authorization = `Bearer ${bearer}`;
  }
  return fetched(`run/${encodeURIComponent(button)}`, { method: "POST", headers, body: payload });
}

/** The token of who is signed in to Excel, "" where the server asks for none. */
async function token() {
  if (signIn === undefined) {
    const settings = await fetched("settings.json", { headers: { Accept: "application/json" } });
    if (!settings.ok) {
      throw new Stopped("server-failed");
    }
    signIn = (await jsonOf(settings)).sign_in === true;
  }
  if (!signIn) {
    return "";
  }
  try {
    return await Office.auth.getAccessToken({ allowSignInPrompt: true });
  } catch {
    throw new Stopped("sign-in");
  }
}

async function fetched(address, options) {
  try {
    return await fetch(address, { ...options, cache: "no-store", signal: AbortSignal.timeout(seconds * 1000) });
  } catch (problem) {
    throw new Stopped(problem.name === "TimeoutError" ? "timeout" : "no-network");
  }
}

async function replyOf(response) {
  if (!response.ok) {
    const said = await response.json().catch(() => null);
    const sentence = typeof said?.text === "string" ? said.text : "";
    throw new Stopped(REFUSALS.get(response.status) ?? "server-failed", {}, sentence);
  }
  const reply = await jsonOf(response);
  if (!KINDS.has(reply?.kind)) {
    throw new Stopped("not-understood");
  }
  return reply;
}

async function jsonOf(response) {
  try {
    return await response.json();
  } catch (problem) {
    throw new Stopped(problem.name === "TimeoutError" ? "timeout" : "not-understood");
  }
}
