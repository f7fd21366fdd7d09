// The browser's own player; here is only known when it can play and when it cannot.
export function openVideo(stage, signal) {
  const video = stage.querySelector("video");
  return new Promise((resolve, reject) => {
    const fail = () => reject(Object.assign(new Error("video"), { name: video.error?.code === MediaError.MEDIA_ERR_NETWORK ? "ResponseException" : "VideoException" }));
    if (video.error) return fail();
    const done = () => resolve(new VideoSheet(video));
    if (video.readyState >= HTMLMediaElement.HAVE_METADATA) return done();
    video.addEventListener("loadedmetadata", done, { once: true });
    video.addEventListener("error", fail, { once: true });
    signal.addEventListener("abort", done, { once: true });
  });
}

class VideoSheet {
  #video;

  constructor(video) { this.#video = video; }

  get pages() { return 1; }

  fitScale() { return 1; }

  apply() {}

  currentPage() { return 1; }

  goTo() {}

  close() { this.#video.pause(); }
}
