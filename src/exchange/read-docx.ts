import mammoth from "mammoth";
import { problem } from "../record/index.ts";
import type { ReadText } from "./read-html.ts";
import { unpacksWithin } from "./zip-guard.ts";

/** No article unpacks to more; a file that does is a bomb or no article. */
const MOST_MEGABYTES = 200;

/** Text of a Word document. The archive is measured before anything unpacks it. */
export async function readDocx(bytes: Uint8Array, file: string): Promise<ReadText> {
  const fits = await unpacksWithin(bytes, MOST_MEGABYTES * 1024 * 1024);
  if (fits === "too-large") {
    return { text: null, stated: {}, problems: [problem("archive-too-large", { file, limit: MOST_MEGABYTES })] };
  }
  if (fits === "damaged") {
    return { text: null, stated: {}, problems: [problem("docx-damaged", { file, detail: "its archive is cut short" })] };
  }
  try {
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) });
    const text = value.replace(/\n{3,}/g, "\n\n").trim();
    return text === "" ? { text: null, stated: {}, problems: [problem("file-empty", { file })] } : { text, stated: {}, problems: [] };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { text: null, stated: {}, problems: [problem("docx-damaged", { file, detail })] };
  }
}
