import { getDocumentProxy } from "unpdf";
import { problem } from "../record/index.ts";
import { NOTHING_STATED } from "./document-header.ts";
import { type PdfWords, pageText } from "./pdf-lines.ts";
import type { ReadText } from "./read-html.ts";

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

const nothing = (problemFound: ReadText["problems"][number]): ReadText => ({
  text: "",
  about: NOTHING_STATED,
  problems: [problemFound],
});

async function textOfPages(pdf: Pdf): Promise<string> {
  const pages: string[] = [];
  for (let n = 1; n <= pdf.numPages; n++) {
    const page = await pdf.getPage(n);
    const { items } = await page.getTextContent();
    pages.push(pageText(items.filter((item): item is typeof item & PdfWords => "str" in item)));
    page.cleanup();
  }
  return pages
    .filter((page) => page !== "")
    .join("\n\n")
    .trim();
}

/** A title in the document's properties, unless a word processor put the file's name there. */
async function statedTitle(pdf: Pdf): Promise<string | null> {
  const { info } = await pdf.getMetadata();
  const title = (info as Readonly<Record<string, unknown>>).Title;
  if (typeof title !== "string" || title.trim() === "") return null;
  return /^(?:Microsoft |untitled|.*\.(?:docx?|indd|pdf|rtf|odt)$)/i.test(title.trim()) ? null : title.trim();
}

/** The time a PDF was made is not its publication date, so none is given. Scripts inside a PDF are not run. */
export async function readPdf(bytes: Uint8Array, file: string): Promise<ReadText> {
  try {
    const pdf = await getDocumentProxy(Uint8Array.from(bytes), { isEvalSupported: false, verbosity: 0 }); // a copy: it takes the buffer away
    try {
      const text = await textOfPages(pdf);
      if (text === "") return nothing(problem("pdf-without-text", { file, pages: pdf.numPages }));
      return { text, about: { ...NOTHING_STATED, title: await statedTitle(pdf) }, problems: [] };
    } finally {
      await pdf.destroy();
    }
  } catch (error) {
    return nothing(problem("pdf-damaged", { file, detail: error instanceof Error ? error.message : String(error) }));
  }
}
