/** @returns what the photo tells of itself; null when it cannot be fetched. */
export async function read(url) {
  try {
    const response = await fetch(url, { credentials: "same-origin" });
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}
