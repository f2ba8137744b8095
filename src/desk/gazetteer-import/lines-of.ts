import { closeSync, openSync, readSync } from "node:fs";

export interface Line {
  readonly text: string;
  /** Byte behind the line's end: where to go on. */
  readonly end: number;
}

const CHUNK = 1 << 20;
const NEWLINE = 10;

/** Lines of a UTF-8 file from a byte on, one chunk in memory. The carriage return of "\r\n" is dropped. */
export function* linesOf(file: string, from = 0): Generator<Line> {
  const handle = openSync(file, "r");
  try {
    let rest = Buffer.alloc(0);
    let end = from;
    for (let at = from; ; ) {
      const chunk = Buffer.allocUnsafe(CHUNK);
      const count = readSync(handle, chunk, 0, CHUNK, at);
      at += count;
      const bytes = rest.length === 0 ? chunk.subarray(0, count) : Buffer.concat([rest, chunk.subarray(0, count)]);
      let start = 0;
      for (let i = bytes.indexOf(NEWLINE); i >= 0; i = bytes.indexOf(NEWLINE, start)) {
        end += i + 1 - start;
        yield { text: bytes.toString("utf8", start, i).replace(/\r$/, ""), end };
        start = i + 1;
      }
      rest = bytes.subarray(start);
      if (count > 0) continue;
      if (rest.length > 0) yield { text: rest.toString("utf8"), end: end + rest.length };
      return;
    }
  } finally {
    closeSync(handle);
  }
}
