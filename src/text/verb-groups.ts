import type { TaggedToken as Token } from "./outline.ts";
import type { VerbGroup } from "./reading.ts";

const NEGATIONS = new Set(["not", "n't", "n’t", "never", "nt"]);
const PASSIVE_AUXILIARIES = new Set(["be", "get"]);

const isVerbal = (token: Token): boolean => token.upos === "VERB" || token.upos === "AUX";
const isNegation = (token: Token): boolean => NEGATIONS.has(token.norm);

/** "may not have attacked": have, be or get before a participle is an auxiliary even where it was tagged as a verb. */
const isAuxiliaryBefore = (auxiliary: Token, verb: Token): boolean =>
  (/^(?:have|be|get)$/.test(auxiliary.lemma) && verb.xpos === "VBN") ||
  (auxiliary.lemma === "be" && verb.xpos === "VBG");

/** Last verb of the group that starts at `first`; adverbs, negations and a "to" before its verb may stand between. */
function groupEnd(tokens: readonly Token[], first: number): number {
  let last = first;
  for (let i = first + 1; i < tokens.length && i - last <= 3; i++) {
    const token = tokens[i]!;
    if (isVerbal(token)) {
      if (tokens[last]!.upos === "VERB" && !isAuxiliaryBefore(tokens[last]!, token)) break;
      last = i;
    } else if (!(isNegation(token) || token.upos === "ADV")) break;
  }
  return last;
}

function tenseOf(parts: readonly Token[]): VerbGroup["tense"] {
  if (parts.some((t) => t.xpos === "MD" && /^(?:will|'ll|’ll|wo|shall|sha)$/.test(t.norm))) return "future";
  const finite = parts.find((t) => /^(?:VBD|VBZ|VBP|MD)$/.test(t.xpos));
  if (finite?.xpos === "VBD") return "past";
  if (finite === undefined || finite.xpos === "MD") return null;
  return parts.some((t) => t.lemma === "have") && parts.length > 1 && parts.at(-1)!.xpos === "VBN" ? "past" : "present";
}

function formOf(tokens: readonly Token[], first: number, parts: readonly Token[]): VerbGroup["form"] {
  if (parts.some((t) => /^(?:VBD|VBZ|VBP|MD)$/.test(t.xpos))) return "finite";
  if (tokens[first]!.xpos === "TO") return "infinitive";
  if (parts[0]!.xpos === "VBG") return "gerund";
  return parts[0]!.xpos === "VBN" ? "participle" : "infinitive";
}

function modalOf(parts: readonly Token[]): string | null {
  const modal = parts.find((t) => t.xpos === "MD" && !/^(?:will|'ll|’ll|wo|shall|sha)$/.test(t.norm));
  if (modal === undefined) return null;
  return modal.norm === "ca" ? "can" : modal.norm === "'d" || modal.norm === "’d" ? "would" : modal.norm;
}

function isPassive(parts: readonly Token[], form: VerbGroup["form"]): boolean {
  if (parts.at(-1)!.xpos !== "VBN") return false;
  if (form === "participle" && parts.length === 1) return true;
  const before = parts.slice(0, -1);
  return before.some((t) => PASSIVE_AUXILIARIES.has(t.lemma)) && before.at(-1)!.lemma !== "have";
}

function verbGroup(tokens: readonly Token[], start: number, last: number): VerbGroup {
  let first = start;
  while (first > 0 && (tokens[first - 1]!.xpos === "TO" || isNegation(tokens[first - 1]!))) first--;
  const range = tokens.slice(first, last + 1);
  const parts = range.filter(isVerbal);
  const form = formOf(tokens, first, parts);
  return {
    first,
    last,
    head: last,
    voice: isPassive(parts, form) ? "passive" : "active",
    form,
    tense: tenseOf(parts),
    modal: modalOf(parts),
    negated: range.some(isNegation),
  };
}

/** Verb groups from tags alone: auxiliaries, negation and main verb read as one. */
export function verbGroups(tokens: readonly Token[]): VerbGroup[] {
  const groups: VerbGroup[] = [];
  for (let i = 0; i < tokens.length; i++) {
    if (!isVerbal(tokens[i]!)) continue;
    const last = groupEnd(tokens, i);
    groups.push(verbGroup(tokens, i, last));
    i = last;
  }
  return groups;
}
