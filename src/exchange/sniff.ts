export type DocumentKind = "empty" | "pdf" | "docx" | "archive" | "html" | "markdown" | "text" | "binary";

const startsWith = (bytes: Uint8Array, ...head: readonly number[]): boolean => head.every((byte, i) => bytes[i] === byte);

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");

const UTF16_MARK = (bytes: Uint8Array): boolean => startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff);

/** Control characters that no text has; a few stray ones are forgiven. */
function looksBinary(bytes: Uint8Array): boolean {
  if (UTF16_MARK(bytes)) return false;
  const sample = bytes.subarray(0, 8192);
  let controls = 0;
  for (const byte of sample) {
    if (byte === 0) return true;
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) controls++;
  }
  return controls > sample.length / 100;
}

/** What the bytes are; the name decides only between kinds of text. */
export function sniff(bytes: Uint8Array, name: string): DocumentKind {
  if (bytes.length === 0) return "empty";
  const head = latin1(bytes.subarray(0, 1024));
  if (head.trimStart().startsWith("%PDF-")) return "pdf";
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) {
    return /\.docx$/i.test(name) || latin1(bytes).includes("word/document.xml") ? "docx" : "archive";
  }
  if (looksBinary(bytes)) return "binary";
  if (/\.(?:html?|xhtml)$/i.test(name) || /^\s*(?:<!doctype html|<html[\s>]|<head[\s>]|<body[\s>])/i.test(head)) return "html";
  return /\.(?:md|markdown)$/i.test(name) ? "markdown" : "text";
}
