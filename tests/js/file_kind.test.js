// A file that holds no text is called what it is, by its first bytes.

import assert from "node:assert/strict";

import { notTable, notText } from "../../static/dom/file_kind.js";

const bytes = (text) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

const KINDS = [
  ["", "empty"],
  ["PK\x03\x04....xl/workbook.xml", "an Excel workbook: save it as CSV there"],
  ["PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "a workbook of LibreOffice"],
  ["PK\x03\x04....arr_0.npy", "an archive of NumPy"],
  ["PK\x03\x04....points.csv", "a ZIP archive: unpack it"],
  ["\xd0\xcf\x11\xe0\xa1\xb1", "an old Excel workbook"],
  ["\x1f\x8b\x08", "a gzip archive"],
  ["\x93NUMPY\x01\0", "np.savetxt"],
  ["\x80\x04\x95\0", "a pickle of Python"],
  ["\x80\x05\x95\0", "a pickle of Python"],
  ["%PDF-1.7", "a PDF"],
  ["\x89PNG\r\n", "a picture"],
  ["1,2,\0\0", "a binary file"],
];

for (const [start, says] of KINDS) {
  Deno.test(`a file is called what it is: ${JSON.stringify(start)}`, () => {
    assert.ok(notText(bytes(start))?.includes(says), String(notText(bytes(start))));
  });
}

Deno.test("a text is a text, in UTF-16 too", () => {
  for (const text of ["1,2,0", "\xff\xfe1\0,\0", "\xef\xbb\xbfx,y", "caf\xe9"]) {
    assert.equal(notText(bytes(text)), null);
  }
});

Deno.test("a workbook that is pasted as text is one too", () => {
  assert.ok(notTable("PK\x03\x04 [Content_Types].xml")?.includes("Excel"));
  assert.equal(notTable("PKW,x,y\n"), null);
  assert.equal(notTable(""), null);
});
