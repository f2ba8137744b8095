import { type CivilDay, type Problem, problem } from "../record/index.ts";
import { statedDay } from "./stated-date.ts";

/** What a document states about itself; `null` where it states nothing. */
export interface StatedAbout {
  readonly title: string | null;
  readonly published: CivilDay | null;
  readonly source: string | null;
  readonly url: string | null;
  /** To be shown wherever the document is shown. */
  readonly notice: string | null;
}

export const NOTHING_STATED: StatedAbout = { title: null, published: null, source: null, url: null, notice: null };

const KEYS: Readonly<Record<string, keyof StatedAbout>> = {
  title: "title",
  published: "published",
  date: "published",
  source: "source",
  url: "url",
  notice: "notice",
};

interface HeaderLine {
  readonly key: keyof StatedAbout | null;
  readonly value: string;
}

const headerLine = (line: string): HeaderLine | null => {
  const match = /^([A-Za-z][\w-]*)\s*:\s*(.*?)\s*$/.exec(line);
  if (match === null) return null;
  const value = (match[2] ?? "").replace(/^(["'])(.*)\1$/, "$2");
  return { key: KEYS[(match[1] ?? "").toLowerCase()] ?? null, value };
};

/** Front matter: everything between a first line `---` and the next one. Unknown keys are passed over. */
function frontMatter(
  lines: readonly string[],
): { readonly header: readonly HeaderLine[]; readonly rest: number } | null {
  if (lines[0]?.trimEnd() !== "---") return null;
  const close = lines.findIndex((line, i) => i > 0 && /^(?:---|\.\.\.)\s*$/.test(line));
  if (close < 0) return null;
  return { header: lines.slice(1, close).flatMap((line) => headerLine(line) ?? []), rest: close + 1 };
}

/**
 * First lines such as "Published: 2016-07-01". They count as a header only where one of them is "Published:" with a
 * date and all are known keys: an article may well begin with "Source: …" or "Date: …".
 */
function firstLines(
  lines: readonly string[],
): { readonly header: readonly HeaderLine[]; readonly rest: number } | null {
  const header: HeaderLine[] = [];
  for (const line of lines) {
    const read = headerLine(line);
    if (read === null || read.key === null) break;
    header.push(read);
  }
  const dated = header.some(({ key, value }) => key === "published" && statedDay(value) !== null);
  return dated || isPublishedLine(lines[0] ?? "") ? { header, rest: header.length } : null;
}

const isPublishedLine = (line: string): boolean => /^published\s*:/i.test(line);

export interface HeadedText {
  readonly about: StatedAbout;
  /** The text behind the header, with the blank lines between them removed. */
  readonly text: string;
  readonly problems: readonly Problem[];
}

/** Reads a header off a plain or Markdown text, if it has one. A date it cannot read is said and left out. */
export function readHeader(text: string, file: string): HeadedText {
  const lines = text.split("\n");
  const found = frontMatter(lines) ?? firstLines(lines);
  if (found === null) return { about: NOTHING_STATED, text, problems: [] };
  const about: { -readonly [Key in keyof StatedAbout]: StatedAbout[Key] } = { ...NOTHING_STATED };
  const problems: Problem[] = [];
  for (const { key, value } of found.header) {
    if (key === null || value === "") continue;
    about[key] = key === "published" ? statedDay(value) : value;
    if (about[key] === null) problems.push(problem("published-unreadable", { file, value }, "warning"));
  }
  return {
    about,
    text: lines
      .slice(found.rest)
      .join("\n")
      .replace(/^\s*\n/, ""),
    problems,
  };
}
