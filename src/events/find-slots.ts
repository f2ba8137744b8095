import type { Token, VerbGroup } from "../text/index.ts";
import { inflect } from "./inflect.ts";
import type { Nominal, Passage } from "./passage.ts";
import type { Slot } from "./trigger.ts";

/** The phrases around a trigger, by slot, and the verb group it stands in or depends on. */
export interface Slots {
  readonly fillers: ReadonlyMap<Slot, readonly Nominal[]>;
  readonly verb: VerbGroup | null;
  /** For a noun: the verb whose object ("launched") or subject ("followed") it is. */
  readonly host: { readonly verb: VerbGroup; readonly as: "subj" | "obj"; readonly subject: readonly Nominal[] } | null;
}

/*
 * Slots from noun phrases and verb groups alone. A tree of the sentence, where there is one, is read by a sibling of this
 * file with the same result; nothing else in the room knows how the slots were found.
 */

const RELATIVES: ReadonlySet<string> = new Set(["who", "which", "that", "whom"]);
const OBJECT_CONTROL: ReadonlySet<string> = new Set(
  "order urge ask force tell allow permit persuade call appeal press invite help lead cause accuse suspect train pay".split(
    " ",
  ),
);
/** What an attack, a bomb or a blast does to its object. */
const HARMING: ReadonlySet<string> = new Set(
  "kill injure wound destroy damage hit strike rock wreck hurt claim level demolish gut".split(" ").flatMap(inflect),
);
const LIGHT: ReadonlySet<string> = new Set(
  "launch carry stage conduct mount make commit perpetrate hold begin start organise organize open wage impose declare call announce continue resume use fire stage plan join lead take give put lift order extend suffer receive speed"
    .split(" ")
    .flatMap(inflect),
);
const isPunctuation = (token: Token | undefined, forms: string): boolean =>
  token !== undefined && token.upos === "PUNCT" && forms.includes(token.form);
const isAdposition = (token: Token | undefined): boolean =>
  token !== undefined && (token.upos === "ADP" || token.xpos === "TO" || token.xpos === "IN") && token.upos !== "SCONJ";
const isConjunction = (token: Token | undefined): boolean =>
  token !== undefined && (token.upos === "CCONJ" || token.norm === "and" || token.norm === "or");

const QUANTIFYING: ReadonlySet<string> = new Set(
  "at least most about around up to some more than over nearly almost between only as many roughly".split(" "),
);
/** Words that open a clause of their own. */
const opensClause = (token: Token): boolean =>
  token.upos === "SCONJ" || CLAUSE_OPENERS.has(token.norm) || token.form === ";" || token.form === ":";
const CLAUSE_OPENERS: ReadonlySet<string> = new Set(
  "that when while where because although though if whether after before until since as".split(" "),
);

/** Is the phrase the object of a preposition (its host then stands before it)? */
const underPreposition = (passage: Passage, nominal: Nominal): boolean => {
  const before = passage.tokens[nominal.first - 1];
  return before !== undefined && isAdposition(before) && before.norm !== "than";
};

const outer = (passage: Passage): readonly Nominal[] => passage.nominals.filter((one) => one.inner !== true);

const previousVerb = (passage: Passage, before: number): VerbGroup | null =>
  passage.verbs.findLast((verb) => verb.last < before) ?? null;

/** The phrase that ends right before `at`, commas and adverbs aside. */
function nominalBefore(passage: Passage, at: number): Nominal | null {
  let end = at - 1;
  while (end >= 0 && (isPunctuation(passage.tokens[end], ",") || passage.tokens[end]?.upos === "ADV")) end -= 1;
  const near = outer(passage).findLast((one) => one.last <= end && one.end >= end);
  return near ?? outer(passage).findLast((one) => one.last <= end) ?? null;
}

/** "A, B and C": the phrases joined to `nominal` on its right. */
function joinedRight(passage: Passage, nominal: Nominal): Nominal[] {
  const { tokens } = passage;
  const nominals = outer(passage);
  const chain: Nominal[] = [];
  let last = nominal.end;
  let closed = false;
  for (const next of nominals) {
    if (next.first <= last || closed) continue;
    const between = tokens.slice(last + 1, next.first);
    const joins =
      between.length > 0 &&
      between.length <= 2 &&
      between.every((token) => isPunctuation(token, ",") || isConjunction(token));
    if (!joins) break;
    closed = between.some(isConjunction);
    chain.push(next);
    last = next.end;
  }
  return closed ? chain : [];
}

/** "A and B" before `nominal`: the phrases joined to it on its left. */
function joinedLeft(passage: Passage, nominal: Nominal): Nominal[] {
  const { tokens } = passage;
  const nominals = outer(passage);
  const chain: Nominal[] = [];
  let first = nominal.first;
  let needsConjunction = true;
  for (const previous of nominals.toReversed()) {
    if (previous.last >= first) continue;
    const between = tokens.slice(previous.end + 1, first);
    const joins =
      between.length > 0 &&
      between.length <= 2 &&
      between.every((token) => isPunctuation(token, ",") || isConjunction(token)) &&
      (!needsConjunction || between.some(isConjunction));
    if (!joins) break;
    needsConjunction = false;
    chain.push(previous);
    first = previous.first;
  }
  return chain;
}

const withRight = (passage: Passage, nominal: Nominal): Nominal[] => [nominal, ...joinedRight(passage, nominal)];
const withLeft = (passage: Passage, nominal: Nominal): Nominal[] => [...joinedLeft(passage, nominal), nominal];

/** Token index of a relative pronoun that opens the clause of `verb`, or -1. */
function relativeOf(passage: Passage, verb: VerbGroup): number {
  let at = verb.first - 1;
  while (at >= 0 && passage.tokens[at]?.upos === "ADV") at -= 1;
  const token = passage.tokens[at];
  const before = passage.tokens[at - 1];
  if (token === undefined || !RELATIVES.has(token.norm) || before === undefined) return -1;
  if (token.norm === "that" && (before.upos === "VERB" || before.upos === "AUX")) return -1;
  return at;
}

/** "the Army of Liberation (AOL) blew up …": what stands in brackets is another name, not the subject. */
function isBracketed(passage: Passage, nominal: Nominal, verb: VerbGroup): boolean {
  const opens = /^[([]$/.test(passage.tokens[nominal.first - 1]?.form ?? "");
  return opens && passage.tokens.slice(nominal.last, verb.first).some((token) => /^[)\]]$/.test(token.form));
}

/** "a guesthouse in L, the old name of K, was set on fire": what stands between commas only names again what is before. */
function skipApposition(passage: Passage, candidates: readonly Nominal[], verb: VerbGroup): Nominal | undefined {
  const own = candidates.at(-1);
  if (own === undefined || candidates.length < 2) return own;
  const closed = isPunctuation(passage.tokens[verb.first - 1], ",");
  const opened = isPunctuation(passage.tokens[own.first - 1], ",");
  return closed && opened ? candidates.at(-2) : own;
}

function finiteSubject(passage: Passage, verb: VerbGroup, depth: number): readonly Nominal[] {
  const relative = relativeOf(passage, verb);
  if (relative >= 0) {
    const host = nominalBefore(passage, relative);
    return host === null ? [] : withLeft(passage, host);
  }
  let edge = verb.first - 1;
  while (edge >= 0 && passage.tokens[edge]?.upos === "ADV") edge -= 1;
  const previous = previousVerb(passage, verb.first);
  if (isConjunction(passage.tokens[edge]) && previous !== null) return subjectOf(passage, previous, depth + 1);
  let right = verb.first;
  let left = -1;
  if (previous !== null) {
    const opened = relativeOf(passage, previous);
    if (opened >= 0) right = opened;
    else if (previous.form === "finite") left = previous.last;
    else if (previous.form === "participle" || previous.form === "gerund") {
      const clear = passage.tokens.slice(previous.last + 1, verb.first).some((token) => isPunctuation(token, ","));
      if (!clear && previous.first > 0) right = previous.first;
    }
  }
  const joined =
    previous === null
      ? -1
      : passage.tokens.findLastIndex((token, i) => i < verb.first && i > previous.last && isConjunction(token));
  if (
    joined >= 0 &&
    outer(passage).some(
      (one) => one.first > joined && one.last < verb.first && passage.tokens[joined - 1]?.form === ",",
    )
  ) {
    left = joined; // "…, who had blocked a train, and one man was killed"
    right = verb.first;
  }
  const opened = passage.tokens.findLastIndex((token, i) => i < verb.first && i > left && opensClause(token));
  if (opened > left && opened < right) left = opened;
  else if (opened > left && previous !== null && opened > previous.last) {
    left = opened;
    right = verb.first;
  }
  const candidates = outer(passage).filter(
    (one) =>
      one.last < right && one.first > left && !underPreposition(passage, one) && !isBracketed(passage, one, verb),
  );
  const own = skipApposition(passage, candidates, verb);
  if (own !== undefined) return withLeft(passage, own);
  return previous !== null && left >= 0 ? subjectOf(passage, previous, depth + 1) : [];
}

function gerundSubject(passage: Passage, verb: VerbGroup, depth: number): readonly Nominal[] {
  const before = passage.tokens[verb.first - 1];
  const previous = previousVerb(passage, verb.first);
  if (previous === null) {
    const near = nominalBefore(passage, verb.first);
    if (near !== null) return [near];
    const next = passage.verbs.find((other) => other.first > verb.last);
    return next === undefined ? [] : subjectOf(passage, next, depth + 1);
  }
  if (before !== undefined && (before.norm === "of" || before.norm === "for" || before.norm === "from")) {
    const object = objectOf(passage, previous);
    if (object.length > 0) return object;
  }
  if (isPunctuation(before, ",") || isAdposition(before) || isConjunction(before)) {
    return subjectOf(passage, previous, depth + 1);
  }
  const near = nominalBefore(passage, verb.first);
  return near !== null && near.end === verb.first - 1 ? [near] : subjectOf(passage, previous, depth + 1);
}

function infinitiveSubject(passage: Passage, verb: VerbGroup, depth: number): readonly Nominal[] {
  const previous = previousVerb(passage, verb.first);
  if (previous === null) return [];
  const lemma = passage.tokens[previous.head]?.lemma ?? "";
  if (previous.voice === "active" && OBJECT_CONTROL.has(lemma)) {
    const object = objectOf(passage, previous);
    if (object.length > 0) return object;
  }
  return surfaceSubject(passage, previous, depth + 1);
}

/** Who stands as grammatical subject of the group, whatever its voice. */
function surfaceSubject(passage: Passage, verb: VerbGroup, depth = 0): readonly Nominal[] {
  if (depth > 4) return [];
  switch (verb.form) {
    case "infinitive":
      return infinitiveSubject(passage, verb, depth);
    case "gerund":
      return gerundSubject(passage, verb, depth);
    case "participle": {
      const previous = previousVerb(passage, verb.first);
      if (previous !== null && isConjunction(passage.tokens[verb.first - 1]))
        return subjectOf(passage, previous, depth + 1);
      const near = nominalBefore(passage, verb.first);
      return near === null ? [] : [near];
    }
    case "finite":
      return finiteSubject(passage, verb, depth);
  }
}

const subjectOf = surfaceSubject;

const BETWEEN: ReadonlySet<string> = new Set(["ADV", "PART", "DET", "ADJ", "NUM"]);

/** The phrases that follow the group as its object, nothing between but particles and adverbs. */
export function objectOf(passage: Passage, verb: VerbGroup, from = verb.last + 1): readonly Nominal[] {
  const { tokens } = passage;
  for (const nominal of outer(passage)) {
    if (nominal.last < from) continue;
    const between = tokens.slice(from, nominal.first);
    const near = between.every(
      (token, i) =>
        BETWEEN.has(token.upos) ||
        token.xpos === "RP" ||
        (QUANTIFYING.has(token.norm) && (i > 0 || between.length > 1)) ||
        passage.dated.has(from + i) ||
        passage.dated.has(from + i + 1),
    );
    return near && between.length <= 4 ? withRight(passage, nominal) : [];
  }
  return [];
}

/** "masked men": a participle that only describes. */
const insidePhrase = (passage: Passage, verb: VerbGroup): boolean =>
  verb.form === "participle" && passage.nominals.some((one) => one.first <= verb.first && verb.last < one.head);

/** Where the clause that starts at `from` ends: before the next finite verb's clause, or at strong punctuation. */
function clauseEnd(passage: Passage, from: number): number {
  const { tokens } = passage;
  const next = passage.verbs.find((verb) => verb.first > from && !insidePhrase(passage, verb));
  const limit = next === undefined ? tokens.length : next.first;
  for (let i = from; i < limit; i += 1) {
    const token = tokens[i];
    if (
      isPunctuation(token, ';:—"“”') ||
      token?.upos === "SCONJ" ||
      (token !== undefined && RELATIVES.has(token.norm) && i > from)
    ) {
      return i;
    }
  }
  return limit;
}

/** "at least", "between 10 and 14", "up to five": no preposition of place. */
function isQuantity(passage: Passage, at: number): boolean {
  const word = passage.tokens[at]?.norm ?? "";
  const next = passage.tokens[at + 1];
  if (next === undefined) return false;
  if (word === "at") return next.norm === "least" || next.norm === "most";
  if (word === "between") return next.upos === "NUM" && /^(?:and|to|-|–)$/.test(passage.tokens[at + 2]?.norm ?? "");
  return word === "up" && next.norm === "to";
}

function prepositional(passage: Passage, from: number, into: Map<Slot, Nominal[]>): void {
  const end = clauseEnd(passage, from);
  for (let i = from; i < end; i += 1) {
    const token = passage.tokens[i];
    if (token === undefined || !isAdposition(token) || isQuantity(passage, i)) continue;
    const filler = outer(passage).find((one) => one.first >= i + 1 && one.first <= i + 2);
    if (filler === undefined || filler.first >= end || passage.dated.has(i + 1)) continue;
    if (filler.first === i + 2 && !["DET", "ADJ", "NUM", "ADV"].includes(passage.tokens[i + 1]?.upos ?? "")) continue;
    add(into, token.norm, withRight(passage, filler));
  }
}

function add(into: Map<Slot, Nominal[]>, slot: Slot, fillers: readonly Nominal[]): void {
  const known = into.get(slot) ?? [];
  into.set(slot, [...known, ...fillers.filter((filler) => !known.includes(filler))]);
}

function verbSlots(passage: Passage, verb: VerbGroup, last: number): Slots {
  const fillers = new Map<Slot, Nominal[]>();
  const surface = surfaceSubject(passage, verb);
  const from = Math.max(verb.last, last) + 1;
  prepositional(passage, from, fillers);
  if (verb.voice === "passive") {
    add(fillers, "obj", surface);
    add(fillers, "subj", fillers.get("by") ?? []);
    fillers.delete("by");
  } else {
    add(fillers, "subj", surface);
    add(fillers, "obj", objectOf(passage, verb));
    if (last > verb.last) {
      const closing = passage.tokens[last]; // "set fire to an office": the pattern's own preposition names the slot
      const slot = closing !== undefined && isAdposition(closing) && closing.xpos !== "RP" ? closing.norm : "obj";
      add(fillers, slot, objectOf(passage, verb, last + 1));
    }
  }
  return { fillers, verb, host: null };
}

function hostOf(passage: Passage, nominal: Nominal): Slots["host"] {
  const before = previousVerb(passage, nominal.first);
  const adjoining =
    before !== null && passage.tokens.slice(before.last + 1, nominal.first).every((token) => BETWEEN.has(token.upos));
  if (before !== null && (objectOf(passage, before).some((object) => object.head === nominal.head) || adjoining)) {
    return { verb: before, as: "obj", subject: surfaceSubject(passage, before) };
  }
  const after = passage.verbs.find((verb) => verb.first > nominal.head);
  if (after !== undefined && surfaceSubject(passage, after).some((subject) => subject.head === nominal.head)) {
    return { verb: after, as: after.voice === "passive" ? "obj" : "subj", subject: [] };
  }
  return null;
}

function nounSlots(passage: Passage, first: number, at: number): Slots {
  const fillers = new Map<Slot, Nominal[]>();
  const own = passage.nominals.find((one) => one.first <= first && first <= one.last) ?? {
    first,
    last: at,
    end: at,
    head: at,
    mention: null,
  };
  const modifiers = passage.nominals.filter((one) => one !== own && one.last < first && one.first >= own.first);
  const possessor = passage.nominals.find(
    (one) => one !== own && one.end === own.first - 1 && /^['’]s?$/.test(passage.tokens[one.end]?.form ?? ""),
  );
  add(fillers, "mod", possessor === undefined ? modifiers : [possessor, ...modifiers]);
  prepositional(passage, at + 1, fillers);
  const host = hostOf(passage, own);
  const verb = host === null ? undefined : passage.tokens[host.verb.head];
  if (host !== null && host.as === "obj" && verb !== undefined && (LIGHT.has(verb.lemma) || LIGHT.has(verb.norm))) {
    const slots = verbSlots(passage, host.verb, host.verb.last);
    add(fillers, "subj", slots.fillers.get("subj") ?? []);
  }
  if (
    host !== null &&
    host.as === "subj" &&
    verb !== undefined &&
    (HARMING.has(verb.lemma) || HARMING.has(verb.norm))
  ) {
    add(fillers, "hostobj", objectOf(passage, host.verb));
  }
  return { fillers, verb: null, host };
}

/** "would be set alight" with "set" taken for a noun: the group that ends right before in "be". */
function hiddenPassive(passage: Passage, head: number): VerbGroup | undefined {
  const before = passage.tokens[head - 1];
  if (before === undefined || before.lemma !== "be") return undefined;
  const group = passage.verbs.find((verb) => verb.last === head - 1);
  return group === undefined ? undefined : { ...group, voice: "passive" };
}

/** The slots around a trigger, given by its first, head and last token. */
export function findSlots(
  passage: Passage,
  { first, head, last }: { readonly first: number; readonly head: number; readonly last: number },
  pos: "verb" | "noun" | "phrase",
): Slots {
  if (pos !== "noun") {
    const verb =
      passage.verbs.find((group) => group.first <= head && head <= group.last) ?? hiddenPassive(passage, head);
    if (verb !== undefined) return verbSlots(passage, verb, last);
  }
  return nounSlots(passage, first, last);
}
