import type { ClassFamilies, ClassLevel } from "./class-families.ts";
import { compareClasses } from "./class-families.ts";
import type { DateLevel } from "./compare-dates.ts";
import { compareDates } from "./compare-dates.ts";
import type { PlaceLevel } from "./compare-places.ts";
import { comparePlaces } from "./compare-places.ts";
import type { CommonWords } from "./distinguishing-words.ts";
import { distinguishingWords, wordsShared } from "./distinguishing-words.ts";
import type { EventLike } from "./event-like.ts";
import type { PlaceWords } from "./place-names.ts";
import { rangesMeet } from "./toll.ts";
import type { Weights } from "./weights.ts";

export interface ComparisonTables {
  readonly families: ClassFamilies;
  readonly placeWords: PlaceWords;
  readonly commonWords: CommonWords;
  readonly weights: Weights;
}

export type Agreement = "agrees" | "differs" | "unknown";
export interface Reason {
  readonly level: string;
  readonly weight: number;
}

/** How two reports stand to each other, field by field, with the reasons that make up the score. */
export interface Comparison {
  /** same: one event. near: of one family, and alike in something, but not the same. apart: nothing to do with each other. */
  readonly relation: "same" | "near" | "apart";
  readonly class: "same" | "family" | "other";
  readonly date: Agreement;
  readonly place: Agreement;
  readonly actor: Agreement;
  readonly target: Agreement;
  /** Distinguishing words that both sides use, wherever they stand. */
  readonly shared: readonly string[];
  /** Sum of the reasons' weights, in bits. */
  readonly score: number;
  readonly reasons: readonly Reason[];
}

/** Distinguishing words of each part, worked out once for each side. */
export interface Print {
  readonly of: EventLike;
  readonly actor: ReadonlySet<string>;
  readonly target: ReadonlySet<string>;
  readonly all: ReadonlySet<string>;
  /** Words of proper names among the parties. */
  readonly names: ReadonlySet<string>;
}

export const printOf = (tables: ComparisonTables, of: EventLike): Print => {
  const words = (parts: readonly string[]): ReadonlySet<string> =>
    new Set(parts.flatMap((part) => [...distinguishingWords(tables.commonWords, part)]));
  const placeNames = words([of.place?.name ?? "", of.place?.admin1 ?? ""]);
  const all = new Set([...words([...of.actors, ...of.targets, of.words])].filter((word) => !placeNames.has(word)));
  const named = words([...of.actors, ...of.targets].flatMap((part) => part.match(/\p{Lu}\p{Ll}[\p{L}'’-]+/gu) ?? []));
  const names = new Set([...named].filter((word) => !placeNames.has(word)));
  return { of, actor: words(of.actors), target: words(of.targets), all, names };
};

const DATE_AGREES: ReadonlySet<DateLevel> = new Set(["same day", "within one night", "days shared"]);
const ofDates = (level: DateLevel): Agreement =>
  level === "date not given" ? "unknown" : DATE_AGREES.has(level) ? "agrees" : "differs";
const ofPlaces = (level: PlaceLevel): Agreement =>
  level === "place not given" ? "unknown" : level === "another place" ? "differs" : "agrees";

/**
 * A party agrees where a distinguishing word of one side's phrase stands in the other's phrase, or where all the words
 * of a phrase stand somewhere on the other side (a target may be told in the sentence and not as a target).
 */
function compareParty(one: Print, other: Print, party: "actor" | "target"): Agreement {
  const [a, b] = [one[party], other[party]];
  if (wordsShared(a, b).length > 0) return "agrees";
  const inside = (words: ReadonlySet<string>, whole: Print): boolean =>
    words.size > 0 && [...words].every((word) => whole.all.has(word));
  if (inside(a, other) || inside(b, one)) return "agrees";
  return a.size === 0 || b.size === 0 ? "unknown" : "differs";
}

const wordsLevel = (shared: number): string =>
  shared >= 3 ? "three or more words shared" : shared > 0 ? "one or two words shared" : "no word shared";

const tollLevel = (a: EventLike, b: EventLike): string =>
  a.killed === null || b.killed === null
    ? "figures not given"
    : rangesMeet(a.killed, b.killed)
      ? "figures meet"
      : "figures differ";

/** A first and a last name, or two words of a group's name. */
const sharesName = (one: Print, other: Print): boolean => wordsShared(one.names, other.names).length >= 2;

const partyLevel = (party: "actor" | "target", agreement: Agreement, byName: boolean): string =>
  agreement === "agrees" && byName
    ? `${party} shared by name`
    : agreement === "unknown"
      ? `${party} not given`
      : agreement === "agrees"
        ? `${party} shared`
        : `another ${party}`;

const CLASS_WORD: Readonly<Record<ClassLevel, Comparison["class"]>> = {
  "same class": "same",
  "same family": "family",
  "another family": "other",
};

/** Rule 5: two of date, place and party make the same event; a party counts once, be it the actor or the target. */
function relationOf(parts: Omit<Comparison, "relation" | "score" | "reasons">): Comparison["relation"] {
  if (parts.class === "other") return "apart";
  const party = parts.actor === "agrees" || parts.target === "agrees" || parts.shared.length >= 3;
  const agreeing = [parts.date === "agrees", parts.place === "agrees", party].filter(Boolean).length;
  return agreeing >= 2 ? "same" : agreeing === 1 ? "near" : "apart";
}

export function comparePrints(tables: ComparisonTables, one: Print, other: Print): Comparison {
  const [a, b] = [one.of, other.of];
  const classLevel = compareClasses(tables.families, a.class, b.class);
  const dateLevel = compareDates(a.date, b.date);
  const placeLevel = comparePlaces(a.place, b.place, tables.placeWords);
  const actor = compareParty(one, other, "actor");
  const target = compareParty(one, other, "target");
  const shared = wordsShared(one.all, other.all);
  const byName = sharesName(one, other);
  const levels: readonly (readonly [string, string])[] = [
    ["class", classLevel],
    ["date", dateLevel],
    ["place", placeLevel],
    ["actor", partyLevel("actor", actor, byName)],
    ["target", partyLevel("target", target, byName)],
    ["words", wordsLevel(shared.length)],
    ["toll", tollLevel(a, b)],
  ];
  const reasons = levels.map(([field, level]) => ({ level, weight: tables.weights.weight(field, level) }));
  const parts = {
    class: CLASS_WORD[classLevel],
    date: ofDates(dateLevel),
    place: ofPlaces(placeLevel),
    actor,
    target,
    shared,
  };
  const score = reasons.reduce((sum, reason) => sum + reason.weight, 0);
  return { relation: relationOf(parts), ...parts, score, reasons: reasons.filter(({ weight }) => weight !== 0) };
}
