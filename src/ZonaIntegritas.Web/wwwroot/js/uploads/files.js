// What was dropped or chosen: whole folders too, without what systems hide in them.
const hidden = (path) => path.split("/").some((part) => /^(\.|~\$|__MACOSX$)/.test(part) || /^(Thumbs\.db|desktop\.ini)$/i.test(part));

export const most = 1000;

/** @returns {{ files: { file: File, path: string }[], skipped: number }} */
export function plain(fileList) {
  const all = [...fileList].map((file) => ({ file, path: file.webkitRelativePath || file.name }));
  const files = all.filter(({ path }) => !hidden(path));
  return { files, skipped: all.length - files.length };
}

/** As plain, of a drop; the entries must be taken before the event is over. */
export async function dropped(transfer) {
  const entries = [...transfer.items].map((item) => item.kind === "file" && item.webkitGetAsEntry?.()).filter(Boolean);
  if (!entries.some((entry) => entry.isDirectory)) return plain(transfer.files);
  const found = { files: [], skipped: 0 };
  for (const entry of entries) await walk(entry, entry.name, found);
  return found;
}

async function walk(entry, path, found) {
  if (hidden(path)) {
    found.skipped += 1;
  } else if (entry.isFile) {
    found.files.push({ file: await new Promise((resolve, reject) => entry.file(resolve, reject)), path });
  } else {
    for (const child of await children(entry)) await walk(child, `${path}/${child.name}`, found);
  }
}

// A reader gives a hundred at a time, and nothing when it is through.
async function children(folder) {
  const reader = folder.createReader();
  const all = [];
  for (;;) {
    const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return all;
    all.push(...some);
  }
}

/** What can be told before the first byte; the server decides. */
export function refusalOf(file, limits) {
  const ending = file.name.slice(file.name.lastIndexOf(".")).toLowerCase();
  if (!limits.kinds.split(",").includes(ending)) return `Jenis berkas "${file.name}" tidak diterima. Unggah ${limits.kindsWords}.`;
  if (file.size === 0) return "Berkas ini kosong (0 byte). Periksa hasil pindaian, lalu unggah lagi.";
  if (file.size > Number(limits.max)) {
    return `Berkas ${size(file.size)} melebihi batas ${limits.maxWords}. Jawaban Anda tetap tersimpan. Perkecil pindaian atau bagi menjadi dua berkas.`;
  }
  return null;
}

export function size(bytes) {
  const number = (value) => value.toLocaleString("id-ID", { maximumFractionDigits: 1 });
  if (bytes >= 1073741824) return `${number(bytes / 1073741824)} GB`;
  if (bytes >= 1048576) return `${number(bytes / 1048576)} MB`;
  return bytes >= 1024 ? `${Math.floor(bytes / 1024)} KB` : `${bytes} byte`;
}
