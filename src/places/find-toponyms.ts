import { type PlacePrecision, type Span, spanOf } from "../record/index.ts";
import type { Reading, Sentence, Token } from "../text/index.ts";
import { isCapital, isSmallWord, isTitleCase } from "./capitals.ts";
import { DIVISION_WORDS } from "./division-words.ts";
import type { Gazetteer, PlaceReading } from "./gazetteer.ts";
import { normalName } from "./normal-name.ts";
import { isGivenName, isInitial, isTitle, surnamesIn } from "./person-names.ts";
import type { PlaceTables } from "./place-tables.ts";
import { relationBefore } from "./relation.ts";
import type { Toponym } from "./toponym.ts";

/** What the stages of recognition look at. */
export interface Scene {
  readonly reading: Reading;
  readonly gazetteer: Gazetteer;
  readonly tables: PlaceTables;
  readonly surnames: ReadonlySet<string>;
}

interface Candidate {
  readonly sentence: Sentence;
  readonly first: number;
  readonly last: number;
  readonly normal: string;
  readonly readings: readonly PlaceReading[];
}

const nameOf = (tokens: readonly Token[], first: number, last: number): string =>
  normalName(
    tokens
      .slice(first, last + 1)
      .map((token) => token.form)
      .join(" "),
  );

/** Every word of the name that is no small word must be written as a name. */
const writtenAsName = ({ reading }: Scene, tokens: readonly Token[], first: number, last: number): boolean =>
  isCapital(reading, tokens[first]!) &&
  !(last > first && isSmallWord(tokens[last]!) && !isCapital(reading, tokens[last]!)) &&
  tokens
    .slice(first, last + 1)
    .every((token) => isCapital(reading, token) || isSmallWord(token) || !/\p{L}/u.test(token.form));

const PUNCTUATED = /^[-–'’.]+$/;

/** The longest name written as one at `first`; a hyphen inside joins, other punctuation does not. */
function candidateAt(scene: Scene, sentence: Sentence, first: number): Candidate | null {
  const { tokens } = sentence;
  if (!isCapital(scene.reading, tokens[first]!)) return null;
  const norms = tokens.slice(first, first + 9).map((token) => (/^[,;:()"“”/—]/.test(token.form) ? "," : token.form));
  const cut = norms.indexOf(",");
  const run = cut < 0 ? norms : norms.slice(0, cut);
  for (let count = scene.gazetteer.longestName(run, 0); count > 0; count--) {
    const last = first + count - 1;
    if (
      PUNCTUATED.test(tokens[last]!.form) ||
      tokens[last]!.norm === "'s" ||
      !writtenAsName(scene, tokens, first, last)
    )
      continue;
    const normal = nameOf(tokens, first, last);
    const readings = scene.gazetteer.readings(normal);
    if (readings.length > 0) return { sentence, first, last, normal, readings };
  }
  return null;
}

const formOf = ({ sentence, first, last }: Candidate): string =>
  sentence.tokens
    .slice(first, last + 1)
    .map((token) => token.form)
    .join("");

/** "US" is the country and "us" a pronoun; "IN" is Indiana only behind a town: "Gary, IN". */
function abbreviationHolds(scene: Scene, candidate: Candidate): boolean {
  const { sentence, first } = candidate;
  const form = formOf(candidate);
  const afterComma =
    sentence.tokens[first - 1]?.form === "," && first > 1 && isCapital(scene.reading, sentence.tokens[first - 2]!);
  if (candidate.readings.some((r) => r.kind === "abbreviation" && r.place.precision === "country")) {
    return (
      form.includes(".") || (form.length > 1 && form === form.toUpperCase() && sentence.tokens[first]!.upos !== "PRON")
    );
  }
  if (afterComma) return true;
  return form.includes(".") && /^\p{Lu}/u.test(form) && form.length > 2;
}

/** Readings that the way the name is written allows. */
function readingsAsWritten(scene: Scene, candidate: Candidate): readonly PlaceReading[] {
  const { readings } = candidate;
  if (!readings.some((r) => r.kind === "abbreviation")) return readings;
  if (abbreviationHolds(scene, candidate)) return readings.filter((r) => r.kind === "abbreviation");
  const rest = readings.filter((r) => r.kind !== "abbreviation");
  return candidate.normal.length <= 3 ? [] : rest;
}

type Judgement = "strong" | "weak" | "unless-elsewhere" | "no";

const PROMINENT = 500_000;
const isProminent = (readings: readonly PlaceReading[]): boolean =>
  readings.some(
    ({ place }) =>
      place.precision === "country" ||
      place.precision === "admin1" ||
      place.precision === "region" ||
      place.population >= PROMINENT,
  );

/** The words beside the name that speak of a place: "in X", "X, Y" with Y a place, "X region". */
function speaksOfPlace(scene: Scene, candidate: Candidate): boolean {
  const { tokens } = candidate.sentence;
  const { first, last } = candidate;
  const { locative, part } = scene.tables.context;
  const before = tokens[first - 1]?.norm ?? "";
  const beforeThat = tokens[first - 2]?.norm ?? "";
  if (
    locative.has(before) ||
    (before === "of" &&
      /^(?:city|town|village|people|residents|capital|state|province|north|south|east|west|streets|outskirts|suburb|port|republic)$/.test(
        beforeThat,
      ))
  )
    return true;
  if ((before === "the" || part.has(before)) && locative.has(beforeThat)) return true;
  if (DIVISION_WORDS.has(tokens[last + 1]?.norm ?? "")) return true;
  if (tokens[last + 1]?.form !== "," || tokens[last + 2] === undefined) return false;
  const container = candidateAt(scene, candidate.sentence, last + 2);
  return (
    container !== null &&
    container.readings.some(
      ({ place, kind }) => kind !== "demonym" && (place.precision === "country" || place.precision === "admin1"),
    )
  );
}

/** A capital word that touches the name and is neither a place, a title nor an institution makes it a part of another name. */
function partOfOtherName(scene: Scene, candidate: Candidate): boolean {
  const { tokens } = candidate.sentence;
  const { first, last } = candidate;
  const { reading, tables } = scene;
  const before = tokens[first - 1];
  const next = tokens[last + 1];
  const single = first === last;
  if (before !== undefined && isTitle(tables, before) && isCapital(reading, before) && single) return true;
  const opens = first - 1 === 0 && !isGivenName(tables, before) && before?.upos !== "PROPN";
  if (
    before !== undefined &&
    !opens &&
    isCapital(reading, before) &&
    /\p{L}/u.test(before.form) &&
    before.upos === "PROPN"
  ) {
    const allowed =
      tables.context.part.has(before.norm) ||
      tables.context.holder.has(before.norm) ||
      tables.context.locative.has(before.norm);
    if (!allowed && !isPlaceName(scene, before)) return true;
  }
  if (isInitial(before) && single && !isPlaceName(scene, before!)) return true;
  if (next === undefined || !isCapital(reading, next) || !/^\p{L}/u.test(next.form) || next.upos !== "PROPN")
    return false;
  if (tables.context.holder.has(next.norm) || DIVISION_WORDS.has(next.norm) || isTitle(tables, next)) return false;
  if (single && isGivenName(tables, tokens[first])) return true;
  return !isPlaceName(scene, next) && !candidate.readings.some(({ place }) => place.precision === "country");
}

const isPlaceName = (scene: Scene, token: Token): boolean =>
  isProminent(scene.gazetteer.readings(token.form)) && !isGivenName(scene.tables, token);

function judgeDemonym(candidate: Candidate): Judgement {
  const token = candidate.sentence.tokens[candidate.last]!;
  if (token.upos === "ADJ" || token.upos === "PROPN" || token.upos === "NOUN") return "strong";
  return "no";
}

function judge(scene: Scene, candidate: Candidate): Judgement {
  const { tables, surnames, reading } = scene;
  const { sentence, first, last, readings } = candidate;
  const token = sentence.tokens[first]!;
  const single = first === last;
  const titled = isTitleCase(sentence);
  if (readings.every((r) => r.kind === "demonym")) return judgeDemonym(candidate);
  if (readings.every((r) => r.kind === "abbreviation")) return "strong";
  const located = speaksOfPlace(scene, candidate);
  if (!titled && partOfOtherName(scene, candidate)) return "no";
  if (!reading.capitals && single && token.upos !== "PROPN" && token.upos !== "NOUN" && token.upos !== "ADJ")
    return "no";
  if (single && surnames.has(token.norm) && !located) return "no";
  if (single && tables.common.has(token.norm)) {
    if (token.upos !== "PROPN") return "no";
    if (titled || (first === 0 && !located)) return "unless-elsewhere";
    return located ? "weak" : "unless-elsewhere";
  }
  if (single && isGivenName(tables, token) && !located) {
    const next = sentence.tokens[last + 1];
    if (next !== undefined && tables.context.speech.has(next.norm)) return "unless-elsewhere";
    return isProminent(readings) ? "weak" : "unless-elsewhere";
  }
  if (located) return "strong";
  if (candidate.normal.length < 3) return "no";
  const known = readings.some(({ kind, place }) => kind !== "alternate" || place.population >= 50_000);
  return known ? "weak" : "unless-elsewhere";
}

const KIND_BEFORE: Readonly<Record<string, PlacePrecision>> = {
  city: "city",
  town: "city",
  village: "city",
  port: "city",
  municipality: "admin2",
  suburb: "city",
  capital: "city", // prettier-ignore
};

/** Kind of place that the words beside the name state. */
function statedKind({ sentence, first, last }: Candidate): PlacePrecision | null {
  const { tokens } = sentence;
  const after = tokens[last + 1]?.norm ?? "";
  const holder = tokens[last + 2];
  const word = DIVISION_WORDS.get(after);
  if (word !== undefined && !(after === "state" && holder !== undefined && /^\p{Lu}/u.test(holder.form))) return word;
  if (after === "city" && !/^\p{Lu}/u.test(tokens[last + 1]!.form)) return "city";
  if (tokens[first - 1]?.norm !== "of") return null;
  const before = tokens[first - 2]?.norm ?? "";
  return DIVISION_WORDS.get(before) ?? KIND_BEFORE[before] ?? null;
}

/** "Laurel", "county": a division's word in capitals belongs to its name, in small letters it does not. */
function withDivisionWord(scene: Scene, candidate: Candidate): number {
  const next = candidate.sentence.tokens[candidate.last + 1];
  const after = candidate.sentence.tokens[candidate.last + 2];
  if (next === undefined || !DIVISION_WORDS.has(next.norm) || !/^\p{Lu}/u.test(next.form)) return candidate.last;
  if (
    /^(?:state|district|department|republic)$/.test(next.norm) &&
    after !== undefined &&
    isCapital(scene.reading, after)
  )
    return candidate.last;
  return scene.reading.capitals ? candidate.last : candidate.last + 1;
}

function toponymOf(scene: Scene, candidate: Candidate, evidence: Toponym["evidence"]): Toponym {
  const { sentence, first, readings, normal } = candidate;
  const last = withDivisionWord(scene, candidate);
  const span: Span = spanOf(scene.reading.text, sentence.tokens[first]!.start, sentence.tokens[last]!.end);
  return {
    ...span,
    sentence,
    first,
    last,
    normal,
    readings,
    use: readings[0]!.kind === "demonym" ? "associative" : "literal",
    kind: statedKind(candidate),
    relation: relationBefore(scene.reading.text, sentence, first),
    evidence,
  };
}

/** Candidates of one sentence from left to right; a name that is judged to be none still takes its words. */
function judgedIn(scene: Scene, sentence: Sentence): { candidate: Candidate; judgement: Judgement }[] {
  const out: { candidate: Candidate; judgement: Judgement }[] = [];
  for (let i = 0; i < sentence.tokens.length; i++) {
    const found = candidateAt(scene, sentence, i);
    if (found === null) continue;
    const candidate = { ...found, readings: readingsAsWritten(scene, found) };
    if (candidate.readings.length === 0) continue;
    out.push({ candidate, judgement: judge(scene, candidate) });
    i = candidate.last;
  }
  return out;
}

/**
 * Place names of a document: longest names of the gazetteer that are written as names and that nothing marks as
 * a person, an organisation or a plain word. A doubtful name is taken where the document uses it surely elsewhere.
 */
export function findToponyms(reading: Reading, gazetteer: Gazetteer, tables: PlaceTables): readonly Toponym[] {
  const scene: Scene = { reading, gazetteer, tables, surnames: surnamesIn(reading, tables) };
  const judged = reading.sentences.flatMap((sentence) => judgedIn(scene, sentence));
  const sure = new Set(
    judged.filter(({ judgement }) => judgement === "strong").map(({ candidate }) => candidate.normal),
  );
  return judged.flatMap(({ candidate, judgement }) => {
    if (judgement === "strong" || judgement === "weak") return [toponymOf(scene, candidate, judgement)];
    return judgement === "unless-elsewhere" && sure.has(candidate.normal) ? [toponymOf(scene, candidate, "weak")] : [];
  });
}
