import { extractText, getDocumentProxy } from "unpdf";
import { problem } from "../record/index.ts";
import type { ReadText } from "./read-html.ts";

/** Words cut at a line's end are joined; lines of a paragraph stay lines. */
const joinLines = (text: string): string => text.replace(/(\p{Ll})-\n(\p{Ll})/gu, "$1$2").replace(/[ \t]+\n/g, "\n");

/** Text of a PDF, page by page. A PDF of pictures has none and is told so. */
export async function readPdf(bytes: Uint8Array, file: string): Promise<ReadText> {
  try {
    // pdf.js takes the bytes over, so it gets a copy.
    const pdf = await getDocumentProxy(Uint8Array.from(bytes), { verbosity: 0, isEvalSupported: false });
    const { text, totalPages } = await extractText(pdf, { mergePages: false });
    const joined = joinLines(text.join("\n\n")).trim();
    if (joined === "") return { text: null, stated: {}, problems: [problem("pdf-without-text", { file, pages: totalPages })] };
    return { text: joined, stated: {}, problems: [] };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { text: null, stated: {}, problems: [problem("pdf-damaged", { file, detail })] };
  }
}
