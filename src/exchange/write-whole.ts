import { createWriteStream, lstatSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type Problem, problem } from "../record/index.ts";

/** Trouble with writing, told from trouble in the lines themselves. */
class WriteError extends Error {
  readonly code: string;
  constructor(cause: NodeJS.ErrnoException) {
    super(cause.message, { cause });
    this.code = cause.code ?? "";
  }
}

async function writeAll(path: string, chunks: AsyncIterable<string>): Promise<void> {
  let ours: { error: unknown } | null = null;
  async function* watched(): AsyncGenerator<string> {
    try {
      yield* chunks;
    } catch (error) {
      ours = { error };
      throw error;
    }
  }
  try {
    await pipeline(Readable.from(watched()), createWriteStream(path));
  } catch (error) {
    if (ours !== null) throw error;
    throw new WriteError(error as NodeJS.ErrnoException);
  }
}

/** A device, a pipe or a terminal cannot be replaced by a rename: it is written straight. */
function isSpecial(file: string): boolean {
  try {
    const found = lstatSync(file);
    return !found.isFile() && !found.isDirectory() && !found.isSymbolicLink();
  } catch {
    // Not there yet: an ordinary file to be made. Any other trouble shows when it is written.
    return false;
  }
}

function writeProblem(file: string, error: WriteError): Problem {
  if (error.code === "ENOSPC") return problem("output-disk-full", { file });
  return problem("output-not-written", { file, detail: error.message });
}

/**
 * Writes a file whole or not at all: to a temporary file beside it, then a rename. What goes wrong with writing is a
 * problem; what `chunks` throws is thrown on, after the temporary file is gone.
 */
export async function writeWhole(file: string, chunks: AsyncIterable<string>): Promise<readonly Problem[]> {
  const special = isSpecial(file);
  const target = special ? file : `${file}.${process.pid}.part`;
  try {
    await writeAll(target, chunks);
    if (!special) await rename(target, file).catch((error: NodeJS.ErrnoException) => Promise.reject(new WriteError(error)));
    return [];
  } catch (error) {
    if (!special) await rm(target, { force: true });
    if (error instanceof WriteError) return [writeProblem(file, error)];
    throw error;
  }
}
