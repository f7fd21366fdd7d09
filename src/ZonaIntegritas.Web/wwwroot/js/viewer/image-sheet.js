// A picture on its sheet: the sheet takes the turned size, so that the stage scrolls as far as the picture reaches.
const margin = 24;

export async function openImage(stage) {
  const image = stage.querySelector("img");
  await image.decode();
  return new ImageSheet(stage, image);
}

class ImageSheet {
  #stage;
  #image;

  constructor(stage, image) {
    this.#stage = stage;
    this.#image = image;
  }

  get pages() { return 1; }

  /** The whole picture, never larger than it is. */
  fitScale(turn) {
    const [width, height] = this.#size(turn);
    return Math.min((this.#stage.clientWidth - margin) / width, (this.#stage.clientHeight - margin) / height, 1);
  }

  apply(scale, turn) {
    const stage = this.#stage;
    // What was in the middle stays there.
    const across = (stage.scrollLeft + stage.clientWidth / 2) / stage.scrollWidth;
    const down = (stage.scrollTop + stage.clientHeight / 2) / stage.scrollHeight;
    const [width, height] = this.#size(turn);
    const sheet = this.#image.parentElement;
    sheet.style.width = `${width * scale}px`;
    sheet.style.height = `${height * scale}px`;
    this.#image.style.width = `${this.#image.naturalWidth * scale}px`;
    this.#image.style.transform = `translate(-50%, -50%) rotate(${turn}deg)`;
    stage.scrollLeft = across * stage.scrollWidth - stage.clientWidth / 2;
    stage.scrollTop = down * stage.scrollHeight - stage.clientHeight / 2;
  }

  currentPage() { return 1; }

  goTo() {}

  close() {}

  #size(turn) {
    const { naturalWidth, naturalHeight } = this.#image;
    return turn % 180 === 0 ? [naturalWidth, naturalHeight] : [naturalHeight, naturalWidth];
  }
}
