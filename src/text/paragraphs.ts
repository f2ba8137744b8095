export interface Paragraph {
  readonly start: number;
  readonly end: number;
  /** Starts with a bullet or a number: "- ", "• ", "3. ", "(b) ". */
  readonly item: boolean;
}

const ITEM = /^\s*(?:[-*•‣▪◦·–—]\s+|\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,4})[.)]\s+)/;
const TERMINAL = /[.!?:;…]["'”’)\]]*\s*$/;

interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const part of text.split(/\r\n|[\n\r\u2028\u2029\u0085]/)) {
    lines.push({ start, end: start + part.length, text: part });
    start += part.length;
    start += text[start] === "\r" && text[start + 1] === "\n" ? 2 : 1;
  }
  return lines;
}

/** Typical width of hard-wrapped lines, or 0 where each line break is a paragraph's end. */
function wrapWidth(lines: readonly Line[]): number {
  const followed = lines.filter((line, i) => line.text.trim() !== "" && (lines[i + 1]?.text ?? "").trim() !== "");
  const wrapped = followed.filter(
    (line) => line.text.length >= 45 && line.text.length <= 110 && !TERMINAL.test(line.text),
  );
  if (wrapped.length < 3 || wrapped.length < 0.6 * followed.length) return 0;
  return Math.max(...wrapped.slice(0, 1000).map((line) => line.text.length));
}

/** Paragraphs: blank lines part them, and single line breaks too unless the text is wrapped to a width. */
export function paragraphsOf(text: string): Paragraph[] {
  const lines = linesOf(text);
  const width = wrapWidth(lines);
  const paragraphs: Paragraph[] = [];
  let open: { start: number; end: number; item: boolean; last: string } | null = null;
  for (const line of lines) {
    const blank = line.text.trim() === "";
    const item = ITEM.test(line.text);
    const continues = open !== null && !blank && !item && width > 0 && open.last.length > 0.6 * width;
    if (open !== null && continues) {
      open.end = line.end;
      open.last = line.text;
      continue;
    }
    if (open !== null) paragraphs.push({ start: open.start, end: open.end, item: open.item });
    open = blank ? null : { start: line.start, end: line.end, item, last: line.text };
  }
  if (open !== null) paragraphs.push({ start: open.start, end: open.end, item: open.item });
  return paragraphs;
}
