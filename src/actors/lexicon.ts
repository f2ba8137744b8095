import { parseTable, type ResourceFiles } from "../record/index.ts";
import type { AttributionClass } from "./attribution.ts";
import { ATTRIBUTION_CLASSES } from "./attribution.ts";
import type { CasualtyKind } from "./casualty-report.ts";
import { pastForms } from "./past-forms.ts";

/** What a noun is by itself. person: one of them an individual, more a group; body: people without a standing organisation. */
export type NounKind = "person" | "body" | "organization" | "state" | "facility" | "vehicle" | "other" | "none";

export interface ActorNoun {
  readonly kind: NounKind;
  readonly official: boolean;
  readonly side: string | null;
}

export type QuantityUse =
  | "cardinal"
  | "scale"
  | "vague"
  | "none"
  | "at-least"
  | "at-most"
  | "more-than"
  | "fewer-than"
  | "about"
  | "or-more"
  | "or-so"
  | "group-of";

export interface QuantityWord {
  readonly words: readonly string[];
  readonly use: QuantityUse;
  readonly min: number | null;
  readonly max: number | null;
}

export interface CasualtyWord {
  readonly word: string;
  readonly pos: "verb" | "noun";
  readonly kind: CasualtyKind;
  readonly place: "object" | "subject" | "of" | "before" | "none" | "lives";
  readonly particles: readonly string[];
}

export interface AttributionVerb {
  readonly verbClass: AttributionClass;
  readonly hedged: boolean;
  readonly frame: "clause" | "object" | "source-object" | "figure" | "noun" | "adverb" | "prefix";
}

export interface WeaponWord {
  readonly words: readonly string[];
  readonly kind: string;
  readonly certain: boolean;
}

export interface ActorLexicon {
  readonly nouns: ReadonlyMap<string, ActorNoun>;
  /** Words of the hand-made list for people and their bodies, in the forms that it has and their plurals. */
  readonly people: ReadonlySet<string>;
  /** Lower-cased word of nationality or country name → ISO alpha-2. */
  readonly nationalities: ReadonlyMap<string, { readonly country: string; readonly kind: string }>;
  /** By first word, longest first. */
  readonly quantities: ReadonlyMap<string, readonly QuantityWord[]>;
  readonly casualties: readonly CasualtyWord[];
  readonly attribution: ReadonlyMap<string, readonly AttributionVerb[]>;
  /** Past forms and participles of the verbs of the casualty and attribution tables, each with its verb. */
  readonly pastForms: ReadonlyMap<string, string>;
  /** By first word, longest first. */
  readonly weapons: ReadonlyMap<string, readonly WeaponWord[]>;
}

const words = (phrase: string): string[] =>
  phrase
    .toLowerCase()
    .split(/\s+|(?=-)|(?<=-)/)
    .filter((word) => word !== "");

/** "C-4" as the tokenizer may cut it: at the hyphen, or not. */
const readings = (phrase: string): string[][] => {
  const whole = phrase.toLowerCase().split(/\s+/);
  return phrase.includes("-") ? [words(phrase), whole] : [whole];
};

const numberOrNull = (cell: string): number | null => (cell === "" ? null : Number(cell));

function byFirstWord<T extends { readonly words: readonly string[] }>(rows: readonly T[]): Map<string, readonly T[]> {
  const map = new Map<string, T[]>();
  for (const row of rows) map.set(row.words[0]!, [...(map.get(row.words[0]!) ?? []), row]);
  for (const list of map.values()) list.sort((a, b) => b.words.length - a.words.length);
  return map;
}

const rowsOf = (files: ResourceFiles, name: string): readonly Readonly<Record<string, string>>[] =>
  parseTable(name, files.table(name)).rows.map((row) => row.cells);

function readNouns(files: ResourceFiles): Map<string, ActorNoun> {
  const nouns = new Map<string, ActorNoun>();
  for (const { noun, kind } of rowsOf(files, "actor-nouns.tsv")) {
    nouns.set(noun!, { kind: kind as NounKind, official: false, side: null });
  }
  for (const { noun, kind, official, side } of rowsOf(files, "actor-words.tsv")) {
    nouns.set(noun!, { kind: kind as NounKind, official: official === "yes", side: side === "" ? null : side! });
  }
  return nouns;
}

function readPeople(files: ResourceFiles): Set<string> {
  const people = rowsOf(files, "actor-words.tsv").filter((row) => /^(?:person|state)$/.test(row.kind!));
  return new Set(people.flatMap(({ noun }) => [noun!, `${noun}s`, noun!.replace(/man$/, "men").replace(/y$/, "ies")]));
}

function attributionClass(name: string): AttributionClass {
  const found = ATTRIBUTION_CLASSES.find((known) => known === name);
  if (found === undefined)
    throw new Error(`actor-attribution.tsv: no class "${name}"; use one of ${ATTRIBUTION_CLASSES.join(", ")}`);
  return found;
}

function readAttribution(files: ResourceFiles): Map<string, AttributionVerb[]> {
  const rows = new Map<string, AttributionVerb[]>();
  for (const { word, class: name, hedged, frame } of rowsOf(files, "actor-attribution.tsv")) {
    const row = {
      verbClass: attributionClass(name!),
      hedged: hedged === "yes",
      frame: frame as AttributionVerb["frame"],
    };
    rows.set(word!, [...(rows.get(word!) ?? []), row]);
  }
  return rows;
}

function readPastForms(files: ResourceFiles): ReadonlyMap<string, string> {
  const casualties = rowsOf(files, "actor-casualties.tsv").filter((row) => row.pos === "verb");
  const attribution = rowsOf(files, "actor-attribution.tsv").filter((row) =>
    /^(?:clause|object|figure|source-object)$/.test(row.frame!),
  );
  const irregular = rowsOf(files, "text-lemmas.tsv").filter((row) => row.pos === "VERB");
  return pastForms(
    [...casualties, ...attribution].map((row) => row.word!),
    irregular.map((row) => ({ form: row.form!, lemma: row.lemma! })),
  );
}

/** @throws Error where a table names a class that does not exist: the tables are our own. */
export const openLexicon = (files: ResourceFiles): ActorLexicon => ({
  nouns: readNouns(files),
  people: readPeople(files),
  nationalities: new Map(
    rowsOf(files, "actor-nationalities.tsv").map((row) => [
      row.word!.toLowerCase(),
      { country: row.country!, kind: row.kind! },
    ]),
  ),
  quantities: byFirstWord(
    rowsOf(files, "actor-quantities.tsv").map((row) => ({
      words: words(row.phrase!),
      use: row.use as QuantityUse,
      min: numberOrNull(row.min!),
      max: numberOrNull(row.max!),
    })),
  ),
  casualties: rowsOf(files, "actor-casualties.tsv").map((row) => ({
    word: row.word!,
    pos: row.pos as CasualtyWord["pos"],
    kind: row.kind as CasualtyKind,
    place: row.place as CasualtyWord["place"],
    particles: row.particles === "" ? [] : row.particles!.split(" "),
  })),
  attribution: readAttribution(files),
  pastForms: readPastForms(files),
  weapons: byFirstWord(
    rowsOf(files, "weapons.tsv").flatMap((row) =>
      readings(row.word!).map((words) => ({ words, kind: row.kind!, certain: row.certain === "yes" })),
    ),
  ),
});
