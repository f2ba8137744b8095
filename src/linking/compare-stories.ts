import { type CivilDay, dayNumber } from "../record/index.ts";
import { type WordWeights, wordsOfStory } from "./word-weights.ts";

/** A document as far as linking reads it: its words, title included, and the day it was published where known. */
export interface Story {
  readonly text: string;
  readonly published: string | null;
}

/** A story's weighted words, scaled to length 1, and its day. */
export interface StoryPrint {
  readonly words: ReadonlyMap<string, number>;
  readonly published: CivilDay | null;
}

/** Term weights: 1 + ln(count) times the word's frozen weight (so that no other document changes them). */
export function storyPrint(weights: WordWeights, { text, published }: Story): StoryPrint {
  const counts = new Map<string, number>();
  for (const word of wordsOfStory(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const weighed = [...counts]
    .map(([word, count]) => [word, (1 + Math.log(count)) * weights.weight(word)] as const)
    .filter(([, weight]) => weight > 0);
  const length = Math.hypot(...weighed.map(([, weight]) => weight));
  const day = published?.slice(0, 10) ?? null;
  return { words: new Map(weighed.map(([word, weight]) => [word, weight / length])), published: day };
}

/** Cosine of two stories' weighted words, 0 to 1. */
export function likeness(a: StoryPrint, b: StoryPrint): number {
  const [few, many] = a.words.size <= b.words.size ? [a.words, b.words] : [b.words, a.words];
  let sum = 0;
  for (const [word, weight] of few) sum += weight * (many.get(word) ?? 0);
  return sum;
}

/** The words that tell most of a story: two tellings of one incident share some of them. */
export const tellingWords = ({ words }: StoryPrint, most: number): readonly string[] =>
  [...words]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, most)
    .map(([word]) => word);

export type StoryLevel =
  | "told in nearly the same words"
  | "told much alike"
  | "told alike"
  | "told somewhat alike"
  | "few words shared"
  | "told in other words"
  | "texts not given";

const LEVELS: readonly (readonly [number, StoryLevel])[] = [
  [0.4, "told in nearly the same words"],
  [0.3, "told much alike"],
  [0.22, "told alike"],
  [0.16, "told somewhat alike"],
  [0.11, "few words shared"],
];

export const compareStories = (a: StoryPrint | null, b: StoryPrint | null): StoryLevel => {
  if (a === null || b === null) return "texts not given";
  const alike = Math.round(likeness(a, b) * 1e6) / 1e6; // the order of summing must not decide a level
  return LEVELS.find(([least]) => alike >= least)?.[1] ?? "told in other words";
};

export type PublishedLevel =
  | "published within a week"
  | "published within a month"
  | "published within a quarter"
  | "published within a year"
  | "published years apart"
  | "publication not given";

/** How far apart two documents were published: follow-ups are near in time, look-alike incidents are not. */
export function comparePublished(a: StoryPrint | null, b: StoryPrint | null): PublishedLevel {
  if (!a?.published || !b?.published) return "publication not given";
  const days = Math.abs(dayNumber(a.published) - dayNumber(b.published));
  if (days <= 7) return "published within a week";
  if (days <= 31) return "published within a month";
  if (days <= 92) return "published within a quarter";
  return days <= 366 ? "published within a year" : "published years apart";
}
