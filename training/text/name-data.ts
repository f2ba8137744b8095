import { readFileSync } from "node:fs";
import type { GoldSentence } from "./conllu.ts";

export interface LabelledSentence {
  readonly forms: readonly string[];
  readonly labels: readonly string[];
}

const TYPES: Readonly<Record<string, string>> = {
  PER: "PER",
  person: "PER",
  Person: "PER",
  ORG: "ORG",
  group: "ORG",
  corporation: "ORG",
  organization: "ORG",
  Organisation: "ORG",
  LOC: "LOC",
  location: "LOC",
  place: "LOC",
  Location: "LOC",
  MISC: "MISC",
  product: "MISC",
  "creative-work": "MISC",
  event: "MISC",
};

/** IOB1 or IOB2 labels as IOB2 of our own four types. */
function toIob2(labels: readonly string[]): string[] {
  return labels.map((label, i) => {
    const type = TYPES[label.slice(2)];
    if (type === undefined) return "O";
    const before = labels[i - 1] ?? "O";
    const begins = label.startsWith("B-") || before === "O" || before.slice(2) !== label.slice(2);
    return `${begins ? "B" : "I"}-${type}`;
  });
}

/** @param form, label columns of the word and of its label, from 0; lines of `#` are left out */
export function readIob(file: string, form: number, label: number): LabelledSentence[] {
  return readFileSync(file, "utf8")
    .split(/\n\s*\n/)
    .map((block) => block.split("\n").filter((line) => line !== "" && !line.startsWith("# ")))
    .map((lines) => lines.map((line) => line.split(/[\t ]/)))
    .map((rows) => ({
      forms: rows.map((row) => row[form] ?? ""),
      labels: toIob2(rows.map((row) => row[label] ?? "O")),
    }))
    .filter(({ forms }) => forms.length > 0);
}

/** A mention of GUM: token indexes, type, and whether its head is a name. */
export interface GumMention {
  readonly first: number;
  readonly last: number;
  readonly type: string;
  readonly entity: string;
  /** Token indexes of the head words, in the sentence. */
  readonly heads: readonly number[];
}

/** Mentions within one sentence, from the brackets of `Entity=`: "(12-person-giv:act-cf2-1,2-coref", "12)". */
export function gumMentions(sentence: GoldSentence): GumMention[] {
  const open: { entity: string; type: string; first: number; minimum: string }[] = [];
  const mentions: GumMention[] = [];
  const close = (entity: string, last: number): void => {
    for (let i = open.length - 1; i >= 0; i--) {
      const { first, type, minimum } = open[i]!;
      if (open[i]!.entity !== entity) continue;
      open.splice(i, 1);
      const heads = minimum.split(",").map((n) => first + Number(n) - 1);
      mentions.push({ first, last, type, entity, heads });
      return;
    }
  };
  sentence.tokens.forEach(({ misc }, i) => {
    const marks = /(?:^|\|)Entity=([^|]*)/.exec(misc)?.[1] ?? "";
    for (const [mark] of marks.matchAll(/\([^()]+\)?|\d+(?:\[[^\]]*\])?\)/g)) {
      const parts = mark.replace(/[()]/g, "").split("-");
      const entity = (parts[0] ?? "").replace(/\[.*/, "");
      // id-type-status-salience-centering-minimum-link[-identity]
      if (mark.startsWith("(")) open.push({ entity, type: parts[1] ?? "", first: i, minimum: parts[5] ?? "1" });
      if (mark.endsWith(")")) close(entity, i);
    }
  });
  return mentions;
}

const TITLES =
  /^(?:mr|mrs|ms|dr|prof|professor|president|sir|lord|lady|king|queen|prince|princess|pope|saint|st|general|gen|colonel|col|captain|capt|major|sergeant|lieutenant|lt|senator|sen|governor|gov|mayor|minister|judge|justice|bishop|archbishop|father|rev|reverend|emperor|duke|earl|count|chief|director|secretary|chairman|coach)\.?$/i;

/** Names of a GUM sentence: the proper nouns around a mention's head, without the titles before a person's name. */
export function gumNames(sentence: GoldSentence): LabelledSentence {
  const labels = sentence.tokens.map(() => "O");
  const isName = (i: number): boolean => sentence.tokens[i]?.upos === "PROPN";
  const form = (i: number): string => sentence.tokens[i]?.form ?? "";
  // What may stand between the words of one name: in a person's a particle or hyphen, elsewhere "of" too.
  const joins = (i: number, own: string): boolean =>
    (own === "PER" ? /^(?:de|del|la|al|van|von|bin|-|'|’)$/ : /^(?:of|de|del|la|al|the|&|-)$/).test(form(i));
  const bySize = [...gumMentions(sentence)].sort((a, b) => b.last - b.first - (a.last - a.first));
  for (const { first, last, type, heads } of bySize) {
    const own = TYPES[type];
    const head = heads[0] ?? first;
    if (own === undefined || last - first > 9 || head > last || !isName(head)) continue;
    let begin = head;
    let end = head;
    while (begin > first && (isName(begin - 1) || (joins(begin - 1, own) && isName(begin - 2) && begin - 2 >= first)))
      begin--;
    while (end < last && (isName(end + 1) || (joins(end + 1, own) && isName(end + 2) && end + 2 <= last))) end++;
    while (own === "PER" && begin < end && TITLES.test(form(begin))) begin++;
    if (labels.slice(begin, end + 1).some((label) => label !== "O")) continue;
    for (let i = begin; i <= end; i++) labels[i] = `${i === begin ? "B" : "I"}-${own}`;
  }
  return { forms: sentence.tokens.map(({ form }) => form), labels };
}
