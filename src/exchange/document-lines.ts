import { type InputDocument, inputDocumentSchema, type Problem, problem } from "../record/index.ts";

/** A longer line is no document; it is skipped without being held in memory. */
const LONGEST_LINE = 64 * 1024 * 1024;

export type DocumentLine =
  | { readonly line: number; readonly document: InputDocument }
  | { readonly line: number; readonly problem: Problem };

interface RawLine {
  readonly number: number;
  /** null where the line was too long. */
  readonly bytes: Buffer | null;
}

/** Cuts a byte stream into lines, holding no more than one line and one chunk. */
async function* linesOf(stream: AsyncIterable<Uint8Array | string>): AsyncGenerator<RawLine> {
  let number = 1;
  let held: Buffer[] = [];
  let size = 0;
  let tooLong = false;
  const take = (part: Buffer): void => {
    size += part.length;
    if (size > LONGEST_LINE) {
      tooLong = true;
      held = [];
    } else if (!tooLong) held.push(part);
  };
  const finish = (): RawLine => {
    const line = { number: number++, bytes: tooLong ? null : Buffer.concat(held) };
    held = [];
    size = 0;
    tooLong = false;
    return line;
  };
  for await (const chunk of stream) {
    const bytes = typeof chunk === "string" ? Buffer.from(chunk) : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    let start = 0;
    for (let end = bytes.indexOf(10, start); end !== -1; end = bytes.indexOf(10, start)) {
      take(bytes.subarray(start, end));
      yield finish();
      start = end + 1;
    }
    take(bytes.subarray(start));
  }
  if (size > 0) yield finish();
}

const UTF8 = new TextDecoder("utf-8", { fatal: true });

function documentOf(file: string, { number: line, bytes }: RawLine): DocumentLine | null {
  const refuse = (code: "line-not-json" | "line-not-document", detail: string): DocumentLine => ({
    line,
    problem: problem(code, { file, line, detail }),
  });
  if (bytes === null) return refuse("line-not-document", `longer than ${LONGEST_LINE / 1024 / 1024} MB`);
  let text: string;
  try {
    text = UTF8.decode(bytes);
  } catch {
    return refuse("line-not-json", "not UTF-8");
  }
  if (text.trim() === "") return null;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return refuse("line-not-json", error instanceof Error ? error.message.slice(0, 120) : "cannot be parsed");
  }
  const read = inputDocumentSchema.safeParse(value);
  if (read.success) return { line, document: read.data };
  return refuse(
    "line-not-document",
    read.error.issues.map((issue) => `${issue.path.join(".") || "the line"}: ${issue.message}`).join("; "),
  );
}

/** Documents of a JSON Lines stream with their line numbers, in bounded memory. A bad line does not stop the others. */
export async function* readDocumentLines(
  stream: AsyncIterable<Uint8Array | string>,
  file: string,
): AsyncGenerator<DocumentLine> {
  for await (const raw of linesOf(stream)) {
    const line = documentOf(file, raw);
    if (line !== null) yield line;
  }
}
