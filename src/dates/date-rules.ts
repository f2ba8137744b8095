import { parseTable } from "../record/index.ts";
import { parseTemplate } from "./meaning-template.ts";
import { literalsOf, type Pattern, parsePattern } from "./pattern.ts";
import { buildRuleTrie, type RuleTrie } from "./rule-trie.ts";
import type { MeaningBuilder } from "./template-fields.ts";
import { wordKey } from "./word-key.ts";

/** One row of `tables/date-rules.tsv`. */
export interface DateRule {
  readonly name: string;
  /** What later levels call its finds. */
  readonly key: string;
  /** Later levels see the finds of earlier ones as single words. */
  readonly level: number;
  readonly pattern: Pattern;
  readonly meaning: MeaningBuilder;
  /** What must hold around the words, or "": names of `company.ts`. */
  readonly company: string;
  /** The row's example, the expression in square brackets, and what it means for a text published on 2016-06-10. */
  readonly example: string;
  readonly expected: string;
  readonly line: number;
}

/** The rules of one level and their patterns, merged; the trie's rule numbers are places in `rules`. */
export interface RuleLevel {
  readonly rules: readonly DateRule[];
  readonly trie: RuleTrie;
}

export interface DateRules {
  readonly rules: readonly DateRule[];
  readonly levels: readonly RuleLevel[];
  readonly literals: ReadonlySet<string>;
}

/** @throws Error where a row's pattern or meaning cannot be read: the table is ours, so that is a bug. */
export function parseDateRules(tsv: string): DateRules {
  const rules = parseTable("date-rules.tsv", tsv).rows.map(({ line, cells }): DateRule => {
    return {
      name: cells.name ?? "",
      key: wordKey(`<${cells.name ?? ""}>`),
      level: Number(cells.level),
      pattern: parsePattern(cells.pattern ?? ""),
      meaning: parseTemplate(cells.meaning ?? ""),
      company: cells.company ?? "",
      example: cells.example ?? "",
      expected: cells.expected ?? "",
      line,
    };
  });
  const last = Math.max(0, ...rules.map((rule) => rule.level));
  return {
    rules,
    levels: Array.from({ length: last }, (_, i) => levelOf(rules.filter((rule) => rule.level === i + 1))),
    literals: new Set(rules.flatMap((rule) => literalsOf(rule.pattern))),
  };
}

const levelOf = (rules: readonly DateRule[]): RuleLevel => ({
  rules,
  trie: buildRuleTrie(rules.map((rule) => rule.pattern)),
});
