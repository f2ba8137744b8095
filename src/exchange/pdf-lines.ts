/** A run of words as a PDF page places it; `transform` ends with x and y in points, y upwards. */
export interface PdfWords {
  readonly str: string;
  readonly transform: readonly number[];
  readonly height: number;
  readonly hasEOL: boolean;
}

interface Line {
  readonly text: string;
  readonly y: number;
  readonly height: number;
}

/** Lines in the order of the file, which is the reading order in PDFs that word processors make. */
function linesOf(words: readonly PdfWords[]): readonly Line[] {
  const lines: Line[] = [];
  let run: PdfWords[] = [];
  const close = () => {
    const text = run
      .map((w) => w.str)
      .join("")
      .replace(/[ \t\u00a0]+/g, " ")
      .trim();
    const first = run.find((w) => w.str.trim() !== "");
    if (first !== undefined) lines.push({ text, y: first.transform[5] ?? 0, height: first.height });
    run = [];
  };
  for (const word of words) {
    run.push(word);
    if (word.hasEOL) close();
  }
  close();
  return lines;
}

/** The usual distance from line to line; a paragraph's distance is clearly more. */
function usualStep(lines: readonly Line[]): number {
  const steps = lines.slice(1).map((line, i) => (lines[i]?.y ?? 0) - line.y);
  const down = steps.filter((step) => step > 0).sort((a, b) => a - b);
  return down[Math.floor(down.length / 2)] ?? 0;
}

/** Joins a line to the text before it. A hyphen between lower-case letters at a line's end is the typesetter's. */
function joined(text: string, line: string): string {
  if (/\p{Ll}-$/u.test(text) && /^\p{Ll}/u.test(line)) return text.slice(0, -1) + line;
  return `${text} ${line}`;
}

/**
 * The paragraphs of a page, apart by an empty line. A new one begins where the step down is over 1.3 times the usual,
 * where the type size changes (a heading), or where the page jumps back up (a column).
 */
export function pageText(words: readonly PdfWords[]): string {
  const lines = linesOf(words);
  const step = usualStep(lines);
  const paragraphs: string[] = [];
  lines.forEach((line, i) => {
    const before = lines[i - 1];
    const fall = before === undefined ? 0 : before.y - line.y;
    const otherSize = before !== undefined && Math.abs(before.height - line.height) > 1;
    const last = paragraphs.at(-1);
    const goesOn = last !== undefined && fall >= 0 && fall <= step * 1.3 && !otherSize;
    if (goesOn) paragraphs[paragraphs.length - 1] = joined(last, line.text);
    else paragraphs.push(line.text);
  });
  return paragraphs.join("\n\n");
}
