import type { Sentence, Token } from "../reading.ts";

/** An arc above the words: from head to dependent, drawn at a height that clears the arcs below it. */
interface Arc {
  readonly head: number;
  readonly dependent: number;
  readonly from: number;
  readonly to: number;
  readonly height: number;
}

const CHARACTER = 8.4;
const GAP = 18;
const LEVEL = 26;
const BELOW = 54;
const STYLE =
  "text{font:14px ui-monospace,monospace;fill:#1f2328;text-anchor:middle}.tag{font-size:11px;fill:#59636e}" +
  ".label{font-size:11px;fill:#0b5cad;paint-order:stroke;stroke:#fff;stroke-width:4px}" +
  "path{fill:none;stroke:#59636e}.tip{fill:#59636e;stroke:none}rect{fill:#fff}" +
  "@media(prefers-color-scheme:dark){text{fill:#e6edf3}.tag{fill:#9198a1}.label{fill:#79b8ff;stroke:#0d1117}" +
  "path{stroke:#9198a1}.tip{fill:#9198a1}rect{fill:#0d1117}}";

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c] ?? c);

/** Shortest first, each one level above the highest arc that lies under it. */
function arcsOf(tokens: readonly Token[]): readonly Arc[] {
  const spans = tokens
    .flatMap(({ head }, dependent) =>
      head < 0 ? [] : [{ head, dependent, from: Math.min(head, dependent), to: Math.max(head, dependent) }],
    )
    .sort((a, b) => a.to - a.from - (b.to - b.from) || a.from - b.from);
  const placed: Arc[] = [];
  for (const span of spans) {
    const under = placed.filter(({ from, to }) => from < span.to && to > span.from);
    placed.push({ ...span, height: 1 + under.reduce((top, { height }) => Math.max(top, height), 0) });
  }
  return placed;
}

/** Middles of the words from left to right and the whole width, in pixels. */
function columns(tokens: readonly Token[]): { readonly middles: readonly number[]; readonly width: number } {
  let at = GAP;
  const middles = tokens.map(({ form, upos }) => {
    const width = Math.max(form.length, upos.length, 5) * CHARACTER;
    const middle = at + width / 2;
    at += width + GAP;
    return middle;
  });
  return { middles, width: at };
}

function drawArc({ head, dependent, height }: Arc, deprel: string, middles: readonly number[], floor: number): string {
  const outward = Math.sign(dependent - head);
  const x1 = middles[head]! + 4 * outward;
  const x2 = middles[dependent]! - 4 * outward;
  const y = floor - height * LEVEL;
  const bend = outward * Math.min(10, Math.abs(x2 - x1) / 2);
  return (
    `<path d="M${x1} ${floor}V${y + 10}Q${x1} ${y} ${x1 + bend} ${y}H${x2 - bend}Q${x2} ${y} ${x2} ${y + 10}V${floor}"/>` +
    `<path class="tip" d="M${x2 - 4} ${floor - 7}h8l-4 7z"/>` +
    `<text class="label" x="${(x1 + x2) / 2}" y="${y + 4}">${escaped(deprel)}</text>`
  );
}

/** A sentence's tree as an SVG drawing: the words in a row, arcs from heads to dependents above, tags below. */
export function treeAsSvg({ tokens }: Sentence): string {
  const { middles, width } = columns(tokens);
  const arcs = arcsOf(tokens);
  const floor = GAP + LEVEL * (1 + arcs.reduce((top, { height }) => Math.max(top, height), 1));
  const height = floor + BELOW;
  const words = tokens.map(
    ({ form, upos, deprel, head }, i) =>
      `<text x="${middles[i]}" y="${floor + 20}">${escaped(form)}</text>` +
      `<text class="tag" x="${middles[i]}" y="${floor + 38}">${escaped(upos)}</text>` +
      (head < 0 ? `<text class="label" x="${middles[i]}" y="${floor - 4}">${escaped(deprel)}</text>` : ""),
  );
  const drawn = arcs.map((arc) => drawArc(arc, tokens[arc.dependent]!.deprel, middles, floor));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
    `<title>${escaped(tokens.map(({ form }) => form).join(" "))}</title><style>${STYLE}</style>`,
    `<rect width="100%" height="100%"/>`,
    ...drawn,
    ...words,
    "</svg>\n",
  ].join("\n");
}
