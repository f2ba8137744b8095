import { inflateRawSync } from "node:zlib";

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const DEFLATED = 8;

interface Entry {
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly offset: number;
}

/** The entries of the central directory, or null where there is none to be read. (PKWARE APPNOTE 4.3.) */
function entriesOf(view: DataView): readonly Entry[] | null {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  let end = view.byteLength - 22;
  while (end >= lowest && view.getUint32(end, true) !== END_OF_DIRECTORY) end--;
  if (end < lowest) return null;
  const count = view.getUint16(end + 10, true);
  const entries: Entry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < count; i++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== DIRECTORY_ENTRY) return null;
    entries.push({
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function packedBytes(view: DataView, entry: Entry): Uint8Array | null {
  if (entry.offset + 30 > view.byteLength || view.getUint32(entry.offset, true) !== LOCAL_HEADER) return null;
  const start = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  if (start + entry.packed > view.byteLength) return null;
  return new Uint8Array(view.buffer, view.byteOffset + start, entry.packed);
}

/** What an entry really unpacks to, at most `limit`: sizes in the directory may lie. */
function realSize(view: DataView, entry: Entry, limit: number): number | "damaged" {
  const packed = packedBytes(view, entry);
  if (packed === null) return "damaged";
  if (entry.method !== DEFLATED) return packed.length;
  try {
    return inflateRawSync(packed, { maxOutputLength: limit + 1 }).length;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE" ? Number.POSITIVE_INFINITY : "damaged";
  }
}

/** Does a zip archive unpack to at most `limit` bytes? Measured by unpacking with a limit, never by what it says. */
export async function unpacksWithin(bytes: Uint8Array, limit: number): Promise<"yes" | "too-large" | "damaged"> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = bytes.length < 22 ? null : entriesOf(view);
  if (entries === null) return "damaged";
  let total = 0;
  for (const entry of entries) {
    const size = realSize(view, entry, limit - total);
    if (size === "damaged") return "damaged";
    total += size;
    if (total > limit) return "too-large";
  }
  return "yes";
}
