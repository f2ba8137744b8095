import type { Name, Token } from "../text/index.ts";
import { type Candidate, candidateAt, type Scene } from "./candidate.ts";
import { isTitleCase } from "./capitals.ts";
import { companyAfter, companyBefore, isKnown, isProminent } from "./company.ts";
import { DIVISION_WORDS } from "./division-words.ts";
import type { PlaceReading } from "./gazetteer.ts";
import { isPartOfLandform } from "./landforms.ts";
import { isGivenName } from "./person-names.ts";

/** `person`: the name of somebody or something else here, and so most likely wherever it stands alone in the document. */
export type Judgement = "strong" | "weak" | "unless-elsewhere" | "person" | "no";

const OF_WHAT = new Set(
  "city town village people residents capital state province north south east west streets outskirts suburb port republic".split(
    " ",
  ),
);

/** "in X", "the city of X", "in the northern X". */
function placeWordBefore(scene: Scene, { sentence, first }: Candidate): boolean {
  const { locative, part } = scene.tables.context;
  const before = sentence.tokens[first - 1]?.norm ?? "";
  const beforeThat = sentence.tokens[first - 2]?.norm ?? "";
  if (locative.has(before)) return true;
  return before === "of" ? OF_WHAT.has(beforeThat) : (before === "the" || part.has(before)) && locative.has(beforeThat);
}

/** "X, Y" and "X in Y" where Y can be a country or a first-level division. */
function containerBehind(scene: Scene, { sentence, last }: Candidate): boolean {
  const joint = sentence.tokens[last + 1];
  if (joint === undefined || (joint.form !== "," && joint.norm !== "in") || sentence.tokens[last + 2] === undefined)
    return false;
  const container = candidateAt(scene, sentence, last + 2);
  const holds = (reading: PlaceReading): boolean =>
    reading.kind !== "demonym" && (reading.place.precision === "country" || reading.place.precision === "admin1");
  if (container === null) return false;
  return joint.form === "," ? container.readings.some(holds) : holds(container.readings[0]!);
}

/** The words beside the name that speak of a place: "in X", "X region", "X, Y" with Y a place. */
const speaksOfPlace = (scene: Scene, candidate: Candidate): boolean =>
  placeWordBefore(scene, candidate) ||
  DIVISION_WORDS.has(candidate.sentence.tokens[candidate.last + 1]?.norm ?? "") ||
  containerBehind(scene, candidate);

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

/** What the text room takes the name for that the candidate lies in. */
const nameFound = ({ sentence, first, last }: Candidate): Name["type"] | null =>
  sentence.names.find((name) => name.first <= first && last <= name.last)?.type ?? null;

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
  if (!isProminent(readings) && (scene.reading.capitals || nameFound(candidate) === "person"))
    return "unless-elsewhere";
  const known = isKnown(readings);
  return known ? "weak" : "unless-elsewhere";
}

export function judge(scene: Scene, candidate: Candidate): Judgement {
  const { sentence, first, last, readings, normal } = candidate;
  if (scene.tables.never.has(normal)) return "no";
  if (isPartOfLandform(scene, candidate)) return "no";
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
