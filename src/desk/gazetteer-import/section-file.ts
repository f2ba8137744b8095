import { createHash } from "node:crypto";
import { closeSync, openSync, readSync, writeSync } from "node:fs";

const BUFFER = 1 << 20;

/** A file written from its beginning, a megabyte at a time. */
export class SectionFile {
  readonly #handle: number;
  readonly #buffer = Buffer.allocUnsafe(BUFFER);
  #filled = 0;
  #length = 0;

  constructor(file: string) {
    this.#handle = openSync(file, "w");
  }

  /** Bytes written so far: where the next ones begin. */
  get length(): number {
    return this.#length;
  }

  add(bytes: Uint8Array): void {
    if (this.#filled + bytes.length > BUFFER) this.#flush();
    if (bytes.length > BUFFER) writeSync(this.#handle, bytes);
    else {
      this.#buffer.set(bytes, this.#filled);
      this.#filled += bytes.length;
    }
    this.#length += bytes.length;
  }

  #flush(): void {
    writeSync(this.#handle, this.#buffer, 0, this.#filled);
    this.#filled = 0;
  }

  close(): void {
    this.#flush();
    closeSync(this.#handle);
  }
}

function* chunksOf(file: string): Generator<Uint8Array> {
  const handle = openSync(file, "r");
  const chunk = Buffer.allocUnsafe(BUFFER);
  try {
    for (let n = readSync(handle, chunk, 0, BUFFER, null); n > 0; n = readSync(handle, chunk, 0, BUFFER, null))
      yield chunk.subarray(0, n);
  } finally {
    closeSync(handle);
  }
}

/** Copies a file's bytes behind what `to` has. */
export function append(to: SectionFile, file: string): void {
  for (const chunk of chunksOf(file)) to.add(chunk);
}

/** What the files hold, in sixteen hexadecimal digits. */
export function digestOf(files: readonly string[]): string {
  const hash = createHash("sha256");
  for (const file of files) for (const chunk of chunksOf(file)) hash.update(chunk);
  return hash.digest("hex").slice(0, 16);
}
