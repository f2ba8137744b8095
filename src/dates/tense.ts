import type { Sentence } from "../text/index.ts";

/** Words after which a date lies ahead though no verb is in the future: "payable Jan. 3", "is due Friday". */
const AHEAD =
  /\b(?:will|would|'ll|shall|payable|due|scheduled|expires?|expiring|expected|expects?|plans?|planned|planning|effective|deadline|upcoming|set\s+to|set\s+for|slated|to\s+be|by|until|begins?|starts?|takes\s+effect|is\s+to|are\s+to|holders\s+of\s+record)\s+(?:[\w'’,]+\s+){0,4}$/i;

/** Tense of the verb that governs the place `at`: the last finite group of the sentence before it, else the first after. */
export function tenseAt(sentence: Sentence | null, text: string, at: number): "past" | "present" | "future" | null {
  if (sentence === null) return null;
  if (AHEAD.test(text.slice(Math.max(sentence.start, at - 60), at))) return "future";
  let before: "past" | "present" | "future" | null = null;
  let after: "past" | "present" | "future" | null = null;
  for (const group of sentence.verbGroups) {
    const head = sentence.tokens[group.head];
    if (head === undefined || group.tense === null) continue;
    const tense = group.modal === "will" ? "future" : group.tense;
    if (head.start < at) before = tense;
    else after ??= tense;
  }
  return before ?? after;
}
