// Sends files over HTTP, two at a time, with progress and a way to cancel; the server decides what is accepted.
const panels = new Map();
const atOnce = 2;

const words = {
  lost: "Sambungan terputus. Berkas belum tersimpan; tekan Ulangi.",
  cancelled: "Dibatalkan.",
};

function refusal(file, root) {
  if (file.size === 0) return "Berkas ini kosong (0 byte). Periksa hasil pindaian, lalu unggah lagi.";
  if (file.size > Number(root.dataset.max)) {
    return `Berkas ${Math.round(file.size / 1048576)} MB melebihi batas ${root.dataset.maxWords}. Jawaban Anda tetap tersimpan. Perkecil pindaian atau bagi menjadi dua berkas.`;
  }
  const ending = file.name.slice(file.name.lastIndexOf(".")).toLowerCase();
  if (!root.dataset.kinds.split(",").includes(ending)) {
    return `Jenis berkas "${file.name}" tidak diterima. Unggah PDF, JPG, PNG, WEBP, DOCX, XLSX atau PPTX.`;
  }
  return null;
}

function row(file, code) {
  const item = document.createElement("li");
  item.className = "upload";
  const name = document.createElement("span");
  name.textContent = `${code} · ${file.name}`;
  const bar = document.createElement("progress");
  bar.max = 100;
  bar.value = 0;
  bar.setAttribute("aria-label", `Mengunggah ${file.name}`);
  const say = document.createElement("span");
  say.className = "upload-word";
  say.textContent = "Menunggu giliran";
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button quiet small";
  button.textContent = "Batal";
  item.append(name, bar, say, button);
  return { item, bar, say, button };
}

async function token() {
  const response = await fetch("/antiforgery", { credentials: "same-origin" });
  if (!response.ok) throw new Error("antiforgery");
  return (await response.json()).token;
}

function send(file, url, view, csrf) {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", url);
    request.setRequestHeader("X-File-Name", encodeURIComponent(file.name));
    request.setRequestHeader("X-CSRF-TOKEN", csrf);
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.upload.onprogress = (event) => {
      view.bar.value = (100 * event.loaded) / file.size;
      view.say.textContent = event.loaded < file.size ? `${Math.floor(view.bar.value)} %` : "Memeriksa…";
    };
    request.onload = () => resolve({ status: request.status, body: parse(request.responseText) });
    request.onerror = () => resolve({ status: 0, body: null });
    request.onabort = () => resolve({ status: -1, body: null });
    view.button.onclick = () => request.abort();
    request.send(file);
  });
}

function parse(text) {
  try { return JSON.parse(text); } catch { return null; }
}

async function upload(panel, job) {
  const { file, url, view } = job;
  view.say.textContent = "0 %";
  let answer = { status: 0, body: null };
  try {
    answer = await send(file, url, view, await token());
  } catch { /* answered as a lost line below */ }
  if (answer.status === 200) {
    view.item.remove();
    await panel.dotnet.invokeMethodAsync("Uploaded");
    return;
  }
  fail(panel, job, answer.status === -1 ? words.cancelled : answer.body?.message ?? words.lost, answer.status !== 422);
}

function fail(panel, job, message, again) {
  const { view } = job;
  view.bar.remove();
  view.item.classList.add("failed");
  view.item.setAttribute("role", "alert");
  view.say.textContent = message;
  view.button.textContent = again ? "Ulangi" : "Tutup";
  view.button.onclick = () => {
    view.item.remove();
    if (again) enqueue(panel, [job.file], job.url, job.code);
  };
}

function enqueue(panel, files, url, code) {
  for (const file of files) {
    const view = row(file, code);
    panel.root.querySelector(".uploads").append(view.item);
    const job = { file, url, code, view };
    const reason = refusal(file, panel.root);
    if (reason) {
      fail(panel, job, reason, false);
      continue;
    }
    view.button.onclick = () => {
      panel.waiting = panel.waiting.filter((other) => other !== job);
      view.item.remove();
    };
    panel.waiting.push(job);
  }
  pump(panel);
}

function pump(panel) {
  while (panel.running < atOnce && panel.waiting.length > 0) {
    panel.running += 1;
    upload(panel, panel.waiting.shift()).finally(() => {
      panel.running -= 1;
      pump(panel);
    });
  }
}

export function attach(root, dotnet) {
  const panel = { root, dotnet, waiting: [], running: 0 };
  const take = (files) => { if (root.dataset.url) enqueue(panel, files, root.dataset.url, root.dataset.code); };
  panel.onChange = (event) => {
    if (event.target.type !== "file") return;
    take([...event.target.files]);
    event.target.value = "";
  };
  panel.onDrag = (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    root.classList.toggle("dropping", event.type === "dragover");
    if (event.type === "drop") take([...event.dataTransfer.files]);
  };
  root.addEventListener("change", panel.onChange);
  for (const name of ["dragover", "dragleave", "drop"]) root.addEventListener(name, panel.onDrag);
  panels.set(root, panel);
  // For whoever drives the page by program: from here on files are taken.
  root.dataset.ready = "";
}

export function detach(root) {
  panels.delete(root);
}
