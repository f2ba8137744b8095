import { analyse } from "chardet";
import iconv from "iconv-lite";
import { type Problem, problem } from "../record/index.ts";
import { looksUtf16 } from "./file-kind.ts";

export interface DecodedText {
  readonly text: string;
  readonly encoding: string;
  readonly problems: readonly Problem[];
}

/** Labels that the web reads as their Windows superset, so that curly quotes survive (WHATWG Encoding, 4.2). */
const WEB_SUPERSET: Readonly<Record<string, string>> = {
  "iso-8859-1": "windows-1252",
  latin1: "windows-1252",
  "us-ascii": "windows-1252",
  ascii: "windows-1252",
  "iso-8859-9": "windows-1254",
};

const MARKS: readonly { readonly encoding: string; readonly bytes: readonly number[] }[] = [
  { encoding: "utf-8", bytes: [0xef, 0xbb, 0xbf] },
  { encoding: "utf-32le", bytes: [0xff, 0xfe, 0, 0] },
  { encoding: "utf-16le", bytes: [0xff, 0xfe] },
  { encoding: "utf-16be", bytes: [0xfe, 0xff] },
];

const markOf = (bytes: Uint8Array) => MARKS.find((mark) => mark.bytes.every((byte, i) => bytes[i] === byte)) ?? null;

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false; // what a fatal decoder throws on a byte that is not UTF-8
    throw error;
  }
}

/** A declared charset is taken at its word unless the bytes refute it. */
function declaredEncoding(bytes: Uint8Array, declared: string | null): string | null {
  if (declared === null) return null;
  const label = declared.trim().toLowerCase();
  if (label === "utf-8" || label === "utf8") return isUtf8(bytes) ? "utf-8" : null;
  const encoding = WEB_SUPERSET[label] ?? label;
  return iconv.encodingExists(encoding) ? encoding : null;
}

const DETECTED_BYTES = 1 << 16;

/** Last resort: letter statistics. Pure ASCII never comes here. */
function detected(bytes: Uint8Array): string {
  const guesses = analyse(bytes.subarray(0, DETECTED_BYTES)).map((guess) => guess.name.toLowerCase());
  const usable = guesses.find((name) => name !== "utf-8" && iconv.encodingExists(name)) ?? "windows-1252";
  return WEB_SUPERSET[usable] ?? usable;
}

/**
 * Bytes to text: by their byte-order mark, else by the declared charset, else as UTF-8 where they are valid UTF-8, else
 * by zero bytes (UTF-16) or letter statistics. Anything but UTF-8 is said in a note.
 */
export function decodeText(bytes: Uint8Array, file: string, declared: string | null = null): DecodedText {
  const mark = markOf(bytes);
  const encoding =
    mark?.encoding ??
    declaredEncoding(bytes, declared) ??
    (isUtf8(bytes) ? (looksUtf16(bytes) ?? "utf-8") : (looksUtf16(bytes) ?? detected(bytes)));
  const body = mark === null ? bytes : bytes.subarray(mark.bytes.length);
  const text = iconv.decode(body, encoding, { stripBOM: true });
  return {
    text,
    encoding,
    problems: encoding === "utf-8" ? [] : [problem("file-decoded", { file, encoding }, "note")],
  };
}
