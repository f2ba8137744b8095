import { type InputDocument, inputDocumentSchema, isRealDay, type Problem, partsOf, problem } from "../record/index.ts";

export type DocumentLine =
  | { readonly line: number; readonly document: InputDocument }
  | { readonly line: number; readonly problem: Problem };

const MEGABYTE = 1 << 20;
/** No document is longer; such a line is passed over without being held in memory. */
const MAX_LINE_BYTES = 20 * MEGABYTE;
const LINE_FEED = 0x0a;

/** `bytes` is null where the line was longer than the limit. */
interface RawLine {
  readonly line: number;
  readonly bytes: Buffer | null;
}

/** Lines of a byte stream. Memory: one chunk and at most `limit` bytes of the line it ends in. */
async function* rawLines(stream: AsyncIterable<Uint8Array | string>, limit: number): AsyncGenerator<RawLine> {
  let line = 1;
  let kept: Uint8Array[] = [];
  let length = 0;
  const take = (piece: Uint8Array): void => {
    length += piece.length;
    if (length <= limit) kept.push(piece);
    else kept = [];
  };
  const finish = (): RawLine => {
    const whole = { line, bytes: length > limit ? null : Buffer.concat(kept) };
    line++;
    kept = [];
    length = 0;
    return whole;
  };
  for await (const part of stream) {
    const chunk = typeof part === "string" ? Buffer.from(part) : part;
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, start)) {
      take(chunk.subarray(start, end));
      yield finish();
      start = end + 1;
    }
    if (start < chunk.length) take(chunk.subarray(start));
  }
  if (length > 0) yield finish();
}

function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function json(text: string): { readonly value: unknown } | { readonly detail: string } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    if (error instanceof SyntaxError) return { detail: error.message.slice(0, 120) };
    throw error;
  }
}

const realDay = (day: string): boolean => {
  const { year, month, day: date } = partsOf(day);
  return isRealDay(year, month, date);
};

function readLine(text: string, file: string, line: number): DocumentLine {
  const parsed = json(text);
  if ("detail" in parsed) return { line, problem: problem("line-not-json", { file, line, detail: parsed.detail }) };
  const read = inputDocumentSchema.safeParse(parsed.value);
  const notDocument = (detail: string): DocumentLine => ({
    line,
    problem: problem("line-not-document", { file, line, detail }),
  });
  if (!read.success) {
    const issue = read.error.issues[0];
    return notDocument(issue === undefined ? "unknown" : `${issue.path.join(".") || "line"}: ${issue.message}`);
  }
  const { published } = read.data;
  if (published !== undefined && !realDay(published)) return notDocument(`published: there is no day ${published}`);
  return { line, document: read.data };
}

/**
 * JSON Lines in, one document (or one problem) a line, in order, in bounded memory. Line numbers count from 1 and count
 * empty lines, which are passed over.
 */
export async function* readDocumentLines(
  stream: AsyncIterable<Uint8Array | string>,
  file: string,
  maxLineBytes = MAX_LINE_BYTES,
): AsyncGenerator<DocumentLine> {
  for await (const { line, bytes } of rawLines(stream, maxLineBytes)) {
    if (bytes === null) {
      yield { line, problem: problem("line-too-long", { file, line, limit: Math.floor(maxLineBytes / MEGABYTE) }) };
      continue;
    }
    const text = utf8(bytes);
    if (text === null) yield { line, problem: problem("line-not-json", { file, line, detail: "not UTF-8" }) };
    else if (text.trim() !== "") yield readLine(text, file, line);
  }
}
