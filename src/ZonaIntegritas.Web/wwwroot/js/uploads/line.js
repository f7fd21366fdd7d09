// How requests travel: with the page's token, with a checksum of each piece, and ended when nothing moves any more.
import "../../lib/tus/tus.min.js";

const stillAfter = 60_000;
const answerAfter = 180_000;
let token;

/** What the server said in words, or what stands in its place. */
export class Refusal extends Error {
  constructor(message, code) {
    super(message);
    this.code = code;
  }
}

async function askToken() {
  const response = await fetch("/antiforgery", { credentials: "same-origin", cache: "no-store" });
  if (response.redirected || response.status === 401) throw new Refusal("Sesi Anda sudah berakhir. Masuk lagi di tab lain, lalu tekan Ulangi; yang sudah terkirim aman.", "session");
  if (!response.ok) throw new Error("antiforgery");
  return (await response.json()).token;
}

/** The token of this sign-in, asked for once; a refused one is forgotten. */
export function csrf() {
  token ??= askToken().catch((error) => {
    token = undefined;
    throw error;
  });
  return token;
}

export function forgetToken() { token = undefined; }

// Browsers compute hashes only on https and on this machine itself; elsewhere the piece goes without one.
async function checksumOf(piece) {
  if (!globalThis.crypto?.subtle) return null;
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", await piece.arrayBuffer()));
  return "sha256 " + btoa(String.fromCharCode(...hash));
}

// A frozen line gives no error: when no byte moves for a minute, the request is given up and begun again where it stood.
function watched(request, sending) {
  const xhr = request.getUnderlyingObject();
  return new Promise((resolve, reject) => {
    let timer;
    const wait = (time) => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        xhr.abort();
        reject(new Error("still"));
      }, time);
    };
    wait(stillAfter);
    xhr.upload.addEventListener("progress", () => wait(stillAfter));
    xhr.upload.addEventListener("load", () => wait(answerAfter));
    xhr.addEventListener("loadend", () => clearTimeout(timer));
    sending.then(resolve, reject);
  });
}

/** The transport of tus-js-client with these habits. */
export class Line {
  #plain = new tus.DefaultHttpStack();

  getName() { return "zona-integritas"; }

  createRequest(method, url) {
    const request = this.#plain.createRequest(method, url);
    const send = request.send.bind(request);
    const abort = request.abort.bind(request);
    let ended = false;
    request.abort = () => {
      ended = true;
      return abort();
    };
    request.send = async (body = null) => {
      if (method !== "HEAD") request.setHeader("X-CSRF-TOKEN", await csrf());
      const checksum = body && await checksumOf(body);
      if (checksum) request.setHeader("Upload-Checksum", checksum);
      // Ended while the hash was computed: as with an aborted request, nobody is told.
      return ended ? new Promise(() => {}) : answered(await watched(request, send(body)), method);
    };
    return request;
  }
}

// HEAD has no body, so its refusal stands in a header; tus-js-client would send the whole file again instead of showing it.
function answered(response, method) {
  const said = method === "HEAD" && response.getStatus() === 422 && response.getHeader("Upload-Problem");
  if (said) {
    const { code, message } = JSON.parse(decodeURIComponent(said));
    throw new Refusal(message, code);
  }
  return response;
}
