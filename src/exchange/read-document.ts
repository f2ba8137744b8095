import { basename } from "node:path";
import { type InputDocument, type Problem, problem } from "../record/index.ts";
import { decodeText } from "./decode-text.ts";
import { readHeader, type StatedAbout } from "./document-header.ts";
import { kindOf } from "./file-kind.ts";
import { markdownText } from "./markdown.ts";
import { readDocx } from "./read-docx.ts";
import { type ReadText, readHtml } from "./read-html.ts";
import { readPdf } from "./read-pdf.ts";

export interface ReadOptions {
  /** Identity of the document; else the name without its folder. */
  readonly id?: string;
  /** Charset that a server or the user declares; it goes before what the bytes look like. */
  readonly charset?: string;
  /** Largest file read at once, in bytes. */
  readonly maxBytes?: number;
}

export interface ReadDocument {
  readonly document: InputDocument | null;
  readonly problems: readonly Problem[];
}

const MEGABYTE = 1 << 20;
/** A page or a text is never so large; a PDF with pictures may be. */
const MAX_TEXT_BYTES = 20 * MEGABYTE;
const MAX_PACKED_BYTES = 200 * MEGABYTE;

function readPlain(bytes: Uint8Array, file: string, charset: string | null, markdown: boolean): ReadText {
  const decoded = decodeText(bytes, file, charset);
  const headed = readHeader(decoded.text.replace(/\r\n?/g, "\n"), file);
  const heading = markdown ? (/^#[ \t]+(.+?)[ \t]*#*$/m.exec(headed.text)?.[1] ?? null) : null;
  const text = markdown ? markdownText(headed.text) : headed.text;
  const about = { ...headed.about, title: headed.about.title ?? (heading === null ? null : markdownText(heading)) };
  const empty = text.trim() === "" ? [problem("file-empty", { file })] : [];
  return { text, about, problems: [...decoded.problems, ...headed.problems, ...empty] };
}

const failed = (found: Problem): ReadDocument => ({ document: null, problems: [found] });

function assemble(id: string, read: ReadText): ReadDocument {
  if (read.problems.some(({ severity }) => severity === "error")) return { document: null, problems: read.problems };
  const stated = Object.entries(read.about).filter((entry): entry is [keyof StatedAbout, string] => entry[1] !== null);
  return { document: { id, text: read.text, ...Object.fromEntries(stated) }, problems: read.problems };
}

/**
 * One document from the bytes of a .txt, .md, .html, .pdf or .docx file (or of standard input). Its text is what every
 * offset counts in: for plain text the file's own, with `\n` for line ends and without a header (`docs/record.md`);
 * for the others what was extracted. Title, source and publication day are given where the document states them.
 */
export async function readDocument(bytes: Uint8Array, name: string, options: ReadOptions = {}): Promise<ReadDocument> {
  if (bytes.length === 0) return failed(problem("file-empty", { file: name }));
  const kind = kindOf(bytes, name);
  const limit = options.maxBytes ?? (kind === "pdf" || kind === "docx" ? MAX_PACKED_BYTES : MAX_TEXT_BYTES);
  if (bytes.length > limit) return failed(tooLarge(name, bytes.length, limit));
  if (typeof kind === "object") {
    return failed(
      "binary" in kind
        ? problem("file-binary", { file: name })
        : problem("file-kind-unknown", { file: name, extension: kind.unknown }),
    );
  }
  const charset = options.charset ?? null;
  const id = options.id ?? (basename(name) || name);
  switch (kind) {
    case "pdf":
      return assemble(id, await readPdf(bytes, name));
    case "docx":
      return assemble(id, await readDocx(bytes, name));
    case "html":
      return assemble(id, readHtml(bytes, name, charset));
    case "lines":
      return failed(problem("file-kind-unknown", { file: name, extension: ".jsonl (as one document)" }));
    default:
      return assemble(id, readPlain(bytes, name, charset, kind === "markdown"));
  }
}

/** Megabytes are rounded up, so that a file one byte over never reads as the limit itself. */
export const tooLarge = (file: string, bytes: number, limit: number): Problem =>
  problem("file-too-large", { file, megabytes: Math.ceil(bytes / MEGABYTE), limit: Math.floor(limit / MEGABYTE) });

export const LARGEST_FILE_BYTES = MAX_PACKED_BYTES;
