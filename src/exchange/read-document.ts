import { type InputDocument, isRealDay, type Problem, partsOf, problem } from "../record/index.ts";
import { decode } from "./decode.ts";
import { type StatedMetadata, takeFrontMatter } from "./front-matter.ts";
import { markdownToText } from "./markdown.ts";
import { readDocx } from "./read-docx.ts";
import { type ReadText, readHtml } from "./read-html.ts";
import { readPdf } from "./read-pdf.ts";
import { sniff } from "./sniff.ts";

/** More than any article; a collection comes as JSON Lines. */
const MOST_MEGABYTES = 50;

export interface ReadDocument {
  readonly document: InputDocument | null;
  readonly problems: readonly Problem[];
}

function readPlain(bytes: Uint8Array, file: string, toText: (text: string) => string): ReadText {
  const { text: decoded, encoding } = decode(bytes);
  const { text, stated } = takeFrontMatter(decoded);
  const problems = encoding === null ? [] : [problem("file-decoded", { file, encoding }, "note")];
  const words = toText(text);
  return words.trim() === "" ? { text: null, stated, problems: [...problems, problem("file-empty", { file })] } : { text: words, stated, problems };
}

const refused = (p: Problem): ReadText => ({ text: null, stated: {}, problems: [p] });

async function readByKind(bytes: Uint8Array, file: string): Promise<ReadText> {
  const megabytes = Math.ceil(bytes.length / 1024 / 1024);
  if (megabytes > MOST_MEGABYTES) return refused(problem("file-too-large", { file, megabytes, limit: MOST_MEGABYTES }));
  switch (sniff(bytes, file)) {
    case "empty":
      return refused(problem("file-empty", { file }));
    case "binary":
      return refused(problem("file-binary", { file }));
    case "archive":
      return refused(problem("file-kind-unknown", { file, extension: "archive" }));
    case "pdf":
      return readPdf(bytes, file);
    case "docx":
      return readDocx(bytes, file);
    case "html":
      return readHtml(bytes, file);
    case "markdown":
      return readPlain(bytes, file, markdownToText);
    case "text":
      return readPlain(bytes, file, (text) => text);
  }
}

/** A day that the calendar does not have is no date: it is left out rather than bent. */
function realDates(stated: StatedMetadata): StatedMetadata {
  const { published, ...rest } = stated;
  if (published === undefined) return rest;
  const { year, month, day } = partsOf(published);
  return isRealDay(year, month, day) ? stated : rest;
}

/**
 * Reads one document from its bytes; the kind is told by the bytes, the name decides only between kinds of text.
 * @returns the document, `null` where it cannot be read, and what there is to tell. Never throws for bad input.
 */
export async function readDocument(bytes: Uint8Array, name: string): Promise<ReadDocument> {
  const { text, stated, problems } = await readByKind(bytes, name);
  return { document: text === null ? null : { id: name, text, ...realDates(stated) }, problems };
}
