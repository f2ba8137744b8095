import type { OutlineSentence as Sentence, VerbGroup } from "../text/index.ts";

/** Which way a date without a year looks from the day of writing; "open" where the verbs do not tell. */
export type Outlook = "past" | "future" | "open";

/** Words after which a date lies ahead though no verb is in the future: "payable Jan. 3", "due Friday", "holders of record Nov. 10". */
const AHEAD =
  /\b(?:payable|due|scheduled|expires?|expiring|expected|expects?|plans?|planned|planning|effective|deadline\s+(?:is|of)|upcoming|set\s+(?:to|for)|slated|takes\s+effect|stock\s+of\s+record|as\s+(?:soon|early)\s+as|no\s+later\s+than|starting|beginning)\s+(?:(?:for|to|on|by|until|till|at|in|of|as|be|early|late|mid|from|the)\s+|[\w'’,]+\s+(?:on|by|in|until|for)\s+|\w+\s+){0,2}$/i;
/** "postponed until 9 a.m. Tuesday" looks ahead; "Until Tuesday, they had …" does not. */
const UNTIL =
  /[\w'’]\s+(?:until|till)\s+(?:(?:\d{1,2}(?::\d\d)?\s*[ap]\.?m\.?|noon|midnight|early|late|the|[a-z]{2,3}t)\s+)*$/i;
/** Verb right before the date, at most with a preposition between: "announced Wednesday", "as planned on Friday". */
const RIGHT_BEFORE = 2;

const FUTURE_MODALS = new Set(["would", "may", "might", "must", "should", "could", "can"]);

interface Verbs {
  readonly last: VerbGroup | null;
  readonly lastFinite: VerbGroup | null;
  readonly next: VerbGroup | null;
}

function verbsAround(sentence: Sentence, at: number): Verbs {
  let last: VerbGroup | null = null;
  let lastFinite: VerbGroup | null = null;
  for (const group of sentence.verbGroups) {
    const head = sentence.tokens[group.head];
    if (head === undefined) continue;
    if (head.start >= at) return { last, lastFinite, next: group };
    last = group;
    if (group.form === "finite") lastFinite = group;
  }
  return { last, lastFinite, next: null };
}

/** Verbs whose object or infinitive lies ahead, whatever their own tense: "planned a rally on Saturday". */
const PLANNING = new Set([
  "plan",
  "schedule",
  "expect",
  "intend",
  "hope",
  "propose",
  "slate",
  "prepare",
  "vow",
  "threaten",
]);

function outlookOfFinite(group: VerbGroup, sentence: Sentence): Outlook {
  if (PLANNING.has(sentence.tokens[group.head]?.lemma ?? "")) return "future";
  if (group.tense === "future" || (group.modal !== null && FUTURE_MODALS.has(group.modal))) return "future";
  return group.tense === "past" ? "past" : "open";
}

function tokenBefore(sentence: Sentence, at: number): number {
  let index = -1;
  while (index + 1 < sentence.tokens.length && sentence.tokens[index + 1]!.start < at) index++;
  return index;
}

const isParticiple = (group: VerbGroup): boolean => group.form === "participle" || group.form === "gerund";

function outlookOfVerbs(sentence: Sentence, at: number): Outlook {
  const { last, lastFinite, next } = verbsAround(sentence, at);
  if (last === null) return next === null || next.form !== "finite" ? "open" : outlookOfFinite(next, sentence);
  if (last.form === "finite") return outlookOfFinite(last, sentence);
  if (last.form === "participle") return "past";
  if (last.form === "gerund") return lastFinite === null ? "open" : outlookOfFinite(lastFinite, sentence);
  // "is to leave Thursday" looks ahead, "refused to leave Thursday" back: the finite verb decides.
  if (lastFinite === null) return "open";
  return lastFinite.tense === "past" && outlookOfFinite(lastFinite, sentence) === "past" ? "open" : "future";
}

/** Which way the sentence looks at the place `at`, where the date's words begin. */
export function outlookAt(sentence: Sentence | null, text: string, at: number): Outlook {
  if (sentence === null) return "open";
  const before = text.slice(Math.max(sentence.start, at - 60), at);
  const { last } = verbsAround(sentence, at);
  const adjacent = last !== null && isParticiple(last) && tokenBefore(sentence, at) - last.last < RIGHT_BEFORE;
  if (AHEAD.test(before) || UNTIL.test(before)) return "future";
  return adjacent ? "past" : outlookOfVerbs(sentence, at);
}
