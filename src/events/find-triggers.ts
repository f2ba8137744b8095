import { findSlots, type Slots } from "./find-slots.ts";
import { type Match, passesGuards } from "./guards.ts";
import type { Passage } from "./passage.ts";
import type { Trigger } from "./trigger.ts";

/** Triggers by the first word of their pattern. */
export type TriggerIndex = ReadonlyMap<string, readonly Trigger[]>;

export function indexTriggers(triggers: readonly Trigger[]): TriggerIndex {
  const index = new Map<string, Trigger[]>();
  for (const trigger of triggers) {
    for (const word of trigger.pattern[0] ?? []) {
      const rows = index.get(word);
      if (rows === undefined) index.set(word, [trigger]);
      else rows.push(trigger);
    }
  }
  return index;
}

const LONGEST_GAP = 7;
const VERBAL: ReadonlySet<string> = new Set(["VERB", "AUX"]);
const NOMINAL: ReadonlySet<string> = new Set(["NOUN", "PROPN"]);

const fits = (passage: Passage, at: number, words: ReadonlySet<string>): boolean => {
  const token = passage.tokens[at];
  return token !== undefined && (words.has(token.lemma) || words.has(token.norm));
};

/** Token index of the pattern's last word where it matches from `at`, else -1. A gap takes the fewest words it can. */
function matchPattern(passage: Passage, at: number, pattern: Trigger["pattern"]): number {
  let position = at;
  for (let i = 0; i < pattern.length; i += 1) {
    const words = pattern[i] ?? null;
    if (words !== null) {
      if (!fits(passage, position, words)) return -1;
      position += 1;
      continue;
    }
    const next = pattern[i + 1] ?? null;
    if (next === null) return -1;
    const limit = position + LONGEST_GAP;
    while (position <= limit && !fits(passage, position, next)) {
      if (passage.tokens[position]?.upos === "PUNCT") return -1;
      position += 1;
    }
    if (position > limit) return -1;
  }
  return position - 1;
}

/** "a banned party", "the wounded men": a participle inside a phrase describes, it does not tell. */
const describes = (passage: Passage, at: number): boolean =>
  passage.nominals.some((one) => one.first <= at && at < one.head && one.head <= one.last);

function posFits(passage: Passage, trigger: Trigger, first: number, last: number): boolean {
  if (trigger.pos === "phrase") return true;
  const upos = passage.tokens[trigger.pos === "verb" ? first : last]?.upos ?? "";
  if (trigger.pos === "verb" && trigger.pattern.length === 1 && describes(passage, first)) return false;
  if (trigger.pos === "verb") return VERBAL.has(upos) || passage.tokens[first - 1]?.lemma === "be";
  const next = passage.tokens[last + 1]?.upos ?? "";
  if (NOMINAL.has(upos)) return true;
  const article = passage.tokens[first - 1]?.upos === "DET"; // "an offensive against", "a rally of": taggers stumble here
  return article && (upos === "ADJ" || upos === "ADV" || upos === "VERB") && !NOMINAL.has(next) && next !== "ADJ";
}

/** Matches of one sentence, at most one a word, longest first and then in order of the table. */
export function findTriggers(passage: Passage, index: TriggerIndex): readonly Match[] {
  const found: Match[] = [];
  let taken = -1;
  for (let at = 0; at < passage.tokens.length; at += 1) {
    const match = bestAt(passage, at, index);
    if (match === null || match.first <= taken) continue;
    found.push(match);
    taken = match.trigger.pattern.includes(null) ? match.first : match.last;
  }
  return found;
}

const bestAt = (passage: Passage, at: number, index: TriggerIndex): Match | null =>
  matchesAt(passage, at, index)[0] ?? null;

/** Every row of the table that fits from a token on, the one that decides first. */
export function matchesAt(passage: Passage, at: number, index: TriggerIndex): readonly Match[] {
  const token = passage.tokens[at];
  if (token === undefined) return [];
  const rows = new Set([...(index.get(token.lemma) ?? []), ...(index.get(token.norm) ?? [])]);
  if (rows.size === 0) return [];
  const slots = new Map<string, Slots>();
  const candidates: Match[] = [];
  for (const trigger of rows) {
    const last = passage.dated.has(at) ? -1 : matchPattern(passage, at, trigger.pattern);
    if (last < 0 || !posFits(passage, trigger, at, last)) continue;
    const head = trigger.pos === "noun" ? last : at;
    const key = `${head} ${last} ${trigger.pos}`;
    const around = slots.get(key) ?? findSlots(passage, { first: at, head, last }, trigger.pos);
    slots.set(key, around);
    candidates.push({ trigger, passage, first: at, last, head, slots: around });
  }
  return candidates.filter(passesGuards).sort((a, b) => b.last - a.last || a.trigger.line - b.trigger.line);
}
