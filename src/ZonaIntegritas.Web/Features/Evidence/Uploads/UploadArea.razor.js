// The browser's half of an upload area: takes what is dropped or chosen, and shows the queue's uploads of its sheet.
import { add, all, listen, scopeOf } from "../../../js/uploads/queue.js";
import { dropped, most, plain, refusalOf, size } from "../../../js/uploads/files.js";
import { compare, end, offersFor } from "../../../js/uploads/offers.js";
import { Row, moreRow, offerRow } from "../../../js/uploads/rows.js";

const shownWaiting = 5;
const busyAgain = 3000;
const areas = new Map();

const pause = (time) => new Promise((resolve) => setTimeout(() => resolve(false), time));
const circuitIsDown = () => document.getElementById("components-reconnect-modal")?.open === true;

export function attach(root, dotnet) {
  const area = new Area(root, dotnet);
  areas.set(root, area);
  area.start();
}

export function refresh(root) { areas.get(root)?.restart(); }

export function detach(root) {
  areas.get(root)?.leave();
  areas.delete(root);
}

class Area {
  #rows = new Map();
  #offers = [];
  #leaving = new AbortController();
  #suggestion = null;

  constructor(root, dotnet) {
    Object.assign(this, { root, dotnet });
    // Around a whole panel or dialog where there is one, so that nobody has to aim.
    this.zone = root.closest("[data-drop]") ?? root;
    this.list = root.querySelector(":scope > .uploads");
    this.said = root.querySelector(":scope > .upload-said");
  }

  get purpose() {
    const { unit, assessment, question, item, suggestion } = this.root.dataset;
    return { unit, assessment, question, item, suggestion: this.#suggestion ?? suggestion };
  }

  start() {
    const { signal } = this.#leaving;
    this.root.addEventListener("change", (event) => this.#chosen(event), { signal });
    // A button beside a suggested document chooses a file for that one.
    this.zone.addEventListener("click", (event) => this.#chooseFor(event.target.closest("[data-upload-for]")), { signal });
    this.root.addEventListener("cancel", () => { this.#suggestion = null; }, { signal });
    for (const name of ["dragover", "dragleave", "drop"]) this.zone.addEventListener(name, (event) => this.#dragged(event), { signal });
    // A file dropped beside the area would replace the page and with it everything under way.
    for (const name of ["dragover", "drop"]) {
      document.addEventListener(name, (event) => event.dataTransfer?.types.includes("Files") && event.preventDefault(), { signal });
    }
    signal.addEventListener("abort", listen((job) => this.#changed(job)));
    this.restart();
    // For whoever drives the page by program: from here on files are taken.
    this.root.dataset.ready = "";
  }

  restart() {
    this.draw();
    return this.#offer();
  }

  leave() {
    this.#leaving.abort();
    this.list.replaceChildren();
  }

  #chosen(event) {
    const input = event.target;
    if (input.type !== "file" || input.closest(".uploads")) return;
    const found = plain(input.files);
    input.value = "";
    this.#take(found);
    this.#suggestion = null;
  }

  #chooseFor(button) {
    if (!button) return;
    this.#suggestion = button.dataset.uploadFor;
    this.root.querySelector("[data-action=unggah]").click();
  }

  async #dragged(event) {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    // A card's own area stands inside the panel's.
    event.stopPropagation();
    this.root.classList.toggle("dropping", event.type === "dragover");
    if (event.type === "drop") this.#take(await dropped(event.dataTransfer));
  }

  #take({ files, skipped }) {
    const several = this.root.hasAttribute("data-multiple");
    const taken = files.slice(0, several ? most : 1);
    for (const { file, path } of taken) {
      this.#offers = this.#offers.filter((offer) => offer.name !== file.name || offer.length !== file.size || offer.question !== (this.purpose.question ?? null));
      add(file, this.purpose, path, refusalOf(file, this.root.dataset));
    }
    const words = [];
    if (skipped > 0) words.push(`${skipped} berkas tersembunyi dilewati.`);
    if (taken.length < files.length) words.push(several ? `Paling banyak ${most.toLocaleString("id-ID")} berkas sekali pilih; ${files.length - taken.length} berkas lain belum diunggah.` : "Hanya satu berkas yang diambil.");
    if (files.length === 0) words.push("Tidak ada berkas yang dapat diunggah di sini.");
    this.#say(words.join(" "));
    this.draw();
  }

  #changed(job) {
    if (scopeOf(job.purpose) !== scopeOf(this.purpose)) return;
    if (job.state === "done") {
      this.#say(job.known ? `${job.path} sudah ada di pustaka unit, jadi dokumen yang ada dipakai.` : `${job.path} tersimpan.`);
      this.#tell();
    } else if (["lost", "paused"].includes(job.state) && this.#rows.get(job)?.element.dataset.state !== job.state) {
      this.#say(`${job.path} ${job.state === "lost" ? "menunggu sambungan" : "dijeda"}.`);
    }
    const row = this.#rows.get(job);
    if (row && all().includes(job)) row.show();
    if (!row || !all().includes(job) || job.state === "waiting" || row.element.dataset.state !== job.state) this.draw();
  }

  #say(words) { this.said.textContent = words; }

  // The circuit may be down at this moment; the panel learns of the file when it is back.
  async #tell() {
    while (!this.#leaving.signal.aborted) {
      // A call made while the circuit is down is lost without a word, so it waits; one that got lost on the way is made again.
      if (!circuitIsDown() && await Promise.race([this.dotnet.invokeMethodAsync("Uploaded").then(() => true, () => false), pause(10_000)])) return;
      await pause(500);
    }
  }

  draw() {
    const mine = all().filter((job) => scopeOf(job.purpose) === scopeOf(this.purpose));
    const waiting = mine.filter((job) => job.state === "waiting");
    const hidden = new Set(waiting.slice(shownWaiting));
    const rows = mine.filter((job) => !hidden.has(job)).map((job) => {
      if (!this.#rows.has(job)) this.#rows.set(job, new Row(job));
      return this.#rows.get(job).element;
    });
    for (const job of this.#rows.keys()) if (!all().includes(job)) this.#rows.delete(job);
    const offers = this.#offers.map((offer) => (offer.row ??= offerRow(offer, {
      take: (file, say) => this.#takeOffered(offer, file, say),
      end: () => this.#endOffered(offer),
    })));
    this.#place([...offers, ...rows, ...(hidden.size > 0 ? [moreRow(hidden.size, scopeOf(this.purpose))] : [])]);
  }

  // Only what is not in its place is moved, so that a focused button keeps its focus.
  #place(rows) {
    rows.forEach((row, index) => {
      if (this.list.children[index] !== row) this.list.insertBefore(row, this.list.children[index] ?? null);
    });
    while (this.list.children.length > rows.length) this.list.lastElementChild.remove();
  }

  async #offer() {
    const scope = scopeOf(this.purpose);
    const found = await offersFor(this.purpose).catch(() => []);
    if (this.#leaving.signal.aborted || scope !== scopeOf(this.purpose)) return;
    // Right after a reload the server may still be reading the last piece of the page that is gone.
    this.#offers = found.filter((offer) => !offer.busy);
    if (found.length > this.#offers.length) setTimeout(() => this.#offer(), busyAgain);
    this.draw();
  }

  async #takeOffered(offer, file, say) {
    const purpose = { ...this.purpose, question: offer.question ?? undefined, item: offer.item ?? undefined, suggestion: offer.suggestion || undefined };
    const same = await compare(offer, file, purpose);
    if (same === "other") {
      say(`"${file.name}" (${size(file.size)}) bukan berkas yang sama dengan ${offer.name} (${size(offer.length)}). Pilih berkas yang dulu, atau tekan Batal lalu unggah yang baru.`);
      return;
    }
    this.#offers = this.#offers.filter((other) => other !== offer);
    if (same === "elsewhere") {
      this.#say(`${offer.name} dahulu dimulai di komputer atau peramban lain, jadi diulang dari awal.`);
      await end(offer).catch(() => {});
    }
    add(file, purpose, file.name, refusalOf(file, this.root.dataset));
  }

  async #endOffered(offer) {
    this.#offers = this.#offers.filter((other) => other !== offer);
    this.draw();
    this.#say(`Unggahan ${offer.name} dibatalkan.`);
    await end(offer).catch(() => {});
  }
}
