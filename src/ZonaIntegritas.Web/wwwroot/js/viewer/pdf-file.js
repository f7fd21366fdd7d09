// Opens a PDF by its address and fetches the parts that are asked for, so that a scan of 60 MB is never loaded whole.
const library = new URL("../../lib/pdfjs/", import.meta.url).href;
let pdfjs;
let worker;

async function loadLibrary() {
  pdfjs ??= await import(`${library}pdf.min.mjs`);
  pdfjs.GlobalWorkerOptions.workerSrc = `${library}pdf.worker.min.mjs`;
  // One worker for all files: a reviewer goes through dozens, and starting one reads 1.3 MB of script.
  worker ??= new pdfjs.PDFWorker({ verbosity: pdfjs.VerbosityLevel.ERRORS });
}

/** @returns the loading task and its document; the signal gives up early. */
export async function openFile(url, signal) {
  await loadLibrary();
  const task = pdfjs.getDocument({
    url,
    worker,
    // Scanners scatter a file's page list over the whole file; small parts keep the walk through it cheap.
    rangeChunkSize: 64 * 1024,
    disableAutoFetch: true,
    disableStream: true,
    wasmUrl: `${library}wasm/`,
    standardFontDataUrl: `${library}standard_fonts/`,
    useWorkerFetch: true,
    // 5.7 never evaluates what a PDF contains and no longer reads this; it guards whoever puts an older one back.
    isEvalSupported: false,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
  });
  signal.addEventListener("abort", () => task.destroy(), { once: true });
  return { task, pdf: await task.promise };
}

/** Why a file could not be opened, in the words EvidenceViewer.razor.cs knows. */
export function problemOf(error) {
  switch (error?.name) {
    case "PasswordException": return "locked";
    case "ResponseException": return "unreachable";
    case "VideoException": return "unplayable";
    default: return "unreadable";
  }
}
