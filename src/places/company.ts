import type { Token } from "../text/index.ts";
import type { Candidate, Scene } from "./candidate.ts";
import { isCapital } from "./capitals.ts";
import { DIVISION_WORDS } from "./division-words.ts";
import type { PlaceReading } from "./gazetteer.ts";
import { isGivenName, isInitial, isTitle } from "./person-names.ts";

const PROMINENT = 500_000;
export const isProminent = (readings: readonly PlaceReading[]): boolean =>
  readings.some(
    ({ place }) =>
      place.precision === "country" ||
      place.precision === "admin1" ||
      place.precision === "region" ||
      place.population >= PROMINENT,
  );

const LARGE = 50_000;

/** Not merely another name of some village. */
export const isKnown = (readings: readonly PlaceReading[]): boolean =>
  isProminent(readings) || readings.some(({ kind, place }) => kind !== "alternate" || place.population >= LARGE);

/** How a capital word that touches the name makes it a part of another name, or null. */
type Company = "person-before" | "name-before" | "name-after";

const isNamePart = (token: Token): boolean =>
  (token.upos === "PROPN" || token.upos === "ADJ") && /\p{L}/u.test(token.form);

/** A capital word right before that is neither a place, a part of one, nor the sentence's opening. */
export function companyBefore(scene: Scene, { sentence, first, last }: Candidate): Company | null {
  const { reading, tables } = scene;
  const before = sentence.tokens[first - 1];
  if (before === undefined || !isCapital(reading, before) || !/\p{L}/u.test(before.form)) return null;
  if (first === last && (isTitle(tables, before) || isGivenName(tables, before))) return "person-before";
  if (isInitial(before) && first === last) return isPlaceName(scene, before) ? null : "person-before";
  const opens = first - 1 === 0 && before.upos !== "PROPN";
  if (opens || !isNamePart(before) || tables.never.has(before.norm) !== tables.context.part.has(before.norm))
    return null;
  const { part, holder, locative } = tables.context;
  if (part.has(before.norm) || holder.has(before.norm) || locative.has(before.norm)) return null;
  return isPlaceName(scene, before) || isDemonym(scene, before) ? null : "name-before";
}

/** A capital word right behind that is neither a place nor an institution of one. */
export function companyAfter(scene: Scene, candidate: Candidate): Company | null {
  const { sentence, first, last, normal } = candidate;
  const { reading, tables } = scene;
  const next = sentence.tokens[last + 1];
  if (next === undefined) return null;
  const afterThat = sentence.tokens[last + 2];
  const joined = /^[-–&]$/.test(next.form) || (/^['’]s?$/.test(next.form) && /^(?:st|saint|san|santa) /.test(normal));
  const beside = joined && afterThat !== undefined ? afterThat : next;
  if (!isCapital(reading, beside) || !isNamePart(beside)) return null;
  if (tables.context.holder.has(beside.norm) || DIVISION_WORDS.has(beside.norm) || isTitle(tables, beside))
    return joined ? "name-after" : null;
  if (first === last && isGivenName(tables, sentence.tokens[first]) && beside.upos === "PROPN") return "person-before";
  if (tables.never.has(beside.norm) || isPlaceName(scene, beside) || isDemonym(scene, beside)) return null;
  if (beside.upos !== "PROPN" && !joined) return null;
  return candidate.readings.some(({ place }) => place.precision === "country") ? null : "name-after";
}

const isDemonym = (scene: Scene, token: Token): boolean => scene.gazetteer.readings(token.form)[0]?.kind === "demonym";

const isPlaceName = (scene: Scene, token: Token): boolean =>
  isProminent(scene.gazetteer.readings(token.form)) && !isGivenName(scene.tables, token);
