import { analyse } from "chardet";
import iconv from "iconv-lite";

export interface Decoded {
  readonly text: string;
  /** Name of the encoding where it was not UTF-8, else null. */
  readonly encoding: string | null;
}

const BYTE_ORDER_MARKS: readonly [string, readonly number[]][] = [
  ["UTF-8", [0xef, 0xbb, 0xbf]],
  ["UTF-16LE", [0xff, 0xfe]],
  ["UTF-16BE", [0xfe, 0xff]],
];

/** Detection reads no more than this; more bytes do not make it surer. */
const DETECT_BYTES = 64 * 1024;

function validUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

const named = (bytes: Uint8Array, encoding: string): Decoded => ({
  text: iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding),
  encoding: /^utf-?8$/i.test(encoding) ? null : encoding,
});

/**
 * Bytes to text: byte-order mark first, then the charset that the document declares (detectors take Arabic for Greek),
 * then UTF-8 if valid, then detection, with Windows-1252 as the last resort. What was used is told.
 */
export function decode(bytes: Uint8Array, declared: string | null = null): Decoded {
  for (const [encoding, mark] of BYTE_ORDER_MARKS) {
    if (mark.every((byte, i) => bytes[i] === byte)) return named(bytes, encoding);
  }
  const utf8 = validUtf8(bytes);
  const declaredUtf8 = declared === null || /^utf-?8$/i.test(declared);
  if (utf8 !== null && declaredUtf8) return { text: utf8, encoding: null };
  if (declared !== null && !declaredUtf8 && iconv.encodingExists(declared)) return named(bytes, declared);
  if (utf8 !== null) return { text: utf8, encoding: null };
  const best = analyse(bytes.subarray(0, DETECT_BYTES)).find(({ name }) => !name.startsWith("UTF-") && iconv.encodingExists(name));
  return named(bytes, best?.name ?? "windows-1252");
}
