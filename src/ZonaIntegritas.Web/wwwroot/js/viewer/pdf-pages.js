// Draws the pages of a PDF that are on screen or near it, and forgets the others: memory does not grow with the file.
import { openFile } from "./pdf-file.js";

const margin = 24;
const cssUnits = 96 / 72;
/** A4 at three times its size on a sharp screen; beyond that a canvas costs more than it shows. */
const maxPixels = 16 * 1024 * 1024;
/** Dragging the scroll bar passes over pages that nobody means to read. */
const settleMs = 80;

export async function openPdf(stage, url, signal, onPage) {
  const { task, pdf } = await openFile(url, signal);
  const first = await pdf.getPage(1);
  return new PdfPages(stage, task, pdf, first, onPage);
}

class PdfPages {
  #stage; #task; #pdf; #onPage; #pages; #seen; #timer;
  #near = new Set();
  #scale = 1;
  #turn = 0;
  #fits = true;
  #drawing = false;
  #closed = false;

  constructor(stage, task, pdf, first, onPage) {
    [this.#stage, this.#task, this.#pdf, this.#onPage] = [stage, task, pdf, onPage];
    // Sizes are known only page by page; until then all are taken to be like the first.
    const size = sizeOf(first);
    this.#pages = Array.from({ length: pdf.numPages }, (_, index) => this.#sheet(index + 1, size));
    stage.replaceChildren(...this.#pages.map((page) => page.sheet));
    stage.addEventListener("scroll", this.#tellPage, { passive: true });
    this.#seen = new IntersectionObserver((entries) => entries.forEach((entry) => this.#follow(entry)), { root: stage, rootMargin: "60% 0px" });
    this.#pages.forEach((page) => this.#seen.observe(page.sheet));
  }

  get pages() { return this.#pages.length; }

  /** At which the current page is as wide as the stage. */
  fitScale(turn) {
    return this.#fitScaleOf(this.#pages[this.currentPage() - 1], turn);
  }

  /** @param fits gives every page the stage's width, so that one lying page does not need scrolling sideways. */
  apply(scale, turn, fits) {
    const stage = this.#stage;
    const page = this.#pages[this.currentPage() - 1].sheet;
    // The same line of the same page stays at the top.
    const line = (stage.scrollTop - page.offsetTop) / (page.offsetHeight || 1);
    [this.#scale, this.#turn, this.#fits] = [scale, turn, fits];
    this.#pages.forEach((each) => this.#place(each));
    stage.scrollTop = page.offsetTop + line * page.offsetHeight;
    this.#pages.forEach((each) => each.render?.cancel());
    this.#drawSoon();
  }

  currentPage() {
    const stage = this.#stage;
    if (stage.scrollTop > 0 && stage.scrollTop + stage.clientHeight >= stage.scrollHeight - 2) return this.pages;
    const line = stage.scrollTop + stage.clientHeight / 3;
    let [low, high] = [0, this.pages - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#pages[middle].sheet.offsetTop <= line) low = middle; else high = middle - 1;
    }
    return low + 1;
  }

  goTo(number) {
    this.#stage.scrollTop = this.#pages[number - 1].sheet.offsetTop - margin / 2;
  }

  close() {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#seen.disconnect();
    this.#stage.removeEventListener("scroll", this.#tellPage);
    this.#pages.forEach((page) => this.#forget(page));
    this.#task.destroy();
  }

  #tellPage = () => this.#onPage(this.currentPage());

  #sheet(number, size) {
    const sheet = document.createElement("div");
    sheet.className = "sheet";
    sheet.dataset.page = number;
    sheet.role = "img";
    sheet.ariaLabel = `${this.#stage.dataset.pageLabel} ${number}`;
    sheet.dataset.waiting = `${this.#stage.dataset.pageWaiting} ${number}...`;
    return { number, sheet, size, drawn: null, render: null };
  }

  #place(page) {
    const [width, height] = turned(page.size, this.#turn);
    const scale = this.#scaleOf(page);
    page.sheet.style.width = `${Math.floor(width * scale)}px`;
    page.sheet.style.height = `${Math.floor(height * scale)}px`;
  }

  #scaleOf(page) { return this.#fits ? this.#fitScaleOf(page, this.#turn) : this.#scale; }

  #fitScaleOf(page, turn) { return (this.#stage.clientWidth - margin) / turned(page.size, turn)[0]; }

  #follow({ target, isIntersecting }) {
    const page = this.#pages[target.dataset.page - 1];
    if (isIntersecting) {
      this.#near.add(page);
      this.#drawSoon();
    } else {
      this.#near.delete(page);
      this.#forget(page);
    }
  }

  #forget(page) {
    page.render?.cancel();
    page.drawn = null;
    const canvas = page.sheet.querySelector("canvas");
    // Some browsers keep the pixels of a removed canvas until it is made small.
    if (canvas) canvas.width = canvas.height = 0;
    page.sheet.replaceChildren();
  }

  #drawSoon() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#drawAll(), settleMs);
  }

  /** One page at a time, nearest first. */
  async #drawAll() {
    if (this.#drawing) return;
    this.#drawing = true;
    for (let page; !this.#closed && (page = this.#next()); ) await this.#draw(page);
    this.#drawing = false;
  }

  #next() {
    const current = this.currentPage();
    return [...this.#near]
      .filter((page) => page.drawn !== this.#look(page))
      .sort((one, other) => Math.abs(one.number - current) - Math.abs(other.number - current))[0];
  }

  #look(page) { return `${this.#scaleOf(page)}/${this.#turn}`; }

  async #draw(page) {
    let look = this.#look(page);
    try {
      const source = await this.#pdf.getPage(page.number);
      if (this.#closed || !this.#near.has(page)) return;
      page.size = sizeOf(source);
      this.#place(page);
      look = this.#look(page);
      const viewport = viewportOf(source, this.#scaleOf(page), this.#turn);
      const canvas = document.createElement("canvas");
      [canvas.width, canvas.height] = [Math.floor(viewport.width), Math.floor(viewport.height)];
      page.render = source.render({ canvas, viewport });
      await page.render.promise;
      page.drawn = look;
      page.sheet.replaceChildren(canvas);
    } catch (error) {
      if (this.#closed || error?.name === "RenderingCancelledException") return;
      page.drawn = look;
      page.sheet.textContent = this.#stage.dataset.pageProblem;
    } finally {
      page.render = null;
    }
  }
}

function sizeOf(source) {
  const { width, height } = source.getViewport({ scale: cssUnits });
  return [width, height];
}

function turned([width, height], turn) {
  return turn % 180 === 0 ? [width, height] : [height, width];
}

function viewportOf(source, scale, turn) {
  const [width, height] = sizeOf(source);
  const wanted = scale * (window.devicePixelRatio || 1);
  const allowed = Math.min(wanted, Math.sqrt(maxPixels / (width * height)));
  return source.getViewport({ scale: cssUnits * allowed, rotation: (source.rotate + turn) % 360 });
}
