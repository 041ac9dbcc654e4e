// What a file is by its first bytes, where it holds no text that could be read. Pure.

import { tr } from "./text.js";

const ZIP = "PK\x03\x04";
/** @type {[string, string][]} */
const KINDS = [ // first bytes (? is any), what it is and what to do
  [
    "\xd0\xcf\x11\xe0",
    tr("file.office", "an old Excel workbook (or another Office file): save it as CSV there, and open that"),
  ],
  ["\x1f\x8b", tr("file.gzip", "a gzip archive: unpack it, and open the table in it")],
  ["7z\xbc\xaf", tr("file.7z", "a 7-Zip archive: unpack it, and open the table in it")],
  ["Rar!", tr("file.rar", "a RAR archive: unpack it, and open the table in it")],
  ["BZh", tr("file.bzip2", "a bzip2 archive: unpack it, and open the table in it")],
  ["\xfd7zXZ", tr("file.xz", "an xz archive: unpack it, and open the table in it")],
  ["\x28\xb5\x2f\xfd", tr("file.zstd", "a Zstandard archive: unpack it, and open the table in it")],
  ["%PDF", tr("file.pdf", "a PDF: copy the table out of it, and paste it here")],
  ["\x89PNG", tr("file.picture", "a picture: open the numbers it was drawn from")],
  ["\xff\xd8\xff", tr("file.picture", "a picture: open the numbers it was drawn from")],
  ["GIF8", tr("file.picture", "a picture: open the numbers it was drawn from")],
  ["\x93NUMPY", tr("file.npy", "an array of NumPy: write it with np.savetxt(name, array, delimiter=',')")],
  ["\x80?\x95", tr("file.pickle", "a pickle of Python: write the table with to_csv or np.savetxt")],
  ["PAR1", tr("file.parquet", "a Parquet table: write it with to_csv")],
  ["ARROW1", tr("file.arrow", "an Arrow table: write it with to_csv")],
  ["\x89HDF", tr("file.hdf5", "an HDF5 file: write the table in it with to_csv or np.savetxt")],
  ["MATLAB 5.0", tr("file.mat", "a MAT file of MATLAB: write it with writematrix")],
  ["SQLite", tr("file.database", "a database: save its table as CSV")],
  ["RDX", tr("file.r", "data of R: write it with write.csv")],
];

/** @type {(text: string, start: string) => boolean} */
const begins = (text, start) => [...start].every((letter, at) => letter === "?" || text[at] === letter);

/** @param {string} text  a letter a byte */
function zipped(text) {
  if (text.includes("xl/") || text.includes("[Content_Types].xml")) {
    return tr("file.xlsx", "an Excel workbook: save it as CSV there, and open that");
  }
  if (text.includes("opendocument")) {
    return tr("file.ods", "a workbook of LibreOffice: save it as CSV there, and open that");
  }
  if (text.includes(".npy")) {
    return tr("file.npz", "an archive of NumPy: write the array with np.savetxt(name, array, delimiter=',')");
  }
  return tr("file.zip", "a ZIP archive: unpack it, and open the table in it");
}

/**
 * A sentence without its subject, such as “an Excel workbook: save it as CSV there, and open that”; null for a text.
 * @param {Uint8Array} bytes
 */
export function notText(bytes) {
  const text = String.fromCharCode(...bytes.slice(0, 4096));
  if (!text.length) return tr("file.empty", "empty: open a file that holds a table of points");
  if (text.startsWith(ZIP)) return zipped(text);
  const known = KINDS.find(([start]) => begins(text, start));
  if (known) return known[1];
  const wide = begins(text, "\xff\xfe") || begins(text, "\xfe\xff"); // UTF-16 has zeros
  return text.includes("\0") && !wide ? tr("file.binary", "a binary file: save the table as CSV, and open that") : null;
}

/** The same of what was pasted. @param {string} text */
export const notTable = (text) =>
  [ZIP, "\xd0\xcf\x11\xe0", "%PDF"].some((start) => text.startsWith(start))
    ? notText(Uint8Array.from(text.slice(0, 4096), (letter) => letter.charCodeAt(0) & 255))
    : null;
