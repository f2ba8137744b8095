import { parseHTML } from "linkedom";
import mammoth from "mammoth";
import { problem } from "../record/index.ts";
import { NOTHING_STATED } from "./document-header.ts";
import { type Markup, markupText } from "./markup-text.ts";
import type { ReadText } from "./read-html.ts";
import { inspectZip, unpack, type ZipEntry, type ZipLimits } from "./zip-archive.ts";

const MEGABYTE = 1 << 20;
const LIMITS: ZipLimits = { totalBytes: 200 * MEGABYTE, xmlBytes: 20 * MEGABYTE, entries: 5000 };

/** The title in the document's properties, where it has one. Its "created" time is not a publication date. */
function statedTitle(bytes: Uint8Array, entries: readonly ZipEntry[]): string | null {
  const core = entries.find(({ name }) => name === "docProps/core.xml");
  const xml = core === undefined ? null : unpack(bytes, core, MEGABYTE);
  const title = xml === null ? undefined : /<dc:title[^>]*>([^<]*)<\/dc:title>/.exec(xml.toString("utf8"))?.[1];
  return title === undefined || title.trim() === "" ? null : plain(title).trim();
}

const plain = (markup: string): string =>
  parseHTML(`<!doctype html><html><body>${markup}</body></html>`).document.body.textContent ?? "";

const damaged = (file: string, detail: string): ReadText => ({
  text: "",
  about: NOTHING_STATED,
  problems: [problem("docx-damaged", { file, detail })],
});

/** Through HTML and not mammoth's raw text: that one runs the cells of a table into each other's paragraphs. */
async function bodyOf(bytes: Uint8Array): Promise<string> {
  const html = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes) },
    { convertImage: mammoth.images.imgElement(async () => ({ src: "" })), externalFileAccess: false },
  );
  return markupText(
    parseHTML(`<!doctype html><html><body>${html.value}</body></html>`).document.body as unknown as Markup,
  );
}

export async function readDocx(bytes: Uint8Array, file: string): Promise<ReadText> {
  const archive = inspectZip(bytes, LIMITS);
  if (archive.is === "damaged") return damaged(file, archive.detail);
  if (archive.is === "too-large") {
    const limit = Math.floor(archive.limit / MEGABYTE);
    return { text: "", about: NOTHING_STATED, problems: [problem("archive-too-large", { file, limit })] };
  }
  try {
    const text = await bodyOf(bytes);
    const about = { ...NOTHING_STATED, title: statedTitle(bytes, archive.entries) };
    return { text, about, problems: text === "" ? [problem("file-empty", { file })] : [] };
  } catch (error) {
    return damaged(file, error instanceof Error ? error.message : String(error)); // mammoth has no typed errors
  }
}
