import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const CORPORA = join(ROOT, "..", "shared", "corpora");

/** The sample column cut at its blank lines: paragraphs of our own that ship with the package. */
const sampleParagraphs = (): readonly string[] =>
  readFileSync(join(ROOT, "samples", "kazakhstan-column.md"), "utf8")
    .split(/\n\s*\n/)
    .filter((paragraph) => paragraph.length > 200);

/** `count` articles of four paragraphs each of the sample column, taken in turn. */
export function sampleArticles(count: number): readonly string[] {
  const paragraphs = sampleParagraphs();
  return Array.from({ length: count }, (_, i) =>
    Array.from({ length: 4 }, (__, k) => paragraphs[(i * 3 + k) % paragraphs.length]).join("\n\n"),
  );
}

/** Plain texts of a folder of development data, or null where ../shared is not there. */
export function corpusTexts(folder: string, extension = ".txt"): readonly string[] | null {
  const path = join(CORPORA, folder);
  if (!existsSync(path)) return null;
  return readdirSync(path)
    .filter((name) => name.endsWith(extension))
    .sort()
    .map((name) => readFileSync(join(path, name), "utf8"));
}

export interface DatedText {
  readonly text: string;
  readonly published: string;
}

/** The sample column's articles, with a day of publication. */
export const datedArticles = (count: number): readonly DatedText[] =>
  sampleArticles(count).map((text) => ({ text, published: "2016-09-01" }));

/** Documents of a JSON Lines file of development data that say when they were published, or null where ../shared is not there. */
export function corpusDocuments(file: string): readonly DatedText[] | null {
  const path = join(CORPORA, file);
  if (!existsSync(path)) return null;
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as DatedText);
}
