// Zoom, turn and page number answer in the browser: no round trip to the server while somebody reads.
import { openImage } from "../../js/viewer/image-sheet.js";
import { openPdf } from "../../js/viewer/pdf-pages.js";
import { openText } from "../../js/viewer/text-sheet.js";
import { openVideo } from "../../js/viewer/video-sheet.js";
import { problemOf } from "../../js/viewer/pdf-file.js";

const step = 1.25;
const [smallest, largest] = [0.1, 5];

export function create(root) { return new Viewer(root); }

class Viewer {
  #root; #paper; #opening;
  #scale = 1;
  #turn = 0;
  #fits = true;
  #byKey = false;
  #resized = new ResizeObserver(() => requestAnimationFrame(() => this.#fits && this.#apply()));

  constructor(root) {
    this.#root = root;
    root.addEventListener("click", (event) => this.#do(event.target.closest("[data-do]")?.dataset.do));
    root.addEventListener("change", (event) => event.target.dataset.part === "page" && this.#goTo(event.target));
    root.addEventListener("keydown", (event) => this.#press(event));
    // Wherever the person is on the page, as with the sheet's own keys.
    document.addEventListener("keydown", this.#pressAnywhere);
  }

  /** @returns how many pages there are, or why the file cannot be shown. */
  async open(url, way, page) {
    this.close();
    const { signal } = (this.#opening = new AbortController());
    const stage = this.#part("stage");
    if (this.#byKey) stage.focus({ preventScroll: true });
    this.#byKey = false;
    try {
      const paper = await this.#openAs(way, stage, url, signal);
      if (signal.aborted) paper.close(); else this.#start(paper, stage, page);
      return { pages: paper.pages, problem: null };
    } catch (error) {
      return { pages: 0, problem: problemOf(error) };
    }
  }

  close() {
    this.#opening?.abort();
    this.#resized.disconnect();
    this.#paper?.close();
    this.#paper = null;
  }

  #openAs(way, stage, url, signal) {
    switch (way) {
      case "pdf": return openPdf(stage, url, signal, (number) => this.#showPage(number));
      case "video": return openVideo(stage, signal);
      case "text":
      case "table": return openText(stage, url, signal, way === "table");
      default: return openImage(stage);
    }
  }

  /** @param page which the unit means; the last one when it names one past the end. */
  #start(paper, stage, page) {
    [this.#paper, this.#turn, this.#fits] = [paper, 0, true];
    stage.scrollTop = 0;
    this.#apply();
    if (page > 1) paper.goTo(Math.min(page, paper.pages));
    this.#showPage(paper.currentPage());
    this.#resized.observe(stage);
  }

  #apply() {
    if (!this.#paper) return;
    if (this.#fits) this.#scale = this.#paper.fitScale(this.#turn);
    this.#scale = Math.min(Math.max(this.#scale, smallest), largest);
    this.#paper.apply(this.#scale, this.#turn, this.#fits);
    const zoom = this.#part("zoom");
    if (zoom) zoom.textContent = `${Math.round(this.#scale * 100)} %`;
  }

  #do(action) {
    switch (action) {
      case "zoom-in": return this.#zoom(step);
      case "zoom-out": return this.#zoom(1 / step);
      case "fit": return this.#zoom(null);
      case "turn":
        this.#turn = (this.#turn + 90) % 360;
        return this.#apply();
    }
  }

  /** @param factor null fits the paper to its stage again. */
  #zoom(factor) {
    this.#fits = factor === null;
    this.#scale *= factor ?? 1;
    this.#apply();
  }

  #press(event) {
    if (event.key === "Enter" && event.target.dataset.part === "page") {
      // Leaving the field for the page lets the arrow keys read on; it also fires "change".
      this.#part("stage").focus();
      return;
    }

    if (event.target.dataset.part === "stage" && this.#turnPage(event)) return;
    const action = { "+": "zoom-in", "=": "zoom-in", "-": "zoom-out", 0: "fit" }[event.key];
    if (!action || event.ctrlKey || event.metaKey || event.altKey || event.target.dataset.part !== "stage") return;
    event.preventDefault();
    event.stopPropagation();
    this.#do(action);
  }

  /** Whole pages of a PDF; other papers scroll as the browser does it. */
  #turnPage(event) {
    if (!(this.#paper?.pages > 1) || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return false;
    const [now, last] = [this.#paper.currentPage(), this.#paper.pages];
    const page = { PageDown: now + 1, PageUp: now - 1, Home: 1, End: last }[event.key];
    if (page === undefined) return false;
    event.preventDefault();
    this.#paper.goTo(Math.min(Math.max(page, 1), last));
    return true;
  }

  #pressAnywhere = (event) => {
    if (!this.#root.isConnected) {
      document.removeEventListener("keydown", this.#pressAnywhere);
      return;
    }

    const step = { "[": -1, "]": 1 }[event.key];
    const isTyping = event.target.closest?.("input:not([type=radio]), textarea, select, [contenteditable]");
    if (!step || isTyping || event.ctrlKey || event.metaKey || document.querySelector("dialog[open], .mud-dialog")) return;
    const files = [...this.#root.querySelectorAll(".file")];
    const next = files[files.findIndex((file) => file.ariaPressed === "true") + step];
    if (!next) return;
    event.preventDefault();
    this.#byKey = true;
    // A file that is not drawn has no stage to go to.
    next.focus();
    next.click();
  };

  #goTo(field) {
    const number = Math.min(Math.max(Math.round(Number(field.value)) || 1, 1), this.#paper?.pages ?? 1);
    this.#paper?.goTo(number);
    field.value = number;
  }

  #showPage(number) {
    const field = this.#part("page");
    if (field && field !== document.activeElement) field.value = number;
  }

  #part(name) { return this.#root.querySelector(`[data-part="${name}"]`); }
}
