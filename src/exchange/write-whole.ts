import { randomBytes } from "node:crypto";
import { type FileHandle, lstat, open, realpath, rename, unlink } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { type Problem, problem } from "../record/index.ts";

export type Chunks = Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;

/** The file system's "no" (anything else that is thrown comes from whoever makes the chunks, and goes on to them). */
class NotWritten extends Error {
  readonly code: string;
  constructor(cause: unknown) {
    super((cause as Error).message);
    this.code = (cause as NodeJS.ErrnoException).code ?? "unknown";
  }
}

async function writing<T>(act: Promise<T>): Promise<T> {
  try {
    return await act;
  } catch (error) {
    throw new NotWritten(error);
  }
}

function asProblem(file: string, { code, message }: NotWritten): Problem {
  if (code === "ENOSPC" || code === "EDQUOT") return problem("output-disk-full", { file });
  const plain: Readonly<Record<string, string>> = {
    EACCES: "permission denied",
    EPERM: "permission denied",
    EROFS: "the disk is read-only",
    ENOENT: "there is no such folder",
    EISDIR: "it is a folder",
  };
  return problem("output-not-written", { file, detail: plain[code] ?? message });
}

async function writeAll(handle: FileHandle, chunks: Chunks): Promise<void> {
  for await (const chunk of chunks) await writing(handle.writeFile(chunk));
}

/** Pipes and devices (`/dev/stdout`) are written to as they are: a rename would put a file in their place. */
async function writeThrough(file: string, chunks: Chunks): Promise<void> {
  const handle = await writing(open(file, "w"));
  try {
    await writeAll(handle, chunks);
  } finally {
    await handle.close();
  }
}

async function writeThenRename(file: string, chunks: Chunks): Promise<void> {
  const temporary = join(dirname(file), `.${basename(file)}.${randomBytes(6).toString("hex")}.part`);
  const handle = await writing(open(temporary, "wx"));
  try {
    try {
      await writeAll(handle, chunks);
      await writing(handle.sync());
    } finally {
      await handle.close();
    }
    await writing(rename(temporary, file));
  } catch (error) {
    await unlink(temporary);
    throw error;
  }
}

/** Where the bytes shall land: behind a symbolic link, if there is one. `regular` is false for a pipe or a device. */
async function landing(file: string): Promise<{ readonly path: string; readonly regular: boolean }> {
  try {
    const path = await realpath(file);
    const found = await lstat(path);
    return { path, regular: found.isFile() || found.isDirectory() };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return { path: file, regular: true };
    throw new NotWritten(error);
  }
}

/**
 * Writes a file whole or not at all: into a temporary file beside it, flushed to disk, then renamed over it. A full disk
 * or a missing permission is a problem, and the temporary file is gone; what the chunks' maker throws goes on to them.
 * @returns nothing when it was written
 */
export async function writeWhole(file: string, chunks: Chunks): Promise<readonly Problem[]> {
  try {
    const { path, regular } = await landing(file);
    await (regular ? writeThenRename(path, chunks) : writeThrough(path, chunks));
    return [];
  } catch (error) {
    if (error instanceof NotWritten) return [asProblem(file, error)];
    throw error;
  }
}
