import type { Figure, NullShape, PatternResult } from "../patterns/index.ts";

const WIDTH = 640;
const HEIGHT = 260;
const LEFT = 48;
const RIGHT = 16;
const TOP = 16;
const BOTTOM = 44;

const safe = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
const r1 = (value: number): string => String(Math.round(value * 10) / 10);
const figure = (value: number): string => String(Number(value.toPrecision(4)));

const text = (x: number, y: number, words: string, anchor = "middle"): string =>
  `<text x="${r1(x)}" y="${r1(y)}" text-anchor="${anchor}">${safe(words)}</text>`;

const frame = (label: string, body: readonly string[]): string =>
  [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${safe(label)}" font-family="sans-serif" font-size="12" fill="#1a1a1a">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/>`,
    ...body,
    `<line x1="${LEFT}" y1="${HEIGHT - BOTTOM}" x2="${WIDTH - RIGHT}" y2="${HEIGHT - BOTTOM}" stroke="#1a1a1a"/>`,
    "</svg>",
    "",
  ].join("\n");

/** Draws under the null as bars, the observed value as a line with its own label. */
export function nullPicture({ histogram, observed }: NullShape, what: string): string {
  const { from, width, counts } = histogram;
  const end = from + width * counts.length;
  const low = Math.min(from, observed);
  const high = Math.max(end, observed + width);
  const x = (value: number): number => LEFT + ((value - low) / (high - low || 1)) * (WIDTH - LEFT - RIGHT);
  const most = Math.max(...counts, 1);
  const y = (count: number): number => HEIGHT - BOTTOM - (count / most) * (HEIGHT - TOP - BOTTOM - 14);
  const bars = counts.map((count, i) => {
    const left = x(from + i * width);
    return `<rect x="${r1(left)}" y="${r1(y(count))}" width="${r1(Math.max(1, x(from + (i + 1) * width) - left - 1))}" height="${r1(HEIGHT - BOTTOM - y(count))}" fill="#8aa4c8"/>`;
  });
  const at = x(observed + (Number.isInteger(observed) && width >= 1 ? 0.5 : 0));
  const anchor = at > WIDTH * 0.7 ? "end" : "start";
  return frame(`${what}: draws under the null, and the observed value`, [
    ...bars,
    `<line x1="${r1(at)}" y1="${TOP}" x2="${r1(at)}" y2="${HEIGHT - BOTTOM}" stroke="#b3261e" stroke-width="2" stroke-dasharray="6 3"/>`,
    text(at + (anchor === "end" ? -6 : 6), TOP + 10, `observed ${figure(observed)}`, anchor),
    text(x(from), HEIGHT - BOTTOM + 16, figure(from), "start"),
    text(x(end), HEIGHT - BOTTOM + 16, figure(end), "end"),
    text(WIDTH / 2, HEIGHT - 8, `${what} in the draws`),
  ]);
}

/** Labelled bars, from zero; values below zero are drawn at zero height with their label. */
export function barPicture(bars: readonly { readonly label: string; readonly value: number }[], what: string): string {
  const most = Math.max(...bars.map(({ value }) => value), 1e-9);
  const step = (WIDTH - LEFT - RIGHT) / Math.max(1, bars.length);
  const every = Math.max(1, Math.ceil(bars.length / 12));
  return frame(what, [
    ...bars.flatMap(({ label, value }, i) => {
      const height = (Math.max(0, value) / most) * (HEIGHT - TOP - BOTTOM - 14);
      const left = LEFT + i * step;
      const shown = i % every === 0 ? [text(left + step / 2, HEIGHT - BOTTOM + 16, label)] : [];
      const worth = bars.length <= 24 ? [text(left + step / 2, HEIGHT - BOTTOM - height - 4, figure(value))] : [];
      return [
        `<rect x="${r1(left + step * 0.1)}" y="${r1(HEIGHT - BOTTOM - height)}" width="${r1(step * 0.8)}" height="${r1(height)}" fill="#8aa4c8"/>`,
        ...shown,
        ...worth,
      ];
    }),
    text(WIDTH / 2, HEIGHT - 8, what),
  ]);
}

const at = (from: Figure | undefined, name: string): Figure | undefined =>
  typeof from === "object" && from !== null && !Array.isArray(from)
    ? (from as Readonly<Record<string, Figure>>)[name]
    : undefined;

const listOf = (value: Figure | undefined): readonly Figure[] => (Array.isArray(value) ? value : []);

/** Bars of whatever a result without a null has to show; null where there is nothing to draw. */
function barsOf({ result }: PatternResult): { bars: { label: string; value: number }[]; what: string } | null {
  const numbers = (list: readonly Figure[], label: (i: number) => string) =>
    list.flatMap((value, i) => (typeof value === "number" ? [{ label: label(i), value }] : []));
  if (Array.isArray(result.counts))
    return { bars: numbers(result.counts, (i) => String(i + 1)), what: "events by period" };
  if (Array.isArray(result.knox_ratio)) {
    const bars = listOf(result.knox_ratio).flatMap((row, r) => numbers(listOf(row), (c) => `${r + 1}.${c + 1}`));
    return { bars, what: "observed over expected pairs, by band of space . band of time" };
  }
  const named = (list: readonly Figure[], label: string, value: string) =>
    list.map((row) => ({ label: String(at(row, label)), value: Number(at(row, value)) }));
  if (Array.isArray(result.rows)) return { bars: named(result.rows, "name", "count"), what: "events" };
  if (Array.isArray(result.list))
    return { bars: named(result.list, "from", "events"), what: "events of a wave, by its first day" };
  if (Array.isArray(result.local))
    return { bars: numbers(result.local, (i) => String(i + 1)), what: "near neighbours of each event" };
  const scalars = (names: readonly string[]) =>
    names.flatMap((name) => {
      const value = result[name] ?? at(result.alpha, name);
      return typeof value === "number" ? [{ label: name, value }] : [];
    });
  const bars = scalars([
    "both",
    "only_A",
    "only_B",
    "neither",
    "rate_first",
    "rate_second",
    "nominal",
    "ordinal",
    "interval",
    "ratio",
  ]);
  return bars.length === 0 ? null : { bars, what: "result" };
}

/** A picture of the answer: the null and the observed value, or the figures themselves. SVG; null where neither is there. */
export function resultPicture(result: PatternResult): string | null {
  if (result.null !== null) return nullPicture(result.null, "statistic");
  const found = barsOf(result);
  return found === null ? null : barPicture(found.bars, found.what);
}
