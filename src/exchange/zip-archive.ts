import { inflateRawSync } from "node:zlib";

/** One member as the central directory lists it. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly compressedSize: number;
  readonly headerOffset: number;
}

export interface ZipLimits {
  /** All members together, unpacked. */
  readonly totalBytes: number;
  /** One XML member: a DOM takes some twenty times its bytes. */
  readonly xmlBytes: number;
  readonly entries: number;
}

export type ZipVerdict =
  | { readonly is: "sound"; readonly entries: readonly ZipEntry[] }
  | { readonly is: "too-large"; readonly limit: number }
  | { readonly is: "damaged"; readonly detail: string };

const END_MARK = 0x06054b50;
const ENTRY_MARK = 0x02014b50;
const LOCAL_MARK = 0x04034b50;
const END_SIZE = 22;
const ENTRY_SIZE = 46;
const LOCAL_SIZE = 30;
const LONGEST_COMMENT = 65535;

class Damaged extends Error {}

function endRecordAt(bytes: Buffer): number {
  const first = Math.max(0, bytes.length - END_SIZE - LONGEST_COMMENT);
  for (let at = bytes.length - END_SIZE; at >= first; at--) if (bytes.readUInt32LE(at) === END_MARK) return at;
  throw new Damaged("no central directory: the file is cut off");
}

function readEntry(bytes: Buffer, at: number): { readonly entry: ZipEntry; readonly next: number } {
  if (at + ENTRY_SIZE > bytes.length || bytes.readUInt32LE(at) !== ENTRY_MARK)
    throw new Damaged("central directory broken");
  const nameLength = bytes.readUInt16LE(at + 28);
  const next = at + ENTRY_SIZE + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  const entry = {
    name: bytes.toString("utf8", at + ENTRY_SIZE, at + ENTRY_SIZE + nameLength),
    method: bytes.readUInt16LE(at + 10),
    compressedSize: bytes.readUInt32LE(at + 20),
    headerOffset: bytes.readUInt32LE(at + 42),
  };
  return { entry, next };
}

function readDirectory(bytes: Buffer, limits: ZipLimits): ZipEntry[] | null {
  const end = endRecordAt(bytes);
  const count = bytes.readUInt16LE(end + 10);
  if (count > limits.entries) return null;
  const entries: ZipEntry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let i = 0; i < count; i++) {
    const { entry, next } = readEntry(bytes, at);
    entries.push(entry);
    at = next;
  }
  return entries;
}

/** The packed bytes of a member. */
function packed(bytes: Buffer, { headerOffset, compressedSize, name }: ZipEntry): Buffer {
  if (headerOffset + LOCAL_SIZE > bytes.length || bytes.readUInt32LE(headerOffset) !== LOCAL_MARK) {
    throw new Damaged(`member ${name} is missing`);
  }
  const start =
    headerOffset + LOCAL_SIZE + bytes.readUInt16LE(headerOffset + 26) + bytes.readUInt16LE(headerOffset + 28);
  if (start + compressedSize > bytes.length) throw new Damaged(`member ${name} is cut off`);
  return bytes.subarray(start, start + compressedSize);
}

const STORED = 0;
const DEFLATED = 8;

/** Unpacks one member to at most `limit` bytes; `null` where it is larger. The size it declares is not believed. */
export function unpack(bytes: Uint8Array, entry: ZipEntry, limit: number): Buffer | null {
  const body = packed(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), entry);
  if (entry.method === STORED) return body.length > limit ? null : body;
  if (entry.method !== DEFLATED)
    throw new Damaged(`member ${entry.name} is packed in an unknown way (${entry.method})`);
  try {
    return inflateRawSync(body, { maxOutputLength: Math.max(1, limit) });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE") return null;
    throw new Damaged(`member ${entry.name}: ${(error as Error).message}`);
  }
}

function measure(bytes: Buffer, limits: ZipLimits): ZipVerdict {
  const entries = readDirectory(bytes, limits);
  if (entries === null) return { is: "too-large", limit: limits.totalBytes };
  let left = limits.totalBytes;
  for (const entry of entries) {
    const limit = /\.(?:xml|rels)$/i.test(entry.name) ? Math.min(left, limits.xmlBytes) : left;
    const unpacked = unpack(bytes, entry, limit);
    if (unpacked === null) return { is: "too-large", limit };
    left -= unpacked.length;
  }
  return { is: "sound", entries };
}

/**
 * Unpacks every member under limits, before any reader that trusts the archive sees it: a bomb of a few kilobytes
 * unpacks to gigabytes, and the sizes written in an archive may lie. Cost: one inflation, at most `totalBytes`.
 */
export function inspectZip(bytes: Uint8Array, limits: ZipLimits): ZipVerdict {
  try {
    return measure(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), limits);
  } catch (error) {
    if (error instanceof Damaged || error instanceof RangeError) return { is: "damaged", detail: error.message };
    throw error;
  }
}
