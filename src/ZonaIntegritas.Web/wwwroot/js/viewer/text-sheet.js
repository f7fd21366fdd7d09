// Text and tables of text. What a file contains is put on screen as text, never as markup.
const mostBytes = 256 * 1024;
const mostRows = 200;

export async function openText(stage, url, signal, isTable) {
  const { text, isCut } = await fetchStart(url, signal);
  const rows = isTable ? parse(text) : [];
  const sheet = isTable ? tableOf(rows.slice(0, mostRows)) : Object.assign(document.createElement("pre"), { className: "writing", textContent: text });
  stage.replaceChildren(sheet);
  if (isCut || rows.length > mostRows) {
    stage.append(Object.assign(document.createElement("p"), { className: "cut", textContent: stage.dataset.cut }));
  }

  return new TextSheet(sheet);
}

async function fetchStart(url, signal) {
  const response = await fetch(url, { headers: { Range: `bytes=0-${mostBytes - 1}` }, credentials: "same-origin", signal }).catch(unreachable);
  if (!response.ok) unreachable();
  const bytes = new Uint8Array(await response.arrayBuffer().catch(unreachable));
  const whole = Number(response.headers.get("Content-Range")?.split("/")[1] ?? bytes.length);
  return { text: decode(bytes, whole > bytes.length), isCut: whole > bytes.length };
}

function unreachable() {
  throw Object.assign(new Error("fetch"), { name: "ResponseException" });
}

/** Old office programs write windows-1252, some write UTF-16; a letter cut off at the end is no fault. */
function decode(bytes, isCut) {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return new TextDecoder(bytes[0] === 0xff ? "utf-16le" : "utf-16be").decode(bytes);
  }

  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: isCut });
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** Semicolons where the comma is decimal, as here; commas and tabs from elsewhere. One row more than shown is enough. */
function parse(text) {
  const firstLine = text.slice(0, text.search(/\r?\n|$/));
  const separator = [";", ",", "\t"].map((sign) => [sign, firstLine.split(sign).length]).sort((one, other) => other[1] - one[1])[0][0];
  const rows = [];
  let [row, cell, isQuoted] = [[], "", false];
  for (let at = 0; at <= text.length && rows.length <= mostRows; at++) {
    const sign = text[at];
    if (isQuoted && sign !== undefined) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') cell += text[at++];
      else isQuoted = false;
    } else if (sign === '"' && cell === "") {
      isQuoted = true;
    } else if (sign === separator || sign === "\n" || sign === undefined) {
      row.push(cell.replace(/\r$/, ""));
      cell = "";
      if (sign === separator) continue;
      if (row.length > 1 || row[0] !== "") rows.push(row);
      row = [];
    } else {
      cell += sign;
    }
  }

  return rows;
}

function tableOf(rows) {
  const table = Object.assign(document.createElement("table"), { className: "writing" });
  rows.forEach((row, index) => {
    const line = table.insertRow();
    for (const text of row) {
      const cell = document.createElement(index === 0 ? "th" : "td");
      if (index === 0) cell.scope = "col";
      cell.textContent = text;
      line.append(cell);
    }
  });
  return table;
}

class TextSheet {
  #sheet;

  constructor(sheet) { this.#sheet = sheet; }

  get pages() { return 1; }

  fitScale() { return 1; }

  apply(scale) { this.#sheet.style.setProperty("--zoom", scale); }

  currentPage() { return 1; }

  goTo() {}

  close() {}
}
