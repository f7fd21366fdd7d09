// Uploads of this person that stopped: the server knows them, this browser knows which file each began with.
import { all, fingerprint, urlOf } from "./queue.js";
import { csrf } from "./line.js";

const storage = () => tus.defaultOptions.urlStorage;

/** @returns {Promise<object[]>} those that no upload of this page is working on */
export async function offersFor(purpose) {
  const query = new URLSearchParams(Object.entries({ unit: purpose.unit, assessment: purpose.assessment, item: purpose.item }).filter(([, value]) => value));
  const response = await fetch(`/unggah?${query}`, { credentials: "same-origin", cache: "no-store", headers: { Accept: "application/json" } });
  if (!response.ok || response.redirected) return [];
  const taken = new Set(all().map((job) => job.upload?.url).filter(Boolean));
  return (await response.json()).filter((offer) => !taken.has(urlOf(offer.id)));
}

/** What the chosen file is to this upload: the one it began with, another one, or begun elsewhere so that nobody can tell. */
export async function compare(offer, file, purpose) {
  const known = (await storage().findAllUploads()).filter((stored) => stored.uploadUrl === urlOf(offer.id));
  if (known.length === 0) return file.size === offer.length ? "elsewhere" : "other";
  return known.some((stored) => stored.urlStorageKey.startsWith(`tus::${fingerprint(file, purpose)}::`)) ? "same" : "other";
}

/** Ends an upload on the server and forgets it here. */
export async function end(offer) {
  for (const stored of await storage().findAllUploads()) {
    if (stored.uploadUrl === urlOf(offer.id)) await storage().removeUpload(stored.urlStorageKey);
  }
  await fetch(urlOf(offer.id), {
    method: "DELETE", credentials: "same-origin", headers: { "Tus-Resumable": "1.0.0", "X-CSRF-TOKEN": await csrf() },
  });
}
