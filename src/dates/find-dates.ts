import { keepsCompany } from "./company.ts";
import type { DateRule, DateRules, RuleLevel } from "./date-rules.ts";
import type { DateWord } from "./date-words.ts";
import type { Find } from "./find.ts";
import { type Meaning, unitOf } from "./meaning.ts";
import { buildMeaning } from "./meaning-template.ts";
import { matchPattern } from "./pattern.ts";

interface Candidate extends Find {
  readonly first: number;
  readonly next: number;
  readonly order: number;
}

function candidatesAt(words: readonly DateWord[], at: number, level: RuleLevel, text: string): Candidate[] {
  const word = words[at]!;
  const found: Candidate[] = [];
  for (const key of [word.norm, ...word.classes]) {
    for (const rule of level.byOpener.get(key) ?? []) {
      const candidate = tryRule(rule, words, at, text);
      if (candidate !== null) found.push(candidate);
    }
  }
  return found;
}

function tryRule(rule: DateRule, words: readonly DateWord[], at: number, text: string): Candidate | null {
  const match = matchPattern(rule.pattern, words, at, text);
  if (match === null) return null;
  const meaning = buildMeaning(rule.meaning, match.captures);
  const first = words[match.first];
  const last = words[match.next - 1];
  if (meaning === null || first === undefined || last === undefined) return null;
  const parts =
    meaning.kind === "range"
      ? words
          .slice(match.first, match.next)
          .flatMap((word) => (word.meaning === undefined ? [] : [asFind(word, word.meaning)]))
      : [];
  const candidate = {
    start: first.start,
    end: last.end,
    rule: rule.name,
    meaning,
    parts,
    first: match.first,
    next: match.next,
    order: rule.line,
  };
  return keepsCompany(rule.company, words, match, text) ? candidate : null;
}

const asFind = (word: DateWord, meaning: Meaning): Find => ({
  start: word.start,
  end: word.end,
  rule: word.rule ?? "",
  meaning,
  parts: [],
});

/** Of candidates that overlap the longest stays; of equals the one whose row stands first. */
export function dropOverlaps(candidates: readonly Candidate[]): Candidate[] {
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

/** Words of the next level: each find stands as one word. */
function withFinds(words: readonly DateWord[], finds: readonly Candidate[], text: string): DateWord[] {
  const out: DateWord[] = [];
  let i = 0;
  for (const find of finds) {
    while (i < find.first) out.push(words[i++]!);
    const unit = unitOf(find.meaning);
    const timeless = find.meaning.kind === "duration" || find.meaning.kind === "set" || find.meaning.kind === "beyond";
    out.push({
      start: find.start,
      end: find.end,
      norm: text.slice(find.start, find.end).toLowerCase(),
      classes: timeless ? [`<${find.meaning.kind}>`] : ["<date>", `<${unit}>`, `<${find.rule}>`],
      value: "",
      meaning: find.meaning,
      rule: find.rule,
      parts: find.parts,
    });
    i = find.next;
  }
  while (i < words.length) out.push(words[i++]!);
  return out;
}

/** Level after level, each seeing what the one before has found. */
export function findDates(text: string, words: readonly DateWord[], rules: DateRules): Find[] {
  let current = words;
  for (const level of rules.levels) {
    const candidates: Candidate[] = [];
    for (let at = 0; at < current.length; at++) candidates.push(...candidatesAt(current, at, level, text));
    current = withFinds(current, dropOverlaps(candidates), text);
  }
  return current.flatMap((word) =>
    word.meaning === undefined ? [] : [{ ...asFind(word, word.meaning), parts: word.parts ?? [] }],
  );
}
