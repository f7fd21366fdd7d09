// Compares a file with the kept fingerprint, here in the browser: the file goes nowhere.
const box = document.querySelector("[data-verify]");
const field = box?.querySelector("input[type=file]");
const said = box?.querySelector("[data-said]");

const say = (text, same = "") => {
  said.textContent = text;
  said.dataset.same = same;
};

async function compare(file) {
  // Browsers lend their arithmetic only to pages on a secure line.
  if (!globalThis.crypto?.subtle) return say("Peramban tidak dapat menghitung sidik jari di halaman tanpa HTTPS. Hitung dengan perintah sha256sum, lalu bandingkan.");
  say("Menghitung…");
  try {
    const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", await file.arrayBuffer()));
    const hex = [...hash].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    const same = hex === box.dataset.verify.toLowerCase();
    say(same ? "✓ Berkas sama persis." : "✗ Berkas berbeda dari naskah yang diterbitkan.", same ? "yes" : "no");
  } catch {
    say("Berkas tidak dapat dibaca. Pilih kembali berkasnya.");
  }
}

field?.addEventListener("change", () => field.files[0] ? compare(field.files[0]) : say(""));
