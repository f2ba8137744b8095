import { createReadStream, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { decodeText, readDocument, readDocumentLines } from "../../exchange/index.ts";
import { type InputDocument, type Problem, problem } from "../../record/index.ts";

/** What a command was given: plain files and `-` as arguments, JSON Lines with `--in` or `--docs`. */
export interface InputNames {
  readonly files: readonly string[];
  readonly lines?: string | undefined;
}

type Tell = (problems: readonly Problem[]) => void;

const isLines = (name: string): boolean => /\.(jsonl|ndjson)$/i.test(name);

async function stdinBytes(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks);
}

/** Trouble with a path before anything is read, or null. */
export function pathProblem(file: string): Problem | null {
  try {
    return statSync(file).isDirectory()
      ? problem("file-not-readable", { file, detail: "it is a folder; give its files, as in folder/*.txt" })
      : null;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return code === "ENOENT" || code === "ENOTDIR"
      ? problem("file-not-found", { file })
      : problem("file-not-readable", { file, detail: code ?? message });
  }
}

async function* documentsOfLines(name: string, tell: Tell): AsyncGenerator<InputDocument> {
  const stream = name === "-" ? process.stdin : createReadStream(name);
  try {
    for await (const item of readDocumentLines(stream, name === "-" ? "standard input" : name)) {
      if ("document" in item) yield item.document;
      else tell([item.problem]);
    }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    tell([problem("file-not-readable", { file: name, detail: `${code}: ${message}` })]);
  }
}

/** One plain document from a file or standard input. */
export async function documentOf(name: string, tell: Tell): Promise<InputDocument | null> {
  const wrong = name === "-" ? null : pathProblem(name);
  if (wrong !== null) {
    tell([wrong]);
    return null;
  }
  let bytes: Uint8Array;
  try {
    bytes = name === "-" ? await stdinBytes() : await readFile(name);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    tell([problem("file-not-readable", { file: name, detail: code ?? message })]);
    return null;
  }
  const { document, problems } = await readDocument(bytes, name === "-" ? "stdin" : basename(name));
  tell(problems);
  return document;
}

/** Every document that was given, in the order given; trouble is told and the others go on. */
export async function* documentsOf(names: InputNames, tell: Tell): AsyncGenerator<InputDocument> {
  if (names.lines !== undefined) {
    const wrong = names.lines === "-" ? null : pathProblem(names.lines);
    if (wrong !== null) tell([wrong]);
    else yield* documentsOfLines(names.lines, tell);
  }
  for (const file of names.files) {
    const wrong = file === "-" ? null : pathProblem(file);
    if (wrong !== null) tell([wrong]);
    else if (isLines(file)) yield* documentsOfLines(file, tell);
    else {
      const document = await documentOf(file, tell);
      if (document !== null) yield document;
    }
  }
}

/** A whole text file in whatever encoding it is; `text` is null where it cannot be read, and the problems say why. */
export async function readTextFile(file: string): Promise<{ text: string | null; problems: readonly Problem[] }> {
  const wrong = pathProblem(file);
  if (wrong !== null) return { text: null, problems: [wrong] };
  try {
    const { text, problems } = decodeText(await readFile(file), file);
    return { text, problems };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return { text: null, problems: [problem("file-not-readable", { file, detail: code ?? message })] };
  }
}
