import { readFile, stat } from "node:fs/promises";
import { type Problem, problem } from "../record/index.ts";
import { LARGEST_FILE_BYTES, type ReadDocument, type ReadOptions, readDocument, tooLarge } from "./read-document.ts";

/** What kept a file from being opened. Anything that is not the file system's answer is our own bug and is thrown. */
export function openingProblem(file: string, error: unknown): Problem {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === undefined) throw error;
  if (code === "ENOENT" || code === "ENOTDIR") return problem("file-not-found", { file });
  const detail =
    code === "EACCES" || code === "EPERM" ? "permission denied" : code === "EISDIR" ? "it is a folder" : code;
  return problem("file-not-readable", { file, detail });
}

/** The bytes of a file of at most `maxBytes`; the size is asked before anything is read. */
export async function readBytes(file: string, maxBytes: number): Promise<Uint8Array | Problem> {
  try {
    const { size } = await stat(file);
    if (size > maxBytes) return tooLarge(file, size, maxBytes);
    return await readFile(file);
  } catch (error) {
    return openingProblem(file, error);
  }
}

/** {@link readDocument} for a path; `null` and a problem where the file cannot be opened. */
export async function readDocumentFile(path: string, options: ReadOptions = {}): Promise<ReadDocument> {
  const bytes = await readBytes(path, options.maxBytes ?? LARGEST_FILE_BYTES);
  if (!(bytes instanceof Uint8Array)) return { document: null, problems: [bytes] };
  return readDocument(bytes, path, options);
}
