import * as chrono from "chrono-node";
import { openDates, readDates } from "../../src/desk/dates.ts";
import { packageResources } from "../../src/desk/resources.ts";
import { openText, outlineOf } from "../../src/text/index.ts";
import type { Bench, BenchRow } from "./bench-row.ts";
import { corpusDocuments, datedArticles } from "./bench-texts.ts";
import { rate } from "./rate.ts";

interface Dated {
  readonly text: string;
  readonly published: string;
}

const characters = (texts: readonly Dated[]): number => texts.reduce((sum, { text }) => sum + text.length, 0);

/** Megabytes a second, over all of the texts. */
function speed(texts: readonly Dated[], read: (one: Dated) => void): number {
  const size = characters(texts) / 1e6;
  return rate(() => {
    for (const one of texts) read(one);
    return size;
  });
}

const BAR = { of: "ratio", at: 5 } as const;

/** From a plain string to settled dates, sentences and the tags that tenses need included: what a user of the library waits for. */
function againstChrono(what: string, texts: readonly Dated[]): BenchRow {
  const days = new Map(texts.map((one) => [one, new Date(`${one.published}T12:00:00Z`)]));
  return {
    what: `${what}: string to dates`,
    value: speed(texts, ({ text, published }) => readDates(text, { published })),
    unit: "MB/s",
    peer: { name: "chrono-node parse", value: speed(texts, (one) => chrono.parse(one.text, days.get(one))) },
    bar: BAR,
  };
}

/** The room alone, on a text that was read (tags, trees) for other reasons anyway. */
function onReading(what: string, texts: readonly Dated[]): BenchRow {
  const reader = openDates(packageResources);
  const text = openText(packageResources);
  const read = new Map(texts.map((one) => [one, outlineOf(text.read(one.text))]));
  return {
    what: `${what}: dates of a text already read`,
    value: speed(texts, (one) => reader.read(read.get(one)!, { published: one.published })),
    unit: "MB/s",
  };
}

const CORPORA = ["timebank", "aquaint", "wikiwars-dev"] as const;

/** Development texts where they are at hand, and always articles of our own. */
function sets(): readonly (readonly [string, readonly Dated[]])[] {
  const found = CORPORA.flatMap((name) => {
    const documents = corpusDocuments(`time/${name}.jsonl`);
    return documents === null ? [] : [[name, documents] as const];
  });
  return [["articles of ours", datedArticles(40)], ...found];
}

export const bench: Bench = {
  title: "Dates",
  measure: () => sets().flatMap(([what, texts]) => [againstChrono(what, texts), onReading(what, texts)]),
};
