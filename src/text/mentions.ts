import { parseTable } from "../record/index.ts";
import type { Name } from "./find-names.ts";
import { codeOf, type Lexicon } from "./lexicon.ts";
import { ENTITY_TYPES, type EntityMention, type EntityType, type Token } from "./reading.ts";
import { type Dependents, dependentsOf, firstConjunct } from "./trees/subtrees.ts";

/** Lemma → type, for nouns whose first sense in WordNet is not the one that news means. */
export type EntityWords = ReadonlyMap<string, EntityType>;

export function openEntityWords(tsv: string): EntityWords {
  const words = new Map<string, EntityType>();
  for (const { line, cells } of parseTable("text-entity-words.tsv", tsv).rows) {
    const type = ENTITY_TYPES.find((known) => known === cells.type);
    if (type === undefined) throw new Error(`text-entity-words.tsv:${line}: no entity type "${cells.type}"`);
    words.set(cells.lemma!, type);
  }
  return words;
}

const LEFT = /^(?:det|det:predet|amod|compound|nummod|nmod:poss|nmod:desc|nmod:unmarked|flat|advmod|goeswith)$/;
const RIGHT = /^(?:flat|compound|nummod|nmod:desc|goeswith)$/;

/** By the class letter of the lexicon's code; small letters are WordNet's lexicographer files (b act, i event, u quantity, z time). */
const TYPE_OF_CLASS: Readonly<Record<string, EntityType>> = {
  W: "weapon",
  V: "vehicle",
  F: "facility",
  O: "organization",
  G: "group-of-people",
  M: "money",
  T: "date",
  P: "person",
  L: "place",
  i: "event",
  u: "quantity",
};

const PERSON = new Set([
  "i",
  "he",
  "she",
  "me",
  "him",
  "her",
  "my",
  "his",
  "mine",
  "hers",
  "myself",
  "himself",
  "herself",
]);
const GROUP = new Set(["we", "they", "us", "them", "our", "their", "ours", "theirs", "ourselves", "themselves"]);
const MONTHS_AND_DAYS = /^(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|wed|thu|thurs?|fri|sat|sun)\.?$/;

const YEAR = /^(?:1[89]\d\d|20\d\d)$/;

interface Look {
  readonly tokens: readonly Token[];
  readonly dependents: Dependents;
  readonly names: readonly Name[];
  readonly words: EntityWords;
  readonly lexicon: Lexicon;
}

/** First token of the phrase of a head: its modifiers to the left, each with all before it that belongs to it. */
function firstOf(look: Look, head: number): number {
  let first = head;
  for (const d of [...look.dependents[head]!].reverse()) {
    if (d > head) continue;
    if (LEFT.test(look.tokens[d]!.deprel)) first = Math.min(first, leftmost(look, d));
    else if (look.tokens[d]!.deprel !== "punct") break;
  }
  return first;
}

function leftmost(look: Look, i: number): number {
  let first = i;
  let at = i;
  for (let left = look.dependents[at]![0]; left !== undefined && left < at; left = look.dependents[at]![0]) {
    first = left;
    at = left;
  }
  return first;
}

const isOfPhrase = (look: Look, d: number): boolean =>
  look.tokens[d]!.deprel === "nmod" &&
  look.dependents[d]!.some((c) => look.tokens[c]!.deprel === "case" && look.tokens[c]!.norm === "of");

/** Last token: parts of a name, and an "of" phrase right behind ("the Government of Iraq"). */
function lastOf(look: Look, head: number, depth = 0): number {
  let last = head;
  for (const d of look.dependents[head]!) {
    if (d < head) continue;
    if (RIGHT.test(look.tokens[d]!.deprel) || goesOnDate(look, d)) last = Math.max(last, d);
    else if (depth < 4 && isOfPhrase(look, d)) last = Math.max(last, lastOf(look, d, depth + 1));
    else break;
  }
  return last;
}

const isPlural = ({ xpos }: Token): boolean => xpos === "NNS" || xpos === "NNPS";

function typeOfNoun(look: Look, token: Token): EntityType | null {
  const known = look.words.get(token.lemma) ?? TYPE_OF_CLASS[codeOf(look.lexicon, token.lemma)[1] ?? ""] ?? null;
  return known === "person" && isPlural(token) ? "group-of-people" : known;
}

/** "August" in "17 August 1999", where the number is the head, and the year behind. */
const goesOnDate = (look: Look, d: number): boolean =>
  /^(?:nmod|nmod:unmarked|nmod:tmod|flat|nummod)$/.test(look.tokens[d]!.deprel) &&
  look.tokens[look.tokens[d]!.head]?.upos === "NUM" &&
  (look.words.get(look.tokens[d]!.norm) === "date" ||
    MONTHS_AND_DAYS.test(look.tokens[d]!.norm) ||
    YEAR.test(look.tokens[d]!.norm));

function typeOfNumber(look: Look, i: number): EntityType {
  const { norm } = look.tokens[i]!;
  if (look.dependents[i]!.some((d) => !YEAR.test(look.tokens[d]!.norm) && goesOnDate(look, d))) return "date";
  if (look.dependents[i]!.some((d) => /^[$£€¥]|\$$/.test(look.tokens[d]!.form))) return "money";
  return YEAR.test(norm) ? "date" : "quantity";
}

/** "the 34-year-old", who did or suffered something; not "a 34-year-old teacher". */
const isAge = ({ tokens }: Look, i: number): boolean =>
  tokens[i]!.norm === "old" &&
  /^(?:nsubj|nsubj:pass|obj|iobj|obl|obl:agent|appos|conj|nmod)$/.test(tokens[i]!.deprel) &&
  tokens[i - 1]?.form === "-" &&
  /^(?:year|month)$/.test(tokens[i - 2]?.norm ?? "");

/** "here" and "there" of place, not the "there" of "there is". */
const isPlaceWord = ({ upos, norm }: Token): boolean => upos === "ADV" && /^(?:here|there)$/.test(norm);

function typeOf(look: Look, i: number, name: Name | undefined): EntityType | null {
  const token = look.tokens[i]!;
  if (MONTHS_AND_DAYS.test(token.norm)) return "date";
  if (token.upos === "PROPN" && look.words.get(token.norm) === "date") return "date";
  // "Syrians", "Kurds": a name of many.
  if (token.xpos === "NNPS" && (name === undefined || name.type === "person")) return "group-of-people";
  if (name !== undefined && name.type !== "other") return name.type;
  if (token.upos === "PRON")
    return PERSON.has(token.norm) ? "person" : GROUP.has(token.norm) ? "group-of-people" : null;
  if (isPlaceWord(token)) return "place";
  if (isAge(look, i)) return "person";
  if (token.upos === "NUM") return typeOfNumber(look, i);
  if (token.form === "%" || /^[$£€¥]/.test(token.form)) return token.form === "%" ? "quantity" : "money";
  return token.upos === "NOUN" || token.upos === "PROPN" ? typeOfNoun(look, token) : null;
}

/** A number or an adjective's noun inside another phrase counts only if it is the head of a phrase of its own. */
const isInside = ({ deprel, upos }: Token): boolean =>
  (upos === "NUM" && /^(?:nummod|compound|flat|amod)$/.test(deprel)) ||
  /^(?:compound|flat|goeswith|nmod:desc)$/.test(deprel);

function mentionAt(look: Look, i: number): EntityMention | null {
  const token = look.tokens[i]!;
  if (isInside(token) || goesOnDate(look, i)) return null;
  const name = look.names.find(({ first, last }) => first <= i && i <= last);
  // One name is one mention, at the word of it that the rest hangs on.
  if (name !== undefined && name.first <= token.head && token.head <= name.last) return null;
  const type = typeOf(look, i, name);
  if (type === null) return null;
  const pronoun = token.upos === "PRON" || isPlaceWord(token);
  return {
    first: pronoun ? i : firstOf(look, i),
    last: pronoun ? i : lastOf(look, i),
    head: i,
    type,
    form: pronoun ? "pronoun" : name !== undefined || token.upos === "PROPN" ? "name" : "description",
  };
}

/** A name none of whose words heads a phrase, as "Lima" in "the Lima bombing": a mention within one. */
function nameAlone(name: Name, found: readonly EntityMention[]): EntityMention[] {
  if (name.type === "other" || found.some(({ head }) => name.first <= head && head <= name.last)) return [];
  const { first, last, type } = name;
  return [{ first, last, head: last, type, form: "name" }];
}

/** Mentions of people, organisations, places and things in one sentence, nested ones too, in order of their heads. */
export function findMentions(
  tokens: readonly Token[],
  names: readonly Name[],
  words: EntityWords,
  lexicon: Lexicon,
): EntityMention[] {
  const look: Look = { tokens, dependents: dependentsOf(tokens), names, words, lexicon };
  const found = tokens.flatMap((_, i) => mentionAt(look, i) ?? []);
  const alone = names.flatMap((name) => nameAlone(name, found));
  return [...found, ...alone].sort((a, b) => a.head - b.head || a.first - b.first);
}

/** A place that acts or speaks stands for its government: "France said …", "killed by Israel". */
export const actsAsOrganization = (tokens: readonly Token[], mention: EntityMention): boolean =>
  mention.type === "place" &&
  mention.form === "name" &&
  /^(?:nsubj|obl:agent|iobj)$/.test(tokens[firstConjunct(tokens, mention.head)]!.deprel);
