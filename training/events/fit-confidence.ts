import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { openPlumbline } from "../../src/desk/plumbline.ts";
import { CONFIDENCE_FEATURES } from "../../src/events/index.ts";
import type { Event, InputDocument } from "../../src/record/index.ts";
import { chance, type Example, fitLogistic } from "./logistic.ts";

// npx tsx training/events/fit-confidence.ts CORPORA SCORERS [MUC_DOCUMENTS]
const [corpora = "", scorers = "", mucDocuments = "300"] = process.argv.slice(2);

interface Article {
  readonly doc: InputDocument;
}
interface Matched {
  readonly pairs: readonly { readonly coded: { readonly id: string } }[];
  readonly spurious: readonly { readonly id: string }[];
}
interface NarrativeScorer {
  score(
    golds: readonly Article[],
    coded: ReadonlyMap<string, unknown>,
  ): { readonly documents: Record<string, { readonly E: Matched }> };
}
interface MucScorer {
  countedEvents(coded: unknown): readonly { readonly id: string }[];
  alignDoc(
    events: readonly unknown[],
    templates: readonly unknown[],
    match: string,
  ): { readonly pairs: readonly (readonly [number, number, unknown])[] };
}

const scorer = async <T>(name: string): Promise<T> => (await import(pathToFileURL(resolve(scorers, name)).href)) as T; // the scorers are plain scripts beside the checkout
const readJson = (file: string): Article => JSON.parse(readFileSync(file, "utf8")) as Article;
const readLines = <T>(file: string): readonly T[] =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as T);

const plumbline = openPlumbline();
/** Share of the weight that a MUC-4 event has: that gold leaves out whole kinds of events, so it teaches what differs, not how many. */
const MUC_WEIGHT = 0.25;

function examplesOf(document: InputDocument, label: (event: Event) => boolean | null, muc: boolean): Example[] {
  const { events } = plumbline.code(document).coded;
  const traces = new Map(plumbline.explain(document).map((trace) => [trace.event, trace.features]));
  return events.flatMap((event) => {
    const right = label(event);
    const features = traces.get(event.id);
    if (right === null || features === undefined) return [];
    const values = [1, ...CONFIDENCE_FEATURES.map((name) => features[name]), Number(muc)];
    return [{ features: values, right, weight: muc ? MUC_WEIGHT : 1 }];
  });
}

async function narrativeExamples(): Promise<Example[]> {
  const { score } = await scorer<NarrativeScorer>("narrative.mjs");
  const folders = [join(corpora, "narratives"), join(import.meta.dirname, "articles")];
  const articles = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => /^[a-z-]+\.json$/.test(name))
      .sort()
      .map((name) => readJson(join(folder, name))),
  );
  return articles.flatMap((article) => {
    const { coded } = plumbline.code(article.doc);
    const matched = score([article], new Map([[article.doc.id, coded]])).documents[article.doc.id]?.E;
    const right = new Set(matched?.pairs.map((pair) => pair.coded.id));
    const wrong = new Set(matched?.spurious.map(({ id }) => id));
    return examplesOf(article.doc, ({ id }) => (right.has(id) ? true : wrong.has(id) ? false : null), false);
  });
}

async function mucExamples(): Promise<Example[]> {
  const { countedEvents, alignDoc } = await scorer<MucScorer>("muc4.mjs");
  const gold = new Map(
    readLines<{ id: string; templates: unknown[] }>(join(corpora, "muc4", "train.gold.jsonl")).map((line) => [
      line.id,
      line.templates,
    ]),
  );
  return readLines<InputDocument>(join(corpora, "muc4", "train.docs.jsonl"))
    .slice(0, Number(mucDocuments))
    .flatMap((document) => {
      const templates = gold.get(document.id) ?? [];
      if (templates.length === 0) return [];
      const counted = countedEvents(plumbline.code(document).coded);
      const found = new Set(alignDoc(counted, templates, "head").pairs.map(([i]) => counted[i]?.id));
      const ids = new Set(counted.map(({ id }) => id));
      return examplesOf(document, ({ id }) => (ids.has(id) ? found.has(id) : null), true);
    });
}

const RIDGE = 2;
const FOLDS = 5;
const narratives = await narrativeExamples();
const muc = await mucExamples();
const all = [...narratives, ...muc];

/** Chances of the narrative events, each from the folds it is not in. */
const held = narratives
  .map((_, i) => i)
  .flatMap((i) => {
    if (i >= FOLDS) return [];
    const train = [...narratives.filter((__, k) => k % FOLDS !== i), ...muc];
    const weights = fitLogistic(train, RIDGE);
    return narratives
      .filter((__, k) => k % FOLDS === i)
      .map(({ features, right }) => ({ chance: chance(weights, features), right }));
  });
const BANDS: readonly (readonly [number, number])[] = [
  [0, 0.6],
  [0.6, 0.75],
  [0.75, 0.85],
  [0.85, 0.92],
  [0.92, 1.01],
];
const table = BANDS.map(([from, to]) => {
  const inside = held.filter((one) => one.chance >= from && one.chance < to);
  const mean = inside.reduce((sum, one) => sum + one.chance, 0) / Math.max(1, inside.length);
  const right = inside.filter((one) => one.right).length / Math.max(1, inside.length);
  return `| ${from} to ${Math.min(1, to)} | ${inside.length} | ${inside.length === 0 ? "-" : mean.toFixed(2)} | ${inside.length === 0 ? "-" : right.toFixed(2)} |`;
});
const brier = held.reduce((sum, one) => sum + (one.chance - Number(one.right)) ** 2, 0) / held.length;
const rate = held.filter((one) => one.right).length / held.length;
console.log(`narrative events ${narratives.length}, right ${(100 * rate).toFixed(1)} %; MUC-4 events ${muc.length}`);
console.log(`Brier ${brier.toFixed(4)}, of always ${rate.toFixed(2)}: ${(rate * (1 - rate)).toFixed(4)}`);
console.log(["| confidence | events | mean | right |", "|---|---|---|---|", ...table].join("\n"));

const weights = fitLogistic(all, RIDGE);
const names = ["intercept", ...CONFIDENCE_FEATURES];
writeFileSync(
  "tables/event-confidence.tsv",
  `# Weights of the logistic model behind an event's confidence (card: models/event-confidence.card.md); features: src/events/score-confidence.ts.
# Source: fitted by training/events/fit-confidence.ts on articles of our own, the narratives and MUC-4 (train). Licence: Apache-2.0.
feature	weight
${names.map((name, i) => `${name}\t${(weights[i] ?? 0).toFixed(3)}`).join("\n")}
`,
);
