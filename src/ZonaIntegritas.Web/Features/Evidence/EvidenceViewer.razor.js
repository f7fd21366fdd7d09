// Zoom, turn and page number answer in the browser: no round trip to the server while somebody reads.
import { openImage } from "../../js/viewer/image-sheet.js";
import { openPdf } from "../../js/viewer/pdf-pages.js";
import { problemOf } from "../../js/viewer/pdf-file.js";

const step = 1.25;
const [smallest, largest] = [0.1, 5];

export function create(root) { return new Viewer(root); }

class Viewer {
  #root; #paper; #opening;
  #scale = 1;
  #turn = 0;
  #fits = true;
  #resized = new ResizeObserver(() => requestAnimationFrame(() => this.#fits && this.#apply()));

  constructor(root) {
    this.#root = root;
    root.addEventListener("click", (event) => this.#do(event.target.closest("[data-do]")?.dataset.do));
    root.addEventListener("change", (event) => event.target.dataset.part === "page" && this.#goTo(event.target));
    root.addEventListener("keydown", (event) => this.#press(event));
  }

  /** @returns how many pages there are, or why the file cannot be shown. */
  async open(url, isPdf) {
    this.close();
    const { signal } = (this.#opening = new AbortController());
    const stage = this.#part("stage");
    try {
      const paper = isPdf ? await openPdf(stage, url, signal, (number) => this.#showPage(number)) : await openImage(stage);
      if (signal.aborted) paper.close(); else this.#start(paper, stage);
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

  #start(paper, stage) {
    [this.#paper, this.#turn, this.#fits] = [paper, 0, true];
    stage.scrollTop = 0;
    this.#apply();
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

    const action = { "+": "zoom-in", "=": "zoom-in", "-": "zoom-out", 0: "fit" }[event.key];
    if (!action || event.ctrlKey || event.metaKey || event.altKey || event.target.dataset.part !== "stage") return;
    event.preventDefault();
    event.stopPropagation();
    this.#do(action);
  }

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
