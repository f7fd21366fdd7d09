// Two uploads at a time by the tus protocol, going on by themselves when the line returns. The queue belongs to the
// browser page, not to a part of it: whoever turns to another question loses nothing.
import { Line, Refusal, forgetToken } from "./line.js";

const atOnce = 2;
// Each piece costs a round trip; what arrived of a broken-off one is kept, so a large one loses nothing on a bad line.
const pieceBytes = 32 * 1024 * 1024;
const retryDelays = [0, 1000, 3000];
const again = 5000;
const endpoint = new URL("/unggah", document.baseURI).href;

const jobs = new Set();
const listeners = new Set();

export const all = () => [...jobs];
export const urlOf = (id) => `${endpoint}/${id}`;
export const scopeOf = (purpose) => purpose.assessment || purpose.item || purpose.unit;

/** Calls back with each job that changed. */
export function listen(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Two files are the same when all of this is: then an upload may go on where it stopped. */
export function fingerprint(file, purpose) {
  return ["zi", file.name, file.size, file.lastModified, scopeOf(purpose), purpose.question, purpose.item, purpose.suggestion].join("/");
}

/** @param {string|null} refusal why it is not even tried */
export function add(file, purpose, path, refusal = null) {
  const job = { file, purpose, path, state: "waiting", sent: 0, message: "" };
  jobs.add(job);
  if (refusal) set(job, "failed", refusal);
  else set(job, "waiting");
  pump();
  return job;
}

export function pause(job) {
  stop(job);
  set(job, "paused");
  pump();
}

export function resume(job) {
  set(job, "waiting");
  pump();
}

/** Ends it here and on the server. */
export function cancel(job) {
  stop(job, true);
  remove(job, "cancelled");
}

/** Takes a finished or refused one off the list. */
export function close(job) { remove(job, "closed"); }

export function cancelWaiting(scope) {
  for (const job of jobs) if (job.state === "waiting" && scopeOf(job.purpose) === scope) remove(job, "cancelled");
}

function remove(job, how) {
  jobs.delete(job);
  set(job, how);
  pump();
}

function set(job, state, message = "") {
  Object.assign(job, { state, message });
  for (const listener of listeners) listener(job);
}

function stop(job, terminate = false) {
  clearTimeout(job.timer);
  job.upload?.abort(terminate).catch(() => { /* What could not be ended expires by itself, or is offered again. */ });
}

const holdsPlace = (job) => ["running", "checking", "lost"].includes(job.state);

function pump() {
  for (const job of jobs) {
    if ([...jobs].filter(holdsPlace).length >= atOnce) return;
    if (job.state === "waiting") begin(job);
  }
}

async function begin(job) {
  set(job, "running");
  if (!job.upload) {
    job.upload = prepare(job);
    // The same file taken twice is two uploads: they must not both go on with one.
    const taken = new Set([...jobs].map((other) => other.upload?.url));
    const earlier = (await job.upload.findPreviousUploads()).filter((known) => !taken.has(known.uploadUrl));
    if (earlier.length > 0) job.upload.resumeFromPreviousUpload(earlier.at(-1));
  }
  if (job.state === "running") job.upload.start();
}

function prepare(job) {
  const { file, purpose } = job;
  return new tus.Upload(file, {
    endpoint,
    chunkSize: pieceBytes,
    retryDelays,
    metadata: { filename: job.path, ...Object.fromEntries(Object.entries(purpose).filter(([, value]) => value)) },
    fingerprint: () => Promise.resolve(fingerprint(file, purpose)),
    removeFingerprintOnSuccess: true,
    httpStack: new Line(),
    headers: { Accept: "application/json" },
    onShouldRetry: (error) => {
      const passes = passing(error);
      if (passes && job.state !== "waiting") set(job, "lost", refusalIn(error));
      return passes;
    },
    onProgress: (sent) => {
      job.sent = sent;
      set(job, sent < file.size ? "running" : "checking");
    },
    onSuccess: ({ lastResponse }) => {
      job.known = lastResponse.getHeader("Upload-Result") === "known";
      remove(job, "done");
    },
    onError: (error) => fail(job, error),
  });
}

function fail(job, error) {
  if (passing(error)) {
    set(job, "lost", refusalIn(error));
    job.timer = setTimeout(() => job.state === "lost" && job.upload.start(), again);
    return;
  }
  job.again = statusOf(error) !== 422 && statusOf(error) !== 413 && !(error.causingError instanceof Refusal && error.causingError.code !== "session");
  set(job, "failed", refusalIn(error) || "Unggahan ini terhenti karena kesalahan yang tidak terduga. Jawaban Anda aman. Tekan Ulangi; bila tetap gagal, hubungi administrator.");
  pump();
}

export function retry(job) {
  if (job.file && job.again) resume(job);
}

const statusOf = (error) => error.originalResponse?.getStatus() ?? 0;

// What goes away by itself: the line, a server that restarts, another request on the same upload, a page's old token.
function passing(error) {
  if (error.causingError instanceof Refusal) return false;
  const status = statusOf(error);
  if (status === 400 && codeIn(error) === "evidence.csrf") {
    forgetToken();
    return true;
  }
  return status === 0 ? Boolean(error.originalRequest) : [409, 423, 429, 460].includes(status) || (status >= 500 && status !== 507);
}

function bodyOf(error) {
  try { return JSON.parse(error.originalResponse.getBody()) ?? {}; } catch { return {}; }
}

const codeIn = (error) => bodyOf(error).code;

function refusalIn(error) {
  if (error.causingError instanceof Refusal) return error.causingError.message;
  if (statusOf(error) === 401) return "Sesi Anda sudah berakhir. Masuk lagi di tab lain, lalu tekan Ulangi; yang sudah terkirim aman.";
  return statusOf(error) === 429 || !passing(error) ? bodyOf(error).message ?? "" : "";
}

window.addEventListener("online", () => {
  for (const job of jobs) {
    if (job.state !== "lost") continue;
    stop(job);
    job.upload.start();
  }
});

// Leaving ends what is under way; it can be resumed, but only with the file in hand.
window.addEventListener("beforeunload", (event) => {
  if ([...jobs].some((job) => holdsPlace(job) || job.state === "waiting")) event.preventDefault();
});
