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
}

const TYPE_OF: Readonly<Record<string, NameType>> = { PER: "person", ORG: "organization", LOC: "place", MISC: "other" };

export function labelNames(
  finder: NameFinder,
  forms: readonly string[],
  tags: readonly Tag[],
  capitals: boolean,
): string[] {
  const { labels } = finder.model;
  const words = viewNameWords(forms, tags, capitals, finder);
  const features = new Uint32Array(NAME_FEATURES);
  const scores = new Int32Array(labels.length);
  const outside = labels.indexOf("O");
  let before = outside;
  let before2 = outside;
  return words.map((_, i) => {
    nameFeatures(words, i, before, before2, features);
    scoreFeatures(finder.model, features, scores);
    let best = outside;
    for (let label = 0; label < labels.length; label++) {
      if (scores[label]! > scores[best]!) best = label;
    }
    before2 = before;
    before = best;
    return labels[best]!;
  });
}

/** Proper names of one sentence, from the left; none lies in another. An inside label after another type begins a name. */
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
    if (label.startsWith("I-") && open !== undefined && open.last === i - 1 && open.type === type) {
      names[names.length - 1] = { ...open, last: i };
    } else names.push({ first: i, last: i, type });
  });
  return names;
}
