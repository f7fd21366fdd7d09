// One line per upload on the screen, and one per upload that waits for its file.
import { cancel, cancelWaiting, close, pause, resume, retry } from "./queue.js";
import { size } from "./files.js";

const percent = (job) => Math.floor((100 * job.sent) / Math.max(1, job.file.size));

const words = {
  waiting: () => "Menunggu giliran",
  running: (job) => `${percent(job)} % dari ${size(job.file.size)}`,
  checking: () => "Memeriksa…",
  paused: (job) => `Dijeda pada ${percent(job)} %. Yang sudah terkirim aman.`,
  lost: (job) => job.message || `Sambungan terputus pada ${percent(job)} %. Yang sudah terkirim aman; unggahan berlanjut sendiri begitu tersambung.`,
  failed: (job) => job.message,
};

const buttons = {
  waiting: [["Batal", cancel]],
  running: [["Jeda", pause], ["Batal", cancel]],
  checking: [],
  paused: [["Lanjutkan", resume], ["Batal", cancel]],
  lost: [["Jeda", pause], ["Batal", cancel]],
};

const labelOf = (name, question) => (question ? `${question} · ${name}` : name);

function element(tag, className, text = "") {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}

function button(word, name, act) {
  const made = element("button", "button quiet small", word);
  made.type = "button";
  made.setAttribute("aria-label", `${word} ${name}`);
  made.onclick = act;
  return made;
}

/** A line that follows its job. */
export class Row {
  #name = element("span", "upload-name");
  #buttons = element("span", "upload-buttons");
  #bar = document.createElement("progress");
  #word = element("span", "upload-word");

  constructor(job) {
    this.job = job;
    this.element = element("li", "upload");
    this.#name.textContent = labelOf(job.path, job.purpose.question);
    this.#bar.max = 100;
    this.#bar.setAttribute("aria-label", `Mengunggah ${job.path}`);
    this.element.append(this.#name, this.#buttons, this.#bar, this.#word);
    this.show();
  }

  show() {
    const { state } = this.job;
    // Refusals are read out; percentages are not.
    if (state === "failed") this.#word.setAttribute("role", "alert");
    else this.#word.removeAttribute("role");
    this.#word.textContent = words[state]?.(this.job) ?? "";
    this.#bar.value = percent(this.job);
    if (this.element.dataset.state === state) return;
    this.element.dataset.state = state;
    this.element.className = `upload ${state}`;
    this.#bar.hidden = state === "failed";
    this.#press(state === "failed" ? this.#afterFailure() : buttons[state] ?? []);
  }

  #afterFailure() { return this.job.again ? [["Ulangi", retry], ["Batal", cancel]] : [["Tutup", close]]; }

  // Whoever pressed a button with the keyboard finds the next one under the finger.
  #press(list) {
    const held = this.#buttons.contains(document.activeElement);
    this.#buttons.replaceChildren(...list.map(([word, act]) => button(word, this.job.path, () => act(this.job))));
    if (held) this.#buttons.firstElementChild?.focus();
  }
}

/** Those that wait their turn beyond the first few are counted, not drawn. */
export function moreRow(count, scope) {
  const row = element("li", "upload more");
  const buttons = element("span", "upload-buttons");
  buttons.append(button("Batalkan semua", "yang menunggu", () => cancelWaiting(scope)));
  row.append(element("span", "upload-name", `${count} berkas lagi menunggu giliran`), buttons);
  return row;
}

/** An upload that stopped earlier: browsers cannot reopen a file by themselves. */
export function offerRow(offer, { take, end }) {
  const row = element("li", "upload offer");
  const buttons = element("span", "upload-buttons");
  const choose = element("label", "button quiet small", "Pilih berkas");
  const input = element("input", "visually-hidden");
  input.type = "file";
  input.setAttribute("aria-label", `Pilih lagi ${offer.name} untuk melanjutkan`);
  input.onchange = () => input.files.length > 0 && take(input.files[0], (message) => { word.textContent = message; });
  choose.append(input);
  buttons.append(choose, button("Batal", offer.name, end));
  const word = element("span", "upload-word");
  word.textContent = `${offer.name} berhenti pada ${Math.floor((100 * offer.offset) / offer.length)} %. Pilih lagi berkas yang sama untuk melanjutkan.`;
  row.append(element("span", "upload-name", labelOf(offer.name, offer.question)), buttons, word);
  return row;
}
