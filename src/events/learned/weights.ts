import type { ResourceFiles } from "../../record/index.ts";

/**
 * Weights of the linear models of this room, one row a feature and a column a label: what a reader can look up by hand.
 * A label's score is the sum of its column over the features present; its probability the logistic of that.
 */
export interface Weights {
  readonly labels: readonly string[];
  readonly rows: ReadonlyMap<string, Float64Array>;
}

/** Reads a table of weights: `#` lines, a header of labels, then a feature and a weight for each label, empty where 0. */
export function parseWeights(text: string): Weights {
  const [header = "", ...lines] = text.split("\n").filter((line) => line !== "" && !line.startsWith("# "));
  const labels = header.split("\t").slice(1);
  const rows = new Map<string, Float64Array>();
  for (const line of lines) {
    const [feature = "", ...cells] = line.split("\t");
    rows.set(
      feature,
      Float64Array.from(labels, (_, i) => Number(cells[i] ?? "") / 100),
    );
  }
  return { labels, rows };
}

export const readWeights = (files: ResourceFiles, name: string): Weights =>
  parseWeights(new TextDecoder().decode(files.model(name)));

export const logistic = (score: number): number => 1 / (1 + Math.exp(-score));

/** Probability of each label, each for itself: they need not sum to 1. */
export function weigh({ labels, rows }: Weights, features: readonly string[]): Float64Array {
  const scores = new Float64Array(labels.length);
  for (const feature of features) {
    const row = rows.get(feature);
    if (row !== undefined) for (let i = 0; i < scores.length; i += 1) scores[i]! += row[i]!;
  }
  return scores.map(logistic);
}

/** The features that spoke loudest for a label, strongest first. */
export function strongest({ labels, rows }: Weights, features: readonly string[], label: string, most: number) {
  const column = labels.indexOf(label);
  return features
    .map((feature) => ({ feature, weight: rows.get(feature)?.[column] ?? 0 }))
    .filter(({ weight }) => weight !== 0)
    .toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .slice(0, most);
}
