// Single keys that move through a sheet, and notes that survive a lost line.
const typing = (target) => target.closest("input:not([type=radio]), textarea, select, [contenteditable]");
const prefix = "zi-catatan/";
let page;

function onKeyDown(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || document.querySelector("dialog[open], .mud-dialog")) return;
  const key = event.key.toLowerCase();
  const act = {
    u: () => document.querySelector("[data-action=unggah]")?.click(),
    n: () => document.querySelector("#catatan[data-draft]")?.focus(),
    p: openTalk,
    "?": () => document.querySelector("[data-action=bantuan]")?.click(),
  }[key];
  if (act) {
    act();
  } else if (/^[1-6]$/.test(key)) {
    document.querySelector(`.editable:not(.by-letter) input[data-key="${key}"], input[data-reason="${key}"]`)?.click();
  } else if (/^[a-e]$/.test(key)) {
    byLetter(key);
  } else if (["j", "k", "o", "t", "r", "x"].includes(key) || (key === "enter" && !event.target.closest("button, a, summary, label"))) {
    page.invokeMethodAsync("OnKey", key);
  } else {
    return;
  }
  event.preventDefault();
}

// Unfolds the thread and goes to its field.
function openTalk() {
  const field = document.querySelector("[data-action=pesan]");
  if (!field) return;
  field.closest("details").open = true;
  field.focus();
}

// A letter is an option by its name or, for Ya and Tidak, by its place; D without an option D leads to the reason.
function byLetter(letter) {
  const place = letter.charCodeAt(0) - 96;
  const option = document.querySelector(`.editable input[value="${letter.toUpperCase()}"], .editable.by-letter input[data-key="${place}"]`);
  if (option) option.click();
  else if (letter === "d") (document.querySelector("input[data-reason]:checked") ?? document.querySelector("input[data-reason]"))?.focus();
}

// What is typed is kept here at once, because the line to the server may be down; the server says when it is saved.
function onInput(event) {
  const key = event.target.dataset?.draft;
  if (key) localStorage.setItem(prefix + key, event.target.value);
}

// The line is back in the same page: the server never heard what was typed meanwhile, so it is told again.
function onLine(event) {
  if (event.detail.state !== "hide") return;
  for (const field of document.querySelectorAll("[data-draft]")) {
    if (localStorage.getItem(prefix + field.dataset.draft) !== null) field.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

const line = () => document.getElementById("components-reconnect-modal");

export function attach(reference) {
  page = reference;
  line()?.addEventListener("components-reconnect-state-changed", onLine);
  document.addEventListener("keydown", onKeyDown);
  document.addEventListener("input", onInput);
  // For whoever drives the page by program: from here on keys are heard.
  document.body.dataset.keys = "";
}

export function detach() {
  line()?.removeEventListener("components-reconnect-state-changed", onLine);
  document.removeEventListener("keydown", onKeyDown);
  document.removeEventListener("input", onInput);
  delete document.body.dataset.keys;
}

export function recall(key) {
  return localStorage.getItem(prefix + key);
}

export function forget(question) {
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith(`${prefix}${question}@`)) localStorage.removeItem(key);
  }
}

// Keeps the chosen question in sight in its list, without moving the page.
export function reveal() {
  const tree = document.querySelector(".sheet-tree");
  const current = tree?.querySelector("[aria-current=true]");
  if (!tree) document.querySelector("tr[aria-current=true]")?.scrollIntoView({ block: "nearest" });
  if (!current) return;
  const middle = current.offsetTop - tree.clientHeight / 2;
  if (current.offsetTop < tree.scrollTop || current.offsetTop > tree.scrollTop + tree.clientHeight - 40) tree.scrollTop = middle;
}
