/** What a file is, told from its bytes first and from its name where the bytes leave it open. */
export type FileKind =
  | "text"
  | "markdown"
  | "html"
  | "pdf"
  | "docx"
  | "lines"
  | { readonly unknown: string }
  | { readonly binary: true };

const SNIFFED_BYTES = 4096;

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, i) => bytes[i] === byte);

/** Formats that hold text but are not read; naming them tells more than "binary". */
const OTHER_FORMATS: readonly { readonly signature: readonly number[]; readonly extension: string }[] = [
  { signature: [0xd0, 0xcf, 0x11, 0xe0], extension: ".doc" },
  { signature: [0x7b, 0x5c, 0x72, 0x74, 0x66], extension: ".rtf" },
  { signature: [0x1f, 0x8b], extension: ".gz" },
];

const OTHER_EXTENSIONS: ReadonlySet<string> = new Set([".doc", ".rtf", ".odt", ".epub", ".xlsx", ".xls", ".pptx"]);

const PDF = [0x25, 0x50, 0x44, 0x46, 0x2d];
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const ZIP_EMPTY = [0x50, 0x4b, 0x05, 0x06];
const HTML_START = /^\s*(?:<!--[\s\S]*?-->\s*|<\?xml[^>]*>\s*)*<(?:!doctype\s+html|html|head|body|article|div|p|h1)\b/i;

const extensionOf = (name: string): string => /\.[a-z0-9]{1,5}$/i.exec(name)?.[0].toLowerCase() ?? "";

/** A PDF may carry up to a kilobyte of other bytes before its mark. */
const isPdf = (bytes: Uint8Array): boolean =>
  startsWith(bytes, PDF) || Buffer.from(bytes.subarray(0, 1024)).includes(Buffer.from(PDF));

/** UTF-16 without a mark also has zero bytes, but only on one side of each pair, and nearly always. */
export function looksUtf16(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const end = Math.min(bytes.length, SNIFFED_BYTES) & ~1;
  if (end < 8) return null;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < end; i += 2) {
    if (bytes[i] === 0) even++;
    if (bytes[i + 1] === 0) odd++;
  }
  const pairs = end / 2;
  if (odd > pairs * 0.6 && even === 0) return "utf-16le";
  return even > pairs * 0.6 && odd === 0 ? "utf-16be" : null;
}

const hasMark = (bytes: Uint8Array): boolean => startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff]);

/** Text has no zero bytes and next to no control characters (tab, line feed, form feed, return and escape aside). */
function isBinary(bytes: Uint8Array): boolean {
  if (hasMark(bytes) || looksUtf16(bytes) !== null) return false;
  const head = bytes.subarray(0, SNIFFED_BYTES);
  if (bytes.subarray(0, 1 << 20).includes(0)) return true;
  const control = head.reduce((n, byte) => n + (byte < 0x20 && ![9, 10, 12, 13, 27].includes(byte) ? 1 : 0), 0);
  return control > head.length * 0.05;
}

/** @param name used where bytes cannot tell: Markdown from plain text, and what the user meant by a damaged file */
export function kindOf(bytes: Uint8Array, name: string): FileKind {
  const extension = extensionOf(name);
  if (isPdf(bytes) || extension === ".pdf") return "pdf";
  if (extension === ".docx") return "docx";
  if (OTHER_EXTENSIONS.has(extension)) return { unknown: extension };
  if (startsWith(bytes, ZIP) || startsWith(bytes, ZIP_EMPTY)) {
    return Buffer.from(bytes).includes("word/document.xml")
      ? "docx"
      : { unknown: extension === "" ? ".zip" : extension };
  }
  const other = OTHER_FORMATS.find(({ signature }) => startsWith(bytes, signature));
  if (other !== undefined) return { unknown: other.extension };
  if (isBinary(bytes)) return { binary: true };
  if (extension === ".jsonl" || extension === ".ndjson") return "lines";
  if (extension === ".html" || extension === ".htm" || extension === ".xhtml") return "html";
  if (extension === ".md" || extension === ".markdown") return "markdown";
  const start = Buffer.from(bytes.subarray(0, SNIFFED_BYTES))
    .toString("latin1")
    .replace(/^\xef\xbb\xbf/, "");
  return extension !== ".txt" && HTML_START.test(start) ? "html" : "text";
}
