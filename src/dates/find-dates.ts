import { isInName, keepsCompany } from "./company.ts";
import type { DateRule, DateRules, RuleLevel } from "./date-rules.ts";
import type { DateWord } from "./date-word.ts";
import type { Find } from "./find.ts";
import { type Meaning, unitOf } from "./meaning.ts";
import { type Match, matchRules } from "./rule-trie.ts";
import type { Unit } from "./units.ts";

interface Candidate extends Find {
  readonly first: number;
  readonly next: number;
  readonly order: number;
  readonly key: string;
}

function candidateOf(rule: DateRule, match: Match, words: readonly DateWord[], text: string): Candidate | null {
  const meaning = rule.meaning(match.captures);
  const first = words[match.first];
  const last = words[match.next - 1];
  if (meaning === null || first === undefined || last === undefined || !keepsCompany(rule.company, words, match, text))
    return null;
  if (canBeName(meaning) && isInName(words, match, text)) return null;
  return {
    start: first.start,
    end: last.end,
    rule: rule.name,
    meaning,
    parts: meaning.kind === "range" ? partsOf(words, match) : NO_PARTS,
    key: rule.key,
    first: match.first,
    next: match.next,
    order: rule.line,
  };
}

/** Dates that do not say their year can be part of a name ("the 17 November group"). */
const canBeName = (meaning: Meaning): boolean =>
  meaning.kind === "weekday" || meaning.kind === "named" || (meaning.kind === "calendar" && meaning.year === null);

const NO_PARTS: readonly Find[] = [];

const partsOf = (words: readonly DateWord[], match: Match): Find[] =>
  words
    .slice(match.first, match.next)
    .flatMap((word) => (word.meaning === undefined ? [] : [asFind(word, word.meaning)]));

const asFind = (word: DateWord, meaning: Meaning): Find => ({
  start: word.start,
  end: word.end,
  rule: word.rule ?? "",
  meaning,
  parts: word.parts ?? NO_PARTS,
});

/** Of candidates that overlap the longest stays; of equals the one whose row stands first. */
export function dropOverlaps(candidates: readonly Candidate[]): Candidate[] {
  if (candidates.length === 1) return [...candidates];
  const byLength = [...candidates].sort(
    (a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start || a.order - b.order,
  );
  const taken = new Map<number, true>();
  const kept: Candidate[] = [];
  for (const candidate of byLength) {
    let free = true;
    for (let i = candidate.first; i < candidate.next && free; i++) free = !taken.has(i);
    if (!free) continue;
    for (let i = candidate.first; i < candidate.next; i++) taken.set(i, true);
    kept.push(candidate);
  }
  return kept.sort((a, b) => a.start - b.start);
}

/** Names of the units, made once: the trie's keys are looked up by identity. */
const UNIT_KEYS: Readonly<Record<Unit | "interval", string>> = {
  day: "<day>",
  weekend: "<weekend>",
  week: "<week>",
  fortnight: "<fortnight>",
  month: "<month>",
  season: "<season>",
  quarter: "<quarter>",
  half: "<half>",
  year: "<year>",
  decade: "<decade>",
  century: "<century>",
  interval: "<interval>",
};
const DURATION = ["<duration>"];
const CLOCK = ["<clock>"];
const NO_KEYS: readonly string[] = [];

const keysOf = (find: Candidate): readonly string[] => {
  const { kind } = find.meaning;
  if (kind === "duration") return DURATION;
  if (kind === "clock") return CLOCK;
  if (kind === "set" || kind === "beyond" || kind === "event") return NO_KEYS;
  return ["<date>", UNIT_KEYS[unitOf(find.meaning)], find.key];
};

const asWord = (find: Candidate): DateWord => ({
  start: find.start,
  end: find.end,
  keys: keysOf(find),
  value: "",
  seed: true,
  meaning: find.meaning,
  rule: find.rule,
  parts: find.parts,
});

/** Words of the next level: each find stands as one word. */
function withFinds(words: readonly DateWord[], finds: readonly Candidate[]): DateWord[] {
  const out: DateWord[] = [];
  let i = 0;
  for (const find of finds) {
    while (i < find.first) out.push(words[i++]!);
    out.push(asWord(find));
    i = find.next;
  }
  while (i < words.length) out.push(words[i++]!);
  return out;
}

function readLevel(words: readonly DateWord[], level: RuleLevel, text: string): readonly DateWord[] {
  const candidates: Candidate[] = [];
  for (let at = 0; at < words.length; at++) {
    for (const match of matchRules(level.trie, words, at)) {
      const candidate = candidateOf(level.rules[match.rule]!, match, words, text);
      if (candidate !== null) candidates.push(candidate);
    }
  }
  return candidates.length === 0 ? words : withFinds(words, dropOverlaps(candidates));
}

/** Finds in one run of words, level after level, each seeing what the one before has found. */
function findInRun(run: readonly DateWord[], rules: DateRules, text: string): Find[] {
  const [first, ...later] = rules.levels;
  if (first === undefined) return [];
  let current = readLevel(run, first, text);
  if (current === run) return [];
  // A lone find has nothing to be joined with.
  if (current.length > 1) for (const level of later) current = readLevel(current, level, text);
  const finds: Find[] = [];
  for (const word of current) if (word.meaning !== undefined) finds.push(asFind(word, word.meaning));
  return finds;
}

/** All finds of the text, in order, from its runs of date words. */
export function findDates(text: string, runs: Iterable<readonly DateWord[]>, rules: DateRules): Find[] {
  const finds: Find[] = [];
  for (const run of runs) for (const find of findInRun(run, rules, text)) finds.push(find);
  return finds;
}
