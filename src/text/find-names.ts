import { bestLabels, FORBIDDEN, mayFollow, type Transitions } from "./best-labels.ts";
import { hashFeature } from "./feature-hash.ts";
import { type LinearModel, scoreFeatures } from "./linear-model.ts";
import { NAME_FEATURES, type NameSources, nameFeatures, viewNameWords } from "./name-features.ts";
import type { Tag } from "./tag.ts";

export type NameType = "person" | "organization" | "place" | "other";

/** A proper name: token indexes, `last` inclusive. */
export interface Name {
  readonly first: number;
  readonly last: number;
  readonly type: NameType;
}

export interface NameFinder extends NameSources {
  readonly model: LinearModel;
  readonly transitions: Transitions;
}

/** The feature under which the model keeps what the label before says. */
export const transitionFeature = (before: number): number => hashFeature(200, before);

function transitionsOf(model: LinearModel): Transitions {
  const labels = model.labels.length;
  const weights = new Int32Array((labels + 1) * labels);
  const row = new Int32Array(labels);
  for (let before = 0; before <= labels; before++) {
    scoreFeatures(model, Uint32Array.of(transitionFeature(before)), row);
    model.labels.forEach((label, l) => {
      weights[before * labels + l] = mayFollow(model.labels[before], label) ? row[l]! : FORBIDDEN;
    });
  }
  return { labels, weights };
}

export const openNameFinder = (model: LinearModel, sources: NameSources): NameFinder => ({
  ...sources,
  model,
  transitions: transitionsOf(model),
});

const TYPE_OF: Readonly<Record<string, NameType>> = { PER: "person", ORG: "organization", LOC: "place", MISC: "other" };

/** "O", "B-PER", "I-PER", … for each word. */
function labelNames(finder: NameFinder, forms: readonly string[], tags: readonly Tag[], capitals: boolean): string[] {
  const { labels } = finder.model;
  const words = viewNameWords(forms, tags, capitals, finder);
  const features = new Uint32Array(NAME_FEATURES);
  const scores = new Int32Array(words.length * labels.length);
  words.forEach((_, i) => {
    nameFeatures(words, i, features);
    scoreFeatures(finder.model, features, scores.subarray(i * labels.length, (i + 1) * labels.length));
  });
  return Array.from(bestLabels(scores, finder.transitions), (label) => labels[label]!);
}

/** Proper names of one sentence, from the left; none lies in another. */
export function findNames(
  finder: NameFinder,
  forms: readonly string[],
  tags: readonly Tag[],
  capitals: boolean,
): Name[] {
  const labels = labelNames(finder, forms, tags, capitals);
  const names: Name[] = [];
  labels.forEach((label, i) => {
    const type = TYPE_OF[label.slice(2)];
    if (type === undefined) return;
    const open = names.at(-1);
    if (label.startsWith("I-") && open !== undefined) {
      names[names.length - 1] = { ...open, last: i };
    } else names.push({ first: i, last: i, type });
  });
  return names;
}
