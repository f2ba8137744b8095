import type { Figure, PatternResult } from "../patterns/index.ts";
import type { MethodSheet } from "./method-sheet.ts";
import { resultPicture } from "./pattern-picture.ts";

const LONGEST = 160;

/** A figure in words: rounded to what can be read; long lists are cut, and say so. */
export function inWords(value: Figure): string {
  if (typeof value === "number") return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(4)));
  if (value === null) return "none";
  if (typeof value !== "object") return String(value);
  const whole = JSON.stringify(value, (_, v: unknown) => (typeof v === "number" ? Number(v.toPrecision(4)) : v));
  return whole.length > LONGEST ? `${whole.slice(0, LONGEST)} … (whole with --json)` : whole;
}

export type Section = readonly [title: string, rows: readonly (readonly [name: string, value: string])[]];

/** What a report holds beside the reading and the picture: the same for Markdown and HTML. */
function sections(result: PatternResult): readonly Section[] {
  const named = (figures: Readonly<Record<string, Figure>>): readonly (readonly [string, string])[] =>
    Object.entries(figures).map(([name, value]) => [name, inWords(value)] as const);
  const { doubt, power, verdict } = result;
  const list: Section[] = [["Parameters", named(result.parameters)]];
  list.push(["Result", named(result.result)]);
  if (Object.keys(result.p).length > 0)
    list.push([`p (${verdict === null ? "no verdict" : `the verdict reads ${verdict.p}`})`, named(result.p)]);
  if (doubt !== null)
    list.push([
      "Doubt of dates and places",
      [
        ["imputations", String(doubt.imputations)],
        ["p of single imputations, median", inWords(doubt.p.median)],
        ["95 % of them", `${inWords(doubt.p.lower)} to ${inWords(doubt.p.upper)}`],
        ["left out", inWords({ ...doubt.excluded })],
      ],
    ]);
  if (power !== null)
    list.push([
      "What so many events could show",
      [
        [power.effect, `found in ${(100 * power.at05).toFixed(0)} % of cases at 5 %`],
        ["least effect found in 80 % of cases", power.detectable80 === null ? "none" : inWords(power.detectable80)],
      ],
    ]);
  return list;
}

const safe = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

const ABOUT = [
  ["Question", "question"],
  ["Definition", "definition"],
  ["Assumptions", "assumptions"],
  ["Pitfalls", "pitfalls"],
  ["What to report", "report"],
  ["References", "references"],
] as const;

const STYLE =
  "body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}table{border-collapse:collapse;width:100%}td{border-top:1px solid #ddd;padding:.25rem .5rem;vertical-align:top;overflow-wrap:anywhere}td:first-child{width:40%}svg{width:100%;height:auto;border:1px solid #ddd}";

/** One page that works offline: the reading, the null with the observed value, every figure, warnings, and the method's sheet. */
export function patternHtml(result: PatternResult, dataset: string, sheet: MethodSheet): string {
  const table = ([title, rows]: Section): string =>
    `<h2>${safe(title)}</h2><table>${rows.map(([name, value]) => `<tr><td>${safe(name)}</td><td>${safe(value)}</td></tr>`).join("")}</table>`;
  const warnings = result.warnings.map(({ code, message }) => `<li><b>${safe(code)}</b>: ${safe(message)}</li>`);
  return [
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">`,
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${safe(result.method)} · ${safe(dataset)} · Plumbline</title><style>${STYLE}</style></head><body>`,
    `<h1>${safe(sheet.question)}</h1>`,
    `<p><b>${safe(result.method)}</b>, ${safe(dataset)}, n = ${result.n}</p>`,
    `<p>${safe(result.reading)}</p>`,
    resultPicture(result) ?? "",
    warnings.length === 0 ? "" : `<h2>Warnings</h2><ul>${warnings.join("")}</ul>`,
    ...sections(result).map(table),
    "<h2>The method</h2>",
    ...ABOUT.map(([title, key]) => `<h3>${title}</h3><p>${safe(sheet[key])}</p>`),
    "</body></html>",
    "",
  ].join("\n");
}

const cell = (text: string): string => text.replace(/\|/g, "\\|");

/** Result as Markdown: reading, warnings, figures. */
export function patternMarkdown(result: PatternResult): string {
  const table = ([title, rows]: Section): readonly string[] => [
    `**${title}**`,
    "",
    "| | |",
    "| --- | --- |",
    ...rows.map(([name, value]) => `| ${cell(name)} | ${cell(value)} |`),
    "",
  ];
  return [
    result.reading,
    "",
    ...result.warnings.map(({ code, message }) => `- \`${code}\`: ${message}`),
    ...(result.warnings.length > 0 ? [""] : []),
    ...sections(result).flatMap(table),
  ].join("\n");
}
