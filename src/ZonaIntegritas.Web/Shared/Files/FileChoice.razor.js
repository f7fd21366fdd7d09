// The browser's half of a file field: sends what is chosen over HTTP and tells the page what came of it.
export function attach(input, page) {
  input.addEventListener("change", async () => {
    const [file] = input.files;
    if (!file) return;
    // Read before the page answers: it may draw the field anew.
    const { action, max } = input.dataset;
    await page.invokeMethodAsync("Chosen", file.name);
    const { status, ticket, message } = file.size > Number(max) ? { status: 413 } : await send(action, file);
    // So that the same file, once mended, can be chosen again.
    input.value = "";
    await (ticket ? page.invokeMethodAsync("Received", ticket) : page.invokeMethodAsync("Refused", status, message ?? null));
  });
  // For whoever drives the page by program: from here on a file is taken.
  input.dataset.ready = "";
}

async function send(action, file) {
  try {
    const asked = await fetch("/antiforgery", { cache: "no-store" });
    if (asked.redirected) return { status: 401 };
    const { token } = await asked.json();
    const body = new FormData();
    body.append("berkas", file);
    const answer = await fetch(action, { method: "POST", headers: { "X-CSRF-TOKEN": token }, body });
    return { status: answer.status, ...await answer.json().catch(() => ({})) };
  } catch {
    // No line, or the file was moved or changed since it was chosen.
    return { status: 0 };
  }
}
