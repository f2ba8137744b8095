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

/** Last words of a region's name that are often written small: "Gulf states", "Fergana valley". */
const REGION_TAILS = new Set([
  "countries",
  "states",
  "monarchies",
  "republics",
  "region",
  "valley",
  "peninsula",
  "basin",
  "mountains",
  "desert",
]);

/** Every word of the name that is no small word must be written as a name; where all is in capitals, one word tagged as one is enough. */
function writtenAsName({ reading }: Scene, tokens: readonly Token[], first: number, last: number): boolean {
  const words = tokens.slice(first, last + 1);
  if (last > first && isSmallWord(words.at(-1)!) && !isCapital(reading, words.at(-1)!)) return false;
  if (reading.capitals) return words.some((token) => token.upos === "PROPN") && !isSmallWord(words[0]!);
  const asName = (token: Token): boolean =>
    isCapital(reading, token) || isSmallWord(token) || !/\p{L}/u.test(token.form);
  const bare = last > first && REGION_TAILS.has(words.at(-1)!.norm) ? words.slice(0, -1) : words;
  return isCapital(reading, words[0]!) && bare.every(asName);
}

const PUNCTUATED = /^[-–'’.]+$/;

/** The longest name written as one at `first`; a hyphen inside joins, other punctuation does not. */
function candidateAt(scene: Scene, sentence: Sentence, first: number): Candidate | null {
  const { tokens } = sentence;
  if (!scene.reading.capitals && !isCapital(scene.reading, tokens[first]!)) return null;
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
    const tail =
      last > first &&
      !scene.reading.capitals &&
      !isCapital(scene.reading, tokens[last]!) &&
      !isSmallWord(tokens[last]!);
    const fits = tail ? readings.filter(({ place }) => place.precision === "region") : readings;
    if (fits.length > 0) return { sentence, first, last, normal, readings: fits };
  }
  return null;
}

const formOf = ({ sentence, first, last }: Candidate): string =>
  sentence.tokens
    .slice(first, last + 1)
    .map((token) => token.form)
    .join("");

/** "US" is the country and "us" a pronoun; "IN" is Indiana only behind a town: "Gary, IN". */
function abbreviationHolds(scene: Scene, candidate: Candidate, form: string): boolean {
  const { sentence, first } = candidate;
  const country = candidate.readings.some((r) => r.kind === "abbreviation" && r.place.precision === "country");
  if (form.includes(".") || country) return sentence.tokens[first]!.upos !== "PRON";
  return sentence.tokens[first - 1]?.form === "," && first > 1 && isCapital(scene.reading, sentence.tokens[first - 2]!);
}

/** Readings that the way the name is written allows: an abbreviation stands in its own letters and stops. */
function readingsAsWritten(scene: Scene, candidate: Candidate): readonly PlaceReading[] {
  const { readings, sentence, last } = candidate;
  if (!readings.some((r) => r.kind === "abbreviation")) return readings;
  const form = formOf(candidate);
  const closing = sentence.tokens[last + 1]?.form === "." ? `${form}.` : form;
  const ids = scene.tables.abbreviations.get(form) ?? scene.tables.abbreviations.get(closing) ?? upperForm(scene, form);
  if (ids !== undefined && abbreviationHolds(scene, candidate, form)) {
    return readings.filter(
      (r) => r.kind === "abbreviation" && r.place.geonameId !== null && ids.has(r.place.geonameId),
    );
  }
  return candidate.normal.length <= 3 ? [] : readings.filter((r) => r.kind !== "abbreviation");
}

/** In a text all in capitals "KY." is "Ky." */
function upperForm({ reading, tables }: Scene, form: string): ReadonlySet<number> | undefined {
  if (!reading.capitals || !form.includes(".")) return undefined;
  for (const [written, ids] of tables.abbreviations) if (written.toUpperCase() === form) return ids;
  return undefined;
}

/** `person`: the name of somebody or something else here, and so most likely wherever it stands alone in the document. */
type Judgement = "strong" | "weak" | "unless-elsewhere" | "person" | "no";

const PROMINENT = 500_000;
const isProminent = (readings: readonly PlaceReading[]): boolean =>
  readings.some(
    ({ place }) =>
      place.precision === "country" ||
      place.precision === "admin1" ||
      place.precision === "region" ||
      place.population >= PROMINENT,
  );

const LARGE = 50_000;

/** Not merely another name of some village. */
const isKnown = (readings: readonly PlaceReading[]): boolean =>
  isProminent(readings) || readings.some(({ kind, place }) => kind !== "alternate" || place.population >= LARGE);

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

/** How a capital word that touches the name makes it a part of another name, or null. */
type Company = "person-before" | "name-before" | "name-after";

const isNamePart = (token: Token): boolean =>
  (token.upos === "PROPN" || token.upos === "ADJ") && /\p{L}/u.test(token.form);

/** A capital word right before that is neither a place, a part of one, nor the sentence's opening. */
function companyBefore(scene: Scene, { sentence, first, last }: Candidate): Company | null {
  const { reading, tables } = scene;
  const before = sentence.tokens[first - 1];
  if (before === undefined || !isCapital(reading, before) || !/\p{L}/u.test(before.form)) return null;
  if (first === last && (isTitle(tables, before) || isGivenName(tables, before))) return "person-before";
  if (isInitial(before) && first === last) return isPlaceName(scene, before) ? null : "person-before";
  const opens = first - 1 === 0 && before.upos !== "PROPN";
  if (opens || !isNamePart(before) || tables.never.has(before.norm) !== tables.context.part.has(before.norm))
    return null;
  const { part, holder, locative } = tables.context;
  if (part.has(before.norm) || holder.has(before.norm) || locative.has(before.norm)) return null;
  return isPlaceName(scene, before) || isDemonym(scene, before) ? null : "name-before";
}

/** A capital word right behind that is neither a place nor an institution of one. */
function companyAfter(scene: Scene, candidate: Candidate): Company | null {
  const { sentence, first, last, normal } = candidate;
  const { reading, tables } = scene;
  const next = sentence.tokens[last + 1];
  if (next === undefined) return null;
  const afterThat = sentence.tokens[last + 2];
  const joined = /^[-–&]$/.test(next.form) || (/^['’]s?$/.test(next.form) && /^(?:st|saint|san|santa) /.test(normal));
  const beside = joined && afterThat !== undefined ? afterThat : next;
  if (!isCapital(reading, beside) || !isNamePart(beside)) return null;
  if (tables.context.holder.has(beside.norm) || DIVISION_WORDS.has(beside.norm) || isTitle(tables, beside))
    return joined ? "name-after" : null;
  if (first === last && isGivenName(tables, sentence.tokens[first]) && beside.upos === "PROPN") return "person-before";
  if (tables.never.has(beside.norm) || isPlaceName(scene, beside) || isDemonym(scene, beside)) return null;
  if (beside.upos !== "PROPN" && !joined) return null;
  return candidate.readings.some(({ place }) => place.precision === "country") ? null : "name-after";
}

const isDemonym = (scene: Scene, token: Token): boolean => scene.gazetteer.readings(token.form)[0]?.kind === "demonym";

const isPlaceName = (scene: Scene, token: Token): boolean =>
  isProminent(scene.gazetteer.readings(token.form)) && !isGivenName(scene.tables, token);

const SPEAKING =
  /^(?:speak|speaks|spoke|spoken|speaking|learn|learned|learning|taught|teach|teaches|translated|fluent|in|into)$/;

/** A language is no place: "spoke French", "in Turkish", "English language learners". */
function isLanguage({ sentence, first, last }: Candidate): boolean {
  const next = sentence.tokens[last + 1];
  if (/^(?:language|lessons?|classes|speakers?|speaking|translation)$/.test(next?.norm ?? "")) return true;
  const before = sentence.tokens[first - 1]?.norm ?? "";
  return (
    SPEAKING.test(before) &&
    next?.upos !== "NOUN" &&
    next?.upos !== "PROPN" &&
    next?.upos !== "ADJ" &&
    next?.form !== "-"
  );
}

function judgeDemonym(candidate: Candidate): Judgement {
  const token = candidate.sentence.tokens[candidate.last]!;
  const before = candidate.sentence.tokens[candidate.first - 1]?.norm;
  if (isLanguage(candidate) || before === "native") return "no";
  return token.upos === "ADJ" || token.upos === "PROPN" || token.upos === "NOUN" ? "strong" : "no";
}

/** All capitals where the text is not: an acronym, unless it opens as datelines and headlines do. */
function isAcronym({ reading }: Scene, { sentence, first, last }: Candidate): boolean {
  const { form } = sentence.tokens[first]!;
  if (reading.capitals || first !== last || form !== form.toUpperCase() || sentence.kind === "dateline") return false;
  return form.length <= 4 || sentence.tokens[first - 1]?.form === "(";
}

const isTagged = (token: Token): boolean => token.upos === "PROPN" || token.upos === "NOUN" || token.upos === "ADJ";

/** A name of one word: plain words, given names and surnames need more than a capital. */
function judgeSingle(scene: Scene, candidate: Candidate, located: boolean): Judgement {
  const { tables, surnames } = scene;
  const { sentence, first, last, readings } = candidate;
  const token = sentence.tokens[first]!;
  if (!isTagged(token) && !(located && first > 0)) return "no";
  if (surnames.has(token.norm) && !located) return "no";
  if (isAcronym(scene, candidate) && !located) return "no";
  if (tables.common.has(token.norm)) {
    if (token.upos !== "PROPN" && !(located && first > 0)) return "no";
    const attribute = sentence.tokens[last + 1]?.upos === "NOUN";
    if (!attribute && readings.some(({ place }) => place.precision === "country")) return "weak";
    return located && !isTitleCase(sentence) ? "weak" : "unless-elsewhere";
  }
  if (located) return "strong";
  const next = sentence.tokens[last + 1];
  const speaks = next !== undefined && tables.context.speech.has(next.norm);
  if (speaks && !isProminent(readings)) return "unless-elsewhere";
  if (isGivenName(tables, token)) return !speaks && isProminent(readings) ? "weak" : "unless-elsewhere";
  if (candidate.normal.length < 3) return "no";
  const known = isKnown(readings);
  return known ? "weak" : "unless-elsewhere";
}

function judge(scene: Scene, candidate: Candidate): Judgement {
  const { sentence, first, last, readings, normal } = candidate;
  if (scene.tables.never.has(normal)) return "no";
  if (readings.every((r) => r.kind === "demonym")) return judgeDemonym(candidate);
  if (readings.every((r) => r.kind === "abbreviation")) return "strong";
  const located = speaksOfPlace(scene, candidate);
  if (!isTitleCase(sentence)) {
    if (companyBefore(scene, candidate) !== null) return "person";
    const company = companyAfter(scene, candidate);
    if (company !== null) return company === "person-before" ? "no" : "unless-elsewhere";
  }
  if (first === last) return judgeSingle(scene, candidate, located);
  if (located) return "strong";
  const known = isKnown(readings);
  return known ? "weak" : "unless-elsewhere";
}

const KIND_BEFORE: Readonly<Record<string, PlacePrecision>> = {
  city: "city",
  town: "city",
  village: "city",
  port: "city",
  municipality: "admin2",
  suburb: "city",
  capital: "city",
};

/** "Osh and Jalal-Abad regions": the kind that stands behind a list of names. */
function kindBehindList(reading: Reading, tokens: readonly Token[], last: number): PlacePrecision | null {
  for (let i = last + 1, joined = false; i < tokens.length && i < last + 14; i++) {
    const token = tokens[i]!;
    const singular = token.norm.replace(/ies$/, "y").replace(/s$/, "");
    const kind = token.norm.endsWith("s") ? DIVISION_WORDS.get(singular) : undefined;
    if (kind !== undefined) return joined || i === last + 1 ? kind : null;
    if (token.norm === "and" || token.form === ",") joined = true;
    else if (!(isCapital(reading, token) && token.upos === "PROPN") && token.form !== "-") return null;
  }
  return null;
}

/** Kind of place that the words beside the name state. */
function statedKind(reading: Reading, { sentence, first, last }: Candidate): PlacePrecision | null {
  const { tokens } = sentence;
  const after = tokens[last + 1]?.norm ?? "";
  const holder = tokens[last + 2];
  const word = DIVISION_WORDS.get(after);
  if (word !== undefined && !(after === "state" && holder !== undefined && /^\p{Lu}/u.test(holder.form))) return word;
  if (after === "city" && !/^\p{Lu}/u.test(tokens[last + 1]!.form)) return "city";
  const listed = kindBehindList(reading, tokens, last);
  if (listed !== null) return listed;
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
    kind: readings[0]!.kind === "demonym" ? null : statedKind(scene.reading, candidate),
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
  const having = (wanted: Judgement) =>
    new Set(judged.filter(({ judgement }) => judgement === wanted).map(({ candidate }) => candidate.normal));
  const [sure, persons] = [having("strong"), having("person")];
  return judged.flatMap(({ candidate, judgement }) => {
    if (judgement === "strong") return [toponymOf(scene, candidate, judgement)];
    const doubtful =
      judgement === "unless-elsewhere" ||
      (judgement === "weak" && persons.has(candidate.normal) && !isProminent(candidate.readings));
    return judgement === "weak" || judgement === "unless-elsewhere"
      ? doubtful && !sure.has(candidate.normal)
        ? []
        : [toponymOf(scene, candidate, "weak")]
      : [];
  });
}
