import type { Direction, Meaning } from "./meaning.ts";
import type { Captures } from "./rule-trie.ts";

/** Reads one field of a rule's meaning off a match; null where the match leaves it out. */
export type Reader<T> = (captures: Captures) => T | null;

/** The meaning of one match, or null where its figures name no date ("February 30"). */
export type MeaningBuilder = (captures: Captures) => Meaning | null;

/** What a field of the meaning column says: a word of its own, or a captured word's value, with its sign turned or not. */
type Field = { readonly text: string } | { readonly capture: string; readonly negated: boolean };

function parseField(raw: string): Field {
  const reference = /^(-?)\$(\w+)$/.exec(raw);
  return reference === null ? { text: raw } : { capture: reference[2]!, negated: reference[1] === "-" };
}

const ABSENT = (): null => null;

const DIRECTIONS: Readonly<Record<string, Direction>> = {
  last: "last",
  past: "last",
  previous: "last",
  this: "this",
  current: "this",
  next: "next",
  coming: "next",
  that: "that",
  following: "following",
  preceding: "preceding",
};

/** The fields of a row's meaning, each made once into a function that reads it off a match. */
export interface TemplateFields {
  text(name: string): Reader<string>;
  number(name: string): Reader<number>;
  /** Of a captured find. */
  meaning(name: string): Reader<Meaning>;
  direction(): Reader<Direction>;
}

function textReader(field: Field): Reader<string> {
  if ("text" in field) return () => field.text;
  const { capture, negated } = field;
  return (captures) => {
    const word = captures(capture);
    return word === undefined ? null : negated ? `-${word.value}` : word.value;
  };
}

const asNumber = (text: string | null): number | null => {
  if (text === null || text === "" || text === "-") return null;
  const number = Number(text);
  return Number.isNaN(number) ? null : number;
};

/** Fields from "unit=$UNIT count=-$NUM origin=speech". `$name` stands for a captured word's value, or its meaning where it is a find. */
export function parseFields(pairs: readonly string[]): TemplateFields {
  const fields = new Map(
    pairs.map((pair) => [pair.slice(0, pair.indexOf("=")), parseField(pair.slice(pair.indexOf("=") + 1))] as const),
  );
  const text = (name: string): Reader<string> => {
    const field = fields.get(name);
    return field === undefined ? ABSENT : textReader(field);
  };
  const reading = <T>(name: string, read: (text: string | null) => T | null): Reader<T> => {
    const reader = text(name);
    return reader === ABSENT ? ABSENT : (captures) => read(reader(captures));
  };
  return {
    text,
    number: (name) => reading(name, asNumber),
    direction: () => reading("direction", (word) => (word === null ? null : (DIRECTIONS[word] ?? null))),
    meaning: (name) => {
      const field = fields.get(name);
      if (field === undefined || "text" in field) return ABSENT;
      return (captures) => captures(field.capture)?.meaning ?? null;
    },
  };
}
